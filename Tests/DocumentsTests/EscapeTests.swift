import Testing

@testable import Documents

/// Text is escaped the same wherever a character stands in it: the writers look at eight bytes at a time.
@Suite struct EscapeTests {
  @Test(arguments: [UInt8](0...255))
  func oneByteAnywhere(_ byte: UInt8) {
    let plain = [UInt8]("abcdefghijklmnopqrst".utf8)
    for place in 0...plain.count {
      let text = Array(plain[..<place]) + [byte] + Array(plain[place...])
      var inJSON: [UInt8] = [34]
      for single in text { inJSON += json([single]).dropFirst().dropLast() }
      inJSON.append(34)
      let inXML: [UInt8] = text.flatMap { xml([$0]) }
      #expect(json(text) == inJSON)
      #expect(xml(text) == inXML)
    }
  }

  @Test(arguments: 0...16)
  func forbiddenCharacterAnywhere(_ place: Int) {
    let plain = Array(repeating: UInt8(ascii: "x"), count: 16)
    let text = Array(plain[..<place]) + [0xEF, 0xBF, 0xBE] + Array(plain[place...])
    #expect(xml(text) == plain)
  }

  @Test(arguments: [UInt8](0...255))
  func scannedTextIsPrintedLikeAnyOther(_ byte: UInt8) {
    let long = Array("sebuah teks yang panjang".utf8)
    for text in [[], [byte], [97, byte], long + [byte], [95, 120, byte, 48, 52, 49, 95]] {
      let padded = text + Array(repeating: 0, count: 16)
      padded.withUnsafeBytes { padded in
        let raw = UnsafeRawBufferPointer(rebasing: padded[..<text.count])
        let scanned = ScannedText(raw, TextCare(of: raw))
        var plain = ByteWriter()
        var fast = ByteWriter()
        plain.append(csv: raw)
        plain.append(jsonContent: raw)
        fast.append(csv: scanned)
        fast.append(jsonContent: scanned)
        var plainCell = SheetWriter()
        var fastCell = SheetWriter()
        plainCell.text(raw)
        fastCell.text(scanned)
        #expect(plain.bytes == fast.bytes)
        #expect(plainCell.out.bytes == fastCell.out.bytes)
      }
    }
  }

  private func json(_ bytes: [UInt8]) -> [UInt8] {
    var out = ByteWriter()
    bytes.withUnsafeBytes { out.append(json: $0) }
    return out.bytes
  }

  private func xml(_ bytes: [UInt8]) -> [UInt8] {
    var out = ByteWriter()
    bytes.withUnsafeBytes { out.append(xml: $0) }
    return out.bytes
  }
}
