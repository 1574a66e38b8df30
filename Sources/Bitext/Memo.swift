public import Synchronization

/// Values by key, each made once and kept: who asks for one that is being made waits, but not for others.
public final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline
    final class Place: Sendable {
        @usableFromInline let value = Mutex<Value?>(nil)

        @inlinable
        init() {}
    }

    @usableFromInline let places = Mutex<[Key: Place]>([:])
    @usableFromInline let make: @Sendable (Key) -> Value

    /// - Parameter make: makes the value of a key; it must not ask for another of the same memo.
    @inlinable
    public init(_ make: @escaping @Sendable (Key) -> Value) { self.make = make }

    /// The value of a key.
    @inlinable
    public subscript(key: Key) -> Value {
        let place = places.withLock { places in
            if let known = places[key] { return known }
            let made = Place()
            places[key] = made
            return made
        }
        return place.value.withLock { value in
            if let value { return value }
            let made = make(key)
            value = made
            return made
        }
    }
}

/// Values by language, such as what a table says of each: to make one may take some ten milliseconds.
public typealias PerLanguage<Value: Sendable> = Memo<Language, Value>
