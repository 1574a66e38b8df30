import ICU

/// Breaks text into lines by the columns that a terminal gives its characters.
enum Lines {
    /// The number of columns of a text.
    static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    /// A text as lines of a width, each with its indent before it and a newline behind it; text that runs from right to left is
    /// isolated, so that it does not turn the indent around.
    /// - Parameter first: what stands before the first line in place of the indent.
    static func block(
        _ text: String, width: Int, indent: String, first: String? = nil, isRightToLeft: Bool = false
    ) -> String {
        let first = first ?? indent
        return wrapped(text, width: width - columns(indent), firstWidth: width - columns(first)).enumerated()
            .map { index, line in
                (index == 0 ? first : indent) + (isRightToLeft ? "\u{2068}\(line)\u{2069}" : line) + "\n"
            }.joined()
    }

    /// The lines of a text: broken at spaces, and inside words that are wider than a line (or have no spaces).
    /// - Parameters:
    ///   - width: the columns of a line, at least 10.
    ///   - firstWidth: those of the first line.
    static func wrapped(_ text: String, width: Int, firstWidth: Int? = nil) -> [String] {
        let width = max(10, width)
        var lines: [String] = []
        var line = ""
        var used = 0
        var limit: Int { lines.isEmpty ? max(10, firstWidth ?? width) : width }
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let size = columns(word)
            if used > 0, used + 1 + size > limit, size <= width {
                lines.append(line)
                line = ""
                used = 0
            }
            if used > 0 {
                line += " "
                used += 1
            }
            if used + size <= limit {
                line += word
                used += size
                continue
            }
            for character in word {
                let step = columns(String(character))
                if used + step > limit {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line.append(character)
                used += step
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }
}
