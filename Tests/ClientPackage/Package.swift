// swift-tools-version: 6.2
import PackageDescription

// A package of somebody else's that uses Dragoman as a library: CI builds and runs it.
let package = Package(
    name: "client",
    dependencies: [.package(name: "dragoman", path: "../..")],
    targets: [.executableTarget(name: "client", dependencies: [.product(name: "Dragoman", package: "dragoman")])],
    swiftLanguageModes: [.v6]
)
