import ArgumentParser
import Corpus
import Embeddings
import Formats
import Semantics

extension Dragoman {
    /// `dragoman similar`: how alike the lines of two texts are.
    struct Similar: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how alike the lines of two texts are, by the embedded model or an embedding server alone.",
            discussion: """
                Prints, for each line of A, its number, the number of the line of B that answers to it, and how alike they are, \
                0 to 1; numbers are from 0. Lines that are near to every line count for less. Languages need not be named: \
                a model's vectors are the same for all.
                """)

        @Argument(help: "A text, a sentence a line.")
        var first: String

        @Argument(help: "Another, in any language.")
        var second: String

        @Flag(help: "Print the similarity of each line of A (a row) with each line of B (a column) instead.")
        var matrix = false

        @OptionGroup var jobOptions: JobOptions
        @OptionGroup var embedding: EmbeddingOptions
        @OptionGroup var vectorFiles: VectorFileOptions

        /// How many lines of A a task compares at once: enough to be worth the words it learns anew.
        private static let chunk = 64

        func run() async throws {
            let sides = (try TextLines.read(first), try TextLines.read(second))
            let compare = try await comparing(sides)
            var nearest = NearestColumns(columns: sides.1.count)
            var starts = stride(from: 0, to: sides.0.count, by: Similar.chunk).makeIterator()
            try await OrderedPipeline.run(
                jobs: jobOptions.jobs, next: { starts.next() },
                work: { start in compare(start..<min(start + Similar.chunk, sides.0.count)) },
                write: { rows in
                    for row in rows {
                        if matrix {
                            Output.write(row.map { "\(LadderFormat.rounded($0))" }.joined(separator: "\t") + "\n")
                        } else {
                            nearest.add(row)
                        }
                    }
                })
            for (row, found) in nearest.nearest.enumerated() {
                Output.write(
                    found.map { "\(row)\t\($0.column)\t\(LadderFormat.rounded($0.similarity))\n" } ?? "\(row)\t\t\n")
            }
        }

        /// How alike some lines of A are to each line of B.
        private func comparing(
            _ sides: ([String], [String])
        ) async throws -> @Sendable (Range<Int>) -> [[Double]] {
            if let source = try vectorFiles.source(or: embedding) {
                let vectors: TextVectors
                do throws(EmbeddingError) { vectors = try await source.vectors(of: [sides.0, sides.1]) } catch {
                    throw ReadingError(path: first, reason: error.description)
                }
                let here = SegmentVectors(vectors, texts: sides.0, isCentred: true)
                let there = SegmentVectors(vectors, texts: sides.1, isCentred: true)
                return { rows in
                    rows.map { row in
                        (0..<there.count).map { Double(max(0, here.cosine(row, there, $0))) }
                    }
                }
            }
            guard let vocabulary = EmbeddedModel.vocabulary else {
                throw ReadingError(path: first, reason: "nothing to compare with: DRAGOMAN_MODEL is none")
            }
            return { rows in
                let matcher = PairMatcher(vocabulary)
                return rows.map { row in sides.1.map { matcher.match(sides.0[row], $0)?.similarity ?? 0 } }
            }
        }
    }
}

/// Texts that hold a sentence a line.
enum TextLines {
    /// The lines of a file; what stands behind the last line's end is none.
    static func read(_ path: String) throws(ReadingError) -> [String] {
        var lines = try EncodedText(Input.bytes(path), path: path).text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
