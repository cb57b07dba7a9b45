import Foundation
import RollModel
import TestSupport
import Testing

@testable import Pipeline

struct ModelFileTests {
  private func open(_ scratch: Scratch, model: String) throws -> CaseFolder {
    try scratch.write("nik,nama\n", to: "kasus/daftar-pemilih/a.csv")
    try scratch.write("model: \(model)\n", to: "kasus/padan.yaml")
    return try CaseFolder.open(scratch["kasus"])
  }

  @Test(
    "what is no model is refused in one sentence",
    arguments: [
      ("", "bukan model padan"), ("{\"jenis\":\"lain\"}", "bukan model padan"),
      ("{\"jenis\":\"model-pa", "bukan model"),
      ("{\"jenis\":\"model-padan\",\"bentuk\":0,\"versi\":\"0.1\"}", "dibuat oleh padan versi 0.1"),
      ("{\"jenis\":\"model-padan\",\"bentuk\":1,\"versi\":\"0.3\"}", "tidak dapat dibaca seluruhnya"),
    ])
  func refusals(text: String, words: String) throws {
    let scratch = try Scratch()
    try scratch.write(text, to: "kasus/beku.json")
    let folder = try open(scratch, model: "beku.json")
    let failure = try #require(throws: RunFailure.self) { try folder.frozenModel() }
    #expect(failure.sentence.hasPrefix("model: beku.json ") && failure.sentence.contains(words), "\(failure)")
  }

  @Test("a model that is not there, or lies outside of the case, is refused")
  func places() throws {
    let scratch = try Scratch()
    let absent = try open(scratch, model: "beku.json")
    #expect(throws: RunFailure.self) { try absent.frozenModel() }
    try scratch.write("{}", to: "luar.json")
    try FileManager.default.createSymbolicLink(
      atPath: scratch["kasus/tautan.json"], withDestinationPath: scratch["luar.json"])
    let linked = try open(scratch, model: "tautan.json")
    let failure = try #require(throws: RunFailure.self) { try linked.frozenModel() }
    #expect(failure.sentence.contains("ke luar folder kasus"))
  }

  @Test("a path out of the case is a fault of the plan", arguments: ["../beku.json", "/etc/beku.json", "a//b.json"])
  func paths(path: String) throws {
    #expect(throws: PlanFaults.self) { try PlanReader.read("model: \(path)\n") }
  }

  @Test("without the key there is no frozen model")
  func none() throws {
    let scratch = try Scratch()
    #expect(try open(scratch, model: "").frozenModel() == nil)
  }
}
