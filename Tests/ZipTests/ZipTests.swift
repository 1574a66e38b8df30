import TestSupport
import Testing
import Zip

@Suite struct ZipTests {
    private let long = String(repeating: "The tide turned at noon. ", count: 40_000)

    @Test func `entries are unpacked`() throws {
        let archive = try ZipArchive(Archive.bytes([(name: "a/b.txt", text: long), (name: "empty", text: "")]))
        #expect(archive.holds("a/b.txt"))
        #expect(!archive.holds("b.txt"))
        #expect(try archive.bytes("a/b.txt", limit: 1_000_000) == Array(long.utf8))
        #expect(try archive.bytes("empty", limit: 0) == [])
        #expect(try archive.bytes("none", limit: 9) == nil)
    }

    @Test func `an entry that holds more than is allowed is not unpacked`() throws {
        let bytes = try Archive.bytes([(name: "bomb", text: long)])
        #expect(bytes.count < 20_000)
        let archive = try ZipArchive(bytes)
        #expect(throws: ZipArchive.Fault.tooLarge(999_999)) { try archive.bytes("bomb", limit: 999_999) }
    }

    @Test func `an entry with a password is told`() throws {
        let archive = try ZipArchive(Archive.bytes([(name: "secret", text: "Open.")], password: "sesame"))
        #expect(throws: ZipArchive.Fault.encrypted) { try archive.bytes("secret", limit: 9) }
    }

    @Test func `what is damaged or no archive is refused`() throws {
        let whole = try Archive.bytes([(name: "a", text: long)])
        for bytes in [Array("PK".utf8), Array(whole.dropLast(30)), Array(whole.dropFirst(whole.count / 2))] {
            #expect(throws: ZipArchive.Fault.self) {
                let archive = try ZipArchive(bytes)
                _ = try archive.bytes("a", limit: 1 << 20)
            }
        }
        #expect(try !ZipArchive([]).holds("a"))
        // One byte of what is packed: its sum is another.
        var bytes = whole
        bytes[whole.count / 2] ^= 1
        let archive = try ZipArchive(bytes)
        #expect(throws: ZipArchive.Fault.self) { try archive.bytes("a", limit: 1 << 20) }
    }
}
