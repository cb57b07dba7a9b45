import Matchers
import RollModel
import Testing

/// What `padan cari` takes for an answer.
@Suite struct QueryTests {
  private static func worth(_ asked: String, _ name: String) -> Int {
    guard var query = NameQuery(asked.split(separator: " ").map(String.init)) else { return -1 }
    var table = StringTable()
    let tokens = name.split(separator: " ").map { UInt32(table.intern(String($0))) }
    return query.worth(of: tokens, in: table)
  }

  @Test(arguments: [
    ("SITI AMINAH", "SITI AMINAH"), ("SITI AMINAH", "AMINAH SITI"), ("SITI AMINAH", "S AMINAH"),
    ("SITI AMINAH", "SITI AMINAHH"), ("NURHAYATI", "NUR HAYATI"), ("NUR HAYATI", "NURHAYATI"),
    ("SITI NUR HAYATI", "SITI NURHAYATI"), ("NOERDIN", "NURDIN"), ("BUDI SANTOSO WIJAYA", "BUDI SANTOSO"),
    ("BUDI", "BUDI SANTOSO WIJAYA"),
  ])
  func aNameAnswers(_ asked: String, _ name: String) {
    #expect(Self.worth(asked, name) > 0, "\(asked) and \(name)")
  }

  @Test(arguments: [
    ("SITI AMINAH", "SITI"), ("SITI AMINAH", "S A"), ("SITI AMINAH", "BUDI SANTOSO"), ("BUDI", "B"),
    ("BUDI SANTOSO", "BUDI HARTONO"), ("SITI", ""), ("NURHAYATI", "NUR"),
  ])
  func aNameDoesNotAnswer(_ asked: String, _ name: String) {
    #expect(Self.worth(asked, name) == 0, "\(asked) and \(name)")
  }

  /// The nearer the name, the earlier it comes.
  @Test func theBestComesFirst() {
    let names = [
      "SITI AMINAH", "AMINAH SITI", "SITI AMINAH BINTORO", "SITI AMINA", "S AMINAH",
    ]
    let worths = names.map { Self.worth("SITI AMINAH", $0) }
    #expect(worths == worths.sorted(by: >), "\(worths)")
    #expect(worths[0] == 1000)
    #expect(Set(worths).count == worths.count, "\(worths)")
  }

  /// A table that grew since the last name is studied before it is asked.
  @Test func newTokensAreStudied() throws {
    var query = try #require(NameQuery(["RUDI"]))
    var table = StringTable()
    #expect(query.worth(of: [UInt32(table.intern("BUDIONO"))], in: table) == 0)
    #expect(query.worth(of: [UInt32(table.intern("RUDI"))], in: table) == 1000)
  }

  private static func place(_ asked: String, _ address: String) -> Int {
    guard var query = AddressQuery(asked) else { return -1 }
    return Array(address.utf8).withUnsafeBufferPointer { query.worth(of: $0) }
  }

  @Test(arguments: [
    ("jalan merdeka no 24", "JL. MERDEKA NO 24"), ("merdeka 24", "JL MERDEKA NO. 024"), ("jl merdeka", "JLN MERDEKA"),
    ("jl merdka", "JL MERDEKA NO 2"), ("dusun ii", "DSN II RT 01"), ("merdeka rt 2", "JL MERDEKA"),
  ])
  func anAddressAnswers(_ asked: String, _ address: String) { #expect(Self.place(asked, address) > 0) }

  @Test(arguments: [
    ("jl merdeka no 24", "JL MERDEKA NO 25"), ("jl merdeka", "JL KENANGA"), ("dusun ii", "DUSUN III"),
    ("jl merdeka", ""),
  ])
  func anAddressDoesNotAnswer(_ asked: String, _ address: String) { #expect(Self.place(asked, address) == 0) }

  @Test func whatAsksForNothingIsKnown() {
    #expect(NameQuery([]) == nil)
    #expect(AddressQuery("jl no rt 2") == nil)
    #expect(
      AddressQuery.isLikely("jalan merdeka") && AddressQuery.isLikely("blok 2") && !AddressQuery.isLikely("siti aminah")
    )
    #expect(AddressQuery("merdeka rt 02/rw 1")?.rt == 2 && AddressQuery("merdeka rt 02/rw 1")?.rw == 1)
  }
}
