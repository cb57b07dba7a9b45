import Documents
import Platform

/// `register.jsonl` as it was read: every event in order, proved line by line.
package struct Register: Sendable {
  package static let fileName = "register.jsonl"

  package private(set) var events: [RegisterEvent] = []
  /// SHA-256 of every line, in order.
  package private(set) var hashes: [String] = []
  /// Hashes facts so that nobody without this register can try values out on them.
  package private(set) var key = KeyedHash(0, 0)
  /// Bytes from the start that are whole lines.
  private(set) var wholeBytes = 0
  /// Bytes behind them: a line that was being written when its process or the machine stopped.
  package private(set) var tornBytes = 0

  /// SHA-256 of the last line; empty for a register without any.
  package var head: String { hashes.last ?? "" }

  /// A register that is still to be begun, under this key.
  package init(key: KeyedHash) { self.key = key }

  /// Reads the register at `path` while nobody writes to it; nil where there is none.
  package static func read(_ path: String) throws(RegisterFault) -> Register? {
    let handle = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard handle >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(path, errno)
    }
    defer { close(handle) }
    while flock(handle, LOCK_SH) != 0 {
      guard errno == EINTR else { throw .system(path, errno) }
    }
    let bytes = try RegisterFile.contents(handle, path)
    return bytes.isEmpty ? nil : try Register(bytes, path: path)
  }

  /// Proves the chain; throws the number of the first line that is not as it was written.
  init(_ bytes: [UInt8], path: String) throws(RegisterFault) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10)
      let line = bytes[start..<(end ?? bytes.count)]
      guard let event = RegisterLine.decode(line, number: events.count + 1, after: head) else {
        guard end == nil, !Self.holdsWholeLine(line) else { throw .changed(path, line: events.count + 1) }
        tornBytes = line.count
        break
      }
      try take(event, line, path)
      start = (end ?? bytes.count) + 1
      wholeBytes = min(start, bytes.count)
    }
  }

  private mutating func take(_ event: RegisterEvent, _ line: ArraySlice<UInt8>, _ path: String) throws(RegisterFault) {
    if events.isEmpty {
      guard event.kind == .opening, let key = KeyedHash(hexadecimal: event.text("kunci")) else {
        throw .changed(path, line: 1)
      }
      self.key = key
    }
    events.append(event)
    hashes.append(RegisterLine.digest(line))
  }

  /// Takes in an event that was just written as `line`.
  mutating func add(_ event: RegisterEvent, _ line: [UInt8], _ path: String) throws(RegisterFault) {
    try take(event, line[...], path)
    wholeBytes += line.count + 1
  }

  /// Whether what has no line end is a whole line with more behind it: a line end that was changed, not a torn line.
  private static func holdsWholeLine(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 1 && RegisterLine.isSealed(line.dropLast())
  }
}

/// Why a register cannot be read or written: one sentence.
package enum RegisterFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// A line that is not as it was written.
  case changed(String, line: Int)
  /// What the system refused, and its error number.
  case system(String, Int32)
  case notAFile(String)
  /// Another file bears its name since it was opened.
  case replaced(String)
  /// It could not be written; what was there before still is.
  case unwritten(String, Int32)

  package var description: String {
    switch self {
    case .changed(let path, let line):
      "\(path) baris \(line): baris ini tidak lagi seperti saat ditulis, jadi tidak ada yang ditambahkan; kembalikan "
        + "salinan cadangan register yang utuh."
    case .system(let path, let code): "\(path) tidak dapat dibuka: \(Self.reason(code))."
    case .notAFile(let path): "\(path) bukan berkas biasa; register harus berkas biasa di folder kasus."
    case .replaced(let path): "\(path) diganti sementara dibuka; ulangi."
    case .unwritten(let path, let code):
      "\(path) tidak dapat ditulis: \(Self.reason(code)). Tidak ada yang tersimpan; isi lama tetap utuh."
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EROFS: "tidak ada izin"
    case ENOENT: "foldernya tidak ada"
    case ELOOP: "berkas ini adalah tautan; letakkan berkasnya sendiri di folder kasus"
    default: SystemWords.reason(code)
    }
  }
}
