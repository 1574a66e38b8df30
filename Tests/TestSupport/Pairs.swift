import Bitext
import Corpus
public import Drift
import Formats

/// Versions and comparisons made from texts in a test.
public enum Pairs {
    /// A version read from a text.
    public static func version(_ text: String, _ language: String, path: String? = nil) throws -> AlignedPair.Version {
        try VersionReader().read(
            Array(text.utf8), path: path ?? "text.\(language).txt", language: Language(language))
    }

    /// A version that holds a segment a line.
    public static func segmented(_ lines: [String], _ language: String) throws -> AlignedPair.Version {
        try VersionReader(form: .segmented).read(
            Array(lines.joined(separator: "\n").utf8), path: "text.\(language).txt", language: Language(language))
    }

    /// Sentences that can be told apart, from a seed.
    public static func sentences(_ count: Int, using random: inout SeededGenerator) -> [String] {
        let words = [
            "river", "committee", "bridge", "minister", "harvest", "border", "library", "engine", "winter",
            "village", "contract", "signal", "orchard", "treaty", "lantern", "mountain",
        ]
        return (0..<count).map { number in
            let picked = (0..<Int.random(in: 4...14, using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }
            return "Then \(picked.joined(separator: " ")) number \(number * 37 + 100)."
        }
    }
}
