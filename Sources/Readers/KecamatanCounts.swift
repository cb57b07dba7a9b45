import RollModel

/// Recaps that name kecamatan and nothing inside them: each row is the whole of its kecamatan, so each is named once.
enum KecamatanCounts {
  /// Files that name one several times: their rows are parts of it, under a header that nobody knows.
  static func unclear(_ counts: [OfficialCount], _ opened: [OpenedFile]) -> Set<Int> {
    var files: Set<Int> = []
    var known: Set<OfficialPlace> = []
    for count in counts where opened[count.file].map.isOfKecamatan {
      if !known.insert(OfficialPlace(file: count.file, key: count.key)).inserted { files.insert(count.file) }
    }
    return files
  }

  static func notice(_ file: OpenedFile) -> String {
    "\(file.source.name): satu kecamatan tertulis di beberapa baris, jadi barisnya bukan jumlah sekecamatan dan tidak "
      + "dibandingkan. Bila ada kolom desa, petakan dengan kolom: { desa: … } di padan.yaml."
  }

  private struct OfficialPlace: Hashable {
    let file: Int
    let key: AreaKey
  }
}
