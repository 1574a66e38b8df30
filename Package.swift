// swift-tools-version: 6.2
import PackageDescription

// The languages that have a file in Sources/Segmentation/Resources/lexicon.
let lexicons = [
    "common",
    "af", "ar", "ast", "bg", "bn", "ca", "crh", "cs", "da", "de", "el", "en", "es", "et",
    "fa", "fi", "fr", "he", "hi", "hr", "ht", "hu", "hy", "id", "is", "it", "kk", "ko", "lt",
    "lv", "ml", "mr", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta",
    "th", "tr", "uk", "ur", "vi",
]

// Each room imports only what its line here allows; CONTRIBUTING.md holds the map.
let package = Package(
    name: "dragoman",
    products: [
        .executable(name: "dragoman", targets: ["dragoman"]),
        .library(
            name: "Dragoman",
            targets: [
                "Bitext", "Formats", "Segmentation", "Facts", "Semantics", "Embeddings", "Aligning", "Drift", "Corpus",
                "Reporting",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
        .target(name: "ICU", dependencies: ["CICU"]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "XML", dependencies: ["CXML"]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
        .target(name: "HTTP", dependencies: ["CCurl"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Gzip", dependencies: ["CZlib"]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .target(name: "Zip", dependencies: ["CZip"]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "YAML", dependencies: ["CYAML"]),
        .target(name: "Bitext"),
        .target(
            name: "Formats", dependencies: ["Bitext", "ICU", "XML", "YAML", "Zip"],
            resources: [.embedInCode("Resources/marks.tsv"), .embedInCode("Resources/furniture.tsv")]),
        .target(
            name: "Segmentation", dependencies: ["Bitext", "ICU"],
            resources: lexicons.map { .embedInCode("Resources/lexicon/\($0).tsv") }),
        .target(
            name: "Facts", dependencies: ["Bitext", "ICU"],
            resources: [
                "cities", "demonyms", "fact-hints", "magnitude-words", "measure-words", "name-forms", "negation",
                "number-words", "region-names", "relative-times", "scale-words", "time-words", "toxic-words",
                "traditional-names",
            ].map {
                .embedInCode("Resources/\($0).tsv")
            }),
        .target(
            name: "Semantics", dependencies: ["Bitext", "ICU"], exclude: ["Resources/NOTICE.md"],
            resources: [
                .embedInCode("Resources/function-words.tsv"), .embedInCode("Resources/language-grams.tsv"),
                .embedInCode("Resources/language-norms.tsv"), .embedInCode("Resources/look-alikes.tsv"),
                .copy("Resources/vectors.bin"),
            ]),
        .target(
            name: "Embeddings",
            dependencies: ["HTTP", "Semantics", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Aligning", dependencies: ["Bitext", "Semantics", "Facts"]),
        .target(
            name: "Drift", dependencies: ["Bitext", "Facts", "Semantics"],
            resources: [
                .embedInCode("Resources/causes.tsv"), .embedInCode("Resources/precision.tsv"),
                .embedInCode("Resources/units.tsv"), .embedInCode("Resources/decades.tsv"),
                .embedInCode("Resources/doubled-words.tsv"), .embedInCode("Resources/list-words.tsv"),
                .embedInCode("Resources/opposites.tsv"),
                .embedInCode("Resources/question-words.tsv"), .embedInCode("Resources/loanwords.tsv"),
            ]),
        .target(
            name: "Corpus",
            dependencies: [
                "Bitext", "ICU", "Formats", "Segmentation", "Facts", "Semantics", "Embeddings", "Aligning", "Drift",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        .target(
            name: "Reporting",
            dependencies: [
                "Bitext", "ICU", "Facts", "Drift", "Corpus", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Resources/report.mustache"), .embedInCode("Resources/report.css"),
                .embedInCode("Resources/report.js"),
                .embedInCode("Resources/junit.mustache"), .embedInCode("Resources/index.mustache"),
                .embedInCode("Resources/choice.mustache"),
            ]),
        .executableTarget(
            name: "dragoman",
            dependencies: [
                "Bitext", "Formats", "Gzip", "Segmentation", "Facts", "Semantics", "Embeddings", "Aligning", "Drift",
                "Corpus", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(
            name: "TestSupport", dependencies: ["Bitext", "CZip", "Corpus", "Drift", "Formats"],
            path: "Tests/TestSupport"),
        .testTarget(name: "ICUTests", dependencies: ["ICU", "TestSupport"]),
        .testTarget(name: "XMLTests", dependencies: ["TestSupport", "XML"]),
        .testTarget(name: "YAMLTests", dependencies: ["TestSupport", "YAML"]),
        .testTarget(name: "ZipTests", dependencies: ["TestSupport", "Zip"]),
        .testTarget(name: "BitextTests", dependencies: ["Bitext", "TestSupport"]),
        .testTarget(name: "FormatsTests", dependencies: ["Bitext", "Formats", "TestSupport"]),
        .testTarget(
            name: "SegmentationTests",
            dependencies: ["Bitext", "Drift", "Facts", "Formats", "Segmentation", "TestSupport"]),
        .testTarget(
            name: "FactsTests", dependencies: ["Bitext", "Corpus", "Drift", "Facts", "ICU", "TestSupport"],
            exclude: ["Cases"]),
        .testTarget(name: "SemanticsTests", dependencies: ["Bitext", "Semantics", "TestSupport"]),
        .testTarget(
            name: "EmbeddingsTests", dependencies: ["Embeddings", "HTTP", "Semantics", "TestSupport"],
            exclude: ["server.py"]),
        .testTarget(
            name: "AligningTests",
            dependencies: ["Aligning", "Bitext", "Corpus", "Drift", "Formats", "TestSupport"]),
        .testTarget(name: "DriftTests", dependencies: ["Bitext", "Corpus", "Drift", "Formats", "TestSupport"]),
        .testTarget(name: "CorpusTests", dependencies: ["Bitext", "Corpus", "Drift", "Formats", "TestSupport"]),
        .testTarget(
            name: "ReportingTests", dependencies: ["Bitext", "Corpus", "Drift", "Formats", "Reporting", "TestSupport"],
            exclude: ["Goldens"]),
        .testTarget(name: "EndToEndTests", dependencies: ["dragoman", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
