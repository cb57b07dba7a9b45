import RollModel
import Testing

@testable import Pipeline

/// Cases of the field about desa, stations and hamlets, with their right answers. Numbers are those of the page of
/// cases; all persons are made up.
@Suite struct AreaCaseTests {
  private static let header = "nkk,nik,nama,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kode_desa,desa,kecamatan,tps\n"
  private static let names = ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]

  /// Forty voters of one desa.
  private static func voters(_ desa: String, tps: Int = 1, number: String = "147108", rt: String = "1") -> String {
    (1...40).map { i in
      "\(number)0101019\(i + 100)0,\(number)\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),"
        + "\(names[i % 8]) \(names[(i / 8 + 3) % 8]),19\(70 + i % 10)-0\(1 + i % 9)-\(10 + i % 18),L,JL MELATI \(i),"
        + "\(rt),\(rt),\(desa),\(tps)\n"
    }.joined()
  }

  /// Case 6: a station of a prison has voters of no RT; that is not a fault of the row.
  @Test func specialStationsHaveNoNeighbourhood() throws {
    let desa = "1471131005,TUAH MADANI,TUAH MADANI"
    for (tps, found) in [(901, 0), (3, 40)] {
      let office = try OfficeCase(["daftar-pemilih/a.csv": Self.header + Self.voters(desa, tps: tps, rt: "")])
      #expect(office.of("rt-rw-kosong").count == found, "TPS \(tps)")
    }
  }

  /// Case 19: the dead man's desa bears its old code, of the kecamatan before it was divided.
  @Test func aDesaOfADividedKecamatan() throws {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header
        + "1471080101010001,1471081203500002,KASMAN EFENDI,1950-03-12,L,JL MAWAR,1,1,1471131005,TUAH MADANI,TUAH MADANI,1\n"
        + Self.voters("1471131005,TUAH MADANI,TUAH MADANI"),
      "kematian/k.csv": "nama,nik,tanggal_lahir,jenis_kelamin,kode_desa,desa,kecamatan,tanggal_meninggal\n"
        + "KASMAN EFENDI,1471081203500002,1950-03-12,L,14.71.08.1011,TUAH MADANI,TAMPAN,2026-01-05\n",
    ])
    #expect(office.of("meninggal").map(\.tier) == [.certain])
    let words = office.data.notices.filter { $0.contains("1471081011") }
    #expect(words.count == 1 && words.allSatisfy { $0.contains("1471131005") && $0.contains("pemekaran") })
  }

  /// Case 21: the list of areas and the roll number one desa differently: it is one, and has voters.
  @Test func theListOfAreasHasAnotherCode() throws {
    let roll = Self.header + Self.voters("9601132009,WARMON KOKODA,MAYAMUK", number: "960113")
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": roll,
      "wilayah/w.csv": "kode_desa,desa,kecamatan\n9601092009,WARMON KOKODA,MAYAMUK\n9601132010,MAKBALIM,MAYAMUK\n",
    ])
    // What has no voters is the other desa, and only that one.
    let empty = office.of("wilayah-tanpa-pemilih").compactMap { finding -> String? in
      guard case .area(let key) = finding.subject else { return nil }
      return office.data.lexicon.areas[key.desa].desa
    }
    #expect(empty == ["MAKBALIM"])
    #expect(office.data.notices.contains { $0.contains("9601092009") && $0.contains("9601132009") })
  }

  /// Case 21 as the list writes it, with the kecamatan in the cell of the name: it is joined where a row of the roll says that
  /// kecamatan, and a word behind a comma that is none stays a part of the name.
  @Test(arguments: [
    ("9601092009,\"WARMON KOKODA, MAYAMUK\"", true), ("9601092009,WARMON KOKODA (KEC. MAYAMUK)", true),
    ("9601092009,\"WARMON KOKODA, SALAWATI\"", false), ("9601092009,\"WARMON KOKODA, SORONG\"", false),
  ])
  func theListOfAreasWritesTheKecamatanBehindTheName(_ row: String, _ isOne: Bool) throws {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header + Self.voters("9601132009,WARMON KOKODA,MAYAMUK", number: "960113"),
      "wilayah/w.csv": "kode_desa,nama\n\(row)\n9601132010,MAKBALIM\n",
    ])
    let empty = office.of("wilayah-tanpa-pemilih").compactMap { finding -> String? in
      guard case .area(let key) = finding.subject else { return nil }
      return office.data.lexicon.areas[key.desa].desa
    }
    #expect(empty.count == (isOne ? 1 : 2) && empty.contains("MAKBALIM"))
    #expect(office.data.notices.contains { $0.contains("9601092009") && $0.contains("9601132009") } == isOne)
  }

  /// Two desa of one name stay two where a list tells them apart, or where the other's kecamatan is not on the roll.
  @Test(arguments: [
    // The list of areas has both.
    (
      "wilayah/w.csv",
      "kode_desa,desa,kecamatan\n9601092009,SUKAMAJU,SALAWATI\n9601132009,SUKAMAJU,MAYAMUK\n"
    ),
    // The lists of a kabupaten beside the roll of one kecamatan.
    (
      "wilayah/w.csv",
      "kode_desa,desa,kecamatan\n9601092009,SUKAMAJU,SALAWATI\n9601012001,ASAM,AIMAS\n9601022001,BANDAR,KLAMONO\n"
    ),
    // Another kabupaten.
    ("wilayah/w.csv", "kode_desa,desa,kecamatan\n9602132009,SUKAMAJU,MAYAMUK\n"),
  ])
  func namesakesStayTwo(_ path: String, _ list: String) throws {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header + Self.voters("9601132009,SUKAMAJU,MAYAMUK", number: "960113"), path: list,
    ])
    #expect(!office.data.notices.contains { $0.contains("dua") || $0.contains("satu desa") })
    #expect(!office.of("wilayah-tanpa-pemilih").isEmpty)
  }

  /// Case 23: a dead man named with his father's name; of two namesakes the one of his hamlet, and the other is named.
  @Test func theNamesakeOfAnotherHamlet() throws {
    let desa = "1602052001,SIDAKERSA,KAYUAGUNG"
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header
        + "1602050101010001,1602050707550001,USMAN,1955-07-07,L,DUSUN I,1,1,\(desa),1\n"
        + "1602050101010002,1602050707550002,USMAN,1955-07-07,L,DUSUN IV,4,1,\(desa),1\n"
        + Self.voters(desa, number: "160205"),
      "kematian/k.csv": "nama,tanggal_lahir,jenis_kelamin,alamat,kode_desa,tanggal_meninggal\n"
        + "ALM. USMAN BIN ALI,07-07-1955,L,DUSUN IV,1602052001,2026-02-01\n",
    ])
    let found = office.of("meninggal")
    #expect(found.prefix(1).map { office.data.voter($0.rollReference)?.line } == [3])
    #expect(found.first.map { $0.tier < .certain } == true)
    #expect(found.first?.explanation.contains("senama") == true, "\(found.first?.explanation ?? "")")
  }
}
