/// Every layout that offices are known to send, in a folder of odd names: made-up people, made-up numbers.
enum OfficeFolder {
  struct File: Sendable {
    var name: String
    var role: String
    /// Fields of the columns that are used, in order of column.
    var fields: [String]
    var text: String
  }

  static let given = [
    "MARLINAH", "SUPARDIONO", "KETUTWATI", "ROBIANSYAH", "HALIMATUSSA'DIAH", "YOHANESTO", "DEWANGGARI",
  ]
  static let family = ["KUSUMADIREJA", "PRANOTOMULYO", "SIHALOHOTUA", "WIRATMOKO", "TANJUNGSARI"]

  /// One made-up person; `n` decides everything.
  private struct Person {
    let n: Int
    var isWoman: Bool { n % 2 == 1 }
    var day: Int { 1 + n * 5 % 28 }
    var month: Int { 1 + n * 7 % 12 }
    var year: Int { 1948 + n * 11 % 55 }
    var name: String {
      OfficeFolder.given[n * 3 % 7] + (n % 2 == 0 ? "" : " " + OfficeFolder.family[n % 5])
    }
    var nik: String { "160205" + two(day + (isWoman ? 40 : 0)) + two(month) + two(year % 100) + four(1 + n % 9) }
    var nkk: String { "160205" + two(1 + n % 28) + two(1 + n % 12) + "12" + four(11 + n % 7) }
    func date(_ mark: String) -> String { [two(day), two(month), String(year)].joined(separator: mark) }
    var iso: String { [String(year), two(month), two(day)].joined(separator: "-") }
    var sex: String { isWoman ? "P" : "L" }
    var marital: String { ["B", "S", "P", "S"][n % 4] }
    var rt: String { "00\(1 + n % 4)" }
    var desa: String { "160205200\(1 + n % 3)" }
    var desaName: String { ["TELUK MURNI", "SUMBER ASRI", "TANJUNG BARU"][n % 3] }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    func four(_ number: Int) -> String { "00" + two(number) }
  }

  /// A header, and one row for each of `people`.
  private static func table(
    _ header: [String], _ separator: String, _ people: Range<Int>, above: String = "", end: String = "\n",
    _ row: (Person) -> [String]
  ) -> String {
    let rows = (header.isEmpty ? [] : [header]) + people.map { row(Person(n: $0)) }
    return above + rows.map { $0.joined(separator: separator) + end }.joined()
  }

  private static let workbook = [
    "NO", "KECAMATAN", "DESA_KEL", "DP_ID", "NKK", "NIK", "NAMA_PEMILIH", "TEMPAT_LAHIR", "TANGGAL_LAHIR",
    "STATUS_KAWIN", "JENIS_KELAMIN", "ALAMAT", "RT", "RW", "DISABILITAS", "SARING", "SUMBERDATA", "TPS", "UMUR",
    "SORT DATA",
  ]

  private static func workbookRow(_ p: Person) -> [String] {
    [
      "\(p.n + 1)", "KAYU AGUNG", p.desaName, "1602000\(p.n)", p.nkk, p.nik, p.name, "OKI", p.date("|"), p.marital,
      p.sex,
      "DUSUN \(1 + p.n % 3)", p.rt, "001", "0", "0", "dp4", "00\(1 + p.n % 3)", "\(2026 - p.year)", "",
    ]
  }

  private static let workbookFields = [
    "kecamatan", "desa", "dp_id", "nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "status_kawin",
    "jenis_kelamin",
    "alamat", "rt", "rw", "disabilitas", "keterangan", "sumber_data", "tps", "usia",
  ]

  static let files: [File] = [
    File(
      name: "20261101 KYA fix (1).csv", role: "daftar-pemilih", fields: workbookFields,
      text: table(workbook, ";", 0..<160, end: "\r\n", workbookRow)),
    // Lacks SUMBERDATA; its last header bears a stray semicolon.
    File(
      name: "kiriman/20261101_b.txt", role: "daftar-pemilih", fields: workbookFields.filter { $0 != "sumber_data" },
      text: table(workbook.filter { $0 != "SUMBERDATA" }.map { $0 == "SORT DATA" ? "SORT DATA;" : $0 }, ",", 160..<240)
      {
        p in
        workbookRow(p).enumerated().filter { $0.offset != 16 }.map(\.element)
      }),
    File(
      name: "expor#1.dat", role: "daftar-pemilih",
      fields: [
        "dp_id", "nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "status_kawin", "alamat", "rt",
        "rw", "disabilitas", "tps",
      ],
      text: table(
        [
          "id", "nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "kawin", "alamat", "rt", "rw",
          "difabel", "tps",
        ], "#", 240..<300
      ) { p in
        [
          "\(p.n)", p.nkk, p.nik, p.name, "OKI", p.date("|"), p.sex, p.marital, "DUSUN \(p.n % 4)", p.rt, "1", "0", "1",
        ]
      }),
    // Capitals, another order.
    File(
      name: "x2", role: "daftar-pemilih",
      fields: [
        "nama", "nik", "nkk", "tps", "rw", "rt", "alamat", "disabilitas", "status_kawin", "jenis_kelamin",
        "tanggal_lahir", "tempat_lahir", "dp_id",
      ],
      text: table(
        [
          "NAMA", "NIK", "NKK", "TPS", "RW", "RT", "ALAMAT", "DIFABEL", "KAWIN", "JENIS_KELAMIN", "TANGGAL_LAHIR",
          "TEMPAT_LAHIR", "ID",
        ], "|", 300..<360
      ) { p in
        [p.name, p.nik, p.nkk, "2", "1", p.rt, "DUSUN 2", "0", p.marital, p.sex, p.iso, "OKI", "\(p.n)"]
      }),
    // By position; eleven and twelve hold nothing that is known.
    File(
      name: "semester1.txt", role: "penduduk",
      fields: [
        "nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "status_kawin", "alamat", "rt", "rw",
        "disabilitas", "kode_kecamatan", "kecamatan", "kode_desa", "desa", "tps", "keterangan",
      ],
      text: table([], "#", 0..<200) { p in
        [
          p.nkk, p.nik, p.name, "OKI", p.date("|"), p.sex, p.marital, "DUSUN 1", p.rt, "001", "0", "", "", "160205",
          "KAYU AGUNG", p.desa, p.desaName, "1", "0",
        ]
      }),
    File(
      name: "Form Model A TPS.tsv", role: "daftar-pemilih",
      fields: [
        "nkk", "nik", "nama", "tempat_lahir", "tanggal_lahir", "status_kawin", "jenis_kelamin", "alamat", "rt", "rw",
        "disabilitas", "status_ktp_el", "keterangan",
      ],
      text: table(
        [
          "No", "No KK", "NIK", "Nama", "Tempat Lahir", "Tanggal Lahir", "Status Perkawinan", "Jenis Kelamin",
          "Alamat Jalan/Dukuh", "RT", "RW", "Disabilitas", "Status Kepemilikan KTP-el", "Keterangan",
        ], "\t", 360..<400, above: "DAFTAR PEMILIH\nKABUPATEN OGAN KOMERING ILIR\n\n"
      ) { p in
        [
          "\(p.n)", p.nkk, p.nik, p.name, "OKI", p.date("-"), p.marital, p.sex, "DUSUN 3", p.rt, "1", "", "S", "",
        ]
      }),
    File(
      name: "salinan pengamat.csv", role: "daftar-pemilih",
      fields: ["dp_id", "nama", "jenis_kelamin", "usia", "alamat", "rt_rw", "tps", "desa"],
      text: table(["ID KPU", "nama", "jenis kelamin", "usia", "alamat", "RT/RW", "TPS", "desa"], "|", 400..<430) { p in
        ["\(p.n)", p.name, p.sex, "\(2026 - p.year)", "DUSUN 1", p.rt + "/001", "3", p.desaName]
      }),
    File(
      name: "arsip 2019.csv", role: "daftar-sebelumnya",
      fields: [
        "dp_id", "nkk", "nik", "nama", "ttl", "status_kawin", "alamat", "rt", "rw", "tps", "disabilitas", "keterangan",
        "sumber_data",
      ],
      text: table(
        [
          "DP_ID", "NKK", "NIK", "NAMA", "TTL", "STSKAWIN", "ALAMAT", "DUSUN", "RT", "RW", "TPS", "DISABILITAS",
          "SARING", "SUMBER",
        ], ",", 0..<120
      ) { p in
        [
          "\(p.n)", p.nkk, p.nik, p.name, "\"OKI, \(p.date("-"))\"", p.marital, "DUSUN 1", "I", p.rt, "1", "2", "0",
          "0",
          "dp4",
        ]
      }),
    File(
      name: "disdukcapil okt.csv", role: "kematian",
      fields: [
        "nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "alamat", "kode_desa", "tanggal_meninggal",
        "sumber",
      ],
      text: table(
        [
          "NO", "NIK", "NAMA", "TEMPAT LAHIR", "TGL LAHIR", "JK", "ALAMAT", "KODE DESA", "TGL MENINGGAL", "NO AKTA",
        ], ";", 0..<12
      ) { p in
        [
          "\(p.n)", p.nik, p.name, "OKI", p.date("/"), p.sex, "DUSUN 1", "16.02.05.200\(1 + p.n % 3)", "02-10-2026",
          "AKTA/\(p.n)/2026",
        ]
      }),
    File(
      name: "a1.csv", role: "pindah",
      fields: ["nama", "nik", "tanggal_lahir", "kode_desa", "tanggal", "sumber"],
      text: table(["nama", "nik", "tanggal_lahir", "kode_desa", "tanggal", "sumber"], ",", 12..<20) { p in
        [p.name, p.nik, p.iso, p.desa, "2026-06-05", "SKPWNI"]
      }),
    File(
      name: "a2.csv", role: "tni", fields: ["nama", "nik", "tanggal_lahir", "tanggal", "sumber"],
      text: table(["No", "Nama", "NIK", "Tanggal Lahir", "Tanggal", "Sumber"], "#", 20..<24) { p in
        ["1", p.name, p.nik, p.date("/"), "24/10/2025", "surat Kodim"]
      }),
    File(
      name: "a3.csv", role: "polri", fields: ["nama", "nik", "tanggal_lahir", "tanggal", "sumber"],
      text: table(["No", "Nama", "NIK", "Tanggal Lahir", "Tanggal", "Sumber"], "#", 24..<27) { p in
        ["1", p.name, p.nik, p.date("/"), "24/10/2025", "surat Polres"]
      }),
    File(
      name: "paspor.csv", role: "wna", fields: ["nama", "nik", "tanggal_lahir", "sumber"],
      text: table(["nama", "nik", "tgl lahir", "kewarganegaraan", "sumber"], ",", 27..<29) { p in
        [p.name, p.nik, p.iso, "MALAYSIA", "data imigrasi"]
      }),
    File(
      name: "pn kayuagung.csv", role: "dicabut", fields: ["nama", "nik", "tanggal", "sumber"],
      text: table(["Nama", "NIK", "Tanggal Putusan", "Dasar"], ";", 29..<31) { p in
        [p.name, p.nik, "10/10/2025", "putusan inkrah"]
      }),
    File(
      name: "lapangan.csv", role: "coklit",
      fields: ["nkk", "kode_desa", "rt", "rw", "tps", "tanggal_coklit", "stiker", "pantarlih", "hasil"],
      text: table(
        ["NKK", "KODE_DESA", "RT", "RW", "TPS", "TGL COKLIT", "STIKER", "PETUGAS", "HASIL"], "|", 0..<40
      ) { p in
        [p.nkk, p.desa, p.rt, "001", "001", "20-07-2024", "Ya", "ENTITUS", "sesuai"]
      }),
    File(
      name: "2024/dpk.csv", role: "dpk", fields: ["nama", "nik", "tanggal_lahir", "alamat", "rt", "rw", "tps"],
      text: table(["No", "Nama", "NIK", "Tanggal Lahir", "Alamat", "RT", "RW", "TPS"], ",", 500..<510) { p in
        ["1", p.name, p.nik, p.date("-"), "DUSUN 1", p.rt, "001", "001"]
      }),
    File(
      name: "lampiran1.csv", role: "rekap", fields: ["kode_desa", "tps", "laki_laki", "perempuan", "jumlah"],
      text: "Kode Wilayah;TPS;L;P;L+P\n1602052001;1;40;41;81\n1602052002;1;39;42;81\n1602052003;1;41;37;78\n"),
    File(
      name: "lampiran2.csv", role: "wilayah", fields: ["kode_desa", "desa", "kecamatan", "rt", "rw", "jumlah_kk"],
      text:
        "kode_desa,desa,kecamatan,rt,rw,jumlah_kk\n1602052001,Teluk Murni,Kayu Agung,1,1,20\n1602052002,Sumber Asri,Kayu Agung,2,1,24\n1602052003,Tanjung Baru,Kayu Agung,3,1,22\n"
    ),
    File(
      name: "absen.csv", role: "bukti-hidup", fields: ["nama", "nik", "tanggal_lahir", "tanggal", "sumber"],
      text: table(["nama", "nik", "tanggal_lahir", "tanggal hadir", "sumber"], ",", 60..<70) { p in
        [p.name, p.nik, p.iso, "2026-02-14", "daftar hadir"]
      }),
  ]
}
