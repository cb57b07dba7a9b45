import RollModel

extension Role {
  /// What a row rests on, in the words of a letter: the names of folders mean nothing to whoever keeps the roll.
  var letterWord: String {
    switch self {
    case .roll: "perbandingan antarbaris daftar pemilih"
    case .previousRoll: "daftar pemilih sebelumnya"
    case .deaths: "daftar kematian"
    case .moves: "daftar pindah domisili"
    case .military: "daftar anggota TNI"
    case .police: "daftar anggota Polri"
    case .foreigners: "daftar WNA"
    case .revoked: "daftar pencabutan hak pilih"
    case .visits: "hasil coklit"
    case .residents: "data penduduk"
    case .specialList: "daftar pemilih khusus"
    case .officialCounts: "rekapitulasi resmi"
    case .areas: "daftar wilayah"
    case .signsOfLife: "daftar bukti hidup"
    case .movedVoters: "daftar pemilih pindah memilih"
    case .complaints: "laporan posko"
    case .outside: "perbandingan dengan daftar pemilih kabupaten/kota lain"
    }
  }

  /// The list itself, in the words of a letter.
  var listWord: String {
    switch self {
    case .roll: "daftar pemilih"
    case .outside: "daftar pemilih kabupaten/kota lain"
    default: letterWord
    }
  }
}

extension Field {
  /// The column in the words of a letter.
  var letterWord: String {
    switch self {
    case .areaCode: "desa atau kode desa"
    case .nik: "NIK"
    case .nkk: "NKK"
    case .tps: "TPS"
    case .rt: "RT dan RW"
    case .cardStatus: "status KTP-el"
    case .remark: "kode TMS"
    case .visitDate: "tanggal coklit"
    case .destination: "desa tujuan"
    default: rawValue.split(separator: "_").joined(separator: " ")
    }
  }
}
