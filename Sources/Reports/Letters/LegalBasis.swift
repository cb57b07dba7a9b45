import RollModel

/// What a letter rests on, by kind of election and from which day on: edited here when the law changes.
///
/// Source: domain page, section 7. Titles are given where they are certain, numbers alone elsewhere.
struct LegalBasis {
  let kind: ElectionKind
  /// First day on which the list holds.
  let since: CalendarDay
  let items: [String]

  /// The latest list that holds on a day; the earliest there is for days before all of them.
  static func items(_ kind: ElectionKind, on day: CalendarDay) -> [String] {
    let lists = table.filter { $0.kind == kind }.sorted { $0.since < $1.since }
    return (lists.last { $0.since <= day } ?? lists.first)?.items ?? []
  }

  static let table: [LegalBasis] = [
    LegalBasis(
      kind: .pdpb, since: CalendarDay(day: 1, month: 1, year: 2025),
      items: [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;",
        "Peraturan Komisi Pemilihan Umum Nomor 1 Tahun 2025 tentang Pemutakhiran Data Pemilih Berkelanjutan;",
        "Peraturan Badan Pengawas Pemilihan Umum Nomor 1 Tahun 2025, Pasal 3 sampai dengan Pasal 6;",
        "Peraturan Badan Pengawas Pemilihan Umum Nomor 5 Tahun 2022 tentang Pengawasan Penyelenggaraan Pemilihan "
          + "Umum, Pasal 18;",
        "Surat Edaran Badan Pengawas Pemilihan Umum Nomor 29 Tahun 2025.",
      ]),
    LegalBasis(
      kind: .pemilu, since: CalendarDay(day: 1, month: 1, year: 2023),
      items: [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum, Pasal 93 sampai dengan Pasal 104 dan Pasal 202 "
          + "sampai dengan Pasal 220;",
        "Peraturan Komisi Pemilihan Umum Nomor 7 Tahun 2022 sebagaimana diubah dengan Peraturan Komisi Pemilihan "
          + "Umum Nomor 7 Tahun 2023;",
        "Peraturan Badan Pengawas Pemilihan Umum Nomor 5 Tahun 2022 tentang Pengawasan Penyelenggaraan Pemilihan "
          + "Umum, Pasal 18;",
        "Peraturan Badan Pengawas Pemilihan Umum Nomor 4 Tahun 2023;",
        "Surat Edaran Badan Pengawas Pemilihan Umum Nomor 1 Tahun 2023 dan Nomor 15 Tahun 2023.",
      ]),
    LegalBasis(
      kind: .pilkada, since: CalendarDay(day: 1, month: 1, year: 2024),
      items: [
        "Undang-Undang Nomor 1 Tahun 2015 sebagaimana diubah, antara lain, dengan Undang-Undang Nomor 10 Tahun 2016;",
        "Peraturan Komisi Pemilihan Umum Nomor 2 Tahun 2024;",
        "Peraturan Komisi Pemilihan Umum Nomor 7 Tahun 2024;",
        "Peraturan Badan Pengawas Pemilihan Umum Nomor 8 Tahun 2020 sebagaimana diubah dengan Peraturan Badan "
          + "Pengawas Pemilihan Umum Nomor 9 Tahun 2024.",
      ]),
  ]
}
