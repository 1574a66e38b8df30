import Bitext
internal import XML

/// Writes beads as the files of translation tools.
enum MemoryWriter {
    /// TMX 1.4b, the beads that have both sides.
    static func tmx(
        _ beads: [(source: String, target: String, bead: Bead)], _ languages: (source: Language, target: Language)
    ) -> String {
        guard let writer = MarkupWriter() else { return "" }
        writer.element("tmx", ["version": "1.4"]) {
            writer.element(
                "header",
                [
                    "creationtool": "dragoman", "creationtoolversion": Version.number, "segtype": "sentence",
                    "o-tmf": "dragoman", "adminlang": "en", "srclang": languages.source.tag, "datatype": "plaintext",
                ])
            writer.element("body") {
                for (number, (source, target, bead)) in beads.enumerated() where !bead.isNull {
                    writer.element("tu", ["tuid": "b\(number)"]) {
                        writer.element("prop", ["type": "x-score"]) {
                            writer.text("\(LadderFormat.rounded(bead.score))")
                        }
                        for (language, text) in [(languages.source, source), (languages.target, target)] {
                            writer.element("tuv", ["xml:lang": language.tag]) {
                                writer.element("seg") { writer.text(text) }
                            }
                        }
                    }
                }
            }
        }
        return writer.finished()
    }

    /// XLIFF 2.0, a unit a bead.
    static func xliff(
        _ beads: [(source: String, target: String, bead: Bead)], _ languages: (source: Language, target: Language)
    ) -> String {
        guard let writer = MarkupWriter() else { return "" }
        let attributes: KeyValuePairs = [
            "xmlns": "urn:oasis:names:tc:xliff:document:2.0", "version": "2.0", "srcLang": languages.source.tag,
            "trgLang": languages.target.tag,
        ]
        writer.element("xliff", attributes) {
            writer.element("file", ["id": "f1"]) {
                for (number, (source, target, bead)) in beads.enumerated() {
                    writer.element("unit", ["id": "b\(number)"]) {
                        writer.element("notes") {
                            writer.element("note", ["category": "score"]) {
                                writer.text("\(LadderFormat.rounded(bead.score))")
                            }
                        }
                        writer.element("segment") {
                            writer.element("source") { writer.text(source) }
                            if !bead.target.isEmpty { writer.element("target") { writer.text(target) } }
                        }
                    }
                }
            }
        }
        return writer.finished()
    }
}
