import RollModel
import TestSupport
import Testing

@testable import SampleRolls

/// Shares of a sample of 20,000 beside those of real rolls (domain page, section 2).
@Suite("Rates of real rolls")
struct RatesTests {
  @Test("names, birthdays and numbers")
  func shares() throws {
    let sample = try SampleCase(20_000, seed: 8, model: .ringan)
    let roll = try sample.rows(of: .roll).map(\.fields)
    let count = Double(roll.count)
    func share(_ test: ([String: String]) -> Bool) -> Double { Double(roll.count { test($0) }) / count }
    func name(_ row: [String: String]) -> String { row["NAMA_PEMILIH"] ?? "" }
    func words(_ number: Int) -> Double { share { name($0).split(separator: " ").count == number } }
    let table: [(what: String, share: Double, expected: ClosedRange<Double>)] = [
      ("one word", words(1), 0.46...0.54), ("two words", words(2), 0.29...0.38), ("three", words(3), 0.11...0.17),
      ("four", words(4), 0.01...0.035), ("apostrophe", share { name($0).contains("'") }, 0.018...0.032),
      ("dot", share { name($0).contains(".") }, 0.004...0.014),
      ("1 January", share { ($0["TANGGAL_LAHIR"] ?? "").hasPrefix("01|01|") }, 0.058...0.08),
      ("1 July", share { ($0["TANGGAL_LAHIR"] ?? "").hasPrefix("01|07|") }, 0.008...0.016),
      ("31 December", share { ($0["TANGGAL_LAHIR"] ?? "").hasPrefix("31|12|") }, 0.003...0.008),
      ("NIK of another date", share(Self.dateDiffers), 0.085...0.13),
      ("NIK of another sex", share(Self.sexDiffers), 0.012...0.024),
      ("NIK of another kabupaten", share { !($0["NIK"] ?? "").hasPrefix("1602") }, 0.022...0.036),
    ]
    for row in table { #expect(row.expected.contains(row.share), "\(row.what): \(row.share)") }
    let tokens = Set(roll.flatMap { name($0).split(separator: " ").map(String.init) })
    #expect(tokens.count > 4000)
  }

  private static func dateDiffers(_ row: [String: String]) -> Bool {
    guard let number = UInt64(row["NIK"] ?? "") else { return false }
    let nik = NIK(number: number)
    let birth = day(row["TANGGAL_LAHIR"] ?? "")
    return nik.day != birth.day || nik.month != birth.month || nik.yearDigits != birth.year % 100
  }

  private static func sexDiffers(_ row: [String: String]) -> Bool {
    guard let number = UInt64(row["NIK"] ?? "") else { return false }
    return (NIK(number: number).sex == .male) != (row["JENIS_KELAMIN"] == "L")
  }

  @Test("the roll has the rows asked for", arguments: [60, 600, 3000, 20_000])
  func sizes(voters: Int) throws {
    let sample = try SampleCase(voters)
    #expect(abs(sample.summary.voters - voters) <= 3 + voters / 200)
  }

  @Test("second rows are about 0.83 % of the roll", arguments: ErrorModel.all.map(\.name))
  func duplicates(model: String) throws {
    let sample = try SampleCase(20_000, seed: 4, model: try #require(ErrorModel.named(model)))
    let pairs = try #require(sample.summary.planted.first { $0.rule == "ganda" }).count
    #expect((130...200).contains(pairs), "\(pairs)")
  }

  @Test("families stay in one station, stations within 500 but for those planted")
  func stations() throws {
    let sample = try SampleCase(20_000, seed: 4, model: .ringan)
    var voters: [String: Int] = [:]
    var stationsOf: [String: Set<String>] = [:]
    for row in try sample.rows(of: .roll).map(\.fields) {
      let desa = row["KODE_DESA"] ?? ""
      voters[desa + (row["TPS"] ?? ""), default: 0] += 1
      stationsOf[desa + (row["NKK"] ?? ""), default: []].insert(row["TPS"] ?? "")
    }
    let truth = try sample.truth()
    #expect(voters.values.count { $0 > 500 } == (truth["tps-melebihi-kapasitas"] ?? []).count)
    #expect(stationsOf.values.count { $0.count > 1 } <= (truth["kk-beda-tps"] ?? []).count + 3)
  }
}
