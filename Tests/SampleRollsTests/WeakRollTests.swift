import RollModel
import TestSupport
import Testing

@testable import SampleRolls

@Suite("Rolls with cut or hidden numbers, and harder names")
struct WeakRollTests {
  private func roll(_ numbers: NumberWriting) throws -> [[String]] {
    let folder = try Scratch()
    let sample = SampleKabupaten(
      voters: 400, seed: 5, model: .berat, referenceDay: SampleCase.day, numbers: numbers, threads: 1)
    _ = try sample.write(to: folder.path)
    let text = try folder.read("daftar-pemilih/tanjung-lubuk.csv")
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(
    "the roll writes its numbers and dates as asked, the rest stays",
    arguments: [NumberWriting.penuh, .terpotong, .tersamar])
  func numbers(writing: NumberWriting) throws {
    let full = try roll(.penuh)
    let rows = try roll(writing)
    #expect(rows.count == full.count)
    for (row, whole) in zip(rows, full) where whole[6].count == 16 && whole[6].allSatisfy(\.isNumber) {
      #expect(row[7] == whole[7])
      switch writing {
      case .penuh: #expect(row[6] == whole[6])
      case .terpotong:
        #expect(row[6] == whole[6].dropLast() + "0")
        #expect(row[5] == whole[5].dropLast() + "0")
        #expect(row[9] == whole[9])
      case .tersamar:
        #expect(row[6] == whole[6].prefix(10) + "******")
        #expect(row[5] == whole[5].prefix(10) + "******")
        #expect(row[9] == whole[9].dropLast(4) + "****")
      }
    }
  }

  @Test("stress changes what it names and nothing else")
  func stress() {
    #expect(ErrorModel.ringan.under(.tanpa).sharedFamilyNameRate == ErrorModel.ringan.sharedFamilyNameRate)
    #expect(ErrorModel.ringan.under(.familyNames).sharedFamilyNameRate == 0.6)
    #expect(abs(ErrorModel.ringan.under(.mistypedNames).registration.name - 0.1) < 1e-12)
    #expect(ErrorModel.ringan.under(.mistypedNames).name == "ringan")
  }
}
