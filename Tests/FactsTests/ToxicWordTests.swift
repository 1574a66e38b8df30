import Bitext
import Corpus
import Drift
import Facts
import Foundation
import TestSupport
import Testing

/// Words that insult or swear.
@Suite struct ToxicWordTests {
    @Test(arguments: [
        ("en", "You stupid bastard, get out!", ["stupid:mild", "bastard:strong"]),
        ("en", "The dog is dirty.", ["dog:answer", "dirty:answer"]),
        ("en", "He quoted Dick Cheney and Damn Yankees.", ["Dick:answer", "Damn:mild, may only answer"]),
        ("en", "The bastardized SHITAKE recipe for forty countries", ["bastardized:strong"]),
        ("en", "YOU STUPID BASTARD", ["STUPID:mild", "BASTARD:strong"]),
        ("de", "Der Minister ist ein Arschloch.", ["Arschloch:strong"]),
        ("de", "Er sagte „bullshit“ und ging.", ["bullshit:strong"]),
        ("de", "Die Stadt Dickenschied", []),
        ("fr", "L’enculé est parti.", ["L’enculé:strong"]), ("it", "Figlio di puttana!", ["Figlio di puttana:strong"]),
        ("tr", "Sen geri zekalı mısın?", ["geri zekalı:mild"]), ("vi", "Đồ ngu ngốc!", ["ngu ngốc:mild"]),
        ("ru", "Этот мудак опоздал, чертёж недоумения у трахеи.", ["мудак:strong"]),
        ("uk", "Нігерієць робить педикюр.", []), ("cs", "Negrafický prokluz u kokotice.", []),
        ("sv", "En negering av påståendet.", []), ("el", "Ο αρχιδούκας έχει μαλακό μαξιλάρι.", []),
        ("ja", "あの野郎はバカだ。", ["野郎:strong", "バカ:mild"]), ("ja", "あ の 馬 鹿 が 来 た 。", ["馬 鹿:mild"]),
        ("ja", "全くその通りだ。彼はほくそ笑んだ。", []), ("ja", "戦って死ねるか。野郎ども！くそ！", ["くそ:strong"]),
        ("ja", "イブラヒモビッチとジャクソンはバカンス中ばかりだ。", []),
        ("zh", "这个混蛋把垃圾桶扔了。", ["混蛋:strong"]), ("ko", "그 씨발놈이 왔다.", ["씨발놈이:strong"]),
        ("th", "ไอ้โง่อยู่ที่บ้าน", ["ไอ้โง่:mild"]), ("ar", "يا ابن الكلب!", ["ابن الكلب:strong"]),
        ("xx", "Er is een asshole in de hel.", ["asshole:strong"]), ("en", "", []),
    ])
    func reads(language: String, text: String, expected: [String]) throws {
        let version = try VersionReader().read(Array(text.utf8), path: "text.txt", language: Language(language))
        let found = version.segments.flatMap { segment in
            segment.toxicWords.map { word in
                "\(segment.segment.text.slice(word.range)):\(word.kind)"
                    + (word.asks || word.kind == .answer ? "" : ", may only answer")
            }
        }
        #expect(found == expected)
    }

    @Test func `a form of the table has one class, a script and no capitals`() throws {
        let url = Project.root.appending(path: "Sources/Facts/Resources/toxic-words.tsv")
        let rows = ResourceTable.rows(Array(try Data(contentsOf: url)))
        #expect(rows.count > 100)
        var seen: Set<[String]> = []
        for row in rows {
            try #require(row.count == 3, "\(row)")
            #expect(["strong", "mild", "answer", "plain"].contains(row[1]), "\(row[0]) \(row[1])")
            for form in row[2].split(separator: " ").map(String.init) {
                #expect(seen.insert([row[0], form]).inserted, "twice: \(row[0]) \(form)")
                #expect(form == form.lowercased(), "\(row[0]) \(form)")
                let isLatin = form.unicodeScalars.filter(\.properties.isAlphabetic).map {
                    $0.value < 0x250 || 0x1E00...0x1EFF ~= $0.value
                }
                #expect(Set(isLatin).count == 1, "two scripts: \(row[0]) \(form)")
            }
        }
    }

    @Test func knowsLanguages() {
        #expect(["en", "de", "uk", "ko", "nn", "yue"].allSatisfy { ToxicWordReader.knows(Language($0)) })
        #expect(["any", "xx", "la"].allSatisfy { !ToxicWordReader.knows(Language($0)) })
    }
}
