import Casework
import Documents
import Reports
import RollModel
import Rules

/// A run folder taken up again together with its case, after both were found to be what they were.
///
/// Letters need unmasked rows, which a run folder does not hold: they are read again from the case, and only if every
/// input still has the size and SHA-256 that the manifest states.
package struct FinishedRun: Sendable {
  /// Absolute.
  package let path: String
  package let manifest: Manifest
  private let folder: CaseFolder

  package var schedule: Schedule { folder.plan.schedule }
  /// Absolute path of the case.
  package var casePath: String { folder.path }
  /// The register of the run's case, there or not.
  package var register: CaseRegister { CaseRegister(casePath: folder.path) }
  var needsTwoOfficers: Bool { folder.plan.needsTwoOfficers }
  /// KPU's numbers of the reasons, as the case has them.
  var codes: CodeTable { folder.plan.election.codeTable }

  package init(_ path: String) throws {
    guard let real = FileSystem.real(path), FileSystem.target(real) == .folder else {
      throw RunFailure("Folder hasil \(path) tidak ada; sebutkan folder yang ditulis 'padan periksa'.")
    }
    self.path = real
    manifest = try Manifest(runFolder: real)
    let casePath = try manifest.standingCase(of: real)
    do {
      folder = try CaseFolder.open(casePath)
    } catch CaseFailure.failure(let failure) {
      throw failure
    }
    try checkInputs()
    try checkFindings()
  }

  /// The record of the run as far as letters need it: the case read again, and the findings of the run that a letter may
  /// ask about.
  package func record(threads: Int) throws -> RunRecord { try recordAndDecisions(threads: threads).record }

  /// The same with the findings on persons of the rules that are asked for.
  package func record(threads: Int, of isWanted: (RuleCard) -> Bool) throws -> RunRecord {
    try recordAndDecisions(threads: threads, of: isWanted).record
  }

  /// The same, with what was decided of the findings, by id.
  package func recordAndDecisions(
    threads: Int, of isWanted: (RuleCard) -> Bool = { LetterClass.of($0.id, $0.severity) != nil }
  ) throws -> (record: RunRecord, decisions: [String: String]) {
    var plan = folder.plan
    if let day = setting("pemilihan.tanggal_acuan").flatMap({ CalendarDay(iso: $0) }) {
      plan.election.referenceDay = day
    }
    let limit = setting("karantina_maks").flatMap { Double($0) }
    let data = try folder.read(threads: threads, quarantineLimit: limit, day: plan.election.referenceDay)
    let proposals = try Proposals(path, in: data, plan.election.codeTable, of: isWanted)
    var record = RunRecord(
      toolVersion: manifest.version, data: data, matches: MatchResults(), findings: proposals.findings,
      areas: Self.stations(of: data.roll), office: plan.office,
      election: plan.election.election(today: plan.election.referenceDay), visits: plan.visits,
      cards: Rulebook.cards)
    record.unchecked = Examination.unchecked(data, plan.rules, plan.visits)
    if !proposals.letters.isEmpty {
      var history = CaseHistory()
      history.notes = proposals.letters.mapValues { CaseHistory.Note(letter: $0) }
      record.history = history
    }
    return (record, proposals.decisions)
  }

  private func setting(_ key: String) -> String? { manifest.settings.first { $0.key == key }?.value }

  private func checkInputs() throws(RunFailure) {
    let now = folder.inputs
    let before = manifest.inputs
    guard now.map(\.name) == before.map(\.name) else {
      throw RunFailure(
        "Berkas di folder kasus bertambah atau berkurang sejak pemeriksaan ini; jalankan 'padan periksa' lagi.")
    }
    for (input, old) in zip(now, before) where Fingerprint(of: input.path, name: input.name) != old {
      throw RunFailure("\(input.name) berubah sejak pemeriksaan ini; jalankan 'padan periksa' lagi.")
    }
  }

  private func checkFindings() throws(RunFailure) {
    for name in [FindingIndex.fileName, FindingDetailFile.name(in: path)]
    where !manifest.outputs.contains(Fingerprint(of: path + "/" + name, name: name)) {
      throw RunFailure("\(name) bukan lagi yang ditulis oleh pemeriksaan ini; jalankan 'padan periksa' lagi.")
    }
  }

  /// The stations that voters stand under: what a letter counts them by.
  private static func stations(of roll: Roll) -> [AreaSummary] {
    let columns = roll.columns
    var keys = Set<UInt64>()
    for row in 0..<roll.count where columns.tps[row] != 0 {
      keys.insert(UInt64(columns.area[row]) << 16 | UInt64(columns.tps[row]))
    }
    return keys.sorted().map { key in
      let desa = Int(key >> 16)
      let entry = roll.lexicon.areas[desa]
      return AreaSummary(key: AreaKey(kecamatan: entry.kecamatanNumber, desa: desa, tps: Int(key & 0xFFFF)))
    }
  }
}

/// Findings of the rules that are asked for, taken back from the run folder to the rows that they stand on.
private struct Proposals {
  private(set) var findings: [Finding] = []
  /// What `keputusan` says of them, by id; empty of a run without that column.
  private(set) var decisions: [String: String] = [:]
  /// The letters that named them before the run, by id.
  private(set) var letters: [String: String] = [:]

  init(_ runFolder: String, in data: CaseData, _ codes: CodeTable, of isWanted: (RuleCard) -> Bool) throws {
    let found = try FoundFinding.read(runFolder, withLines: false) { _, rule in
      Rulebook.card(id: rule).map(isWanted) ?? false
    }
    let rows = RowFinder(Set(found.flatMap { [Place($0, ""), Place($0, "_pembanding")].compactMap { $0 } }), in: data)
    let desa = PrintedDesa(data.lexicon.areas)
    for one in found {
      guard var finding = try Self.finding(one, rows, codes) else { continue }
      // A finding is acted on where its row of the file says.
      finding.place = desa.number(of: one)
      findings.append(finding)
    }
    for finding in found {
      guard let id = finding["id"] else { continue }
      if let decision = finding["keputusan"] { decisions[id] = decision }
      if let letter = finding["surat"] { letters[id] = letter }
    }
  }

  private static func finding(
    _ found: FoundFinding, _ rows: RowFinder, _ codes: CodeTable
  ) throws -> Finding? {
    guard let place = Place(found, "") else { return nil }
    guard let subject = rows[place] else {
      throw RunFailure("Baris \(place.line) dari \(place.file) tidak ditemukan lagi; jalankan 'padan periksa' lagi.")
    }
    return found.finding(on: subject, beside: Place(found, "_pembanding").flatMap { rows[$0] }, codes)
  }

  /// Where a row stands: file and physical line.
  struct Place: Hashable {
    let file: String
    let line: Int

    init?(_ found: FoundFinding, _ suffix: String) {
      guard let file = found["berkas" + suffix], let line = found["baris" + suffix].flatMap({ Int($0) }), line > 0
      else {
        return nil
      }
      self.file = file
      self.line = line
    }
  }

  /// Finds the rows that stand at given places, in one pass over every roll.
  private struct RowFinder {
    private var found: [Place: RowReference] = [:]

    init(_ places: Set<Place>, in data: CaseData) {
      let lines = Dictionary(grouping: places, by: \.file).mapValues { places in
        Dictionary(places.map { (UInt32($0.line), $0) }, uniquingKeysWith: { a, _ in a })
      }
      for role in Role.allCases {
        guard let roll = data.persons(role) else { continue }
        let wanted = roll.files.map { lines[$0.path] }
        for row in 0..<roll.count {
          guard let place = wanted[Int(roll.columns.file[row])]?[roll.columns.line[row]] else { continue }
          found[place] = RowReference(role: role, row: row)
        }
      }
    }

    subscript(place: Place) -> RowReference? { found[place] }
  }
}
