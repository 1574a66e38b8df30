/// Why vectors could not be had.
public struct EmbeddingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server's address or the file.
    public let place: String
    /// The reason, in plain words.
    public let reason: String
    /// Whether asking again may help.
    var isPassing = false
    /// How long the server wants to be left alone, in seconds; `nil` where it does not say.
    var wait: Double?
    /// Whether fewer texts at once may help.
    var isTooMuch = false

    /// Makes an error.
    public init(place: String, reason: String) {
        self.place = place
        self.reason = reason
    }

    /// `PLACE: reason`.
    public var description: String { "\(place): \(reason)" }

    /// An error that may pass.
    func passing(wait: Double? = nil) -> EmbeddingError {
        var copy = self
        copy.isPassing = true
        copy.wait = wait
        return copy
    }

    /// An error that fewer texts at once may mend.
    func tooMuch() -> EmbeddingError {
        var copy = self
        copy.isTooMuch = true
        return copy
    }
}
