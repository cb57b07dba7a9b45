import Documents
import Foundation
import RollModel
import TestSupport
import Testing

/// The weeks of an office on a generated kabupaten: what its people do with the files of each run, and what was said of them.
struct Story {
  /// How the roll comes: as CSV with whole numbers, or as workbooks whose numbers lost a digit or are masked.
  enum Form: String, CaseIterable, Sendable {
    case whole, cut, masked

    var ending: String { self == .whole ? "csv" : "xlsx" }
  }

  let loop: LoopCase
  let form: Form
  let truth: StoryTruth
  private(set) var kpu: StoryKPU
  /// By id, what officers said last.
  private(set) var said: [String: String] = [:]
  /// Of each scored sample: answers by class and, of findings, by tier.
  private(set) var scored: [(day: String, answers: [String: [String]], falseShares: [String: Double])] = []
  private(set) var letters = 0

  init(voters: Int, seed: Int, form: Form) throws {
    let files = try RunFiles.sample(voters: voters, seed: seed)
    loop = LoopCase(files: files)
    self.form = form
    let roll = try StoryRoll(files.folder + "/daftar-pemilih")
    truth = try StoryTruth(files.folder, roll)
    kpu = StoryKPU(roll, showsNumbers: form == .whole)
    try deliver()
  }

  /// The day of a week.
  static func day(_ week: Int) -> String {
    let day = 21 + 7 * week
    return day <= 30 ? "2026-11-\(day)" : "2026-12-" + (day < 40 ? "0" : "") + "\(day - 30)"
  }

  /// KPU hands its roll over.
  func deliver(except: Set<String> = []) throws {
    let folder = loop.folder + "/daftar-pemilih"
    try kpu.roll.write(into: folder, except: except)
    if form != .whole { try OfficeDesk.workbooks(folder, numbers: form == .cut ? "potong" : "samar") }
  }

  var numbers: [String: Int] { kpu.roll.numbers(ending: form.ending) }

  func judges(_ finding: [String: String], _ numbers: [String: Int]) -> Bool? {
    truth.judges(finding, numbers, removed: kpu.removed, wronglyStruck: kpu.wronglyStruck)
  }

  /// What came of the sheets that were handed in.
  struct Visit {
    /// What `padan putuskan` said.
    let told: JSONValue
    /// What stood in the sheets of findings, by id.
    let answers: [String: String]
  }

  /// Sheets of findings and of a sample go out, come back filled in by what is true, and are taken in.
  mutating func visit(_ week: Int) throws -> Visit {
    let day = Self.day(week)
    let run = loop.run(day)
    let (sheets, sheetAnswers) = try sheets(week)
    let (samples, sampleAnswers) = try draw(week)
    // Only one story goes through LibreOffice, which takes its time.
    let filled = try OfficeDesk.fill(
      [OfficeDesk.Pile(sheets, sheetAnswers, loses: true), OfficeDesk.Pile(samples, sampleAnswers)],
      as: form == .whole ? (week % 2 == 0 ? "ods" : "xlsx") : nil, in: loop.files.scratch["lapangan"])
    let answers = sheetAnswers.filter { filled[0].ids.contains($0.key) }
    try #require(filled[1].ids.count == sampleAnswers.count)
    let result = try done(
      ["putuskan", run, "--petugas", "RINA", "--tanggal", day, "--json"] + filled[0].files)
    try done(["sampel", run, "--petugas", "RINA", "--nilai"] + filled[1].files)
    for (id, word) in answers { said[id] = word }
    return Visit(told: try JSONValue(Array(result.out.utf8)), answers: answers)
  }

  /// Sheets of every other desa, and what is to be written into them.
  private func sheets(_ week: Int) throws -> (paths: [String], answers: [String: String]) {
    let day = Self.day(week)
    try done(["lembar", loop.run(day)])
    let numbers = numbers
    var answers: [String: String] = [:]
    for (place, finding) in try loop.rows(day).enumerated() where Int(finding["baris"] ?? "") != nil {
      guard let id = finding["id"], let isTrue = judges(finding, numbers) else { continue }
      answers[id] = place % 11 == 10 ? "tidak ditemukan" : isTrue ? "benar" : "tidak benar"
    }
    let names = loop.files.scratch.names("kasus/hasil/\(day)/lembar").filter { $0.hasSuffix(".xlsx") }
      .enumerated().filter { ($0.offset + week) % 2 == 0 }.map(\.element)
    return (names.map { loop.run(day) + "/lembar/" + $0 }, answers)
  }

  /// A sample, and what is to be written into its sheets.
  private mutating func draw(_ week: Int) throws -> (paths: [String], answers: [String: String]) {
    let day = Self.day(week)
    try done(["sampel", loop.run(day), "--ukuran", "120", "--benih", "pekan \(week)"])
    let drawn = try loop.files.json("sampel/sampel.json", run: day)
    let findings = try loop.byID(day)
    let numbers = numbers
    var answers: [String: String] = [:]
    var byClass: [String: [String]] = [:]
    for direction in drawn.items("arah") {
      for (place, row) in direction.items("baris").enumerated() {
        guard let id = row.text("id"), let kind = row.text("kelas") else { continue }
        let isTrue = findings[id].map { judges($0, numbers) ?? true } ?? (place % 13 != 0)
        let word = place % 17 == 16 ? "tidak ditemukan" : isTrue ? "benar" : "tidak benar"
        answers[id] = word
        byClass["\(direction.text("nama") ?? "") \(kind)", default: []].append(word)
      }
    }
    scored.append((day, byClass, try falseShares(day, drawn, numbers)))
    return (["daftar-ke-orang", "orang-ke-daftar"].map { "\(loop.run(day))/sampel/\($0).xlsx" }, answers)
  }

  /// The true share of false findings of every class that was drawn from.
  private func falseShares(_ day: String, _ drawn: JSONValue, _ numbers: [String: Int]) throws -> [String: Double] {
    let rows = try loop.rows(day).filter { $0["keyakinan"] != "kembar" }
    var shares: [String: Double] = [:]
    for direction in drawn.items("arah") {
      for kind in direction.items("kelas") {
        guard let rule = kind.text("kelas"), case let own = rows.filter({ $0["aturan"] == rule }), !own.isEmpty else {
          continue
        }
        let wrong = own.count { judges($0, numbers) == false }
        shares["\(direction.text("nama") ?? "") \(rule)"] = Double(wrong) / Double(own.count)
      }
    }
    return shares
  }

  /// A letter goes to KPU; what it asks for, in its order.
  mutating func send(_ week: Int) throws -> [StoryKPU.Entry] {
    let day = Self.day(week)
    letters += 1
    try done(["surat", loop.run(day), "--nomor", "\(40 + letters)", "--tanggal", day])
    let event = try #require(try loop.events().last { $0.text("jenis") == "surat" })
    let findings = try loop.byID(day)
    let numbers = numbers
    return try (event["isi"]?.items("kelas") ?? []).flatMap { group in
      try group.items("temuan").map { item in
        let id = item.text("id") ?? ""
        let finding = try #require(findings[id])
        let place = "\(finding["berkas"] ?? ""):\(finding["baris"] ?? "")"
        let file = (group.text("kecamatan") ?? "").lowercased().split(separator: " ").joined(separator: "-")
        let number = numbers[place]
        let (person, home) = try number.flatMap { kpu.roll[$0] }.map { ($0, file) } ?? newcomer(finding, file)
        return StoryKPU.Entry(
          letter: letters, id: id, rule: finding["aturan"] ?? "", label: group.text("kelas") ?? "", number: number,
          file: home, person: person, code: finding["kode_tms"] ?? "")
      }
    }
  }

  /// A row of another list as KPU writes it into its roll, and the file that it is written into: who moved, where he moved to.
  private func newcomer(_ finding: [String: String], _ file: String) throws -> ([String: String], file: String) {
    let list = try ListTable(loop.folder + "/" + (finding["berkas"] ?? ""))
    let cells = try #require(list[line: Int(finding["baris"] ?? "") ?? 0])
    func text(_ names: String...) -> String {
      names.lazy.compactMap { name in cells.first { $0.key.lowercased() == name }?.value }.first { !$0.isEmpty } ?? ""
    }
    let desa = (finding["penjelasan"] ?? "").firstMatch(of: #/pindah ke desa ([A-Z ]+),/#).map { String($0.output.1) }
    let neighbour = kpu.roll.files.flatMap(\.rows).first { row in
      desa.map { row.cells["DESA_KEL"] == $0 } ?? (row.cells["KODE_DESA"] == finding["kode_desa"])
    }
    var date = text("tanggal_lahir", "tanggal lahir").split { "-/|".contains($0) }.map(String.init)
    if date.first?.count == 4 { date.reverse() }
    var person = neighbour?.cells ?? [:]
    person["NIK"] = text("nik")
    person["NKK"] = text("nkk")
    person["NAMA_PEMILIH"] = text("nama", "nama_pemilih")
    person["TEMPAT_LAHIR"] = text("tempat_lahir", "tempat lahir")
    person["TANGGAL_LAHIR"] = date.joined(separator: "|")
    person["JENIS_KELAMIN"] = text("jenis_kelamin", "jenis kelamin")
    person["STATUS_KAWIN"] = text("status_kawin").isEmpty ? "S" : text("status_kawin")
    person["ALAMAT"] = text("alamat")
    person["RT"] = text("rt")
    person["RW"] = text("rw")
    person["SARING"] = ""
    return (person, neighbour.flatMap { kpu.roll.file(of: $0.number) } ?? file)
  }

  /// KPU acts on a letter and sends the annex back with its answers, which are taken in.
  mutating func answer(_ week: Int, _ letter: [StoryKPU.Entry]) throws {
    let day = Self.day(week)
    kpu.receive(letter, spared: truth.wrong)
    let own = kpu.answers.filter { answer in letter.contains { $0.id == answer.key } }
    let path = loop.files.scratch["jawaban-\(week).xlsx"]
    try OfficeDesk.answer(loop.run(day) + "/lampiran/lampiran-kpu.xlsx", own, as: path)
    let told = try JSONValue(
      Array(try done(["putuskan", loop.run(day), path, "--petugas", "BUDI", "--tanggal", day, "--json"]).out.utf8))
    let file = told.items("berkas").first
    let taken = (file?.number("tersimpan") ?? 0) + (file?.number("sudah_tercatat") ?? 0)
    #expect(taken == Double(own.count), "the same words on the same row say nothing new")
    try deliver()
  }

  mutating func loadOldCopy(_ count: Int) throws -> Int {
    let back = kpu.loadOldCopy(count)
    try deliver()
    return back
  }

  mutating func states(missing: Set<String> = []) -> [(entry: StoryKPU.Entry, state: FollowUpState)] {
    kpu.states(missing: missing)
  }

  @discardableResult
  func done(_ arguments: [String]) throws -> Binary.Result {
    let result = try Binary.run(arguments)
    try #require(result.status == 0, "\(arguments.prefix(2)): \(result.err)")
    return result
  }
}
