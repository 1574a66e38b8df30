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
    let form = unsafe cicu_unorm2_getNFKCInstance(&status)
    // Most words hold nothing that the form changes: asking for each character is cheaper than to write them anew.
    if let form = unsafe form,
        text.unicodeScalars.allSatisfy({ unsafe cicu_unorm2_isInert(form, Int32(bitPattern: $0.value)) != 0 })
    {
        return text
    }
    return unsafe normalized(text, by: form)
}

/// The text with letters that are written in parts as one, where Unicode has one (NFC); the text itself when ICU fails on it.
public func canonicallyComposed(_ text: String) -> String {
    var status = U_ZERO_ERROR
    return unsafe normalized(text, by: cicu_unorm2_getNFCInstance(&status))
}

/// The text with its Latin letters without accents: Románia is Romania.
public func withoutAccents(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { 0xC0...0x24F ~= $0.value || 0x1E00...0x1EFF ~= $0.value }) else {
        return text
    }
    var status = U_ZERO_ERROR
    let parts = unsafe normalized(text, by: cicu_unorm2_getNFDInstance(&status)).unicodeScalars
    return String(String.UnicodeScalarView(parts.filter { !(0x300...0x36F ~= $0.value) }))
}

private func normalized(_ text: String, by form: OpaquePointer?) -> String {
    guard let form = unsafe form else { return text }
    let units = Array(text.utf16)
    return unsafe filledString(capacity: units.count * 2 + 16) { buffer, capacity, status in
        unsafe cicu_unorm2_normalize(form, units, Int32(units.count), buffer, capacity, &status)
    } ?? text
}
