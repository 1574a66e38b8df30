/// Wording that the messages of several checks share.
enum MessageText {
    /// A count of occurrences.
    static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    /// As much of a sentence as a message has room for, in quotation marks.
    static func quoted(_ text: String) -> String {
        text.count > most ? "“\(text.prefix(most))…”" : "“\(text)”"
    }

    private static let most = 60
}
