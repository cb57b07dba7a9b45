import Foundation
import TestSupport
import Testing

/// A model saved by one run and frozen for the next.
@Suite struct FrozenModelTests {
  private func freeze(_ files: RunFiles, _ path: String) throws {
    let plan = try files.scratch.read("kasus/padan.yaml")
    try files.scratch.write(plan + "\nmodel: \(path)\n", to: "kasus/padan.yaml")
  }

  @Test func theSameCaseUnderItsOwnModelFindsTheSame() throws {
    let files = try RunFiles.sample(voters: 1_200)
    #expect(try files.examine().status == 0)
    try freeze(files, "hasil/2026-11-21/model.json")
    let result = try files.examine(["--keluaran", files.folder + "/hasil/lagi"])
    #expect(result.status == 0, "\(result.err)")
    for name in ["temuan.csv", "pasangan.csv"] {
      #expect(try files.text(name) == files.text(name, run: "lagi"), "\(name)")
    }
    #expect(try files.details() == files.details(run: "lagi"))
    let summary = try files.json("ringkasan.json", run: "lagi")
    #expect(summary["pemadanan"]?["ganda"]?["model_beku"] == .boolean(true))
    #expect(summary["pemadanan"]?["ganda"]?.items("pergeseran") == [])
    let manifest = try files.json("manifest.json", run: "lagi")
    #expect(manifest.items("masukan").contains { $0.text("berkas") == "hasil/2026-11-21/model.json" })
    #expect(try files.text("model.json") == files.text("model.json", run: "lagi"))
  }

  /// The model is made to say that one person's records mostly differ in sex, which no roll can bear out.
  @Test func aModelThatNoLongerFitsIsReportedEverywhere() throws {
    let files = try RunFiles.sample(voters: 3_000)
    #expect(try files.examine().status == 0)
    let sex = #/("bidang": "jenis kelamin"[^\]]*?"m": )([0-9.e-]+)([^\]]*?"m": )([0-9.e-]+)/#
    let model = try files.text("model.json").replacing(sex) { "\($0.1)\($0.4)\($0.3)\($0.2)" }
    try files.scratch.write(model, to: "kasus/beku.json")
    try freeze(files, "beku.json")
    let result = try files.examine(["--keluaran", files.folder + "/hasil/lagi"])
    #expect(result.out.contains("Model beku tidak lagi cocok untuk daftar kematian: jenis kelamin"), "\(result.out)")
    #expect(try files.text("laporan.html", run: "lagi").contains("model itu tidak lagi cocok"))
    let drift = try files.json("ringkasan.json", run: "lagi")["pemadanan"]?["kematian"]?.items("pergeseran") ?? []
    #expect(drift.first?.text("bidang") == "jenis kelamin")
    // Of the two levels the one that is told: nearly all records of one person agree in sex, hardly one differs.
    #expect(drift.contains { abs(($0.number("kini") ?? 0.5) - 0.5) > 0.4 })
  }

  @Test(arguments: [
    ("../model.json", Int32(64)), ("tidak-ada.json", 2), ("padan.yaml", 2), ("daftar-pemilih", 2),
  ])
  func whatIsNoModelStopsTheRun(path: String, status: Int32) throws {
    let files = try RunFiles.written([
      "daftar-pemilih/a.csv": RunFiles.roll(30), "padan.yaml": "wilayah: \"1602\"\nmodel: \(path)\n",
    ])
    let result = try files.examine()
    #expect(result.status == status, "\(result.err)")
    #expect(result.err.contains("model"))
    #expect(files.runs.isEmpty)
  }

  @Test func aModelOfOtherNumbersIsNotUsed() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let model = try files.text("model.json").replacing(
      "\"keadaan_nik\": \"utuh\"", with: "\"keadaan_nik\": \"terpotong\"")
    try files.scratch.write(model, to: "kasus/model.json")
    try freeze(files, "model.json")
    let result = try files.examine(["--keluaran", files.folder + "/hasil/lagi"])
    #expect(result.status == 2)
    #expect(result.err.contains("model: model.json"))
  }
}
