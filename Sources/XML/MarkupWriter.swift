internal import CXML

/// Writes XML through libxml2, indented, in UTF-8. Characters that XML forbids are left out.
@safe public final class MarkupWriter {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    /// Starts a document.
    /// - Returns: `nil` where there is no memory.
    public init?() {
        guard let buffer = unsafe xmlBufferCreate() else { return nil }
        guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
            unsafe xmlBufferFree(buffer)
            return nil
        }
        unsafe self.buffer = buffer
        unsafe self.writer = writer
        unsafe xmlTextWriterSetIndent(writer, 1)
        unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", nil)
    }

    deinit {
        unsafe xmlFreeTextWriter(writer)
        unsafe xmlBufferFree(buffer)
    }

    /// Writes an element, with what its content writes inside.
    public func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: () -> Void = {}) {
        unsafe xmlTextWriterStartElement(writer, name)
        for (key, value) in attributes {
            unsafe xmlTextWriterWriteAttribute(writer, key, MarkupWriter.legal(value))
        }
        content()
        unsafe xmlTextWriterEndElement(writer)
    }

    /// Writes text.
    public func text(_ text: String) { unsafe xmlTextWriterWriteString(writer, MarkupWriter.legal(text)) }

    /// Closes the document.
    public func finished() -> String {
        unsafe xmlTextWriterEndDocument(writer)
        unsafe xmlTextWriterFlush(writer)
        return unsafe xmlBufferContent(buffer).map { unsafe String(cString: $0) } ?? ""
    }

    /// The text without the control characters that XML 1.0 cannot hold.
    private static func legal(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            || [9, 10, 13].contains(scalar.value)
        {
            kept.append(scalar)
        }
        return String(kept)
    }
}
