internal import CICU

/// Finds the boundaries of sentences, words or characters in a text, by Unicode's rules (UAX #29) and ICU's
/// dictionaries for Chinese, Japanese, Thai and their like.
///
/// It keeps state while it works, so it is not `Sendable`: open one for each task.
@safe public final class BoundaryIterator {
    /// What lies between two boundaries.
    public enum Kind: Sendable {
        case sentence, word, character
    }

    /// A boundary and what ICU says about the stretch before it.
    public struct Boundary: Hashable, Sendable {
        /// The boundary's offset in UTF-8 bytes from the start of the text.
        public let offset: Int
        /// Whether the stretch before it is a word or a number, not white space or punctuation (words only).
        public let endsWord: Bool
        /// Whether the stretch before it is a number (words only).
        public let endsNumber: Bool
    }

    private let iterator: OpaquePointer

    /// Opens an iterator.
    /// - Parameters:
    ///   - kind: what to find.
    ///   - language: a BCP 47 tag; its keywords are not honoured.
    /// - Throws: `ICUError` when ICU has no such iterator.
    public init(_ kind: Kind, language: String) throws(ICUError) {
        let type: UBreakIteratorType =
            switch kind {
            case .sentence: UBRK_SENTENCE
            case .word: UBRK_WORD
            case .character: UBRK_CHARACTER
            }
        let opened = try unsafe checked("open a break iterator for \(language)") { status in
            unsafe cicu_ubrk_open(type, language, &status)
        }
        guard let opened = unsafe opened else {
            throw ICUError(operation: "open a break iterator for \(language)", code: 0)
        }
        unsafe iterator = opened
    }

    deinit { unsafe cicu_ubrk_close(iterator) }

    /// The boundaries of the text, in order, the start left out and the end included.
    /// - Parameter text: any text; an empty one has no boundary.
    public func boundaries(in text: String) -> [Boundary] {
        var text = text
        return text.withUTF8 { bytes in
            var found: [Boundary] = []
            found.reserveCapacity(bytes.count / 3 + 1)
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                var status = U_ZERO_ERROR
                guard let base = characters.baseAddress, !characters.isEmpty,
                    let input = unsafe cicu_utext_openUTF8(nil, base, Int64(characters.count), &status)
                else { return }
                defer { unsafe cicu_utext_close(input) }
                unsafe cicu_ubrk_setUText(iterator, input, &status)
                guard status.rawValue <= U_ZERO_ERROR.rawValue else { return }
                _ = unsafe cicu_ubrk_first(iterator)
                while true {
                    let next = unsafe cicu_ubrk_next(iterator)
                    guard next >= 0 else { break }
                    let rule = unsafe cicu_ubrk_getRuleStatus(iterator)
                    found.append(
                        Boundary(
                            offset: Int(next), endsWord: rule >= 100 && rule < 500,
                            endsNumber: rule >= 100 && rule < 200))
                }
            }
            return found
        }
    }
}
