public import Corpus

/// Findings as Marot reads them (the viewer of MQM ratings by Google Research): ten columns, the errors marked `<v>…</v>`.
public enum MarotReport {
    /// The report's text, a head first.
    /// - Throws: `EncodingError`, which values of this kind do not raise.
    public static func write(_ corpus: CheckedCorpus) throws -> String {
        var out = "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata\n"
        var number = 0
        for pair in corpus.pairs {
            // The number of a segment in its document and in the file.
            var numbers: [String: (inDocument: Int, inFile: Int)] = [:]
            for finding in pair.findings {
                let place = finding.source?.place ?? finding.target?.place ?? ""
                let known = numbers[place] ?? (numbers.count + 1, number + 1)
                if numbers.updateValue(known, forKey: place) == nil { number += 1 }
                let metadata = Metadata(
                    check: finding.check, confidence: finding.confidence, message: finding.message, place: place,
                    known: finding.isNew ? nil : true)
                let cells = [
                    pair.target.path, pair.source.path, "\(known.inDocument)", "\(known.inFile)", "dragoman",
                    marked(finding.source), marked(finding.target), finding.category, finding.severity,
                ].map { OneLine.of($0) }
                out += (cells + [try JSONText.write(metadata)]).joined(separator: "\t") + "\n"
            }
        }
        return out
    }

    private struct Metadata: Encodable {
        let check: String
        let confidence: Double
        let message, place: String
        let known: Bool?
    }

    private static func marked(_ span: CheckedPair.SpanValues?) -> String {
        guard let span else { return "" }
        return "\(span.before)<v>\(span.text)</v>\(span.after)"
    }
}
