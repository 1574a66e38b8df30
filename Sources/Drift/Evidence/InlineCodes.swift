import Bitext
import Facts

/// The inline codes of both sides of a bead, compared.
struct InlineCodes {
    /// A code, and the segment that it stands in.
    struct Placed {
        let code: InlineCode
        let segment: Int
    }

    /// What stands between a code that opens and the one that closes it, in one segment.
    struct Stretch {
        let opening: Placed
        let closing: Placed

        /// In the document, in UTF-8 bytes.
        var range: TextRange { TextRange(opening.code.place, closing.code.place) }
        var name: String { InlineCodes.names(of: [opening, closing]) }
    }

    /// Codes that the other side lacks.
    let unmatched: Sides<[Placed]>
    private let sides: Sides<[Placed]>
    private let pair: AlignedPair

    init(_ bead: Bead, in pair: AlignedPair) {
        self.pair = pair
        sides = Sides { side in
            bead[side].flatMap { index in
                pair[side].segments[index].segment.codes.map { Placed(code: $0, segment: index) }
            }
        }
        unmatched = InlineCodes.likenesses.reduce(sides, InlineCodes.rest)
    }

    /// What makes a code another's counterpart, the surest first. Not every tool keeps the names of the source's codes, and what
    /// they stand for may be translated, as a link's address; those without a name are then known by their element.
    private static let likenesses: [@Sendable (InlineCode) -> String?] = [
        { "\($0.part) \($0.id) \($0.data)" }, { $0.data.isEmpty ? nil : "\($0.part) \($0.data)" },
        { $0.id.isEmpty ? nil : "\($0.part) \($0.id)" },
        { code in
            guard code.id.isEmpty else { return nil }
            let tag = code.data.hasPrefix("<") ? code.data.dropFirst().prefix { $0 == "/" || $0.isLetter } : ""
            return "\(code.part) \(tag)"
        },
    ]

    /// What is left on both sides without those that are alike.
    private static func rest(of sides: Sides<[Placed]>, by likeness: (InlineCode) -> String?) -> Sides<[Placed]> {
        Sides { side in
            var counts: [String: Int] = [:]
            for placed in sides[side.other] {
                if let key = likeness(placed.code) { counts[key, default: 0] += 1 }
            }
            return sides[side].filter { placed in
                guard let key = likeness(placed.code), let count = counts[key], count > 0 else { return true }
                counts[key] = count - 1
                return false
            }
        }
    }

    /// The first stretch of the source that the target closes before it opens it, and the code that closes it there.
    var reversed: (source: Stretch, closing: Placed, opening: Placed)? {
        for stretch in stretches(.source) {
            func places(_ part: InlineCode.Part) -> [Int] {
                sides.target.indices.filter {
                    sides.target[$0].code.part == part && sides.target[$0].code.id == stretch.opening.code.id
                }
            }
            if let opening = places(.opening).first, let closing = places(.closing).first, closing < opening {
                return (stretch, sides.target[closing], sides.target[opening])
            }
        }
        return nil
    }

    /// The first stretch that holds words in the source and none in the target.
    var emptied: (source: Stretch, target: Stretch)? {
        let target = Dictionary(
            stretches(.target).map { ($0.opening.code.id, $0) }, uniquingKeysWith: { one, _ in one })
        for stretch in stretches(.source) where !stretch.range.isEmpty {
            if let answer = target[stretch.opening.code.id], answer.range.isEmpty { return (stretch, answer) }
        }
        return nil
    }

    /// The stretches of a side that have names, in order.
    private func stretches(_ side: Side) -> [Stretch] {
        sides[side].indices.compactMap { index in
            let opening = sides[side][index]
            guard opening.code.part == .opening, !opening.code.id.isEmpty,
                let closing = sides[side][index...].first(where: {
                    $0.code.part == .closing && $0.code.id == opening.code.id && $0.segment == opening.segment
                })
            else { return nil }
            return Stretch(opening: opening, closing: closing)
        }
    }

    /// Where a code stands.
    func place(_ side: Side, _ placed: Placed) -> Span? {
        let place = TextRange(placed.code.place, placed.code.place)
        let range = pair[side].segments[placed.segment].segment.range(ofDocument: place)
        return pair.span(side, segment: placed.segment, range: range)
    }

    /// The words that a code is about: those of its stretch, or the one beside it.
    func span(_ side: Side, _ placed: Placed) -> Span? {
        let analysed = pair[side].segments[placed.segment]
        let stretch = stretches(side).first { $0.opening.code == placed.code }
        let place = TextRange(placed.code.place, placed.code.place)
        let range = analysed.segment.range(ofDocument: stretch?.range ?? place)
        let token = analysed.tokens.first { $0.range.end > range.start } ?? analysed.tokens.last
        return pair.span(side, segment: placed.segment, range: range.isEmpty ? token?.range ?? range : range)
    }

    /// How codes are named to a reader: a stretch that is there whole as one.
    static func names(of codes: [Placed]) -> String {
        var names: [String] = []
        var closed: Set<String> = []
        for (index, placed) in codes.enumerated() {
            let code = placed.code
            if code.part == .closing, closed.remove(code.id) != nil { continue }
            let end = codes[index...].first { $0.code.part == .closing && $0.code.id == code.id }
            guard code.part == .opening, !code.id.isEmpty, let end else {
                names.append(code.label)
                continue
            }
            closed.insert(code.id)
            names.append("\(code.label)…\(end.code.label)")
        }
        return names.joined(separator: ", ")
    }
}
