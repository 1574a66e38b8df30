import Bitext
import Foundation
import TestSupport
import Testing

@testable import Semantics

@Suite struct ModelTests {
    static let path = Project.root.appending(path: "Sources/Semantics/Resources/vectors.bin").path

    private func vocabulary() throws -> PieceVocabulary { PieceVocabulary(try VectorFile(path: ModelTests.path)) }

    @Test func `the shipped model is whole`() throws {
        let file = try VectorFile(path: ModelTests.path, verifies: true)
        #expect(file.pieceCount == 249_998)
        #expect(file.dimensions == 128)
        #expect(EmbeddedModel.vocabulary != nil)
    }

    @Test func `a cut, damaged or foreign file is refused with a reason`() throws {
        let whole = try Data(contentsOf: URL(filePath: ModelTests.path))
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var flipped = whole
        flipped[whole.count - 9] ^= 0x55
        var version = whole
        version[4] = 9
        var chance = whole
        chance[33] = 9
        // Sizes whose product is beyond what a number holds.
        var huge = whole
        for byte in 8..<16 { huge[byte] = 0xFF }
        var infinite = whole
        infinite.replaceSubrange(whole.count - 4..<whole.count, with: [0, 0, 0x80, 0x7F])
        let cases: [(Data, String)] = [
            (huge, "are no model"),
            (whole.prefix(1 << 20), "cut or damaged"), (flipped, "checksum"), (Data("hello".utf8), "not a model"),
            (version, "format version 9"), (chance, "likeness by chance"), (Data(), "not a model"),
        ]
        for (number, (data, reason)) in cases.enumerated() {
            let path = folder.appending(path: "\(number).bin").path
            try data.write(to: URL(filePath: path))
            let fault = #expect(throws: VectorFile.Fault.self) { try VectorFile(path: path, verifies: true) }
            #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "")")
        }
        #expect(throws: VectorFile.Fault.self) { try VectorFile(path: folder.path + "/none.bin") }
        // The checksum, which would tell, is not always computed.
        let path = folder.appending(path: "infinite.bin").path
        try infinite.write(to: URL(filePath: path))
        let fault = #expect(throws: VectorFile.Fault.self) { try VectorFile(path: path) }
        #expect(fault?.reason.contains("absence") == true)
    }

    /// Pieces as the reference tokenizer of the model gives them.
    @Test(arguments: [
        ("Достоевский", ["▁До", "сто", "евски", "й"]),
        ("retranslated", ["▁re", "trans", "la", "ted"]),
        ("대통령은", ["▁대통령", "은"]),
        ("denuclearise", ["▁de", "nu", "clear", "ise"]),
        ("ﬁnance", ["▁finance"]),
        ("北京大学", ["▁", "北京", "大学"]),
        ("Ｕｌａｎ", ["▁U", "lan"]),
        ("naïve", ["▁na", "ï", "ve"]),
        ("Straßenbahn,", ["▁Straßen", "bahn", ","]),
    ])
    func `words are cut into the model's own pieces`(word: String, pieces: [String]) throws {
        let vocabulary = try vocabulary()
        let found = vocabulary.pieces(word).map { piece in
            let file = vocabulary.file.pieces
            return String(decoding: file.strings[Int(file.starts[piece])..<Int(file.starts[piece + 1])], as: UTF8.self)
        }
        #expect(found == pieces)
    }

    @Test(arguments: [
        ("The river was frozen all winter.", "Река была подо льдом всю зиму.", "Министр подписал договор о торговле."),
        (
            "The committee of the parliament discussed the budget for schools and hospitals in Berlin on Monday.",
            "의회 위원회는 월요일 베를린에서 학교와 병원을 위한 예산을 논의했다.",
            "그의 어머니는 바다에서 물고기를 잡는 늙은 어부였다."
        ),
        (
            "The committee of the parliament discussed the budget for schools and hospitals in Berlin on Monday.",
            "议会委员会星期一在柏林讨论了学校和医院的预算。", "他的母亲是一位在海上捕鱼的老渔民。"
        ),
        ("We thank the teachers.", "Wir danken den Lehrern.", "Der Fluss war den ganzen Winter zugefroren."),
    ])
    func `a translation is more alike than another sentence`(source: String, translation: String, other: String) throws
    {
        let matcher = PairMatcher(try vocabulary())
        let right = try #require(matcher.match(source, translation)).similarity
        let wrong = try #require(matcher.match(source, other)).similarity
        #expect(right > wrong + 0.1, "\(right) \(wrong)")
    }

    @Test(arguments: [
        ("The old bridge and the castle were destroyed.", "Die alte Brücke wurde zerstört.", "castle", "bridge"),
        ("She bought bread, milk and potatoes.", "Она купила хлеб и молоко.", "potatoes", "bread"),
        ("The doctor examined the patient and called the police.", "의사는 환자를 진찰했다.", "police", "patient"),
        ("The village has a school and a hospital.", "Le village a une école.", "hospital", "school"),
    ])
    func `what a translation leaves out is likelier missing than not, what it has is not`(
        source: String, translation: String, lost: String, kept: String
    ) throws {
        let match = try #require(PairMatcher(try vocabulary()).match(source, translation))
        func missing(_ word: String) -> Float? {
            match.source.first { source.slice($0.range).hasPrefix(word) }?.missing
        }
        let (gone, there) = (try #require(missing(lost)), try #require(missing(kept)))
        #expect(gone > 0 && there < 0, "\(gone) \(there)")
    }

    @Test(arguments: [
        ("Mongolia", "몽골"), ("elephant", "слон"), ("Warsaw", "바르샤바"), ("Ισπανία", "スペイン"), ("Tuesday", "الثلاثاء"),
        ("ქართული", "georgisch"),
    ])
    func `names of things are alike in all languages`(name: String, other: String) throws {
        let matcher = PairMatcher(try vocabulary())
        let right = try #require(matcher.match(name, other)).similarity
        let wrong = try #require(matcher.match(name, "бутылка")).similarity
        #expect(right > wrong + 0.2, "\(right) \(wrong)")
    }

    @Test func `a list of a few pieces is found in, and damaged ones are none`() throws {
        let words = ["a", "ab", "абв", "b"].map { Array($0.utf8) }
        var coded: [UInt8] = []
        var previous: [UInt8] = []
        for word in words {
            let shared = zip(previous, word).prefix { $0 == $1 }.count
            coded += [UInt8(shared), UInt8(word.count - shared)] + word[shared...]
            previous = word
        }
        let table = try #require(PieceTable(frontCoded: coded, count: words.count))
        for (number, word) in words.enumerated() {
            #expect(table.mayStart(ByteHash.of(word)))
            #expect(table.find(word.span, 0, word.count, ByteHash.of(word)) == number)
        }
        #expect(PieceTable(frontCoded: coded, count: words.count + 1) == nil)
        #expect(PieceTable(frontCoded: [1, 1, 0x61], count: 1) == nil)
    }

    @Test func `words keep their places`() throws {
        let match = try #require(PairMatcher(try vocabulary()).match("Die große Brücke, hier.", "大きな橋です。"))
        let source = "Die große Brücke, hier."
        #expect(
            match.source.map { String(source.slice($0.range)).prefix { $0.isLetter } } == [
                "Die", "große", "Brücke", "hier",
            ])
        #expect(match.target.map(\.range).sorted() == match.target.map(\.range))
        #expect(match.target.last.map { $0.range.end <= "大きな橋です。".utf8.count } == true)
    }

    @Test(arguments: ["กระทรวงการคลังออกแถลงการณ์", "ກະຊວງການເງິນອອກຖະແຫຼງການ", "ក្រសួងសេដ្ឋកិច្ចចេញសេចក្តីថ្លែងការណ៍"])
    func `what stands without spaces is more than one word`(text: String) throws {
        let match = try #require(
            PairMatcher(try vocabulary()).match("The ministry of finance issued a statement.", text))
        #expect(match.target.count > 2)
        #expect(zip(match.target, match.target.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
    }

    @Test func `texts that are no sentences are not matched`() throws {
        let long = (0..<2100).map { "word\($0)" }.joined(separator: " ")
        let matcher = PairMatcher(try vocabulary())
        #expect(matcher.match(long, long) == nil)
        #expect(matcher.match(long, "A sentence.") != nil)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `any text is matched without a trap`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters = Array("aé漢字한 \n.,!😀\u{301}\u{200D}ﬁ٣")
        func text() -> String {
            String(
                (0..<Int.random(in: 0...30, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
        }
        let match = ModelTests.matcher.withLock { $0.flatMap { $0.match(text(), text()) } }
        #expect(match.map { (0...1).contains($0.similarity) } == true, "seed \(seed)")
    }

    private static let matcher = LockedMatcher()
}

/// One matcher for all seeds: opening the model takes some milliseconds in a debug build.
final class LockedMatcher: @unchecked Sendable {
    private let lock = NSLock()
    private let matcher = EmbeddedModel.vocabulary.map({ PairMatcher($0) })

    func withLock<Result>(_ work: (PairMatcher?) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return work(matcher)
    }
}
