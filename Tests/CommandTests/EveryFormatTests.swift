#if OfficeFiles
  import Foundation
  import TestSupport
  import Testing

  /// One list, in every form that offices send it: the same findings.
  @Suite struct EveryFormatTests {
    @Test func oneListGivesTheSameFindingsInEveryForm() throws {
      let scratch = try Scratch()
      let made = try Binary.run(
        ["contoh", scratch["kasus"], "--pemilih", "1500", "--benih", "77", "--model", "berat"])
      try #require(made.status == 0, "\(made.err)")
      let pages = try scratch.names("kasus/daftar-pemilih").map { name in
        try scratch.read("kasus/daftar-pemilih/" + name).split(separator: "\n").map(String.init)
      }
      let list = (pages.first?.first).map { [$0] + pages.flatMap { $0.dropFirst() } } ?? []
      try scratch.write(list.joined(separator: "\n") + "\n", to: "daftar.csv")
      let writer = try Binary.run(
        [Project.root + "/Scripts/every-format", scratch["daftar.csv"], scratch["bentuk"]], tool: "/usr/bin/env")
      try #require(writer.status == 0, "\(writer.err)")
      let forms = writer.out.split(separator: "\n").map(String.init)
      #expect(forms.count >= 10)
      var first: [String] = []
      for form in forms {
        let found = try findings(scratch, form)
        if first.isEmpty { first = found }
        if form == "lembar-per-tps" {
          // Rows stand elsewhere, in sheets of their own.
          #expect(ids(found) == ids(first), "\(form)")
        } else {
          #expect(found.count > 100 && found == first, "\(form)")
        }
      }
    }

    private func ids(_ table: [String]) -> [Substring] { table.map { $0.prefix { $0 != "," } }.sorted() }

    /// The findings of the case with its roll in one form, the roll's file called the same in all of them.
    private func findings(_ scratch: Scratch, _ form: String) throws -> [String] {
      let folder = scratch["kasus/daftar-pemilih"]
      try FileManager.default.removeItem(atPath: folder)
      try FileManager.default.copyItem(atPath: scratch["bentuk/" + form], toPath: folder)
      let out = scratch["hasil-" + form]
      let run = try Binary.run(["periksa", scratch["kasus"], "--keluaran", out, "--semua-di-temuan"])
      #expect(run.status == 0, "\(form): \(run.err)")
      let file = scratch.names("kasus/daftar-pemilih").first ?? ""
      let table = try String(contentsOfFile: out + "/temuan.csv", encoding: .utf8)
      return table.replacingOccurrences(of: "daftar-pemilih/" + file, with: "daftar-pemilih/daftar")
        .split(separator: "\n").map(String.init)
    }
  }
#endif
