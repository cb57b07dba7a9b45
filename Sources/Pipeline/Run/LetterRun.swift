import Casework
import Documents
import Platform
import Reports
import RollModel

/// Writes the letters of a finished run into its folder: each with its annex, or none of them; nothing is overwritten.
package struct LetterRun: Sendable {
  package struct Result: Sendable {
    /// What was written, with every finding in it: for the register.
    package let letters: [WrittenLetter]
    /// What the letter comes too late for, and what else is wrong with it, one sentence each.
    package let warnings: [String]
    /// How many of its persons earlier letters ask about, a sentence a letter.
    package let repeated: [String]

    /// Paths inside the run folder.
    package var files: [String] { letters.flatMap { $0.files.map(\.path) } }
    /// Letters to a KPU: one, or in the case of a province one a kabupaten.
    package var toCommissions: [WrittenLetter] { letters.filter { !$0.recipient.hasPrefix("ppk") } }
    /// Persons that the letters to the KPU leave for the field.
    package var needsVerification: Int { toCommissions.reduce(0) { $0 + $1.needsVerification } }
    /// How many of these a safeguard holds back.
    package var heldBack: Int { toCommissions.reduce(0) { $0 + $1.heldBack } }
    /// Persons that stay out of the letters to the KPU until they are decided again, by why.
    package var held: [LetterHold: Int] {
      toCommissions.reduce(into: [:]) { sums, letter in sums.merge(letter.held, uniquingKeysWith: +) }
    }
    /// Rows of the first letter to a KPU by what it says of them, men and women, in the order of the letter.
    package var counts: [(letterClass: LetterClass, label: String, men: Int, women: Int, rows: Int)] {
      var counts: [(letterClass: LetterClass, label: String, men: Int, women: Int, rows: Int)] = []
      for row in toCommissions.first?.rows ?? [] {
        if counts.last?.label != row.label { counts.append((row.letterClass, row.label, 0, 0, 0)) }
        counts[counts.count - 1].rows += 1
        if row.sex == Sex.male.code { counts[counts.count - 1].men += 1 }
        if row.sex == Sex.female.code { counts[counts.count - 1].women += 1 }
      }
      return counts
    }
  }

  private let run: FinishedRun
  private let request: LetterWriter.Request
  private let threads: Int
  /// Who writes the letters into the register; nil for a draft, which is written nowhere.
  private let writer: CaseRegister.Writer?

  package init(_ run: FinishedRun, request: LetterWriter.Request, threads: Int, register writer: CaseRegister.Writer?) {
    self.writer = writer
    self.run = run
    self.request = request
    self.threads = threads
  }

  package func execute() throws -> Result {
    var (record, column) = try run.recordAndDecisions(threads: threads)
    var request = request
    request.schedule = run.schedule
    request.threads = threads
    request.runDay = CalendarDay(iso: run.manifest.day)
    if request.filter.ids != nil, request.isDraft { request.filter.naming = .undecided }
    request.filter.kecamatan = request.filter.kecamatan.map {
      KecamatanChoice.name($0, in: record.data.lexicon.areas)
    }
    // The register knows what was decided since the run.
    if let decisions = try run.decisions(on: record, column: column) {
      request.filter.held = decisions.held
      request.filter.rejected.formUnion(decisions.closed)
      request.filter.accepted.formUnion(decisions.confirmed)
    } else {
      request.filter.rejected.formUnion(column.filter { $0.value == Self.rejected }.keys)
      request.filter.accepted.formUnion(column.filter { $0.value == Self.accepted }.keys)
      request.filter.held = LetterDecisions.held(column)
    }
    for id in AcrossPairs(record).held(by: request.filter) { request.filter.held[id] = .otherHalf }
    let register = try run.register.read()
    let book = register.map { DecisionBook($0, needsTwo: run.needsTwoOfficers) }
    if request.kind == .correction, let register, let book {
      for id in AskedRow(book.letters, register.key).opposite(record) { request.filter.held[id] = .otherRow }
    }
    do {
      let lines = try FollowUpTable.read(run.path)
      request.followUp = LetterFollowUp.told(lines)
      if record.data.lexicon.areas.isProvince {
        request.followUpByRecipient = LetterFollowUp.byKabupaten(lines, register)
      }
    } catch {
      throw RunFailure("\(FollowUpTable.fileName) di folder hasil tidak dapat dibaca; jalankan 'padan periksa' lagi.")
    }
    if request.kind == .withdrawal {
      let ids = try withdrawn(asked: request.filter.ids, record, book)
      (request.filter.ids, request.filter.naming) = (ids, .all)
      let lost = ids.subtracting(record.findings.map(\.id))
      record.findings += try AskedBefore(lost, asked: book?.letters ?? [], by: run, record).findings
      request.asked = book?.asked(ids) ?? [:]
    }
    let letters: [WrittenLetter]
    do {
      letters = try LetterWriter(request).letters(record)
    } catch let error as LetterError {
      throw RunFailure(try words(error, request, record, book))
    }
    try expectFree(letters)
    // Nothing is written before the register is there to be written to.
    let isSent = letters.contains { !$0.isDraft }
    let file = try isSent ? writer.map { try run.register.open($0) } : nil
    try Stopping.settle { try enter(letters, record, in: file, try place(letters, numbered: request)) }
    let notices = LetterNotices(letters: letters, request: request, office: record.office, book: book)
    return Result(
      letters: letters,
      warnings: run.schedule.warnings(on: request.date) + notices.warnings
        + Self.overruled(request.filter, letters, record)
        + (try NamedFindings(run: run, record: record, filter: request.filter).leftOut(of: letters))
        + Self.missing(request.filter, letters)
        + Self.withoutStage(record.election.kind, letters) + Self.awaiting(letters, book),
      repeated: notices.repeated)
  }

  /// A PPK is set up for an election and dissolved after it.
  private static func withoutStage(_ kind: ElectionKind, _ letters: [WrittenLetter]) -> [String] {
    guard kind == .pdpb, letters.contains(where: { $0.recipient.hasPrefix("ppk") }) else { return [] }
    return [
      "PPK hanya ada pada tahapan Pemilu atau Pilkada, sedangkan 'pemilihan: jenis' kasus ini pdpb; pada pemutakhiran "
        + "berkelanjutan cukup surat kepada KPU, tanpa --per-kecamatan."
    ]
  }

  /// Words of the column `keputusan`.
  private static let (accepted, rejected) = ("sah", "tolak")

  /// Why there is no letter, with what would make one.
  private func words(
    _ error: LetterError, _ request: LetterWriter.Request, _ record: RunRecord, _ book: DecisionBook?
  ) throws(RunFailure) -> String {
    switch error {
    case .nothingToPropose:
      let selection = LetterSelection(record, request.filter)
      let elsewhere = selection.elsewhere > 0 ? LetterNotices.elsewhere(selection.elsewhere) : nil
      return [error.description, selection.held.sentence, elsewhere].compactMap(\.self).joined(separator: " ")
    case .noSuchFinding where request.kind == .withdrawal:
      let ids = request.filter.ids ?? []
      let letters = book?.letters ?? []
      let runs = Set(letters.filter { $0.asks && !ids.isDisjoint(with: $0.ids) }.map(\.run)).sorted()
      return
        "Usulan yang ditarik tidak ada di hasil ini, dan orangnya tidak ditemukan lagi pada berkas kasus atau hasil asal "
        + "suratnya (\(runs.joined(separator: ", "))) tidak ada lagi; kembalikan berkas atau hasil itu, atau tulis suratnya "
        + "tanpa padan."
    case .noSuchFinding:
      let reasons = try NamedFindings(run: run, record: record, filter: request.filter).leftOut(of: [])
      return ([error.description] + reasons).joined(separator: " ")
    default: return error.description
    }
  }

  /// What a letter of withdrawal takes back: the findings asked for, or all that the register says were withdrawn; each was
  /// suggested in a letter that none has taken back yet.
  private func withdrawn(
    asked ids: Set<String>?, _ record: RunRecord, _ book: DecisionBook?
  ) throws(RunFailure) -> Set<String> {
    guard let ids else {
      let ids = Set(book?.toTakeBack ?? [])
      guard !ids.isEmpty else {
        throw RunFailure(
          "Register kasus tidak memuat penarikan usulan yang belum disuratkan; catat dahulu dengan 'padan putuskan "
            + "--batal' atau putusan tolak, atau sebut id dengan --temuan.")
      }
      return ids
    }
    for id in ids.sorted() where book?.isAsked(id) != true {
      let reason =
        book?.wasAsked(id) == true
        ? "sudah ditarik dengan surat sebelumnya" : "belum pernah disarankan dalam surat saran perbaikan"
      // A number or a name that was typed in an id's place is not said again.
      let isKnown = book?.wasAsked(id) == true || record.findings.contains { $0.id == id }
      throw RunFailure("\(isKnown ? id : "Temuan yang disebut") \(reason); surat penarikan tidak dibuat.")
    }
    return ids
  }

  /// What a letter of withdrawal lacks, as its findings are not in this run.
  private static func missing(_ filter: LetterFilter, _ letters: [WrittenLetter]) -> [String] {
    guard let ids = filter.ids, letters.contains(where: { $0.kind == .withdrawal }) else { return [] }
    let lost = ids.subtracting(letters.flatMap { $0.rows.map(\.id) }).sorted()
    guard !lost.isEmpty else { return [] }
    return [
      "\(lost.count) usulan yang ditarik tidak masuk surat, sebab orangnya tidak ditemukan lagi pada berkas kasus atau hasil "
        + "asal suratnya tidak ada lagi: \(lost.joined(separator: ", "))."
    ]
  }

  /// Writes beside and links: annexes come first, so that no letter ever stands without its own.
  ///
  /// - Returns: the paths of what was written, in the run folder.
  private func place(_ letters: [WrittenLetter], numbered request: LetterWriter.Request) throws -> [String] {
    var files = letters.flatMap { $0.files.reversed() }.map { ($0.path, $0.bytes) }
    let folder = try RunFolder(parent: run.path, name: "surat-sementara", isFixed: true)
    for name in Self.folders { try FileSystem.makeFolder(folder.path + "/" + name) }
    var outputs: [Fingerprint] = []
    for (path, bytes) in files {
      var sink = try HashingSink(folder: folder.path, name: path)
      try sink.write(bytes)
      outputs.append(sink.finish())
    }
    let name = letters[0].files[0].path.dropLast(".docx".count) + "." + Manifest.fileName
    var sink = try HashingSink(folder: folder.path, name: String(name))
    try sink.write(manifest(outputs, request))
    _ = sink.finish()
    files.append((String(name), []))
    for name in Self.folders { try FileSystem.makeFolder(run.path + "/" + name) }
    var placed: [String] = []
    for (path, _) in files {
      if let number = Self.move(folder.path + "/" + path, to: run.path + "/" + path) {
        for path in placed { unlink(run.path + "/" + path) }
        throw number == EEXIST
          ? Self.taken(path) : RunFailure("\(path) tidak dapat ditulis di folder hasil: \(FileSystem.reason(number)).")
      }
      placed.append(path)
    }
    return placed
  }

  private func expectFree(_ letters: [WrittenLetter]) throws(RunFailure) {
    for path in letters.flatMap({ $0.files.reversed() }).map(\.path)
    where FileSystem.kind(run.path + "/" + path) != nil { throw Self.taken(path) }
  }

  /// Writes the letters that stand now into the register; where that fails, they are taken away again.
  private func enter(
    _ letters: [WrittenLetter], _ record: RunRecord, in register: RegisterFile?, _ placed: [String]
  ) throws(RunFailure) {
    guard let writer, let register else { return }
    let sent = letters.filter { !$0.isDraft }.map { letter in
      let groups = Dictionary(grouping: letter.rows) { Group(letterClass: $0.letterClass, kecamatan: $0.kecamatan) }
      return LetterRegister.Letter(
        number: letter.number, day: letter.date, kind: letter.kind.rawValue,
        recipient: letter.registeredRecipient,
        groups: groups.sorted { $0.key < $1.key }.map { group, rows in
          (group.letterClass.registerLabel, group.kecamatan, rows.map(\.id))
        })
    }
    do throws(RunFailure) {
      try LetterRegister.record(
        sent, of: run, record, reason: request.reason, by: writer, to: register, threads: threads)
      RegisterWitness.note(register.register, in: run.path)
    } catch {
      let left = placed.filter { unlink(run.path + "/" + $0) != 0 }
      throw RunFailure(
        left.isEmpty
          ? "Surat tidak ditulis karena tidak dapat dicatat: \(error.sentence)"
          : "Surat tidak dapat dicatat: \(error.sentence) Hapus \(left.joined(separator: ", ")) lalu ulangi.")
    }
  }

  private struct Group: Hashable, Comparable {
    let letterClass: LetterClass
    let kecamatan: String
    static func < (a: Group, b: Group) -> Bool { (a.letterClass, a.kecamatan) < (b.letterClass, b.kecamatan) }
  }

  /// Gives a file its name unless that is taken, even since it was looked for; the system's reason where it cannot be.
  private static func move(_ from: String, to name: String) -> Int32? {
    if link(from, name) == 0 { return nil }
    let number = errno
    // Memory sticks know no links.
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(number) else { return number }
    if FileSystem.kind(name) != nil { return EEXIST }
    return rename(from, name) == 0 ? nil : errno
  }

  private static func taken(_ path: String) -> RunFailure {
    RunFailure("\(path) sudah ada di folder hasil; pindahkan dahulu bila surat yang sama hendak dibuat ulang.")
  }

  /// Which run, and so which inputs, gave these letters.
  private func manifest(_ outputs: [Fingerprint], _ request: LetterWriter.Request) -> [UInt8] {
    Manifest(
      version: Version.current, day: request.date.description, caseFolder: run.manifest.caseFolder,
      settings: [
        Manifest.Setting(key: "nomor", value: request.number ?? ""),
        Manifest.Setting(key: "jenis", value: request.kind.rawValue),
        Manifest.Setting(key: "kelas", value: request.filter.classes.sorted().map(\.rawValue).joined(separator: ",")),
        Manifest.Setting(key: "kecamatan", value: request.filter.kecamatan ?? ""),
        Manifest.Setting(key: "keyakinan", value: request.filter.leastTier.label),
        Manifest.Setting(key: "konsep", value: request.isDraft ? "ya" : "tidak"),
      ] + (request.regions.isEmpty ? [] : [Manifest.Setting(key: "kabupaten", value: request.regions)]),
      inputs: [Fingerprint(of: run.path + "/" + Manifest.fileName, name: Manifest.fileName)], outputs: outputs
    ).json
  }

  private static let folders = ["lampiran", "surat"]
}
