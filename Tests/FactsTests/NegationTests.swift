import Bitext
import Facts
import Foundation
import ICU
import TestSupport
import Testing

/// What denies, and how.
@Suite struct NegationTests {
    @Test(arguments: [
        ("zh", "美索不达米亚的未婚夫没收了别克。", []), ("en", "It is not unlikely.", []),
        ("de", "Es ist nicht ungewöhnlich.", []), ("fr", "Ce n’est pas rare.", []),
        ("ja", "先に片付けなくちゃならない。", []), ("it", "Aspettiamo finché la capanna non è finita.", []),
        ("ko", "그 안 내가 있다. 잊지 마십시오.", []), ("hu", "Mégsem jön.", ["Mégsem"]), ("cs", "Je vztekem bez sebe.", []),
        ("cs", "Odstraň nepotřebné cesty, nepotřebuje je.", ["nepotřebuje"]), ("en", "Be careful not to fall.", []),
        ("en", "Tablet No 152339 is here.", []), ("en", "No 20 ships came.", ["No"]),
        ("en", "They came. No 20 ships.", ["No"]),
        ("ja", "いいえ、違います。", ["いいえ", "違います"]), ("lv", "Nē, viņi zina.", ["Nē"]), ("tr", "Hayır, biliyor.", []),
        ("fr", "--Non, dit-il. -Rien!", ["Non", "Rien"]),
        ("en", "'Nobody' said: 'no' -- -not.", ["Nobody", "no", "not"]),
        ("fr", "Elle n' est pas là, d’un pas rapide.", ["n' est pas"]),
        ("en", "She did not sign it.", ["not"]), ("en", "They don’t know.", ["don’t"]),
        ("en", "Nobody came, without a reason.", ["Nobody", "without"]), ("en", "The unit met under the bridge.", []),
        ("de", "Er kommt nicht und bleibt ohne Grund.", ["nicht", "ohne"]), ("de", "Er kommt nicht ohne Grund.", []),
        ("fr", "Il n’est pas là.", ["n’est pas"]),
        ("ru", "Никто этого не знал.", ["Никто", "не"]), ("cs", "To není pravda, nebo snad ano.", ["není"]),
        ("tr", "Bunu bilmiyordu.", ["bilmiyordu"]), ("tr", "Kapıyı açamazsınız, mayın var.", ["açamazsınız"]),
        ("tr", "Yarın gelmeyebilir.", ["gelmeyebilir"]), ("tr", "Adı yazmadınız.", ["yazmadınız"]),
        ("tr", "Onun gelip gelmeyeceği belli.", []), ("tr", "Filmi izleyip izlemeyeceği belli.", []),
        ("tr", "Kitap gelmedi.", ["gelmedi"]), ("pl", "To niemożliwe w Niemczech.", []),
        ("he", "אינך רואה אותו.", ["אינך"]), ("ko", "그러면 안됩니다.", ["안됩니다"]), ("tr", "Kadın mayın buldu.", []),
        ("tr", "Kapıyı açmayın.", ["açmayın"]),
        ("ko", "그는 오지 않았다.", ["않았다"]),
        ("zh", "他没有来，不过她来了。", ["没"]), ("ja", "彼は来なかった。", ["なかった"]),
        ("ja", "彼 は 来 な かっ た 。", ["な かっ た"]), ("zh", "他 沒 有 来。", ["沒"]),
        ("cs", "Prosím, nekopírujte články, nebo je smažeme.", ["nekopírujte"]),
        ("cs", "V neděli tam nešel.", ["nešel"]), ("sk", "Neprišla domov.", ["Neprišla"]),
        ("ar", "لم يحضر الوزير.", ["لم"]), ("sw", "Hakuja jana.", []),
        ("cs", "Je nejlepším hráčem; nejste unaveni?", ["nejste"]), ("tr", "Komedi filmi, şehir yok oldu.", []),
        ("th", "จะคิดค่าหรือไม่", []), ("hi", "रिपब्लिकन मत का महत्व", []), ("he", "גלים שנשאו אל החוף", []),
        ("zh", "谋杀未遂，对不起，他可以辨别。", []), ("ja", "まもなく始まるかもしれません。すみません。", []),
        ("en", "He sang \"Don't Look Back\" twice.", []), ("en", "He left. Not Mary but Ann stayed.", ["Not"]),
        ("en", "They Haven't Shared It Fully", ["Haven't"]),
        ("he", "אף הם הגיעו בזמן.", []), ("he", "אף אחד לא הגיע.", ["אף אחד", "לא"]),
        ("hu", "Pénzünk sincs.", ["sincs"]),
        ("vi", "Các loài cá, chẳng hạn cá chép.", []), ("th", "สึนามิได้ทำลายท่าเรือ", []), ("ar", "ألا وهي القراءة.", []),
        ("it", "Perché qua? Non è stata attaccata.", ["Non"]), ("fr", "Tu viens, n’est-ce pas ?", []),
        ("fr", "Je ne sais pas. Que faire ?", ["ne sais pas"]),
        ("en", "You are coming, aren’t you, Delfador?", []), ("en", "You came, didn't you?", []),
        ("en", "You are not coming, are you, Anna? Nope.", ["not", "Nope"]),
        ("en", "Why aren’t you, Anna, here.", ["aren’t"]),
        ("cs", "Ještě to neslyšel, neumírej; nejmenší nepřítel, nejmenuje se.", ["neslyšel", "neumírej", "nejmenuje"]),
        ("ja", "俺は知らねえよ。信じられん！", ["らねえ", "られん"]), ("ja", "いいですねえ。二列にならんで。", []),
        ("ja", "急がねばなりません。かたじけない。", []), ("ja", "恐れるな！それはダメだ。", []),
        ("ca", "El meu cap va cap al nord.", []), ("hu", "Sosem jön, nélkülem megy.", ["Sosem", "nélkülem"]),
        ("tr", "Sana yardım edemem, gitmezsen kalalım, tamam.", ["edemem", "gitmezsen"]),
        ("tr", "Onu yok et; öyle değil mi?", []), ("zh", "没错，我还没准备好。", ["没准备"]), ("ko", "걱정은 마렴.", ["마렴"]),
        ("en", "Dos and don’ts: more often than not.", []), ("fr", "Et non pas seulement lui.", []),
        ("es", "De nada, señora.", []), ("de", "Oh nein, ein Drache!", []), ("pl", "O nie, smok!", []),
        ("ja", "捨てるのはもったいない。", []), ("ko", "위원회는 그 조항을 없앴다.", []),
        ("en", "He sang two songs of hers: \"Don't Look Back\".", []),
        ("en", "DO NOT ENTER", ["NOT"]), ("en", "It is cold, isn't it?", []), ("en", "He came. Isn't it cold?", []),
        ("tr", "Kapı açılır açılmaz girdi.", []), ("tr", "Kapı her zaman açılmaz.", ["açılmaz"]),
        ("cs", "Vešla, aniž zaklepala.", ["aniž"]), ("fi", "Ellei sada, lähdemme.", ["Ellei"]),
        ("fi", "Hän lähti sanomatta mitään.", ["mitään"]), ("ja", "次の作業を行ないます。糸をつないで結ぶ。", []),
        ("ja", "雨だけではありません。", []), ("ja", "春ないし秋に咲く。", []), ("ko", "차 아니면 커피를 드릴까요?", []),
        ("zh", "船位保持不变。", []), ("fr", "Elle fit ses premiers pas au port.", []),
        ("fr", "Il ne vous reste plus qu’à signer.", []), ("fr", "N’hésitez pas à sonner.", []),
        ("fr", "Ils ne peuvent être loués que le soir.", []),
        ("ru", "Ждите, не отпуская каната.", []),
        ("en", "Isn't it cold. Is it?", ["Isn't"]), ("en", "No, is it?", ["No"]), ("en", "Not?", ["Not"]),
        ("zh", "不平等是这样，货还不错。", []), ("ko", "끝난 게 아닐지도 모른다.", ["아닐지도"]),
        ("uk", "Що б вони там не мріяли, поки світ не бачить.", []), ("uk", "Де вони б тоді були не раді.", ["не"]),
        ("tr", "Teknik bir hata değilmiş.", ["değilmiş"]), ("cs", "Neapol se ujal vedení.", []),
        ("fi", "Hän kertoi, ettei tule.", ["ettei"]), ("de", "ob er kommt oder nicht", []),
        ("fr", "Il n’a que vingt ans.", []), ("fr", "Ce n’est qu’un début.", []),
        ("fr", "Il n’est plus là.", ["n’est plus"]), ("fr", "Ce n’est pas exclu.", []),
        ("fr", "Elle ne chante plus.", ["ne chante plus"]),
        ("fr", "Avant que la porte ne se ferme.", []), ("fr", "Toute personne l’a vu.", []),
        ("fr", "Personne n’est venu.", ["Personne n’est"]), ("fr", "Ils n'en sont pas moins utiles.", []),
        ("fr", "Il dit qu’aucune ne manque.", ["qu’aucune"]), ("en", "No. 5 won.", []),
        ("en", "It came with or without sugar.", []), ("hi", "कुछ लोग आए।", []), ("ar", "هذا ما نريد.", []),
        ("tr", "Gitmeden önce aradı.", []), ("uk", "Він сильний, як ніколи.", []),
        ("ru", "Где бы он ни был.", []), ("ko", "그는 의사가 아닙니다.", ["아닙니다"]),
        ("sk", "Nikto nič nepovedal.", ["Nikto", "nič", "nepovedal"]), ("sr", "Нико није дошао.", ["Нико", "није"]),
        ("hr", "Nitko nije došao.", ["Nitko", "nije"]), ("nl", "Zij ging zonder hem.", ["zonder"]),
        ("vi", "Ông có đến không?", []), ("vi", "Ông không đến.", ["không"]), ("zh", "惊愕不已。", []),
        ("ru", "Не исключено, что он придёт.", []), ("lt", "Jis neatėjo.", []), ("lv", "Viņa nav mājās.", ["nav"]),
        ("et", "Ta ei tule.", ["ei"]), ("id", "Itu bukanlah dia.", ["bukanlah"]), ("fa", "او نرفت.", ["نرفت"]),
        ("fa", "او از نروژ آمد.", []),
        ("en", "It won’t work unless she agrees.", []),
        ("lt", "Atėjo daugiau nei šimtas žmonių.", []), ("ar", "كان ذلك غير رسمي.", []),
        ("en", "It cannot be denied.", []), ("bg", "Не пее само той.", []),
        ("vi", "Ông có nhà nhưng không có xe.", ["không"]),
        ("zh", "有没有办法？他能不能来？", []), ("zh", "他没有办法。", ["没"]), ("zh", "它可能不能用。", ["可能不能"]), ("zh", "他不说能不能来。", ["不"]),
        ("zh", "出错了。了不起。", ["不"]), ("ja", "十分しか残っていなかった。", []),
        ("ja", "しかし、残っていなかった。", ["なかった"]), ("ja", "確かにたしかに来なかった。", ["なかった"]),
        ("ja", "水しか飲む。朝は来なかった。", ["なかった"]), ("fi", "34:en kisassa EU:ei tullut.", []),
        ("fi", "Hän sanoi: en tule.", ["en"]), ("ru", "Проверьте, не открыта ли дверь.", []),
        ("ru", "Не знаю, открыта ли дверь.", ["Не"]),
        ("ar", "لا يمكن أن يفتح المتحف الجديد أبوابه للزوار هذا العام إلا في الصيف.", []),
        ("ar", "لم يحضر الوزير، وقال إنه لن يأتي إلا غدا.", ["لم"]),
        ("ca", "No ha vingut ningú.", ["No", "ningú"]), ("sl", "Nihče ni prišel.", ["Nihče", "ni"]),
    ])
    func `denials are read`(language: String, text: String, expected: [String]) {
        let found = NegationReader(language: Language(language)).negations(in: text)
            .filter { $0.asks }
        #expect(found.map { String(text.slice($0.range)) } == expected)
    }

    @Test func `words that hold a denial are told from those that deny`() {
        let found = NegationReader(language: Language("en")).negations(in: "It is unclear why he refused.")
        #expect(found.map(\.kind) == [.lack, .lack])
    }

    @Test(arguments: [
        ("ja", "鉄枯渇"), ("it", "Granito esaurito"), ("sv", "En såg snarare än en hammare."),
        ("sv", "Hon nekade."), ("cs", "Přestal zpívat."), ("id", "Mereka menghindari pelabuhan."),
        ("nl", "De klacht was ongegrond."), ("hu", "Képtelenek voltak rá."), ("fi", "Aine on vaaratonta."),
        ("he", "השר הכחיש את הידיעה."), ("pl", "Przestała śpiewać."), ("th", "เขาหลีกเลี่ยงท่าเรือ"),
        ("pt", "Cartas anónimas."),
        ("fi", "Vaarattomista aineista."), ("sv", "Det är sällsynt."), ("nl", "Wij zijn ontevreden."), ("zh", "两者不同"),
        ("cs", "Je netolerantní."), ("de", "Er bestritt alles."), ("es", "Aún queda por decidir."),
        ("it", "Deve ancora decidere."), ("nl", "Dat moet nog blijken."), ("da", "Prisen er uændret."),
        ("en", "Besides rice there was bread."), ("fr", "Le tri est difficile."), ("sr", "То је забрањено."),
        ("ru", "Дождь помешал гостям."), ("hi", "शिकायत निराधार थी।"), ("sr", "Спречио је пожар."),
    ])
    func `what other words hold a denial`(language: String, text: String) {
        let found = NegationReader(language: Language(language)).negations(in: text)
        #expect(found.map(\.kind) == [.lack] && found.map(\.asks) == [false])
    }

    @Test(arguments: [
        ("en", "The UN discovered a mission involving a discount for my uncle."),
        ("da", "USA udgav ugens undersøgelse."),
        ("sv", "Ohio och Oslo har en opera."), ("hi", "अब अमेरिका के अधिकारी अपने घर गए।"),
        ("el", "Ανακοίνωσε αυτό από την αρχή."),
        ("ko", "미국은 비행기와 무대를 불렀다."), ("es", "Después describió el negocio."), ("it", "Negli ultimi anni i negozi."),
        ("ro", "Informații importante din industrie."), ("fi", "Neuvoston ja yliopiston johtaja."),
        ("fa", "نام بیمارستان"), ("en", "UNAMI and UNESCO met."), ("en", "Use SHOW_NO_COLOURS and --no-track."),
        ("en", "Card serial no. = 5"),
        ("en", "OpenPGP card no. %s detected"), ("fr", "-n LIMITE compare au plus LIMITE octets"),
        ("tr", "Açıklama sonra okundu."), ("fr", "La condition sine qua non."),
        ("cs", "Zákazníci se zákonem."),
        ("tr", "Fransız temmuz."), ("nl", "Ongeveer onze ondergrondse ontvangst."), ("th", "เขาอยากพยากรณ์"),
        ("hu", "Hirtelen közvetlenül jött, általában talán."), ("uk", "Нова забудова біля порту."),
        ("bg", "Празникът е утре."), ("fi", "Antonin tontti."),
    ])
    func `words that only begin or end as a denial hold none`(language: String, text: String) {
        let found = NegationReader(language: Language(language)).negations(in: text)
        #expect(found.map { String(text.slice($0.range)) } == [])
    }

    @Test(arguments: [
        ("ja", "不公平"), ("zh", "零票"), ("zh", "不迟于"), ("es", "No hay duda."), ("ru", "пропавших без вести"),
        ("es", "No mucho después"), ("it", "non pochi"), ("pt", "sem cessar"), ("nl", "niets anders dan"),
        ("tr", "Bu dosyayı okuma."), ("tr", "Eski dosyaları değiştirme, atla"),
        ("en", "unstoppable"), ("de", "unvermeidlich"), ("ru", "неизбежно"), ("hu", "elkerülhetetlen"),
        ("th", "ไม่เกินสิบ"), ("sv", "med och utan mjölk"), ("en", "Don’t forget the bread."),
        ("pl", "Nie przestawała mówić"), ("cs", "bez výjimky"), ("ro", "sau nu"), ("vi", "không ít"),
    ])
    func `what may deny or not answers to a denial and asks for none`(language: String, text: String) {
        let found = NegationReader(language: Language(language)).negations(in: text)
        #expect(found.map(\.asks) == [false] && found.map(\.kind) == [.none])
    }

    @Test func `a language without a list says so`() {
        #expect(NegationReader.knows(Language("no")) && !NegationReader.knows(Language("sw")))
    }
}

/// Names in many spellings.
@Suite struct NameSkeletonTests {
    /// The words of the sentences of a language's cases.
    private func words(_ language: String) throws -> String {
        try String(contentsOf: FactCaseTests.folder.appending(path: "\(language).tsv"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != "\t" } }.joined(
                separator: " ")
    }

    @Test(arguments: ["ru", "uk", "ar", "fa", "he", "el", "ko", "ja", "zh", "hi", "th", "de"])
    func `words rewritten letter by letter or all at once have the skeletons of each`(language: String) throws {
        let text = try words(language)
        let tokens = text.textWords().map {
            Token(range: TextRange($0.start, $0.end), kind: .word)
        }
        let transform = try Transliterator("Any-Latin; Latin-ASCII; Lower")
        let whole = tokens.map { NameSkeleton(latin: transform.rewrite(String(text.slice($0.range)))) }
        #expect(NameReader(language: Language(language)).skeletons(in: text, tokens: tokens) == whole)
    }

    @Test(arguments: SeededGenerator.seeds)
    func `the most alike of many is the most alike of each`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func made() -> NameSkeleton {
            NameSkeleton(
                latin: String(
                    (0..<Int.random(in: 0...9, using: &random)).map { _ in
                        "bdfgklmnprstvz".randomElement(using: &random) ?? "b"
                    }))
        }
        for _ in 0..<100 {
            let name = made()
            let others = (0..<8).map { _ in made() }
            let best = others.map { name.likeness(to: $0) }.max() ?? 0
            #expect(abs(name.likeness(toBestOf: others) - best) < 1e-9)
            let joined = zip(others, others.dropFirst()).map { name.likeness(to: NameSkeleton(joining: [$0, $1])) }
            let withPairs = joined.reduce(best, max)
            #expect(abs(name.likeness(toBestOf: others, pairs: true) - withPairs) < 1e-9)
        }
    }

    /// The cost of the cheapest edits, by the whole table of them.
    private func distance(_ one: [UInt8], _ other: [UInt8]) -> Double {
        let groups = ["bpfv", "kgsxz", "dt", "lr", "mn"].map { Set($0.utf8) }
        func cost(_ letter: UInt8, _ counterpart: UInt8) -> Double {
            if letter == counterpart { return 0 }
            return groups.contains { $0.contains(letter) && $0.contains(counterpart) } ? 0.35 : 1
        }
        var row = (0...other.count).map { 0.8 * Double($0) }
        for (index, letter) in one.enumerated() {
            var next = [0.8 * Double(index + 1)]
            for (column, counterpart) in other.enumerated() {
                next.append(
                    min(row[column] + cost(letter, counterpart), row[column + 1] + 0.8, next[column] + 0.8))
            }
            row = next
        }
        return row[other.count]
    }

    @Test(arguments: SeededGenerator.seeds)
    func `what rules most words out rules out none that is alike`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            func made() -> NameSkeleton {
                NameSkeleton(
                    latin: String(
                        (0..<7).map { _ in "bpdtmn".randomElement(using: &random) ?? "b" }.prefix { _ in
                            Int.random(in: 0..<8, using: &random) > 0
                        }))
            }
            let (one, other) = (made(), made())
            guard !one.letters.isEmpty, !other.letters.isEmpty else { continue }
            let (short, long) = (
                min(one.letters.count, other.letters.count), max(one.letters.count, other.letters.count)
            )
            var expected = 1 - distance(one.letters, other.letters) / Double(long)
            if short > 2, one.letters.prefix(short) == other.letters.prefix(short) { expected = max(expected, 0.8) }
            #expect(abs(one.likeness(to: other) - max(0, expected)) < 1e-9, "\(one) \(other)")
        }
    }

    private func skeleton(_ name: String, _ language: String = "en") -> NameSkeleton {
        NameReader(language: Language(language)).skeleton(name[...])
    }

    @Test(arguments: [
        ("Dostoyevsky", "Достоевский"), ("Dostoyevsky", "ドストエフスキー"), ("Shevchenko", "Шевченко"), ("Warsaw", "Warszawa"),
        ("Ulaanbaatar", "УланБатор"), ("Smith", "스미스"),
    ])
    func `spellings of one name are alike`(one: String, other: String) {
        #expect(skeleton(one).likeness(to: skeleton(other)) > 0.6)
        #expect(skeleton(other).likeness(to: skeleton(one)) > 0.6)
    }

    /// The list of names that the other side has, with the ending of its language.
    @Test func `the beginning of a longer word may be a name`() {
        let (name, word) = (skeleton("Babylonian"), skeleton("вавилонських", "uk"))
        #expect(name.likeness(to: word) < 0.6)
        #expect(name.likeness(to: word.beginning(name.letters.count)) > 0.6)
        #expect(name.beginning(100) == name && name.beginning(0).letters.isEmpty)
    }

    @Test(
        arguments: [
            ("Kyiv’s", "Kyiv", "en", true), ("Griekse", "Grieks", "nl", true), ("KYIV", "Kyiv", "en", true),
            ("Kiev", "Kyiv", "en", false),
            ("Zelenskyy", "Zelensky", "en", false), ("Зеленського", "Зеленський", "uk", true),
            ("Présidente", "Président", "fr", true), ("Прем'єр", "Премʼєр", "uk", true), ("", "Kyiv", "en", false),
        ] as [(String, String, String, Bool)])
    func `forms of a name are told from spellings`(one: String, other: String, language: String, expected: Bool) {
        #expect(NameSpelling(language: Language(language)).areForms(one, other) == expected)
        #expect(NameSpelling(language: Language(language)).areForms(other, one) == expected)
    }

    @Test(arguments: [("Johansson", "Иваненко"), ("Berlin", "Tokyo"), ("Smith", "Кузнецов")])
    func `other names are not`(one: String, other: String) {
        #expect(skeleton(one).likeness(to: skeleton(other)) < 0.5)
    }

    @Test func `a name is found within words written together`() {
        let name = skeleton("Kipling")
        #expect(name.likeness(within: skeleton("편집자인키플링을열심히도왔지만", "ko")) > 0.7)
        #expect(name.likeness(within: NameSkeleton(joining: [])) < 0.3)
    }
}
