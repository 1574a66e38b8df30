import Aligning
import ArgumentParser
import Bitext
import Formats

extension Dragoman {
    /// `dragoman eval`: scores ladders, or scores of pairs, against gold.
    struct Eval: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Score ladders against gold ones, as the Vecalign paper does; or scores of pairs against labels.",
            discussion: """
                Ladders in Vecalign's form ([0]:[0,1]:0.83; Bertalign and SentAlign write it too) or hunalign's. With several \
                documents, give --gold and --ladder once for each, in the same order: counts add up, and 95 % intervals over \
                the documents are printed.
                --labels takes rows {"id","label","category"} (label 1 for an error), --scores what dragoman score wrote \
                for the same ids: AUROC, average precision, best MCC, recall by category, and what scores are worth.
                """)

        @Option(help: "A gold ladder (repeatable).")
        var gold: [String] = []

        @Option(help: "A ladder to score (repeatable).")
        var ladder: [String] = []

        @Option(help: "Labels of pairs: JSON Lines.")
        var labels: String?

        @Option(help: "What dragoman score wrote for them.")
        var scores: String?

        func validate() throws {
            guard (labels == nil) == (scores == nil), labels == nil || (gold.isEmpty && ladder.isEmpty) else {
                throw ValidationError("--labels and --scores go together, without --gold and --ladder")
            }
            guard labels == nil else { return }
            guard !gold.isEmpty, gold.count == ladder.count else {
                throw ValidationError("--gold and --ladder are given once for each document, as often as each other")
            }
        }

        func run() throws {
            if let labels, let scores {
                return Output.write(try EvalScores(labels: labels, scores: scores).text)
            }
            var documents: [LadderScore.Counts] = []
            var shapes: [String: (gold: Int, right: Int)] = [:]
            var worth: [[(score: Double, isRight: Bool)]] = [[], []]
            for (goldPath, path) in zip(gold, ladder) {
                let right = try read(goldPath)
                let found = try read(path)
                for (bead, score) in LadderReader.probabilities(String(decoding: try Input.bytes(path), as: UTF8.self))
                {
                    worth[bead.isFull ? 0 : 1].append((score, right.contains(bead)))
                }
                documents.append(LadderScore.Counts(gold: right, found: found))
                for bead in right {
                    shapes[bead.shape, default: (0, 0)].gold += 1
                    if found.contains(bead) { shapes[bead.shape, default: (0, 0)].right += 1 }
                }
            }
            let score = LadderScore(documents.reduce(LadderScore.Counts(), +))
            Output.write("        precision  recall      F1\n")
            let kinds: [(String, (LadderScore) -> LadderScore.Figures?)] = [
                ("strict", { $0.strict }), ("lax", { $0.lax }), ("null", { $0.null }),
            ]
            for (name, pick) in kinds {
                guard let figures = pick(score) else {
                    Output.write("\(name)    neither ladder has segments without a counterpart\n")
                    continue
                }
                let interval =
                    LadderScore.interval(documents) { pick($0)?.f1 ?? 0 }
                    .map { "  (\(percent($0.lowerBound)) to \(percent($0.upperBound)))" } ?? ""
                Output.write(
                    "\(padded(name, 8))\(left(percent(figures.precision), 9))\(left(percent(figures.recall), 8))"
                        + "\(left(percent(figures.f1), 8))\(interval)\n")
            }
            Output.write("\nshape    gold   found\n")
            for (shape, counts) in shapes.sorted(by: { ($1.value.gold, $0.key) < ($0.value.gold, $1.key) }) {
                Output.write("\(padded(shape, 6))\(left("\(counts.gold)", 7))\(left("\(counts.right)", 8))\n")
            }
            for (name, beads) in zip(["beads", "null beads"], worth) where !beads.isEmpty {
                Output.write("\nwhat scores of \(name) are worth\nscore      count   mean score    right\n")
                let tenths = Dictionary(grouping: beads) { min(9, Int($0.score * 10)) }
                for (tenth, group) in tenths.sorted(by: { $0.key < $1.key }) {
                    let count = Double(group.count)
                    let mean = group.reduce(0) { $0 + $1.score } / count
                    let right = Double(group.count(where: \.isRight)) / count
                    let range = "0.\(tenth)–\(tenth == 9 ? "1.0" : "0.\(tenth + 1)")"
                    Output.write(
                        "\(padded(range, 8))\(left("\(group.count)", 8))\(left(percent(mean), 13))"
                            + "\(left(percent(right), 9))\n")
                }
            }
        }

        private func read(_ path: String) throws(ReadingError) -> Set<NumberedBead> {
            try LadderReader.read(String(decoding: Input.bytes(path), as: UTF8.self), path: path)
        }

        private func percent(_ share: Double) -> String {
            let hundredths = Int((share * 10_000).rounded())
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
        }

        private func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }

        private func left(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
    }
}
