internal import Bitext
import Synchronization

/// Values by language, each made once, since making one asks ICU for much: who asks for one that is being made waits, but not
/// for those of other languages.
final class PerLanguage<Value: Sendable>: Sendable {
    private final class Place: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private let places = Mutex<[Language: Place]>([:])
    private let make: @Sendable (Language) -> Value

    /// - Parameter make: makes the value of a language; it must not ask for another of the same kind.
    init(_ make: @escaping @Sendable (Language) -> Value) { self.make = make }

    /// The value of a language.
    subscript(language: Language) -> Value {
        let place = places.withLock { places in
            if let known = places[language] { return known }
            let made = Place()
            places[language] = made
            return made
        }
        return place.value.withLock { value in
            if let value { return value }
            let made = make(language)
            value = made
            return made
        }
    }
}
