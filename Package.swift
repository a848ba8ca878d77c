// swift-tools-version: 6.3
import PackageDescription

/// The rooms of Hakusho, each importing only from those above it in this list.
let package = Package(
    name: "hakusho",
    products: [.executable(name: "hakusho", targets: ["hakusho"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(
            name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(
            name: "Core",
            dependencies: [
                "CLinux",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "Markdown", dependencies: ["Core", "CCMarkGFM"]),
        .target(
            name: "Content",
            dependencies: [
                "Core", "Markdown",
                .product(name: "Yams", package: "Yams"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "Labels", dependencies: ["Core", "Content"]),
        .target(name: "Links", dependencies: ["Core", "Content", "Markdown"]),
        .target(
            name: "ExternalLinks",
            dependencies: [
                "Core", "Content", "Markdown", "Links",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "FilePolicy",
            dependencies: [
                "Core", "CZlib", "CExpat", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Scanning",
            dependencies: [
                "CLinux", "Core", "Content", "FilePolicy",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "Uploads", dependencies: ["Core", "Content"]),
        .target(name: "Comparison", dependencies: ["Core", "Markdown"]),
        .target(name: "Editorial", dependencies: ["Core", "Markdown"]),
        .target(
            name: "Whitepapers",
            dependencies: ["Core", "Content", "Markdown", "Labels", "Comparison", "Editorial"],
            exclude: ["Exports/README.md", "Exports/whitepaper.schema.json"]),
        .target(
            name: "Printing",
            dependencies: ["Core", .product(name: "SystemPackage", package: "swift-system")]),
        .target(
            name: "Theming",
            dependencies: ["Core", "Content", "Markdown"],
            plugins: ["EmbedThemePlugin"]),
        .executableTarget(name: "EmbedTheme"),
        .plugin(
            name: "EmbedThemePlugin", capability: .buildTool(), dependencies: ["EmbedTheme"],
            path: "Sources/EmbedThemePlugin"),
        .target(
            name: "Building",
            dependencies: [
                "Core", "Markdown", "Content", "FilePolicy", "Labels", "Uploads", "Links",
                "Comparison", "Whitepapers", "Printing", "Theming",
            ]),
        .target(
            name: "Publishing",
            dependencies: [
                "Core", "Building", "Links", "Scanning",
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "WebServers", dependencies: ["Core", "Content", "Links"]),
        .target(
            name: "Previewing",
            dependencies: [
                "Core", "Content", "Labels", "Printing", "Building", "WebServers",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.embedInCode("Panel/preview.js"), .embedInCode("Panel/preview.css")]),
        .executableTarget(
            name: "hakusho",
            dependencies: [
                "CJemalloc", "CLinux", "Core", "Markdown", "Content", "Labels", "Links",
                "ExternalLinks", "FilePolicy", "Printing", "Scanning", "Comparison", "Whitepapers",
                "Building", "Publishing", "Previewing", "WebServers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "TestSupport",
            dependencies: ["CZlib", .product(name: "SystemPackage", package: "swift-system")],
            path: "Tests/TestSupport"),
        .target(
            name: "SiteFixtures", dependencies: ["Core", "Building", "TestSupport"],
            path: "Tests/SiteFixtures"),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Core", "Markdown", "Content", "Links", "Comparison", "Theming", "TestSupport",
            ],
            path: "Tests/Benchmarks/Parts"),
        .target(
            name: "Browser",
            dependencies: [
                "TestSupport",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            path: "Tests/Browser"),
        .executableTarget(
            name: "Fuzzing",
            dependencies: [
                "CZlib", "Core", "Content", "Markdown", "FilePolicy", "Scanning", "TestSupport",
            ],
            path: "Tests/Fuzzing",
            exclude: ["README.md", "Seeds"]),
        .testTarget(
            name: "CoreTests",
            dependencies: [
                "Core", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Core"]),
        .testTarget(
            name: "ContentTests",
            dependencies: ["Content", "Core", "Building", "TestSupport", "SiteFixtures"]),
        .testTarget(
            name: "LabelsTests",
            dependencies: [
                "Labels", "Content", "Core", "Building", "TestSupport", "SiteFixtures",
            ]),
        .testTarget(
            name: "LinksTests",
            dependencies: [
                "Links", "Content", "Core", "Building", "TestSupport", "SiteFixtures",
            ]),
        .testTarget(
            name: "ExternalLinksTests",
            dependencies: [
                "ExternalLinks", "Content", "Core", "Links", "TestSupport",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .testTarget(
            name: "FilePolicyTests", dependencies: ["FilePolicy", "Core", "TestSupport"]),
        .testTarget(
            name: "ScanningTests",
            dependencies: [
                "Scanning", "Content", "Core", "TestSupport",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing"]),
        .testTarget(
            name: "WebServersTests",
            dependencies: ["WebServers", "Content", "Links", "Core", "TestSupport"]),
        .testTarget(name: "PreviewingTests", dependencies: ["Previewing", "Core", "TestSupport"]),
        .testTarget(
            name: "BuildingTests",
            dependencies: ["Building", "Content", "Core", "Labels", "TestSupport", "SiteFixtures"]),
        .testTarget(name: "PrintingTests", dependencies: ["Printing", "Core", "TestSupport"]),
        .testTarget(
            name: "ThemingTests",
            dependencies: [
                "Theming", "Core", "TestSupport",
                // Only the yardstick for Theming's own renderer.
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .testTarget(
            name: "ComparisonTests",
            dependencies: ["Comparison", "Markdown", "Core", "TestSupport"]),
        .testTarget(
            name: "WhitepapersTests",
            dependencies: [
                "Whitepapers", "Building", "Core", "Content", "Markdown", "TestSupport",
                "SiteFixtures",
            ]),
        .testTarget(
            name: "WhitepaperExportTests",
            dependencies: ["Whitepapers", "Content", "Markdown", "Core", "TestSupport"]),
        .testTarget(
            name: "EditorialTests", dependencies: ["Editorial", "Markdown", "Core", "TestSupport"]),
        .testTarget(
            name: "WhitepaperCheckTests",
            dependencies: [
                "Whitepapers", "Editorial", "Content", "Markdown", "Core", "TestSupport",
            ]),
        .testTarget(name: "LauncherTests", dependencies: ["TestSupport"]),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Publishing", "Core", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "BrowserTests", dependencies: ["Browser", "TestSupport"]),
        .testTarget(
            name: "MistakeTests",
            dependencies: ["Building", "Core", "TestSupport", "SiteFixtures"],
            exclude: ["Bases", "Messages.md", "Mistakes"]),
        .testTarget(
            name: "hakushoTests",
            dependencies: ["hakusho", "Building", "Core", "TestSupport", "SiteFixtures"]),
    ])

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
