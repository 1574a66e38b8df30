internal import CICU

/// A form of text in which case and compatibility variants (full width, ligatures) look alike.
///
/// - Parameter text: any text.
/// - Returns: the text by Unicode's NFKC_Casefold; the text itself when ICU fails on it.
public func foldedForComparison(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var status = U_ZERO_ERROR
    return unsafe normalized(text, by: cicu_unorm2_getNFKCCasefoldInstance(&status))
}

/// A text by Unicode's NFKC: full width, ligatures and composed forms made alike, case kept.
///
/// - Parameter text: any text.
/// - Returns: the text itself when ICU fails on it.
public func compatibilityComposed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var status = U_ZERO_ERROR
    return unsafe normalized(text, by: cicu_unorm2_getNFKCInstance(&status))
}

private func normalized(_ text: String, by form: OpaquePointer?) -> String {
    guard let form = unsafe form else { return text }
    let units = Array(text.utf16)
    return unsafe filledString(capacity: units.count * 2 + 16) { buffer, capacity, status in
        unsafe cicu_unorm2_normalize(form, units, Int32(units.count), buffer, capacity, &status)
    } ?? text
}
