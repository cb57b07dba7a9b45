import Casework
import RollModel
import TestSupport
import Testing

@Suite struct FollowUpTableTests {
  @Test func theTableOfARunIsReadAgain() throws {
    let scratch = try Scratch()
    #expect(try FollowUpTable.read(scratch.path).isEmpty)
    try scratch.write(
      "surat,tanggal,kelas,kecamatan,disampaikan,ditindaklanjuti,belum,muncul_lagi,tidak_dapat_dinilai,alasan_kpu,hari\n"
        + "25/X,2026-11-22,TMS,LEMPUING,8,3,2,1,0,belum ada akta (2); RT 1 (dua); lain (1),7\n"
        + "25/X,2026-11-22,MS,LEMPUING,1,0,0,0,1,,7\n", to: "tindak-lanjut.csv")
    let lines = try FollowUpTable.read(scratch.path)
    #expect(lines.map(\.label) == ["TMS", "MS"])
    #expect(lines.map(\.sent) == [8, 1])
    // What is in none of the counts was taken back.
    #expect(lines.map(\.withdrawn) == [2, 0])
    #expect(lines[0].counts == [.done: 3, .open: 2, .again: 1])
    #expect(lines[0].answerCounts == ["belum ada akta": 2, "RT 1 (dua); lain": 1])
    #expect(lines[1].days == 7)
  }
}
