import ArgumentParser
import Bitext
import Corpus
import Drift
import Formats
import Reporting

extension Dragoman {
    /// `dragoman compare`: two versions of one translation.
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compare two versions of one translation, and say which is closer to the source.",
            discussion: """
                Prints where the versions differ, with chrF and TER of the new version against the old as sacrebleu computes \
                them. With --against, each stretch of the source is compared with both, by what `dragoman score` goes by. Of \
                two files with both versions (PO, XLIFF, TMX, TS, .xcstrings, TSV, CSV, XLSX) the translations are compared, against \
                what they translate; messages are paired by their keys.
                """)

        @Argument(help: "The old version: a text file, or - for standard input.")
        var old: String

        @Argument(help: "The new version.")
        var new: String

        @Option(help: ArgumentHelp("The text that both are versions of.", valueName: "source"))
        var against: String?

        @Option(help: "The versions' language, a BCP 47 tag. Left out, the file name or the text tells.")
        var lang: Language?

        @Option(help: "The source's language.")
        var sourceLang: Language?

        @Flag(help: "Take each line as one segment, as it is.")
        var segmented = false

        @OptionGroup var lexicons: LexiconOptions

        @Option(help: "text, html for a page, or jsonl with a line for the whole and one for each stretch.")
        var format: CompareFormat = .text

        func run() throws {
            let versions = try versions()
            guard versions.old.language.code == versions.new.language.code else {
                throw ReadingError(
                    path: new,
                    reason:
                        "is in another language (\(versions.new.language)) than \(old) (\(versions.old.language)): name it by --lang, or use dragoman check"
                )
            }
            var options = Comparer.Options()
            options.lexicons = try lexicons.read()
            let choice = try VersionChoice(
                old: versions.old, new: versions.new, source: versions.source, comparer: Comparer(options: options))
            switch format {
            case .text: Output.write(ChoiceText(width: Output.width).write(choice))
            case .html: Output.write(try ChoicePage.write(choice))
            case .jsonl: Output.write(try ChoiceLines.write(choice))
            }
        }

        /// The versions, and what they are versions of where it is known.
        private func versions() throws(ReadingError) -> ChoiceReader.Versions {
            let reader = ChoiceReader(
                VersionReader(form: segmented ? .segmented : .prose), language: lang, sourceLanguage: sourceLang)
            return try reader.read(
                old: (Input.bytes(old), old), new: (Input.bytes(new), new),
                source: against.map { path throws(ReadingError) in (try Input.bytes(path), path) })
        }
    }
}

/// The forms of a comparison of two versions.
enum CompareFormat: String, ExpressibleByArgument, CaseIterable {
    case text, html, jsonl
}
