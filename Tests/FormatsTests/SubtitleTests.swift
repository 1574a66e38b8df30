import Bitext
import Formats
import TestSupport
import Testing

@Suite struct SubtitleTests {
    private func read(_ text: String, path: String = "film.en.srt") throws -> Document {
        try DocumentReader().read(Array(text.utf8), path: path)
    }

    private func paragraphs(_ text: String) throws -> [String] {
        try read(text).turns.flatMap(\.paragraphs).map(\.content.text)
    }

    private static let header = "1\n00:00:01,000 --> 00:00:02,000\n"

    @Test(
        arguments: [
            // The lines of a cue, and a sentence that goes on in the next one.
            (
                "1\n00:00:01,000 --> 00:00:02,000\nThe ship\nleft\n\n2\n00:00:02,100 --> 00:00:03,000\nat dawn.\n",
                ["The ship left at dawn."]
            ),
            // A pause ends it.
            (
                "1\n00:00:01,000 --> 00:00:02,000\nThe ship left\n\n2\n00:00:09,000 --> 00:00:10,000\nAt dawn.\n",
                ["The ship left", "At dawn."]
            ),
            // Two speakers.
            (header + "- Are you there?\n- Yes,\nI am.\n", ["Are you there?", "Yes, I am."]),
            (header + "–Are you there?\n<i>–Yes.</i>\n", ["Are you there?", "Yes."]),
            (header + "-5 degrees.\n", ["-5 degrees."]),
            // Markup.
            (header + "{\\an8}<i>Hello</i>, <font color=\"#fff\">you</font>.\n", ["Hello, you."]),
            (header + "3 < 5, {so} R&D is 2 > 1.\n", ["3 < 5, {so} R&D is 2 > 1."]),
            // Numbers that are text, and those that are the next cue's.
            (header + "7\n\n2\n00:00:09,000 --> 00:00:10,000\nSeven.\n", ["7", "Seven."]),
            (header + "One.\n2\n00:00:09,000 --> 00:00:10,000\nTwo.\n", ["One.", "Two."]),
            // A blank line within a cue; cues without words.
            (header + "One\n\nand two.\n\n2\n00:00:09,000 --> 00:00:10,000\n♪\n", ["One and two."]),
            // Songs and signs stand by themselves.
            (
                header
                    + "HOTEL\n\n2\n00:00:02,000 --> 00:00:03,000\nWe are here,\n\n3\n00:00:03,000 --> 00:00:04,000\n♪ la la ♪\n"
                    + "\n4\n00:00:04,000 --> 00:00:05,000\nYou see.\n",
                ["HOTEL", "We are here,", "♪ la la ♪", "You see."]
            ),
            // Without punctuation each cue is one.
            (
                header + "我们在这里\n\n2\n00:00:02,000 --> 00:00:03,000\n你们\n在哪里\n", ["我们在这里", "你们在哪里"]
            ),
            // No numbers, no hours, other ends of lines, a byte order mark.
            ("\u{FEFF}00:01.000 --> 00:02.500 align:start\r\nHello.\r\n", ["Hello."]),
            (
                "WEBVTT - a film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE made by\nhand\n\nintro\n"
                    + "00:01.000 --> 00:02.000\n<v.loud Ann Lee>Come &amp; see&nbsp;it,\n\n00:02.000 --> 00:03.000\n"
                    + "<00:02.500><c>all</c> of you!\n\nNOTE done\n",
                ["Come & see\u{A0}it, all of you!"]
            ),
            ("WEBVTT\n", []),
        ] as [(String, [String])])
    func `cues become sentences`(text: String, expected: [String]) throws {
        #expect(try paragraphs(text) == expected)
    }

    @Test(arguments: [
        "The sign --> points\nto the harbour.\n", "1\nThe first.\n00:00:01,000 --> 00:00:02,000\n",
        "1\n00:00:01 -> 00:00:02\nHello.\n", "WEBVTTX\nHello.\n", "", "12\n",
    ])
    func `other texts are no subtitles`(text: String) throws {
        #expect(try !read(text).notes.contains { $0.hasPrefix("read as subtitles") })
    }

    @Test func `each word still stands in the file`() throws {
        let text = "1\r\n00:00:01,000 --> 00:00:02,000\r\n<b>Été &amp; hiver</b>\r\nau port.\r\n"
        let document = try read(text)
        let content = try #require(document.turns.first?.paragraphs.first?.content)
        #expect(content.text == "Été & hiver au port.")
        for (word, written) in [("Été", "Été"), ("&", "&amp;"), ("hiver", "hiver"), ("port.", "port.")] {
            let place = try #require(content.text.firstRange(of: word))
            let start = content.text.utf8.distance(from: content.text.startIndex, to: place.lowerBound)
            let range = content.documentRange(TextRange(start, start + word.utf8.count))
            #expect(document.text.slice(range) == written)
        }
    }

    @Test func `a file that should hold a segment a line is refused`() {
        #expect(throws: ReadingError.self) {
            try DocumentReader(form: .segmented).read(Array((SubtitleTests.header + "Hello.\n").utf8), path: "film.srt")
        }
    }

    @Test(arguments: SeededGenerator.seeds)
    func `broken files are read as far as they go`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "1\n", "\n", "00:00:01,000 --> 00:00:02,000\n", "00:00:99999999999999999999,000 --> 1\n", "-->", "<", "<i",
            "</i>",
            "{\\", "}", "&amp;", "&", "WEBVTT\n", "NOTE\n", "- ", "Hello", "水", "\u{FEFF}", "\r", "e\u{301}.", "♪",
        ]
        for _ in 0..<300 {
            let text =
                "1\n00:00:01,000 --> 00:00:02,000\n"
                + (0..<30).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            for paragraph in try read(text).turns.flatMap(\.paragraphs) {
                #expect(paragraph.content.documentRange.end <= text.utf8.count, "\(text.debugDescription)")
            }
        }
    }
}
