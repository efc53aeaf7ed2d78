// swift-tools-version: 6.2
// The modules in the order in which a document passes through them; each depends only on modules above it.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "suoyin",
  products: [.executable(name: "suoyin", targets: ["suoyin"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "ICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "CXapian", linkerSettings: [.linkedLibrary("xapian")]),
    .target(name: "Xapian", dependencies: ["CXapian"], swiftSettings: strict),
    .target(name: "Archive", swiftSettings: strict),
    .target(
      name: "Ingestion",
      dependencies: ["ICU", "Archive", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "Analysis", dependencies: ["ICU", "Archive"], swiftSettings: strict),
    .target(
      name: "Indexing", dependencies: ["ICU", "Xapian", "Archive", "Ingestion", "Analysis"], swiftSettings: strict),
    .target(name: "API", swiftSettings: strict),
    .target(
      name: "Searching", dependencies: ["ICU", "Xapian", "Archive", "Analysis", "Indexing", "API"],
      swiftSettings: strict),
    .target(
      name: "Service",
      dependencies: [
        "Xapian", "Indexing", "API", "Searching",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
      ],
      resources: [.embedInCode("openapi.json")],
      swiftSettings: strict),
    .target(name: "Client", dependencies: ["API"], swiftSettings: strict),
    .executableTarget(
      name: "suoyin",
      dependencies: [
        "ICU", "Archive", "Ingestion", "Analysis", "Indexing", "API", "Searching", "Service", "Client",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Archive", "Client"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "DamageSupport", dependencies: ["ICU", "Archive", "Ingestion", "TestSupport"],
      path: "Tests/DamageSupport", swiftSettings: strict),
    .target(name: "BareLoops", path: "Scripts/BareLoops", linkerSettings: [.linkedLibrary("xapian")]),
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "ICU", "Xapian", "Archive", "Ingestion", "Analysis", "Indexing", "API", "Searching", "Service", "Client",
        "TestSupport", "DamageSupport", "BareLoops",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Scripts/Benchmark", swiftSettings: strict),

    .testTarget(name: "ICUTests", dependencies: ["ICU", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "XapianTests", dependencies: ["Xapian", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "DamageSupportTests", dependencies: ["DamageSupport", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IngestionTests", dependencies: ["ICU", "Ingestion", "Archive", "TestSupport", "DamageSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "ICU", "Archive", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IndexingTests",
      dependencies: ["Indexing", "Ingestion", "Analysis", "Archive", "Xapian", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SearchingTests",
      dependencies: ["Xapian", "Searching", "Indexing", "Analysis", "Archive", "API", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "Service", "Client", "Searching", "Indexing", "Xapian", "API", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "suoyin", "Client", "API", "TestSupport", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
