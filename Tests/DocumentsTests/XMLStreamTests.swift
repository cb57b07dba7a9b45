#if OfficeFiles
  import Documents
  import Testing

  /// A document as the sequence of what a listener is told.
  private final class Transcript: XMLListener {
    var lines: [String] = []
    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      let all = (0..<attributes.count).map { index in
        let (name, value) = attributes[index]
        return " \(name.string)=\(String(decoding: value, as: UTF8.self))"
      }
      lines.append("<\(name.string)\(all.joined())>")
    }
    func text(_ run: UnsafeBufferPointer<UInt8>) {
      let text = String(decoding: run, as: UTF8.self)
      if let last = lines.last, !last.hasPrefix("<") {
        lines[lines.count - 1] = last + text
      } else {
        lines.append(text)
      }
    }
    func close(_ name: XMLName) { lines.append("</\(name.string)>") }
  }

  private func read(_ xml: String, pieces: Int = 7) throws -> String {
    let transcript = Transcript()
    let stream = XMLStream(transcript)
    let bytes = Array(xml.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try bytes[start..<min(start + pieces, bytes.count)].withUnsafeBufferPointer { try stream.feed($0) }
    }
    try stream.finish()
    return transcript.lines.joined()
  }

  @Suite struct XMLStreamTests {
    @Test(arguments: [
      ("<a/>", "<a></a>"),
      ("<a b='x &amp; y'>Siti &lt;N&gt; &#65;</a>", "<a b=x & y>Siti <N> A</a>"),
      ("<p:a xmlns:p='u' p:b='1'><![CDATA[a < b]]></p:a>", "<a b=1>a < b</a>"),
      ("<?xml version='1.0' encoding='iso-8859-1'?><a>x</a>", "<a>x</a>"),
    ])
    func `tells a document in its order`(xml: String, told: String) throws {
      #expect(try read(xml, pieces: 1) == told)
      #expect(try read(xml, pieces: 1000) == told)
    }

    @Test(arguments: [
      "<!DOCTYPE a [<!ENTITY b 'bb'>]><a>&b;</a>", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
    ])
    func `refuses a document type before anything of it is used`(xml: String) {
      #expect(throws: XMLFault.documentType) { try read(xml) }
    }

    @Test(arguments: ["<a>", "<a></b>", "<a>&b;</a>", "", "teks biasa", "<a>\u{1}</a>"])
    func `says that a document is broken`(xml: String) {
      #expect(throws: XMLFault.malformed(line: 1)) { try read(xml) }
    }

    @Test func `bounds the depth`() {
      let deep = String(repeating: "<a>", count: XMLStream.deepest + 1)
      #expect(throws: XMLFault.tooDeep(line: 1)) { try read(deep) }
    }
  }
#endif
