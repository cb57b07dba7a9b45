/// One thing that is wrong in `padan.yaml`, with the line on which it stands.
package struct PlanFault: Error, Sendable, Equatable, Comparable {
  package var line: Int
  package var sentence: String

  package init(line: Int, sentence: String) {
    self.line = line
    self.sentence = sentence
  }

  package static func < (a: PlanFault, b: PlanFault) -> Bool {
    (a.line, a.sentence) < (b.line, b.sentence)
  }
}

/// All faults of a plan, reported together: nothing was run.
package struct PlanFaults: Error, Sendable, Equatable {
  package var file: String
  package var faults: [PlanFault]

  package init(file: String, faults: [PlanFault]) {
    self.file = file
    self.faults = faults.sorted()
  }

  package var message: String {
    let head = "\(file): ditemukan \(faults.count) kesalahan; tidak ada yang dijalankan."
    return ([head] + faults.map { "  baris \($0.line): \($0.sentence)" }).joined(separator: "\n")
  }
}
