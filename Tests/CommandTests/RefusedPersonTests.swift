import TestSupport
import Testing

/// A refusal outlives whatever KPU mends on a row, and holds back nobody else.
@Suite struct RefusedPersonTests {
  private static let rules: Set<String> = [
    "meninggal", "ganda", "pindah-domisili", "pindah-antar-desa", "tni", "polri", "wna", "hak-pilih-dicabut",
  ]
  /// Every single field, and every two.
  private static let changes: [[String]] = {
    let fields = ["NAMA_PEMILIH", "NIK", "TANGGAL_LAHIR", "NKK"]
    let pairs = fields.indices.flatMap { a in fields[..<a].map { [$0, fields[a]] } }
    return fields.map { [$0] } + pairs
  }()

  /// A row of the roll, and of which question it was refused.
  private struct Row: Hashable {
    let file: String
    let line: String
    var rule = ""

    init(_ finding: [String: String], beside: Bool = false, of rule: String = "") {
      let behind = beside ? "_pembanding" : ""
      file = finding["berkas" + behind] ?? ""
      line = finding["baris" + behind] ?? ""
      self.rule = rule
    }

    var finding: [String: String] { ["berkas": file, "baris": line] }
  }

  private static func refused(_ loop: LoopCase) throws -> [[String: String]] {
    try loop.examine("2026-11-21")
    let found = try loop.rows("2026-11-21").filter {
      rules.contains($0["aturan"] ?? "") && $0["berkas"]?.hasPrefix("daftar-pemilih/") == true
    }
    try loop.decide("2026-11-21", LoopCase.decisions(found.compactMap { $0["id"] }, "tolak"))
    return found
  }

  @Test(arguments: [(5, false), (5, true), (41, false), (41, true)])
  func noRefusalIsLost(_ seed: Int, _ isOtherRow: Bool) throws {
    let loop = try LoopCase.sample(voters: 1200, seed: seed)
    let found = try Self.refused(loop)
    var refused: Set<Row> = []
    for finding in found {
      let rule = finding["aturan"] ?? ""
      refused.insert(Row(finding, of: rule))
      if rule == "ganda" { refused.insert(Row(finding, beside: true, of: rule)) }
    }
    let rows = Set(found.map { Row($0, beside: isOtherRow) }).filter { $0.file.hasPrefix("daftar-pemilih/") }
      .sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    try #require(rows.count >= 3)
    let files = Set(rows.map(\.file))
    let before = try files.map { ($0, try loop.files.scratch.read("kasus/" + $0)) }
    for (shift, day) in [(0, "2026-11-28"), (3, "2026-11-29"), (7, "2026-11-30")] {
      for (file, text) in before { try loop.files.scratch.write(text, to: "kasus/" + file) }
      try loop.editRoll(rows.map(\.finding)) { number, cells in
        let columns = Self.changes[(number + shift) % Self.changes.count]
        return columns.reduce(into: cells) { $0[$1] = Self.mended($0[$1] ?? "", $1) }
      }
      try loop.examine(day)
      let lost = try loop.rows(day).filter {
        $0["keputusan"] == "" && refused.contains(Row($0, of: $0["aturan"] ?? ""))
      }
      #expect(lost.isEmpty, "\(shift): \(lost.map { [$0["aturan"], $0["nama"], $0["berkas"], $0["baris"]] })")
      _ = try Binary.run(["surat", loop.run(day), "--nomor", "25", "--tanggal", day, "--kelas", "tms"])
      #expect(Set(try loop.letterIDs()).isDisjoint(with: lost.compactMap { $0["id"] }))
    }
  }

  private static func mended(_ text: String, _ column: String) -> String {
    switch column {
    case "NAMA_PEMILIH": text + " SARI"
    case "NIK": text.isEmpty ? text : text.dropLast() + (text.last == "7" ? "8" : "7")
    case "NKK": text.isEmpty ? text : text.dropLast(4) + "7777"
    default: (text.hasPrefix("02") ? "03" : "02") + text.dropFirst(2)
    }
  }

  /// Where a refused row is gone, its namesake, its twin and the next of its family are proposed as anybody is.
  @Test func nobodyElseIsHeld() throws {
    let loop = try LoopCase.sample(voters: 1500)
    try loop.examine("2026-11-21")
    let deaths = try loop.rows("2026-11-21").filter {
      $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" && $0["tanggal_lahir"]?.count == 10
        && $0["nik"]?.count == 16
    }.prefix(6)
    try #require(deaths.count == 6)
    try loop.decide("2026-11-21", LoopCase.decisions(deaths.compactMap { $0["id"] }, "tolak"))
    let path = "kasus/kematian/akta-kematian.csv"
    var list = try loop.files.scratch.read(path)
    if !list.hasSuffix("\n") { list += "\n" }
    var others: Set<Row> = []
    try loop.editRoll(Array(deaths)) { number, cells in
      var other = cells
      let nik = cells["NIK"] ?? ""
      other["DP_ID"] = "77000\(number)"
      let isTwin = number % 3 == 0
      other["NIK"] = isTwin ? nik.dropLast() + "9" : "1602050\(1 + number)0370000\(1 + number)"
      if !isTwin { other["TANGGAL_LAHIR"] = "0\(1 + number)" + "-03-1970" }
      if number % 3 == 1 {
        other["NKK"] = "160205111111000\(number)"
      } else {
        other["NAMA_PEMILIH"] = Self.names[number]
      }
      let birth = (other["TANGGAL_LAHIR"] ?? "").map { $0.isNumber ? $0 : "-" }
      list +=
        "\(900 + number),\(other["NIK"] ?? ""),\(other["NAMA_PEMILIH"] ?? ""),,\(String(birth)),,,\(other["KODE_DESA"] ?? ""),"
        + "01-09-2026,akta kematian\n"
      return other
    }
    for death in deaths { others.insert(Row(death)) }
    try loop.files.scratch.write(list, to: path)
    try loop.examine("2026-11-28")
    let found = try loop.rows("2026-11-28").filter { $0["aturan"] == "meninggal" && others.contains(Row($0)) }
    #expect(found.count == 6, "\(found.map { $0["nama"] ?? "" })")
    #expect(found.allSatisfy { $0["keputusan"] == "" }, "\(found.map { [$0["nama"], $0["keputusan"]] })")
  }

  private static let names = [
    "KUSNADI HALIM", "", "WIBISONO GANI", "TARMIZI LUBIS", "", "ZULKARNAIN AMIR",
  ]
}
