import Foundation
import TestSupport

/// The built program, which stands beside the test bundle.
enum Program {
    /// What a run came to.
    struct Run {
        let output: String
        let errors: String
        let code: Int32
    }

    /// Runs the command in the project's folder.
    static func run(_ arguments: [String], input: String? = nil) throws -> Run {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = Project.root
        let (output, errors, stdin) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = stdin
        try process.run()
        let writer = Thread {
            if let input { try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
            try? stdin.fileHandleForWriting.close()
        }
        writer.start()
        let out = output.fileHandleForReading.readDataToEndOfFile()
        let err = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            output: String(decoding: out, as: UTF8.self), errors: String(decoding: err, as: UTF8.self),
            code: process.terminationStatus)
    }

    static let url: URL = {
        let bundle = URL(filePath: CommandLine.arguments.first ?? "")
        var folder = bundle.deletingLastPathComponent()
        while folder.path.count > 1,
            !FileManager.default.isExecutableFile(atPath: folder.appending(path: "dragoman").path)
        {
            folder = folder.deletingLastPathComponent()
        }
        let beside = folder.appending(path: "dragoman")
        return FileManager.default.isExecutableFile(atPath: beside.path) && !beside.hasDirectoryPath
            ? beside : Project.root.appending(path: ".build/debug/dragoman")
    }()
}
