import Documents

/// A letter as the register keeps it: its number and day, and its findings by class and kecamatan.
package struct SentLetter: Sendable, Equatable {
  package struct Group: Sendable, Equatable {
    /// `TMS`, `MS` or `ubah`.
    package var label: String
    package var kecamatan: String
    package var entries: [LetterEntry]

    package init(label: String, kecamatan: String, entries: [LetterEntry]) {
      (self.label, self.kecamatan, self.entries) = (label, kecamatan, entries)
    }
  }

  /// Place of its line in the register.
  package let place: Int
  package let number: String
  package let day: String
  package let kind: String
  package let recipient: String
  /// Name of the run folder that it was written from.
  package let run: String
  package private(set) var groups: [Group]
  /// Ids that were taken back after the letter.
  package private(set) var withdrawn: Set<String> = []

  /// The one kind that asks for something of persons it names: an appeal has counts only.
  private static let asking = "saran-perbaikan"

  /// Whether its findings are followed up: a PPK gets a copy of what the KPU is asked for.
  package var asks: Bool { kind == Self.asking && !recipient.hasPrefix("PPK") }

  /// Whether it takes back what letters before it asked for.
  package var takesBack: Bool { kind == "penarikan" }

  package var ids: [String] { groups.flatMap { $0.entries.map(\.id) } }

  /// Its number as tables print it; one that is still to be filled in has the line of the register, which is its own.
  package var shownNumber: String {
    let isNumbered = !number.isEmpty && !number.contains("[nomor]")
    return isNumbered ? number : "\(number.isEmpty ? "tanpa nomor" : number) (register baris \(place))"
  }

  /// The letter of a line of the register.
  init?(_ event: RegisterEvent) {
    guard event.kind == .letter else { return nil }
    place = event.number
    number = event.text("nomor")
    day = event.text("tanggal")
    kind = event.text("macam")
    recipient = event.text("penerima")
    run = event.text("hasil")
    groups = event.items("kelas").map { item in
      Group(
        label: item.text("kelas") ?? "", kecamatan: item.text("kecamatan") ?? "",
        entries: item.items("temuan").compactMap(LetterEntry.init(_:)))
    }
  }

  /// The content of its line.
  package static func content(
    number: String, day: String, kind: String, recipient: String, run: String, groups: [Group]
  ) -> [JSONValue.Member] {
    [
      .init("nomor", number), .init("tanggal", day), .init("macam", kind), .init("penerima", recipient),
      .init("hasil", run),
      .init(
        "kelas",
        groups.map { group in
          .object([
            .init("kelas", group.label), .init("kecamatan", group.kecamatan),
            .init("temuan", group.entries.map(\.json)),
          ])
        }),
    ]
  }

  mutating func withdraw(_ id: String) { if ids.contains(id) { withdrawn.insert(id) } }

  mutating func withdraw(_ some: Set<String>) { withdrawn.formUnion(some.intersection(ids)) }
}
