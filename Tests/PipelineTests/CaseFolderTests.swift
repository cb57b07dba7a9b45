import Foundation
import Pipeline
import RollModel
import TestSupport
import Testing

@Suite struct CaseFolderTests {
  @Test func foldersDecideRolesInOrder() throws {
    let scratch = try Scratch()
    for name in [
      "kematian/b.csv", "kematian/a.csv", "daftar-pemilih/z.csv", "daftar-pemilih/~$z.xlsx", "daftar-pemilih/.x.csv",
      "lain/tidak.csv", "hasil/2026-01-01/temuan.csv", "kunci.csv",
    ] {
      try scratch.write("x", to: name)
    }
    let found = try CaseFolder.open(scratch.path)
    #expect(found.sources.map(\.name) == ["daftar-pemilih/z.csv", "kematian/a.csv", "kematian/b.csv"])
    #expect(found.refusals.isEmpty)
    #expect(found.unread == ["lain/"])
    #expect(!found.hasPlan)
  }

  /// Windows writes a folder's name as the office does.
  @Test func aRolesFolderIsKnownHoweverItsLettersAreWritten() throws {
    let scratch = try Scratch()
    for name in ["Kematian/a.csv", "DAFTAR_PEMILIH/b.csv", "Bukti Hidup/c.csv", "TNI/d.csv"] {
      try scratch.write("x", to: name)
    }
    let found = try CaseFolder.open(scratch.path)
    #expect(found.sources.map(\.role) == [.roll, .deaths, .military, .signsOfLife])
    #expect(found.unread.isEmpty)
  }

  /// A list that nobody reads is named: an office that put it there believes that it is.
  @Test func tablesThatNoRoleTakesAreNamed() throws {
    let scratch = try Scratch()
    for name in [
      "daftar-pemilih/a.csv", "November.xlsx", "Data Kematian/x.csv", "kiriman/rs-1.csv", "kiriman/rs-2.csv",
      "lembar-jejawi.xlsx", "catatan.docx", "keluaran/temuan.csv", "keluaran/manifest.json",
    ] {
      try scratch.write("x", to: name)
    }
    try scratch.write("sumber:\n  - { berkas: kiriman/rs-1.csv, peran: kematian }\n", to: "padan.yaml")
    #expect(try CaseFolder.open(scratch.path).unread == ["Data Kematian/", "November.xlsx", "kiriman/rs-2.csv"])
  }

  @Test func sourceEntriesNameFilesElsewhereAndAddToThoseInFolders() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "kiriman/rs-1.csv")
    try scratch.write("x", to: "kiriman/rs-2.csv")
    try scratch.write("x", to: "daftar-pemilih/a.csv")
    try scratch.write(
      """
      sumber:
        - { berkas: kiriman/rs-?.csv, peran: kematian }
        - { berkas: daftar-pemilih/*.csv, pemisah: "|" }
        - { berkas: tidak/ada.csv, peran: pindah }
      """, to: "padan.yaml")
    let found = try CaseFolder.open(scratch.path)
    #expect(found.sources.map(\.name) == ["daftar-pemilih/a.csv", "kiriman/rs-1.csv", "kiriman/rs-2.csv"])
    #expect(found.sources.map(\.role) == [.roll, .deaths, .deaths])
    #expect(found.sources.first?.rule.delimiter == "|")
    #expect(
      found.refusals == ["padan.yaml baris 4: tidak ada berkas yang cocok dengan 'tidak/ada.csv' di folder kasus."])
  }

  /// A file's own entry goes before a pattern, wherever it stands; an entry that gets none is told who takes its files.
  @Test func theEntryThatIsAFilesNameTakesIt() throws {
    let scratch = try Scratch()
    for name in ["daftar-pemilih/a.csv", "daftar-pemilih/b.csv"] { try scratch.write("x", to: name) }
    try scratch.write(
      "sumber:\n  - { berkas: daftar-pemilih/*.csv, pemisah: \"|\" }\n  - { berkas: daftar-pemilih/a.csv, pemisah: \";\" }\n",
      to: "padan.yaml")
    let found = try CaseFolder.open(scratch.path)
    #expect(found.sources.map(\.rule.delimiter) == [";", "|"] && found.refusals.isEmpty, "\(found.refusals)")
    try scratch.write(
      "sumber:\n  - { berkas: daftar-pemilih/*.csv }\n  - { berkas: daftar-pemilih/?.csv }\n", to: "padan.yaml")
    #expect(
      try CaseFolder.open(scratch.path).refusals == [
        "padan.yaml baris 3: semua berkas yang cocok dengan 'daftar-pemilih/?.csv' sudah diambil baris 2."
      ])
    try scratch.write(
      "sumber:\n  - { berkas: daftar-pemilih/*.csv }\n  - { berkas: daftar-pemilih/a.csv }\n"
        + "  - { berkas: daftar-pemilih/b.csv }\n", to: "padan.yaml")
    #expect(try CaseFolder.open(scratch.path).refusals.isEmpty)
  }

  @Test func linksLeaveTheCaseNeither() throws {
    let outside = try Scratch()
    try outside.write("x", to: "rahasia.csv")
    let scratch = try Scratch()
    try scratch.write("x", to: "simpan/b.csv")
    try scratch.write("x", to: "daftar-pemilih/a.csv")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: scratch["daftar-pemilih/luar.csv"], withDestinationPath: outside["rahasia.csv"])
    try manager.createSymbolicLink(atPath: scratch["daftar-pemilih/b.csv"], withDestinationPath: "../simpan/b.csv")
    try manager.createSymbolicLink(atPath: scratch["kematian"], withDestinationPath: outside.path)
    let found = try CaseFolder.open(scratch.path)
    #expect(found.sources.map(\.name) == ["daftar-pemilih/a.csv", "daftar-pemilih/b.csv"])
    #expect(found.refusals.count == 2)
    #expect(found.refusals.allSatisfy { $0.contains("di luar folder kasus") || $0.contains("ke luar folder kasus") })
  }
}
