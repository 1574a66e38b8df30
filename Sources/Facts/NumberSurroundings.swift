/// What stands beside numbers: scale words, and what makes them no quantities.
extension NumberScan {
    /// Where a character of HTML that is given by its number ends: &#32;
    func endOfReference(_ start: Int) -> Int? {
        guard characters[start] == "&", start + 2 < characters.count, characters[start + 1] == "#" else { return nil }
        let end = characters[(start + 2)...].prefix(8).firstIndex(of: ";")
        guard let end, end > start + 2,
            characters[(start + 2)..<end].allSatisfy({ $0.isASCII && $0.isHexDigit || $0 == "x" })
        else { return nil }
        return end + 1
    }

    /// The scale word at a place, after a space at most.
    func scale(_ index: Int) -> (power: Int, after: Int)? {
        var start = index
        if start < characters.count, characters[start].isWhitespace || characters[start] == "-" { start += 1 }
        guard start < characters.count, characters[start].isLetter else { return nil }
        if isUnspaced {
            // 100多万: more than a million.
            if start == index, "多余餘".contains(characters[start]), start + 1 < characters.count { start += 1 }
            let head = String(characters[start..<min(characters.count, start + 4)])
            if let (power, length) = scaleWords.leading(head[...]) { return (power, start + length) }
        }
        func wordEnd() -> Int { characters[start...].firstIndex { !$0.isLetter } ?? characters.count }
        var end = wordEnd()
        if end + 1 < characters.count, characters[end].isWhitespace, characters[end + 1].isLetter,
            scaleWords.links.contains(String(characters[start..<end]))
        {
            start = end + 1
            end = wordEnd()
        }
        let word = String(characters[start..<end])
        if word.count == 1, start == index + 1, let power = scaleWords.spacedLetters[word] {
            return (power, end < characters.count && characters[end] == "॰" ? end + 1 : end)
        }
        // One-letter abbreviations (5M) count only where they touch the number.
        guard word.count > 1 || (start == index && word.first?.isUppercase == true) else { return nil }
        guard let power = scaleWords.power(of: word.lowercased()) else { return nil }
        let hasStop = end < characters.count && characters[end] == "."
        guard hasStop || !scaleWords.needsStop(word.lowercased()) else { return nil }
        if end < characters.count, characters[end] == ".", word.count <= 4 { end += 1 }
        return (power, end)
    }

    /// Whether 제 or 第 stands before a number.
    func isCounted(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, characters[before].isWhitespace { before -= 1 }
        return before >= 0 && (characters[before] == "제" || characters[before] == "第")
    }

    /// `6月`, `6월`: a month, which other languages name.
    func isMonth(_ index: Int) -> Bool {
        guard index < characters.count else { return false }
        return characters[index] == "月" || characters[index] == "월"
    }

    /// 16 進数, 16进制, 16진수: a base, which other languages name (hexadecimal).
    func isBase(_ index: Int) -> Bool {
        let rest = characters[min(index, characters.count)...].drop(while: \.isWhitespace).prefix(2)
        guard let first = rest.first else { return false }
        return first == "進" || first == "进" || first == "진" && ["수", "법"].contains(rest.last)
    }

    func isCodeNeighbour(_ index: Int) -> Bool {
        characters[index].isLetter || "/_#".contains(characters[index])
    }

    func isAttachedToLetters(_ range: Range<Int>) -> Bool {
        let before =
            range.lowerBound > 0 && characters[range.lowerBound - 1].isLetter
            && characters[range.lowerBound - 1].isASCII
        return before
    }
}
