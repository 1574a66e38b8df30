internal import CICU

/// Calls an ICU function that fills a UTF-16 buffer, growing the buffer once when ICU asks for more room.
func filledString(
    capacity: Int = 64, _ call: (UnsafeMutablePointer<UChar>?, Int32, inout UErrorCode) -> Int32
) -> String? {
    var size = capacity
    for _ in 0..<2 {
        var status = U_ZERO_ERROR
        var needed: Int32 = 0
        let units = unsafe [UInt16](unsafeUninitializedCapacity: size) { buffer, count in
            needed = unsafe call(buffer.baseAddress, Int32(buffer.count), &status)
            count = max(0, min(Int(needed), buffer.count))
        }
        if status == U_BUFFER_OVERFLOW_ERROR {
            size = Int(needed) + 1
            continue
        }
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return nil }
        return string(units)
    }
    return nil
}

/// The text of UTF-16 code units; as `String(decoding:as:)`, at a fraction of the time. A surrogate without its other half
/// becomes U+FFFD.
func string(_ units: some Collection<UInt16>) -> String {
    let units = Array(units)
    // No unit takes more than three bytes.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: units.count * 3) { buffer, count in
        var status = U_ZERO_ERROR
        var length: Int32 = 0
        unsafe cicu_u_strToUTF8WithSub(
            buffer.baseAddress, Int32(buffer.count), &length, units, Int32(units.count), 0xFFFD, &status)
        count = status.rawValue <= U_ZERO_ERROR.rawValue ? Int(length) : 0
    }
    return String(decoding: bytes, as: UTF8.self)
}
