import Casework
import Matchers
import Normalizers
import Readers
import RollModel

/// One name, NIK or address over all that a case knows: its lists, its finished runs, its register.
package struct Search: Sendable {
  /// What a text was taken for.
  package enum Kind: String, Sendable {
    case name = "nama"
    case number = "nomor"
    case address = "alamat"
  }

  /// One row of a list, or of a run's findings where no list has the person any more.
  package struct Hit: Sendable {
    /// The list's role; nil for someone whom only a run knows.
    package let role: Role?
    package let file: String
    package let line: Int
    package let name: String
    /// Year first, or as written where it is no date.
    package let birth: String
    /// As the list writes it, unmasked.
    package let nik: String
    package let nkk: String
    package var desa: String
    package let areaCode: String
    package let address: String
    package let tps: String
    /// What a roll's own mark says; empty on other lists.
    package let code: String
    /// Receipt, cluster and words of a complaint; empty on other lists.
    package let complaint: [String]
    /// Day of the death, the move …; empty on rolls.
    package let event: String
    /// Why the newest run that read the file as it is now did not use the row; empty where it did, or no run can tell.
    package internal(set) var quarantine = ""
    package internal(set) var notes: [RunNote] = []
    /// What the register says of those findings, oldest first.
    package internal(set) var events: [RegisterNote] = []
  }

  /// What the register says of some of the findings.
  package struct RegisterNote: Sendable {
    package let event: RegisterEvent
    /// Those of its findings that the rows found bear.
    package let findings: [String]

    /// What a decision decided, or the number of a letter; empty for others.
    package var what: String { [event.text("keputusan"), event.text("nomor")].first { !$0.isEmpty } ?? "" }

    /// What a letter asks for of those findings, so that whoever is back on the roll is known to be so as asked.
    package var asks: String {
      guard event.kind == .letter, event.text("macam") == "saran-perbaikan" else { return "" }
      let classes = event.items("kelas").filter { item in
        item.items("temuan").contains { $0.text("id").map(findings.contains) == true }
      }.compactMap { $0.text("kelas").flatMap { Self.words[$0] } }
      return Set(classes).sorted().joined(separator: ", ")
    }

    private static let words = [
      "MS": "diminta masuk atau kembali ke daftar", "TMS": "diminta keluar dari daftar", "ubah": "diminta diperbaiki",
    ]
  }

  /// A finding on the row, and the run that made it.
  package struct RunNote: Sendable {
    /// Name of the newest run folder that has it.
    package let run: String
    package let note: FindingsOfRows.Note
  }

  package struct Result: Sendable {
    package var kind: Kind
    /// Best first.
    package var hits: [Hit]
    /// Rows that answer, shown or not.
    package var total: Int
    /// Rows looked at.
    package var rows: Int
    /// What could not be read, one sentence each.
    package var refusals: [String]
  }

  private let folder: CaseFolder
  private let threads: Int
  /// Run folders beside those in `hasil/` of the case.
  private let runs: [String]

  package init(_ folder: CaseFolder, runs: [String] = [], threads: Int) {
    self.folder = folder
    self.runs = runs
    self.threads = threads
  }

  /// Looks for `text` and tells of the best `limit` rows.
  package func find(_ text: String, limit: Int) throws(RunFailure) -> Result {
    let sweep = RowSweep(folder.sources.map(\.source), threads: threads)
    var (kind, hits, rows, judge) = try rows(text, sweep)
    // Of equals the order of files and lines stands.
    hits = Array(hits.enumerated()).sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
      .map { $0.element }
    let shown = hits.prefix(limit).map { Hit($0, sweep) }
    var result = Result(
      kind: kind, hits: shown, total: hits.count, rows: rows, refusals: folder.refusals + sweep.refusals)
    addFindings(&result)
    addQuarantine(&result)
    let runs = runFolders
    if let judge, !runs.isEmpty, hits.count <= Self.mostCompared {
      let gone = GoneFromLists(hits.map { Hit($0, sweep) }, judge).read(runs)
      result.total += gone.count
      result.hits += gone.prefix(max(0, limit - result.hits.count))
    }
    addEvents(&result)
    return result
  }

  /// Beyond so many rows of lists nobody looks for someone who is on none.
  private static let mostCompared = 2_000

  /// What the text was taken for, the rows that answer, how many there are, and how a run's findings are judged.
  private typealias Answer = (kind: Kind, hits: [RowHit], rows: Int, judge: (@Sendable () -> any RowJudge)?)

  private func rows(_ text: String, _ sweep: RowSweep) throws(RunFailure) -> Answer {
    if let query = NumberQuery(text) {
      let found = sweep.rows(threads: threads) { NumberJudge(query: query) }
      // A run shows ten digits of a number, which a thousand people share.
      return (.number, Self.withoutNear(found.hits), found.rows, nil)
    }
    if text.utf8.allSatisfy({ $0 < 65 && !(48...57).contains($0) }) { throw Self.nothingAsked }
    if text.utf8.allSatisfy({ $0 < 65 }) { throw Self.notANumber }
    let (name, birth) = Self.parted(text)
    let tokens = NameNormalizer.parts(name).core
    var passed: Answer?
    if !AddressQuery.isLikely(name), NameQuery(tokens) != nil {
      let judge = { @Sendable () -> NameJudge in
        guard let query = NameQuery(tokens) else { preconditionFailure("the same tokens made one before") }
        return NameJudge(query, birth: birth)
      }
      let found = sweep.rows(threads: threads, judge)
      passed = (.name, found.hits, found.rows, judge)
      if let passed, !passed.hits.isEmpty { return passed }
    }
    guard AddressQuery(text) != nil else {
      guard let passed else { throw Self.nothingAsked }
      return passed
    }
    let found = sweep.rows(threads: threads) {
      guard let query = AddressQuery(text) else { preconditionFailure("the same text made one before") }
      return AddressJudge(query)
    }
    // Nothing found either way: most ask for a name.
    if found.hits.isEmpty, let passed { return passed }
    return (.address, found.hits, found.rows, nil)
  }

  /// A name, and the year or date of birth that stands behind it: `siti aminah 1975`, `siti aminah 12-05-1975`.
  private static func parted(_ text: String) -> (name: String, birth: CalendarDay) {
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last, last.allSatisfy({ !$0.isLetter }) else {
      return (text, CalendarDay())
    }
    let name = words.dropLast().joined(separator: " ")
    if last.count == 4, let year = Int(last), years.contains(year) { return (name, CalendarDay(year: year)) }
    let day = withFieldBytes(String(last)) { DateText.read($0, form: .automatic).day }
    return day.isComplete && years.contains(day.year) ? (name, day) : (text, CalendarDay())
  }

  /// Years that a voter, or someone struck as too young, may be born in.
  private static let years = 1900...2100

  /// Where the number itself stands somewhere, other people's that differ in one digit are not asked for. A family card
  /// counts half.
  private static func withoutNear(_ hits: [RowHit]) -> [RowHit] {
    guard hits.contains(where: { $0.worth == NumberQuery.exact || $0.worth == NumberQuery.exact / 2 }) else {
      return hits
    }
    return hits.filter { !NumberQuery.isOneSlipAway($0.worth) && !NumberQuery.isOneSlipAway($0.worth * 2) }
  }

  private static let notANumber = RunFailure(
    "Nomor yang dicari harus 8 sampai 16 angka; spasi, titik, dan petik boleh ada di antaranya.",
    isWrongUsage: true)
  private static let nothingAsked = RunFailure(
    "Teks yang dicari tidak memuat nama, nomor, atau alamat; tulis misalnya \"siti aminah\" atau \"jl merdeka rt 2\".",
    isWrongUsage: true)
}

extension Search.Hit {
  fileprivate init(_ hit: RowHit, _ sweep: RowSweep) {
    role = sweep.role(of: hit)
    file = sweep.name(hit)
    line = hit.line
    name = sweep.text(.name, of: hit)
    let day = sweep.day(.birthDate, of: hit)
    birth = day.isUnknown ? sweep.text(.birthDate, of: hit) : day.description
    nik = sweep.number(.nik, of: hit)
    nkk = sweep.number(.nkk, of: hit)
    desa = sweep.text(.desa, of: hit)
    areaCode = sweep.text(.areaCode, of: hit).filter { "0"..."9" ~= $0 }
    address = sweep.text(.address, of: hit)
    tps = sweep.text(.tps, of: hit)
    let isRoll = role == .roll || role == .previousRoll
    code = isRoll ? sweep.text(.remark, of: hit) : ""
    complaint =
      role == .complaints
      ? [Field.receipt, .cluster, .content].map { sweep.text($0, of: hit) }.filter { !$0.isEmpty } : []
    let event = [Field.eventDate, .deathDate].map { sweep.day($0, of: hit) }.first { !$0.isUnknown }
    self.event = isRoll ? "" : event?.description ?? ""
  }
}

// MARK: Runs and register

extension Search {
  private func addFindings(_ result: inout Result) {
    guard !result.hits.isEmpty else { return }
    let sizes = Dictionary(folder.sources.map { ($0.name, $0.path) }, uniquingKeysWith: { a, _ in a })
      .compactMapValues { FileSystem.size($0) }
    let persons = result.hits.map {
      FindingsOfRows.Person(
        file: $0.file, line: $0.line, name: PrintedText.masked($0.name), birth: PrintedText.masked($0.birth),
        maskedNIK: NIK.mask($0.nik))
    }
    var seen = [Set<String>](repeating: [], count: persons.count)
    for run in runFolders.reversed() {
      do {
        let manifest = try Manifest(runFolder: run.path)
        let before = Dictionary(manifest.inputs.map { ($0.name, $0.bytes) }, uniquingKeysWith: { a, _ in a })
        let notes = try FindingsOfRows.read(run.path, of: persons) { file in
          // A sheet's name stands in brackets behind its file's.
          let name = sizes[file] == nil ? file.split(separator: "[").first.map { String($0.dropLast()) } ?? file : file
          return before[name] != nil && before[name] == sizes[name]
        }
        for (i, own) in notes.enumerated() {
          for note in own where seen[i].insert(note.id).inserted {
            result.hits[i].notes.append(RunNote(run: run.name, note: note))
          }
        }
        nameAreas(&result, run.path)
      } catch let failure as RunFailure {
        result.refusals.append(failure.sentence)
      } catch {
        result.refusals.append("\(error)")
      }
    }
  }

  /// Marks the rows that runs set aside: of each file the newest run that read it as it is now is asked.
  private func addQuarantine(_ result: inout Result) {
    var open = Set(result.hits.filter { $0.role != nil }.map(\.file))
    for run in runFolders.reversed() where !open.isEmpty {
      guard let manifest = try? Manifest(runFolder: run.path) else { continue }
      let before = Dictionary(manifest.inputs.map { ($0.name, $0.bytes) }, uniquingKeysWith: { a, _ in a })
      let told = open.filter { isUnchanged($0, before) }
      guard !told.isEmpty else { continue }
      open.subtract(told)
      let entries = QuarantinedRows.read(run.path).filter { told.contains($0.file) }
      for i in result.hits.indices {
        let own = entries.filter { $0.file == result.hits[i].file && $0.line == result.hits[i].line }
        guard !own.isEmpty else { continue }
        result.hits[i].quarantine = own.map { [$0.field, $0.reason].filter { !$0.isEmpty }.joined(separator: " ") }
          .joined(separator: "; ")
      }
    }
  }

  /// Whether a file has the size that a run read; a sheet's name stands in brackets behind its file's.
  private func isUnchanged(_ file: String, _ before: [String: Int]) -> Bool {
    let names = [file, file.split(separator: "[").first.map { String($0.dropLast()) } ?? file]
    return names.contains { name in
      guard let source = folder.sources.first(where: { $0.name == name }), let bytes = before[name] else {
        return false
      }
      return FileSystem.size(source.path) == bytes
    }
  }

  private func addEvents(_ result: inout Result) {
    let ids = Set(result.hits.flatMap { $0.notes.map(\.note.id) })
    let events: [RegisterEvent]
    do throws(RunFailure) { events = try CaseRegister(casePath: folder.path).read()?.events ?? [] } catch {
      return result.refusals.append(error.sentence)
    }
    for i in result.hits.indices {
      let own = Set(result.hits[i].notes.map(\.note.id))
      result.hits[i].events = events.filter { !own.isDisjoint(with: $0.findings) }
        .map { RegisterNote(event: $0, findings: Set($0.findings).intersection(ids).sorted()) }
    }
  }

  /// Oldest first.
  private var runFolders: [(name: String, path: String)] {
    let own = folder.path + "/hasil"
    let inside = (FileSystem.names(in: own) ?? []).filter {
      !CaseFolder.isIgnored($0) && FileSystem.target(own + "/" + $0 + "/" + FindingIndex.fileName) == .file
    }
    return inside.sorted().map { ("hasil/" + $0, own + "/" + $0) } + runs.map { ($0, $0) }
  }

  /// Lists that give a code only get the name of the desa from a run, which knows all.
  private func nameAreas(_ result: inout Result, _ run: String) {
    guard result.hits.contains(where: { $0.desa.isEmpty && !$0.areaCode.isEmpty }),
      let names = AreaNamesOfRun.read(run)
    else { return }
    for i in result.hits.indices where result.hits[i].desa.isEmpty {
      result.hits[i].desa = names[result.hits[i].areaCode] ?? ""
    }
  }
}
