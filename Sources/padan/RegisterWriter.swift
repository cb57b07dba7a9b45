import Casework
import Pipeline

extension Terminal {
  /// Who writes to a register, at this moment.
  static func writer(_ officer: String) -> CaseRegister.Writer {
    CaseRegister.Writer(
      stamp: RegisterStamp(time: moment(), officer: officer), secret: KeyedHash(chance(), chance()))
  }
}
