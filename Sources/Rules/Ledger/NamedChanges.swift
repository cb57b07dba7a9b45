import RollModel

/// What the two rolls show by name of the parts of a change recap.
///
/// Some of it a recap may count in two ways: those who came from another desa or station as new or not, those who are gone
/// without a code as struck or not, those of code 8 as struck and new elsewhere. So each part is a range; what lies outside
/// of it is counted in no way.
struct NamedChanges {
  struct Range {
    var least: RollFlow.Count
    var most: RollFlow.Count

    /// How far a number lies outside; 0 within.
    fileprivate func gap(_ value: Int?, _ part: (RollFlow.Count) -> Int) -> Int? {
      value.map { $0 < part(least) ? $0 - part(least) : $0 > part(most) ? $0 - part(most) : 0 }
    }

    fileprivate var isExact: Bool { (least.men, least.women) == (most.men, most.women) }

    fileprivate func words(hasSexes: Bool) -> String {
      let sexes = " (L \(Self.words(least.men, most.men)), P \(Self.words(least.women, most.women)))"
      return Self.words(least.all, most.all) + (hasSexes ? sexes : "")
    }

    private static func words(_ least: Int, _ most: Int) -> String {
      least == most ? "\(least)" : "\(least) sampai \(most)"
    }
  }

  private let parts: [(name: String, written: WrittenCount, named: Range)]
  private let hasSexes: Bool

  /// - Parameters:
  ///   - flow: of the area.
  ///   - coded: rows of the roll in the area by code.
  init(_ recap: RecapChanges, _ flow: RollFlow, coded: [TMSCode: RollFlow.Count], hasSexes: Bool) {
    self.hasSexes = hasSexes
    let none = RollFlow.Count()
    let misplaced = coded[.wrongStation] ?? none
    let struckInAll = coded.reduce(none) { $1.key.removes ? $0 + $1.value : $0 }
    let lost = flow.gone + flow.doubles
    var parts: [(String, WrittenCount, Range)] = [
      ("sebelumnya", recap.before, Range(least: flow.before, most: flow.before)),
      (
        "baru", recap.new,
        // Who changed number, name and date at once seems gone and new.
        Range(least: flow.new - lost, most: flow.new + flow.came + flow.back + misplaced + (struckInAll - flow.struck))
      ),
      ("TMS", recap.struck, Range(least: flow.struck, most: struckInAll + flow.left + lost + misplaced)),
    ]
    for code in TMSCode.allCases {
      guard let written = recap.struckByCode[code] else { continue }
      let leaving = [.moved, .wrongStation].contains(code) ? flow.left : none
      parts.append(
        (
          "TMS \(code.label)", written,
          Range(least: flow.struckByCode[code] ?? none, most: (coded[code] ?? none) + lost + leaving)
        ))
    }
    self.parts = parts
  }

  /// The largest number by which a part lies outside of its range; 0 where none does.
  var widest: Int {
    parts.flatMap { gaps($0.written, $0.named) }.reduce(0) { max($0, abs($1 ?? 0)) }
  }

  private func gaps(_ written: WrittenCount, _ named: Range) -> [Int?] {
    [
      named.gap(written.all, \.all), hasSexes ? named.gap(written.men, \.men) : nil,
      hasSexes ? named.gap(written.women, \.women) : nil,
    ]
  }

  /// Each part that differs, in words.
  var differences: [String] {
    parts.compactMap { name, written, named in
      let gaps = gaps(written, named)
      guard gaps.contains(where: { $0 ?? 0 != 0 }) else { return nil }
      let hasSexes = hasSexes && written.men != nil && written.women != nil
      let sexes = hasSexes ? " (L \(signed(gaps[1] ?? 0)), P \(signed(gaps[2] ?? 0)))" : ""
      return "\(name) \(written.words), menurut nama \(named.words(hasSexes: hasSexes)): "
        + "selisih \(named.isExact ? "" : "paling sedikit ")\(signed(gaps[0] ?? 0))\(sexes)"
    }
  }
}

extension RollFlow.Count {
  /// Never below zero.
  fileprivate static func - (a: Self, b: Self) -> Self {
    Self(men: max(0, a.men - b.men), women: max(0, a.women - b.women))
  }
}
