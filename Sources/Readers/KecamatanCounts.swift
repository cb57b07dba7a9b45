import RollModel

/// Recaps that name kecamatan, or kabupaten, and nothing inside them: each row is the whole of one, so each is named once.
enum KecamatanCounts {
  /// Files that name one several times: their rows are parts of it, under a header that nobody knows.
  static func unclear(_ counts: [OfficialCount], _ opened: [OpenedFile]) -> Set<Int> {
    var files: Set<Int> = []
    var known: Set<OfficialPlace> = []
    for count in counts where opened[count.file].map.isAboveDesa {
      if !known.insert(OfficialPlace(file: count.file, key: count.key)).inserted { files.insert(count.file) }
    }
    return files
  }

  static func notice(_ file: OpenedFile) -> String {
    let level = file.map.isOfKabupaten ? "kabupaten" : "kecamatan"
    return
      "\(file.source.name): satu \(level) tertulis di beberapa baris, jadi barisnya bukan jumlah se\(level) dan tidak "
      + "dibandingkan. Bila ada kolom desa, petakan dengan kolom: { desa: … } di padan.yaml."
  }

  static func noticeElsewhere(_ file: OpenedFile) -> String {
    "\(file.source.name): baris tentang kabupaten/kota lain tidak dibandingkan."
  }

  private struct OfficialPlace: Hashable {
    let file: Int
    let key: AreaKey
  }
}
