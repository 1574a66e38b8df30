import Corpus
import Formats
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// What git knows of a folder.
struct Git {
    /// The folder, as the user writes it.
    let folder: String

    /// The lines of some files that differ from a revision, by path; files that git does not know yet included.
    /// - Parameter isAsked: whether a path, as ``FilePath`` joins it to the folder, is one of them.
    /// - Throws: `ReadingError` where there is no git, no repository or no such revision.
    func changes(since revision: String, of isAsked: (String) -> Bool) async throws -> [String: LineChanges] {
        guard !revision.hasPrefix("-") else { throw ReadingError(path: folder, reason: "no revision: \(revision)") }
        var changes: [String: LineChanges] = [:]
        let names = try await git(["diff", "--name-only", "-z", "--no-renames", "--relative", revision, "--"])
        for name in names.split(separator: "\0").map(String.init) {
            let path = dragoman.FilePath.joined(folder, name)
            guard isAsked(path) else { continue }
            let diff = try await git(
                ["diff", "-U0", "--no-color", "--no-ext-diff", "--no-renames", "--relative", revision, "--", name])
            changes[path] = LineChanges(diff: diff)
        }
        for name in try await git(["ls-files", "-z", "--others", "--exclude-standard"]).split(separator: "\0") {
            changes[dragoman.FilePath.joined(folder, String(name))] = .all
        }
        return changes
    }

    private func git(_ arguments: [String]) async throws -> String {
        let result: ExecutionResult<Void, StringOutput<UTF8>, StringOutput<UTF8>>
        do {
            result = try await run(
                .name("git"), arguments: Arguments(["-C", folder, "--literal-pathspecs"] + arguments),
                output: .string(limit: 256 << 20), error: .string(limit: 1 << 20))
        } catch {
            throw ReadingError(path: folder, reason: "git cannot be run: \(error)")
        }
        guard result.terminationStatus.isSuccess else {
            let reason = result.standardError.split(separator: "\n").first.map(String.init) ?? "no reason given"
            throw ReadingError(path: folder, reason: "git \(arguments[0]): \(reason)")
        }
        return result.standardOutput
    }
}
