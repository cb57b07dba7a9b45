import Casework
import TestSupport
import Testing

@Suite struct FindingDecisionsTests {
  @Test func sahAndTolakCloseAFinding() throws {
    let scratch = try Scratch()
    try scratch.write(
      "id,aturan,keputusan,surat\nA,x,sah,1\nB,x,tolak,\nC,x,perlu cek,\nD,x,,\n\"E\",x,\"sah\",\n", to: "temuan.csv")
    #expect(FindingDecisions.closed(in: scratch.path) == ["A", "B", "E"])
  }

  @Test func aRunWithoutTheColumnHasNoDecisions() throws {
    let scratch = try Scratch()
    try scratch.write("id,aturan\nA,x\n", to: "temuan.csv")
    #expect(FindingDecisions.closed(in: scratch.path).isEmpty)
    #expect(FindingDecisions.closed(in: scratch["tiada"]).isEmpty)
  }
}
