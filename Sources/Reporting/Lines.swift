import ICU

/// Breaks text into lines by the columns that a terminal gives its characters.
enum Lines {
    /// The number of columns of a text.
    static func columns(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + $1.columns }
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
