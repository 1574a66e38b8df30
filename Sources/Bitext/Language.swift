/// A language, by its BCP 47 tag.
public struct Language: Hashable, Sendable, CustomStringConvertible {
    /// The tag as given, such as `en`, `pt-BR` or `zh-Hant`.
    public let tag: String

    /// Makes a language from a tag; white space around it is dropped, `_` reads as `-`.
    public init(_ tag: String) {
        self.tag = String(tag.map { $0 == "_" ? "-" : $0 }.drop { $0 == " " })
        code = String(self.tag.prefix { $0 != "-" }).lowercased()
        tableCode = ["no": "nb", "nn": "nb", "yue": "zh"][code] ?? code
        isUnspaced = ["zh", "ja", "th", "lo", "km", "my", "yue"].contains(code)
    }

    /// The primary subtag in lower case, such as `zh`.
    public let code: String

    /// The code under which tables of words have the language: those of Norwegian are Bokmål, Cantonese is written as Chinese
    /// is.
    public let tableCode: String

    /// The script that the tag names, such as `Hant`; `nil` where it names none.
    public var script: String? {
        let subtags: [Substring] = tag.split(separator: "-")
        return subtags.dropFirst().first { $0.count == 4 }.map(String.init)
    }

    /// Whether the language writes words without spaces between them, so that characters say more than words do.
    public let isUnspaced: Bool

    /// Two languages are one where their tags are.
    public static func == (one: Language, other: Language) -> Bool { one.tag == other.tag }

    /// Hashes the tag.
    public func hash(into hasher: inout Hasher) { hasher.combine(tag) }

    /// An unknown language.
    public static let undetermined = Language("und")

    /// The language; `nil` where it is unknown.
    public var known: Language? { self == .undetermined ? nil : self }

    /// The tag.
    public var description: String { tag }
}

/// The direction that a text runs in.
public enum TextDirection: String, Sendable {
    /// From left to right.
    case leftToRight = "ltr"
    /// From right to left.
    case rightToLeft = "rtl"
}

/// One of the texts that are compared.
public enum Side: String, Hashable, Sendable, CaseIterable {
    /// What was said.
    case source
    /// The version under test.
    case target

    /// The other one.
    public var other: Side { self == .source ? .target : .source }
}
