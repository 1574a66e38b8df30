/// Markup or a value within a passage, as files of translation tools keep it: `<g>`, `<x/>`, `<ph>` and their like in XLIFF,
/// `<bpt>`, `<ept>` and `<ph>` in TMX. Its own text is none of the passage's words.
public struct InlineCode: Hashable, Sendable {
    /// What a code does.
    public enum Part: Hashable, Sendable {
        /// It starts a stretch.
        case opening
        /// It ends one.
        case closing
        /// It stands for itself.
        case standalone
    }

    /// What the code does.
    public let part: Part
    /// What the file calls it, the same for both ends of a stretch; empty where it has no name.
    public let id: String
    /// The code of the document that it stands for, such as `<b>`, or what the file calls that; empty where it says neither.
    public let data: String
    /// The code as a reader can know it again, such as `<g id="1">`.
    public let label: String
    /// Where the words go on behind what opens, or end before what closes or stands alone; in UTF-8 bytes of the document as
    /// read.
    public let place: Int

    /// Makes a code.
    public init(part: Part, id: String, data: String, label: String, place: Int) {
        self.part = part
        self.id = id
        self.data = data
        self.label = label
        self.place = place
    }
}
