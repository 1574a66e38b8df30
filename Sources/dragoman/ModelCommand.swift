import ArgumentParser
import Formats
import Semantics

extension Dragoman {
    /// `dragoman model`: the embedding model.
    struct Model: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at the embedding model.", subcommands: [Info.self, Check.self, Bench.self])

        /// `dragoman model info`: which model is used.
        struct Info: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Say which model is used.",
                discussion: """
                    The model is looked for beside the program, then in ../share/dragoman; DRAGOMAN_MODEL names another \
                    file, and DRAGOMAN_MODEL=none goes without.
                    """)

            func run() throws {
                guard let file = EmbeddedModel.vocabulary?.vectors else {
                    Output.complain("no model was found; alignment goes by length, numbers and look-alike words")
                    throw ExitCode(2)
                }
                Output.write(
                    """
                    name        \(file.name)
                    file        \(file.path)
                    pieces      \(file.pieceCount)
                    dimensions  \(file.dimensions)

                    """)
            }
        }

        /// `dragoman model check`: whether a model file is whole.
        struct Check: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Check that a model file is whole.")

            @Argument(help: "A model file.")
            var path: String

            func run() throws {
                do {
                    let file = try VectorFile(path: path, verifies: true)
                    Output.write("\(path): whole, \(file.pieceCount) pieces, \(file.dimensions) dimensions\n")
                } catch {
                    Output.complain(error.description)
                    throw ExitCode(2)
                }
            }
        }

        /// `dragoman model bench`: how fast it is.
        struct Bench: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Measure the model on two texts, a sentence a line.",
                discussion: "Everything runs on one core; lines of the same number are compared.")

            @Argument(help: "A text, a sentence a line.")
            var first: String

            @Argument(help: "Its translation, a sentence a line.")
            var second: String

            func run() throws {
                let clock = ContinuousClock()
                var vocabulary: PieceVocabulary?
                let opening = clock.measure { vocabulary = EmbeddedModel.vocabulary }
                guard let vocabulary else {
                    Output.complain("no model was found")
                    throw ExitCode(2)
                }
                let sides = (try TextLines.read(first), try TextLines.read(second))
                let pairs = Array(zip(sides.0, sides.1))
                guard !pairs.isEmpty else { throw ReadingError(path: first, reason: "holds no line to measure") }
                // The first round learns the words; the second is what a long run is like.
                let matcher = PairMatcher(vocabulary)
                var sum = 0.0
                func matching() -> Double {
                    seconds(
                        clock.measure {
                            for (one, other) in pairs { sum += matcher.match(one, other)?.similarity ?? 0 }
                        })
                }
                let (cold, warm) = (matching(), matching())
                var links = 0
                let linking = seconds(
                    clock.measure { for (one, other) in pairs { links += matcher.links(one, other)?.links.count ?? 0 } }
                )
                let bytes = (sides.0 + sides.1).reduce(0) { $0 + $1.utf8.count }
                var pieces = 0
                let cutting = seconds(
                    clock.measure { for line in sides.0 + sides.1 { pieces += vocabulary.pieceCount(line) } })
                Output.write(
                    """
                    opened in          \(rounded(seconds(opening) * 1000)) ms
                    pieces             \(pieces), cut at \(rounded(Double(bytes) / cutting / 1e6)) MB a second
                    pairs compared     \(Int(Double(pairs.count) / warm)) a second (\(Int(Double(pairs.count) / cold)) with new words)
                    pairs linked       \(Int(Double(pairs.count) / linking)) a second
                    mean similarity    \(rounded(sum / Double(2 * pairs.count)))
                    links a pair       \(rounded(Double(links) / Double(pairs.count)))

                    """)
            }

            private func seconds(_ duration: Duration) -> Double {
                max(1e-9, Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
            }

            private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
        }
    }
}
