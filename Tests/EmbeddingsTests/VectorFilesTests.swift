import Semantics
import Testing

@testable import Embeddings

@Suite struct VectorFilesTests {
    /// An `.npy` file as NumPy writes it.
    private func npy(_ rows: [[Float]], type: String = "<f4", order: String = "False", version: UInt8 = 1) -> [UInt8] {
        var header =
            "{'descr': '\(type)', 'fortran_order': \(order), 'shape': (\(rows.count), \(rows.first?.count ?? 0)), }"
        let head = version == 1 ? 10 : 12
        header += String(repeating: " ", count: 63 - (head + header.utf8.count) % 64) + "\n"
        let length = header.utf8.count
        var bytes = [0x93] + Array("NUMPY".utf8) + [version, 0, UInt8(length & 255), UInt8(length >> 8)]
        if version > 1 { bytes += [0, 0] }
        bytes += Array(header.utf8)
        for value in rows.joined() {
            switch type {
            case "<f2": bytes += little(UInt64(half(value)), 2)
            case "<f8": bytes += little(Double(value).bitPattern, 8)
            default: bytes += little(UInt64(value.bitPattern), 4)
            }
        }
        return bytes
    }

    private func little(_ bits: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }

    /// Only for values that half precision holds exactly.
    private func half(_ value: Float) -> UInt16 {
        guard value != 0 else { return 0 }
        let sign: UInt16 = value < 0 ? 0x8000 : 0
        return sign | UInt16(value.exponent + 15) << 10 | UInt16((value.magnitude.significand - 1) * 1024)
    }

    private let rows: [[Float]] = [[3, 4, 0], [0, -0.5, 0], [1, 0, 0]]
    private let texts = ["one", "two", "three"]

    private func version(
        _ bytes: [UInt8], overlaps: String? = nil, path: String = "v.npy"
    ) -> VectorFiles.Version {
        VectorFiles.Version(path: path, bytes: bytes, overlaps: overlaps.map { ("overlaps", $0) })
    }

    @Test(arguments: ["<f2", "<f4", "<f8"], [1, 2, 3] as [UInt8])
    func `NumPy's tables are read`(type: String, number: UInt8) throws {
        let vectors = try VectorFiles([version(npy(rows, type: type, version: number))]).vectors(of: [texts])
        #expect(vectors.vector(of: "one").map(Array.init) == [0.6, 0.8, 0])
        #expect(vectors.vector(of: "two").map(Array.init) == [0, -1, 0])
        #expect(vectors.similarity("one", "three") == 0.6)
    }

    @Test func `bare values are read by the number of segments, and overlaps by their texts`() throws {
        let bare = rows.joined().flatMap { little(UInt64($0.bitPattern), 4) }
        let plain = try VectorFiles([version(bare)]).vectors(of: [texts])
        #expect(plain.dimensions == 3 && plain.vector(of: "three").map(Array.init) == [1, 0, 0])
        let overlaps = "PAD\nthree words  here\r\none\n"
        let chosen = try VectorFiles([version(bare, overlaps: overlaps)]).vectors(of: [[" one", "three words here"]])
        #expect(chosen.vector(of: " one").map(Array.init) == [1, 0, 0])
        #expect(chosen.vector(of: "three words here").map(Array.init) == [0, -1, 0])
    }

    @Test func `files that do not fit are refused with the reason`() {
        let good = npy(rows)
        let cases: [(VectorFiles.Version, String)] = [
            (version(npy([[1, 2]])), "v.npy: holds 1 vectors for 3 texts"),
            (version(Array(good.dropLast(4))), "v.npy: is cut or damaged: its length does not fit its head"),
            (version(Array(good.prefix(40))), "v.npy: the head of the .npy file is damaged"),
            (version(npy(rows, order: "True")), "v.npy: is no table of vectors, one a row (two dimensions, C order)"),
            (version(npy(rows, type: "<i4")), "v.npy: holds values of type <i4; <f2, <f4 and <f8 are read"),
            (
                version([1, 2, 3]),
                "v.npy: holds no whole number of single-precision values for each of 3 texts (3 bytes)"
            ),
            (version([]), "v.npy: holds no whole number of single-precision values for each of 3 texts (0 bytes)"),
            (version(npy([[1], [.nan], [1]])), "v.npy: row 1: a vector holds a value that is no number"),
            (version(npy([[1], [0], [1]])), "v.npy: row 1: a vector is all zeros"),
            (version(good, overlaps: "one\ntwo\nnot it\n"), "overlaps: has no line like segment 2: “three”"),
        ]
        for (version, reason) in cases {
            let error = #expect(throws: EmbeddingError.self) { try VectorFiles([version]).vectors(of: [texts]) }
            #expect(error?.description == reason)
        }
    }

    @Test func `a head that claims more than there is does not trap`() {
        let text = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4611686018427387904), }\n"
        let bytes =
            [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8) + [0, 0, 0, 0]
        #expect(throws: EmbeddingError.self) { try VectorFiles([version(bytes)]).vectors(of: [texts]) }
    }
}
