import Crypto
import Documents

/// The text of one event: a JSON object whose last two members chain and seal it.
///
/// `sebelum` is the SHA-256 of the line before, `segel` that of the line itself up to the seal: so every changed byte is
/// found, in the last line too, which no later line vouches for.
enum RegisterLine {
  private static let sealStart = Array(",\"segel\":\"".utf8)
  private static let sealEnd = Array("\"}".utf8)
  private static let digits = 64

  /// The bytes of the line without its line end.
  static func encode(_ event: RegisterEvent, after before: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.integer("urut", event.number)
      json.string("waktu", event.time)
      json.string("jenis", event.kind.rawValue)
      json.string("oleh", event.officer)
      json.array("temuan") { json in for id in event.findings { json.string(nil, id) } }
      json.value("isi", .object(event.content))
      if let source = event.source {
        json.object("sumber") { json in
          json.string("berkas", source.file)
          json.string("sha256", source.sha256)
          if !source.sheet.isEmpty { json.string("lembar", source.sheet) }
          json.integer("baris", source.row)
        }
      } else {
        json.null("sumber")
      }
      json.string("sebelum", before)
    }
    let body = json.out.bytes.dropLast()
    return body + sealStart + digest(body).utf8 + sealEnd
  }

  /// The event of a line, if the line is whole, follows `before`, and is the `number`th.
  static func decode(_ line: ArraySlice<UInt8>, number: Int, after before: String) -> RegisterEvent? {
    guard isSealed(line), let value = try? JSONValue(line), value.number("urut") == Double(number),
      value.text("sebelum") == before, let time = value.text("waktu"), let officer = value.text("oleh"),
      let kind = value.text("jenis").flatMap(RegisterEvent.Kind.init(rawValue:)),
      case .array(let findings)? = value["temuan"], case .object(let content)? = value["isi"]
    else { return nil }
    var event = RegisterEvent(kind, by: RegisterStamp(time: time, officer: officer), content: content)
    event.number = number
    for case .string(let id) in findings { event.findings.append(id) }
    if let source = value["sumber"], let file = source.text("berkas"), let hash = source.text("sha256") {
      event.source = RegisterEvent.Source(
        file: file, sha256: hash, sheet: source.text("lembar") ?? "", row: Int(source.number("baris") ?? 0))
    }
    return event
  }

  /// Whether the line ends with the seal of all that stands before it.
  static func isSealed(_ line: ArraySlice<UInt8>) -> Bool {
    let tail = sealStart.count + digits + sealEnd.count
    guard line.count > tail, line.suffix(sealEnd.count).elementsEqual(sealEnd) else { return false }
    let body = line.dropLast(tail)
    let seal = line[body.endIndex...]
    return seal.starts(with: sealStart)
      && seal.dropFirst(sealStart.count).prefix(digits).elementsEqual(digest(body).utf8)
  }

  static func digest(_ bytes: some Collection<UInt8>) -> String { SHA256Text.of(Array(bytes)) }
}

/// SHA-256 as 64 hexadecimal digits.
package enum SHA256Text {
  package static func of(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
