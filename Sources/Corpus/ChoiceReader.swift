public import Bitext
public import Drift
public import Formats

/// Reads two versions of one translation, with what they translate where that is known: texts, messages that are paired by
/// their keys, or bilingual files, which hold what they translate.
public struct ChoiceReader: Sendable {
    /// What is compared.
    public struct Versions: Sendable {
        /// The two versions.
        public let old, new: AlignedPair.Version
        /// What both are versions of.
        public let source: AlignedPair.Version?
    }

    /// A file's bytes and its name.
    public typealias File = (bytes: [UInt8], path: String)

    private let reader: VersionReader
    private let language, sourceLanguage: Language?

    /// Makes a reader.
    /// - Parameters:
    ///   - language: the versions' language, where it is known.
    ///   - sourceLanguage: the source's, where it is known.
    public init(_ reader: VersionReader = VersionReader(), language: Language? = nil, sourceLanguage: Language? = nil) {
        self.reader = reader
        self.language = language
        self.sourceLanguage = sourceLanguage
    }

    /// Reads the versions.
    /// - Throws: `ReadingError` for what cannot be read, holds no text, or has nothing in common with the others; for a
    ///   bilingual file beside a text, and a source beside bilingual files.
    public func read(old: File, new: File, source: File?) throws(ReadingError) -> Versions {
        if BilingualText.isBilingual(old.bytes, path: old.path), BilingualText.isBilingual(new.bytes, path: new.path) {
            if let source {
                throw ReadingError(path: source.path, reason: "is one source too many: \(new.path) holds its own")
            }
            return try units(old, new)
        }
        var documents = (try document(old, language), try document(new, language))
        if let pair = try MessagePairs.pair(documents.0, documents.1, areVersions: true) { documents = pair }
        var original = try source.map { file throws(ReadingError) in try document(file, sourceLanguage) }
        if let text = original, let pair = try MessagePairs.pair(text, documents.0) {
            original = pair.source
            documents = (pair.target, try MessagePairs.pair(text, documents.1)?.target ?? documents.1)
        }
        return try versions(old: documents.0, new: documents.1, source: original)
    }

    private func document(_ file: File, _ language: Language?) throws(ReadingError) -> Document {
        try reader.document(file.bytes, path: file.path, language: language)
    }

    private func units(_ old: File, _ new: File) throws(ReadingError) -> Versions {
        func text(_ file: File) throws(ReadingError) -> BilingualText {
            guard
                let text = try BilingualText(file.bytes, path: file.path, source: sourceLanguage, target: language)
            else { throw ReadingError(path: file.path, reason: "holds \(BilingualText.noKind)") }
            return text
        }
        let documents = try UnitPairs.pair((text(old), old.path), (text(new), new.path))
        return try versions(
            old: reader.identified(documents.old), new: reader.identified(documents.new),
            source: reader.identified(documents.source))
    }

    private func versions(old: Document, new: Document, source: Document?) throws(ReadingError) -> Versions {
        func version(_ document: Document) throws(ReadingError) -> AlignedPair.Version {
            let version = try reader.analyse(document)
            guard !version.segments.isEmpty else {
                throw ReadingError(path: document.path, reason: "holds no text to compare")
            }
            return version
        }
        return Versions(
            old: try version(old), new: try version(new),
            source: try source.map { text throws(ReadingError) in try version(text) })
    }
}
