import ArgumentParser
import Bitext
import Corpus
import Formats
import Semantics

extension Dragoman {
    /// `dragoman lexicon`: learns which words answer to which.
    struct LexiconCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "lexicon",
            abstract: "Learn which words answer to which from translations, for --lexicon.",
            discussion: """
                Takes two files, a bilingual file (TMX, XLIFF, PO) or a folder, as dragoman check does, and prints a table: \
                two words, and how likely the one becomes the other, both ways. Learn from other texts than those that are \
                checked: what was learnt from a text takes its part.
                """)

        @Argument(help: "A text file, a bilingual file, or a folder.")
        var source: String = "."

        @Argument(help: "The file's translation.")
        var target: String?

        @OptionGroup var versions: VersionOptions
        @OptionGroup var jobOptions: JobOptions
        @OptionGroup var project: ProjectOptions

        func run() async throws {
            guard let vocabulary = EmbeddedModel.vocabulary else {
                throw ReadingError(path: source, reason: "words are told by the model: DRAGOMAN_MODEL is none")
            }
            var learner: (languages: [String], learner: LexiconLearner)?
            func learn(_ texts: BeadTexts) throws(ReadingError) {
                let languages = [texts.source.code, texts.target.code]
                let known =
                    learner ?? (languages, LexiconLearner(vocabulary, source: texts.source, target: texts.target))
                guard known.languages == languages else {
                    throw ReadingError(
                        path: source,
                        reason:
                            "holds pairs in \(known.languages.joined(separator: "–")) and \(languages.joined(separator: "–")): choose by --source-lang and --target-lang"
                    )
                }
                learner = known
                for pair in texts.pairs { known.learner.add(pair.source, pair.target) }
            }
            var hasProblems = false
            if let target {
                let (source, target) = try await versions.read(source, target, jobs: jobOptions.jobs)
                try learn(BeadTexts(aligning: source, target, evidence: versions.evidence))
            } else if !FilePath.isFolder(source) {
                guard
                    let text = try BilingualText(
                        Input.bytes(source), path: source, source: versions.sourceLang, target: versions.targetLang)
                else {
                    throw ReadingError(
                        path: source,
                        reason: "holds \(BilingualText.noKind): name its translation too")
                }
                try learn(BeadTexts(units: VersionReader().versions(of: text, path: source)))
            } else {
                hasProblems = try await learnFolder(learn)
            }
            guard let learner, learner.learner.count > 0 else {
                throw ReadingError(path: source, reason: "holds no text to learn from")
            }
            let lexicon = learner.learner.lexicon()
            guard !lexicon.entries.isEmpty else {
                throw ReadingError(path: source, reason: "is too little to learn from: no two words met often enough")
            }
            Output.write(LexiconFile.write(lexicon))
            if learner.learner.leftOut > 0 {
                Output.complain(
                    "dragoman: learnt from \(learner.learner.count) pairs of texts; \(learner.learner.leftOut) were left out, too long or too many"
                )
            }
            if hasProblems { throw ExitCode(2) }
        }

        /// Learns from the pairs of a folder, aligned several at once.
        /// - Returns: whether any could not be read.
        private func learnFolder(_ learn: (BeadTexts) throws(ReadingError) -> Void) async throws -> Bool {
            var project = try self.project.project(source)
            if let language = versions.sourceLang { project.configuration.source = language }
            if let language = versions.targetLang { project.configuration.targets = [language] }
            let found = try project.pairs()
            var problems = found.problems
            let reader = VersionReader(form: versions.segmented ? .segmented : .prose)
            let evidence = versions.evidence
            var iterator = found.pairs.makeIterator()
            try await OrderedPipeline.run(
                jobs: jobOptions.jobs, next: { iterator.next() },
                work: { pair in
                    Result { () throws(ReadingError) in
                        try BeadTexts(pair, reader: reader, evidence: evidence) { path throws(ReadingError) in
                            try Input.bytes(path)
                        }
                    }
                },
                write: { (result: Result<BeadTexts, ReadingError>) in
                    switch result {
                    case .success(let texts): try learn(texts)
                    case .failure(let problem): problems.append(problem)
                    }
                })
            for problem in problems { Output.complain("dragoman: \(problem)") }
            return !problems.isEmpty
        }
    }
}
