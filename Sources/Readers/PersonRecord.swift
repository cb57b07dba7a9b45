import Normalizers
import RollModel

/// A person's row while its piece is read; numbers of words count within the thread's memory, the line from where the
/// piece starts.
struct PersonRecord: BitwiseCopyable {
  var nik = NIK()
  var nkk = NIK()
  let offset: UInt64
  var birth = CalendarDay()
  var event = CalendarDay()
  /// Where the row's tokens end.
  var tokenEnd: UInt32 = 0
  var place = Lexicon.nothing
  var address = Lexicon.nothing
  var area: UInt32 = 0
  var evidence = Lexicon.nothing
  let line: UInt32
  var codes = VoterCodes()
  var rt: UInt16 = 0
  var rw: UInt16 = 0
  var tps: UInt16 = 0

  init(offset: UInt64, line: UInt32) { (self.offset, self.line) = (offset, line) }
}

/// What the rows of a piece tell beside themselves; the rows are left on the thread's desk.
struct PersonTallies {
  var areas: AreaMemo
  var nik = NumberTally()
  var nkk = NumberTally()
}
