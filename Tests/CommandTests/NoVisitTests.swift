import Foundation
import TestSupport
import Testing

/// A case without a list of coklit: nothing is known of visits, which is not the same as none.
@Suite struct NoVisitTests {
  @Test func unknownCoverageIsNotZero() throws {
    let files = try RunFiles.sample(voters: 500)
    try FileManager.default.removeItem(atPath: files.folder + "/coklit")
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("Tidak ada daftar coklit") && !run.out.contains("Pantarlih"), "\(run.out)")
    let areas = ProvinceCase.rows(try files.text("wilayah.csv"))
    #expect(areas.count > 5)
    for column in ["kk_tercoklit", "cakupan_kk", "pemilih_tercoklit", "cakupan_pemilih", "stiker_tanpa_kunjungan"] {
      #expect(areas.allSatisfy { $0[column] == "" }, "\(column)")
    }
    #expect(areas.allSatisfy { $0["pemilih"] != "" && $0["tms_jumlah"] != "" })
    #expect(!(try files.text("laporan.html").contains(">0,0%<")))
  }
}
