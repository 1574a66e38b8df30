public import Bitext

/// Reads ladders as aligners write them: beads as numbers of segments on both sides.
///
/// Beads of gold ladders need not be contiguous, so they come as `NumberedBead`.
public enum LadderReader {
    /// Reads a ladder in Vecalign's form (`[0]:[0,1]:0.83`, which Bertalign and SentAlign write too) or in hunalign's (the
    /// first numbers of each rung, tab-separated).
    /// - Parameter path: the file's name, for messages.
    /// - Throws: `ReadingError` with the line of what is neither.
    public static func read(_ text: String, path: String) throws(ReadingError) -> Set<NumberedBead> {
        var beads: Set<NumberedBead> = []
        var rungs: [(source: Int, target: Int)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.filter { $0 != "\r" }
            guard !bare.allSatisfy(\.isWhitespace), !bare.hasPrefix("#") else { continue }
            if let bead = bracketed(bare) {
                if !bead.source.isEmpty || !bead.target.isEmpty { beads.insert(bead) }
            } else if let rung = rung(bare),
                rungs.last.map({ $0.source <= rung.source && $0.target <= rung.target }) ?? true
            {
                rungs.append(rung)
            } else {
                throw ReadingError(path: path, line: index + 1, reason: "not a bead of a ladder: “\(bare.prefix(40))”")
            }
        }
        for (start, end) in zip(rungs, rungs.dropFirst()) where start.source < end.source || start.target < end.target {
            guard end.source - start.source <= longestBead, end.target - start.target <= longestBead else {
                throw ReadingError(
                    path: path,
                    reason: "a bead from \(start.source), \(start.target) to \(end.source), \(end.target) is no bead")
            }
            beads.insert(NumberedBead(source: Set(start.source..<end.source), target: Set(start.target..<end.target)))
        }
        return beads
    }

    /// The scores of a ladder in Vecalign's form, as its third field has them; empty for hunalign's form, and for one
    /// whose scores are no probabilities, as Vecalign's own costs are not.
    public static func probabilities(_ text: String) -> [NumberedBead: Double] {
        var scores: [NumberedBead: Double] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let bead = bracketed(String(line)), let last = line.split(separator: ":").last,
                let score = Double(last.filter { !$0.isWhitespace })
            else { continue }
            guard (0...1).contains(score) else { return [:] }
            scores[bead] = score
        }
        return scores
    }

    /// Longer beads are taken for a damaged file, whose numbers could ask for any amount of memory.
    private static let longestBead = 100_000

    static func bracketed(_ line: String) -> NumberedBead? {
        guard let match = line.prefixMatch(of: /\s*\[([0-9, ]*)\]\s*:\s*\[([0-9, ]*)\]/) else { return nil }
        func numbers(_ text: Substring) -> Set<Int> {
            Set(text.split { $0 == "," || $0 == " " }.compactMap { Int($0) })
        }
        return NumberedBead(source: numbers(match.1), target: numbers(match.2))
    }

    private static func rung(_ line: String) -> (source: Int, target: Int)? {
        let cells = line.split(separator: "\t")
        guard cells.count >= 2, let source = Int(cells[0]), let target = Int(cells[1]), source >= 0, target >= 0 else {
            return nil
        }
        return (source, target)
    }
}
