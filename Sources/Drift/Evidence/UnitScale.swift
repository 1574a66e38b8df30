import Facts

/// What units come to in one another: 85 miles an hour are 38 metres a second.
enum UnitScale {
    /// By what is measured, the units that CLDR names, in one of them.
    private static let scales: [[String: Double]] = [
        [
            "kilometer": 1000, "meter": 1, "centimeter": 0.01, "millimeter": 0.001, "mile": 1609.34, "foot": 0.3048,
            "inch": 0.0254, "yard": 0.9144, "nautical-mile": 1852,
        ],
        ["kilogram": 1, "gram": 0.001, "tonne": 1000, "pound": 0.4536, "ounce": 0.02835],
        ["liter": 1, "milliliter": 0.001, "gallon": 3.785, "barrel": 159],
        [
            "hectare": 10_000, "acre": 4047, "square-kilometer": 1_000_000, "square-meter": 1,
            "square-mile": 2_589_988, "square-foot": 0.0929,
        ],
        ["kilometer-per-hour": 0.27778, "mile-per-hour": 0.44704, "meter-per-second": 1],
    ]

    /// How far a rounded conversion may be off, as a share: 200 miles are given as 300 km.
    static let tolerance = 0.08

    /// Whether two measures may be one, said in different units.
    static func areEqual(
        _ value: Double, _ measure: Measure, _ other: Double, _ otherMeasure: Measure, tolerance: Double = tolerance
    ) -> Bool {
        scales.contains { scale in
            measure.readings.contains { unit in
                guard let one = scale[unit] else { return false }
                return otherMeasure.readings.contains { otherUnit in
                    guard otherUnit != unit, let two = scale[otherUnit], other * two > 0 else { return false }
                    return isCut(value * one / two, other) || isCut(other * two / one, value)
                        || abs(value * one / (other * two) - 1) < tolerance
                }
            }
        }
    }

    /// Whether a whole number is another one with its parts left out, or rounded: an inch is two centimetres or three.
    private static func isCut(_ exact: Double, _ given: Double) -> Bool {
        given >= 2 && given.rounded() == given && abs(exact - given) < 1
    }

    /// Whether a number is another one, rounded: a multiple of a round step that the other is none of, less than a step away.
    static func isRounded(_ given: Double, of exact: Double) -> Bool {
        steps.contains { step in
            func isMultiple(_ value: Double) -> Bool { (value / step).rounded() * step == value }
            return isMultiple(given) && !isMultiple(exact) && abs(given - exact) < step
        }
    }

    private static let steps: [Double] = [0.5, 1, 5, 10, 50, 100, 500, 1000]

    /// Whether a measure is one of those that are converted.
    static func has(_ measure: Measure) -> Bool {
        scales.contains { scale in measure.readings.contains { scale[$0] != nil } }
    }
}
