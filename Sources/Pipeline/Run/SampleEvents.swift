import Casework
import Documents

/// What the register of a case is told of samples: the one place that says what of them is recorded.
package struct SampleEvent: Sendable, Equatable {
  /// `sampel` or `nilai-sampel`.
  package let kind: String
  /// Ids of the findings that were drawn, or answered.
  package let findings: [String]
  /// Facts by name, in the order in which they are written; no personal data.
  package let facts: [(name: String, value: String)]
  /// What a score tells later runs; empty for a draw.
  package var score: [JSONValue.Member] = []
  /// Path inside the run folder and SHA-256 of the file that says it all.
  package let source: Fingerprint

  package static func == (a: Self, b: Self) -> Bool {
    a.kind == b.kind && a.findings == b.findings && a.source == b.source && a.score == b.score
      && a.facts.elementsEqual(b.facts) { $0.name == $1.name && $0.value == $1.value }
  }
}

extension SampleEvent {
  /// Adds the event to the register of the run's case, which is begun where there is none; returns once it is on the disk.
  package func record(of runFolder: String, by writer: CaseRegister.Writer) throws(RunFailure) {
    guard let kind = RegisterEvent.Kind(rawValue: kind) else { preconditionFailure("an event of samples has a kind") }
    let register = CaseRegister(casePath: try Manifest(runFolder: runFolder).standingCase(of: runFolder))
    try CaseRegister.append(
      [
        RegisterEvent(
          kind, by: writer.stamp, findings: findings,
          content: facts.map { JSONValue.Member(key: $0.name, value: .string($0.value)) } + score,
          source: .init(file: source.name, sha256: source.sha256))
      ], to: try register.open(writer))
  }
}
