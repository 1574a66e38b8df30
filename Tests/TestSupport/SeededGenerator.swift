import Foundation

/// Random numbers that come again from the same seed (SplitMix64; Steele, Lea and Flood 2014).
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// Makes a generator.
    public init(seed: UInt64) { state = seed }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The seeds that a property is tried with; DRAGOMAN_SEED in the environment tries that one alone.
    public static var seeds: [UInt64] {
        if let given = ProcessInfo.processInfo.environment["DRAGOMAN_SEED"].flatMap({ UInt64($0) }) { return [given] }
        return Array(1...40)
    }
}
