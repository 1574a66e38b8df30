import Aligning
import ArgumentParser
import Bitext
import Corpus
import Drift
import Facts
import Formats
import Reporting
import Semantics

extension Dragoman {
    /// `dragoman align`: prints the ladder.
    struct Align: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Align two versions and print the ladder.")

        @Argument(help: "What was said: a text file, or - for standard input.")
        var source: String

        @Argument(help: "The version under test.")
        var target: String

        @OptionGroup var versions: VersionOptions
        @OptionGroup var anchors: AnchorOptions
        @OptionGroup var lexicons: LexiconOptions
        @OptionGroup var jobOptions: JobOptions
        @OptionGroup var embedding: EmbeddingOptions
        @OptionGroup var vectorFiles: VectorFileOptions

        @Option(
            help: "vecalign, ladder (hunalign's), tsv with texts, tmx, xliff, jsonl, or pharaoh: links between words.")
        var format: AlignFormat = .vecalign

        @Flag(help: "With jsonl, add which word answers to which, and how strongly.")
        var links = false

        func validate() throws {
            guard !links || format == .jsonl else { throw ValidationError("--links goes with --format jsonl") }
        }

        func run() async throws {
            let (source, target) = try await versions.read(source, target, jobs: jobOptions.jobs)
            var options = Comparer.Options()
            options.evidence = versions.evidence
            options.lexicons = try lexicons.read()
            try anchors.set(&options, source, target)
            options.embeddings = try vectorFiles.source(or: embedding)
            let pair = try await Comparer(options: options).embedding(source, target).align(source, target)
            let segments = (pair.source.segments.map(\.segment), pair.target.segments.map(\.segment))
            if let format = LadderFormat(rawValue: format.rawValue) {
                // hunalign's form holds ladders only: no bead out of order.
                let ladder = format == .ladder ? pair.ladder : Ladder(beads: pair.ladder.beads(with: pair.moves))
                Output.write(
                    format.write(
                        ladder, source: segments.0, target: segments.1,
                        languages: (source.document.language, target.document.language)))
                return
            }
            let linker =
                format == .pharaoh || links
                ? BeadLinker(
                    lexical: options.lexicons.support(source.language, target.language)) : nil
            if linker == nil, format == .pharaoh || links {
                throw ReadingError(path: source.document.path, reason: "links need a model: DRAGOMAN_MODEL is none")
            }
            for bead in pair.ladder.beads(with: pair.moves) {
                let linked = linker?.links(bead, in: pair)
                if format == .pharaoh {
                    let numbers = linked?.links.map { "\($0.source)-\($0.target)" } ?? []
                    Output.write(numbers.joined(separator: " ") + "\n")
                } else {
                    Output.write(try JSONText.write(BeadLine(bead, segments.0, segments.1, linked)) + "\n")
                }
            }
        }
    }
}

/// The forms of a ladder.
enum AlignFormat: String, ExpressibleByArgument, CaseIterable {
    case vecalign, ladder, tsv, tmx, xliff, jsonl, pharaoh
}

/// A bead as a line of JSON: segment numbers from 0, their ranges in UTF-8 bytes, their texts, the score.
private struct BeadLine: Encodable {
    struct Part: Encodable {
        let segment: Int
        let start: Int
        let end: Int
        let text: String
    }

    let source: [Part]
    let target: [Part]
    let score: Double
    let sourceWords: [String]?
    let targetWords: [String]?
    let links: [Link]?

    /// Numbers of words in `sourceWords` and `targetWords`.
    struct Link: Encodable {
        let source: Int
        let target: Int
        let strength: Double
    }

    init(
        _ bead: Bead, _ sources: [Bitext.Segment], _ targets: [Bitext.Segment], _ linked: BeadLinker.Linked?
    ) {
        func parts(_ range: Range<Int>, _ segments: [Bitext.Segment]) -> [Part] {
            range.map {
                Part(
                    segment: $0, start: segments[$0].range.start, end: segments[$0].range.end,
                    text: segments[$0].written)
            }
        }
        source = parts(bead.source, sources)
        target = parts(bead.target, targets)
        score = LadderFormat.rounded(bead.score)
        sourceWords = linked?.source
        targetWords = linked?.target
        links = linked?.links.map {
            Link(source: $0.source, target: $0.target, strength: LadderFormat.rounded($0.strength))
        }
    }
}
