public import Bitext

/// A word or phrase that denies, or holds a denial in its meaning.
public struct Negation: Hashable, Sendable {
    /// How it denies, the clearest first.
    public enum Kind: Int, Sendable, Comparable {
        /// It denies a clause: not.
        case not
        /// It denies a thing or a time: nobody, never, without.
        case none
        /// Its meaning holds a denial: refuse, unable, hardly.
        case lack

        /// By clearness.
        public static func < (some: Kind, other: Kind) -> Bool { some.rawValue < other.rawValue }
    }

    /// How it denies.
    public let kind: Kind
    /// Where, in UTF-8 bytes of the text that was read.
    public let range: TextRange
    /// Whether it asks for a denial on the other side. One that does not may answer to one: words that deny or do something
    /// else, as Turkish -madan (without, before), and what stands in a title, as in the song “Don’t Look Back”, since titles
    /// are often left as they are.
    public let asks: Bool
}
