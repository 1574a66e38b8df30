import Bitext
public import Corpus
import Drift
import ICU
internal import Mustache

/// Two versions of a translation as one HTML page, side by side, with the source where there is one: what differs is marked
/// word by word, stretches that are the same are folded. The page loads nothing and has no script.
public enum ChoicePage {
    /// The page.
    /// - Throws: an error of the template, which is part of the program.
    public static func write(_ choice: VersionChoice) throws -> String {
        let template = try MustacheTemplate(string: String(decoding: PackageResources.choice_mustache, as: UTF8.self))
        let source = choice.source.map { [SideRow.of("Source", $0)] } ?? []
        return template.render(
            [
                "title": "\(choice.old.document.path) → \(choice.new.document.path)",
                "css": String(decoding: PackageResources.report_css, as: UTF8.self),
                "result": ChoiceWords.result(choice), "likeness": ChoiceWords.likeness(choice),
                "sides": source + [SideRow.of("Old", choice.old), SideRow.of("New", choice.new)],
                "rows": rows(choice), "signatures": ChoiceWords.signatures,
            ] as [String: Any])
    }

    /// A row for each stretch that differs, and one for each run of those that do not.
    private static func rows(_ choice: VersionChoice) -> [[String: Any]] {
        var rows: [[String: Any]] = []
        var same: [VersionChoice.Stretch] = []
        func endRun() {
            guard !same.isEmpty else { return }
            rows.append(["same": run(same, choice)])
            same = []
        }
        for (index, stretch) in choice.stretches.enumerated() {
            guard stretch.closer != .same else {
                same.append(stretch)
                continue
            }
            endRun()
            rows.append(["differing": row(index + 1, stretch, choice)])
        }
        endRun()
        return rows
    }

    private static func run(_ stretches: [VersionChoice.Stretch], _ choice: VersionChoice) -> [String: Any] {
        let texts = stretches.map { stretch in
            ["text": choice.new.text(stretch.new)].merging(attributes(choice.new)) { $1 }
        }
        return [
            "count": stretches.count == 1 ? "1 stretch is the same" : "\(stretches.count) stretches are the same",
            "columns": "\(columns(choice) + 1)", "texts": texts,
        ]
    }

    private static func row(_ number: Int, _ stretch: VersionChoice.Stretch, _ choice: VersionChoice) -> [String: Any] {
        let changes = WordChanges(choice, stretch)
        var cells = [cell(choice.old, changes.old, changed: "old"), cell(choice.new, changes.new, changed: "new")]
        if let source = choice.source {
            let text = WordChanges.Piece(text: stretch.source.map(source.text) ?? "", isChanged: false)
            cells.insert(cell(source, [text], changed: ""), at: 0)
        }
        var row: [String: Any] = [
            "anchor": "s\(number)", "place": "\(number)", "span": "\(columns(choice))",
            "verdict": ChoiceWords.verdict(stretch), "cells": cells,
            "kind": stretch.judgements == nil ? "unjudged" : "judges",
        ]
        if let judgements = stretch.judgements {
            row["judged"] = ["judgements": [judgements.old, judgements.new].map(judgement)]
        }
        return row
    }

    private static func judgement(_ judgement: VersionChoice.Judgement) -> [String: Any] {
        [
            "chances": ChoiceWords.chances(judgement) + (judgement.findings.isEmpty ? "." : ":"),
            "hasMessages": !judgement.findings.isEmpty, "messages": judgement.findings.map(\.message),
        ]
    }

    private static func cell(
        _ version: AlignedPair.Version, _ pieces: [WordChanges.Piece], changed: String
    ) -> [String: Any] {
        let texts = pieces.filter { !$0.text.isEmpty }.map { [$0.isChanged ? changed : "both": $0.text] }
        return ["pieces": texts, "empty": texts.isEmpty].merging(attributes(version)) { $1 }
    }

    private static func attributes(_ version: AlignedPair.Version) -> [String: String] {
        ["lang": version.language.tag, "dir": version.document.direction.rawValue]
    }

    private static func columns(_ choice: VersionChoice) -> Int { choice.source == nil ? 2 : 3 }
}
