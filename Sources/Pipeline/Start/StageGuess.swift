import Readers
import RollModel

/// Which stage a folder of files is of, so that the proposed plan asks for what that stage has: the continuous update is the
/// rule, and only what an election alone has tells of one.
///
/// The last election's DPT tells nothing: offices work from it long after.
struct StageGuess {
  let kind: ElectionKind
  /// In words, for a comment.
  let reason: String

  init(_ guesses: [FileGuess]) {
    let usable = guesses.filter(\.isUsable)
    func first(_ words: Set<String>, _ isMeant: (FileGuess) -> Bool) -> String? {
      usable.first { isMeant($0) && !words.isDisjoint(with: Self.words($0.name)) }?.name
    }
    if let name = first(Self.update, { $0.role == .roll }) {
      (kind, reason) = (.pdpb, "menurut nama \(name)")
      return
    }
    let stage = first(Self.lists, { $0.role == .roll }) ?? usable.first { $0.role == .visits }?.name
    guard let stage else {
      (kind, reason) = (.pdpb, "tidak ada berkas yang hanya ada pada tahapan Pemilu atau Pilkada")
      return
    }
    kind = first(Self.local, { _ in true }) == nil ? .pemilu : .pilkada
    reason = "karena ada \(stage), yang hanya ada pada tahapan"
  }

  /// Keys of the plan that this stage has and that nobody can guess, as comments to fill in.
  var keys: [String] {
    switch kind {
    case .pdpb:
      [
        "# jadwal:            # disebut di surat; buang tanda # lalu isi",
        "#   triwulan: \"III Tahun 2026\"",
        "#   pleno: 2026-10-02   # tindak lanjut diminta sebelum hari ini",
      ]
    case .pemilu, .pilkada:
      [
        "# coklit: { mulai: 2026-06-24, selesai: 2026-07-24 }   # masa coklit; buang tanda # lalu isi",
        "# jadwal:",
        "#   pleno: 2026-08-10         # hari rapat pleno rekapitulasi",
        "#   kunci_sidalih: 2026-08-12",
      ]
    }
  }

  /// What to know of the files' names below.
  var fileNote: String? {
    kind == .pdpb
      ? "# Berkas triwulan berikutnya bernama lain: tambahkan butirnya, atau tulis pola seperti \"*TW*.xlsx\" sebagai berkas."
      : nil
  }

  private static func words(_ name: String) -> Set<String> {
    Set(name.lowercased().split { !("a"..."z").contains($0) }.map(String.init))
  }

  private static let update: Set<String> = ["pdpb", "dpb", "berkelanjutan", "triwulan", "tw"]
  /// Lists of a roll that is still made.
  private static let lists: Set<String> = ["dps", "dpshp", "dphp", "potensial"]
  private static let local: Set<String> = [
    "pilkada", "kwk", "pilgub", "pilbup", "pilwali", "pilwako", "pilwakot", "gubernur", "bupati", "walikota",
  ]
}
