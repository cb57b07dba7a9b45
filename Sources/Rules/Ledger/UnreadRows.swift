import RollModel

/// What stands on rows that could not be read: no rule may claim against it that it is nowhere.
struct UnreadRows: Sendable {
  private let rows: [Role: [UnreadRow]]
  private let areas: AreaTable
  /// By role and number of sixteen digits: the first row that bears it.
  private let bearers: [Role: [UInt64: UnreadRow]]
  /// By file whose rows do not all tell their desa: those of its other rows; files that reach further are not there.
  private let reach: [String: Set<Int>]

  init(_ data: CaseData) {
    rows = Dictionary(grouping: data.unread, by: \.role)
    areas = data.lexicon.areas
    bearers = rows.mapValues { rows in
      var bearers: [UInt64: UnreadRow] = [:]
      for row in rows {
        for number in row.numbers where !number.isPlaceholder {
          if let key = SharedDigits.all.key(number), bearers[key] == nil { bearers[key] = row }
        }
      }
      return bearers
    }
    let open = Set(data.unread.filter { $0.area == 0 }.map(\.file))
    reach = open.isEmpty ? [:] : Self.reach(of: open, data)
  }

  var isEmpty: Bool { rows.isEmpty }

  // MARK: - Persons

  /// Lowers findings on persons who stand, by their number, on a row of one of these lists that could not be read.
  func lower(_ findings: inout ArraySlice<Finding>, absentFrom roles: [Role], in data: CaseData) {
    let known = roles.filter { bearers[$0]?.isEmpty == false }
    guard !known.isEmpty else { return }
    for place in findings.indices {
      guard case .person(let reference) = findings[place].subject, let voter = data.voter(reference) else { continue }
      for role in known {
        guard let key = SharedDigits.all.key(role == .visits ? voter.nkk : voter.nik), let row = bearers[role]?[key]
        else { continue }
        findings[place].tier = min(findings[place].tier, .verify)
        findings[place].explanation +=
          "; \(role == .visits ? "NKK" : "NIK") ini ada pada baris \(row.line) berkas \(row.file), yang tidak terbaca dan "
          + "dikarantina: perbaiki baris itu, lalu jalankan lagi"
        break
      }
    }
  }

  /// Whether a row of the list that could not be read bears the number, of a person or a card.
  func bear(_ number: NIK, on role: Role) -> Bool {
    SharedDigits.all.key(number).map { bearers[role]?[$0] != nil } ?? false
  }

  // MARK: - Areas

  /// How many rows of a list in an area could not be read; a row that does not tell its desa is counted wherever its file has
  /// others.
  func count(of role: Role, in key: AreaKey) -> Int {
    rows[role]?.count { !$0.isNoArea && mayLie($0, in: key) } ?? 0
  }

  /// The same of rows that tell their desa.
  func countTold(of role: Role, in key: AreaKey) -> Int {
    rows[role]?.count { $0.area != 0 && isInside($0.area, key) } ?? 0
  }

  /// How many rows of recaps could not be read that may count a part of an area.
  ///
  /// - Parameters:
  ///   - ofStations: whether stations are meant; nil where areas of any level are.
  ///   - files: their paths; nil for all.
  func parts(of key: AreaKey, ofStations: Bool?, in files: Set<String>? = nil) -> Int {
    rows[.officialCounts]?.count { row in
      let isOfLevel = ofStations.flatMap { asked in row.isOfStation.map { $0 == asked } } ?? true
      return !row.isNoArea && isOfLevel && files?.contains(row.file) ?? true && mayLie(row, in: key)
    } ?? 0
  }

  /// Whether a recap names the station on a row that could not be read.
  func names(_ key: AreaKey) -> Bool {
    key.tps != 0 && rows[.officialCounts]?.contains { $0.area == key.desa && $0.station == key.tps } ?? false
  }

  /// Rows of recaps that may be of any station of an area.
  func stationsWithoutNumber(in key: AreaKey) -> Int {
    rows[.officialCounts]?.count { row in
      !row.isNoArea && row.isOfStation ?? true && (row.station == 0 || row.area == 0) && mayLie(row, in: key)
    } ?? 0
  }

  private func mayLie(_ row: UnreadRow, in key: AreaKey) -> Bool {
    guard row.area == 0 else { return isInside(row.area, key) }
    return reach[row.file]?.contains { isInside($0, key) } ?? true
  }

  private func isInside(_ area: Int, _ key: AreaKey) -> Bool {
    if key.desa != 0 { return area == key.desa }
    if key.kecamatan != 0 { return areas[area].kecamatanNumber == key.kecamatan }
    return key.kabupaten == 0 || areas[area].kabupatenNumber == key.kabupaten
  }

  /// The desa of the rows of these files that are used.
  private static func reach(of open: Set<String>, _ data: CaseData) -> [String: Set<Int>] {
    var found: [String: Set<Int>] = [:]
    let roll = data.roll
    let isAsked = roll.files.map { open.contains($0.path) }
    if isAsked.contains(true) {
      var areas = isAsked.map { _ in Set<Int>() }
      for row in 0..<roll.count where isAsked[Int(roll.columns.file[row])] {
        areas[Int(roll.columns.file[row])].insert(Int(roll.columns.area[row]))
      }
      for (file, areas) in zip(roll.files, areas) where open.contains(file.path) { found[file.path] = areas }
    }
    for count in data.officialCounts where data.files.indices.contains(count.file) {
      let path = data.files[count.file].path
      if open.contains(path) { found[path, default: []].insert(count.key.desa) }
    }
    // Who names no desa may stand in any.
    return found.filter { !$0.value.isEmpty && !$0.value.contains(0) }
  }
}

extension String {
  /// What a finding on an area says of rows that could not be read; empty where all could.
  static func unread(_ count: Int, of role: Role) -> String {
    count == 0
      ? ""
      : "; \(count) baris \(role.rawValue) yang mungkin termasuk di sini tidak terbaca (lihat karantina.csv) dan tidak ikut "
        + "dihitung"
  }
}
