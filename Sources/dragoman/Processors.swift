#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// As many tasks as the machine has processors.
let defaultJobs = ProcessInfo.processInfo.activeProcessorCount

/// Writes a file whole, or not at all.
