import Aligning
import Bitext
import Corpus
import Drift
import TestSupport
import Testing

/// What people hand to an aligner that no translation is: chapters that are missing, swapped or doubled.
@Suite struct RobustnessTests {
    /// Sentences with words of their own, which a reader can tell apart.
    private func distinct(_ count: Int, using random: inout SeededGenerator) -> [String] {
        let syllables = [
            "ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "dor", "fen", "gal", "hul", "jor", "pit",
        ]
        return (0..<count).map { number in
            let words = (0..<Int.random(in: 6...14, using: &random)).map { _ in
                (0..<3).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
            }
            return "The \(words.joined(separator: " ")) of \(number + 1)."
        }
    }

    private func align(_ source: [String], _ target: [String]) throws -> AlignedPair {
        let pair = Comparer().align(try Pairs.segmented(source, "en"), try Pairs.segmented(target, "en"))
        for side in Side.allCases {
            #expect(pair.ladder.beads.flatMap { Array($0[side]) } == Array(pair[side].segments.indices))
        }
        return pair
    }

    /// The source segments whose bead holds the same sentence on the other side.
    private func matched(_ pair: AlignedPair) -> Set<Int> {
        Set(
            pair.ladder.beads.filter { $0.shape == "1-1" }.compactMap { bead in
                let texts = (pair.source.text(bead.source), pair.target.text(bead.target))
                return texts.0 == texts.1 ? bead.source.lowerBound : nil
            })
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `one in ten lost on either side`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(50, using: &random)
        let lost = (Set(all.indices.filter { $0 % 10 == 3 }), Set(all.indices.filter { $0 % 10 == 7 }))
        let source = all.indices.filter { !lost.0.contains($0) }
        let target = all.indices.filter { !lost.1.contains($0) }
        let pair = try align(source.map { all[$0] }, target.map { all[$0] })
        let nulls = (
            Set(pair.ladder.beads.filter { $0.target.isEmpty }.flatMap { $0.source.map { source[$0] } }),
            Set(pair.ladder.beads.filter { $0.source.isEmpty }.flatMap { $0.target.map { target[$0] } })
        )
        #expect(nulls.0 == lost.1, "seed \(seed)")
        #expect(nulls.1 == lost.0, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `a chapter missing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(45, using: &random)
        let pair = try align(all, Array(all[..<15] + all[30...]))
        #expect(pair.ladder.beads.filter(\.isNull).flatMap { Array($0.source) } == Array(15..<30), "seed \(seed)")
        #expect(matched(pair).count == 30, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `two chapters swapped: one is aligned, the other moved`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(36, using: &random)
        let pair = try align(all, Array(all[..<6] + all[21..<36] + all[6..<21]))
        let moved = Set(pair.moves.flatMap { Array($0.source) })
        #expect(matched(pair).isDisjoint(with: moved), "seed \(seed)")
        #expect(matched(pair).union(moved).count >= 34, "seed \(seed)")
        #expect(
            pair.moves.allSatisfy { pair.source.text($0.source) == pair.target.text($0.target) }, "seed \(seed)")
        let findings = DriftEngine().findings(in: pair).filter { $0.confidence >= 0.5 }
        #expect(findings.filter { $0.check == "moved-segment" }.count <= 2, "seed \(seed)")
        #expect(findings.contains { $0.check == "moved-segment" }, "seed \(seed)")
    }

    @Test(arguments: SeededGenerator.seeds.prefix(2))
    func `a side said twice`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let all = distinct(24, using: &random)
        let pair = try align(all, all + all)
        #expect(matched(pair).count >= 21, "seed \(seed)")
        #expect(pair.ladder.beads.count { $0.source.isEmpty } >= 21, "seed \(seed)")
    }

    @Test func `blank turns and blank segments`() throws {
        let blanks = [String](repeating: "", count: 50)
        _ = try align(blanks, ["One sentence here."])
        _ = try align(["One.", "Two."] + blanks, blanks + ["One.", "Two."])
        let transcript = (0..<50).map { "Minister Anna Berg \($0):" }.joined(separator: "\n\n")
        let spoken = Comparer().compare(
            try Pairs.version(transcript, "en"), try Pairs.version("Minister Anna Berg: Good day.", "en"))
        #expect(spoken.pair.target.segments.count == 1)
    }

    @Test func `texts that do not belong together are said to be so, at once`() throws {
        let reader = VersionReader()
        let comparison = Comparer().compare(
            try reader.read(Project.bytes("corpora/harbour/harbour.en"), path: "harbour.en.txt"),
            try reader.read(Project.bytes("seeds/transcripts/talks.ko.txt"), path: "talks.ko.txt"))
        #expect(comparison.findings.map(\.check) == ["unrelated-text"])
        #expect(comparison.summary.verdict == "These are not versions of one text.")
        #expect(comparison.summary.coverage == (0, 0))
    }

    @Test func `versions in languages far from English are no other texts`() throws {
        let comparison = Comparer().compare(
            try Pairs.segmented(
                [
                    "Le vieux moulin au bord de la rivière appartient depuis peu à une jeune boulangère.",
                    "Elle a peint les volets en bleu et planté des pommiers derrière la grange.",
                    "Chaque samedi, les enfants du village viennent y chercher des brioches encore chaudes.",
                    "Son frère répare la roue, que la crue du printemps avait arrachée de son axe.",
                    "Les voisins lui prêtent volontiers leurs outils, car il travaille avec grand soin.",
                    "À l’automne, la farine du moulin sera vendue sur le marché de la ville voisine.",
                    "Personne n’aurait cru que cette maison abandonnée retrouverait si vite la vie.",
                    "La boulangère rêve déjà d’ouvrir une petite auberge sous les tilleuls.",
                ], "fr"),
            try Pairs.segmented(
                [
                    "河边那座老磨坊不久前归了一位年轻的女面包师。",
                    "她把百叶窗漆成蓝色，还在谷仓后面种了苹果树。",
                    "每逢星期六，村里的孩子们都来这里取热腾腾的奶油面包。",
                    "她的哥哥正在修理水轮，春天的洪水把它从轴上冲掉了。",
                    "邻居们乐意把工具借给他，因为他干活十分细心。",
                    "到了秋天，磨坊的面粉将在邻近城市的集市上出售。",
                    "谁也没想到这座废弃的房子这么快就恢复了生机。",
                    "女面包师已经梦想着在椴树下开一家小客栈。",
                ], "zh"))
        #expect(comparison.findings.isEmpty)
        #expect(comparison.summary.coverage == (1, 1))
    }

    @Test func `a page of a manual whose words are little known is no other text`() throws {
        let comparison = Comparer().compare(
            try Pairs.segmented(
                [
                    "Rotating Chart Labels",
                    "Mark the Slant as drawn field and exit the dialog with OK.",
                    "Modify the number of Label lines and exit the dialog with OK.",
                    "Under Spacing, change the number of Pixel rows and exit the dialog with OK.",
                    "Choose Chart - Label and go to the Slant tab page.",
                    "To tilt all labels",
                    "Open the Axis page.",
                    "To keep labels level",
                    "Tick the Same slant everywhere box to tilt all labels of the axis.",
                    "Related Topics",
                ], "en"),
            try Pairs.segmented(
                [
                    "Kaavion selitteiden kallistus",
                    "Merkitse Kallistus piirretyn mukaan -ruutu ja poistu valintaikkunasta OK:lla.",
                    "Muuta Selitteen rivit -arvoa ja poistu valintaikkunasta OK:lla.",
                    "Muuta Välistys-alueella Kuvapisterivit-arvoa ja poistu valintaikkunasta OK:lla.",
                    "Valitse Kaavio - Selite ja siirry Kallistus-välilehdelle.",
                    "Kaikkien selitteiden kallistus",
                    "Avaa Akseli-sivu.",
                    "Selitteet vaakasuorassa",
                    "Merkitse Sama kallistus kaikkialla -ruutu, jolloin akselin kaikki selitteet kallistuvat.",
                    "Aiheeseen liittyvää",
                ], "fi"))
        #expect(!comparison.findings.map(\.check).contains("unrelated-text"))
    }
}
