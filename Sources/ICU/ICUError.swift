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
