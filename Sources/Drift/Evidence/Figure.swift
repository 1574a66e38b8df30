internal import Bitext

/// What a figure of the evidence tells; some are told of each side.
enum Figure: Int, CaseIterable, Sendable {
    case length, lengthRatio, deviation, short, long, question
    case unlikeness, beyondUnlikeness, lack, beyondLack, run, beyondRun, word, beyondLackMost, shortLack, longLack
    case names, name, date, region, numberWord
    case negation, negationClear, negationAlone, negationMorePlaces, negationHost, negationBrief
    case opposite, left, leftMore, linksCrossing, linksBackward, disorder
    case toxicStrong, toxicMild, toxicAnswer, toxicMore
    case exchange, breaks, moved, unshared, crossing
    case numberMismatch, numberWordMismatch, dateMismatch, regionMismatch

    /// What it is told of: of both sides as one, or of each, or of all three.
    fileprivate enum Reach {
        case whole, sides, all

        /// How many numbers it has.
        var width: Int {
            switch self {
            case .whole: 1
            case .sides: 2
            case .all: 3
            }
        }
    }

    fileprivate var reach: Reach {
        switch self {
        case .lack, .beyondLack, .run, .beyondRun, .word, .name, .date, .region, .numberWord, .negation, .negationClear,
            .negationAlone, .negationMorePlaces, .negationHost, .negationBrief, .toxicMore:
            .sides
        case .toxicStrong, .toxicMild, .toxicAnswer: .all
        default: .whole
        }
    }

    /// The figures that a check's confidence stands for.
    static func of(check: String) -> Figure? { checks[check] }

    private static let checks: [String: Figure] = [
        "number-mismatch": .numberMismatch, "number-word-mismatch": .numberWordMismatch,
        "date-mismatch": .dateMismatch, "region-mismatch": .regionMismatch,
    ]
}

/// The figures of a bead, each of a side or of both; those that are not set are 0.
struct Figures: Sendable {
    /// A figure, and the side that it is told of.
    struct Key: Hashable, Sendable {
        /// Its place among all keys.
        fileprivate let number: Int

        /// - Parameter side: none for what is told of both as one.
        init(_ figure: Figure, _ side: Side? = nil) {
            let offset =
                switch (figure.reach, side) {
                case (.whole, nil), (.sides, .source), (.all, nil): 0
                case (.sides, .target), (.all, .source): 1
                case (.all, .target): 2
                case (.whole, .source), (.whole, .target), (.sides, nil):
                    preconditionFailure("\(figure) is not told so")
                }
            number = Figures.starts[figure.rawValue] + offset
        }

        /// The key by its name in tables and output, such as `negation_clear_source`; `nil` for a name that is none.
        init?(named name: String) {
            guard let number = Figures.numbers[name] else { return nil }
            self.number = number
        }
    }

    private var values = [Double](repeating: 0, count: Figures.count)

    /// Where each figure's numbers start.
    private static let starts: [Int] = Figure.allCases.reduce(into: [0]) {
        $0.append($0[$0.count - 1] + $1.reach.width)
    }
    private static let count = starts[Figure.allCases.count]

    subscript(key: Key) -> Double {
        get { values[key.number] }
        set { values[key.number] = newValue }
    }

    /// Those that are not 0, by their names.
    var named: [String: Double] {
        Dictionary(uniqueKeysWithValues: zip(Figures.names, values).filter { $0.1 != 0 })
    }

    /// The names of all keys, in order. To ask a case for its name takes long, since it goes by reflection.
    private static let names: [String] = Figure.allCases.flatMap { figure in
        let separator = "\(figure)".hasSuffix("Mismatch") ? "-" : "_"
        let name = "\(figure)".reduce(into: "") { name, letter in
            name += letter.isUppercase ? separator + letter.lowercased() : String(letter)
        }
        let ofSides = Side.allCases.map { "\(name)_\($0.rawValue)" }
        return switch figure.reach {
        case .whole: [name]
        case .sides: ofSides
        case .all: [name] + ofSides
        }
    }

    private static let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
}
