import Foundation
import RollModel
import TestSupport
import Testing

@testable import SampleRolls

@Suite("The same sample, byte for byte")
struct DeterminismTests {
  @Test("any thread count writes the same bytes", arguments: [1, 2, 5])
  func threads(count: Int) throws {
    let one = try SampleCase(2500, seed: 11, threads: 1)
    let other = try SampleCase(2500, seed: 11, threads: count)
    #expect(try one.paths() == other.paths())
    for path in try one.paths() { #expect(try one.bytes(path) == other.bytes(path), "\(path) differs") }
  }

  @Test("another seed, another model, another roll")
  func variety() throws {
    let one = try SampleCase(600, seed: 1)
    let seed = try SampleCase(600, seed: 2)
    let model = try SampleCase(600, seed: 1, model: .lain)
    let path = "daftar-pemilih/kayu-agung.csv"
    #expect(try one.bytes(path) != seed.bytes(path))
    #expect(try one.bytes(path) != model.bytes(path))
  }

  @Test("a desa does not depend on the batch it is made in")
  func villages() {
    let plan = SamplePlan(voters: 9000, seed: 3, model: .lain, referenceDay: SampleCase.day)
    let world = World(plan)
    let first = Village(desa: 7, world: world)
    _ = Village(desa: 2, world: world)
    let again = Village(desa: 7, world: world)
    #expect(first.persons.map { $0.name.all } == again.persons.map { $0.name.all })
    #expect(first.persons.filter(\.isVoter).count == plan.desa[7].voters)
  }

  @Test("a folder that holds something is left alone")
  func occupied() throws {
    let folder = try Scratch()
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/catatan.txt"))
    let sample = SampleKabupaten(voters: 60, seed: 1, model: .ringan, referenceDay: SampleCase.day)
    #expect(throws: SampleError.self) { try sample.write(to: folder.path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["catatan.txt"])
  }
}
