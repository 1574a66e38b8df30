internal import Bitext
internal import Facts

/// Tells numbers in digits that stand for ten years, or a hundred: the 1980s, années 80, 1980-talet; by
/// `Resources/decades.tsv`.
struct Decades {
    private let behind: [String]
    private let before: [String]
    /// Words before a number of two digits.
    private let short: [String]

    /// The marks of a language; none for one that the table lacks.
    static func of(_ language: Language) -> Decades { languages[language.tableCode] ?? Decades([]) }

    private static let languages: [String: Decades] = Dictionary(
        grouping: ResourceTable.rows(PackageResources.decades_tsv, columns: 3), by: { $0[0] }
    ).mapValues(Decades.init)

    private init(_ rows: [[String]]) {
        func forms(_ place: String) -> [String] {
            rows.filter { $0[1] == place }.flatMap { $0[2].split(separator: " ") }.map {
                String($0).replacing("_", with: " ")
            }
        }
        (behind, before, short) = (forms("behind"), forms("before"), forms("short"))
    }

    /// The last two digits of a number that stands for a decade or a century; `nil` for other numbers.
    func decade(_ fact: Fact, in segment: AnalysedSegment) -> Int? {
        guard let value = fact.value.whole, value % 10 == 0, (20..<100).contains(value) || (1000..<2100).contains(value)
        else { return nil }
        let text = segment.segment.text
        let following = segment.text(behind: fact).lowercased()
        let isMarked =
            behind.contains { following.hasPrefix($0) && !(followsOn($0, in: following)) }
            || (value < 100 ? before + short : before).contains { stands($0, before: fact.range.start, in: text) }
        return isMarked ? value % 100 : nil
    }

    /// Whether a sign of letters that touches the number is only the beginning of a word: 80 seconds, 1980 earlier.
    private func followsOn(_ sign: String, in following: String) -> Bool {
        guard sign.first?.isLetter == true, sign.count < 3 else { return false }
        return following.dropFirst(sign.count).first?.isWordLetter ?? false
    }

    private func stands(_ words: String, before place: Int, in text: String) -> Bool {
        let earlier = text.slice(TextRange(max(0, place - 40), place)).lowercased()
        // Anni ’80.
        let bare = earlier[...].dropLast { " '’‘-־\u{A0}".contains($0) }
        guard bare.hasSuffix(words) else { return false }
        return bare.dropLast(words.count).last?.isWordLetter != true
    }
}
