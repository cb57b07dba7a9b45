import RollModel
import Testing

@testable import Readers

/// Residents whom number and birth date find on the roll have no words; the others have those of a list that is read whole.
@Suite struct LateWordsTests {
  private static let header = "no,nama,nik,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat,rt,kode_desa\n"

  /// Rows of people `numbers`; every seventh is born on another day than on the roll, every eleventh has no number, every
  /// thirteenth has a cell too many, and some names have letters of no Latin alphabet, none outside of parentheses, or say
  /// that the person is dead.
  private static func text(_ numbers: Range<Int>, isRoll: Bool) -> String {
    header
      + numbers.map { i in
        let day = 10 + i % 15 + (!isRoll && i % 7 == 0 ? 1 : 0)
        let nik = !isRoll && i % 11 == 0 ? "" : "160205\(10 + i % 15)0180\(1000 + i)"
        let name =
          i % 17 == 0
          ? "ИВАН"
          : i % 29 == 0
            ? "(\(letters(i)))" : i % 19 == 0 ? "ALM. BUDI \(letters(i))" : "\"SITI, AMINAH\" BINTI \(letters(i))"
        let extra = i % 13 == 0 ? "," : ""
        return
          "\(i),\(name),\(nik),KAYU AGUNG \(letters(i)),\(day)|01|1980,P,\(extra)DUSUN \(i % 40),01,16020520\(10 + i % 4)\n"
      }.joined()
  }

  private static func letters(_ i: Int) -> String {
    String(decoding: [65 + UInt8(i % 26), 65 + UInt8(i / 26 % 26), 65 + UInt8(i / 676)], as: UTF8.self)
  }

  private static func read(_ role: Role, threads: Int, piece: Int, rollNumber: (String) -> String = { $0 }) throws
    -> CaseData
  {
    let folder = try CaseOnDisk()
    try folder.add("daftar/roll.csv", .roll, rollNumber(text(0..<900, isRoll: true)))
    try folder.add("lain/a.csv", role, text(600..<1100, isRoll: false))
    try folder.add("lain/b.csv", role, text(100..<400, isRoll: false))
    return try folder.read(threads: threads) {
      $0.pieceSize = piece
      $0.quarantineLimit = 1
    }
  }

  @Test(arguments: [(1, 1 << 20), (2, 1000), (3, 257)])
  func wordsAreThoseOfAListThatIsReadWhole(_ threads: Int, _ piece: Int) throws {
    let data = try Self.read(.residents, threads: threads, piece: piece)
    let whole = try #require(try Self.read(.specialList, threads: 1, piece: 1 << 20).lists[.specialList])
    let residents = try #require(data.lists[.residents])
    let withWords = Set(try #require(residents.rowsWithWords).map(Int.init))
    #expect(whole.rowsWithWords == nil)
    #expect(residents.count == whole.count)
    #expect(residents.columns.nik == whole.columns.nik)
    #expect(residents.columns.birth == whole.columns.birth)
    var settled = 0
    for row in 0..<residents.count {
      if withWords.contains(row) {
        #expect(residents.describe(row) == whole.describe(row))
      } else {
        settled += 1
        #expect(residents[row].coreName.isEmpty)
        #expect(
          (0..<data.roll.count).contains {
            data.roll[$0].nik == residents[row].nik && data.roll[$0].birth == residents[row].birth
          })
      }
    }
    #expect(settled > 300 && withWords.count > 200)
    // A settled row has its twin; one with words has none.
    #expect(
      withWords.allSatisfy { row in
        !(0..<data.roll.count).contains {
          residents[row].nik.isFull && data.roll[$0].nik == residents[row].nik
            && data.roll[$0].birth == residents[row].birth
        }
      })
  }

  @Test func whatIsRefusedDoesNotHangOnWhenWordsAreRead() throws {
    let late = try Self.read(.residents, threads: 2, piece: 500)
    let whole = try Self.read(.specialList, threads: 1, piece: 1 << 20)
    #expect(late.rejections.count > 2 && late.repairs.contains { $0.deed == .leftUnknown && $0.field == .name })
    #expect(
      late.rejections.map { "\($0.file):\($0.line) \($0.reason)" }
        == whole.rejections.map { "\($0.file):\($0.line) \($0.reason)" })
    #expect(late.repairs.map(\.line) == whole.repairs.map(\.line))
    #expect(late.repairs.map(\.field) == whole.repairs.map(\.field))
  }

  @Test func numbersThatLostDigitsSettleNobody() throws {
    let data = try Self.read(.residents, threads: 2, piece: 500) { text in
      text.split(separator: "\n").map { line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if let at = cells.firstIndex(where: { $0.hasPrefix("160205") && $0.count == 16 }) {
          cells[at] = cells[at].dropLast() + "0"
        }
        return cells.joined(separator: ",")
      }.joined(separator: "\n")
    }
    let residents = try #require(data.lists[.residents])
    #expect(data.roll.nikState == .truncated)
    #expect(residents.rowsWithWords?.count == residents.count)
  }
}
