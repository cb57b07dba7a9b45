/// What this build is, and what is built into it.
package enum Version {
  package static let current = "0.1.0"

  /// The Swift packages that the binary holds, by name; a project test compares them with `Package.resolved`.
  package static let dependencies: [(name: String, version: String)] = [
    ("swift-argument-parser", "1.8.2"),
    ("swift-asn1", "1.7.4"),
    ("swift-crypto", "4.5.2"),
    ("swift-mustache", "2.1.1"),
    ("yams", "6.2.2"),
  ]
}
