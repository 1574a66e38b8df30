import ArgumentParser
import Corpus
import Formats
import Semantics

extension Dragoman {
    /// `dragoman similar`: how alike the lines of two texts are.
    struct Similar: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say how alike the lines of two texts are, by the embedded model alone.",
            discussion: """
                Prints, for each line of A, its number, the number of the line of B that is most like it, and how alike they are, \
                0 to 1; numbers are from 0. Languages need not be named: the model's vectors are the same for all.
                """)

        @Argument(help: "A text, a sentence a line.")
        var first: String

        @Argument(help: "Another, in any language.")
        var second: String

        @Flag(help: "Print the similarity of each line of A (a row) with each line of B (a column) instead.")
        var matrix = false

        @OptionGroup var jobOptions: JobOptions

        /// How many lines of A a task compares at once: enough to be worth the words it learns anew.
        private static let chunk = 64

        func run() async throws {
            let sides = (try lines(first), try lines(second))
            guard let vocabulary = EmbeddedModel.vocabulary else {
                throw ReadingError(path: first, reason: "nothing to compare with: DRAGOMAN_MODEL is none")
            }
            let isMatrix = matrix
            var starts = stride(from: 0, to: sides.0.count, by: Similar.chunk).makeIterator()
            try await OrderedPipeline.run(
                jobs: jobOptions.jobs, next: { starts.next() },
                work: { start in
                    let matcher = PairMatcher(vocabulary)
                    let rows = start..<min(start + Similar.chunk, sides.0.count)
                    return rows.map { row in
                        let values = sides.1.map { matcher.match(sides.0[row], $0)?.similarity ?? 0 }
                        if isMatrix {
                            return values.map { "\(LadderFormat.rounded($0))" }.joined(separator: "\t") + "\n"
                        }
                        let best = values.indices.max { values[$0] < values[$1] }
                        return best.map { "\(row)\t\($0)\t\(LadderFormat.rounded(values[$0]))\n" } ?? "\(row)\t\t\n"
                    }.joined()
                }, write: { Output.write($0) })
        }

        private func lines(_ path: String) throws(ReadingError) -> [String] {
            var lines = try EncodedText(Input.bytes(path), path: path).text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline
            ).map(String.init)
            if lines.last == "" { lines.removeLast() }
            return lines
        }
    }
}
