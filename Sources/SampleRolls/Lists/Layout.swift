/// A column of a made-up list.
enum Column: Sendable {
  case serial, kecamatan, desa, areaCode, rollID, card, number, name, birthPlace, birthDate, birthPlaceAndDate
  case marital, sex, address, rt, rw, disability, cardStatus, mark, source, tps, eventDate, evidence, destination
}

/// How an office writes a date.
enum DateStyle: UInt8, Sendable { case bars, dashes, slashes, iso }

/// How the roll writes NIK and NKK.
package enum NumberWriting: String, Sendable, CaseIterable {
  /// All sixteen digits.
  case penuh
  /// As a spreadsheet keeps numbers: fifteen digits, the last one reads 0.
  case terpotong
  /// Ten digits and six stars, birth dates without their year: as lists are shown in public.
  case tersamar
}

/// The shape of one list file: header, delimiter, columns, ways of writing.
struct Layout: Sendable {
  let columns: [(header: String, column: Column)]
  var delimiter: UInt8 = 44
  var dates = DateStyle.dashes
  var dottedCodes = false
  var paddedNeighbourhood = true
  /// The roll and its earlier edition: their numbers may be cut or hidden (`NumberWriting`).
  var isRoll = false
  /// The header of a last column of fathers' names, where the sample has them and this list would.
  var fatherHeader: String?

  func header(fathers: Bool) -> [UInt8] {
    let headers = columns.map(\.header) + (fathers ? [fatherHeader].compactMap { $0 } : [])
    return Array(headers.joined(separator: String(UnicodeScalar(delimiter))).utf8) + [10]
  }
}

extension Layout {
  /// The voter roll.
  static let roll = Layout(
    columns: [
      ("NO", .serial), ("KECAMATAN", .kecamatan), ("DESA_KEL", .desa), ("KODE_DESA", .areaCode), ("DP_ID", .rollID),
      ("NKK", .card), ("NIK", .number), ("NAMA_PEMILIH", .name), ("TEMPAT_LAHIR", .birthPlace),
      ("TANGGAL_LAHIR", .birthDate), ("STATUS_KAWIN", .marital), ("JENIS_KELAMIN", .sex), ("ALAMAT", .address),
      ("RT", .rt), ("RW", .rw), ("DISABILITAS", .disability), ("STATUS_KTP_EL", .cardStatus), ("SARING", .mark),
      ("SUMBERDATA", .source), ("TPS", .tps),
    ], dates: .bars, isRoll: true, fatherHeader: "NAMA_AYAH")

  /// The roll's earlier edition: an older workbook.
  static let previousRoll = Layout(
    columns: [
      ("NO", .serial), ("KECAMATAN", .kecamatan), ("DESA_KEL", .desa), ("KODE_DESA", .areaCode), ("DP_ID", .rollID),
      ("NKK", .card), ("NIK", .number), ("NAMA_PEMILIH", .name), ("TEMPAT_LAHIR", .birthPlace),
      ("TANGGAL_LAHIR", .birthDate), ("STATUS_KAWIN", .marital), ("JENIS_KELAMIN", .sex), ("ALAMAT", .address),
      ("RT", .rt), ("RW", .rw), ("DISABILITAS", .disability), ("SARING", .mark), ("SUMBERDATA", .source),
      ("TPS", .tps),
    ], dates: .bars, paddedNeighbourhood: false, isRoll: true)

  /// Residents with a card, as the population office writes them.
  static let residents = Layout(
    columns: [
      ("NKK", .card), ("NIK", .number), ("NAMA", .name), ("TEMPAT_LAHIR", .birthPlace), ("TANGGAL_LAHIR", .birthDate),
      ("JENIS_KELAMIN", .sex), ("STATUS_KAWIN", .marital), ("ALAMAT", .address), ("RT", .rt), ("RW", .rw),
      ("KODE_DESA", .areaCode), ("STATUS_KTP_EL", .cardStatus),
    ], dates: .dashes)

  /// Deaths with a certificate.
  static let deathCertificates = Layout(
    columns: [
      ("NO", .serial), ("NIK", .number), ("NAMA", .name), ("TEMPAT_LAHIR", .birthPlace), ("TANGGAL_LAHIR", .birthDate),
      ("JENIS_KELAMIN", .sex), ("ALAMAT", .address), ("KODE_DESA", .areaCode), ("TANGGAL_MENINGGAL", .eventDate),
      ("SUMBER", .evidence),
    ], dates: .dashes, dottedCodes: true, fatherHeader: "NAMA_AYAH")

  /// Deaths as desa offices report them, in a spreadsheet of their own.
  static let deathReports = Layout(
    columns: [
      ("Nama", .name), ("NIK", .number), ("Tempat Lahir", .birthPlace), ("Tanggal Lahir", .birthDate),
      ("Jenis Kelamin", .sex), ("Alamat", .address), ("Desa", .desa), ("Kecamatan", .kecamatan),
      ("Tanggal Meninggal", .eventDate), ("Sumber", .evidence),
    ], delimiter: 59, dates: .slashes, fatherHeader: "Bin/Binti")

  /// Moves, members of the forces, foreigners, revoked rights.
  static let persons = Layout(
    columns: [
      ("nama", .name), ("nik", .number), ("tempat_lahir", .birthPlace), ("tanggal_lahir", .birthDate),
      ("jenis_kelamin", .sex), ("alamat", .address), ("kode_desa", .areaCode), ("tanggal", .eventDate),
      ("sumber", .evidence),
    ], dates: .iso)

  /// Those who moved, with the desa of the kabupaten that they went to, or the town elsewhere.
  static let moves = Layout(
    columns: persons.columns + [("tujuan", .destination)], dates: .iso)

  static let barred = Layout(
    columns: [
      ("No", .serial), ("Nama", .name), ("NIK", .number), ("Tempat Lahir", .birthPlace), ("Tanggal Lahir", .birthDate),
      ("Jenis Kelamin", .sex), ("Alamat", .address), ("Desa", .desa), ("Kecamatan", .kecamatan),
      ("Tanggal", .eventDate), ("Sumber", .evidence),
    ], delimiter: 35, dates: .slashes)

  /// Voters served from the special list last time.
  static let special = Layout(
    columns: [
      ("No", .serial), ("Nama", .name), ("NIK", .number), ("Tempat Lahir", .birthPlace), ("Tanggal Lahir", .birthDate),
      ("Jenis Kelamin", .sex), ("Alamat", .address), ("RT", .rt), ("RW", .rw), ("Kode Desa", .areaCode), ("TPS", .tps),
    ], dates: .dashes)

  static let lifeSigns = Layout(
    columns: [
      ("nama", .name), ("nik", .number), ("tanggal_lahir", .birthDate), ("kode_desa", .areaCode),
      ("tanggal", .eventDate), ("sumber", .evidence),
    ], dates: .iso)
}
