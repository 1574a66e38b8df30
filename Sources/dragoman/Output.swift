#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writing to the standard streams.
enum Output {
    /// A reader that stops reading ends the program quietly, by `write`, not by a signal.
    static func ignoreClosedPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Writes to standard output; ends the program when nobody reads any more.
    static func write(_ text: String) {
        guard write(text, to: STDOUT_FILENO) else { exit(0) }
    }

    /// Writes bytes to standard output; ends the program when nobody reads any more.
    static func write(_ bytes: [UInt8]) {
        let isWritten = unsafe bytes.withUnsafeBufferPointer { unsafe write($0, to: STDOUT_FILENO) }
        guard isWritten else { exit(0) }
    }

    /// Writes a message to standard error, a newline behind it.
    static func complain(_ message: String, end: String = "\n") { _ = write(message + end, to: STDERR_FILENO) }

    /// Ends the program.
    static func finish(code: Int32) -> Never { exit(code) }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a terminal.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The terminal's width; 80 where it has none.
    static var width: Int {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return environment("COLUMNS").flatMap { Int($0) } ?? 80
        }
        return Int(size.ws_col)
    }

    /// A variable of the environment.
    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { unsafe write($0, to: descriptor) }
    }

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            guard let base = bytes.baseAddress else { return true }
            #if canImport(Glibc)
                let count = unsafe Glibc.write(descriptor, base + done, bytes.count - done)
            #elseif canImport(Musl)
                let count = unsafe Musl.write(descriptor, base + done, bytes.count - done)
            #else
                let count = unsafe Darwin.write(descriptor, base + done, bytes.count - done)
            #endif
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            done += count
        }
        return true
    }
}
