/// The tables that rooms keep in their `Resources`: lines of tab-separated columns, `#` for comments.
public enum ResourceTable {
    /// The rows of a table, each with its columns.
    /// - Parameters:
    ///   - bytes: the table, in UTF-8.
    ///   - columns: the number of columns that a row must have; rows of other lengths are left out. Any if `nil`.
    public static func rows(_ bytes: [UInt8], columns: Int? = nil) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#") else { return nil }
            let row = line.split(separator: "\t").map(String.init)
            return columns.map { $0 == row.count } ?? true ? row : nil
        }
    }
}
