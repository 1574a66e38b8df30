import Bitext

/// Reads the texts of JSON and YAML, each under the names that lead to it.
///
/// Numbers and truth values are no messages. What ARB keeps of a message (“@…”) is left out, and so are the descriptions and
/// placeholders beside the messages of browser extensions. YAML whose one outermost name is a language, as Ruby on Rails
/// has it, is in that language.
enum StructuredMessages {
    static func read(_ text: String, isJSON: Bool, path: String) throws(ReadingError) -> MessageFile.Found {
        let walk = try StructuredWalk(text, isJSON: isJSON, path: path)
        var language: String?
        var messages: [MessageFile.Message] = []
        for leaf in walk.leaves where leaf.isText || !isJSON && !isPlainValue(leaf.value) {
            let path = leaf.path
            if isJSON, path == ["@@locale"] { language = MessageFile.tag(leaf.value[...]) }
            if isJSON, path.contains(where: { $0.hasPrefix("@") }) { continue }
            messages.append(MessageFile.Message(path: path, text: walk.text(of: leaf)))
        }
        if isJSON {
            let names = Set(messages.filter { $0.path.count == 2 && $0.path[1] == "message" }.map(\.path[0]))
            if !names.isEmpty, names == Set(walk.outermost.filter { !$0.hasPrefix("@") }) {
                messages = messages.filter { $0.path.count == 2 && $0.path[1] == "message" }
            }
        } else if Set(walk.outermost).count == 1, let name = walk.outermost.first, let tag = MessageFile.tag(name[...])
        {
            language = tag
            messages = messages.map { MessageFile.Message(path: Array($0.path.dropFirst()), text: $0.text) }
        }
        return MessageFile.Found(messages: messages, language: language, aliases: walk.aliases)
    }

    /// Whether YAML takes a value without quotation marks for a number, a truth value or nothing.
    private static func isPlainValue(_ value: String) -> Bool {
        ["", "~", "null", "true", "false", "yes", "no", "on", "off"].contains(value.lowercased())
            || value.contains(where: \.isNumber) && Double(value) != nil
    }
}
