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

    /// The first stretch of the source that the target closes before it opens it, and its ends there.
    var reversed: (source: Stretch, closing: Placed, opening: Placed)? {
        func first(_ part: InlineCode.Part) -> [String: Int] {
            let places = sides.target.indices.filter { sides.target[$0].code.part == part }
            return Dictionary(places.map { (sides.target[$0].code.id, $0) }, uniquingKeysWith: { one, _ in one })
        }
        let (openings, closings) = (first(.opening), first(.closing))
        for stretch in stretches(.source) {
            let id = stretch.opening.code.id
            if let opening = openings[id], let closing = closings[id], closing < opening {
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

    /// The stretches of a side that have names, in the order of their ends.
    private func stretches(_ side: Side) -> [Stretch] { InlineCodes.stretches(of: sides[side]) }

    private static func stretches(of codes: [Placed]) -> [Stretch] {
        var open: [String: Placed] = [:]
        return codes.compactMap { placed in
            let code = placed.code
            guard !code.id.isEmpty else { return nil }
            if code.part == .opening { open[code.id] = placed }
            guard code.part == .closing, let opening = open.removeValue(forKey: code.id),
                opening.segment == placed.segment
            else { return nil }
            return Stretch(opening: opening, closing: placed)
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
        let ends = Dictionary(
            stretches(of: codes).map { ($0.opening.code, $0.closing.code) }, uniquingKeysWith: { one, _ in one })
        var closed: Set<InlineCode> = []
        let names = codes.compactMap { placed -> String? in
            if closed.remove(placed.code) != nil { return nil }
            guard let end = ends[placed.code] else { return placed.code.label }
            closed.insert(end)
            return "\(placed.code.label)…\(end.label)"
        }
        let more = names.count > most ? " and \(names.count - most) more" : ""
        return names.prefix(most).joined(separator: ", ") + more
    }

    /// How many codes a message names.
    private static let most = 5
}
