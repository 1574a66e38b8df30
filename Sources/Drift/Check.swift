public import Bitext

/// A rule that yields findings.
public final class Check: Sendable {
    /// What the check is and why it matters.
    public let description: CheckDescription
    private let find: @Sendable (AlignedPair, CheckDescription) -> [Finding]

    /// Makes a check.
    /// - Parameter find: the rule; it is handed the check's own description, to make findings with.
    public init(
        _ description: CheckDescription, find: @escaping @Sendable (AlignedPair, CheckDescription) -> [Finding]
    ) {
        self.description = description
        self.find = find
    }

    /// What the check finds in a pair.
    public func findings(in pair: AlignedPair) -> [Finding] { find(pair, description) }
}

/// What a check is: its documentation is made from this, and its examples run as tests.
public struct CheckDescription: Sendable, Hashable {
    /// How far a check can be trusted.
    public enum Status: String, Sendable {
        /// On by default.
        case stable
        /// On by default, still being measured.
        case preview
    }

    /// The check's name, such as `number-mismatch`.
    public let id: String
    /// The MQM path of what it finds.
    public let category: String
    /// The severity where nothing makes it another.
    public let severity: Severity
    /// How far it can be trusted.
    public let status: Status
    /// What it finds, in a sentence.
    public let summary: String
    /// Why that matters, and when it keeps silent.
    public let rationale: String
    /// Texts that it must find something in, or nothing.
    public let examples: [Example]

    /// Makes a description.
    public init(
        id: String, category: String, severity: Severity, status: Status, summary: String, rationale: String,
        examples: [Example]
    ) {
        self.id = id
        self.category = category
        self.severity = severity
        self.status = status
        self.summary = summary
        self.rationale = rationale
        self.examples = examples
    }

    /// Two versions of a text, with what the check must find marked by ⟦ and ⟧ on each side; `⟦⟧` marks a place where
    /// something is missing. Without marks the check must keep silent.
    public struct Example: Sendable, Hashable {
        /// The source's language and marked text.
        public var source: (language: String, text: String) { (sourceLanguage, sourceText) }
        /// The target's language and marked text.
        public var target: (language: String, text: String) { (targetLanguage, targetText) }

        /// How an example is written.
        public enum Form: Sendable, Hashable {
            /// As text.
            case plain
            /// As a unit of an XLIFF file, with its inline codes.
            case xliff
            /// As a program's message.
            case message
        }

        /// The terms that the example is checked with.
        public let glossary: Glossary
        /// How it is written.
        public let form: Form

        private let sourceLanguage: String
        private let sourceText: String
        private let targetLanguage: String
        private let targetText: String

        /// Makes an example.
        public init(
            _ sourceLanguage: String, _ source: String, _ targetLanguage: String, _ target: String,
            glossary: Glossary = Glossary(), form: Form = .plain
        ) {
            self.glossary = glossary
            self.form = form
            self.sourceLanguage = sourceLanguage
            sourceText = source
            self.targetLanguage = targetLanguage
            targetText = target
        }
    }
}
