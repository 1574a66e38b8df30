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
/// | 4 | format version, 1 |
/// | 8 | pieces |
/// | 12 | dimensions, even |
/// | 16 | restarts |
/// | 20 | bytes of the strings |
/// | 24 | CRC-32 of all that follows the head |
/// | 28 | cost of an unknown character × 1000 |
/// | 32 | restarts: `u32`, where every 16th string starts |
/// | | strings, sorted by bytes, front-coded: shared prefix `u8`, rest `u8`, the rest's bytes |
/// | | scores: `u16`, −ln probability × 2621 |
/// | | weights: `u8`, information × 40 |
/// | | scales: half precision, one a piece |
/// | | values: four bits each, low half first, 8 is zero |
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
    private let bytes: Data
    private let scores: Int
    private let weights: Int
    private let scales: Int
    private let values: Int
    /// All strings, one behind the other, and where each starts.
    let strings: [UInt8]
    let starts: [UInt32]

    /// Opens a model.
    /// - Parameters:
    ///   - path: the file.
    ///   - verifies: whether to compute the checksum, which reads the whole file.
    /// - Throws: `Fault` for a file that is missing, cut or of another kind.
    public init(path: String, verifies: Bool = false) throws(Fault) {
        self.path = path
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw Fault(path: path, reason: "cannot be read")
        }
        func word(_ offset: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) }
        }
        guard data.count >= 32, data.prefix(4).elementsEqual(Array("DVEC".utf8)) else {
            throw Fault(path: path, reason: "not a model of word vectors")
        }
        guard word(4) == 1 else { throw Fault(path: path, reason: "format version \(word(4)); this program reads 1") }
        func padded(_ size: Int) -> Int { (size + 7) / 8 * 8 }
        pieceCount = word(8)
        dimensions = word(12)
        let restarts = word(16)
        let stringBytes = word(20)
        let strings = 32 + padded(4 * restarts)
        scores = strings + padded(stringBytes)
        weights = scores + padded(2 * pieceCount)
        scales = weights + padded(pieceCount)
        values = scales + padded(2 * pieceCount)
        guard pieceCount > 0, dimensions > 0, dimensions % 2 == 0, dimensions <= 1024,
            data.count == values + pieceCount * dimensions / 2
        else { throw Fault(path: path, reason: "the file is cut or damaged: its length does not fit its head") }
        unknownCost = Float(word(28)) / 1000
        name = "\(pieceCount / 1000)k×\(dimensions)-\(String(word(24), radix: 16))"
        guard !verifies || CRC32.of(data.dropFirst(32)) == UInt32(word(24)) else {
            throw Fault(path: path, reason: "the checksum does not fit: the file is damaged")
        }
        guard let decoded = VectorFile.decode(data, strings..<strings + stringBytes, count: pieceCount) else {
            throw Fault(path: path, reason: "the strings are damaged")
        }
        (self.strings, starts) = decoded
        bytes = data
    }

    /// Undoes the front coding.
    private static func decode(_ data: Data, _ range: Range<Int>, count: Int) -> ([UInt8], [UInt32])? {
        let coded = [UInt8](data[range])
        var strings: [UInt8] = []
        strings.reserveCapacity(coded.count * 2)
        var starts: [UInt32] = [0]
        starts.reserveCapacity(count + 1)
        var position = 0
        var previous = 0
        for _ in 0..<count {
            guard position + 2 <= coded.count else { return nil }
            let shared = Int(coded[position])
            let rest = Int(coded[position + 1])
            position += 2
            let start = strings.count
            guard position + rest <= coded.count, shared <= start - previous else { return nil }
            for index in 0..<shared { strings.append(strings[previous + index]) }
            strings.append(contentsOf: coded[position..<position + rest])
            position += rest
            previous = start
            starts.append(UInt32(strings.count))
        }
        return (strings, starts)
    }

    /// −ln of a piece's probability.
    func cost(_ piece: Int) -> Float {
        Float(UInt16(bytes[scores + 2 * piece]) | UInt16(bytes[scores + 2 * piece + 1]) << 8) / 2621
    }

    /// How much a piece tells, 0 (nothing) to 6.
    func weight(_ piece: Int) -> Float { Float(bytes[weights + piece]) / 40 }

    /// Adds a piece's vector, times a factor, to another vector.
    func add(_ piece: Int, times factor: Float, to vector: inout [Float]) {
        let scale =
            VectorFile.half(UInt16(bytes[scales + 2 * piece]) | UInt16(bytes[scales + 2 * piece + 1]) << 8) * factor
        let start = values + piece * dimensions / 2
        for index in 0..<dimensions / 2 {
            let byte = bytes[start + index]
            vector[2 * index] += (Float(byte & 15) - 8) * scale
            vector[2 * index + 1] += (Float(byte >> 4) - 8) * scale
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
