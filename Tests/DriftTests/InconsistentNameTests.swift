import Corpus
import Drift
import TestSupport
import Testing

@Suite struct InconsistentNameTests {
    @Test(arguments: [
        // A name with the same consonants stands beside it.
        (
            ["Ibn Qutaybah wrote it.", "The Kitab of Qutaybah is old.", "We read Qutaybah here."],
            ["Ibn Qutaybah lo escribió.", "El Kitab de Qutaybah es antiguo.", "Aquí leemos a Qutaybah."], "es", 0
        ),
        (
            ["Ibn Qutaybah wrote it.", "The book of Qutaybah is old.", "We read Qutaybah here."],
            ["Ibn Qutaybah lo escribió.", "El libro de Qutayba es antiguo.", "Aquí leemos a Qutaybah."], "es", 1
        ),
        // References keep their names, and some stand behind their transcription.
        (
            ["We met Roth.", "Then Roth left.", "See Roth, Ferries, 1984."],
            ["Ми зустріли Рота (Roth).", "Потім Рот пішов.", "Див. Roth, Ferries, 1984."], "uk", 0
        ),
        (
            ["The boat from Lithuania.", "She knows Lithuania and Latvia.", "In Lithuania it rained."],
            ["El barco de Lituania.", "Conoce Lituania y Letonia.", "En Lituania llovía."], "es", 0
        ),
        (
            ["The Greek ferry.", "It speaks of Greek boats.", "A Greek book.", "It is in Greek."],
            ["De Griekse veerboot.", "Het gaat over Griekse boten.", "Een Grieks boek.", "Het is in het Grieks."], "nl",
            0
        ),
    ])
    func `spellings of a name are told from other words`(
        source: [String], target: [String], language: String, count: Int
    ) throws {
        let pair = (try Pairs.segmented(source, "en"), try Pairs.segmented(target, language))
        let found = Comparer().compare(pair.0, pair.1).findings.filter { $0.check == "inconsistent-name" }
        #expect(found.count == count, "\(found.map(\.message))")
    }
}
