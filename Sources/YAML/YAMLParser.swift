internal import CYAML

/// What a parser of YAML meets, in order.
public enum YAMLEvent: Sendable, Equatable {
    /// A mapping opens; its keys and values follow in turn.
    case mappingStart
    /// A mapping closes.
    case mappingEnd
    /// A sequence opens.
    case sequenceStart
    /// A sequence closes.
    case sequenceEnd
    /// A text, number, truth value or null: its value, escapes resolved; whether it stands in quotation marks or as a block,
    /// so that it is a text whatever it looks like; and where it stands in the input, marks included, in UTF-8 bytes.
    case scalar(String, isText: Bool, bytes: Range<Int>)
    /// What stands elsewhere, by its name.
    case alias
}

/// Reads YAML, of which JSON is a part, with libyaml. Aliases are not resolved, so that no document grows.
public enum YAMLParser {
    /// What is not well formed.
    public struct Failure: Error, Hashable, Sendable {
        /// What libyaml says of it.
        public let message: String
        /// The line, from 1.
        public let line: Int
    }

    /// What nests deeper is refused: libyaml's time grows with the square of the depth.
    public static let deepest = 1000

    /// Reads a text; of several documents in it each.
    /// - Parameter handle: is told of each event, in order, up to an error.
    /// - Throws: ``Failure`` where the text is not well formed, or nests more than ``deepest`` deep.
    public static func parse(_ text: String, _ handle: (YAMLEvent) -> Void) throws(Failure) {
        let bytes = printable(text)
        // At the end of a text libyaml counts a line more.
        let lines = bytes.count { $0 == 0x0A }
        let failure = unsafe bytes.withUnsafeBufferPointer { buffer -> Failure? in
            var parser = unsafe yaml_parser_t()
            guard unsafe yaml_parser_initialize(&parser) == 1 else { return Failure(message: "no memory", line: 0) }
            defer { unsafe yaml_parser_delete(&parser) }
            unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var places = Places(bytes)
            var depth = 0
            while true {
                var event = unsafe yaml_event_t()
                guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
                    let message = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "not well formed"
                    return Failure(message: message, line: min(unsafe parser.problem_mark.line, lines) + 1)
                }
                defer { unsafe yaml_event_delete(&event) }
                let isEnd = unsafe event.type == YAML_STREAM_END_EVENT
                if isEnd { return nil }
                let line = unsafe event.start_mark.line + 1
                guard let event = unsafe YAMLEvent(event, &places) else { continue }
                switch event {
                case .mappingStart, .sequenceStart: depth += 1
                case .mappingEnd, .sequenceEnd: depth -= 1
                case .scalar, .alias: break
                }
                guard depth <= deepest else { return Failure(message: "nests more than \(deepest) deep", line: line) }
                handle(event)
            }
        }
        if let failure { throw failure }
    }

    /// The bytes of a text, with spaces for the control characters that libyaml refuses and JSON allows in texts.
    private static func printable(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        var place = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: break
            case 0xFEFF where place == 0: break
            default:
                for offset in 0..<width { bytes[place + offset] = 0x20 }
            }
            place += width
        }
        return bytes
    }

    /// Turns libyaml's places, which count characters, into offsets of bytes; they are asked for in order.
    struct Places {
        private let bytes: [UInt8]
        private var character = 0
        private var byte: Int

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            // libyaml does not count a byte order mark.
            byte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        mutating func offset(_ index: Int) -> Int {
            while character < index, byte < bytes.count {
                byte += 1
                while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
                character += 1
            }
            return byte
        }
    }
}

extension YAMLEvent {
    /// The event that one of libyaml's stands for; `nil` for the bounds of documents.
    @unsafe fileprivate init?(_ event: yaml_event_t, _ places: inout YAMLParser.Places) {
        switch unsafe event.type {
        case YAML_MAPPING_START_EVENT: self = .mappingStart
        case YAML_MAPPING_END_EVENT: self = .mappingEnd
        case YAML_SEQUENCE_START_EVENT: self = .sequenceStart
        case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
        case YAML_ALIAS_EVENT: self = .alias
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let value = unsafe String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let start = places.offset(unsafe event.start_mark.index)
            let end = places.offset(unsafe event.end_mark.index)
            self = .scalar(
                value, isText: unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE, bytes: start..<max(start, end))
        default: return nil
        }
    }
}
