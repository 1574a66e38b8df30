import TestSupport
import Testing
import YAML

@Suite struct YAMLTests {
    /// Events, a scalar as its value and the bytes it stands in.
    private func events(_ text: String) throws -> [String] {
        var seen: [String] = []
        let bytes = Array(text.utf8)
        try YAMLParser.parse(text) { event in
            switch event {
            case .mappingStart: seen.append("{")
            case .mappingEnd: seen.append("}")
            case .sequenceStart: seen.append("[")
            case .sequenceEnd: seen.append("]")
            case .alias: seen.append("*")
            case .scalar(let value, let isText, let range):
                seen.append("\(value) = \(isText ? "text " : "")\(String(decoding: bytes[range], as: UTF8.self))")
            }
        }
        return seen
    }

    @Test(
        arguments: [
            (
                #"{"a": "é\n", "b": [1, "2"]}"#,
                [
                    "{", "a = text \"a\"", "é\n = text \"é\\n\"", "b = text \"b\"", "[", "1 = 1", "2 = text \"2\"", "]",
                    "}",
                ]
            ),
            ("\u{FEFF}ключ: значение\nнет: \n", ["{", "ключ = ключ", "значение = значение", "нет = нет", " = ", "}"]),
            ("a: &x 'it''s'\r\nb: *x\r\n", ["{", "a = a", "it's = text 'it''s'", "b = b", "*", "}"]),
            (
                "a: |\n  one\n  two\nb: 🎉\n",
                ["{", "a = a", "one\ntwo\n = text |\n  one\n  two\n", "b = b", "🎉 = 🎉", "}"]
            ),
            (
                "{\"a\": \"x\u{7F}y\u{FEFF}z\u{90}\"}",
                ["{", "a = text \"a\"", "x y   z   = text \"x\u{7F}y\u{FEFF}z\u{90}\"", "}"]
            ),
            ("", []),
        ] as [(String, [String])])
    func `events and places`(text: String, expected: [String]) throws {
        // A mark before a value belongs to it.
        #expect(try events(text).map { $0.replacing("= text &x ", with: "= text ") } == expected)
    }

    @Test(arguments: [("{\"a\": ", 1), ("a: 1\n b: 2\n", 2), ("a: 'x", 1), ("\"\\ud83d\"", 1)])
    func `what is not well formed is told, with its line`(text: String, line: Int) {
        let failure = #expect(throws: YAMLParser.Failure.self) { try YAMLParser.parse(text) { _ in } }
        #expect(failure?.line == line)
        #expect(failure?.message.isEmpty == false)
    }

    @Test func `aliases do not grow, what is too deep is refused`() throws {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
        #expect(try events(bomb).count == 17)
        let deep = String(repeating: "[", count: 50_000)
        let failure = #expect(throws: YAMLParser.Failure.self) { try YAMLParser.parse(deep) { _ in } }
        #expect(failure?.message == "nests more than 1000 deep")
    }

    @Test(arguments: SeededGenerator.seeds)
    func `any text is read or refused`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "{", "}", "[", "]", ":", ", ", "\"", "'", "- ", "\n", "  ", "a", "é", "🎉", "|", ">", "&a ", "*a", "#", "\\",
            "\t", "\u{FEFF}", "\r",
        ]
        for _ in 0..<300 {
            let text = (0..<20).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let count = text.utf8.count
            try? YAMLParser.parse(text) { event in
                if case .scalar(_, _, let range) = event {
                    #expect(range.upperBound <= count, "\(text.debugDescription)")
                }
            }
        }
    }
}
