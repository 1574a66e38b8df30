public import Bitext

/// Pairs the units of two versions of one bilingual file, such as a PO file before and after an edit.
public enum UnitPairs {
    /// The units that both files translate, in the new file's order: what they translate, and both translations, the new one
    /// with a note of what was left out.
    ///
    /// A unit is known by what it translates; of several that translate the same, the first is the first's, the second the
    /// second's.
    /// - Throws: `ReadingError` where the files have no unit in common.
    public static func pair(_ old: (text: BilingualText, path: String), _ new: (text: BilingualText, path: String))
        throws(ReadingError) -> (source: Document, old: Document, new: Document)
    {
        let (oldKeys, newKeys) = (keys(old.text), keys(new.text))
        let places = Dictionary(zip(oldKeys, old.text.units), uniquingKeysWith: { first, _ in first })
        let common = zip(newKeys, new.text.units).filter { places[$0.0] != nil }
        guard !common.isEmpty else {
            throw ReadingError(path: new.path, reason: "translates nothing that \(old.path) translates, too")
        }
        let kept = (old: old.text.keeping(common.compactMap { places[$0.0] }), new: new.text.keeping(common.map(\.1)))
        let names = common.map { "\($0.0.source) \($0.0.number)" }
        var documents = (
            source: kept.new.document(.source, path: new.path, keys: names),
            old: kept.old.document(.target, path: old.path, keys: names),
            new: kept.new.document(.target, path: new.path, keys: names)
        )
        let lost = oldKeys.count - common.count
        let added = newKeys.count - common.count
        if lost > 0 { documents.new.notes.append("\(lost) that the old version alone has, not compared") }
        if added > 0 { documents.new.notes.append("\(added) that the old version lacks, not compared") }
        return documents
    }

    /// What a unit translates, and how many before it translate the same.
    private struct Key: Hashable {
        let source: String
        let number: Int
    }

    private static func keys(_ text: BilingualText) -> [Key] {
        var counts: [String: Int] = [:]
        return text.units.map { unit in
            let number = counts[unit.source.text, default: 0]
            counts[unit.source.text] = number + 1
            return Key(source: unit.source.text, number: number)
        }
    }
}
