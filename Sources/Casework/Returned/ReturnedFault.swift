import Documents

/// Why a returned file cannot be read: one sentence.
package struct ReturnedFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  init(_ path: String, _ reason: String) { description = "\(path): \(reason)." }

  init(_ path: String, _ failure: FileBytes.Failure) {
    let reason =
      switch failure {
      case .missing where FindingID.read(path) == path.uppercased():
        "bukan berkas, melainkan seperti id temuan; untuk menarik temuan, tulis --batal di depan setiap id"
      case .missing: "tidak ada"
      case .directory: "adalah folder; sebutkan berkas di dalamnya"
      case .notAFile: "bukan berkas biasa"
      case .noPermission: "tidak dapat dibuka: tidak ada izin"
      case .empty: "tidak berisi apa-apa; minta salinan yang utuh"
      case .system(let code): "tidak dapat dibuka: \(SystemWords.reason(code))"
      }
    self.init(path, reason)
  }
}
