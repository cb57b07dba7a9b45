import Platform
import RollModel

/// Puts a scored comparison into lines of bits that sum to its odds, and into a sentence.
///
/// One line a token of the name, one a field, one for every correction; nothing that moves the odds is left out.
struct Explainer {
  private let set: RecordSet
  private let likelihoods: Likelihoods
  private let chances: Chances
  private let tables: Model.Tables

  init(_ model: Model, _ set: RecordSet) {
    self.set = set
    likelihoods = model.likelihoods
    chances = model.chances
    tables = model.tables()
  }

  /// Lines of a pair within the roll.
  func lines(_ c: Comparison, _ parts: Model.Parts, _ alignment: NameAlignment) -> [EvidenceLine] {
    [EvidenceLine(Words.prior, Words.twoRows, parts.prior)] + evidence(c, parts, alignment)
  }

  /// Lines of a link; `others` is the chance (share) that the row means another candidate or nobody on the roll.
  func lines(
    _ c: Comparison, _ parts: Model.Parts, _ alignment: NameAlignment, others: Double
  ) -> [EvidenceLine] {
    [
      EvidenceLine(Words.prior, Words.rowAndVoter, parts.prior),
      EvidenceLine(Words.others, Words.nobody, -log2(others)),
    ]
      + evidence(c, parts, alignment)
  }

  private func evidence(_ c: Comparison, _ parts: Model.Parts, _ alignment: NameAlignment) -> [EvidenceLine] {
    var lines = names(c, alignment)
    lines.reserveCapacity(14)
    if c.birthLevel >= 0 {
      let (field, level) = birth(c)
      lines.append(
        .valued(field, level, likelihoods.birth[Int(c.birthLevel)], c.birthChance, parts.birth))
    }
    if c.numberCell >= 0 { appendNumber(c, parts, to: &lines) }
    if c.familyCard >= 0 {
      let same = c.familyCard == 1
      lines.append(
        EvidenceLine(
          comparison: Words.familyCard, level: Words.card(c, set.mode),
          m: likelihoods.familyCard[same ? 1 : 0], u: same ? chances.sameFamilyCard : 1 - chances.sameFamilyCard,
          weight: MatchWeight(parts.familyCard)))
    }
    if c.placeLevel >= 0 {
      let k = Int(c.placeLevel)
      lines.append(.valued(Words.place, Words.places[k], likelihoods.place[k], c.placeChance, parts.place))
    }
    if c.sexLevel >= 0 {
      let k = Int(c.sexLevel)
      let level = k == 0 ? Words.same : Words.different
      lines.append(.valued(Words.sex, level, likelihoods.sex[k], c.sexChance, parts.sex))
    }
    if c.residenceLevel >= 0, c.familyCard != 1 {
      let k = Int(c.residenceLevel)
      let m = likelihoods.residence[k]
      lines.append(.valued(Words.residence, Words.residences[k], m, c.residenceChance, parts.residence))
    }
    if c.maritalLevel >= 0 {
      let k = Int(c.maritalLevel)
      lines.append(
        EvidenceLine(
          comparison: Words.marital, level: k == 0 ? Words.same : Words.different, m: likelihoods.marital[k],
          u: chances.marital[k], weight: MatchWeight(parts.marital)))
    }
    if c.fatherLevel >= 0, c.familyCard != 1 {
      let k = Int(c.fatherLevel)
      lines.append(
        .valued(Words.father, Words.fathers[k], likelihoods.father[k], Float(c.fatherChance), parts.father))
    }
    if parts.twins != 0 { lines.append(EvidenceLine(Words.twins, Words.twinsLevel, parts.twins)) }
    if parts.household != 0 { lines.append(EvidenceLine(Words.household, Words.householdLevel, parts.household)) }
    return lines
  }

  /// What of two birth dates was compared, and how far it agrees: the part that both sides know.
  private func birth(_ c: Comparison) -> (field: String, level: String) {
    let (x, y) = (set.records[Int(c.a)], set.records[Int(c.b)])
    let level = Int(c.birthLevel)
    if x.isBornAbout || y.isBornAbout {
      let agreeing = x.year == y.year ? Words.same : "selisih \(abs(Int(x.year) - Int(y.year))) tahun"
      return (Words.age, level == 0 ? agreeing : Words.different)
    }
    if !x.hasDayMonth || !y.hasDayMonth { return (Words.birthYear, Words.birthYears[level] ?? Words.different) }
    if x.year == 0 || y.year == 0 { return (Words.dayMonth, Words.dayMonths[level] ?? Words.different) }
    return (Words.birth, Words.births[level])
  }

  /// The table's value, and apart from it what the cap takes away.
  private func appendNumber(_ c: Comparison, _ parts: Model.Parts, to lines: inout [EvidenceLine]) {
    let bits = tables.numberM[Int(c.numberCell)] - tables.numberU[c.chanceCell]
    lines.append(
      EvidenceLine(
        comparison: Words.number, level: Words.number(c, set.mode),
        m: likelihoods.number[Int(c.numberCell)], u: chances.number[c.chanceCell], weight: MatchWeight(bits)))
    let taken = parts.number - bits
    if taken != 0 { lines.append(EvidenceLine(Words.numberCap, Words.numberCapLevel, taken)) }
  }

  /// One line for each aligned token, one for the tokens that contradict, one for how many there are.
  private func names(_ c: Comparison, _ alignment: NameAlignment) -> [EvidenceLine] {
    let x = spellings(Int(c.a))
    let y = spellings(Int(c.b))
    var lines = alignment.parts.map { part in
      let event = Int(part.event.rawValue)
      return EvidenceLine(
        comparison: Words.name, level: Words.token(part, x[part.x], y[part.y]), m: likelihoods.name[event],
        u: exp2(-part.chance - chances.likeTokens[event]), weight: MatchWeight(tables.name[event] + part.chance))
    }
    let restX = alignment.leftOfFirst(x.count).map { x[$0] }
    let restY = alignment.leftOfSecond(y.count).map { y[$0] }
    let conflicts = c.events(.conflict)
    if conflicts > 0 {
      lines.append(
        EvidenceLine(
          comparison: Words.name, level: Words.conflict(restX, restY),
          m: likelihoods.name[Int(NameEvent.conflict.rawValue)], u: Chances.conflict,
          weight: MatchWeight(Double(conflicts) * tables.conflict)))
    }
    if c.lengthLevel >= 0 {
      let k = Int(c.lengthLevel)
      let bits = tables.length[k] + Double(c.lengthChance)
      let level = Words.length(k, extra: conflicts == 0 ? restX + restY : [])
      lines.append(.valued(Words.length, level, likelihoods.length[k], c.lengthChance, bits))
    }
    return lines
  }

  /// The tokens that take part in a comparison, as they are spelled.
  private func spellings(_ record: Int) -> [String] {
    let tokens = set.tokenPointer(record)
    return (0..<min(NameComparator.longest, set.tokenCount(record))).map {
      String(decoding: set.table.spellings[Int(tokens[$0])].letters, as: UTF8.self)
    }
  }

  /// What agrees and what does not, in one sentence.
  func words(_ c: Comparison) -> String {
    var said = Sentence()
    if c.nameEvents != 0 { said.put(Words.name, Words.name(c), c.given > 0 || c.hasEqualNames) }
    if c.birthLevel >= 0 {
      let (field, level) = birth(c)
      said.put(field, level, c.birthLevel == 0)
    }
    if c.numberCell >= 0 { said.put(Words.numberShort, Words.number(c, set.mode), c.numberLevel == 0) }
    if c.familyCard >= 0 { said.put(Words.familyCard, Words.card(c, set.mode), c.familyCard == 1) }
    if c.placeLevel >= 0 { said.put(Words.place, Words.places[Int(c.placeLevel)], c.placeLevel == 0) }
    if c.residenceLevel >= 0 {
      let level = Int(c.residenceLevel)
      said.put(Words.residenceShort, Words.residences[level], level != 3)
    }
    if c.fatherLevel >= 0 { said.put(Words.father, Words.fathers[Int(c.fatherLevel)], c.fatherLevel < 2) }
    if c.sexLevel == 1 { said.put(Words.sex, Words.different, false) }
    return said.text
  }
}

/// What is the same, what else agrees, then what does not.
private struct Sentence {
  private var same = ""
  private var agreeing = ""
  private var differing = ""
  /// Bytes that most parts stay below.
  private static let usual = 60

  /// Adds a field and how far it agrees.
  mutating func put(_ field: String, _ level: String, _ agrees: Bool) {
    if !agrees {
      Self.add(field, level, to: &differing, Words.differing)
    } else if level == Words.same {
      Self.add(field, "", to: &same, Words.agreeing)
    } else {
      Self.add(field, level, to: &agreeing, "")
    }
  }

  private static func add(_ field: String, _ level: String, to part: inout String, _ opening: String) {
    if part.isEmpty { part.reserveCapacity(usual) }
    part += part.isEmpty ? opening : ", "
    part += field
    if !level.isEmpty {
      part += " "
      part += level
    }
  }

  var text: String {
    var text = ""
    text.reserveCapacity(same.utf8.count + agreeing.utf8.count + differing.utf8.count + 4)
    for part in [same, agreeing, differing] where !part.isEmpty {
      if !text.isEmpty { text += "; " }
      text += part
    }
    return text
  }
}

extension EvidenceLine {
  /// A line without m and u: a prior or a correction.
  fileprivate init(_ comparison: String, _ level: String, _ bits: Double) {
    self.init(comparison: comparison, level: level, m: nil, u: nil, weight: MatchWeight(bits))
  }

  /// A line whose u is the value's own chance.
  fileprivate static func valued(
    _ comparison: String, _ level: String, _ m: Double, _ chance: Float, _ bits: Double
  ) -> EvidenceLine {
    EvidenceLine(comparison: comparison, level: level, m: m, u: exp2(-Double(chance)), weight: MatchWeight(bits))
  }
}
