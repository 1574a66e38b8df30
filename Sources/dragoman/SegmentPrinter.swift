import Bitext
import Corpus
import Drift
import Facts
import Formats
import Reporting
import Segmentation

/// Prints the segments of one file.
struct SegmentPrinter {
    let path: String
    let language: Language?
    let method: Segmenter.Method
    let newline: Segmenter.Newline
    let format: SegmentFormat

    private struct Line: Encodable {
        let file: String
        let segment: Int
        let start: Int
        let end: Int
        let text: String
        var place: String?
        var speaker: String?
    }

    /// The text as it is, piece by piece.
    func printText() throws {
        let source = try ByteSource(path)
        defer { source.close() }
        guard let first = try source.next() else { return }
        guard TextKind.isPlainUTF8(first) else { return try printWhole(first, source) }
        var stream = SegmentStream(try segmenter(first))
        var out = OutputBuffer()
        var number = 0
        var chunk: [UInt8]? = first
        while let bytes = chunk {
            chunk = try source.next()
            try stream.push(bytes, isLast: chunk == nil) { sentence, range in
                try append(sentence, range, number, to: &out)
                number += 1
            }
        }
        out.flush()
    }

    /// A text in another encoding is converted whole first.
    private func printWhole(_ first: [UInt8], _ source: ByteSource) throws {
        var bytes = first
        while let more = try source.next() { bytes += more }
        let text = try EncodedText(bytes, path: path).text
        var stream = SegmentStream(try segmenter(Array(text.utf8.prefix(1 << 16))))
        var out = OutputBuffer()
        var number = 0
        try stream.push(Array(text.utf8), isLast: true) { sentence, range in
            try append(sentence, range, number, to: &out)
            number += 1
        }
        out.flush()
    }

    private func append(_ sentence: ArraySlice<UInt8>, _ range: TextRange, _ number: Int, to out: inout OutputBuffer)
        throws
    {
        switch format {
        case .lines: out.append(sentence, replacing: 0x0A, with: 0x20)
        case .jsonl:
            let line = Line(
                file: path, segment: number, start: range.start, end: range.end,
                text: String(decoding: sentence, as: UTF8.self))
            out.append(Array(try JSONText.write(line).utf8)[...], replacing: 0x0A, with: 0x20)
        }
    }

    /// The text as `check` reads it.
    func printTranscript() throws {
        let reader = VersionReader()
        let (document, segments) = try reader.segmented(
            reader.document(Input.bytes(path), path: path, language: language), method: method, newline: newline)
        for segment in segments {
            switch format {
            case .lines: Output.write(segment.text + "\n")
            case .jsonl:
                let range = document.originalRange(segment.range)
                Output.write(
                    try JSONText.write(
                        Line(
                            file: path, segment: segment.index, start: range.start, end: range.end, text: segment.text,
                            place: segment.place, speaker: document.turns[segment.turn].speaker?.name)) + "\n")
            }
        }
    }

    /// Each place where a sentence may end, the text around it, and the rule.
    func explain() throws {
        let text = try EncodedText(Input.bytes(path), path: path).text
        for place in try segmenter(Array(text.utf8.prefix(1 << 16))).explain(text) {
            let before = text.slice(TextRange(max(0, place.offset - 30), place.offset))
            let after = text.slice(TextRange(place.offset, place.offset + 25))
            let shown = (before + "│" + after).split(whereSeparator: \.isNewline).joined(separator: "⏎")
            Output.write("\(place.offset)\t\(place.isBoundary ? "ends" : "goes on")\t\(place.rule)\t\(shown)\n")
        }
    }

    private func segmenter(_ start: [UInt8]) throws -> Segmenter {
        let known =
            language ?? DocumentReader.languageInName(path)
            ?? LanguageGuess.of(String(decoding: start.prefix(1 << 16), as: UTF8.self))
        do {
            return try Segmenter(language: known, method: method, newline: newline)
        } catch {
            throw ReadingError(path: path, reason: "\(error)")
        }
    }
}

/// Bytes gathered before they are written.
struct OutputBuffer {
    private var bytes: [UInt8] = []

    mutating func append(_ line: ArraySlice<UInt8>, replacing old: UInt8, with new: UInt8) {
        let start = bytes.count
        bytes.append(contentsOf: line)
        for index in start..<bytes.count where bytes[index] == old { bytes[index] = new }
        bytes.append(0x0A)
        if bytes.count >= 1 << 18 { flush() }
    }

    mutating func flush() {
        Output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
