import ArgumentParser
import Bitext
import Corpus
import Drift
import Facts
import Formats
import Reporting

extension Dragoman {
    /// `dragoman facts`: prints what was read.
    struct Facts: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the numbers, dates, countries, denials, insults and names that are read in a text.",
            discussion: "The way to report a misreading: it shows what the checks compare.")

        @Argument(help: "A text file, or - for standard input.")
        var file: String

        @Option(help: "The language, a BCP 47 tag. Left out, the file name or the text tells.")
        var lang: Language?

        @Option(help: "text, or jsonl with UTF-8 offsets.")
        var format: FactFormat = .text

        func run() throws {
            let version = try VersionReader().read(Input.bytes(file), path: file, language: lang)
            let lines = LineIndex(version.document.text)
            for segment in version.segments {
                for fact in FactLine.lines(segment, version.document) {
                    switch format {
                    case .jsonl: Output.write(try JSONText.write(fact) + "\n")
                    case .text:
                        let (line, column) = lines.position(fact.placeInText)
                        Output.write(
                            "\(file):\(line):\(column): \(fact.kind)\t\(fact.shownValue)\t\(fact.text)"
                                + (fact.isSure ? "" : "\tdoubtful") + "\n")
                    }
                }
            }
        }
    }
}

/// How facts are printed.
enum FactFormat: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
}

/// A fact as it is printed.
private struct FactLine: Encodable {
    let kind: String
    let value: String
    let otherReadings: [String]
    let text: String
    let isSure: Bool
    let measures: [String]
    let place: String
    let start: Int
    let end: Int
    let shownValue: String
    /// Where it stands in the document as read, which lines are counted in.
    let placeInText: Int

    private enum CodingKeys: String, CodingKey {
        case kind, value, otherReadings, text, isSure, measures, place, start, end
    }

    private init(_ fact: ReadFact, in segment: AnalysedSegment, _ document: Document) {
        kind = fact.kind
        value = fact.value
        text = fact.text
        isSure = fact.isSure
        measures = fact.measure?.readings ?? []
        shownValue = fact.shownValue
        otherReadings = fact.otherReadings
        place = segment.segment.place
        let whole = segment.segment.documentRange(fact.range)
        placeInText = whole.start
        let original = document.originalRange(whole)
        start = original.start
        end = original.end
    }

    /// What is read in a segment, in the order of the text.
    static func lines(_ segment: AnalysedSegment, _ document: Document) -> [FactLine] {
        ReadFact.all(in: segment, language: document.language).map { FactLine($0, in: segment, document) }
    }
}
