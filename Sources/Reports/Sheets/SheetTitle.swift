import RollModel

/// The lines above a sheet that leaves the office: which place, which run, and how to fill it in.
package struct SheetTitle: Sendable {
  private let place: String
  private let office: String
  private let weak: [String]

  package init(village: Int, in record: RunRecord) {
    let areas = record.data.lexicon.areas
    let area = areas[village]
    let desa = area.desa.isEmpty ? "tidak diketahui" : area.desa
    let kabupaten = Self.kabupaten(area.kabupatenNumber, areas)
    self.init("Desa/Kelurahan \(desa)\(Self.kecamatan(area.kecamatan))\(kabupaten)", record)
  }

  /// - Parameter kabupaten: that it lies in, in the case of a province.
  package init(kecamatan: Int, kabupaten: Int = 0, in record: RunRecord) {
    let areas = record.data.lexicon.areas
    let name = areas.kecamatanNames[kecamatan]
    self.init("Kecamatan \(name.isEmpty ? "tidak diketahui" : name)\(Self.kabupaten(kabupaten, areas))", record)
  }

  private init(_ place: String, _ record: RunRecord) {
    self.place = place
    office = record.office.name
    weak = [WeakNumbers(record.data).annex].compactMap { $0 }
  }

  package func lines(_ title: String, day: CalendarDay, count: String, _ howTo: String) -> [String] {
    let from = [office, "pemeriksaan \(IndonesianDate.long(day))", count].filter { !$0.isEmpty }
    return ["\(title): \(place)", from.joined(separator: " · "), Self.notice, howTo] + weak
  }

  private static func kabupaten(_ number: Int, _ areas: AreaTable) -> String {
    areas.isProvince ? ", " + areas.kabupatenTitle(number) : ""
  }

  private static func kecamatan(_ name: String) -> String { name.isEmpty ? "" : ", Kecamatan " + name }
}

// MARK: Words

extension SheetTitle {
  private static let notice =
    "TERBATAS. Memuat data pribadi; hanya untuk petugas verifikasi, tidak untuk disalin atau dibagikan (UU 27/2022)."
  static let howTo =
    "Isi kolom berlatar kuning. Hasil verifikasi: apakah temuan ini benar? Percobaan: tanggal setiap kunjungan; "
    + "«tidak ditemukan» baru ditulis setelah tiga kunjungan."
  static let struckHowTo =
    "Isi kolom berlatar kuning. Keadaan sebenarnya: benar = pencoretan beralasan; tidak benar = pemilih masih memenuhi syarat."
}
