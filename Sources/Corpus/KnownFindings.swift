extension CheckedCorpus {
    /// The corpus with what is known marked: by decisions beside the texts first, then by a baseline.
    /// - Parameters:
    ///   - baseline: the known findings.
    ///   - day: today, as `2026-11-24`; what was accepted until an earlier day no longer counts.
    ///   - isWhole: whether all texts were checked; else nothing can be said to be no longer found.
    public func marking(_ baseline: Baseline?, day: String, isWhole: Bool = true) -> CheckedCorpus {
        var copy = self
        for index in copy.pairs.indices { copy.pairs[index].markDecided(day: day) }
        let marked = baseline?.mark(&copy.pairs, day: day) ?? Baseline.Marked()
        copy.stale = marked.stale
        copy.ambiguous = marked.ambiguous
        let decisions = pairs.flatMap { $0.decisions ?? [] }
        copy.unneeded = decisions.filter { $0.holds(on: day) && $0.findings.isEmpty }
        copy.expired = decisions.filter { !$0.holds(on: day) }.map {
            "\($0.path):\($0.line): \($0.checks.joined(separator: ", ")): \($0.reason) (until \($0.until ?? ""))"
        }
        copy.expired += (baseline?.expired(on: day) ?? []).map {
            "\($0.path): \($0.check): \($0.reason ?? $0.message) (until \($0.until ?? ""))"
        }
        if !isWhole {
            copy.stale = []
            copy.unneeded = []
        }
        return copy
    }

    /// The corpus with those entries of a baseline that are no longer found and are of a file that is asked for.
    public func keepingStale(_ isAskedFor: (String) -> Bool) -> CheckedCorpus {
        var copy = self
        copy.stale.removeAll { !isAskedFor($0.path) }
        return copy
    }
}

extension CheckedPair {
    /// Marks the findings that decisions beside the text accept.
    fileprivate mutating func markDecided(day: String) {
        guard let decisions else { return }
        var byID: [String: [Int]] = [:]
        for index in findings.indices { byID[findings[index].id, default: []].append(index) }
        for decision in decisions where decision.holds(on: day) {
            for index in decision.findings.flatMap({ byID[$0] ?? [] }) where findings[index].isNew {
                findings[index].known = true
                findings[index].reason = decision.reason
                findings[index].decidedIn = "\(decision.path):\(decision.line)"
            }
        }
    }
}
