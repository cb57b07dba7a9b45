import RollModel
import Testing

@testable import Rules

struct RuleSettingsTests {
  @Test func allFaultsAreToldAtOnce() {
    let (_, faults) = RuleSettings.reading([
      "usia-lanjut": ["usia": "seratus", "umur": "90"], "umur-lanjut": ["usia": "90"],
      "pengaman": ["batas_tps": "1.5"], "ganda": ["aktif": "mungkin"],
    ])
    #expect(
      faults.map { [$0.rule, $0.key ?? ""] } == [
        ["ganda", "aktif"], ["pengaman", "batas_tps"], ["umur-lanjut", ""], ["usia-lanjut", "umur"],
        ["usia-lanjut", "usia"],
      ])
    #expect(faults.allSatisfy { $0.message.hasPrefix("aturan.") && $0.message.hasSuffix(".") })
  }

  @Test func decimalsAreReadWithCommaAndPoint() {
    for text in ["0,25", "0.25"] {
      let (settings, faults) = RuleSettings.reading(["pengaman": ["batas_tps": text]])
      #expect(faults.isEmpty && settings.effective.contains { $0.key == "pengaman.batas_tps" && $0.value == "0.25" })
    }
  }

  @Test func whatIsGivenIsUsedAndShown() {
    let (settings, faults) = RuleSettings.reading(["usia-lanjut": ["usia": "90"], "ganda": ["aktif": "tidak"]])
    #expect(faults.isEmpty)
    #expect(settings.values(of: "usia-lanjut")[VeryOldVoter.limit] == 90)
    #expect(!settings.isActive("ganda") && settings.isActive("usia-lanjut"))
    let shown = settings.effective.map { "\($0.key)=\($0.value)" }
    #expect(shown.contains("usia-lanjut.usia=90"))
    #expect(shown.contains("ganda.aktif=tidak"))
    #expect(shown.contains("pengaman.batas_peluang=0.001"))
  }

  @Test func aRuleThatIsOffFindsNothing() throws {
    var example = try ExampleCase(VeryOldVoter.card.examples[0])
    #expect(examine(example).contains { $0.rule == "usia-lanjut" })
    example = try ExampleCase(
      Example(settings: ["aktif": "tidak"], VeryOldVoter.card.examples[0].table), rule: "usia-lanjut")
    #expect(!examine(example).contains { $0.rule == "usia-lanjut" })
  }

  @Test func anOldNameStillServes() {
    let (settings, faults) = RuleSettings.reading(["calon-daftar-khusus": ["aktif": "tidak"]])
    #expect(faults.isEmpty)
    #expect(!settings.isActive("belum-terdaftar"))
    #expect(Rulebook.card(id: "calon-daftar-khusus")?.id == "belum-terdaftar")
    #expect(RuleNames.first("belum-terdaftar") == "calon-daftar-khusus" && RuleNames.first("ganda") == "ganda")
  }
}
