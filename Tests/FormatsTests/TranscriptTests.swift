import Bitext
import Formats
import TestSupport
import Testing

@Suite struct TranscriptTests {
    private func read(_ text: String, _ path: String = "t.en.txt") throws -> Document {
        try DocumentReader().read(Array(text.utf8), path: path)
    }

    @Test(arguments: ["en", "ru", "ko"])
    func `the seed transcript is read as a person reads it`(language: String) throws {
        let path = "seeds/transcripts/talks.\(language).txt"
        let document = try DocumentReader().read(Project.bytes(path), path: path)
        #expect(document.turns.map { $0.speaker != nil } == [false, true, true, true])
        #expect(document.turns[0].paragraphs.map(\.kind) == [.heading, .dateline])
        #expect(document.turns.map { $0.manner?.kind } == [nil, nil, .retranslated, nil])
        #expect(document.turns[2].paragraphs.count == 4)
        let aside = document.furniture.map { String(document.text.slice($0)) }
        #expect(aside.count == 6, "\(aside)")
        #expect(aside.last == document.turns[0].paragraphs[1].content.text)
    }

    @Test(arguments: [
        ("President of Russia Vladimir Putin: Good afternoon.", "President of Russia Vladimir Putin"),
        ("В.Путин: Добрый день!", "В.Путин"), ("문재인 대통령: 반갑습니다.", "문재인 대통령"),
        ("PRESIDENT MOON: Thank you.", "PRESIDENT MOON"),
        ("Mr. Wood (United States of America): We vote.", "Mr. Wood"),
        ("英国金融时报记者：请问总理。", "英国金融时报记者"), ("Question: Will it be signed?", "Question"),
        ("Министр иностранных дел Сергей Лавров: Да.", "Министр иностранных дел Сергей Лавров"),
        ("Le Président (parle en anglais) : Merci.", "Le Président"),
        ("Bundeskanzlerin Angela Merkel: Danke.", "Bundeskanzlerin Angela Merkel"),
        ("**Reporter:** What next?", "Reporter"),
    ])
    func `a label starts a turn`(text: String, name: String) throws {
        let document = try read("Opening words of the day.\n\n\(text)\n\nMore is said here.")
        let speaker = document.turns.last?.speaker?.name.trimmingPrefix { $0 == "*" }
        #expect(speaker.map(String.init) == name)
        #expect(document.turns.last?.paragraphs.count == 2)
    }

    @Test(arguments: [
        "He said: we shall see.", "The meeting starts at 10:30 in Moscow.", "Let me say this: we are ready.",
        "“Peace: that is our aim,” he said.", "In favour: Algeria, China, France.",
        "We need three things: bread, water, time.",
        "Mr President: I thank you.", "See https://example.org for more.", "1. First: the budget.",
        "总统先生：我很高兴。", "Dear friends: welcome.", "However, one thing is clear: it works.",
    ])
    func `not every colon starts a turn`(text: String) throws {
        let document = try read("Opening words of the day.\n\n\(text)\n\nMore is said here.")
        #expect(document.turns.allSatisfy { $0.speaker == nil }, "\(document.turns.compactMap { $0.speaker?.name })")
    }

    @Test(arguments: [("[문재인 / 대통령]", "문재인 대통령"), ("【岸田総理冒頭発言】", "岸田総理冒頭発言")])
    func `a label may stand in brackets on its own line`(label: String, name: String) throws {
        let document = try read("\(label)\n\n반갑습니다. 시작합시다.")
        #expect(document.turns.first?.speaker?.name == name)
    }

    @Test func `short labels later, and the same name again`() throws {
        let document = try read(
            """
            Minister Olaf Dahl: We begin.

            Berg: I agree.

            Dahl: Thank you.

            Berg: And we end.
            """)
        #expect(document.turns.compactMap { $0.speaker?.name } == ["Minister Olaf Dahl", "Berg", "Dahl", "Berg"])
    }

    @Test(
        arguments: [
            ("(retranslated)", Manner.Kind.retranslated, nil), ("(As interpreted.)", .interpreted, nil),
            ("(spoke in Russian)", .spokenIn, "ru"), ("(как переведено)", .retranslated, nil),
            ("(говорит по-китайски)", .spokenIn, "zh"), ("(habla en ruso)", .spokenIn, "ru"),
            ("( parle en russe)", .spokenIn, "ru"), ("（以俄语发言）", .spokenIn, "ru"), ("（以俄语 发言）", .spokenIn, "ru"),
            ("(تكلمت بالروسية)", .spokenIn, "ru"), ("(통역)", .retranslated, nil),
        ] as [(String, Manner.Kind, String?)])
    func `marks of manner are data, not words`(mark: String, kind: Manner.Kind, language: String?) throws {
        let document = try read("Ms. Anna Berg (Norway) \(mark): We vote in favour of it.")
        let manner = try #require(document.turns.first?.manner)
        #expect(manner.kind == kind)
        #expect(manner.language?.tag == language)
        #expect(document.text.slice(manner.range) == mark)
        #expect(document.turns[0].speaker?.affiliation == "Norway")
        #expect(document.turns[0].paragraphs.map(\.content.text) == ["We vote in favour of it."])
    }

    @Test func `wrapped lines are joined, hyphens mended, ranges kept`() throws {
        let text = """
            The representative welcomed the reso-
            lution, which the Council had adopted
            by a well-known and often used procedure
            of the co-facilitators in that same year.

            A second paragraph of the same length
            follows here, with a well-
            known word that keeps its own hyphen.
            """
        let document = try read(text)
        let paragraphs = document.turns.flatMap(\.paragraphs)
        #expect(
            paragraphs.map(\.content.text) == [
                "The representative welcomed the resolution, which the Council had adopted by a well-known and often used "
                    + "procedure of the co-facilitators in that same year.",
                "A second paragraph of the same length follows here, with a well-known word that keeps its own hyphen.",
            ])
        let word = try #require(paragraphs[0].content.text.firstRange(of: "resolution"))
        let start = paragraphs[0].content.text.utf8.distance(
            from: paragraphs[0].content.text.startIndex, to: word.lowerBound)
        #expect(text.slice(paragraphs[0].content.documentRange(TextRange(start, start + 10))) == "reso-\nlution")
    }

    @Test func `lines are wrapped at columns, of which wide characters take two`() throws {
        let document = try read(
            """
            港の門は昨日の朝に開かれ、harbour master の事務所は町の
            中心に移されました。

            船は新しい門を通って harbour に入り、夜までに荷を下ろしま
            した。
            """)
        #expect(
            document.turns.flatMap(\.paragraphs).map(\.content.text) == [
                "港の門は昨日の朝に開かれ、harbour master の事務所は町の中心に移されました。",
                "船は新しい門を通って harbour に入り、夜までに荷を下ろしました。",
            ])
    }

    @Test func `a Korean word that a line's end cuts is mended where it stands whole elsewhere`() throws {
        let document = try read(
            """
            항구의 새로운 관문은 어제 아침에 열렸고 항만 사무
            소는 도시의 중심부로 옮겨졌으며 배들은 오늘
            저녁까지 짐을 내렸습니다. 항만 사무소는 내일도
            아침부터 문을 엽니다.
            """)
        #expect(
            document.turns.flatMap(\.paragraphs).map(\.content.text) == [
                "항구의 새로운 관문은 어제 아침에 열렸고 항만 사무소는 도시의 중심부로 옮겨졌으며 배들은 오늘 저녁까지 짐을 "
                    + "내렸습니다. 항만 사무소는 내일도 아침부터 문을 엽니다."
            ])
    }

    @Test func `a line that left room for the next one's first word is its paragraph's last`() throws {
        let document = try read(
            """
            The meeting came to order shortly after ten o'clock
            in the morning, and the members of the committee
            took their seats without any further delay or
            Discussion
            Adoption of the agenda
            The agenda was adopted as it had been drafted by the
            secretary, who then read out the letters that had
            arrived from the northern coast
            The chair thanked him.
            """)
        #expect(
            document.turns.flatMap(\.paragraphs).map(\.content.text) == [
                "The meeting came to order shortly after ten o'clock in the morning, and the members of the committee took "
                    + "their seats without any further delay or Discussion",
                "Adoption of the agenda",
                "The agenda was adopted as it had been drafted by the secretary, who then read out the letters that had "
                    + "arrived from the northern coast",
                "The chair thanked him.",
            ])
    }

    @Test func `lines cut in the midst of sentences are wrapped, even where many others are short`() throws {
        let document = try read(
            """
            通过议程
            议程通过。
            主席（以英语发言）：委员会现在开始审议港口新闸门的报告，该报告由秘书处于
            上个月分发给各位成员，并附有工程师关于费用的说明和一份图表，说明今后两年
            的工作计划。
            我请各位成员注意这份文件。
            委员会成员面前还有一封市长的来信，信中说市政府愿意承担一半的费用，但条件
            是工程必须在明年春天以前完成，而且码头在施工期间继续开放，使渔船能够照常
            出海，商店也不至于关门。
            如果没有人反对，我就请秘书处把这封信附在报告后面，并在下次会议以前分发给所
            有成员。
            赞成：
            无
            反对：
            没有人
            """)
        #expect(
            document.turns.flatMap(\.paragraphs).map(\.content.text) == [
                "通过议程", "议程通过。",
                "委员会现在开始审议港口新闸门的报告，该报告由秘书处于上个月分发给各位成员，并附有工程师关于费用的说明和一份图表，说明今后两年的工作计划。",
                "我请各位成员注意这份文件。",
                "委员会成员面前还有一封市长的来信，信中说市政府愿意承担一半的费用，但条件是工程必须在明年春天以前完成，而且码头在施工期间继续开放，使渔船能够照常出海，商店也不至于关门。",
                "如果没有人反对，我就请秘书处把这封信附在报告后面，并在下次会议以前分发给所有成员。",
                "赞成：", "无", "反对：", "没有人",
            ])
    }

    @Test(arguments: [("The Harbour Rules", 1), ("The Chair", 5)])
    func `a few colons far into a long text are no speakers, but a chair is`(label: String, turns: Int) throws {
        let paragraphs = (0..<400).map { number in
            (number % 90 == 60 ? label + ": " : "") + "This is paragraph \(number), which says what it says."
        }
        #expect(try read(paragraphs.joined(separator: "\n\n")).turns.count == turns)
    }

    @Test(arguments: [
        // Keys and what they do, in a manual.
        [
            "Escape: closes the menu of the harbour map", "Delete: removes the buoy",
            "Delete: removes a berth from the list",
        ],
        ["Shift+Delete: Removes both.", "Shift+Delete: Removes all."],
        ["Harbour Button: Click to open the map."],
        ["V: 0, 1", "V: 7, 2"], ["Here is a list of useful Maps (by harbour): It is long."],
    ])
    func `what a manual defines is no speech`(definitions: [String]) throws {
        var paragraphs = (0..<12).map { "This is paragraph \($0), which says what it says." }
        for (place, definition) in definitions.enumerated() { paragraphs.insert(definition, at: 6 + 2 * place) }
        #expect(try read(paragraphs.joined(separator: "\n\n")).turns.count == 1)
    }

    @Test func `no two turns hold the same lines`() throws {
        let document = try read(
            """
            The agenda of the meeting follows here in full words
            and has two items that the members have asked for
            Report of the harbour master on the gates (H/12)
            Report of the harbour master on the boats (H/13)
            Ms. Berg (Chair): I open the meeting, and I thank all
            of you for coming here so early on a cold morning.
            """)
        #expect(document.turns.map { $0.speaker?.name } == [nil, "Ms. Berg"])
        #expect(
            document.turns.last?.paragraphs.map(\.content.text) == [
                "I open the meeting, and I thank all of you for coming here so early on a cold morning."
            ])
    }

    @Test func `lines that are paragraphs stay apart`() throws {
        let document = try read("Good afternoon.\nIt is a pleasure to be here with all of you on this day.\nThank you.")
        #expect(document.turns[0].paragraphs.count == 3)
    }

    @Test func `quoted and indented text is kept`() throws {
        let document = try read(
            "The poem says:\n\n    A line of verse\n    and another one\n\n> A quoted letter.\n\nThat is all of it.")
        #expect(document.turns[0].paragraphs.map(\.kind) == [.prose, .quotation, .quotation, .quotation, .prose])
        #expect(document.turns[0].paragraphs[3].content.text == "A quoted letter.")
    }

    @Test func `page heads and numbers are set aside, headings are not`() throws {
        let document = try read(
            """
            Article 1

            The first article has this text here.

            S/PV.9642 31/05/2024
            - 2 -

            Article 2

            The second article has another text.

            3/12

            Article 3

            The third one ends it.
            """)
        let aside = document.furniture.map { String(document.text.slice($0)) }
        #expect(aside == ["S/PV.9642 31/05/2024", "- 2 -", "3/12"])
        #expect(document.turns[0].paragraphs.count == 6)
    }

    @Test(arguments: [
        ("The meeting rose at 3.10 p.m.", true), ("La séance est levée à 15 h 10.", true),
        ("Se levanta la sesión a las 15.10 horas.", true), ("Заседание закрывается в 15 ч 10 мин.", true),
        ("下午3时10分散会。", true), ("رفعت الجلسة الساعة 15/10.", true),
        ("The meeting rose at six o’clock in the evening.", false), ("La séance est levée à la tombée du soir.", false),
    ])
    func `a record's note of its end was not said, a sentence about it was`(line: String, isAside: Bool) throws {
        let document = try read("The chair thanked all members and closed the list.\n\n\(line)")
        #expect(document.furniture.map { String(document.text.slice($0)) } == (isAside ? [line] : []))
    }

    @Test func `a segment a line keeps its numbers, blank lines too`() throws {
        let document = try DocumentReader(form: .segmented).read(
            Array("One.\n\nPresident: two. Three.\n".utf8), path: "a.en")
        #expect(document.turns[0].paragraphs.map(\.content.text) == ["One.", "", "President: two. Three."])
    }

    @Test func `Europarl's markup gives turns and languages`() throws {
        let document = try read(
            """
            <CHAPTER ID=1>
            Resumption of the session
            <SPEAKER ID=1 NAME="President">
            I declare the session resumed.
            <P>
            We begin.
            <SPEAKER ID=2 LANGUAGE="DE" NAME="Berg, Anna">
            Thank you.
            """)
        #expect(document.turns.map { $0.speaker?.name } == [nil, "President", "Berg, Anna"])
        #expect(document.turns[0].paragraphs[0].kind == .heading)
        #expect(document.turns[2].manner?.language?.tag == "de")
    }

    @Test(arguments: SeededGenerator.seeds)
    func `no bytes make the reader trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet: [UInt8] =
            Array("aB:(). \n\n\r\t-[]<>*\"".utf8) + [0xC3, 0xA9, 0xE4, 0xB8, 0xAD, 0xFF, 0xF0, 0x9F]
        let bytes = (0..<400).map { _ in alphabet.randomElement(using: &random) ?? 0x20 }
        _ = try? DocumentReader().read(bytes, path: "random.en.txt")
    }
}
