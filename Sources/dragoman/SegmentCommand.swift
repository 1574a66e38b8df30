import ArgumentParser
import Bitext
import Formats
import Segmentation

extension Dragoman {
    /// `dragoman segment`: prints the segments.
    struct Segment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the segments of texts.",
            discussion: """
                Plain texts are read as they are, in memory that does not grow with them. With --preset transcript \
                they are read as check reads them: page furniture is set aside, wrapped lines are joined, labels \
                become turns. So are files named as HTML, subtitles, DOCX or ODT where no preset is given; --explain \
                goes by the text as it is.
                """)

        @Argument(help: "Text files; standard input where none is given.")
        var files: [String] = []

        @Option(help: "The language, a BCP 47 tag. Left out, the file name or the text tells.")
        var lang: Language?

        @Option(help: "lines, or jsonl with UTF-8 offsets.")
        var format: SegmentFormat = .lines

        @Option(help: "text, wrapped (a line end is a space) or transcript; left out, the file's name says.")
        var preset: SegmentPreset?

        @Option(help: "What a single line end is: boundary, candidate or space. Left out, the preset says.")
        var newline: Segmenter.Newline?

        @Option(help: "rules, or ICU's boundaries as they are.")
        var segmenter: Segmenter.Method = .rules

        @Flag(help: "Say of each place where a sentence may end whether it does, and by which rule.")
        var explain = false

        @Flag(help: "Read rows {\"id\",\"lang\",\"text\"} on standard input, write {\"id\",\"sentences\"}.")
        var rows = false

        @OptionGroup var jobOptions: JobOptions

        func run() async throws {
            let (method, newline) = (segmenter, newline ?? preset?.newline ?? .candidate)
            if rows {
                try await RowPipeline.run(SegmentRow.self, jobs: jobOptions.jobs) {
                    SegmentRow.answers($0, method: method, newline: newline)
                }
                return
            }
            var failed = false
            for path in files.isEmpty ? ["-"] : files {
                do {
                    let printer = SegmentPrinter(
                        path: path, language: lang, method: method, newline: newline, format: format)
                    switch (explain, preset ?? SegmentPreset(of: path)) {
                    case (true, _): try printer.explain()
                    case (false, .transcript): try printer.printTranscript()
                    case (false, _): try printer.printText()
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

/// How a text is read before it is segmented.
enum SegmentPreset: String, ExpressibleByArgument, CaseIterable {
    case text, wrapped, transcript

    var newline: Segmenter.Newline { self == .wrapped ? .space : .candidate }

    /// How a file is read by its name: what holds more than its words, as check reads it.
    init(of path: String) { self = DocumentReader.isNameOfMarkup(path) ? .transcript : .text }
}

/// The forms of a list of segments.
enum SegmentFormat: String, ExpressibleByArgument, CaseIterable {
    case lines, jsonl
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

    static func answers(
        _ rows: [(id: RowID, row: SegmentRow)], method: Segmenter.Method, newline: Segmenter.Newline
    ) -> [Result<any Encodable, RowProblem>] {
        var segmenters: [String: Segmenter] = [:]
        return rows.map { id, row in
            do {
                let segmenter =
                    try segmenters[row.lang]
                    ?? Segmenter(
                        language: Language(canonical: row.lang), method: method, newline: newline)
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
