public import Drift

/// A check's page: what it does, why it matters, examples.
public struct CheckPage: Sendable {
    /// The page in Markdown.
    public let text: String

    /// Makes the page.
    public init(_ check: CheckDescription) {
        var out = """
            # \(check.id)

            \(check.summary)

            - Category: \(check.category) (MQM)
            - Severity: \(check.severity.rawValue)
            - Status: \(check.status.rawValue)\(CheckPage.precision(check))

            \(check.rationale)

            ## Examples

            """
        for example in check.examples {
            let isClean = !example.source.text.contains("⟦") && !example.target.text.contains("⟦")
            out += "\n\(isClean ? "Nothing to report" : "Reported, ⟦marked⟧")\(CheckPage.place(example.form)):\n\n"
            for (name, side) in [("source", example.source), ("target", example.target)] {
                out +=
                    "    \(name) (\(side.language)): "
                    + side.text.split(separator: "\n").joined(separator: "\n    ") + "\n"
            }
        }
        text = out
    }

    /// Where an example stands.
    private static func place(_ form: CheckDescription.Example.Form) -> String {
        switch form {
        case .plain: ""
        case .xliff: ", in XLIFF"
        case .message: ", in a file of messages"
        }
    }

    /// What was measured, for people.
    private static func precision(_ check: CheckDescription) -> String {
        guard let precision = Precision.of(check.id) else { return "" }
        func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
        let errors = Precision.assumedErrors
        return
            "\n- Precision: \(percent(precision.value(errors: errors))) % where \(percent(errors)) % of pairs are in "
            + "error, \(percent(precision.value(errors: 0.5))) % where half are (measured on labelled pairs of sentences)"
    }
}
