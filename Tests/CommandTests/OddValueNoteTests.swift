import TestSupport
import Testing

/// What notes of data say of values that could not be read is what the record shows.
@Suite struct OddValueNoteTests {
  private static let header =
    "KODE_DESA,NKK,NIK,NAMA,TEMPAT_LAHIR,TANGGAL_LAHIR,STATUS_KAWIN,JENIS_KELAMIN,ALAMAT,RT,RW,DISABILITAS,STATUS_KTP_EL,"
    + "KETERANGAN,TPS"
  private static let columns = header.split(separator: ",").map(String.init)

  @Test func notesNameTheFieldAndSayWhatIsThere() throws {
    let changes: [[String: String]] = [
      ["TANGGAL_LAHIR": "17/08/80"], ["TANGGAL_LAHIR": "31-02-1980"], ["RT": "1A"], ["RT": ""], ["RT": "001."],
      ["DISABILITAS": "9"], ["STATUS_KTP_EL": "RUSAK"], ["JENIS_KELAMIN": "Q"], ["KETERANGAN": "K.1"],
      ["STATUS_KAWIN": "Q"], ["RT": "1A", "RW": "?A"], ["TANGGAL_LAHIR": "tidak tahu"],
    ]
    let rows = (0..<300).map { row in
      let cells = [
        "1602052001", "16020501011\(10_000 + row / 3)", "160205120380\(1000 + row)",
        "ORANG \(row % 7 == 0 ? "SATU" : "DUA")",
        "OKI", "12-03-1980", "S", "L", "DUSUN I", "001", "002", "", "S", "", "003",
      ]
      let own = row < changes.count ? changes[row] : [:]
      return Self.columns.indices.map { own[Self.columns[$0]] ?? cells[$0] }.joined(separator: ",")
    }
    let scratch = try Scratch()
    try scratch.write(Self.header + "\n" + rows.joined(separator: "\n") + "\n", to: "kasus/daftar-pemilih/a.csv")
    let result = try Binary.run([
      "periksa", scratch["kasus"], "--keluaran", scratch["hasil"], "--tanggal", "2026-11-21",
    ])
    try #require(result.status == 0, "\(result.err)")
    let rules: Set<Substring> = ["tanggal-lahir-tidak-wajar", "rt-rw-kosong", "kode-tidak-dikenal"]
    let notes = try scratch.read("hasil/catatan-data.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
    }.filter { rules.contains($0[1]) }.map { "\($0[3]) \($0[8]) \($0[9])" }
    #expect(
      Set(notes) == [
        "2 tanggal_lahir tanggal lahir yang tertulis tidak terbaca sebagai tanggal",
        "3 tanggal_lahir tanggal lahir yang tertulis tidak ada pada kalender",
        "4 rt_rw RT tidak terbaca", "5 rt_rw RT tidak terisi",
        "7 disabilitas kode tidak dikenal: disabilitas «9»",
        "8 status_ktp_el kode tidak dikenal: status_ktp_el «RUSAK»",
        "9 jenis_kelamin kode tidak dikenal: jenis_kelamin «Q»",
        "10 keterangan kode tidak dikenal: keterangan «K.1»",
        "11 status_kawin kode tidak dikenal: status_kawin «Q»",
        "12 rt_rw RT dan RW tidak terbaca",
      ])
    let voters = try scratch.read("hasil/wilayah.csv").split(separator: "\n").filter { $0.hasPrefix("tps,") }
    #expect(voters.count == 1, "nobody left the station")
  }
}
