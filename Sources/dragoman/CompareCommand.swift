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
                them. With --against, each stretch of the source is compared with both, by what `dragoman score` goes by.
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
            let reader = VersionReader(form: segmented ? .segmented : .prose)
            func read(_ path: String, _ language: Language?) throws(ReadingError) -> AlignedPair.Version {
                let version = try reader.read(Input.bytes(path), path: path, language: language)
                guard !version.segments.isEmpty else {
                    throw ReadingError(path: path, reason: "holds no text to compare")
                }
                return version
            }
            let versions = (try read(old, lang), try read(new, lang))
            guard versions.0.language.code == versions.1.language.code else {
                throw ReadingError(
                    path: new,
                    reason:
                        "is in another language (\(versions.1.language)) than \(old) (\(versions.0.language)): name it by --lang, or use dragoman check"
                )
            }
            let source = try against.map { try read($0, sourceLang) }
            var options = Comparer.Options()
            options.lexicons = try lexicons.read()
            let choice = try VersionChoice(
                old: versions.0, new: versions.1, source: source, comparer: Comparer(options: options))
            switch format {
            case .text: Output.write(ChoiceText(width: Output.width).write(choice))
            case .html: Output.write(try ChoicePage.write(choice))
            case .jsonl: Output.write(try ChoiceLines.write(choice))
            }
        }
    }
}

/// The forms of a comparison of two versions.
enum CompareFormat: String, ExpressibleByArgument, CaseIterable {
    case text, html, jsonl
}
