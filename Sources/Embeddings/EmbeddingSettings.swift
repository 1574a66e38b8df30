/// Which embedding server is asked, for what and how.
public struct EmbeddingSettings: Sendable, Hashable {
    /// The address up to and with `/v1`, such as `http://localhost:11434/v1`; `/embeddings` is put behind it.
    public var url: String
    /// The model's name, as the server knows it.
    public var model: String
    /// What stands before each text; some models want `query: `.
    public var prefix = ""
    /// How many texts go into a request, from 1 up.
    public var batch = 64
    /// How many requests are under way at once, from 1 up.
    public var concurrency = 4
    /// How long a request may take, in seconds.
    public var timeout = 120.0
    /// How often a request is made before the server counts as failing.
    public var attempts = 5
    /// How long the first pause between two tries is, in seconds; each is twice the one before.
    public var pause = 0.5

    /// Makes settings.
    public init(url: String, model: String) {
        self.url = url
        self.model = model
    }

    /// What the vectors are known by, without spaces: those of another address, model or prefix are others.
    public var name: String {
        let full = "\(model)@\(url)" + (prefix.isEmpty ? "" : "+\(prefix)")
        return String(full.map { $0.isWhitespace ? "_" : $0 })
    }
}
