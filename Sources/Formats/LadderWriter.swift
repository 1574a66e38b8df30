public import Bitext

/// Writes a ladder in the formats that aligners share.
public enum LadderFormat: String, Sendable, CaseIterable {
    /// Vecalign's: `[0]:[0,1]:0.83`, segment numbers from 0, the bead's score last.
    case vecalign
    /// hunalign's: the first segment numbers of each bead and its score, tab-separated, the ends as a last rung.
    case ladder
    /// Numbers, score and both texts, tab-separated.
    case tsv
    /// TMX 1.4b: a translation unit for each bead that has both sides.
    case tmx
    /// XLIFF 2.0: a unit a bead; one side of a null bead is empty.
    case xliff
}

extension LadderFormat {
    /// A ladder in this format, a bead a line.
    /// - Parameter languages: those of the source and the target, for the forms that name them.
    public func write(
        _ ladder: Ladder, source: [Segment], target: [Segment], languages: (source: Language, target: Language)
    ) -> String {
        let texts = ladder.beads.map { (text($0.source, source), text($0.target, target), $0) }
        switch self {
        case .tmx: return MemoryWriter.tmx(texts, languages)
        case .xliff: return MemoryWriter.xliff(texts, languages)
        default: break
        }
        var out = ""
        for bead in ladder.beads {
            switch self {
            case .vecalign:
                out += "\(list(bead.source)):\(list(bead.target)):\(LadderFormat.rounded(bead.score))\n"
            case .ladder:
                out += "\(bead.source.lowerBound)\t\(bead.target.lowerBound)\t\(LadderFormat.rounded(bead.score))\n"
            case .tsv:
                out +=
                    "\(list(bead.source))\t\(list(bead.target))\t\(LadderFormat.rounded(bead.score))\t"
                    + "\(text(bead.source, source))\t\(text(bead.target, target))\n"
            case .tmx, .xliff: break
            }
        }
        if self == .ladder { out += "\(source.count)\t\(target.count)\t1.0\n" }
        return out
    }

    /// A score with four decimals at most, so that the same ladder prints the same bytes.
    public static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

    private func list(_ range: Range<Int>) -> String {
        "[" + range.map(String.init).joined(separator: ",") + "]"
    }

    private func text(_ range: Range<Int>, _ segments: [Segment]) -> String {
        range.filter { $0 < segments.count }.map { segments[$0].written.replacing("\t", with: " ") }.joined(
            separator: " ")
    }
}
