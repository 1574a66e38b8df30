internal import CICU

/// A failure that ICU reported.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done, such as `open a break iterator`.
    public let operation: String
    /// ICU's `UErrorCode`.
    public let code: Int32

    /// The failure in words.
    public var description: String { "ICU could not \(operation) (error \(code))" }
}

/// Runs a call that takes ICU's status, and throws when the status says that it failed.
///
/// Codes below zero are warnings (a fallback locale was used, a string was not terminated), not failures.
func checked<Result: ~Copyable>(
    _ operation: @autoclosure () -> String, _ call: (inout UErrorCode) -> Result
) throws(ICUError) -> Result {
    var status = U_ZERO_ERROR
    let result = call(&status)
    guard status.rawValue <= U_ZERO_ERROR.rawValue else {
        throw ICUError(operation: operation(), code: status.rawValue)
    }
    return result
}

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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count * 3)
    var high: UInt32?
    func append(_ value: UInt32) {
        switch value {
        case 0..<0x80: bytes.append(UInt8(value))
        case 0x80..<0x800: bytes.append(UInt8(0xC0 | value >> 6))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | value >> 12))
            bytes.append(UInt8(0x80 | value >> 6 & 63))
        default:
            bytes.append(UInt8(0xF0 | value >> 18))
            bytes.append(UInt8(0x80 | value >> 12 & 63))
            bytes.append(UInt8(0x80 | value >> 6 & 63))
        }
        if value >= 0x80 { bytes.append(UInt8(0x80 | value & 63)) }
    }
    for unit in units {
        let isLow = (0xDC00..<0xE000).contains(unit)
        if let first = high {
            high = nil
            if isLow {
                append(0x10000 + (first - 0xD800) << 10 + UInt32(unit) - 0xDC00)
                continue
            }
            append(0xFFFD)
        }
        if (0xD800..<0xDC00).contains(unit) {
            high = UInt32(unit)
        } else {
            append(isLow ? 0xFFFD : UInt32(unit))
        }
    }
    if high != nil { append(0xFFFD) }
    return String(decoding: bytes, as: UTF8.self)
}
