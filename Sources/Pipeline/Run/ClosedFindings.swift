import Casework

/// Findings that decisions keep out of a run: rejected or taken back in the register of its case.
package enum ClosedFindings {
  /// Their ids; none where the case or its register is not there any more, or cannot be read.
  package static func ids(ofRun runFolder: String) -> Set<String> {
    guard let path = FileSystem.real(runFolder), let manifest = try? Manifest(runFolder: path),
      let casePath = try? manifest.casePath(of: path), let register = try? CaseRegister(casePath: casePath).read()
    else { return [] }
    let book = DecisionBook(register, needsTwo: false)
    return book.decidedIDs.filter { id in
      switch book.standing(of: id) {
      case .rejected, .withdrawn: true
      default: false
      }
    }
  }
}
