import RollModel

/// `docs/indeks-wilayah.md`: how the index of areas is made up, with an example that the program itself has worked out.
package enum IndexPage {
  package static var text: String {
    """
    # Indeks wilayah

    Untuk tiap TPS, desa, dan kecamatan: 0 sampai 100, makin tinggi makin layak didahulukan. Indeks mengurutkan \
    wilayah dalam satu kasus; ia bukan ukuran kesalahan siapa pun. Dasarnya Perbawaslu 1/2025 Pasal 4 (peta wilayah \
    rawan menurut variabel hak pilih); keenam bagiannya dinamai menurut indikator subdimensi *Hak Memilih* pada \
    Indeks Kerawanan Pemilu 2024.

    | bagian | yang dihitung, per pemilih wilayah itu | penuh pada | bobot |
    |---|---|---|---|
    \(RightToVotePart.allCases.map(row).joined(separator: "\n"))

    Tiap orang dihitung sekali dalam satu bagian, di TPS-nya, atau di desa yang disebut temuannya (`kode_desa` pada \
    `temuan.csv`) bila desa itu bukan desanya: yang pindah masuk dihitung di desa tujuan. Pada bagian \
    *\(RightToVotePart.unlisted.label)* dihitung pula keluarga \
    yang belum dicoklit, penuh pada \(percent(AreaIndex.fullUnvisited)) keluarga; yang lebih besar dari keduanya \
    dipakai. Desa atau TPS yang coklitnya hanya diketahui dari jumlah tanpa nama (formulir A1.DP-1) dihitung dari \
    jumlah itu.

    ## Rumus

    1. Bagian yang ditarik: `(x + k·p) / (n + k)`: `x` orang dari `n` pemilih wilayah itu (paling banyak `n`), `p` \
    bagian wilayah di atasnya (desa dan TPS: kecamatannya; kecamatan: kabupaten), `k` setelan `penarik` \
    (bawaan \(AreaIndex.shrinkage.standard)). Wilayah kecil dengan demikian tidak melonjak karena satu-dua orang. \
    Pemilih baru di atas yang lazim di satu desa dihitung pada desa itu dan wilayah di atasnya, tetapi tidak dalam `p`.
    2. Nilai bagian: `100 × bagian / tingkat penuh`, paling tinggi 100.
    3. Indeks: rata-rata nilai bagian menurut bobotnya. Bagian yang datanya tidak ada dalam kasus dilewati, dan \
    bobotnya ditanggung yang lain: kolomnya di `wilayah.csv` kosong.
    4. Selang 95%: selang Wilson tiap bagian pada `x + k·p` dari `n + k`, tanpa pembulatan, digabung sebagai akar \
    jumlah kuadrat menurut bobot.

    Fakta yang sama memberi indeks yang sama minggu depan: tidak ada yang bergantung pada urutan baris, jumlah utas, \
    atau wilayah lain selain yang di atasnya.

    ## Kelebihan jumlah pada rekapitulasi

    Rekapitulasi TPS, desa, dan kecamatan menyebut orang yang sama, begitu pula temuan tms-dihitung. Karena itu \
    kelebihan sebuah wilayah adalah yang terbesar dari tiga angka, paling sedikit 0:

    * `jumlah rekap − pemilih`: jumlah terbesar yang disebut rekapitulasinya sendiri, dikurangi pemilihnya pada daftar;
    * pemilih di dalamnya yang bertanda TMS tetapi masih dihitung (tms-dihitung);
    * `kelebihan bagian − pemilih di luar bagian`: jumlah kelebihan wilayah-wilayah di dalamnya (desa: TPS-nya; \
    kecamatan: desanya), dikurangi pemilihnya yang tidak berada di salah satunya, misalnya yang TPS-nya kosong.

    Kekurangan di satu TPS tidak menutupi kelebihan di TPS lain. Rekapitulasi wilayah yang tidak berpemilih pada \
    daftar tidak dihitung. Contoh: desa yang sepuluh pemilihnya tidak ber-TPS.

    | wilayah | pemilih | rekap | tms-dihitung | kelebihan bagian | pemilih di luar bagian | kelebihan |
    |---|---|---|---|---|---|---|
    \(RecapExample.rows.joined(separator: "\n"))

    ## Contoh

    Desa dengan \(Example.desa.voters) pemilih di kecamatan dengan \(Example.kecamatan.voters) pemilih; kasus tanpa \
    daftar pindah.

    | bagian | desa | kecamatan | nilai |
    |---|---|---|---|
    \(Example.rows.joined(separator: "\n"))

    Indeks desa itu \(decimal(Example.score.value)), selang 95% \(decimal(Example.score.lower))–\
    \(decimal(Example.score.upper)). Misalnya bagian *\(RightToVotePart.unfit.label)*: (36 + \
    \(AreaIndex.shrinkage.standard) × 210/14000) / (1200 + \(AreaIndex.shrinkage.standard)) = 2,94%, dan 2,94% dari \
    5% adalah \(decimal(Example.score.parts[RightToVotePart.unfit.rawValue] ?? 0)).

    """
  }

  private static func row(_ part: RightToVotePart) -> String {
    "| \(part.label) | \(meaning(part)) | \(percent(AreaIndex.full(part))) | \(AreaIndex.weights[part.rawValue].standard) |"
  }

  private static func meaning(_ part: RightToVotePart) -> String {
    switch part {
    case .unlisted: "orang dengan temuan *mungkin belum terdaftar*: belum terdaftar, hilang tanpa kode, tercoret keliru"
    case .unfit: "pemilih dengan temuan TMS selain ganda dan pindah antardesa, ditahan atau tidak"
    case .withoutCard: "pemilih yang belum ber-KTP-el"
    case .doubles: "baris yang diusulkan keluar karena ganda"
    case .inflation:
      "kelebihan jumlah pada rekapitulasi, termasuk pemilih bertanda TMS yang masih dihitung (lihat di bawah), yang muncul "
        + "lagi setelah dicoret, dan pemilih baru di atas selang yang lazim bila disebut perubahan-tidak-wajar"
    case .movers:
      "pemilih pindah yang belum dipindahkan, belum terdaftar di tempat baru, atau tidak diketahui tempatnya"
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }

  /// A desa of three TPS: one counts its struck voters, one counts twenty too many, one counts too few.
  private enum RecapExample {
    static let names = ["desa", "TPS 001", "TPS 002", "TPS 003"]
    static let areas = [
      RecapExcess.Area(voters: 1210, stated: 1215, counted: 2),
      RecapExcess.Area(above: 0, voters: 398, stated: 400, counted: 2),
      RecapExcess.Area(above: 0, voters: 400, stated: 420),
      RecapExcess.Area(above: 0, voters: 402, stated: 390),
    ]

    static var rows: [String] {
      let excess = RecapExcess.counts(areas)
      return areas.indices.map { place in
        let area = areas[place]
        let inside = areas.indices.filter { areas[$0].above == place }
        let parts = inside.map { excess[$0] }.reduce(0, +)
        let outside = area.voters - inside.map { areas[$0].voters }.reduce(0, +)
        let cells = inside.isEmpty ? ["–", "–"] : ["\(parts)", "\(outside)"]
        return "| "
          + ([names[place], "\(area.voters)", "\(area.stated ?? 0)", "\(area.counted)"] + cells + ["\(excess[place])"])
          .joined(separator: " | ") + " |"
      }
    }
  }

  private enum Example {
    static let desa = counts(1200, [9, 36, 14, 7, 0, 0])
    static let kecamatan = counts(14_000, [70, 210, 180, 90, 40, 0])
    static let score = AreaIndex(known: Set(RightToVotePart.allCases).subtracting([.movers]), hasVisits: false)
      .score(of: desa, in: kecamatan)

    static var rows: [String] {
      RightToVotePart.allCases.map { part in
        let value = score.parts[part.rawValue].map(decimal) ?? "tidak ada data"
        return "| \(part.label) | \(desa.found[part.rawValue]) | \(kecamatan.found[part.rawValue]) | \(value) |"
      }
    }

    private static func counts(_ voters: Int, _ found: [Int]) -> AreaIndex.Counts {
      var counts = AreaIndex.Counts()
      (counts.voters, counts.found) = (voters, found)
      return counts
    }
  }
}
