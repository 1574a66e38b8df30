import Bitext
public import Corpus
import Drift
import Facts
import ICU
internal import Mustache

/// The report as one HTML page: no scripts, no network, both versions side by side.
///
/// The page is `Resources/report.mustache` and its style `Resources/report.css`; Mustache escapes all text.
public enum HTMLReport {
    /// The page.
    /// - Throws: an error of the template, which is part of the program.
    public static func write(_ comparison: Comparison) throws -> String {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.report_mustache, as: UTF8.self))
        return template.render(page(comparison))
    }

    private static func page(_ comparison: Comparison) -> [String: Any] {
        let pair = comparison.pair
        let summary = comparison.summary
        var page: [String: Any] = [
            "title": "\(pair.source.document.path) → \(pair.target.document.path)",
            "css": String(decoding: PackageResources.report_css, as: UTF8.self),
            "verdict": summary.verdict,
            "counts": Severity.allCases.reversed().compactMap { severity -> [String: Any]? in
                summary.counts[severity].map { ["severity": severity.rawValue, "count": "\($0)"] }
            },
            "sides": [side("Source", pair.source, summary.coverage.source)]
                + (comparison.relay.map { [side("Relay", $0.version, nil)] } ?? [])
                + [side("Target", pair.target, summary.coverage.target)],
            "columns": comparison.relay == nil ? "3" : "4",
            "penalty": "\((summary.penaltyPerThousandWords * 10).rounded() / 10)",
            "weights": summary.weights.name,
            "signature": comparison.signature,
            "rows": rows(comparison),
            "index": comparison.findings.enumerated().map { entry($0.element, number: $0.offset + 1) },
        ]
        // Mustache takes an empty text for a true one: what is not said is left out.
        if comparison.withheld > 0 { page["withheld"] = "\(comparison.withheld)" }
        return page
    }

    private static func side(_ name: String, _ version: AlignedPair.Version, _ coverage: Double?) -> [String: Any] {
        let document = version.document
        var side: [String: Any] = [
            "name": name, "path": document.path, "lang": document.language.tag,
            "language": LocaleData.englishName(document.language.tag), "evidence": document.languageEvidence.rawValue,
            "segments": "\(version.segments.count)", "notes": document.notes,
        ]
        if let coverage { side["coverage"] = "\(Int((coverage * 100).rounded()))" }
        if !document.furniture.isEmpty { side["aside"] = "\(document.furniture.count)" }
        return side
    }

    private static func entry(_ finding: Finding, number: Int) -> [String: Any] {
        [
            "number": "\(number)", "severity": finding.severity.rawValue, "check": finding.check,
            "category": finding.category, "message": finding.message, "id": FindingID.of(finding),
            "confidence": "\(Int((finding.confidence * 100).rounded()))",
        ]
    }

    private static func rows(_ comparison: Comparison) -> [[String: Any]] {
        let pair = comparison.pair
        let placed = FindingPlaces(comparison)
        var speaker = -1
        return pair.ladder.beads.enumerated().map { index, bead in
            let first =
                bead.source.first.map { pair.source.segments[$0].segment }
                ?? bead.target.first.map { pair.target.segments[$0].segment }
            let findings = placed.byBead[index] ?? []
            var row: [String: Any] = [
                "anchor": first?.place ?? "b\(index)",
                "score": "\(Int((bead.score * 100).rounded()))",
                "null": bead.isNull,
                "findings": findings.map { number in
                    var entry = entry(comparison.findings[number], number: number + 1)
                    if let relay = comparison.relay { entry["leg"] = relay.legs[number].rawValue }
                    return entry
                },
                "cells": [cell(.source, bead, pair, placed)]
                    + (comparison.relay.map { [relayCell($0, bead)] } ?? []) + [cell(.target, bead, pair, placed)],
            ]
            if let turn = bead.source.first.map({ pair.source.segments[$0].segment.turn }), turn != speaker {
                speaker = turn
                let source = pair.source.document.turns[turn]
                if let name = source.speaker?.name {
                    row["speaker"] = name + (source.manner.map { " " + $0.text } ?? "")
                    row["speakerLang"] = pair.source.language.tag
                }
            }
            return row
        }
    }

    private static func relayCell(_ relay: RelayView, _ bead: Bead) -> [String: Any] {
        let range = relay.segments(of: bead).clamped(to: relay.version.segments.indices)
        let text = relay.version.segments[range].map(\.segment.text).joined(separator: " ")
        return [
            "lang": relay.version.language.tag, "dir": relay.version.document.direction.rawValue,
            "pieces": [["text": text]], "empty": range.isEmpty,
        ]
    }

    private static func cell(_ side: Side, _ bead: Bead, _ pair: AlignedPair, _ placed: FindingPlaces) -> [String: Any]
    {
        let version = pair[side]
        let pieces = bead[side].flatMap { index -> [[String: Any]] in
            let text = version.segments[index].segment.text
            var pieces: [[String: Any]] = []
            var position = 0
            for mark in placed.marks(side, segment: index, length: text.utf8.count) {
                if mark.range.start > position {
                    pieces.append(["text": String(text.slice(TextRange(position, mark.range.start)))])
                }
                pieces.append(["text": String(text.slice(mark.range)), "mark": mark.severity.rawValue])
                position = max(position, mark.range.end)
            }
            pieces.append(["text": String(text.slice(TextRange(position, text.utf8.count))) + " "])
            return pieces
        }
        return [
            "lang": version.language.tag, "dir": version.document.direction.rawValue, "pieces": pieces,
            "empty": bead[side].isEmpty,
        ]
    }
}

/// Where the findings stand: by bead, and as marks in segments.
private struct FindingPlaces {
    struct Mark {
        let range: TextRange
        let severity: Severity
    }

    /// Numbers of findings by number of bead.
    private(set) var byBead: [Int: [Int]] = [:]
    private var marks: [Side: [Int: [Mark]]] = [.source: [:], .target: [:]]

    init(_ comparison: Comparison) {
        let ladder = comparison.pair.ladder
        for (number, finding) in comparison.findings.enumerated() {
            for side in Side.allCases {
                guard let span = finding[side], !span.isPlaceOnly else { continue }
                for segment in span.segments {
                    let range = span.rangeInSegment ?? TextRange(0, .max)
                    marks[side]?[segment, default: []].append(Mark(range: range, severity: finding.severity))
                }
            }
            let sides: [Side] =
                finding.source.map { $0.isPlaceOnly } ?? true ? [.target, .source] : [.source, .target]
            let bead = sides.lazy.compactMap { side -> Int? in
                guard let first = finding[side]?.segments.lowerBound else { return nil }
                return ladder.beads.firstIndex { $0[side].contains(first) }
            }.first
            byBead[bead ?? 0, default: []].append(number)
        }
    }

    /// The marks of a segment, in order, overlapping ones joined.
    func marks(_ side: Side, segment: Int, length: Int) -> [Mark] {
        var joined: [Mark] = []
        for mark in (marks[side]?[segment] ?? []).sorted(by: { $0.range < $1.range }) {
            let range = TextRange(mark.range.start, min(mark.range.end, length))
            if let last = joined.last, last.range.end > range.start {
                joined[joined.count - 1] = Mark(
                    range: last.range.union(range), severity: max(last.severity, mark.severity))
            } else {
                joined.append(Mark(range: range, severity: mark.severity))
            }
        }
        return joined
    }
}
