import Bitext
import Facts
import Synchronization

/// Readers of numbers by language: making one asks ICU for some hundred formats.
final class NumberReaders: Sendable {
    static let shared = NumberReaders()

    private let readers = Mutex<[Language: NumberReader]>([:])

    func reader(_ language: Language) -> NumberReader {
        readers.withLock { readers in
            if let known = readers[language] { return known }
            let made = NumberReader(language: language)
            readers[language] = made
            return made
        }
    }
}
