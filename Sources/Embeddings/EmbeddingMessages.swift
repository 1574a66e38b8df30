internal import Foundation

/// What is sent.
struct EmbeddingRequest: Encodable {
    let model: String
    let input: [String]
    /// Some servers answer in base64 unless they are told.
    let format = "float"

    private enum CodingKeys: String, CodingKey {
        case model, input
        case format = "encoding_format"
    }
}

/// What comes back.
struct EmbeddingAnswer: Decodable {
    struct Item: Decodable {
        let index: Int?
        let embedding: [Float]
    }

    let data: [Item]

    private struct Failure: Decodable {
        struct Details: Decodable { let message: String? }
        let error: Details?
        let message: String?
    }

    private struct PlainFailure: Decodable { let error: String }

    /// The reason that a server gives with an error, on one line; `nil` where it gives none.
    static func message(_ body: Data) -> String? {
        let decoder = JSONDecoder()
        let failure = try? decoder.decode(Failure.self, from: body)
        let text =
            failure?.error?.message ?? failure?.message ?? (try? decoder.decode(PlainFailure.self, from: body))?.error
        guard let text, !text.isEmpty else { return nil }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= 200 ? line : line.prefix(200) + "…"
    }
}
