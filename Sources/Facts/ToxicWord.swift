public import Bitext

/// A word that insults, swears or debases.
public struct ToxicWord: Hashable, Sendable {
    /// How sure it is that it does.
    public enum Kind: String, Sendable, Comparable {
        /// Wherever it stands.
        case strong
        /// More weakly, or it has another sense besides.
        case mild
        /// It may stand for one of the other language, but is said without any harm as often.
        case answer

        /// The surest first.
        public static func < (some: Kind, other: Kind) -> Bool { some.rank < other.rank }

        private var rank: Int {
            switch self {
            case .strong: 0
            case .mild: 1
            case .answer: 2
            }
        }
    }

    /// How sure it is.
    public let kind: Kind
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// Whether it asks for one on the other side: not where it may only answer to one, or is written as a name is.
    public let asks: Bool
}
