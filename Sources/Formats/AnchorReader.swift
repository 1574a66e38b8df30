public import Bitext

/// What a user knows of a ladder: a line of a file of anchors.
public struct Anchor: Sendable, Hashable {
    /// What the line says.
    public enum Kind: Sendable, Hashable {
        /// A whole bead, by segment numbers from 0.
        case bead(NumberedBead)
        /// Two segments that start beads, each by its place (`t4.s2`) or by text that it alone holds.
        case start(String, String)
    }

    /// What the line says.
    public let kind: Kind
    /// The line, from 1.
    public let line: Int
}

/// Reads files of anchors: ladders in Vecalign's form, whole or in part, and pairs separated by a tab.
public enum AnchorReader {
    /// Reads anchors.
    /// - Throws: `ReadingError` with the line of what is none.
    public static func read(_ bytes: [UInt8], path: String) throws(ReadingError) -> [Anchor] {
        var anchors: [Anchor] = []
        let text = try EncodedText(bytes, path: path).text
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let bare = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            guard !bare.isEmpty, !bare.hasPrefix("#") else { continue }
            if let bead = LadderReader.bracketed(String(bare)) {
                anchors.append(Anchor(kind: .bead(bead), line: index + 1))
                continue
            }
            let cells = bare.split(separator: "\t").map { String($0).trimmed }.filter { !$0.isEmpty }
            guard cells.count == 2 else {
                throw ReadingError(
                    path: path, line: index + 1,
                    reason: "neither a bead ([3]:[4]) nor two places or texts with a tab between")
            }
            anchors.append(Anchor(kind: .start(cells[0], cells[1]), line: index + 1))
        }
        return anchors
    }
}
