import Bitext

/// Finds the lines of a page that were never said: site navigation, mastheads, rules, page footers.
enum Furniture {
    /// The numbers (indices into `lines`) of the lines to set aside.
    static func find(in lines: [TextLine]) -> Set<Int> {
        let table = FurnitureTable.shared
        var aside: Set<Int> = []
        var repeats: [String: [Int]] = [:]
        for (index, line) in lines.enumerated() where !line.isBlank {
            // What is this long was said.
            guard line.text.utf8.count <= longestLine else {
                if isRule(line.text) { aside.insert(index) }
                continue
            }
            let folded = line.folded
            let bytes = Array(folded.utf8)
            if table.before.contains(where: { $0.matches(bytes: bytes) }) {
                aside.formUnion(lines[...index].indices.filter { !lines[$0].isBlank })
            }
            if table.after.contains(where: { $0.matches(bytes: bytes) }) {
                aside.formUnion(lines[index...].indices.filter { !lines[$0].isBlank })
                break
            }
            if isRule(line.text) || table.lines.contains(where: { $0.matches(bytes: bytes) }) {
                aside.insert(index)
                continue
            }
            // Numbers and symbols of pages have digits, which most lines lack.
            guard hasDigit(folded) else { continue }
            if isPageNumber(folded) || line.width <= 80 && isPageHeader(folded) {
                aside.insert(index)
            } else if line.width <= 60, isFooterLike(folded) {
                repeats[digitsMasked(folded), default: []].append(index)
            }
        }
        for same in repeats.values where same.count >= 3 { aside.formUnion(same) }
        return aside
    }

    /// The longest line, in UTF-8 bytes, that may be furniture by its words.
    private static let longestLine = 400

    /// A line drawn with signs, or a table of contents' dots.
    private static func isRule(_ text: Substring) -> Bool {
        if text.first.map("-_=*~—–.•·".contains) ?? false {
            let signs = text.filter { !$0.isWhitespace }
            if signs.count >= 3, signs.allSatisfy("-_=*~—–.•·".contains) { return true }
        }
        // Six dots in a row, or five with a space between.
        var (dots, spaced) = (0, 0)
        var last: UInt8 = 0
        for byte in text.utf8 {
            let isDot = byte == UInt8(ascii: ".")
            dots = isDot ? dots + 1 : 0
            if isDot {
                spaced = last == UInt8(ascii: " ") ? spaced + 1 : 1
            } else if byte != UInt8(ascii: " ") || last == UInt8(ascii: " ") {
                spaced = 0
            }
            if dots == 6 || spaced == 5 { return true }
            last = byte
        }
        return false
    }

    private static func hasDigit(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
            // The first digits beyond ASCII are the Arabic ones.
            return scalar.value >= 0x660 && scalar.properties.numericType == .decimal
        }
    }

    /// `12`, `- 12 -`, `12/40`, `page 12 of 40`.
    private static func isPageNumber(_ folded: String) -> Bool {
        guard folded.utf8.count <= 96 else { return false }
        let words = folded.split { !($0.isLetter || $0.isDigit) }
        let numbers = words.filter { $0.allSatisfy(\.isDigit) }
        guard (1...2).contains(numbers.count), folded.count <= 24, !folded.hasSuffix(".") else { return false }
        let page: Set<Substring> = ["page", "of", "p", "стр", "страница", "из", "seite", "von", "página", "de", "sur"]
        let letters = words.filter { !$0.allSatisfy(\.isDigit) }
        if letters.isEmpty {
            return folded.allSatisfy { $0.isDigit || $0.isWhitespace || "-–—/".contains($0) }
                && numbers.allSatisfy { $0.count <= 3 } && (numbers.count == 2 || folded.contains("-"))
        }
        return letters.allSatisfy(page.contains)
    }

    /// A running head: at least two of a document's symbol, a date in digits and a page's number, at most a title more.
    private static func isPageHeader(_ folded: String) -> Bool {
        let words = folded.split(separator: " ")
        let symbols = words.count { word in
            word.contains(where: \.isDigit) && word.contains { "/-".contains($0) } && !word.hasSuffix(",")
                && word.allSatisfy { $0.isDigit || $0.isLetter || "/-.".contains($0) }
        }
        return symbols >= 2 && words.count <= 10 && !folded.hasSuffix(".")
            && words.first.map { $0.contains(where: \.isDigit) } != words.last.map { $0.allSatisfy(\.isLetter) }
    }

    /// Footers carry a document's symbol (`S/PV.9642`, `24-15301`) beside the page's number and are no sentence;
    /// a heading such as `Article 12` is none.
    private static func isFooterLike(_ folded: String) -> Bool {
        let hasSymbol = folded.split(separator: " ").contains { word in
            word.contains(where: \.isDigit) && word.contains { "/-._".contains($0) }
        }
        return hasSymbol && !folded.hasSuffix(".") && !folded.hasSuffix("?")
            && folded.split(separator: " ").count <= 8
    }

    private static func digitsMasked(_ folded: String) -> String {
        String(folded.map { $0.isDigit ? "0" : $0 })
    }
}
