import TestSupport
import Testing

/// Person files of any shape through `kolom:` alone, from CSV to pairs.
@Suite struct AnyFileTests {
  /// Made-up people; rows 2 and 5, and 3 and 6, are one person each; row 7 shares the address of row 4.
  static let roll = """
    rec,given,family,no,street,estate,suburb,post,born
    a,MARLENE,KOWALTZEN,12,HOLLYBANK STREET,GREEN FARM,WESTBROOK,2119,19560409
    b,TOBIAS,ERLANDSEN,177,QUARRY ROAD,,NORTHDALE,3165,19080419
    c,ROSALIND,PETTIGREW,5,MILLBROOK PLACE,LOWER FERRY,EASTMERE,4881,19990112
    d,KOWALTZEN,MARLEEN,12,HOLLYBANKSTREET,GREEN FARM,WESTBORK,2191,19560409
    e,TOBIAS,ERLANDSN,177,QUARRY ROAD,,NORTH DALE,3165,19080414
    f,GODWIN,PETTIGREW,5,MILLBROOK PLACE,LOWER FERRY,EASTMERE,4881,19630730
    """

  static let maps = [
    "nama: [given, family]\n      tanggal_lahir: { kolom: born, bentuk: YYYYMMDD }\n      alamat: [no, street, estate, suburb, post]",
    "nama: [family, given]\n      tanggal_lahir: born\n      alamat: [no, street, estate]\n      desa: suburb\n      kecamatan: post",
    "nama: [given, family]\n      tanggal_lahir: born\n      alamat: [estate, street, no]\n      desa: suburb",
  ]

  /// Strangers, so that shares mean something.
  static func strangers(_ count: Int) -> String {
    let first = ["BRUNO", "CELINE", "DMITRI", "ESTHER", "FLORIAN", "GUDRUN", "HECTOR", "INGRID", "JASPER"]
    let last = [
      "ADLER", "BRANDT", "CORTEZ", "DORSEY", "EKLUND", "FARKAS", "GRANGE", "HOLLIS", "IVERSEN", "JANSKY", "KESSLER",
    ]
    let street = ["ALMA", "BIRCH", "CLIFF", "DUNE", "ELM", "FERN", "GROVE"]
    let suburb = ["OAKLEIGH", "PINEVALE", "RIVERTON", "STONEHAM", "THORNFIELD"]
    return (0..<count).map { i in
      let date = "19\(20 + i * 7 % 79)0\(1 + i % 9)\(10 + i * 11 % 18)"
      return
        "s\(i),\(first[i % 9]),\(last[i * 5 % 11]),\(3 + i * 13 % 190),\(street[i % 7]) STREET,,\(suburb[i % 5]),\(5000 + i * 37 % 900),\(date)"
    }.joined(separator: "\n")
  }

  @Test(arguments: maps) func repeatsAreFoundWhateverTheMap(_ map: String) throws {
    let files = try RunFiles.written([
      "daftar-pemilih/warga.csv": Self.roll + "\n" + Self.strangers(300) + "\n",
      "padan.yaml": "sumber:\n  - berkas: daftar-pemilih/warga.csv\n    kolom:\n      \(map)\n",
    ])
    let result = try files.examine()
    #expect(result.status == 0, "\(result.err)")
    let pairs = try files.text("pasangan.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let together = pairs.filter { !$0[7].isEmpty }.map { "\($0[1]) \($0[3])" }
    #expect(together.sorted() == ["2 5", "3 6"])
    #expect(pairs.allSatisfy { $0[7].isEmpty == $0[6].isEmpty })
  }

  @Test func rowsOfAListAreLinkedByTheSameWords() throws {
    let rows = Self.roll.split(separator: "\n").map(String.init)
    let map = "kolom:\n      \(Self.maps[0])\n"
    let files = try RunFiles.written([
      "daftar-pemilih/warga.csv": rows[0...3].joined(separator: "\n") + "\n" + Self.strangers(300) + "\n",
      "kematian/akta.csv": ([rows[0]] + rows[4...5]).joined(separator: "\n") + "\n",
      "padan.yaml":
        "sumber:\n  - berkas: daftar-pemilih/warga.csv\n    \(map)  - berkas: kematian/akta.csv\n    bentuk_tanggal: yyyymmdd\n    kolom:\n      nama: [given, family]\n      tanggal_lahir: born\n      alamat: [no, street, estate, suburb, post]\n",
    ])
    let result = try files.examine()
    #expect(result.status == 0, "\(result.err)")
    let links = try files.text("pasangan.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }.filter { $0[2] == "kematian/akta.csv" && !$0[6].isEmpty }
    #expect(links.map { "\($0[1]) \($0[3])" }.sorted() == ["2 2", "3 3"])
  }

  @Test func anUnknownFormOfDatesIsExplained() throws {
    let files = try RunFiles.written([
      "daftar-pemilih/warga.csv": Self.roll + "\n",
      "padan.yaml": "sumber:\n  - berkas: daftar-pemilih/warga.csv\n    bentuk_tanggal: hari\n",
    ])
    let result = try files.examine()
    #expect(result.status == 64)
    #expect(result.err.contains("bentuk_tanggal"))
    #expect(result.err.contains("YYYY-MM-DD"))
  }
}
