import Bitext
import Formats
import TestSupport
import Testing

@Suite struct LetterMenderTests {
    @Test(
        arguments: [
            ("sr", "Oд 19 милиoнa људи", "Од 19 милиона људи"), ("uk", "рiк Києва", "рік Києва"),
            ("ru", "мiр и Linux, Cеверный a", "мiр и Linux, Северный a"), ("ru", "COVID-19", "COVID-19"),
            ("el", "Toν oδηγό", "Τον οδηγό"), ("en", "Cаt", "Cаt"),
            ("fa", "ايران و كشور", "ایران و کشور"), ("ar", "ایران الکـــبیرة", "ايران الكبيرة"),
            ("ar", "\u{FEF3}\u{FEEE}\u{FEE1} \u{FEFB}", "يوم لا"), ("ur", "ایـران", "ایران"),
            ("ko", "\u{1112}\u{1161}\u{11AB}국", "한국"), ("fr", "e\u{301}te\u{301}", "été"), ("ja", "か\u{3099}", "が"),
            ("hi", "पन्द्रह", "पन्द्रह"), ("vi", "Việt", "Việt"), ("de", "Hafen\u{AD}amt \u{FEFF}und", "Hafenamt und"),
            ("ar", "كَتَبَ", "كتب"),
            ("he", "שָׁלוֹם \u{FB2A}", "שלום ש"), ("th", "มา\u{200B}แล้ว", "มา\u{200B}แล้ว"),
            ("nl", "haven\u{200B}stad", "havenstad"), ("en", "", ""), ("en", "plain", "plain"),
        ])
    func `letters become those of the language`(language: String, text: String, mended: String) {
        let content = LetterMender(Language(language)).mend(MappedText(text, at: 7)).content
        #expect(content.text.unicodeScalars.elementsEqual(mended.unicodeScalars))
        #expect(text.isEmpty || content.documentRange == TextRange(7, 7 + text.utf8.count))
    }

    @Test func `words still map to the document's own bytes`() throws {
        let text = "Oд cе\u{301}ла, кoд"
        let content = LetterMender(Language("sr")).mend(MappedText(text, at: 0)).content
        for (word, written) in [("Од", "Oд"), ("код", "кoд"), (",", ","), ("ла", "ла")] {
            let place = try #require(content.text.firstRange(of: word))
            let start = content.text[..<place.lowerBound].utf8.count
            #expect(text.slice(content.documentRange(TextRange(start, start + word.utf8.count))) == written)
        }
    }

    @Test(arguments: SeededGenerator.seeds)
    func `whatever is mended, ranges stay in the document and in order`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pool = ["о", "o", "e\u{301}", "ي", "ک", "ـ", " ", "\u{1112}\u{1161}", "х", "x", "я", "q", "9", "か\u{3099}"]
        let text = (0..<40).map { _ in pool.randomElement(using: &random) ?? "" }.joined()
        for language in ["sr", "fa", "ko", "el", "ar"] {
            let content = LetterMender(Language(language)).mend(MappedText(text, at: 3)).content
            var last = 3
            for character in content.text.indices {
                let start = content.text[..<character].utf8.count
                let range = content.documentRange(TextRange(start, start + content.text[character].utf8.count))
                #expect(range.start >= last && range.end > range.start && range.end <= 3 + text.utf8.count, "\(text)")
                #expect(String(text.slice(TextRange(range.start - 3, range.end - 3))).utf8.count == range.length)
                last = range.start
            }
        }
    }

    @Test func `a note says how many words mix scripts`() {
        let document = Document(
            path: "a", language: Language("uk"), languageEvidence: .option, direction: .leftToRight, encoding: "UTF-8",
            text: "рiк",
            turns: [
                Turn(
                    index: 0, speaker: nil, manner: nil,
                    paragraphs: [Paragraph(content: MappedText("рiк i рік", at: 0))], range: TextRange(0, 4))
            ])
        let mended = LetterMender(document.language).mend(document)
        #expect(mended.notes == ["1 word has Latin letters among others that look the same: read as if it had none"])
        #expect(mended.turns[0].paragraphs[0].content.text == "рік i рік")
    }
}
