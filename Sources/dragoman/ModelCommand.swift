import ArgumentParser
import Semantics

extension Dragoman {
    /// `dragoman model`: the embedding model.
    struct Model: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at the embedding model.", subcommands: [Info.self, Check.self])

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
    }
}
