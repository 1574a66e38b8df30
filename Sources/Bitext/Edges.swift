extension Substring {
    /// The longest suffix whose characters all satisfy the condition.
    public func suffix(while condition: (Character) -> Bool) -> Substring {
        self[dropLast(while: condition).endIndex...]
    }

    /// The text without the longest suffix whose characters all satisfy the condition.
    public func dropLast(while condition: (Character) -> Bool) -> Substring {
        var end = endIndex
        while end > startIndex {
            let before = index(before: end)
            guard condition(self[before]) else { break }
            end = before
        }
        return self[..<end]
    }

    /// The text without the characters at its ends that satisfy the condition.
    public func trimmed(of condition: (Character) -> Bool) -> Substring {
        drop(while: condition).dropLast(while: condition)
    }
}
