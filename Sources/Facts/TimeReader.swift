public import Bitext

/// Reads times of day: hours and minutes in digits with a colon between them (14:30), or with what makes them a time in the
/// language (14.30 Uhr, 3 p.m., 15時30分, 3 часа дня, klo 8).
///
/// Times with seconds are left out: those of races and recordings are no times of day.
public final class TimeReader: Sendable {
    private let words: TimeWords
    private let language: Language
    private var isDense: Bool { language.isDense }

    /// Makes a reader; the first of a language asks ICU for its parts of the day.
    public init(language: Language) {
        self.language = language
        words = TimeWords.shared(language)
    }

    /// The times of a text, in order.
    /// - Parameter numbers: the text's numbers, in order.
    public func times(in text: String, numbers: [Fact]) -> [TimeFact] {
        var times: [TimeFact] = []
        for (index, number) in numbers.enumerated() where number.text.utf8.count <= 15 {
            if let last = times.last, number.range.start < last.range.end { continue }
            let next = numbers.indices.contains(index + 1) ? numbers[index + 1] : nil
            if var time = time(number, next, text) {
                time.zone = words.zones.zone(of: time.range, in: text)
                times.append(time)
            }
        }
        return times
    }

    /// A time that is being read.
    private struct Draft {
        var hour: Int
        var minute: Int?
        /// Whether the hour was written with a zero before it, as only hours of the whole day are.
        var isPadded: Bool
        var end: Int
        var isTime = false
    }

    private func time(_ number: Fact, _ next: Fact?, _ text: String) -> TimeFact? {
        let before = text.slice(TextRange(max(0, number.range.start - 40), number.range.start))
        if let last = before.last {
            // A part of a longer number, of a code or of a time with seconds.
            let isInner = last == "." || last == ","
            if ":/+−：".contains(last) || last.isNumber || isInner && before.dropLast().last?.isNumber == true {
                return nil
            }
        }
        if let time = wholeDayTime(number, text) { return time }
        let parts = number.text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }.map(
            TimeReader.digits)
        guard let first = parts.first.flatMap(\.self), first.count <= 2, (0...24).contains(first.value) else {
            return nil
        }
        var draft = Draft(
            hour: first.value, isPadded: first.count == 2 && first.value < 10, end: number.range.end)
        if parts.count == 2 {
            guard let second = parts[1], second.count == 2, second.value < 60 else { return nil }
            draft.minute = second.value
        } else if parts.count > 2 {
            return nil
        }
        guard readMinutes(&draft, next, text) else { return nil }
        let behind = period(behind: draft.end, in: text, hasMinutes: draft.minute != nil)
        let ahead = words.isPeriodFirst ? period(before: before, hasMinutes: draft.minute != nil) : nil
        let start = number.range.start - (behind == nil ? ahead?.length ?? 0 : 0)
        guard draft.isTime || behind != nil || ahead != nil || isAnnounced(before, draft.minute != nil) else {
            return nil
        }
        let range = TextRange(start, draft.end + (behind?.length ?? 0))
        return TimeFact(
            readings: TimeReader.readings(draft, (behind ?? ahead)?.hours), range: range,
            text: String(text.slice(range)))
    }

    /// 1200 GMT, 0630 hours: four digits. 1200 hours are a duration.
    private func wholeDayTime(_ number: Fact, _ text: String) -> TimeFact? {
        guard number.text.count == 4, let hour = TimeReader.digits(number.text.prefix(2)),
            let minute = TimeReader.digits(number.text.suffix(2)), hour.value < 24, minute.value < 60,
            let sign = sign(["gmt", "utc"] + (number.text.first == "0" ? words.hour : []), number.range.end, text)
        else { return nil }
        let range = TextRange(number.range.start, number.range.end + sign.utf8.count)
        return TimeFact(readings: [hour.value * 60 + minute.value], range: range, text: String(text.slice(range)))
    }

    private static func digits(_ text: Substring) -> (value: Int, count: Int)? {
        var value = 0
        for character in text.prefix(3) {
            guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return nil }
            value = value * 10 + digit
        }
        return text.isEmpty || text.count > 2 ? nil : (value, text.count)
    }

    /// Reads what stands between hours and minutes, and behind them.
    /// - Returns: `false` where it shows that this is no time.
    private func readMinutes(_ draft: inout Draft, _ next: Fact?, _ text: String) -> Bool {
        let rest = text.slice(TextRange(draft.end, min(text.utf8.count, draft.end + 48)))
        if draft.minute == nil, let colon = rest.first, colon == ":" || colon == "：" {
            guard let next, next.range.start == draft.end + colon.utf8.count,
                let minute = TimeReader.digits(next.text[...]), minute.count == 2, minute.value < 60
            else { return false }
            let behind = text.slice(TextRange(next.range.end, text.utf8.count)).prefix(2)
            if behind.first == ":" || behind.first == "：", behind.last?.isNumber == true { return false }
            (draft.minute, draft.end, draft.isTime) = (minute.value, next.range.end, true)
            if let sign = sign(words.between + words.clock + words.hour, draft.end, text) {
                draft.end += sign.utf8.count
            }
            return true
        }
        let between = sign(words.between, draft.end, text)
        if let sign = between ?? sign(words.clock, draft.end, text) {
            draft.end += sign.utf8.count
            draft.isTime = true
            if draft.minute == nil { readMinutesBehindSign(&draft, next, text, isSure: between != nil) }
        } else if let sign = sign(words.hour, draft.end, text) {
            let hourEnd = draft.end + sign.utf8.count
            if draft.minute != nil {
                (draft.end, draft.isTime) = (hourEnd, true)
            } else {
                draft.end = hourEnd
                let hasSign = readMinutesBehindSign(&draft, next, text, isSure: false)
                // 2 h 30 min is a duration, 2h30 a time; in scripts without spaces durations have other signs.
                draft.isTime = draft.minute != nil && (isDense || !hasSign)
            }
        }
        return true
    }

    /// - Parameter isSure: whether two digits are minutes whatever follows.
    /// - Returns: whether a sign of minutes stands behind them.
    @discardableResult
    private func readMinutesBehindSign(_ draft: inout Draft, _ next: Fact?, _ text: String, isSure: Bool) -> Bool {
        if let half = sign(words.half, draft.end, text) {
            draft.minute = 30
            draft.end += half.utf8.count
            return false
        }
        guard let next, next.range.start >= draft.end, next.range.start - draft.end <= 3,
            text.slice(TextRange(draft.end, next.range.start)).allSatisfy(\.isWhitespace),
            let minute = TimeReader.digits(next.text[...]), minute.value < 60
        else { return false }
        let sign = sign(words.minute, next.range.end, text)
        // 2 horas 30 personas are no time.
        guard sign != nil || minute.count == 2 && (isSure || !isCounting(next.range.end, text)) else { return false }
        draft.minute = minute.value
        draft.end = next.range.end + (sign?.utf8.count ?? 0)
        return sign != nil
    }

    /// Whether a word stands behind a number that may count it; capitals are those of time zones: 12 h 00 GMT.
    private func isCounting(_ end: Int, _ text: String) -> Bool {
        text.slice(TextRange(end, min(text.utf8.count, end + 8))).first { !$0.isWhitespace }
            .map { $0.isWordLetter && !$0.isUppercase } ?? false
    }

    /// One of some signs that stand at a place, with the white space before it.
    private func sign(_ signs: [String], _ place: Int, _ text: String) -> String? {
        guard !signs.isEmpty else { return nil }
        let rest = text.slice(TextRange(place, min(text.utf8.count, place + 48)))
        let space = rest.prefix(while: \.isWhitespace)
        let bare = rest.dropFirst(space.count)
        let lower = bare.lowercased()
        for sign in signs where lower.hasPrefix(sign) {
            let behind = lower.dropFirst(sign.count).first
            // 3時間 and 3시간 are three hours.
            let goesOn = behind.map { isDense ? "間间간".contains($0) : $0.isWordLetter }
            guard !(goesOn ?? false), lower.utf8.count == bare.utf8.count else { continue }
            return space + String(bare.prefix(sign.count))
        }
        return nil
    }

    // MARK: Parts of the day

    private func period(behind place: Int, in text: String, hasMinutes: Bool) -> (hours: Set<Int>, length: Int)? {
        let rest = text.slice(TextRange(place, min(text.utf8.count, place + 48)))
        let space = rest.prefix(while: \.isWhitespace)
        let bare = rest.dropFirst(space.count)
        let lower = bare.lowercased()
        guard lower.utf8.count == bare.utf8.count else { return nil }
        for period in words.periods where lower.hasPrefix(period.name) {
            let behind = lower.dropFirst(period.name.count).first
            guard hasMinutes || !period.needsMinutes, language.isUnspaced || behind?.isWordLetter != true else {
                continue
            }
            return (period.hours, space.utf8.count + period.name.utf8.count)
        }
        return nil
    }

    private func period(before text: Substring, hasMinutes: Bool) -> (hours: Set<Int>, length: Int)? {
        let bare = text.dropLast(while: \.isWhitespace)
        let space = text.utf8.count - bare.utf8.count
        let lower = bare.lowercased()
        guard lower.utf8.count == bare.utf8.count else { return nil }
        for period in words.periods where lower.hasSuffix(period.name) {
            let ahead = lower.dropLast(period.name.count).last
            guard hasMinutes || !period.needsMinutes, language.isUnspaced || ahead?.isWordLetter != true else {
                continue
            }
            return (period.hours, space + period.name.utf8.count)
        }
        return nil
    }

    /// Whether a word before a number says that it is a time.
    private func isAnnounced(_ before: Substring, _ hasMinutes: Bool) -> Bool {
        let lower = before.dropLast(while: \.isWhitespace).lowercased()
        return (hasMinutes ? words.before + words.exact : words.before).contains { word in
            lower.hasSuffix(word) && lower.dropLast(word.count).last?.isWordLetter != true
        }
    }

    /// The minutes of the day that a draft may mean.
    private static func readings(_ draft: Draft, _ period: Set<Int>?) -> [Int] {
        let minute = draft.minute ?? 0
        let hours: [Int]
        if draft.hour > 12 {
            hours = [draft.hour % 24]
        } else {
            let halves = [draft.hour % 12, draft.hour % 12 + 12]
            if let period {
                // Speakers draw the bounds elsewhere than CLDR: ten in the evening is still the evening.
                let distances = halves.map { half in period.map { min(abs($0 - half), 24 - abs($0 - half)) }.min() ?? 12
                }
                hours = distances[0] == distances[1] ? halves : [distances[0] < distances[1] ? halves[0] : halves[1]]
            } else if draft.isPadded || draft.hour == 0 {
                hours = [draft.hour]
            } else {
                // As it is written comes first.
                hours = draft.hour == 12 ? [12, 0] : halves
            }
        }
        return hours.map { $0 * 60 + minute }
    }
}
