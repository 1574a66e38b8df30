import Bitext
import Corpus
import Formats
import Foundation
import Testing

@Suite struct PairFinderTests {
    private func found(_ files: [String], _ change: (inout Configuration) -> Void = { _ in }) throws -> PairFinder.Found
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dragoman-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for file in files {
            let path = URL(filePath: "\(folder)/\(file)")
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("text".utf8).write(to: path)
        }
        var configuration = Configuration()
        configuration.source = Language("en")
        change(&configuration)
        let found = try PairFinder.pairs(in: folder, configuration)
        return found.relative(to: folder + "/")
    }

    @Test func `versions of a text are found by its name`() throws {
        let found = try found([
            "b.en.txt", "b.de.txt", "b.zh-Hant.txt", "x/a.en.txt", "x/a.ru.txt", "notes.txt", ".c.en.txt",
            "film.en.srt", "film.de.srt", "talk.en.docx", "talk.ko.docx", "~$lk.ko.docx",
        ])
        #expect(
            found.pairs.map { "\($0.source) \($0.target)" } == [
                "b.en.txt b.de.txt", "b.en.txt b.zh-Hant.txt", "film.en.srt film.de.srt", "talk.en.docx talk.ko.docx",
                "x/a.en.txt x/a.ru.txt",
            ])
        #expect(found.problems.isEmpty)
    }

    @Test func `a folder a text, and exclusions`() throws {
        let found = try found(["one/en.txt", "one/ko.txt", "old/en.txt", "old/ko.txt"]) {
            $0.pairs = ["{id}/{lang}.txt"]
            $0.exclude = ["old/**"]
        }
        #expect(found.pairs.map(\.target) == ["one/ko.txt"])
    }

    @Test func `the source may name no language`() throws {
        let found = try found([
            "res/values/s.xml", "res/values-de/s.xml", "m.properties", "m_de.properties", "m_fr.properties", "R.resx",
            "R.de.resx", "R.en.resx", "n_de.properties",
        ]) { $0.pairs = ["res/values-{lang}/*.xml", "*_{lang}.properties", "*.{lang}.resx"] }
        #expect(
            found.pairs.map { "\($0.source) \($0.sourceLanguage) \($0.target)" } == [
                "R.en.resx en R.de.resx", "m.properties en m_de.properties", "m.properties en m_fr.properties",
                "res/values/s.xml en res/values-de/s.xml",
            ])
        #expect(found.problems.map(\.path) == ["n_de.properties"])
    }

    @Test func `languages are known however programs write them`() throws {
        let found = try found([
            "po/de.po", "po/pt_BR.po", "po/zh_CN.po", "po/sr@latin.po", "po/ca@valencia.po", "po/README.po",
            "m.properties", "m_pt_BR.properties", "m_old_de.properties", "m_old.properties", "res/values/s.xml",
            "res/values-pt-rBR/s.xml", "res/values-b+sr+Latn/s.xml", "en_talk.srt", "zh-hans_talk.srt",
            "pt-br_talk.srt",
        ]) { $0.pairs = ["po/{lang}.po", "*_{lang}.properties", "res/values-{lang}/*.xml", "{lang}_{id}.srt"] }
        #expect(
            found.pairs.map { "\($0.target) \($0.targetLanguage)" } == [
                "pt-br_talk.srt pt-BR", "zh-hans_talk.srt zh-Hans", "m_pt_BR.properties pt-BR",
                "m_old_de.properties de", "po/ca@valencia.po ca-valencia", "po/de.po de",
                "po/pt_BR.po pt-BR", "po/sr@latin.po sr-Latn", "po/zh_CN.po zh-CN",
                "res/values-b+sr+Latn/s.xml sr-Latn", "res/values-pt-rBR/s.xml pt-BR",
            ], "\(found.problems)")
    }

    @Test(
        arguments: [
            ("de", "de"), ("EN", "en"), ("pt_BR", "pt-BR"), ("pt-rBR", "pt-BR"), ("zh_Hant_TW", "zh-Hant-TW"),
            ("es-419", "es-419"), ("sr@latin", "sr-Latn"), ("b+sr+Latn", "sr-Latn"), ("de-1996", "de-1996"),
            ("iw", "he"), ("zh_hans", "zh-Hans"), ("de_talk", nil), ("", nil), ("@latin", nil), ("de@", nil),
            ("de--AT", nil), ("xx", nil),
            ("b+", nil), ("ﬀ", nil), ("de-AT-1996-x-y", nil),
        ] as [(String, String?)])
    func `a part of a path names a language or none`(part: String, tag: String?) {
        #expect(Language(inPath: part)?.tag == tag)
    }

    @Test func `a side that is missing is said`() throws {
        let found = try found(["a.de.txt", "b.en.txt", "c.en.txt", "c.de.txt"]) { $0.targets = [Language("de")] }
        #expect(found.pairs.map(\.target) == ["c.de.txt"])
        #expect(found.problems.map(\.path) == ["a.de.txt", "b.en.txt"])
    }
}

extension PairFinder.Found {
    fileprivate func relative(to folder: String) -> PairFinder.Found {
        func short(_ path: String) -> String { path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path }
        return PairFinder.Found(
            pairs: pairs.map {
                FilePair(
                    source: short($0.source), sourceLanguage: $0.sourceLanguage, target: short($0.target),
                    targetLanguage: $0.targetLanguage)
            }, problems: problems.map { .init(path: short($0.path), reason: $0.reason) })
    }
}
