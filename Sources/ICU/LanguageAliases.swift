internal import CICU

/// The codes that CLDR replaces by others: three letters where two do (`deu`), old ones (`iw`), and languages that are the usual form
/// of a larger one (`arb`).
public enum LanguageAliases {
    /// A language tag whose first subtag is the one that CLDR has its data under: `de-Latn` for `deu_Latn`, `ar` for `arb`,
    /// `sr-Latn` for `sh`. What a replacement adds of script and region counts where the tag names none. Other tags as they
    /// are, but for `-` between subtags.
    public static func canonical(_ tag: String) -> String {
        let subtags = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
        guard let code = subtags.first?.lowercased(), let replacement = table[code] else {
            return subtags.joined(separator: "-")
        }
        let rest = Array(subtags.dropFirst())
        let parts = replacement.split(separator: "_").map(String.init)
        let added = parts.dropFirst().filter { part in !rest.contains { $0.count == part.count } }
        return ([parts.first ?? code] + added + rest).joined(separator: "-")
    }

    /// By code, the code and what else of a tag stands for it.
    private static let table: [String: String] = {
        var status = U_ZERO_ERROR
        guard let metadata = unsafe cicu_ures_openMetadata(&status) else { return [:] }
        defer { unsafe cicu_ures_close(metadata) }
        guard let alias = unsafe cicu_ures_getByKey(metadata, "alias", &status) else { return [:] }
        defer { unsafe cicu_ures_close(alias) }
        guard let languages = unsafe cicu_ures_getByKey(alias, "language", &status) else { return [:] }
        defer { unsafe cicu_ures_close(languages) }
        guard status.rawValue <= U_ZERO_ERROR.rawValue else { return [:] }
        var table: [String: String] = [:]
        let count = unsafe cicu_ures_getSize(languages)
        for number in 0..<count {
            var length: Int32 = 0
            var status = U_ZERO_ERROR
            guard let row = unsafe cicu_ures_getByIndex(languages, number, &status) else { continue }
            defer { unsafe cicu_ures_close(row) }
            guard let key = unsafe cicu_ures_getKey(row),
                let units = unsafe cicu_ures_getStringByKey(row, "replacement", &length, &status),
                status.rawValue <= U_ZERO_ERROR.rawValue
            else { continue }
            let text = unsafe string(UnsafeBufferPointer(start: units, count: Int(length)))
            table[unsafe String(cString: key)] = text
        }
        return table
    }()
}
