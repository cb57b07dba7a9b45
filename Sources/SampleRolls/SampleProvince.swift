import Foundation
import RollModel

/// A made-up province: several kabupaten with their lists in a folder each, and persons who stand on the rolls of two.
///
/// Kabupaten bear codes of the province; desa bear the same names in every kabupaten, one kecamatan does too. Guests come
/// from kabupaten that were written before. The same arguments give the same bytes, whatever the number of threads.
package struct SampleProvince: Sendable {
  private let plans: [SamplePlan]
  private let province: AreaCode
  private let seed: UInt64
  private let threads: Int

  /// What can be asked for of a province: its codes of kabupaten and kota, in order.
  package static func codes(in province: AreaCode) -> [AreaCode] { KabupatenNames.codes(in: province) }

  /// - Parameters:
  ///   - count: kabupaten, from the first of the province's codes on.
  ///   - voters: of all; the guests, three in a thousand, are more.
  package init(
    province: AreaCode, count: Int, voters: Int, seed: UInt64, model: ErrorModel, referenceDay: CalendarDay,
    numbers: NumberWriting = .penuh, fathers: Bool = false, isClean: Bool = false, threads: Int = 2
  ) {
    let codes = Self.codes(in: province).prefix(count)
    precondition(codes.count == count && voters >= 50 * count, "a province has the kabupaten that are asked for")
    var random = SeededGenerator(seed: mixed(seed ^ 0x9107))
    let weights = codes.map { _ in 0.5 + random.unit() }
    let sum = weights.reduce(0, +)
    plans = zip(codes, weights).map { code, weight in
      let number = Int(code.number / 1_000_000)
      let size = max(50, Int(Double(voters) * weight / sum))
      var plan = SamplePlan(
        voters: size, seed: mixed(seed ^ UInt64(number) << 20), model: model, referenceDay: referenceDay,
        numbers: numbers, fathers: fathers, isClean: isClean, kabupaten: number, names: seed)
      plan.guests = isClean ? nil : GuestRates(voters: voters)
      return plan
    }
    self.province = province
    self.seed = seed
    self.threads = threads
  }

  /// Writes a ready case folder into `directory`, which must not exist or be empty.
  package func write(to directory: String, progress: (Int) -> Void = { _ in }) throws -> SampleSummary {
    var truth = TruthFile()
    var random = SeededGenerator(seed: mixed(seed ^ 0x6E5F))
    var waiting: [[Guest]] = Array(repeating: [], count: plans.count)
    var summary: SampleSummary?
    var isUnbalanced = false
    var done = 0
    for (place, plan) in plans.enumerated() {
      var plan = plan
      let guests = waiting[place]
      plan.guestPlaces = guests.map(\.place)
      let folder = try CaseFolder(directory, plan: plan, kabupaten: "\(plan.area.code)", isFirst: place == 0)
      let part = try SampleKabupaten.write(World(plan), guests: guests, to: folder, &truth, threads: threads) {
        progress(done + $0)
      }
      isUnbalanced = isUnbalanced || part
      done += plan.voters
      truth.finish(paths: folder.paths)
      for arrival in folder.arrivals { truth.add(guests[arrival.guest], path: arrival.path, line: arrival.line) }
      send(folder.departures, from: place, to: &waiting, &random)
      let isLast = place == plans.count - 1
      if isLast {
        let code = Int(province.number / 100_000_000)
        if isUnbalanced { truth.addUnbalanced(code) }
        if plans.contains(where: \.datesLists) { truth.addOldSource(code) }
      }
      let written = try folder.finish(truth, settings: isLast ? settings(plan) : nil)
      summary = summary.map { $0 + written } ?? written
    }
    return summary ?? SampleSummary(voters: 0, rows: [], planted: [], bytes: 0)
  }

  /// Households that lie on a boundary, and twins, go to the next kabupaten, others to any that is still to be written.
  private func send(
    _ departures: [Guest], from place: Int, to waiting: inout [[Guest]], _ random: inout SeededGenerator
  ) {
    let later = plans.count - 1 - place
    guard later > 0 else { return }
    for guest in departures {
      let isNear = guest.kind == .boundary || guest.kind == .twin
      waiting[place + 1 + (isNear ? 0 : random.below(later))].append(guest)
    }
  }

  private func settings(_ plan: SamplePlan) -> String {
    CaseFolder.settings(
      plan,
      office: ("Bawaslu \(Provinces.title(province))", "Jalan Merdeka Nomor 1", ""),
      region: province.description)
  }
}

extension TruthFile {
  /// What is true of a guest and the row that he was first written on.
  mutating func add(_ guest: Guest, path: String, line: Int) {
    guard guest.kind != .namesake else { return }
    let note: StaticString =
      switch guest.kind {
      case .moved: "pindah"
      case .boundary: "batas"
      case .twice: "daftar-dua-kali"
      case .twin, .namesake: "antar-kabupaten"
      }
    let entry =
      guest.kind.isSamePerson
      ? TruthEntry(kind: .pair, rule: "ganda-antar-kabupaten", note: note)
      : TruthEntry(kind: .twins, rule: "kemungkinan-kembar", note: note)
    add(entry, file: guest.path, line: guest.line, otherFile: path, otherLine: line)
  }
}

extension SampleSummary {
  /// Both together; what is planted is counted over all by the truth itself.
  static func + (a: SampleSummary, b: SampleSummary) -> SampleSummary {
    SampleSummary(
      voters: a.voters + b.voters, rows: zip(a.rows, b.rows).map { ($0.role, $0.rows + $1.rows) }, planted: b.planted,
      bytes: a.bytes + b.bytes)
  }
}
