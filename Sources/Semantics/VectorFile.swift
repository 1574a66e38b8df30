#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Static vectors of word pieces, as `scripts/make-model` writes them.
///
/// The file, little-endian:
///
/// | bytes | what |
/// | --- | --- |
/// | 0–3 | `DVEC` |
/// | 4 | format version, 3 |
/// | 8 | pieces |
/// | 12 | dimensions, even |
/// | 16 | restarts |
/// | 20 | bytes of the strings |
/// | 24 | CRC-32 of all that follows the head |
/// | 28 | cost of an unknown character × 1000 |
/// | 32 | the mean cosine of words that have nothing to do with each other × 1000 |
/// | 36 | 0 |
/// | 40 | restarts: `u32`, where every 16th string starts |
/// | | strings, sorted by bytes, front-coded: shared prefix `u8`, rest `u8`, the rest's bytes |
/// | | scores: `u16`, −ln probability × 2621 |
/// | | weights: `u8`, information × 40 |
/// | | scales: half precision, one a piece |
/// | | values: four bits each, low half first, 8 is zero |
/// | | absence: `f32`, the figures of `Absence` in their order |
///
/// Each section is padded to 8 bytes.
public final class VectorFile: Sendable {
    /// Why a model cannot be used.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The file.
        public let path: String
        /// The reason.
        public let reason: String

        /// `PATH: reason`.
        public var description: String { "\(path): \(reason)" }
    }

    /// Where the file is.
    public let path: String
    /// The number of pieces.
    public let pieceCount: Int
    /// The number of dimensions.
    public let dimensions: Int
    /// A short name for signatures: pieces, dimensions and checksum.
    public let name: String
    /// What a character that no piece holds costs in the search for pieces, −ln.
    let unknownCost: Float
    /// The mean cosine of words that have nothing to do with each other, 0 to below 1.
    let chance: Float
    /// How a word tells that its counterpart is missing.
    let absence: Absence
    /// The pieces' strings.
    let pieces: PieceTable
    private let bytes: Data
    private let costs: [Float]
    private let weights: [UInt8]
    private let scales: [UInt8]
    private let values: Int

    private static let headSize = 40

    /// Opens a model.
    /// - Parameters:
    ///   - path: the file.
    ///   - verifies: whether to compute the checksum, which reads the whole file.
    /// - Throws: `Fault` for a file that is missing, cut or of another kind.
    public init(path: String, verifies: Bool = false) throws(Fault) {
        self.path = path
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        } catch {
            throw Fault(path: path, reason: "cannot be read")
        }
        func word(_ offset: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) }
        }
        guard data.count >= VectorFile.headSize, data.prefix(4).elementsEqual(Array("DVEC".utf8)) else {
            throw Fault(path: path, reason: "not a model of word vectors")
        }
        guard word(4) == 3 else { throw Fault(path: path, reason: "format version \(word(4)); this program reads 3") }
        func padded(_ size: Int) -> Int { (size + 7) / 8 * 8 }
        pieceCount = word(8)
        dimensions = word(12)
        guard pieceCount > 0, dimensions > 0, dimensions % 2 == 0, dimensions <= 1024 else {
            throw Fault(path: path, reason: "\(pieceCount) pieces of \(dimensions) dimensions are no model")
        }
        let restarts = word(16)
        let stringBytes = word(20)
        let strings = VectorFile.headSize + padded(4 * restarts)
        let scores = strings + padded(stringBytes)
        let weights = scores + padded(2 * pieceCount)
        let scales = weights + padded(pieceCount)
        values = scales + padded(2 * pieceCount)
        let absence = values + padded(pieceCount * dimensions / 2)
        let absenceCount = Absence.own + dimensions
        guard data.count == absence + 4 * absenceCount else {
            throw Fault(path: path, reason: "the file is cut or damaged: its length does not fit its head")
        }
        guard word(32) < 1000 else { throw Fault(path: path, reason: "its likeness by chance is not below 1") }
        unknownCost = Float(word(28)) / 1000
        chance = Float(word(32)) / 1000
        name = "\(pieceCount / 1000)k×\(dimensions)-\(String(word(24), radix: 16))"
        guard !verifies || CRC32.of(data.dropFirst(VectorFile.headSize)) == UInt32(word(24)) else {
            throw Fault(path: path, reason: "the checksum does not fit: the file is damaged")
        }
        // Arrays are many times faster to read from than mapped data; the values, which are most, stay mapped.
        func section(_ start: Int, _ count: Int) -> [UInt8] { [UInt8](data[start..<start + count]) }
        guard let pieces = PieceTable(frontCoded: section(strings, stringBytes), count: pieceCount) else {
            throw Fault(path: path, reason: "the strings are damaged")
        }
        self.pieces = pieces
        let figures = (0..<absenceCount).map { Float(bitPattern: UInt32(word(absence + 4 * $0))) }
        guard let model = Absence(figures) else {
            throw Fault(path: path, reason: "the figures of words' absence are damaged")
        }
        self.absence = model
        let codes = section(scores, 2 * pieceCount)
        costs = (0..<pieceCount).map { Float(UInt16(codes[2 * $0]) | UInt16(codes[2 * $0 + 1]) << 8) / 2621 }
        self.weights = section(weights, pieceCount)
        self.scales = section(scales, 2 * pieceCount)
        bytes = data
    }

    /// −ln of a piece's probability.
    func cost(_ piece: Int) -> Float { costs[piece] }

    /// How much a piece tells, 0 (nothing) to 6.
    func weight(_ piece: Int) -> Float { Float(weights[piece]) / 40 }

    /// Adds a piece's vector, times a factor, to another vector.
    func add(_ piece: Int, times factor: Float, to vector: inout [Float]) {
        let scale = VectorFile.half(UInt16(scales[2 * piece]) | UInt16(scales[2 * piece + 1]) << 8) * factor
        let start = values + piece * dimensions / 2
        unsafe bytes.withUnsafeBytes { bytes in
            for index in 0..<dimensions / 2 {
                let byte = unsafe bytes[start + index]
                vector[2 * index] += (Float(byte & 15) - 8) * scale
                vector[2 * index + 1] += (Float(byte >> 4) - 8) * scale
            }
        }
    }

    /// A half-precision number; Swift has the type on some platforms only.
    private static func half(_ bits: UInt16) -> Float {
        let exponent = UInt32(bits >> 10 & 31)
        let fraction = UInt32(bits & 0x3FF)
        if exponent == 0 { return Float(fraction) / 16_777_216 }
        return Float(bitPattern: (exponent + 112) << 23 | fraction << 13)
    }
}

/// CRC-32 as zlib computes it.
enum CRC32 {
    static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 255)] ^ sum >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
}
