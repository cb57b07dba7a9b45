#if OfficeFiles
  import Documents
  import TestSupport
  import Testing

  /// Archives of others: each thing that does not hold is a fault of its own.
  struct ZipArchiveTests {
    static let good = [ZipBytes.Entry("a.csv", "nama,nik\nBUDI,1\n"), ZipBytes.Entry("dir/b.txt", "isi")]

    private func read(_ bytes: [UInt8]) throws(ZipFault) -> [String] {
      let archive = try ZipArchive(FileBytes(bytes))
      var contents: [String] = []
      for entry in archive.entries {
        let unpacked = try ZipStream(archive, entry).all()
        contents.append(withExtendedLifetime(unpacked) { String(decoding: unpacked.bytes, as: UTF8.self) })
      }
      return contents
    }

    private func fault(_ bytes: [UInt8]) -> ZipFault? {
      do throws(ZipFault) {
        _ = try read(bytes)
        return nil
      } catch { return error }
    }

    @Test func readsWhatIsStored() throws {
      #expect(try read(ZipBytes.archive(Self.good)) == ["nama,nik\nBUDI,1\n", "isi"])
      #expect(try ZipArchive(FileBytes(ZipBytes.archive(Self.good)))["DIR/B.TXT"]?.name == "dir/b.txt")
    }

    struct Hostile: Sendable, CustomTestStringConvertible {
      let what: String
      let entries: [ZipBytes.Entry]
      let fault: ZipFault
      var testDescription: String { what }
    }

    static let hostile: [Hostile] = [
      Hostile(
        what: "climbs out", entries: [ZipBytes.Entry("../a.csv", "x")], fault: .unsafeName("../a.csv")),
      Hostile(
        what: "climbs out by backslash", entries: [ZipBytes.Entry("a\\..\\b", "x")], fault: .unsafeName("a/../b")),
      Hostile(what: "absolute", entries: [ZipBytes.Entry("/etc/a", "x")], fault: .unsafeName("/etc/a")),
      Hostile(what: "drive", entries: [ZipBytes.Entry("C:a", "x")], fault: .unsafeName("C:a")),
      Hostile(
        what: "encrypted", entries: [ZipBytes.Entry("a", "x").with { $0.flags = 1 }], fault: .encrypted(entry: "a")),
      Hostile(
        what: "AES", entries: [ZipBytes.Entry("a", "x").with { $0.method = 99 }], fault: .encrypted(entry: "a")),
      Hostile(
        what: "other method", entries: [ZipBytes.Entry("a", "x").with { $0.method = 14 }],
        fault: .method(entry: "a", 14)),
      Hostile(what: "twice", entries: [ZipBytes.Entry("a", "x"), ZipBytes.Entry("a", "y")], fault: .twice(entry: "a")),
      Hostile(
        what: "wrong check number", entries: [ZipBytes.Entry("a", "xyz").with { $0.check = 1 }],
        fault: .damaged(entry: "a")),
      Hostile(
        what: "wrong size", entries: [ZipBytes.Entry("a", "xyz").with { $0.size = 2 }],
        fault: .contradiction(entry: "a")),
      Hostile(
        what: "not deflate", entries: [ZipBytes.Entry("a", "xyz").with { $0.deflated = [255, 255, 255] }],
        fault: .damaged(entry: "a")),
      Hostile(
        what: "deflate cut off", entries: [ZipBytes.Entry("a", "xyz").with { $0.deflated = [0x4B, 0x4C] }],
        fault: .cutOff(entry: "a")),
      Hostile(
        what: "too large together",
        entries: [
          ZipBytes.Entry("a", "x").with { ($0.deflated, $0.size) = ([3, 0], 3 << 30) },
          ZipBytes.Entry("b", "x").with { ($0.deflated, $0.size) = ([3, 0], 3 << 30) },
        ], fault: .tooLarge(entry: "b")),
    ]

    @Test(arguments: hostile) func refuses(_ hostile: Hostile) {
      #expect(fault(ZipBytes.archive(hostile.entries)) == hostile.fault)
    }

    /// One local header that two directory entries share, and one inside another's bytes.
    @Test func refusesOverlappingEntries() {
      let inner = ZipBytes.archive([ZipBytes.Entry("b", "innermost")])
      let outer = ZipBytes.Entry("a", Array(inner.prefix(30 + 1 + 9)))
      let nested = ZipBytes.archive([outer, ZipBytes.Entry("b", "innermost").with { $0.place = 31 }])
      #expect(fault(nested) == .overlapping(entry: "b"))
    }

    @Test func refusesACutOffArchiveAtEveryPlace() {
      let whole = ZipBytes.archive(Self.good)
      for length in 0..<whole.count { #expect(fault(Array(whole.prefix(length))) != nil, "\(length)") }
    }

    @Test func neverCrashesOnAByteThatIsChanged() {
      let whole = ZipBytes.archive(Self.good)
      for place in whole.indices {
        for flip in [1, 0x80, 0xFF] as [UInt8] {
          var bytes = whole
          bytes[place] ^= flip
          _ = fault(bytes)
        }
      }
    }
  }
#endif
