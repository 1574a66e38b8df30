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
        return String(decoding: units, as: UTF16.self)
    }
    return nil
}
