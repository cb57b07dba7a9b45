import Documents
import RollModel

/// Who a decision was about, as hashes under the register's key: the person, the other row of the finding, and the two
/// together. None is of one thing alone, so that nothing can be tried out by itself.
///
/// Two things in common are the same person: NIK with name, birth date or family; name with birth date and desa, or with
/// family; what KPU's system calls the row with any of these. Not birth date and family, which twins share, nor name alone,
/// which namesakes do. Beside the very same other row, less is enough: the whole NIK, or the birth date with family or desa.
package struct TraitMarks: Sendable, Equatable {
  /// Of the finding's person.
  package private(set) var own: Set<String> = []
  /// Of the row beside it: a death, a move, or the other row of a double.
  package private(set) var other: Set<String> = []
  /// Of the little that is left of one beside all of the other, whichever of the two it is. Where there is no other: of birth
  /// date and family, which is the person only where nobody else of the list bears one of `own`.
  package private(set) var joint: Set<String> = []

  package var isEmpty: Bool { own.isEmpty && other.isEmpty && joint.isEmpty }
  /// Of either row.
  package var all: Set<String> { own.union(other) }

  package init() {}

  /// - Parameter other: the row beside it; nil where there is none.
  package init(_ key: KeyedHash, _ own: PersonTraits, beside other: PersonTraits?) {
    self.own = Self.marks(key, own.marks)
    guard let other else {
      joint = Self.marks(key, own.family.isEmpty || own.birth.isEmpty ? [] : [["sendiri", own.birth, own.family]])
      return
    }
    self.other = Self.marks(key, other.marks)
    joint = Self.marks(key, own.hints(beside: other) + other.hints(beside: own))
  }

  /// - Parameter facts: as a line of the register holds them; lines of earlier versions have no such marks.
  init(_ facts: JSONValue) {
    let marks = facts[Self.member]
    func texts(_ name: String) -> Set<String> {
      Set((marks?.items(name) ?? []).compactMap { if case .string(let text) = $0 { text } else { nil } })
    }
    (own, other, joint) = (texts("diri"), texts("lain"), texts("berdua"))
  }

  var members: [JSONValue.Member] {
    guard !isEmpty else { return [] }
    let named = [("diri", own), ("lain", other), ("berdua", joint)].filter { !$0.1.isEmpty }
    let value = JSONValue.object(named.map { .init($0.0, $0.1.sorted().map { .string($0) }) })
    return [JSONValue.Member(key: Self.member, value: value)]
  }

  /// Whether the two rows have changed places since: what told the other one alone is now the person's.
  package func isTurned(in now: TraitMarks) -> Bool {
    !now.own.isDisjoint(with: other.subtracting(own)) && now.own.isDisjoint(with: own.subtracting(other))
  }

  private static func marks(_ key: KeyedHash, _ parts: [[String]]) -> Set<String> {
    Set(parts.map { String(KeyedHash.text(key.of(texts: $0)).prefix(digits)) })
  }

  private static let member = "tanda"
  /// Hexadecimal digits of a mark: forty-eight bits.
  private static let digits = 12
}

extension PersonTraits {
  /// How many pairs of things that tell one person are the same on both; none means that it may be another person.
  package func shared(with other: PersonTraits) -> Int {
    let theirs = other.marks
    return marks.count { theirs.contains($0) }
  }

  /// Two things each that tell one person.
  fileprivate var marks: [[String]] {
    let pairs = [
      ["nik", number, "lahir", birth], ["nik", number, "nama", name], ["nkk", family, "nama", name],
      ["nik", isWhole ? number : "", "nkk", family],
      ["dp", rollID, "nik", number], ["dp", rollID, "nama", name], ["dp", rollID, "lahir", birth],
      ["dp", rollID, "nkk", family],
    ]
    let triple = ["nama", name, "lahir", birth, "desa", desa]
    return (pairs + [triple]).filter { !$0.contains("") }
  }

  /// What tells one person beside a row that is the very same; nothing where that row says no two things itself.
  fileprivate func hints(beside row: PersonTraits) -> [[String]] {
    let whole = [row.number, row.name, row.birth, row.family, row.desa]
    guard whole.count(where: { !$0.isEmpty }) > 1 else { return [] }
    return [["nik", isWhole ? number : ""], ["lahir", birth, "nkk", family], ["lahir", birth, "desa", desa]]
      .filter { !$0.contains("") }.map { $0 + ["baris"] + whole }
  }
}
