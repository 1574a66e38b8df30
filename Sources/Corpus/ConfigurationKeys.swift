internal import Drift

/// The keys that `dragoman.toml` may hold: what the reader expects, and what the published schema says.
public struct ConfigurationKey: Sendable {
    /// What a key's value is.
    enum Kind {
        case text, texts, share, shares, checks
        /// A number from 1 up.
        case count
        /// One of some names.
        case choice([String])
    }

    let name: String
    let kind: Kind
    let summary: String

    /// Keys outside any table.
    static let top = [
        ConfigurationKey(
            name: "preset", kind: .choice(Preset.allCases.map(\.rawValue)),
            summary: "What kind of text it is: settings to start from."),
        ConfigurationKey(
            name: "pairs", kind: .texts,
            summary: "Where versions of one text stand: {lang} is the language, {id} the text's name, ** any folders."),
        ConfigurationKey(
            name: "source", kind: .text, summary: "The language that the others were translated from, a BCP 47 tag."),
        ConfigurationKey(
            name: "relay", kind: .text,
            summary: "The language of the versions through which texts reached the target: findings name their leg."),
        ConfigurationKey(
            name: "model", kind: .text,
            summary: "A file of vectors in place of the embedded ones, relative to this one."),
        ConfigurationKey(
            name: "targets", kind: .texts, summary: "The languages under test; all that are found if left out."),
        ConfigurationKey(name: "exclude", kind: .texts, summary: "Patterns of files that are left out."),
    ]

    /// Keys of `[check]`.
    static let check = [
        ConfigurationKey(name: "only", kind: .checks, summary: "The checks that are run; all if left out."),
        skip, minConfidence, confidence,
        ConfigurationKey(
            name: "fail-on", kind: .choice(Severity.allCases.map(\.rawValue) + ["never"]),
            summary: "The least severity that makes the exit code 1."),
        ConfigurationKey(
            name: "baseline", kind: .text, summary: "The file of known findings, relative to this one."),
        ConfigurationKey(
            name: "glossary", kind: .texts,
            summary: "Files of terms and their translations, tables or TBX, relative to this one."),
        ConfigurationKey(
            name: "lexicon", kind: .texts,
            summary:
                "Files that say which words answer to which, learnt ones, dictionaries (tables, TBX, dictd’s .index), relative to this one."
        ),
    ]

    /// Keys of `[[override]]`.
    static let override = [
        ConfigurationKey(name: "paths", kind: .texts, summary: "Patterns of the files that the rest is said of."),
        ConfigurationKey(
            name: "languages", kind: .texts, summary: "Pairs of languages that it is said of, such as ru-en or *-ja."),
        skip, minConfidence, confidence,
    ]

    /// Keys of `[embeddings]`.
    static let embeddings = [
        ConfigurationKey(
            name: "url", kind: .text, summary: "The server that is asked, such as http://localhost:11434/v1."),
        ConfigurationKey(name: "model", kind: .text, summary: "The model's name, as the server knows it."),
        ConfigurationKey(name: "prefix", kind: .text, summary: "What stands before each text, such as “query: ”."),
        ConfigurationKey(
            name: "key-file", kind: .text,
            summary: "A file that holds the server's key, relative to this one; else DRAGOMAN_EMBEDDING_KEY."),
        ConfigurationKey(
            name: "cache", kind: .text, summary: "Where vectors are kept, relative to this file; none for nowhere."),
        ConfigurationKey(name: "batch", kind: .count, summary: "How many texts go into a request."),
        ConfigurationKey(name: "jobs", kind: .count, summary: "How many requests are under way at once."),
        ConfigurationKey(name: "timeout", kind: .count, summary: "How long a request may take, in seconds."),
    ]

    private static let skip = ConfigurationKey(name: "skip", kind: .checks, summary: "Checks that are left out.")
    private static let minConfidence = ConfigurationKey(
        name: "min-confidence", kind: .share, summary: "Findings below this confidence are counted, not shown.")

    private static let confidence = ConfigurationKey(
        name: "confidence", kind: .shares,
        summary: "Another least confidence for some checks, as number-mismatch = 0.8.")

    /// The JSON Schema of the file, for editors; `docs/dragoman.schema.json` is this.
    public static var schema: ConfigurationSchema {
        ConfigurationSchema(
            schema: "https://json-schema.org/draft/2020-12/schema", title: "dragoman.toml", type: "object",
            description: "What dragoman check compares in a folder, and how.", additionalProperties: false,
            properties: properties(top).merging(
                [
                    "check": ConfigurationSchema(
                        type: "object", description: "How pairs are checked.", additionalProperties: false,
                        properties: properties(check)),
                    "embeddings": ConfigurationSchema(
                        type: "object", description: "A server that is asked for vectors of sentences.",
                        additionalProperties: false, properties: properties(embeddings)),
                    "override": ConfigurationSchema(
                        type: "array", description: "Other settings for some files; the last that fits wins.",
                        items: [
                            ConfigurationSchema(
                                type: "object", additionalProperties: false, properties: properties(override))
                        ]),
                ], uniquingKeysWith: { first, _ in first }))
    }

    private static func properties(_ keys: [ConfigurationKey]) -> [String: ConfigurationSchema] {
        Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0.schema) })
    }

    private var schema: ConfigurationSchema {
        switch kind {
        case .text: ConfigurationSchema(type: "string", description: summary)
        case .texts:
            ConfigurationSchema(
                type: "array", description: summary, items: [ConfigurationSchema(type: "string")])
        case .count: ConfigurationSchema(type: "integer", description: summary, minimum: 1)
        case .share: ConfigurationSchema(type: "number", description: summary, minimum: 0, maximum: 1)
        case .shares:
            ConfigurationSchema(
                type: "object", description: summary, additionalProperties: false,
                properties: Dictionary(
                    uniqueKeysWithValues: Registry.checks.map {
                        ($0.description.id, ConfigurationSchema(type: "number", minimum: 0, maximum: 1))
                    }))
        case .checks:
            ConfigurationSchema(
                type: "array", description: summary,
                items: [ConfigurationSchema(type: "string", values: Registry.checks.map(\.description.id))])
        case .choice(let names): ConfigurationSchema(type: "string", description: summary, values: names)
        }
    }
}

/// A JSON Schema, as far as the configuration's needs one.
public struct ConfigurationSchema: Encodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case title, type, description, additionalProperties, properties, items, minimum, maximum
        case values = "enum"
    }

    var schema: String?
    var title: String?
    var type: String
    var description: String?
    var additionalProperties: Bool?
    var properties: [String: ConfigurationSchema]?
    /// One schema; a list because a value cannot hold itself.
    var items: [ConfigurationSchema]?
    var minimum: Int?
    var maximum: Int?
    var values: [String]?

    /// Writes the schema.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(schema, forKey: .schema)
        try container.encodeIfPresent(title, forKey: .title)
        try container.encode(type, forKey: .type)
        try container.encodeIfPresent(description, forKey: .description)
        try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
        try container.encodeIfPresent(properties, forKey: .properties)
        try container.encodeIfPresent(items?.first, forKey: .items)
        try container.encodeIfPresent(minimum, forKey: .minimum)
        try container.encodeIfPresent(maximum, forKey: .maximum)
        try container.encodeIfPresent(values, forKey: .values)
    }
}
