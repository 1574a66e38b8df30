import Bitext
public import Corpus
import Drift
import Facts
import ICU
internal import Mustache

/// The report as one HTML page, both versions side by side: it loads nothing, and without its script shows everything.
///
/// The page is `Resources/report.mustache`, its style `Resources/report.css` and its script `Resources/report.js`;
/// Mustache escapes all text, and the page's policy lets no other script run.
public enum HTMLReport {
    /// The page.
    /// - Throws: an error of the template, which is part of the program.
    public static func write(_ comparison: Comparison) throws -> String {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.report_mustache, as: UTF8.self))
        return template.render(page(comparison))
    }

    /// The SHA-256 of `Resources/report.js`, by which the page's policy knows the script; a test compares it.
    static let scriptHash = "sha256-sjWxnYIAQdl/OkoQVyE9nASOBkX4vJlJBJkkZJwZvN4="

    private static func page(_ comparison: Comparison) -> [String: Any] {
        let pair = comparison.pair
        let summary = comparison.summary
        let placed = FindingPlaces(comparison)
        let map = DriftMap(comparison, placed)
        var page: [String: Any] = [
            "title": "\(pair.source.document.path) → \(pair.target.document.path)",
            "css": String(decoding: PackageResources.report_css, as: UTF8.self),
            "script": String(decoding: PackageResources.report_js, as: UTF8.self), "scriptHash": scriptHash,
            "program": Version.number, "target": pair.target.document.path,
            "verdict": summary.verdict,
            "counts": Severity.allCases.reversed().compactMap { severity -> [String: Any]? in
                summary.counts[severity].map { ["severity": severity.rawValue, "count": "\($0)"] }
            },
            "sides": [SideRow.of("Source", pair.source, coverage: summary.coverage.source)]
                + (comparison.relay.map { [SideRow.of("Relay", $0.version)] } ?? [])
                + [SideRow.of("Target", pair.target, coverage: summary.coverage.target)],
            "columns": comparison.relay == nil ? "4" : "5",
            "penalty": "\((summary.penaltyPerThousandWords * 10).rounded() / 10)",
            "weights": summary.weights.name,
            "signature": comparison.signature,
            "versions": comparison.relay == nil ? "Both versions" : "All three versions",
            "severities": Severity.allCases.reversed().map(\.rawValue),
            "speakers": speakers(pair.source.document), "hasChecks": !comparison.findings.isEmpty,
            "checks": checks(comparison), "plot": map.plot, "ticks": map.ticks.map(tick),
            "rows": rows(comparison, placed),
            "index": comparison.findings.enumerated().map { entry($0.element, number: $0.offset + 1) },
        ]
        if map.leftOut > 0 { page["ticksLeft"] = "\(map.leftOut)" }
        // Mustache takes an empty text for a true one: what is not said is left out.
        if comparison.withheld > 0 { page["withheld"] = "\(comparison.withheld)" }
        return page
    }

    /// The names of those who speak, each once.
    private static func speakers(_ document: Document) -> [String] {
        var seen: Set<String> = []
        return document.turns.compactMap { $0.speaker?.name }.filter { seen.insert($0).inserted }
    }

    /// The checks that found something.
    private static func checks(_ comparison: Comparison) -> [[String: Any]] {
        Set(comparison.findings.map(\.check)).sorted().compactMap { Registry.check($0)?.description }.map { check in
            [
                "id": check.id, "category": check.category, "summary": check.summary, "rationale": check.rationale,
                "isPreview": check.status == .preview,
            ]
        }
    }

    private static func tick(_ tick: DriftMap.Tick) -> [String: Any] {
        [
            "number": "\(tick.number)", "x": "\(tick.x)", "severity": tick.finding.severity.rawValue,
            "check": tick.finding.check, "message": tick.finding.message,
        ]
    }

    private static func entry(_ finding: Finding, number: Int) -> [String: Any] {
        [
            "number": "\(number)", "severity": finding.severity.rawValue, "check": finding.check,
            "category": finding.category, "message": finding.message, "id": FindingID.of(finding),
            "confidence": "\(Int((finding.confidence * 100).rounded()))",
        ]
    }

    /// The finding with what a reviewer needs to accept it.
    private static func detail(_ number: Int, in comparison: Comparison) -> [String: Any] {
        let finding = comparison.findings[number]
        var entry = entry(finding, number: number + 1)
        let place = (finding.target ?? finding.source).map { "#" + $0.place } ?? ""
        let name = "\(finding.check)@\(comparison.pair.target.document.path)\(place)"
        entry["accept"] = "dragoman accept \(ShellWord.quoted(name)) --reason '…'"
        entry["fingerprint"] = FindingID.fingerprint(finding, in: comparison.pair)
        if let relay = comparison.relay { entry["leg"] = relay.legs[number].rawValue }
        return entry
    }

    private static func rows(_ comparison: Comparison, _ placed: FindingPlaces) -> [[String: Any]] {
        let pair = comparison.pair
        let links = RowLinks(pair, placed)
        var speaker = -1
        return pair.ladder.beads.enumerated().map { index, bead in
            let first =
                bead.source.first.map { pair.source.segments[$0].segment }
                ?? bead.target.first.map { pair.target.segments[$0].segment }
            let turn = bead.source.first.map { pair.source.segments[$0].segment.turn }
            var row: [String: Any] = [
                "row": "\(index + 1)", "place": first?.place ?? "b\(index)",
                // A name within a page holds no white space, which keys of messages may.
                "anchor": (first?.place ?? "b\(index)").split(whereSeparator: \.isWhitespace).joined(separator: "_"),
                "speaker": turn.flatMap { pair.source.document.turns[$0].speaker?.name } ?? "",
                "score": "\(Int((bead.score * 100).rounded()))",
                "null": bead.isNull,
                "findings": (placed.byBead[index] ?? []).map { detail($0, in: comparison) },
                "cells": [cell(.source, bead, pair, placed)]
                    + (comparison.relay.map { [relayCell($0, bead)] } ?? []) + [cell(.target, bead, pair, placed)],
            ]
            if let links = links.text(index) { row["links"] = links }
            if let turn, turn != speaker {
                speaker = turn
                let source = pair.source.document.turns[turn]
                if let name = source.speaker?.name {
                    row["speakerName"] = name + (source.manner.map { " " + $0.text } ?? "")
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
