import Bitext
import Facts
import Synchronization

/// Readers of facts by language: making one asks ICU for some hundred formats and names.
final class FactReaders: Sendable {
    static let shared = FactReaders()

    /// The readers of one language.
    struct Readers: Sendable {
        let numbers: NumberReader
        let names: NamedFactReader
    }

    private let readers = Mutex<[Language: Readers]>([:])

    func readers(_ language: Language) -> Readers {
        readers.withLock { readers in
            if let known = readers[language] { return known }
            let made = Readers(
                numbers: NumberReader(language: language), names: NamedFactReader(language: language))
            readers[language] = made
            return made
        }
    }
}
