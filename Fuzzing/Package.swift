// swift-tools-version: 6.2
import PackageDescription

/// The modules that read files, compiled so that libFuzzer sees which of their branches ran; `make fuzz` builds and runs.
///
/// A package of its own, so that no other build carries the instruments; `Sources` links to the modules of the product.
let package = Package(
  name: "Fuzzing",
  targets: [
    .target(name: "CIntrinsics"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .watched("Platform", ["CIntrinsics"]),
    .watched("RollModel", ["Platform", "CIntrinsics"]),
    .watched("Documents", ["Platform", "CIntrinsics", "CZlib", "CLibXML2"]),
    .watched("Normalizers", ["RollModel", "CIntrinsics"]),
    .watched(
      "Readers", ["RollModel", "Documents", "Normalizers", "CIntrinsics"], resources: [.embedInCode("Layouts")]),
    .executableTarget(
      name: "Fuzz", dependencies: ["RollModel", "Platform", "Documents", "Readers"], path: "Fuzz",
      swiftSettings: [.define("OfficeFiles")]),
  ],
  swiftLanguageModes: [.v6]
)

extension Target {
  static func watched(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
  ) -> Target {
    .target(
      name: name, dependencies: dependencies, resources: resources,
      swiftSettings: [.define("OfficeFiles"), .unsafeFlags(["-sanitize=fuzzer"])])
  }
}
