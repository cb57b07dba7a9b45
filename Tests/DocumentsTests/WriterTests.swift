import Documents
import Foundation
import Testing

@Suite struct WriterTests {
  @Test(arguments: [
    ("ANI", "ANI"), ("", ""), ("A,B", "\"A,B\""), ("kata \"dua\"", "\"kata \"\"dua\"\"\""),
    ("baris\nbaru", "\"baris\nbaru\""), ("=1+1", "\"'=1+1\""), ("+62", "\"'+62\""), ("-", "\"'-\""),
    ("@x", "\"'@x\""), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("a=1", "a=1"), ("É 🙂", "É 🙂"),
  ])
  func csvFields(_ text: String, _ written: String) {
    var out = ByteWriter()
    out.append(csv: text)
    #expect(out.text == written)
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5, 255, 1000]) func base64IsThatOfFoundation(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
    #expect(Base64.encoded(bytes) == Data(bytes).base64EncodedString())
  }

  #if OfficeFiles
    @Test(arguments: [0, 1, 70_000]) func gzipIsUnpackedByZlib(_ count: Int) throws {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
      var packed = bytes.withUnsafeBytes { GzipWriter.pack($0) }
      let file = try Gzip.unpack(FileBytes(packed), limit: 100_000)
      withExtendedLifetime(file) { #expect(Array(file.bytes) == bytes) }
      packed[packed.count - 5] ^= 1
      #expect(throws: GzipFault.damaged) { try Gzip.unpack(FileBytes(packed), limit: 100_000) }
    }
  #endif

  @Test(arguments: [
    ("ANI", "\"ANI\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("\n\t\r\u{1}", "\"\\n\\t\\r\\u0001\""),
    ("</script>", "\"\\u003c/script>\""), ("🙂", "\"🙂\""),
  ])
  func jsonStrings(_ text: String, _ written: String) {
    var out = ByteWriter()
    out.append(json: text)
    #expect(out.text == written)
  }

  @Test(arguments: [
    ("a<b&c>\"d\"", "a&lt;b&amp;c&gt;&quot;d&quot;"), ("x\u{0}\u{8}\u{1F}y", "xy"), ("a\tb\nc\rd", "a&#9;b&#10;cd"),
    ("\u{FFFE}a\u{FFFF}", "a"), ("\u{FFFD}ﾠ", "\u{FFFD}ﾠ"), ("🙂", "🙂"), ("", ""),
  ])
  func xmlText(_ text: String, _ written: String) {
    #expect(XMLText(text).markup == written)
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (1.005, 1, "1.0"), (-3.14159, 2, "-3.14"), (-0.001, 2, "0.00"), (0.9999999, 6, "1.000000"),
    (12.5, 0, "13"), (0.05, 2, "0.05"), (1e300, 2, "1e+300"),
  ])
  func fixedNumbers(_ value: Double, _ decimals: Int, _ written: String) {
    var out = ByteWriter()
    out.append(fixed: value, decimals: decimals)
    #expect(out.text == written)
  }

  @Test(arguments: [
    (0, 1, "0"), (7, 3, "007"), (-12, 1, "-12"), (9, 1, "9"), (10, 1, "10"), (999, 3, "999"), (1234, 3, "1234"),
    (999_999_999_999_999_999, 1, "999999999999999999"), (1_000_000_000_000_000_000, 20, "01000000000000000000"),
    (Int.max, 1, "\(Int.max)"), (Int.min, 1, "\(Int.min)"),
  ])
  func wholeNumbers(_ value: Int, _ width: Int, _ written: String) {
    var out = ByteWriter()
    out.append(integer: value, width: width)
    #expect(out.text == written)
  }

  @Test(arguments: 0...5) func smallNumbersArePaddedWithZeros(_ width: Int) {
    for value in 0...10_100 {
      var out = ByteWriter()
      out.append(integer: value, width: width)
      let text = "\(value)"
      #expect(out.text == String(repeating: "0", count: max(0, width - text.count)) + text)
    }
  }

  @Test func whatStandsInAWriterIsAppendedAgain() {
    var out = ByteWriter(capacity: 64)
    out.append(text: "padan ")
    for _ in 0..<6 { out.append(again: 0..<out.count) }
    #expect(out.text == String(repeating: "padan ", count: 64))
  }

  @Test func jsonTreesAreWellFormed() {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("nama", "A")
      json.array("kosong") { _ in }
      json.object("isi") { json in
        json.number("tak_hingga", .infinity)
        json.array("deret") { json in for i in 1...2 { json.integer(nil, i) } }
      }
    }
    #expect(
      json.out.text == """
        {
          "nama": "A",
          "kosong": [],
          "isi": {
            "tak_hingga": null,
            "deret": [
              1,
              2
            ]
          }
        }
        """)
  }

  @Test func filesAreNewAndPrivate() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "padan-sink-\(UInt64.random(in: 0 ..< .max))")
      .path
    var sink = try FileSink(path: path)
    try sink.write("isi")
    #expect(sink.bytesWritten == 3)
    #expect(throws: FileSinkError.self) { _ = try FileSink(path: path) }
    #expect(throws: FileSinkError.self) { _ = try FileSink(path: "/tidak/ada/berkas") }
  }

  /// What the system says in English reaches nobody.
  @Test(arguments: [
    (EMFILE, "terlalu banyak berkas terbuka"), (EFBIG, "berkas lebih besar daripada yang diizinkan sistem"),
    (EIO, "media rusak atau terputus"), (EISDIR, "ada folder di tempat berkas"), (ENOSPC, "ruang penyimpanan habis"),
    (200, "galat sistem 200"),
  ])
  func failuresAreSaidInIndonesian(_ code: Int32, _ words: String) {
    #expect(FileSinkError(path: "a.csv", code: code).description == "a.csv tidak dapat ditulis: \(words).")
  }
}
