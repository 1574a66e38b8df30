internal import CXML

/// What a parser of markup meets, in order.
public enum MarkupEvent: Sendable {
    /// An element opens; names of HTML are in small letters, names of XML keep their prefix.
    case start(name: String, attributes: [String: String])
    /// An element closes.
    case end(name: String)
    /// Text, its entities resolved, and the offset behind it in the input, in UTF-8 bytes.
    case text(String, end: Int)
    /// A comment, without its marks, and an offset in or behind it.
    case comment(String, offset: Int)
}

/// Reads HTML and XML with libxml2: no network, no external entities, none expanded that a document declares.
public enum MarkupParser {
    /// XML that is not well formed, or markup that nests too deep or is too long.
    public struct Failure: Error, Sendable {
        /// What libxml2 says of it.
        public let message: String
        /// The line, from 1.
        public let line: Int
    }

    /// HTML nested deeper is refused: libxml2's time grows with the square of the depth.
    public static let deepest = 1000

    /// Reads HTML, broken or not.
    /// - Parameters:
    ///   - text: the page.
    ///   - handle: is told of each event, in order.
    /// - Throws: ``Failure`` where elements nest deeper than ``deepest``, and for more than 2 GB.
    public static func html(_ text: String, _ handle: (MarkupEvent) -> Void) throws(Failure) {
        try refuseTooLong(text)
        var text = text
        let failure: Failure? = withoutActuallyEscaping(handle) { handle in
            let listener = Listener(handle)
            var handler = unsafe handler()
            let context = unsafe Unmanaged.passUnretained(listener).toOpaque()
            guard let parser = unsafe cxml_html_open(&handler, context) else {
                return Failure(message: "no memory", line: 0)
            }
            unsafe listener.parser = parser
            text.withUTF8 { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) {
                    unsafe cxml_html_parse(parser, $0.baseAddress, Int32(clamping: $0.count))
                }
            }
            let line = unsafe Int(cxml_input_line(parser))
            unsafe cxml_html_close(parser)
            guard listener.depth > deepest else { return nil }
            return Failure(message: "elements nest more than \(deepest) deep", line: line)
        }
        if let failure { throw failure }
    }

    /// Reads XML.
    /// - Parameters:
    ///   - text: the document.
    ///   - handle: is told of each event, in order, up to an error.
    /// - Throws: ``Failure`` where the document is not well formed, and for more than 2 GB.
    public static func xml(_ text: String, _ handle: (MarkupEvent) -> Void) throws(Failure) {
        try refuseTooLong(text)
        var text = text
        let failure: Failure? = withoutActuallyEscaping(handle) { handle in
            let listener = Listener(handle)
            var handler = unsafe handler()
            let context = unsafe Unmanaged.passUnretained(listener).toOpaque()
            guard let parser = unsafe cxml_xml_open(&handler, context) else {
                return Failure(message: "no memory", line: 0)
            }
            unsafe listener.parser = parser
            let status = text.withUTF8 { bytes in
                unsafe bytes.withMemoryRebound(to: CChar.self) {
                    unsafe cxml_xml_parse(parser, $0.baseAddress, Int32(clamping: $0.count))
                }
            }
            var failure: Failure?
            if status != 0 {
                let message = unsafe String(cString: cxml_message(parser))
                failure = Failure(
                    message: String(message.prefix { $0 != "\n" }), line: unsafe Int(cxml_line(parser)))
            }
            unsafe cxml_xml_close(parser)
            return failure
        }
        if let failure { throw failure }
    }

    /// libxml2 counts bytes in 32 bits: what is longer would be read in part.
    private static func refuseTooLong(_ text: String) throws(Failure) {
        guard text.utf8.count <= Int(Int32.max) else {
            throw Failure(message: "longer than 2 GB: split the file", line: 1)
        }
    }

    private static func handler() -> xmlSAXHandler {
        unsafe cxml_handler(
            { context, name, attributes in
                guard let listener = unsafe Listener.of(context), let name = unsafe name else { return }
                var found: [String: String] = [:]
                var index = 0
                while let attributes = unsafe attributes, let key = unsafe attributes[index] {
                    found[unsafe String(cString: key)] =
                        unsafe attributes[index + 1].map { unsafe String(cString: $0) } ?? ""
                    index += 2
                }
                listener.depth += 1
                if listener.depth > MarkupParser.deepest { unsafe cxml_stop(listener.parser) }
                listener.handle(.start(name: unsafe String(cString: name), attributes: found))
            },
            { context, name in
                guard let listener = unsafe Listener.of(context), let name = unsafe name else { return }
                // Once too deep, it stays so.
                if listener.depth <= MarkupParser.deepest { listener.depth -= 1 }
                listener.handle(.end(name: unsafe String(cString: name)))
            }, { unsafe Listener.text($0, $1, $2) }, { unsafe Listener.text($0, $1, $2) },
            { context, text in
                guard let listener = unsafe Listener.of(context), let text = unsafe text else { return }
                listener.handle(
                    .comment(
                        unsafe String(cString: text), offset: unsafe Int(cxml_position(listener.parser))))
            })
    }
}

/// What the callbacks reach through libxml2's context pointer.
@safe private final class Listener {
    let handle: (MarkupEvent) -> Void
    var parser: xmlParserCtxtPtr?
    /// How many elements are open.
    var depth = 0

    init(_ handle: @escaping (MarkupEvent) -> Void) { self.handle = handle }

    static func of(_ context: UnsafeMutableRawPointer?) -> Listener? {
        unsafe context.map { unsafe Unmanaged<Listener>.fromOpaque($0).takeUnretainedValue() }
    }

    static func text(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard let listener = unsafe of(context), let text = unsafe text, length > 0 else { return }
        let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(length))
        listener.handle(
            .text(
                unsafe String(decoding: buffer, as: UTF8.self),
                end: unsafe Int(cxml_text_end(listener.parser, text, length))))
    }
}
