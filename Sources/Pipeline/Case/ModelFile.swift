import Documents
import Matchers
import Reports
import RollModel

extension CaseFolder {
  /// A model has some hundred numbers: a mebibyte is far beyond any.
  private static let modelLimit = 1 << 20

  /// The model that the plan freezes; nil where it names none. Fails with one sentence on a file that is not there,
  /// leads out of the case, or is not a model of this form.
  package func frozenModel() throws(RunFailure) -> FrozenModel? {
    guard !plan.model.isEmpty else { return nil }
    let place = path + "/" + plan.model
    guard FileSystem.kind(place) != nil else { throw failure(.absent) }
    guard let real = FileSystem.real(place), real.hasPrefix(path + "/") else { throw failure(.outside) }
    guard FileSystem.target(real) == .file else { throw failure(.noModel) }
    let bytes = try FileSystem.read(real, limit: Self.modelLimit)
    guard let json = try? JSONValue(bytes), json.text("jenis") == ModelJSON.kind else { throw failure(.noModel) }
    guard let format = json.number("bentuk"), format == Double(SavedModel.format) else {
      throw failure(.otherFormat(json.text("versi") ?? "?"))
    }
    guard let saved = SavedModel(json) else { throw failure(.damaged) }
    do throws(FrozenModel.Misfit) {
      return try FrozenModel(saved)
    } catch {
      throw unfit(error)
    }
  }

  /// What keeps a model from weighing, with the name of its file.
  func unfit(_ misfit: FrozenModel.Misfit) -> RunFailure { failure(misfit.words) }

  private func failure(_ words: String) -> RunFailure { RunFailure("model: \(plan.model) \(words)") }
}

extension SavedModel {
  /// A model as `ModelJSON` writes it; nil where a part is missing or a share is none.
  fileprivate init?(_ json: JSONValue) {
    guard let numbers = json.text("keadaan_nik").flatMap({ SourceFile.NumberState(rawValue: $0) }),
      let seed = json.number("benih"), let voters = json.number("pemilih"), (0..<1e15).contains(seed),
      (0..<1e12).contains(voters), let household = json["satu_keluarga"],
      let cards = household.number("pasangan_per_pemilih"), (0...1000).contains(cards),
      let twins = household.number("bagian_kembar"), twins > 0, twins <= 1,
      let shares = Self.tables(household), let duplicates = json["ganda"].flatMap({ Part($0) }),
      case .object(let lists)? = json["daftar"]
    else { return nil }
    self.init(
      numbers: numbers, seed: UInt64(seed), voters: Int(voters), cardPairsPerVoter: cards, twinShare: twins,
      household: shares, duplicates: duplicates, lists: [:])
    for list in lists {
      guard let role = Role(rawValue: list.key), let part = Part(list.value) else { return nil }
      self.lists[role] = part
    }
  }

  /// Tables whose m add up to 1, as shares of levels must.
  fileprivate static func tables(_ json: JSONValue) -> [Table]? {
    var tables: [Table] = []
    for item in json.items("tabel") {
      guard let field = item.text("bidang"), let pairs = item.number("pasangan"), pairs >= 0 else { return nil }
      var levels: [Level] = []
      for level in item.items("tingkat") {
        guard let name = level.text("nama"), let m = level.number("m"), m > 0, m <= 1 else { return nil }
        let u = level.number("u")
        if let u, !(u > 0 && u <= 1) { return nil }
        levels.append(Level(name: name, m: m, u: u))
      }
      guard abs(levels.reduce(0) { $0 + $1.m } - 1) < tolerance else { return nil }
      tables.append(Table(field: field, group: item.text("kelompok") ?? "", pairs: pairs, levels: levels))
    }
    return tables
  }

  /// Defaults and floors of a millionth do not add up to 1 exactly.
  private static let tolerance = 0.05
}

extension SavedModel.Part {
  fileprivate init?(_ json: JSONValue) {
    guard let prior = json.number("peluang_awal"), prior > 0, prior <= 1, let tables = SavedModel.tables(json),
      case .boolean(let keptDefaults)? = json["model_bawaan"]
    else { return nil }
    self.init(prior: prior, keptDefaults: keptDefaults, tables: tables)
    guard let others = json["senama_di_luar_daftar"] else { return }
    guard let share = others.number("bagian"), (0...1).contains(share), let table = SavedModel.tables(others)?.first
    else { return nil }
    namesakeShare = share
    namesakes = table
  }
}

extension String {
  fileprivate static let absent =
    "tidak ada di folder kasus; salin model.json dari folder hasil, atau hapus kunci model."
  fileprivate static let outside =
    "adalah tautan ke luar folder kasus atau ke yang tidak ada; salin berkasnya ke folder kasus."
  fileprivate static let noModel =
    "bukan model padan; salin model.json dari folder hasil pemeriksaan, lalu jalankan lagi."
  fileprivate static let damaged =
    "tidak dapat dibaca seluruhnya; berkas ini mungkin terpotong atau diubah. Salin lagi model.json dari folder hasil."
  fileprivate static func otherFormat(_ version: String) -> String {
    "dibuat oleh padan versi \(version) dengan bentuk lain; jalankan sekali tanpa kunci model untuk membuat yang baru."
  }
}
