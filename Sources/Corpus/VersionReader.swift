public import Bitext
public import Drift
public import Facts
public import Formats
public import ICU
public import Segmentation
internal import Semantics

/// Turns a file's bytes into a version that can be compared: read, its language found, segmented, its facts read.
public struct VersionReader: Sendable {
    /// How the text is cut.
    public let form: DocumentReader.Form

    /// Makes a reader.
    public init(form: DocumentReader.Form = .prose) { self.form = form }

    /// Reads a version.
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: its name, for messages and to find the language by.
    ///   - language: the language, where it is known; else the name, the markup and the text are asked.
    /// - Throws: `ReadingError` for what cannot be read or segmented.
    public func read(_ bytes: [UInt8], path: String, language: Language? = nil) throws(ReadingError)
        -> AlignedPair.Version
    {
        try analyse(document(bytes, path: path, language: language))
    }

    /// Reads the version between source and target.
    /// - Throws: `ReadingError` for what cannot be read, and for a program's messages, which are paired by keys, two and two.
    public func relay(_ bytes: [UInt8], path: String, language: Language? = nil) throws(ReadingError)
        -> AlignedPair.Version
    {
        let document = try document(bytes, path: path, language: language)
        guard document.genre != .messages else {
            throw ReadingError(path: path, reason: "a file of messages cannot be a relay: compare two and two")
        }
        return try analyse(document)
    }

    /// Reads a document, its language found.
    /// - Throws: `ReadingError` for what cannot be read.
    public func document(_ bytes: [UInt8], path: String, language: Language? = nil) throws(ReadingError) -> Document {
        try identified(DocumentReader(form: form).read(bytes, path: path, language: language))
    }

    /// The versions of two documents; of a program's messages those that both have.
    /// - Throws: `ReadingError` for what cannot be segmented, and messages that have no key in common.
    public func versions(_ source: Document, _ target: Document) throws(ReadingError)
        -> (source: AlignedPair.Version, target: AlignedPair.Version)
    {
        let (source, target) = try MessagePairs.pair(source, target) ?? (source, target)
        return (try analyse(source), try analyse(target))
    }

    /// The two versions that a bilingual file holds, unit by unit.
    /// - Throws: `ReadingError` where ICU cannot segment a language.
    public func versions(of text: BilingualText, path: String) throws(ReadingError)
        -> (source: AlignedPair.Version, target: AlignedPair.Version)
    {
        (
            try analyse(identified(text.document(.source, path: path))),
            try analyse(identified(text.document(.target, path: path)))
        )
    }

    /// The two versions of a pair of files that is one bilingual file, unit by unit.
    /// - Throws: `ReadingError` for a file of an unknown form, and what `versions(of:path:)` throws.
    func versions(of pair: FilePair, _ bytes: [UInt8]) throws(ReadingError)
        -> (source: AlignedPair.Version, target: AlignedPair.Version)
    {
        // The configuration's source is that of the folder: a file that names another knows better, where it holds only one.
        let source = pair.sourceLanguage.known
        guard
            let text = try BilingualText(
                bytes, path: pair.source, source: BilingualText.mayHoldSeveral(pair.source) ? source : nil,
                assumedSource: source, target: pair.targetLanguage.known)
        else { throw ReadingError(path: pair.source, reason: "holds \(BilingualText.noKind)") }
        return try versions(of: text, path: pair.source)
    }

    /// Segments a document and reads its facts.
    /// - Throws: `ReadingError` where ICU cannot segment the language.
    public func analyse(_ document: Document) throws(ReadingError) -> AlignedPair.Version {
        let (document, segments) = try segmented(document)
        do {
            let analyser = try SegmentAnalyser(language: document.language)
            return AlignedPair.Version(document: document, segments: segments.map(analyser.analyse))
        } catch {
            throw ReadingError(path: document.path, reason: error.description)
        }
    }

    /// Mends a document's letters and segments it.
    /// - Returns: the document as it was segmented, and its segments.
    /// - Throws: `ReadingError` where ICU cannot segment the language.
    public func segmented(
        _ document: Document, method: Segmenter.Method = .rules, newline: Segmenter.Newline = .candidate
    ) throws(ReadingError) -> (document: Document, segments: [Segment]) {
        var document = document
        document.language = Scripts.written(document.language, in: beginning(of: document, bytes: 8_000))
        document = LetterMender(document.language).mend(document)
        do {
            let segmenter = try Segmenter(language: document.language, method: method, newline: newline)
            if Segmenter.isUnpunctuated(document) {
                document.notes.append("unpunctuated: its lines were taken as sentences, long ones cut by length")
            }
            return (document, segmenter.segments(of: document))
        } catch {
            throw ReadingError(path: document.path, reason: error.description)
        }
    }

    /// The first turns' words, some bytes or a turn more.
    private func beginning(of document: Document, bytes: Int) -> String {
        var text = ""
        for turn in document.turns where text.utf8.count < bytes {
            for paragraph in turn.paragraphs { text += paragraph.content.text + "\n" }
        }
        return text
    }

    /// The document with its language, where the text tells it.
    func identified(_ document: Document) -> Document {
        guard document.languageEvidence == .none else { return document }
        guard let guess = LanguageIdentifier.shared.identify(beginning(of: document, bytes: 20_000)) else {
            return document
        }
        var document = document
        document.language = guess.language
        document.languageEvidence = .text
        document.direction = LocaleData.isRightToLeft(guess.language.tag) ? .rightToLeft : .leftToRight
        return document
    }
}

/// What language a text is in, by the text alone.
public enum LanguageGuess {
    /// The language; undetermined where it cannot be told.
    public static func of(_ text: String) -> Language {
        LanguageIdentifier.shared.identify(text)?.language ?? .undetermined
    }
}

/// Finds the tokens and facts of segments of one language. It keeps iterators, so it is not `Sendable`.
public final class SegmentAnalyser {
    private let tokenizer: Tokenizer
    private let readers: SegmentReaders
    private let negations: NegationReader
    private let toxicWords: ToxicWordReader
    private let names: NameReader

    /// Makes an analyser.
    /// - Throws: `ICUError` where ICU has no word boundaries for the language.
    public init(language: Language) throws(ICUError) {
        tokenizer = try Tokenizer(language: language)
        readers = SegmentReaders.shared(language)
        negations = NegationReader(language: language)
        toxicWords = ToxicWordReader(language: language)
        names = NameReader(language: language)
    }

    /// A segment with its tokens and facts.
    public func analyse(_ segment: Segment) -> AnalysedSegment {
        let tokens = tokenizer.tokens(in: segment.text)
        return AnalysedSegment(
            segment: segment, tokens: tokens, facts: readers.numbers.facts(in: segment.text),
            named: readers.named.facts(in: segment.text), negations: negations.negations(in: segment.text),
            toxicWords: toxicWords.words(in: segment.text, tokens: tokens),
            names: names.names(in: segment.text, tokens: tokens),
            skeletons: names.skeletons(in: segment.text, tokens: tokens))
    }
}
