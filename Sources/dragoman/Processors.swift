#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// As many tasks as the machine has processors.
let defaultJobs = ProcessInfo.processInfo.activeProcessorCount

/// Writes a file whole, or not at all.
/// - Throws: the system's error.
func writeFile(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
}
