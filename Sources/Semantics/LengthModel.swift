#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// How likely it is that two lengths belong to translations of each other.
///
/// Gale and Church, "A program for aligning sentences in bilingual corpora", Computational Linguistics 19 (1993),
/// section 3: the difference of the lengths, in units of what it varies by, is normal. Lengths are letters as
/// `InformationLength` counts them, and the ratio between the languages is the document's own.
public struct LengthModel: Sendable {
    /// Target letters for a source letter.
    public let ratio: Double

    /// The variance per letter.
    public let variance: Double

    /// Makes a model.
    /// - Parameters:
    ///   - ratio: target letters for a source letter, above 0.
    ///   - variance: the variance per letter, above 0.
    public init(ratio: Double, variance: Double = LengthModel.usualVariance) {
        self.ratio = ratio
        self.variance = variance
    }

    /// The variance per letter between languages: 6.8 in the paper.
    public static let usualVariance = 6.8
    /// The least that is believed of a few pairs.
    private static let leastVariance = 2.0
    /// How many pairs the usual variance counts as, beside those of the text.
    private static let faith = 30.0
    /// The share of pairs that a variance is estimated on, the oddest left out, and what share of it those have where
    /// lengths are normal.
    private static let kept = (pairs: 0.97, variance: 0.83)
    /// The largest cost, so that one odd pair cannot outweigh everything else.
    public static let most = 18.0

    /// The model with the variance that pairs of lengths show: the mean square of their deviations, the oddest left out, drawn
    /// towards the usual variance where they are few.
    /// - Parameter pairs: lengths of texts that answer to each other, 0 and more.
    public func fitted(_ pairs: [(source: Double, target: Double)]) -> LengthModel {
        let squares = pairs.compactMap { pair -> Double? in
            let (expected, mean) = (pair.source * ratio, (pair.source * ratio + pair.target) / 2)
            return mean > 0 ? (expected - pair.target) * (expected - pair.target) / mean : nil
        }.sorted()
        let kept = squares.prefix(Int(LengthModel.kept.pairs * Double(squares.count)))
        let sum = kept.reduce(0, +) / LengthModel.kept.variance
        let own =
            (sum + LengthModel.usualVariance * LengthModel.faith) / (Double(kept.count) + LengthModel.faith)
        return LengthModel(ratio: ratio, variance: max(LengthModel.leastVariance, own))
    }

    /// The cost of two lengths, in nats: 0 where they agree, more where they differ.
    public func cost(_ source: Double, _ target: Double) -> Double {
        let expected = source * ratio
        let mean = (expected + target) / 2
        guard mean > 0 else { return 0 }
        let index = Int(abs(expected - target) / (mean * variance).squareRoot() * LengthModel.steps)
        return index < LengthModel.table.count ? LengthModel.table[index] : LengthModel.most
    }

    /// How far two lengths are from what the ratio lets expect, in standard deviations; below 0 where the target is short.
    ///
    /// The logarithm of the ratio is taken as normal, with a variance of 0.004 + 1.8 / letters, as measured on 997
    /// sentences of news in 32 languages (NTREX-128).
    public func deviation(_ source: Double, _ target: Double) -> Double {
        guard source > 0, target > 0, ratio > 0 else { return 0 }
        return logarithm(target / source / ratio) / (0.004 + 1.8 / max(source, target)).squareRoot()
    }

    private static let steps = 32.0
    /// −ln of the two-tailed normal probability, by 32nds of a standard deviation.
    private static let table: [Double] = {
        var table: [Double] = []
        while (table.last ?? 0) < most {
            let deviations = (Double(table.count) + 0.5) / steps
            table.append(-log(erfc(deviations / 2.0.squareRoot())))
        }
        return table
    }()
}

/// The natural logarithm.
public func logarithm(_ value: Double) -> Double { log(value) }

/// e^x.
public func exponential(_ x: Double) -> Double { exp(x) }

/// 1 / (1 + e^−x).
public func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
