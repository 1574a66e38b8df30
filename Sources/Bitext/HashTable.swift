/// What is known of things by a number that stands for them, such as a ``ByteHash``: the things themselves are not kept, so
/// that two of one number are one. Linear probing (Knuth, The Art of Computer Programming, 6.4, algorithm L).
///
/// 0 and 1 are one number, too, since 0 marks a free place. A dictionary would hash the number once more, at several times
/// the time of a look-up here.
public struct HashTable<Value> {
    @usableFromInline var keys: [UInt64]
    @usableFromInline var places: [Int32]
    @usableFromInline var values: [Value] = []

    /// Makes an empty table.
    @inlinable
    public init() {
        keys = [UInt64](repeating: 0, count: 64)
        places = [Int32](repeating: 0, count: 64)
    }

    /// The number of entries.
    @inlinable
    public var count: Int { values.count }

    /// What is known of a hash.
    @inlinable
    public subscript(hash: UInt64) -> Value? {
        let slot = slot(of: hash)
        return keys[slot] == 0 ? nil : values[Int(places[slot])]
    }

    /// Keeps what is known of a hash in place of what was.
    @inlinable
    public mutating func set(_ hash: UInt64, to value: Value) {
        let slot = slot(of: hash)
        guard keys[slot] == 0 else {
            values[Int(places[slot])] = value
            return
        }
        keys[slot] = HashTable.key(hash)
        places[slot] = Int32(truncatingIfNeeded: values.count)
        values.append(value)
        if values.count * 2 > keys.count { grow() }
    }

    /// Changes all values in place.
    public mutating func change(_ body: (inout Value) -> Void) {
        for index in values.indices { body(&values[index]) }
    }

    /// Adds to the values of a hash.
    @inlinable
    public mutating func add<Element>(_ element: Element, to hash: UInt64) where Value == [Element] {
        let slot = slot(of: hash)
        if keys[slot] == 0 { set(hash, to: [element]) } else { values[Int(places[slot])].append(element) }
    }

    @inlinable
    static func key(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 : hash }

    /// Where a hash stands, or would. At least half of the slots are free.
    @inlinable
    func slot(of hash: UInt64) -> Int {
        let key = HashTable.key(hash)
        let mask = keys.count - 1
        // Fibonacci hashing (ibid.): numbers need not be even.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    @inlinable
    mutating func grow() {
        let old = (keys, places)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        places = [Int32](repeating: 0, count: old.0.count * 2)
        for (key, place) in zip(old.0, old.1) where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            places[slot] = place
        }
    }
}

extension HashTable: Sendable where Value: Sendable {}
