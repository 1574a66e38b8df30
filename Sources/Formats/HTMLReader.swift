import Bitext
internal import XML

/// Reads the words of a page: its main part where the page marks one, without menus, scripts and forms.
///
/// Each block of the page becomes a line with blank lines around it, which is then read as a transcript is. The clean
/// text remembers where each stretch stands in the page, so that findings are shown in the user's own file.
enum HTMLReader {
    struct Page {
        /// The words, a block a line.
        var words = MappedText()
        /// The language that the page names.
        var language: String?
        /// Where text stands that is not to be translated, or is printed as it was typed, in order and apart.
        var verbatim: [TextRange] = []
        /// Comments that are addressed to this program, with the offset of the text that they are about or stand before.
        var remarks: [(remark: Remark, place: Int)] = []
    }

    /// Whether a text is a page, or a part of one in a file that is named so.
    static func recognises(_ text: String, path: String) -> Bool {
        let head = text.prefix(1024).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
            || (head.hasPrefix("<?xml") && head.contains("<html")) || isName(path) && head.hasPrefix("<")
    }

    /// Whether a file is named as a page is.
    static func isName(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".html", ".htm", ".xhtml"].contains { name.hasSuffix($0) }
    }

    static func read(_ text: String, path: String) throws(ReadingError) -> Page {
        do {
            return try words(of: text)
        } catch {
            throw ReadingError(path: path, line: error.line, reason: error.message)
        }
    }

    private static func words(of text: String) throws(MarkupParser.Failure) -> Page {
        let hasMain = try holdsMain(text)
        let bytes = Array(text.utf8)
        var page = Page()
        var gatherer = MarkedUpText(bytes: bytes)
        // How many elements are open: inside something that is skipped, inside the main part.
        var skipped: [String] = []
        var main: [String] = []
        var verbatim: [String] = []
        // Where the text before ends.
        var lastEnd = 0
        try MarkupParser.html(text) { event in
            switch event {
            case .start(let name, let attributes):
                if name == "html" { page.language = attributes["lang"] ?? attributes["xml:lang"] ?? page.language }
                if !skipped.isEmpty || isSkipped(name, attributes, hasMain: hasMain) {
                    open(name, in: &skipped)
                } else {
                    if !main.isEmpty || isMain(name, attributes) { open(name, in: &main) }
                    if !verbatim.isEmpty || isVerbatim(name, attributes) { open(name, in: &verbatim) }
                    if name == "br" {
                        gatherer.breakLine("\n")
                    } else if blocks.contains(name) {
                        gatherer.breakLine("\n\n")
                    }
                }
            case .end(let name):
                if !skipped.isEmpty {
                    close(name, in: &skipped)
                } else {
                    if blocks.contains(name) { gatherer.breakLine("\n\n") }
                    close(name, in: &main)
                    close(name, in: &verbatim)
                }
            case .text(let words, let end):
                defer { lastEnd = end }
                guard skipped.isEmpty, !hasMain || !main.isEmpty else { return }
                gatherer.add(words, end: end)
                guard !verbatim.isEmpty else { return }
                if let last = page.verbatim.last, last.end == lastEnd {
                    page.verbatim[page.verbatim.count - 1] = TextRange(last.start, end)
                } else {
                    page.verbatim.append(TextRange(lastEnd, end))
                }
            case .comment(let comment, let offset):
                guard let remark = Remark(comment: comment, offset: offset) else { return }
                page.remarks.append((remark, gatherer.isInLine ? gatherer.lastOffset : offset))
            }
        }
        page.words = gatherer.words
        return page
    }

    /// Whether the page marks its main part.
    private static func holdsMain(_ text: String) throws(MarkupParser.Failure) -> Bool {
        var found = false
        try MarkupParser.html(text) { event in
            if case .start(let name, let attributes) = event, isMain(name, attributes) { found = true }
        }
        return found
    }

    private static func isMain(_ name: String, _ attributes: [String: String]) -> Bool {
        name == "main" || name == "article" || attributes["role"] == "main" || attributes["itemprop"] == "articleBody"
    }

    /// Whether an element holds what is not to be translated, or is printed as it was typed.
    private static func isVerbatim(_ name: String, _ attributes: [String: String]) -> Bool {
        name == "pre" || attributes["translate"]?.lowercased() == "no"
            || attributes["class"]?.split(separator: " ").contains("notranslate") ?? false
    }

    private static func isSkipped(_ name: String, _ attributes: [String: String], hasMain: Bool) -> Bool {
        if asides.contains(name) || attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        // A page's own header may hold the title of what it shows; without a main part it is the site's.
        return !hasMain && (name == "header" || name == "footer")
    }

    private static func open(_ name: String, in open: inout [String]) {
        if !voids.contains(name) { open.append(name) }
    }

    /// Closes an element, and those in it that the page leaves open.
    private static func close(_ name: String, in open: inout [String]) {
        if let last = open.lastIndex(of: name) { open.removeSubrange(last...) }
    }

    private static let asides: Set<String> = [
        "head", "script", "style", "nav", "aside", "form", "button", "noscript", "svg", "template", "iframe", "select",
        "object", "video", "audio", "figure", "menu", "dialog",
    ]
    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
    private static let blocks: Set<String> = [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    ]
}
