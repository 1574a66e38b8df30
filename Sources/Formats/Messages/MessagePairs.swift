public import Bitext

/// Pairs the messages of two files by their keys.
public enum MessagePairs {
    /// Two documents with the messages that both have, in the source's order, the target with a note of what was left out.
    /// - Parameter areVersions: whether they are two versions of one translation, the source the old one.
    /// - Returns: `nil` where either is no file of messages.
    /// - Throws: `ReadingError` where they have no key in common.
    public static func pair(_ source: Document, _ target: Document, areVersions: Bool = false) throws(ReadingError)
        -> (source: Document, target: Document)?
    {
        guard let sourceKeys = source.keys, let targetKeys = target.keys else { return nil }
        let translations = Dictionary(zip(targetKeys, target.paragraphs), uniquingKeysWith: { $1 })
        let originals = Set(sourceKeys)
        let common = zip(sourceKeys, source.paragraphs).filter { translations[$0.0] != nil }
        guard !common.isEmpty else {
            throw ReadingError(path: target.path, reason: "has no key that \(source.path) has, too")
        }
        var pair = (source: source, target: target)
        pair.source.keep(common.map(\.1))
        pair.target.keep(common.compactMap { translations[$0.0] })
        let lost = sourceKeys.count - common.count
        let added = targetKeys.count { !originals.contains($0) }
        let reasons =
            areVersions
            ? (lost: "that the old version alone has", added: "that the old version lacks")
            : (lost: "without a translation", added: "that the source lacks")
        if lost > 0 { pair.target.notes.append("\(lost) \(reasons.lost), not compared") }
        if added > 0 { pair.target.notes.append("\(added) \(reasons.added), not compared") }
        return pair
    }
}

extension Document {
    fileprivate var paragraphs: [Paragraph] { turns.flatMap(\.paragraphs) }

    fileprivate mutating func keep(_ paragraphs: [Paragraph]) {
        turns = [
            Turn(index: 0, speaker: nil, manner: nil, paragraphs: paragraphs, range: TextRange(0, text.utf8.count))
        ]
    }
}
