// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "padan",
  products: [.executable(name: "padan", targets: ["padan"])],
  traits: [
    .trait(name: "OfficeFiles", description: "Reads XLSX, XML, gzip and zip; needs the headers of zlib and libxml2.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Intrinsics that Swift does not offer (byte masks, prefetch, the allocator): static inline functions in one header.
    .target(name: "CIntrinsics"),
    // What is bound to the operating system: one file for each.
    .module("Platform", ["CIntrinsics"]),
    .module("RollModel", ["Platform", "CIntrinsics"]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .module(
      "Documents",
      [
        "Platform", "CIntrinsics", .target(name: "CZlib", condition: .when(traits: ["OfficeFiles"])),
        .target(name: "CLibXML2", condition: .when(traits: ["OfficeFiles"])),
      ]),
    .module("Normalizers", ["RollModel", "CIntrinsics"]),
    .module("Similarity", ["RollModel"]),
    .module(
      "Readers", ["RollModel", "Documents", "Normalizers", "CIntrinsics"], resources: [.embedInCode("Layouts")]),
    .module("Matchers", ["RollModel", "Platform", "Similarity", "CIntrinsics"]),
    .module("Rules", ["RollModel", "Platform", "Normalizers", "Similarity"], resources: [.embedInCode("Mortality")]),
    .module(
      "Reports",
      [
        "RollModel", "Documents", .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], resources: [.embedInCode("Templates"), .embedInCode("Web")]),
    .module(
      "Casework",
      ["RollModel", "Platform", "Documents", "Similarity", .product(name: "Crypto", package: "swift-crypto")]),
    .module(
      "Joining", ["RollModel", "Platform", "Documents", "Matchers", .product(name: "Crypto", package: "swift-crypto")]),
    .module(
      "Pipeline",
      [
        "RollModel", "Platform", "Documents", "Normalizers", "Readers", "Matchers", "Rules", "Reports", "Casework",
        "Joining",
        .product(name: "Crypto", package: "swift-crypto"), "Yams",
      ]),
    .module("SampleRolls", ["RollModel", "Platform", "Documents"]),
    .executableTarget(
      name: "padan",
      dependencies: [
        "RollModel", "Platform", "Pipeline", "SampleRolls", "Casework", "Joining", "Rules", "Reports", "Documents",
        "CIntrinsics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: Target.house),
    // Tables of what each part of the matching is worth; no part of the product.
    .executableTarget(
      name: "Ablation", dependencies: ["RollModel", "Readers", "Matchers", "SampleRolls"], path: "Benchmarks/Ablation",
      swiftSettings: Target.house),
    // Tests
    .target(
      name: "TestSupport", dependencies: ["RollModel", "Documents"], path: "Tests/Support",
      swiftSettings: Target.house),
    .tests("RollModel"),
    .tests("Documents", ["RollModel"]),
    .tests("Normalizers", ["RollModel"]),
    .tests("Similarity", ["RollModel"]),
    .tests("Readers", ["RollModel", "Documents", "Normalizers"]),
    .tests("Matchers", ["RollModel", "Platform", "Similarity"]),
    .tests("Rules", ["RollModel", "Readers", "Matchers", "Pipeline"]),
    .tests("Reports", ["RollModel", "Documents", "Rules"]),
    .tests("Casework", ["RollModel", "Platform", "Documents"]),
    .tests("Joining", ["RollModel", "Documents", "Matchers"]),
    .tests(
      "Pipeline", ["RollModel", "Documents", "Readers", "Matchers", "Rules", "Reports", "Casework", "SampleRolls"]),
    .tests("SampleRolls", ["RollModel", "Documents"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "RollModel", "Documents", "Casework", "padan"],
      path: "Tests/CommandTests",
      swiftSettings: Target.house),
    .testTarget(
      name: "ProjectTests", dependencies: ["TestSupport", "RollModel", "Rules", "Reports", "padan"],
      path: "Tests/ProjectTests", swiftSettings: Target.house),
  ],
  swiftLanguageModes: [.v6]
)

extension Target {
  static var house: [SwiftSetting] {
    [
      .treatAllWarnings(as: .error),
      // Hot loops cross module borders once a batch; small accessors of RollModel are read from everywhere.
      .unsafeFlags(["-cross-module-optimization"] + processor, .when(configuration: .release)),
    ]
  }

  /// x86-64 with POPCNT (every processor since 2009): rejecting pairs of names counts letters, a dozen times a pair.
  static var processor: [String] {
    #if arch(x86_64)
      ["-Xcc", "-march=x86-64-v2"]
    #else
      []
    #endif
  }

  static func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
  ) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
  }

  static func tests(_ module: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
      name: module + "Tests", dependencies: [.target(name: module), "TestSupport"] + dependencies,
      path: "Tests/" + module + "Tests", swiftSettings: house)
  }
}
