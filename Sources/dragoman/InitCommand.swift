import ArgumentParser
import Bitext
import Corpus
import Formats
import Reporting

extension Dragoman {
    /// `dragoman init`: starter files.
    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a commented dragoman.toml; with --github, a workflow; with --pre-commit, an entry.",
            discussion: "Where versions of one text stand, and the source's language, are guessed by the files' names.")

        @Argument(help: "The folder.")
        var folder = "."

        @Flag(help: "Also write .github/workflows/dragoman.yml.")
        var github = false

        @Flag(help: "Also write .pre-commit-config.yaml.")
        var preCommit = false

        func run() throws {
            let suggestion = FilePath.isFolder(folder) ? try PatternSuggestion(folder: folder) : nil
            var files = [("dragoman.toml", try Init.configurationText(suggestion))]
            if github { files.append((".github/workflows/dragoman.yml", Init.workflowText)) }
            if preCommit { files.append((".pre-commit-config.yaml", Init.preCommitText)) }
            for (name, _) in files where FilePath.exists(FilePath.joined(folder, name)) {
                throw ReadingError(path: FilePath.joined(folder, name), reason: "is there already; nothing was written")
            }
            for (name, text) in files {
                let path = FilePath.joined(folder, name)
                try makeFolder(FilePath.folder(of: path))
                try writeFile(text, to: path)
                Output.write("\(path)\n")
            }
            if suggestion == nil {
                Output.complain(
                    "dragoman: no names of files here differ in a language only: say in dragoman.toml where versions stand"
                )
            }
        }

        /// The starter configuration, with what a folder suggests; a test reads it.
        static func configurationText(_ suggestion: PatternSuggestion?) throws -> String {
            let patterns = suggestion?.patterns ?? ["**/{id}.{lang}.txt"]
            let preset = suggestion?.preset.map { "preset = \"\($0.rawValue)\"" } ?? "# preset = \"transcript\""
            // JSON's lists of texts are TOML's, too.
            let list = try JSONText.write(patterns).replacing("\",\"", with: "\", \"")
            return """
                # What dragoman checks here. dragoman check --list-files prints the pairs.

                # What kind of text it is: transcript, subtitles, legal or interface. Settings below change what it sets.
                \(preset)

                # The language that the others were translated from.
                source = "\(suggestion?.source.tag ?? "en")"

                # The language of the versions between, if the others were translated from those: findings then name their leg.
                # relay = "ru"

                # The languages under test; all that are found if left out.
                # targets = ["de", "ru"]

                # Where versions of one text stand: {lang} is the language, {id} the text's name, ** any folders. Others are
                # "i18n/{lang}.json", "res/values-{lang}/strings.xml", "po/{lang}.po", "**/{id}.{lang}.docx".
                pairs = \(list)

                # Files that are left out.
                # exclude = ["drafts/**"]

                [check]
                # The least severity that fails a build: neutral, minor, major, critical or never.
                fail-on = "major"
                # Findings below this confidence are counted, not shown.
                min-confidence = 0.5
                # Checks to leave out, or to run alone: dragoman checks lists them.
                # skip = ["sentence-kind"]
                # only = []
                # Another least confidence for some checks.
                # confidence = { number-mismatch = 0.8 }
                # Known findings: dragoman baseline write makes the file.
                # baseline = "dragoman-baseline.jsonl"
                # Terms and their translations: a table whose first line names the languages (en, de, !de for wrong ones), or TBX.
                # glossary = ["terms.tsv"]

                # Other settings for some files, or some languages.
                # [[override]]
                # paths = ["speeches/**"]
                # languages = ["en-ja", "*-ko"]
                # skip = ["number-word-mismatch"]
                # min-confidence = 0.7

                """
        }

        private static let workflowText = """
            name: translations
            on: [push, pull_request]
            jobs:
              dragoman:
                runs-on: ubuntu-latest
                permissions:
                  contents: read
                  security-events: write
                steps:
                  - uses: actions/checkout@v4
                  # Install dragoman here: see its README.
                  - run: dragoman check --format github --output sarif:dragoman.sarif
                  - uses: github/codeql-action/upload-sarif@v3
                    if: always()
                    with:
                      sarif_file: dragoman.sarif

            """

        private static let preCommitText = """
            repos:
              - repo: local
                hooks:
                  - id: dragoman
                    name: dragoman
                    entry: dragoman check
                    language: system
                    pass_filenames: false

            """
    }
}
