internal import CICU

/// Rewrites text from one script into another by one of ICU's transforms.
///
/// Opening one costs about 0.1 ms, so open it once for each task.
@safe public final class Transliterator {
    private let transform: UnsafeMutablePointer<UTransliterator?>

    /// Opens a transform.
    /// - Parameter identifier: ICU's compound identifier, such as `Any-Latin; Latin-ASCII; Lower`.
    /// - Throws: `ICUError` when ICU has no such transform.
    public init(_ identifier: String) throws(ICUError) {
        let units = Array(identifier.utf16)
        let opened = try unsafe checked("open the transform \(identifier)") { status in
            unsafe cicu_utrans_openU(units, Int32(units.count), &status)
        }
        guard let opened = unsafe opened else {
            throw ICUError(operation: "open the transform \(identifier)", code: 0)
        }
        unsafe transform = opened
    }

    deinit { unsafe cicu_utrans_close(transform) }

    /// The text rewritten; the text itself when ICU fails on it.
    /// - Parameter text: a word or a short phrase; the cost grows with its length.
    public func rewrite(_ text: String) -> String {
        let input = Array(text.utf16)
        guard !input.isEmpty else { return text }
        var capacity = input.count * 6 + 32
        for _ in 0..<2 {
            var buffer = input + [UInt16](repeating: 0, count: capacity - input.count)
            var length = Int32(input.count)
            var limit = length
            var status = U_ZERO_ERROR
            unsafe cicu_utrans_transUChars(transform, &buffer, &length, Int32(capacity), &limit, &status)
            if status == U_BUFFER_OVERFLOW_ERROR {
                capacity = Int(length) + 32
                continue
            }
            guard status.rawValue <= U_ZERO_ERROR.rawValue else { return text }
            return string(buffer.prefix(Int(length)))
        }
        return text
    }
}
