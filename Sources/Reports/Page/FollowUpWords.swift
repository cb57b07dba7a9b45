/// What page, terminal and letters say alike of suggestions that were sent.
package enum FollowUpWords {
  /// Suggestions that the office does not stand by any more, while KPU knows nothing of it.
  package static func awaiting(_ count: Int) -> String {
    "\(IndonesianNumber.grouped(count)) usulan yang sudah disurati kini ditolak atau ditarik kantor, dan KPU belum diberi tahu: "
      + "buat surat penarikannya ('padan surat HASIL --jenis penarikan', dari hasil terbaru)."
  }
}
