public import Bitext
public import Formats

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Two files that are versions of one text.
public struct FilePair: Sendable, Hashable {
    /// The source's path.
    public let source: String
    /// The source's language.
    public let sourceLanguage: Language
    /// The target's path.
    public let target: String
    /// The target's language.
    public let targetLanguage: Language
    /// The path of the version between, where there is one.
    public let relay: String?
    /// The target's path as patterns know it: relative to the configuration.
    public let name: String

    /// Whether one file holds both versions.
    public var isBilingual: Bool { source == target }

    /// Makes a pair.
    public init(
        source: String, sourceLanguage: Language, target: String, targetLanguage: Language,
        relay: String? = nil, name: String? = nil
    ) {
        self.source = source
        self.sourceLanguage = sourceLanguage
        self.target = target
        self.targetLanguage = targetLanguage
        self.relay = relay
        self.name = name ?? target
    }
}

/// Finds the pairs of files that a configuration describes.
public enum PairFinder {
    /// What was found.
    public struct Found: Sendable {
        /// The pairs, sorted by path.
        public let pairs: [FilePair]
        /// What is missing: texts that have a target and no source, or none of the targets.
        public let problems: [ReadingError]

        /// Makes a result.
        public init(pairs: [FilePair], problems: [ReadingError]) {
            self.pairs = pairs
            self.problems = problems
        }

        /// What was found, each file that holds several translations as a pair for each.
        /// - Parameters:
        ///   - targets: the languages that are asked for; all where there are none.
        ///   - read: reads a file.
        public func splitting(
            targets: [Language], _ read: (String) throws(ReadingError) -> [UInt8]
        ) -> Found {
            var split: [FilePair] = []
            var problems = problems
            for pair in pairs {
                // What cannot be read is told when the pair is checked.
                guard pair.isBilingual, pair.targetLanguage == .undetermined,
                    case let languages = (try? PairFinder.targets(pair, read)) ?? [], !languages.isEmpty
                else {
                    split.append(pair)
                    continue
                }
                for language in targets where !languages.contains(where: { $0.tag == language.tag }) {
                    problems.append(ReadingError(path: pair.source, reason: "has no version in \(language)"))
                }
                for language in languages where targets.isEmpty || targets.contains(where: { $0.tag == language.tag }) {
                    split.append(
                        FilePair(
                            source: pair.source, sourceLanguage: pair.sourceLanguage, target: pair.target,
                            targetLanguage: language, name: pair.name))
                }
            }
            return Found(pairs: split, problems: problems)
        }

        /// What was found, without files that hold a translation into another language than those that are asked for.
        /// - Parameters:
        ///   - targets: the languages that are asked for; all where there are none.
        ///   - read: reads a file.
        public func translated(
            into targets: [Language], _ read: (String) throws(ReadingError) -> [UInt8]
        ) -> Found {
            guard !targets.isEmpty else { return self }
            let kept = pairs.filter { pair in
                guard pair.isBilingual, let language = PairFinder.target(pair, read) else { return true }
                return targets.contains { BilingualText.mayBe(language, $0) }
            }
            return Found(pairs: kept, problems: problems)
        }

        /// The pairs with a side that is asked for, and all that is missing.
        public func keeping(_ isAskedFor: (String) -> Bool) -> Found {
            Found(
                pairs: pairs.filter {
                    isAskedFor($0.source) || isAskedFor($0.target) || $0.relay.map(isAskedFor) ?? false
                }, problems: problems)
        }

        /// Those whose target, or file that something is missing for, is asked for.
        public func filter(_ isAskedFor: (String) -> Bool) -> Found {
            Found(pairs: pairs.filter { isAskedFor($0.target) }, problems: problems.filter { isAskedFor($0.path) })
        }
    }

    private static func targets(
        _ pair: FilePair, _ read: (String) throws(ReadingError) -> [UInt8]
    ) throws(ReadingError) -> [Language] {
        guard BilingualText.mayHoldSeveral(pair.source) else { return [] }
        return try BilingualText.targets(read(pair.source), path: pair.source, source: pair.sourceLanguage.known)
    }

    /// What a file that holds one translation is translated into, as far as it says so.
    private static func target(_ pair: FilePair, _ read: (String) throws(ReadingError) -> [UInt8]) -> Language? {
        if let known = pair.targetLanguage.known { return known }
        guard !BilingualText.mayHoldSeveral(pair.source) else { return nil }
        return try? BilingualText(read(pair.source), path: pair.source)?.targetLanguage
    }

    /// Finds the pairs of a folder.
    /// - Throws: `ReadingError` where the folder cannot be read, or holds texts whose source's language is not set.
    public static func pairs(in folder: String, _ configuration: Configuration) throws(ReadingError) -> Found {
        var groups: [String: [(language: Language, path: String)]] = [:]
        let patterns = configuration.pairs.map(PathPattern.init)
        let excluded = configuration.exclude.map(PathPattern.init)
        let files = try files(folder).filter { path in !excluded.contains { $0.fits(path) } }
        for path in files {
            for pattern in patterns {
                guard let place = pattern.match(path) else { continue }
                if place.isEmpty {
                    // A bilingual file names its languages itself.
                    guard BilingualText.isName(path) else { continue }
                    groups[path, default: []].append((.undetermined, path))
                    break
                }
                guard let language = Language(inPath: path[place]) else { continue }
                groups[path.markingLanguage(place), default: []].append((language, path))
                break
            }
        }
        let areAllBilingual = groups.values.allSatisfy { $0.allSatisfy { BilingualText.isName($0.path) } }
        guard configuration.source != nil || areAllBilingual else {
            throw ReadingError(
                path: folder,
                reason: "the source's language is not set: source = \"en\" in dragoman.toml, or --source-lang")
        }
        return pair(groups, configuration.source ?? .undetermined, configuration, folder, named: Set(files))
    }

    private static func pair(
        _ groups: [String: [(language: Language, path: String)]], _ source: Language, _ configuration: Configuration,
        _ folder: String, named names: Set<String>
    ) -> Found {
        func joined(_ path: String) -> String {
            folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
        }
        func isRelay(_ file: (language: Language, path: String)) -> Bool {
            configuration.relay.map { $0.tag == file.language.tag } ?? false
                && !configuration.targets.contains { $0.tag == file.language.tag }
        }
        var pairs: [FilePair] = []
        var problems: [ReadingError] = []
        for (key, all) in groups.sorted(by: { $0.key < $1.key }) {
            let bilingual = all.filter { BilingualText.isName($0.path) }
            pairs += bilingual.filter { file in
                configuration.targets.isEmpty || file.language == .undetermined
                    || configuration.targets.contains { $0.tag == file.language.tag }
            }.sorted { $0.path < $1.path }.map {
                FilePair(
                    source: joined($0.path), sourceLanguage: source, target: joined($0.path),
                    targetLanguage: $0.language, name: $0.path)
            }
            let files = all.filter { !BilingualText.isName($0.path) }
            if files.isEmpty { continue }
            let targets = files.filter { file in
                file.language.tag != source.tag && !isRelay(file)
                    && (configuration.targets.isEmpty || configuration.targets.contains { $0.tag == file.language.tag })
            }
            let relay = files.first(where: isRelay)
            let original =
                files.first { $0.language.tag == source.tag }
                ?? PairFinder.unnamed(key).flatMap { names.contains($0) ? (source, $0) : nil }
            guard let original else {
                for target in targets {
                    problems.append(
                        ReadingError(
                            path: joined(target.path), reason: "has no version in the source's language, \(source)"))
                }
                continue
            }
            for language in configuration.targets where !targets.contains(where: { $0.language.tag == language.tag }) {
                problems.append(ReadingError(path: joined(original.path), reason: "has no version in \(language)"))
            }
            if targets.isEmpty, configuration.targets.isEmpty {
                problems.append(ReadingError(path: joined(original.path), reason: "has no version in another language"))
            }
            pairs += targets.sorted { $0.path < $1.path }.map {
                FilePair(
                    source: joined(original.path), sourceLanguage: original.language, target: joined($0.path),
                    targetLanguage: $0.language, relay: relay.map { joined($0.path) }, name: $0.path)
            }
        }
        return Found(pairs: pairs, problems: problems)
    }

    /// What stands for the language in the path that versions have in common; no path holds it.
    static let languageMark = "\u{0}"

    /// The path of the version that names no language: `values/strings.xml` beside `values-de/strings.xml`,
    /// `messages.properties` beside `messages_de.properties`.
    static func unnamed(_ key: String) -> String? {
        guard let mark = key.firstIndex(of: Character(languageMark)), mark > key.startIndex else { return nil }
        let before = key.index(before: mark)
        guard "-_.".contains(key[before]) else { return nil }
        return String(key[..<before] + key[key.index(after: mark)...])
    }

    /// The files below a folder, relative to it, sorted; hidden ones and Word's locks left out.
    static func files(_ folder: String) throws(ReadingError) -> [String] {
        var files: [String] = []
        var waiting = [""]
        while let next = waiting.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: next.isEmpty ? folder : "\(folder)/\(next)")
            } catch {
                throw ReadingError(
                    path: next.isEmpty ? folder : "\(folder)/\(next)", reason: "the folder cannot be read")
            }
            for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
                let path = next.isEmpty ? name : "\(next)/\(name)"
                var isFolder = false
                if isDirectory("\(folder)/\(path)", &isFolder), isFolder {
                    waiting.append(path)
                } else {
                    files.append(path)
                }
            }
        }
        return files.sorted()
    }

    private static func isDirectory(_ path: String, _ isFolder: inout Bool) -> Bool {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return false }
        isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
        return true
    }
}

extension String {
    /// The text with a mark in the place of a language.
    func markingLanguage(_ range: Range<String.Index>) -> String {
        self[..<range.lowerBound] + PairFinder.languageMark + self[range.upperBound...]
    }
}
