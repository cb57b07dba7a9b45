import FoundationEssentials
import RollModel

/// A table of headers that some office's export is known to have: data, not code (`Layouts/*.json`).
struct Layout: Sendable, Decodable {
  let name: String
  let roles: [Role]
  /// Field to the headers that may stand for it.
  private(set) var columns: [Field: [String]]
  /// Fields that several columns make up.
  private(set) var parts: [ColumnParts]
  /// Headers that are known and not used.
  private(set) var ignored: [String]
  /// Column numbers from 0, for a layout without a header row.
  let positions: [Field: Int]

  private enum CodingKeys: String, CodingKey {
    case name = "nama"
    case roles = "peran"
    case columns = "kolom"
    case parts = "bagian"
    case ignored = "abaikan"
    case titled = "di_bawah_judul"
    case positions = "posisi"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    roles = try values.decode([Role].self, forKey: .roles)
    columns = try Self.byField(values.decode([String: [String]].self, forKey: .columns), decoder)
    parts = try values.decodeIfPresent([ColumnParts].self, forKey: .parts) ?? []
    ignored = try values.decode([String].self, forKey: .ignored)
    positions = try Self.byField(values.decodeIfPresent([String: Int].self, forKey: .positions) ?? [:], decoder)
    for titled in try values.decodeIfPresent([Titled].self, forKey: .titled) ?? [] {
      let columns = try Self.byField(titled.columns ?? [:], decoder)
      for title in titled.titles {
        func below(_ headers: [String]) -> [String] { headers.map { "\(title) \($0)" } }
        for (field, headers) in columns { self.columns[field, default: []] += below(headers) }
        for var part in titled.parts ?? [] {
          part.headers = part.headers.map(below)
          parts.append(part)
        }
        ignored += below(titled.ignored ?? [])
      }
    }
  }

  /// What the columns under a title mean, as `JoinedHeader` calls them: `LAHIR` above `TEMPAT` and `TANGGAL`. Every title
  /// may stand above every header.
  private struct Titled: Decodable {
    let titles: [String]
    let columns: [String: [String]]?
    let parts: [ColumnParts]?
    let ignored: [String]?

    private enum CodingKeys: String, CodingKey {
      case titles = "judul"
      case columns = "kolom"
      case parts = "bagian"
      case ignored = "abaikan"
    }
  }

  private static func byField<Value>(_ table: [String: Value], _ decoder: any Decoder) throws -> [Field: Value] {
    var result: [Field: Value] = [:]
    for (name, value) in table {
      guard let field = Field(rawValue: name) else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "no field is called \(name)"))
      }
      result[field] = value
    }
    return result
  }

  /// The tables that are compiled in, in the order in which they are asked: the known exports, then the plain headers.
  static let all: [Layout] = embedded.map { name, bytes in
    do {
      let data = Data(bytes)
      return try JSONDecoder().decode(Layout.self, from: data)
    } catch {
      preconditionFailure("layout \(name) does not decode: \(error)")
    }
  }

  private static let embedded: [(String, [UInt8])] = [
    ("buku-kerja-kabupaten", PackageResources.buku_kerja_kabupaten_json),
    ("ekspor-pagar", PackageResources.ekspor_pagar_json),
    ("dp4", PackageResources.dp4_json),
    ("model-a", PackageResources.model_a_json),
    ("salinan-pengamat", PackageResources.salinan_pengamat_json),
    ("ekspor-lama", PackageResources.ekspor_lama_json),
    ("judul-pemilih", PackageResources.judul_pemilih_json),
    ("penduduk-desa", PackageResources.penduduk_desa_json),
    ("judul-daftar-orang", PackageResources.judul_daftar_orang_json),
    ("judul-dinas", PackageResources.judul_dinas_json),
    ("judul-laporan", PackageResources.judul_laporan_json),
    ("judul-orang", PackageResources.judul_orang_json),
    ("judul-siak", PackageResources.judul_siak_json),
    ("judul-coklit", PackageResources.judul_coklit_json),
    ("judul-coklit-jumlah", PackageResources.judul_coklit_jumlah_json),
    ("judul-rekap", PackageResources.judul_rekap_json),
    ("judul-wilayah", PackageResources.judul_wilayah_json),
    ("ganda-luar", PackageResources.ganda_luar_json),
  ]
}
