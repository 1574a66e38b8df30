import Bitext
import Drift
import Facts

/// The text around a span, cut into what is marked and what is not.
struct MarkedExcerpt: Sendable, Hashable {
    /// A stretch of the excerpt.
    struct Piece: Sendable, Hashable {
        /// The text.
        let text: String
        /// Whether the span covers it.
        let isMarked: Bool
        /// Whether it stands for the empty place where something is missing.
        let isPlace: Bool
    }

    /// The stretches, in order.
    let pieces: [Piece]

    /// The most characters of context that are kept on each side of a mark.
    static let context = 120
    /// The most characters of a mark that are kept.
    static let longestMark = 400

    /// The excerpt for a span of a side.
    init(_ span: Span, in version: AlignedPair.Version) {
        let segments = version.segments
        func text(_ index: Int) -> String {
            segments.indices.contains(index) ? segments[index].segment.text : ""
        }
        if span.isPlaceOnly {
            let index = span.segments.lowerBound
            let before: String
            let after: String
            if let inside = span.rangeInSegment, !span.segments.isEmpty {
                before = String(text(index).slice(TextRange(0, inside.start)))
                after = String(text(index).slice(TextRange(inside.end, text(index).utf8.count)))
            } else {
                before = text(index - 1)
                after = text(index)
            }
            pieces = [
                Piece(text: MarkedExcerpt.tail(before), isMarked: false, isPlace: false),
                Piece(text: "", isMarked: true, isPlace: true),
                Piece(text: MarkedExcerpt.head(after), isMarked: false, isPlace: false),
            ].filter { $0.isPlace || !$0.text.isEmpty }
        } else if let range = span.rangeInSegment, let index = span.segments.first {
            let whole = text(index)
            pieces = [
                Piece(
                    text: MarkedExcerpt.tail(String(whole.slice(TextRange(0, range.start)))), isMarked: false,
                    isPlace: false),
                Piece(text: String(whole.slice(range)), isMarked: true, isPlace: false),
                Piece(
                    text: MarkedExcerpt.head(String(whole.slice(TextRange(range.end, whole.utf8.count)))),
                    isMarked: false, isPlace: false),
            ].filter { !$0.text.isEmpty }
        } else {
            pieces = [Piece(text: MarkedExcerpt.middle(span.text), isMarked: true, isPlace: false)]
        }
    }

    /// The excerpt in one line, marks as ⟦…⟧, white space folded.
    var plain: String {
        pieces.indices.map { index in
            let piece = pieces[index]
            if piece.isPlace {
                return MarkedExcerpt.place(before: pieces.indices.contains(index + 1) ? pieces[index + 1].text : "")
            }
            let text = piece.text.split(whereSeparator: \.isNewline).joined(separator: " ")
            return piece.isMarked ? "⟦\(text)⟧" : text
        }.joined()
    }

    /// The mark of a place where something is missing, close to the comma or full stop behind it.
    static func place(before text: String) -> String {
        " ⟦ nothing here ⟧" + (text.first.map { ",.;:!?…)]»”".contains($0) } == true ? "" : " ")
    }

    private static func tail(_ text: String) -> String {
        text.count <= context ? text : "…" + text.suffix(context)
    }

    private static func head(_ text: String) -> String {
        text.count <= context ? text : text.prefix(context) + "…"
    }

    private static func middle(_ text: String) -> String {
        text.count <= longestMark ? text : text.prefix(longestMark * 3 / 4) + " … " + text.suffix(longestMark / 4)
    }
}
