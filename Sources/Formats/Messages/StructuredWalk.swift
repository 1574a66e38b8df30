import Bitext
internal import YAML

/// The values of JSON or YAML, each with the names that lead to it.
struct StructuredWalk {
    /// A value that is neither a mapping nor a list.
    struct Leaf {
        /// The value as it stands.
        let value: String
        /// Whether it stands in quotation marks or as a block, so that it is a text whatever it looks like.
        let isText: Bool
        /// Names from the outermost to the innermost; for an item of a list its number.
        var path: [String] { steps.map(\.name) }
        fileprivate let place: Range<Int>
        fileprivate let steps: [Step]
    }

    /// A name, or the number of an item, and where it stands; nowhere for numbers.
    fileprivate struct Step {
        var name: String
        var place: Range<Int>
    }

    private enum Level {
        /// A key is due where there is none.
        case mapping(Step?)
        case sequence(index: Int)
    }

    /// The values, in order.
    private(set) var leaves: [Leaf] = []
    /// The names of the outermost mapping, in order.
    private(set) var outermost: [String] = []
    /// How many values stand elsewhere, under an anchor of YAML's.
    private(set) var aliases = 0
    private var levels: [Level] = []
    private let whole: MappedText
    private let bytes: [UInt8]

    /// Walks through a text.
    /// - Throws: `ReadingError` for what is not well formed.
    init(_ text: String, isJSON: Bool, path: String) throws(ReadingError) {
        whole = isJSON ? StructuredWalk.withoutSurrogates(text) : MappedText(text, at: 0)
        bytes = Array(whole.text.utf8)
        do {
            try YAMLParser.parse(whole.text) { handle($0) }
        } catch {
            let kind = isJSON ? "JSON" : "YAML"
            throw ReadingError(
                path: path, line: error.line, reason: "\(kind) that is not well formed: \(error.message)")
        }
    }

    /// A value as a message: ends of lines and tabs as spaces.
    func text(of leaf: Leaf) -> MappedText { message(leaf.value, leaf.place) }

    /// A name that leads to a value, as a message; `nil` for the number of an item, and beyond the innermost.
    /// - Parameter depth: which one, 0 for the outermost.
    func name(of leaf: Leaf, at depth: Int) -> MappedText? {
        guard leaf.steps.indices.contains(depth), !leaf.steps[depth].place.isEmpty else { return nil }
        return message(leaf.steps[depth].name, leaf.steps[depth].place)
    }

    private func message(_ value: String, _ place: Range<Int>) -> MappedText {
        EscapedText.text(value, in: bytes, place).mapped(through: whole)
    }

    private mutating func handle(_ event: YAMLEvent) {
        switch event {
        case .mappingStart:
            name("?", 0..<0)
            levels.append(.mapping(nil))
        case .sequenceStart:
            name("?", 0..<0)
            levels.append(.sequence(index: 0))
        case .mappingEnd, .sequenceEnd:
            levels.removeLast()
            advance()
        case .alias:
            guard !name("*", 0..<0) else { return }
            aliases += 1
            advance()
        case .scalar(let value, let isText, let place):
            if name(value, place) { return }
            if !levels.isEmpty {
                leaves.append(Leaf(value: value, isText: isText, place: place, steps: levels.map(StructuredWalk.step)))
            }
            advance()
        }
    }

    /// Takes what comes for a key, where one is due.
    @discardableResult
    private mutating func name(_ key: String, _ place: Range<Int>) -> Bool {
        guard case .mapping(nil)? = levels.last else { return false }
        levels[levels.count - 1] = .mapping(Step(name: key, place: place))
        if levels.count == 1 { outermost.append(key) }
        return true
    }

    /// Goes on behind a value.
    private mutating func advance() {
        switch levels.last {
        case .mapping: levels[levels.count - 1] = .mapping(nil)
        case .sequence(let index): levels[levels.count - 1] = .sequence(index: index + 1)
        case nil: break
        }
    }

    private static func step(_ level: Level) -> Step {
        switch level {
        case .mapping(let step): step ?? Step(name: "?", place: 0..<0)
        case .sequence(let index): Step(name: String(index), place: 0..<0)
        }
    }

    /// JSON may write a character as two halves of UTF-16 (\ud83d\ude00), which YAML does not know.
    private static func withoutSurrogates(_ text: String) -> MappedText {
        let bytes = Array(text.utf8)
        var edits: [(range: TextRange, text: String)] = []
        var place = 0
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "\\") else {
                place += 1
                continue
            }
            if let (character, length) = EscapedText.character(in: bytes, at: place), length > 6 {
                edits.append((TextRange(place, place + length), character))
                place += length
            } else {
                place += 2
            }
        }
        return MappedText(text, at: 0).replacing(edits)
    }
}
