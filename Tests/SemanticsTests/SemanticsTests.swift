import Bitext
import Foundation
import Semantics
import Testing

@Suite struct SemanticsTests {
    @Test(arguments: [
        ("We are very glad to welcome you to the city, and we will meet again.", "en"),
        ("Мы очень рады видеть вас в этом городе, и мы ещё встретимся.", "ru"),
        ("Ми дуже раді бачити вас у цьому місті, і ми ще зустрінемося.", "uk"),
        ("Wir freuen uns sehr, dass Sie in die Stadt gekommen sind, und wir sehen uns wieder.", "de"),
        ("Nous sommes très heureux de vous voir dans cette ville, et nous nous reverrons.", "fr"),
        ("Estamos muy contentos de verlos en esta ciudad, y nos veremos otra vez.", "es"),
        ("여러분을 환영합니다", "ko"), ("皆様を歓迎します", "ja"), ("我们欢迎你们来到这里", "zh"),
        ("Şehirde sizi görmekten çok mutluyuz.", "tr"), ("Bardzo się cieszymy, że państwo przyjechali.", "pl"),
        ("Velmi nás těší, že jste přijeli.", "cs"), ("Jsme rádi, že jste přišli na setkání", "cs"),
        ("Nadie será sometido a esclavitud ni a servidumbre en esta ciudad nuestra.", "es"),
        ("Estamos muito contentes por vê-los na nossa cidade.", "pt"),
        ("Chúng tôi rất vui mừng được gặp quý vị.", "vi"),
        ("हम आपका इस शहर में स्वागत करते हैं और फिर मिलेंगे।", "hi"),
        ("आम्ही तुमचे या शहरात स्वागत करतो आणि आपण पुन्हा भेटू.", "mr"),
        ("Dotarea orașului cu apă potabilă va începe în luna mai.", "ro"),
        ("Η πόλη σας καλωσορίζει", "el"), ("Біз сіздерді осы қалада қарсы алуға қуаныштымыз.", "kk"),
        ("ما از دیدن شما در این شهر بسیار خوشحالیم.", "fa"), ("ہم آپ کو اس شہر میں دیکھ کر بہت خوش ہیں۔", "ur"),
        ("نحن سعداء جدا بوجودكم في هذه المدينة على أن نلتقي من جديد", "ar"),
    ])
    func `languages are told`(text: String, language: String) {
        #expect(LanguageIdentifier.shared.identify(text)?.language.tag == language)
    }

    @Test(arguments: ["", "12:30", "OK", "Berg", "Anna Schmidt", "§ 5"])
    func `short text cannot be told`(text: String) {
        #expect(LanguageIdentifier.shared.identify(text) == nil)
    }

    @Test func `decomposed letters tell the same language`() throws {
        let text = "Şehirde sizi görmekten çok mutluyuz, yakında yine görüşeceğiz."
        let composed = try #require(LanguageIdentifier.shared.identify(text))
        let decomposed = text.decomposedStringWithCanonicalMapping
        #expect(LanguageIdentifier.shared.identify(decomposed) == composed)
        #expect(LanguageIdentifier.shared.identify(text.uppercased())?.language == composed.language)
    }

    @Test(arguments: [
        (
            "The ministers signed the treaty in Oslo", "Министры подписали договор в Осло",
            ["ministers=Министры", "signed=подписали", "Oslo=Осло"]
        ),
        ("We always supported peace", "우리는 언제나 평화를 지지했습니다", ["always=언제나", "supported=지지했습니다", "peace=평화를"]),
        ("the same words", "the same words", ["same=same", "the=the", "words=words"]), ("", "nothing", []),
    ])
    func `words are linked`(source: String, target: String, expected: [String]) throws {
        let matcher = PairMatcher(try #require(EmbeddedModel.vocabulary))
        let words = try #require(matcher.links(source, target))
        let links = words.links.map { link in
            "\(source.slice(words.source[link.source]))=\(target.slice(words.target[link.target]))"
        }
        #expect(Set(links).isSuperset(of: expected), "\(links)")
        #expect(words.links.allSatisfy { (0...1).contains($0.strength) })
    }

    @Test(arguments: [
        ("Достоевский", "Dostoyevsky"), ("Putin", "Путин"), ("푸틴", "Putin"), ("톨스토이", "Tolstoy"),
    ])
    func `names look alike across scripts`(some: String, other: String) throws {
        let reader = TermReader(isSameLanguage: false)
        let first = try #require(reader.skeletons(some).first)
        let second = try #require(reader.skeletons(other).first)
        #expect(Skeleton.areAlike(first, second), "\(first) \(second)")
    }

    @Test func `different names do not`() throws {
        let reader = TermReader(isSameLanguage: false)
        let first = try #require(reader.skeletons("Толстой").first)
        #expect(!Skeleton.areAlike(first, try #require(reader.skeletons("Chekhov").first)))
    }

    @Test func `shared rare terms weigh, common ones do not`() {
        let common = Term("the")
        let segments = (0..<60).map { [common, Term("word\($0)")] }
        let evidence = TermEvidence(source: segments, target: segments)
        var row = [Float](repeating: 0, count: 60)
        evidence.addOverlap(source: 7, targets: 0..<60, to: &row)
        #expect(row[7] > 3)
        #expect(row.enumerated().allSatisfy { $0.offset == 7 || $0.element < 0.1 })
        #expect(evidence.anchorCandidates().allSatisfy { $0.source == $0.target })
    }

    @Test func `lengths that agree cost nothing, others more the more they differ`() {
        let model = LengthModel(ratio: 1.2)
        #expect(model.cost(100, 120) < 0.1)
        #expect(model.cost(100, 150) < model.cost(100, 240))
        #expect(model.cost(10, 100_000) == LengthModel.most)
        #expect(model.cost(0, 0) == 0)
    }

    @Test func `a Chinese character says more than a Latin letter`() {
        #expect(InformationLength.of("中国") > InformationLength.of("abc"))
        #expect(InformationLength.of(" \n") == 0)
    }
}
