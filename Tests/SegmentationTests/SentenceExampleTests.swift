import Bitext
import Segmentation
import Testing

/// Sentences as a reader of the language would end them: one table a rule, `|` where a sentence ends.
@Suite struct SentenceExampleTests {
    @Test(arguments: [
        ("pl", "Kosztowało to 20 zł.|Nikt nie zapłacił."), ("pl", "Zyskał 36 proc. głosów.|Był rad."),
        ("pl", "W 1990 r. Schetyna był w Opolu.|Potem wyjechał."), ("ru", "Проехали 30 км.|Остановились у реки."),
        ("ru", "Он весит 70 кг и рад.|Она нет."), ("uk", "Швидкість 30 м/с.|Поїхали далі."),
        ("en", "It weighs 5 kg.|Nobody lifted it."), ("en", "It is 3 ft. long.|They cut it."),
        ("de", "Es dauert 5 min.|Niemand wartet."), ("cs", "Má 5 kg.|Nikdo to neví."),
        ("en", "He ran at 5 p.m. on Monday.|She slept."), ("ro", "Are 20 mil.|Nimeni nu știe."),
    ])
    func `units of measure end sentences before a capital`(language: String, text: String) throws {
        try expect(language, text)
    }

    @Test(arguments: [
        ("es", "Se firmó el tratado;|El rey no vino."), ("fr", "Il pleuvait ;|Les routes étaient vides."),
        ("en", "We met Smith; Jones was late."), ("en", "He left; I stayed."),
        ("en", "She said; \"I know him.\"|He left."),
        ("de", "Er ging; Sie blieben hier."), ("de", "Er ging; wir blieben."), ("en", "Header 1.2; Attachment Z."),
        ("el", "Τι κάνεις;|Καλά είμαι."),
    ])
    func `a semicolon ends one before a word that starts sentences`(language: String, text: String) throws {
        try expect(language, text)
    }

    @Test(arguments: [
        ("ko", "오늘은 날씨가 좋습니다|내일은 비가 와요|우산을 가져가세요"), ("ko", "길 좀 알려줘|고마워요."),
        ("ko", "그는 “좋습니다.”라고 했다.|나는 갔다."), ("th", "ไม่เป็นไรครับ|ผมเข้าใจ"), ("th", "กทม.เป็นเมืองหลวงของไทย"),
    ])
    func `polite endings close sentences without a mark`(language: String, text: String) throws {
        try expect(language, text)
    }

    @Test(arguments: [
        ("en", "He lived on Elm St. in 1990.|She did not."), ("en", "Yahoo! News wrote it.|We read it."),
        ("en", "She works at Yahoo!|The office is new."), ("es", "Escribo a Ud.|¿Cuándo viene?"),
        ("zh", "这是Ｆ．Ｂ．Ｉ．的任务。|我们知道。"), ("ja", "Ｕ．Ｓ．Ａ．の政策です。|そうですか。"),
        ("de", "Scherben aus dem 1. -3. Jahrhundert lagen da.|Wir fanden sie."),
        ("tr", "Yasanın yüzdokuz. maddesi değişti.|Bitti."),
        ("cs", "Narazil na důležitou věc.|Báseň zná každý."), ("tr", "Ona çok kızdı.|Kadın gitti."),
        ("kk", "Үй жалғыз тұр.|Сотталушылар кетті."), ("ps", "هغه هلته و.|په دې کال کې راغی."),
        ("he", "הוא נולד בשנת 1950.|היא לא."), ("ta", "எஸ். எம். கிருஷ்ணா வந்தார்.|அவர் பேசினார்."),
        ("ta", "பா. ஜ. கவின் தேர்தல் அறிக்கை வந்தது.|தி. மு. தலைவர் பேசினார்."), ("hi", "वह घर पर है.|मैं नहीं."),
        ("km", "តើអ្នកសុខសប្បាយទេ?|ខ្ញុំសុខសប្បាយ។"),
    ])
    func `abbreviations and initials of many languages`(language: String, text: String) throws {
        try expect(language, text)
    }

    @Test(arguments: [
        ("en", "What shall we do ? '|Anna was asked to leave ."),
        ("en", "' Stay here . '|He left ."), ("en", "He said : \" I am here . \"|Then he left ."),
        ("en", "The Harbour '' , in which she sings , came late .|In '' Coast '' , she does not ."),
        ("en", "She sang in '' Good Night ! ''.|He did not."),
        ("en", "the students ' books were new .|Nobody read them ."),
        ("nl", "Hij zei: ,,Ik kom niet.''|Toen ging hij."), ("nl", "Hij zei: ,, Ik kom niet. ''|Toen ging hij."),
        ("en", "' I saw it , ' she wrote .|' Why did they not ?"),
    ])
    func `quotation marks between spaces are told by counting`(language: String, text: String) throws {
        try expect(language, text)
    }

    @Test(arguments: [
        ("en", "ii. First|iii. Second"), ("en", "He met Mark E. Smith.|a. here it is|b. another|c. one more"),
        ("en", "We agreed.|a) to meet|b) to talk"), ("de", "Er kam am Montag.|1. Mai ist frei."),
        ("en", "It is one of a. kind."),
    ])
    func `lists within a paragraph`(language: String, text: String) throws { try expect(language, text) }

    @Test(arguments: [
        ("el", "Γεννήθηκε στις 5 Μαρ.|Έφυγε νωρίς."), ("en", "He came on 5 Jan.|Nobody met him."),
        ("en", "On 5 Jan. President Smith came."), ("en", "Come with me!|Anna waits."),
        ("en", "We watch Jeopardy! Players win."),
    ])
    func `months, and names that end in a mark`(language: String, text: String) throws { try expect(language, text) }

    @Test(arguments: [
        ("en", "I thought... you knew.|I did not."), ("hi", "वह बोला... मैं नहीं जानता।|वह गया।"),
        ("ru", "Поздравляю!🎉|Удачи Вам."), ("ru", "С праздником! 🎉🎂|Желаем счастья."),
        ("en", "We said so.|. . . The practice went on."), ("en", "End it with a period . . . .|Next sentence."),
        ("fr", "« Il est tard ! » dit-il.|Nous partons."), ("en", "'Go home. It is late.'|He left."),
        ("en", "Don't go.|It's late, and the dogs' food is gone."),
    ])
    func `ellipses, emoji and quotations`(language: String, text: String) throws { try expect(language, text) }

    @Test(arguments: [
        ("uk", "У травні 1949 р.\nГрушківський район."), ("en", "It was written by Mr.\nSmith."),
        ("pl", "To było w 1939 r.|To był zły rok."), ("pl", "Temperatura wynosi 30°C.|Potem spadła."),
    ])
    func `line ends behind abbreviations, and no white space`(language: String, text: String) throws {
        let parts = text.split(separator: "|").map(String.init)
        let ranges = try Segmenter(language: Language(language)).sentences(in: parts.joined())
        #expect(ranges.map { String(parts.joined().slice($0)) } == parts)
    }

    private func expect(_ language: String, _ text: String) throws {
        let parts = text.split(separator: "|").map { $0.trimmingPrefix { $0 == " " }.description }
        let isUnspaced = language == "zh" || language == "ja" || language == "km" || text.contains("!🎉")
        let whole = parts.joined(separator: isUnspaced ? "" : " ")
        let ranges = try Segmenter(language: Language(language)).sentences(in: whole)
        let expected = parts.map { String($0.reversed().drop { $0 == " " }.reversed()) }
        #expect(ranges.map { String(whole.slice($0)) } == expected)
    }
}
