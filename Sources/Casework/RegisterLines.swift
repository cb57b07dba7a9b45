import Documents

/// Events of `register.jsonl` as its lines state them, for who asks after certain findings; nothing is checked or changed.
package enum RegisterLines {
  package static let fileName = "register.jsonl"

  package struct Event: Sendable {
    package let time, kind, by: String
    package let findings: Set<String>
    /// What a decision decided, or the number of a letter; empty for others.
    package let what: String
  }

  /// The events that name any of `ids`, in the order of the file; nil where it cannot be read. Lines that are no event are
  /// passed over: who writes the register tells of them.
  package static func events(of ids: Set<String>, in path: String) -> [Event]? {
    guard !ids.isEmpty else { return [] }
    var events: [Event] = []
    let isRead = read(path) { value, named in
      let own = ids.intersection(named)
      guard !own.isEmpty else { return }
      let content = value["isi"]
      events.append(
        Event(
          time: value.text("waktu") ?? "", kind: value.text("jenis") ?? "", by: value.text("oleh") ?? "",
          findings: own, what: content?.text("keputusan") ?? content?.text("nomor") ?? ""))
    }
    return isRead ? events : nil
  }

  /// All findings that events of one kind name; none where there is no register.
  package static func findings(ofKind kind: String, in path: String) -> Set<String> {
    var found: Set<String> = []
    _ = read(path) { value, named in
      if value.text("jenis") == kind { found.formUnion(named) }
    }
    return found
  }

  /// Hands every line that is an object to `body`, with the findings that it names; false where the file cannot be read.
  private static func read(_ path: String, _ body: (JSONValue, [String]) -> Void) -> Bool {
    guard let file = try? FileBytes(path: path) else { return false }
    var start = 0
    while start < file.count {
      let end = file.bytes[start...].firstIndex(of: 10) ?? file.count
      defer { start = end + 1 }
      guard let value = try? JSONValue(file.bytes[start..<end]) else { continue }
      body(value, value.items("temuan").compactMap { item in if case .string(let id) = item { id } else { nil } })
    }
    return true
  }
}
