import ArgumentParser
import Bitext
import Formats
import Semantics

extension Dragoman {
    /// `dragoman identify`: tells languages.
    struct Identify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say which language texts are in.",
            discussion: """
                Prints the language's tag, how far the next one is behind (0 to 1), and the file's name; “und” where it cannot be \
                told. With --lines, a line of output for each line of the text.
                """)

        @Argument(help: "Files, or - for standard input.")
        var files: [String] = ["-"]

        @Flag(help: "Tell the language of each line.")
        var lines = false

        func run() throws {
            for path in files {
                let text = try EncodedText(Input.bytes(path), path: path).text
                guard lines else {
                    Output.write("\(told(text))\t\(path)\n")
                    continue
                }
                var all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                if all.last?.isEmpty == true { all.removeLast() }
                Output.write(all.map { told($0) + "\n" }.joined())
            }
        }

        private func told(_ text: some StringProtocol) -> String {
            guard let guess = LanguageIdentifier.shared.identify(text) else { return "und\t0" }
            return "\(guess.language.tag)\t\(LadderFormat.rounded(guess.lead))"
        }
    }
}
