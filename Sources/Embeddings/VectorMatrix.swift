/// Vectors in a file, one behind the other: NumPy's `.npy` (format versions 1 to 3) or bare single precision, as Vecalign
/// takes them.
struct VectorMatrix: Sendable {
    /// The number of vectors.
    let rows: Int
    /// The number of dimensions of each.
    let columns: Int
    private let bytes: ArraySlice<UInt8>
    private let width: Int

    /// Reads a file.
    /// - Parameter rows: how many vectors it must hold; a bare file does not say.
    /// - Throws: `EmbeddingError` for another kind of file, and for another number of vectors.
    init(_ bytes: [UInt8], path: String, rows: Int) throws(EmbeddingError) {
        func error(_ reason: String) -> EmbeddingError { EmbeddingError(place: path, reason: reason) }
        if bytes.starts(with: [0x93] + Array("NUMPY".utf8)) {
            guard let header = NumPyHeader(bytes) else { throw error("the head of the .npy file is damaged") }
            guard let width = [("<f4", 4), ("<f2", 2), ("<f8", 8)].first(where: { $0.0 == header.type })?.1 else {
                throw error("holds values of type \(header.type); <f2, <f4 and <f8 are read")
            }
            guard !header.isByColumns, header.shape.count == 2 else {
                throw error("is no table of vectors, one a row (two dimensions, C order)")
            }
            (self.rows, columns, self.width) = (header.shape[0], header.shape[1], width)
            self.bytes = bytes[header.end...]
        } else {
            let values = bytes.count / 4
            guard rows > 0, !bytes.isEmpty, bytes.count % 4 == 0, values % rows == 0 else {
                throw error(
                    "holds no whole number of single-precision values for each of \(rows) texts (\(bytes.count) bytes)")
            }
            (self.rows, columns, width) = (rows, values / rows, 4)
            self.bytes = bytes[...]
        }
        guard self.rows == rows else { throw error("holds \(self.rows) vectors for \(rows) texts") }
        let (cells, isTooLarge) = self.rows.multipliedReportingOverflow(by: columns)
        guard !isTooLarge, cells <= self.bytes.count, cells * width == self.bytes.count else {
            throw error("is cut or damaged: its length does not fit its head")
        }
    }

    /// A vector.
    subscript(row: Int) -> [Float] {
        let start = bytes.startIndex + row * columns * width
        return (0..<columns).map { column in
            let at = start + column * width
            let bits = (0..<width).reduce(UInt64(0)) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
            return switch width {
            case 2: VectorMatrix.half(UInt16(truncatingIfNeeded: bits))
            case 4: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
            default: Float(Double(bitPattern: bits))
            }
        }
    }

    /// A half-precision number (IEEE 754 binary16); Swift has the type on some platforms only.
    private static func half(_ bits: UInt16) -> Float {
        let sign: Float = bits >> 15 == 1 ? -1 : 1
        let exponent = Int(bits >> 10 & 31)
        let fraction = Float(bits & 0x3FF) / 1024
        switch exponent {
        case 0: return sign * fraction / 16384
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * (1 + fraction) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
        }
    }
}

/// The head of an `.npy` file, as NumPy's "NEP 1: a simple file format for NumPy arrays" gives it.
struct NumPyHeader: Hashable {
    /// The values' type, such as `<f4`.
    private(set) var type = ""
    /// Whether the values stand column by column.
    private(set) var isByColumns = false
    /// The number of rows, columns and so on.
    private(set) var shape: [Int] = []
    /// Where the values start.
    let end: Int

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 12 else { return nil }
        let isShort = bytes[6] == 1
        let start = isShort ? 10 : 12
        let length = Int(bytes[8]) | Int(bytes[9]) << 8 | (isShort ? 0 : Int(bytes[10]) << 16 | Int(bytes[11]) << 24)
        guard start + length <= bytes.count else { return nil }
        end = start + length
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let type = NumPyHeader.value("descr", in: text), let order = NumPyHeader.value("fortran_order", in: text),
            let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")")
        else { return nil }
        self.type = type.filter { $0 != "'" && $0 != "\"" }
        isByColumns = order == "True"
        for part in text[text.index(after: open)..<close].split(separator: ",") {
            guard let size = Int(part.filter { !$0.isWhitespace }), size >= 0 else {
                if part.allSatisfy(\.isWhitespace) { continue }
                return nil
            }
            shape.append(size)
        }
    }

    /// What stands behind a key, up to the next comma.
    private static func value(_ key: String, in text: String) -> String? {
        guard let found = ["'\(key)'", "\"\(key)\""].lazy.compactMap({ text.firstRange(of: $0) }).first else {
            return nil
        }
        let rest = text[found.upperBound...].drop { $0 == ":" || $0.isWhitespace }
        return rest.split(separator: ",", maxSplits: 1).first.map { $0.filter { !$0.isWhitespace && $0 != "}" } }
    }
}
