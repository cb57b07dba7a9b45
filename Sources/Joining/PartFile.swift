import Documents
import Platform
import RollModel

/// Rows of one part on disk, in the order of their numbers: written once, read once.
final class PartFile {
  private var sink: FileSink
  private var buffer = ByteWriter(capacity: bufferBytes)
  private static let bufferBytes = 256 << 10
  /// Bytes of a row without its words: number, NIK, NKK, birth date, place, area, codes, count of words.
  private static let fixedBytes = 37

  init(_ path: String) throws(FileSinkError) { sink = try FileSink(path: path) }

  func add(_ number: UInt32, _ row: RecordRow, area: UInt32, _ words: UnsafeBufferPointer<UInt32>) throws {
    buffer.appendRaw(number)
    buffer.appendRaw(row.nik.bits)
    buffer.appendRaw(row.nkk.bits)
    buffer.appendRaw(row.birth.bits)
    buffer.appendRaw(row.place)
    buffer.appendRaw(area)
    buffer.appendRaw(UInt32(row.codes) | UInt32(row.words) << 16)
    buffer.append(0)
    for word in words { buffer.appendRaw(word) }
    if buffer.count > Self.bufferBytes - 4096 { try flush() }
  }

  func flush() throws {
    try sink.write(buffer)
    buffer.removeAll()
  }

  /// Reads all rows of a finished part.
  static func read(_ path: String) throws(JoiningFault) -> JoinedColumns {
    let fault = JoiningFault("\(path) tidak dapat dibaca kembali; hapus folder kerjanya lalu ulangi.")
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault }
    defer { close(descriptor) }
    var rows = JoinedColumns()
    var words = [UInt32](repeating: 0, count: RecordRow.mostWords)
    var bytes = [UInt8](repeating: 0, count: 4 << 20)
    var held = 0
    while true {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: held), $0.count - held)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw fault }
      if got == 0 { break }
      held += got
      let used = bytes.withUnsafeBytes { take(from: UnsafeRawBufferPointer(rebasing: $0[..<held]), &rows, &words) }
      bytes.withUnsafeMutableBytes { all in
        guard let base = all.baseAddress else { return }
        memmove(base, base + used, held - used)
      }
      held -= used
    }
    guard held == 0 else { throw fault }
    return rows
  }

  /// Takes the whole rows at the start of `bytes`; returns the bytes that they fill.
  private static func take(
    from bytes: UnsafeRawBufferPointer, _ rows: inout JoinedColumns, _ words: inout [UInt32]
  ) -> Int {
    var at = 0
    while at + fixedBytes <= bytes.count {
      let codes: UInt32 = bytes.raw(at + 32)
      let count = min(Int(codes >> 16), RecordRow.mostWords)
      guard at + fixedBytes + count * 4 <= bytes.count else { break }
      var row = RecordRow()
      row.nik = NIK(bits: bytes.raw(at + 4))
      row.nkk = NIK(bits: bytes.raw(at + 12))
      row.birth = CalendarDay(bits: bytes.raw(at + 20))
      row.place = bytes.raw(at + 24)
      row.codes = UInt16(truncatingIfNeeded: codes)
      for k in 0..<count { words[k] = bytes.raw(at + fixedBytes + k * 4) }
      words.withUnsafeBufferPointer {
        rows.add(bytes.raw(at), row, area: bytes.raw(at + 28), UnsafeBufferPointer(rebasing: $0[..<count]))
      }
      at += fixedBytes + count * 4
    }
    return at
  }
}
