import ArgumentParser
import Bitext
import Corpus
import Drift
import Facts
import Formats
import Reporting
import Segmentation

extension Dragoman {
    /// `dragoman segment`: prints the segments.
    struct Segment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the segments of texts.",
            discussion: "Files are read as transcripts: page furniture is set aside, wrapped lines are joined.")

        @Argument(help: "Text files; standard input where none is given.")
        var files: [String] = []

        @Option(help: "The language, a BCP 47 tag. Left out, the file name or the text tells.")
        var lang: Language?

        @Option(help: "lines, or jsonl with turn, place and UTF-8 offsets.")
        var format: SegmentFormat = .lines

        @Flag(help: "Read rows {\"id\",\"lang\",\"text\"} on standard input, write {\"id\",\"sentences\"}.")
        var rows = false

        @OptionGroup var jobOptions: JobOptions

        func run() async throws {
            if rows {
                try await RowPipeline.run(SegmentRow.self, jobs: jobOptions.jobs) { SegmentRow.answers($0) }
                return
            }
            var failed = false
            for path in files.isEmpty ? ["-"] : files {
                do {
                    let version = try VersionReader().read(Input.bytes(path), path: path, language: lang)
                    for segment in version.segments.map(\.segment) {
                        switch format {
                        case .lines: Output.write(segment.text + "\n")
                        case .jsonl: Output.write(try JSONText.write(SegmentLine(segment, version.document)) + "\n")
                        }
                    }
                } catch let error as ReadingError {
                    Output.complain(error.description)
                    failed = true
                }
            }
            if failed { throw ExitCode(2) }
        }
    }
}

/// The forms of a list of segments.
enum SegmentFormat: String, ExpressibleByArgument, CaseIterable {
    case lines, jsonl
}

private struct SegmentLine: Encodable {
    let file: String
    let segment: Int
    let place: String
    let speaker: String?
    let start: Int
    let end: Int
    let text: String

    init(_ segment: Bitext.Segment, _ document: Document) {
        file = document.path
        self.segment = segment.index
        place = segment.place
        speaker = document.turns[segment.turn].speaker?.name
        let range = document.originalRange(segment.range)
        start = range.start
        end = range.end
        text = segment.text
    }
}

/// A row of `segment --rows`.
struct SegmentRow: Decodable, Sendable {
    let lang: String
    let text: String

    private struct Answer: Encodable {
        struct Sentence: Encodable {
            let text: String
            let start: Int
            let end: Int
        }

        let id: RowID
        let sentences: [Sentence]
    }

    static func answers(_ rows: [(id: RowID, row: SegmentRow)]) -> [Result<any Encodable, RowProblem>] {
        var segmenters: [String: Segmenter] = [:]
        return rows.map { id, row in
            do {
                let segmenter = try segmenters[row.lang] ?? Segmenter(language: Language(row.lang))
                segmenters[row.lang] = segmenter
                return .success(
                    Answer(
                        id: id,
                        sentences: segmenter.sentences(in: row.text).map {
                            .init(text: String(row.text.slice($0)), start: $0.start, end: $0.end)
                        }))
            } catch {
                return .failure(RowProblem(code: "bad-language", message: "\(error)"))
            }
        }
    }
}
