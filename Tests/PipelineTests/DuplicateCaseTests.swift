import RollModel
import Testing

/// Cases of the field about which of two rows stays, with their right answers; all persons are made up.
@Suite struct DuplicateCaseTests {
  private static let header =
    "nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,keterangan,kode_desa,tps\n"
  private static let others = (1...60).map { i in
    "16020501019\(i + 100)01,160205\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),\(names[i % 8]) \(names[(i / 8 + 3) % 8]),OKI,"
      + "19\(70 + i % 10)-0\(1 + i % 9)-\(10 + i % 18),S,L,JL MELATI \(i),\(1 + i % 4),1,,1602052001,1\n"
  }.joined()
  private static let names = ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]

  private static func row(
    nik: String = "1602051203850002", nkk: String = "1602050101010002", name: String = "RUDI HERMANTO",
    born: String = "1985-03-12", remark: String = "", tps: Int
  ) -> String {
    "\(nkk),\(nik),\(name),OKI,\(born),S,L,JL MAWAR,1,1,\(remark),1602052001,\(tps)\n"
  }

  private func doubles(_ files: [String: String]) throws -> (OfficeCase, [Finding]) {
    let office = try OfficeCase(files)
    return (office, office.of("ganda"))
  }

  /// Case 5: one person at home and in a prison's station: both shown, and the field decides.
  @Test(arguments: [false, true])
  func aSpecialStationIsNeverChosen(_ isFirst: Bool) throws {
    let (home, prison) = (Self.row(tps: 3), Self.row(nkk: "1602050101019999", tps: 901))
    let (office, found) = try doubles([
      "daftar-pemilih/a.csv": Self.header + (isFirst ? prison + home : home + prison) + Self.others
    ])
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.tier == .certain)
    #expect(finding.heldBack.contains("lokasi khusus (901)") && finding.action.hasPrefix("Jangan diusulkan"))
    let stations = [finding.rollReference, finding.counterpart].compactMap { $0.flatMap { office.data.voter($0)?.tps } }
    #expect(Set(stations) == [3, 901])
  }

  /// Case 17: two people of one name and birth date, numbers one apart, other families: at most to be verified.
  @Test func namesakesBornOnOneDay() throws {
    let (_, found) = try doubles([
      "daftar-pemilih/a.csv": Self.header
        + Self.row(nik: "1602051708790001", name: "M YUSUF", born: "1979-08-17", tps: 1)
        + Self.row(nik: "1602051708790002", nkk: "1602050101013333", name: "M YUSUF", born: "1979-08-17", tps: 2)
        + Self.others
    ])
    #expect(found.allSatisfy { $0.tier <= .verify })
  }

  /// Grown twins in two families, or one house: the digit in which their numbers differ is lost, so the field decides.
  @Test(arguments: [
    ("HASAN SURYA PRATAMA", "1602050101014440"), ("JUMADI SURYA PRATAMA", "1602050101014440"),
    ("JUMADI SURJA PRATAMA", "1602050101014440"),
    ("HASAN SURYA PRATAMA", "1602050101010000"), ("HUSIN SURYA PRATAMA", "1602050101010000"),
  ])
  func twinsWhoseNumbersAreCut(_ name: String, _ card: String) throws {
    let cut = { (text: String) in
      text.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).enumerated()
          .map { $0 < 2 ? String($1.dropLast()) + "0" : String($1) }.joined(separator: ",")
      }.joined(separator: "\n") + "\n"
    }
    let rows = Self.row(name: "HUSEN SURYA PRATAMA", tps: 1) + Self.row(nkk: card, name: name, tps: 1) + Self.others
    let (office, found) = try doubles(["daftar-pemilih/a.csv": Self.header + cut(rows)])
    #expect(office.data.files.first?.nikState == .truncated)
    #expect(found.allSatisfy { $0.tier <= .verify }, "\(found.map(\.explanation))")
  }

  /// Case 18: a temporary number and the true one: the true one stays, whichever file comes first.
  @Test(arguments: ["a.csv", "z.csv"])
  func theTrueNumberStays(_ name: String) throws {
    let (office, found) = try doubles([
      "daftar-pemilih/m.csv": Self.header + Self.row(tps: 1) + Self.others,
      "daftar-pemilih/" + name: Self.header + Self.row(nik: "0160205000000003", tps: 1),
    ])
    let finding = try #require(found.first)
    #expect(office.data.voter(finding.rollReference)?.nik.isTemporary == true)
    #expect(finding.explanation.contains("NIK sementara"))
  }

  /// It stays even where the family votes at the station of the temporary one: a station is easier mended than a number.
  @Test func theTrueNumberStaysAwayFromItsFamily() throws {
    let (office, found) = try doubles([
      "daftar-pemilih/m.csv": Self.header
        + Self.row(nik: "1602051103700007", name: "KARTINI", born: "1970-03-11", tps: 1)
        + Self.row(nik: "0160205000000003", tps: 1) + Self.row(tps: 2) + Self.others
    ])
    let finding = try #require(found.first)
    #expect(office.data.voter(finding.rollReference)?.nik.isTemporary == true)
    #expect(finding.explanation.contains("NIK sementara"))
  }

  /// The order of files and rows decides nothing.
  @Test func theSameRowGoesWhateverTheOrder() throws {
    let rows = [Self.row(tps: 1), Self.row(nkk: "1602050101018888", tps: 2)]
    var gone: Set<Int> = []
    for order in [[0, 1], [1, 0]] {
      for name in ["a.csv", "z.csv"] {
        let (office, found) = try doubles([
          "daftar-pemilih/m.csv": Self.header + rows[order[0]] + Self.others,
          "daftar-pemilih/" + name: Self.header + rows[order[1]],
        ])
        let finding = try #require(found.first)
        #expect(!finding.explanation.contains("lebih dahulu"))
        if let voter = office.data.voter(finding.rollReference) { gone.insert(voter.tps) }
      }
    }
    #expect(gone.count == 1)
  }

  /// Case 28: twins are a list of their own.
  @Test func twinsAreNotDoubles() throws {
    let (office, found) = try doubles([
      "daftar-pemilih/a.csv": Self.header
        + Self.row(nik: "1602051708990001", name: "HASAN BASRI", born: "1999-08-17", tps: 1)
        + Self.row(nik: "1602051708990002", name: "HUSEN BASRI", born: "1999-08-17", tps: 1) + Self.others
    ])
    #expect(found.isEmpty && office.of("kemungkinan-kembar").count == 1)
  }

  /// Twins who married have cards, houses and stations of their own; their numbers still follow one another.
  @Test(arguments: [
    ("1602054303900001", "SEPTI WULANDARI", "1602054303900002", "SEPTA WULANDARI", "P"),
    ("1602050303900001", "HASAN BASRI MAHENDRA", "1602050303900002", "HUSEN BASRI MAHENDRA", "L"),
    ("1602050303900001", "RIANO PERMANA PUTRA", "1602054303900007", "RIANA PERMANA PUTRA", "P"),
  ])
  func twinsLivingApartAreNotDoubles(_ nik: String, _ name: String, _ other: String, _ twin: String, _ sex: String)
    throws
  {
    func row(_ nik: String, _ nkk: String, _ name: String, _ sex: String, _ place: String, _ mark: String = "")
      -> String
    {
      "\(nkk),\(nik),\(name),OKI,1990-03-03,S,\(sex),\(place),1,\(mark),1602052001,1\n"
    }
    let elder = row(nik, "1602050101010002", name, nik.dropFirst(6).first == "4" ? "P" : "L", "JL MAWAR 4,1")
    let younger = row(other, "1602050107150009", twin, sex, "JL KENANGA 9,2")
    let (office, found) = try doubles(["daftar-pemilih/a.csv": Self.header + elder + younger + Self.others])
    #expect(found.isEmpty)
    let held = try #require(office.of("kemungkinan-kembar").first)
    #expect(!held.explanation.contains("satu KK") && held.explanation.contains("tidak diusulkan sebagai ganda"))
    // Who was struck as the other's double is told to be looked at again.
    let struck = row(other, "1602050107150009", twin, sex, "JL KENANGA 9,2", "2")
    let refuted = try OfficeCase(["daftar-pemilih/a.csv": Self.header + elder + struck + Self.others]).of(
      "tms-terbantah")
    #expect(refuted.map(\.tier) == [.verify] && refuted.allSatisfy { $0.explanation.contains("saudara kembarnya") })
  }

  /// Case 24: without number and date, name with age and hamlet: the one they fit, to be verified.
  @Test func nameAgeAndHamletAlone() throws {
    let header = "nama,usia,jenis_kelamin,alamat,rt,tps,desa\n"
    let others = (1...60).map { i in
      "\(Self.names[i % 8]) \(Self.names[(i / 8 + 3) % 8]),\(20 + i),L,DUSUN \(["I", "II", "III"][i % 3]),1,1,SIDAKERSA\n"
    }.joined()
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": header + "AHMAD,45,L,DUSUN I,1,1,SIDAKERSA\nAHMAD,46,L,DUSUN II,1,1,SIDAKERSA\n" + others,
      "kematian/k.csv": "nama,usia,alamat,desa,sumber\nAHMAD,46,DUSUN II,SIDAKERSA,laporan\n",
    ])
    let dead = office.of("meninggal")
    #expect(dead.allSatisfy { $0.tier <= .verify })
    #expect(dead.allSatisfy { office.data.voter($0.rollReference)?.line == 3 })
  }
}
