internal import CICU

/// Identifying and converting text that is not UTF-8.
public enum Charset {
    /// A guess at the encoding of some bytes.
    public struct Guess: Hashable, Sendable {
        /// ICU's name of the encoding, such as `windows-1251`.
        public let name: String
        /// ICU's confidence, 0 to 100.
        public let confidence: Int
    }

    /// A character and the bytes it was read from.
    public struct Converted: Sendable {
        /// The characters, in order.
        public var scalars: [Unicode.Scalar] = []
        /// For each character, where its bytes start in the input.
        public var offsets: [Int] = []
    }

    /// Bytes that are not valid in the encoding they were read by.
    public struct ConversionError: Error, Hashable, Sendable {
        /// Where the bad bytes start.
        public let offset: Int
    }

    /// Guesses the encoding by ICU's charset detector.
    /// - Parameter bytes: the start of a file suffices; a few kilobytes are enough.
    /// - Returns: the best guess; `nil` when the detector has none.
    public static func detect(_ bytes: [UInt8]) -> Guess? {
        let sample = Array(bytes.prefix(1 << 16))
        return try? checked("detect a charset") { status -> Guess? in
            guard let detector = unsafe cicu_ucsdet_open(&status) else { return nil }
            defer { unsafe cicu_ucsdet_close(detector) }
            return unsafe sample.withUnsafeBytes { buffer -> Guess? in
                guard let base = buffer.baseAddress else { return nil }
                unsafe cicu_ucsdet_setText(
                    detector, base.assumingMemoryBound(to: CChar.self), Int32(buffer.count), &status)
                guard let match = unsafe cicu_ucsdet_detect(detector, &status),
                    let name = unsafe cicu_ucsdet_getName(match, &status)
                else { return nil }
                return unsafe Guess(
                    name: String(cString: name), confidence: Int(cicu_ucsdet_getConfidence(match, &status)))
            }
        }
    }

    /// Converts bytes to characters, and keeps where each came from.
    /// - Parameters:
    ///   - bytes: the text.
    ///   - name: the encoding's name, as IANA or ICU knows it.
    /// - Returns: the characters; `nil` when ICU does not know the encoding.
    /// - Throws: `ConversionError` at the first bytes that are not valid in the encoding.
    public static func convert(_ bytes: [UInt8], from name: String) throws(ConversionError) -> Converted? {
        var status = U_ZERO_ERROR
        guard let converter = unsafe cicu_ucnv_open(name, &status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            return nil
        }
        defer { unsafe cicu_ucnv_close(converter) }
        unsafe cicu_ucnv_stopOnError(converter, &status)
        var converted = Converted()
        let bad = unsafe bytes.withUnsafeBytes { buffer -> Int? in
            guard let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
            var position: UnsafePointer<CChar>? = unsafe base
            let limit = unsafe base + buffer.count
            while unsafe position != limit {
                let start = unsafe (position ?? limit) - base
                var status = U_ZERO_ERROR
                let value = unsafe cicu_ucnv_getNextUChar(converter, &position, limit, &status)
                if status == U_INDEX_OUTOFBOUNDS_ERROR { return nil }
                guard status.rawValue <= U_ZERO_ERROR.rawValue,
                    let scalar = Unicode.Scalar(UInt32(bitPattern: value))
                else { return start }
                converted.scalars.append(scalar)
                converted.offsets.append(start)
            }
            return nil
        }
        if let bad { throw ConversionError(offset: bad) }
        return converted
    }
}
