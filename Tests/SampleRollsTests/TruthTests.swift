import RollModel
import TestSupport
import Testing

@testable import SampleRolls

@Suite("The truth names rows that bear what was planted")
struct TruthTests {
  static let models = ErrorModel.all.map(\.name)

  private func sample(_ model: String) throws -> SampleCase {
    try SampleCase(3000, seed: 21, model: try #require(ErrorModel.named(model)))
  }

  @Test("rows written are rows counted, in every role", arguments: models)
  func conservation(model: String) throws {
    let sample = try sample(model)
    for (role, rows) in sample.summary.rows {
      #expect(try sample.rows(of: role).count == rows, "\(role.rawValue)")
      // Of other kabupaten only `padan gabung` tells.
      if role != .outside { #expect(rows > 0, "\(role.rawValue) has no row") }
    }
    #expect(try sample.lines("kunci.csv").count - 1 == sample.summary.planted.reduce(0) { $0 + $1.count })
  }

  @Test("pairs share something that no two strangers share", arguments: models)
  func pairs(model: String) throws {
    let sample = try sample(model)
    let names = ["NAMA_PEMILIH", "NAMA", "Nama", "nama"]
    let numbers = ["NIK", "nik"]
    let births = ["TANGGAL_LAHIR", "Tanggal Lahir", "tanggal_lahir"]
    func field(_ row: [String: String], _ headers: [String]) -> String {
      headers.compactMap { row[$0] }.first ?? ""
    }
    for rule in ["ganda", "meninggal", "pindah-domisili", "tni", "polri", "wna", "hak-pilih-dicabut"] {
      let lines = try #require(try sample.truth()[rule], "\(rule) is planted")
      var akin = 0
      for line in lines {
        let a = try sample.row(line["berkas"] ?? "", line: line["baris"] ?? "")
        let b = try sample.row(line["berkas_pembanding"] ?? "", line: line["baris_pembanding"] ?? "")
        #expect(!a.isEmpty && !b.isEmpty, "\(rule): \(line)")
        let number = field(a, numbers) == field(b, numbers) && field(a, numbers) != ""
        let words = Set(field(a, names).split(separator: " "))
        if number || !words.isDisjoint(with: field(b, names).split(separator: " "))
          || day(field(a, births)) == day(field(b, births))
        {
          akin += 1
        }
      }
      #expect(Double(akin) >= 0.9 * Double(lines.count), "\(rule): \(akin) of \(lines.count)")
    }
  }

  @Test("half of the grown twins have a card, a house and a visit of their own, and numbers one after the other")
  func twinsApart() throws {
    let sample = try SampleCase(40_000, seed: 21)
    let twins = try #require(try sample.truth()["kemungkinan-kembar"])
    let apart = twins.filter { $0["catatan"] == "beda KK" }
    #expect(apart.count * 4 > twins.count && apart.count * 2 < twins.count, "\(apart.count) of \(twins.count)")
    let visited = Set(try sample.rows(of: .visits).compactMap { $0.fields.values.first { $0.count == 16 } })
    var cards: Set<String> = []
    var (near, seen) = (0, 0)
    for line in apart {
      let a = try sample.row(line["berkas"] ?? "", line: line["baris"] ?? "")
      let b = try sample.row(line["berkas_pembanding"] ?? "", line: line["baris_pembanding"] ?? "")
      let (x, y) = (a["NIK"] ?? "", b["NIK"] ?? "")
      #expect(a["NKK"] != b["NKK"])
      if let card = b["NKK"] { cards.insert(card) }
      if let card = b["NKK"], visited.contains(card) { seen += 1 }
      // A boy's and a girl's numbers are counted apart.
      if let one = Int(x.suffix(4)), let other = Int(y.suffix(4)), a["JENIS_KELAMIN"] == b["JENIS_KELAMIN"],
        x.prefix(12) == y.prefix(12), abs(one - other) == 1
      {
        near += 1
      }
    }
    #expect(cards.count == apart.count)
    #expect(near * 3 > apart.count * 2 - 3, "\(near) of \(apart.count)")
    #expect(seen * 10 > apart.count * 7, "\(seen) of \(apart.count)")
  }

  @Test("rows of one rule, and no others, have its defect", arguments: models)
  func rows(model: String) throws {
    let sample = try sample(model)
    let truth = try sample.truth()
    func planted(_ rule: String) -> Set<String> {
      Set((truth[rule] ?? []).map { ($0["berkas"] ?? "") + ":" + ($0["baris"] ?? "") })
    }
    let roll = try sample.rows(of: .roll).filter { ["", "8"].contains($0.fields["SARING"] ?? "") }
    func bearing(_ test: ([String: String]) -> Bool) -> Set<String> {
      Set(roll.filter { test($0.fields) }.map { "\($0.path):\($0.line)" })
    }
    let underage = bearing { row in
      let birth = day(row["TANGGAL_LAHIR"] ?? "")
      guard birth.isPossible, birth <= SampleCase.day, let age = birth.age(on: SampleCase.day) else { return false }
      return age < 17 && row["STATUS_KAWIN"] == "B"
    }
    #expect(underage == planted("di-bawah-umur") && underage.count >= 3)
    #expect(bearing { $0["RT"] == "" } == planted("rt-rw-kosong"))
    let invalid = bearing { row in
      let text = row["NIK"] ?? ""
      guard text.utf8.count == 16, let number = UInt64(text) else { return true }
      return !NIK(number: number).hasValidForm
    }
    #expect(invalid == planted("nik-tidak-valid") && invalid.count >= 3)
  }

  @Test("planted RT have no visit, all others have one", arguments: models)
  func visits(model: String) throws {
    let sample = try sample(model)
    let columns = ["kode_desa", "rw", "rt"]
    let visited = Set(
      try sample.rows(of: .visits).map { row in ["KODE_DESA", "RW", "RT"].map { row.fields[$0] ?? "" } })
    let existing = Set(try sample.rows(of: .areas).map { row in columns.map { row.fields[$0] ?? "" } })
    let planted = Set((try sample.truth()["rt-belum-tercoklit"] ?? []).map { line in columns.map { line[$0] ?? "" } })
    #expect(planted.count >= 3)
    #expect(existing.subtracting(visited) == planted)
  }

  @Test("a candidate for the special list is nobody's number on the roll", arguments: models)
  func candidates(model: String) throws {
    let sample = try sample(model)
    let numbers = Set(try sample.rows(of: .roll).compactMap { $0.fields["NIK"] })
    let lines = try #require(try sample.truth()["belum-terdaftar"]).filter {
      $0["berkas"]?.hasPrefix("penduduk/") ?? false
    }
    #expect((20...60).contains(lines.count))
    for line in lines {
      let row = try sample.row(line["berkas"] ?? "", line: line["baris"] ?? "")
      let number = try #require(row["NIK"])
      #expect(number.isEmpty || !numbers.contains(number))
      #expect((day(row["TANGGAL_LAHIR"] ?? "").age(on: SampleCase.day) ?? 0) >= 17)
    }
  }
}
