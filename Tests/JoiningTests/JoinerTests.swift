import Documents
import Foundation
import RollModel
import TestSupport
import Testing

@testable import Joining

/// Joining rolls: who is found, and that neither parts, threads, order nor interruption show in the result.
@Suite struct JoinerTests {
  static func join(
    _ rolls: MadeUpRolls, paths: [String]? = nil, parts: Int? = nil, threads: Int = 2, work: String = UUID().uuidString
  ) throws -> JoinOutcome {
    var options = Joiner.Options(memory: 1 << 30, threads: threads, version: "uji")
    options.parts = parts
    return try Joiner(try JoinedRolls(paths ?? rolls.paths, key: rolls.key), options: options).run(
      workPath: rolls.scratch[work])
  }

  /// All files of the result, as one text.
  static func written(_ outcome: JoinOutcome) throws -> String {
    let folder = try Scratch()
    try outcome.write(to: folder.path, version: "uji")
    return try folder.names("").sorted().map { "\($0)\n" + (try folder.read($0)) }.joined()
  }

  @Test func findsThePlantedPairsAndNobodyElse() throws {
    let rolls = try MadeUpRolls()
    let outcome = try Self.join(rolls)
    let roll = try #require(outcome.roll)
    let found = Set(
      outcome.told.filter { $0.tier >= .verify }.map { pair in
        Set(
          [pair.a, pair.b].map {
            [Int(roll.columns.area[$0]) - 1, Int(roll.columns.line[$0])]
          })
      })
    let planted = Set(rolls.planted.map { Set([[$0.a.0, $0.a.1], [$0.b.0, $0.b.1]]) })
    #expect(found.intersection(planted).count >= planted.count - 2, "\(found.intersection(planted).count)")
    #expect(found.subtracting(planted).isEmpty)
  }

  /// Of twins the younger has the next number, another name and a card of his own: listed as twins, never as one person.
  @Test func twinsInTwoKabupatenAreHeldBack() throws {
    let rolls = try MadeUpRolls(twins: 20)
    let outcome = try Self.join(rolls)
    let roll = try #require(outcome.roll)
    func places(_ pair: Pair) -> Set<[Int]> {
      Set([pair.a, pair.b].map { [Int(roll.columns.area[$0]) - 1, Int(roll.columns.line[$0])] })
    }
    let twins = Set(rolls.twins.map { Set([[$0.a.0, $0.a.1], [$0.b.0, $0.b.1]]) })
    let told = outcome.told.filter { twins.contains(places($0)) }
    #expect(told.count >= 18 && told.allSatisfy { $0.relation == .possibleTwins && $0.tier == .twin })
    #expect(outcome.told.filter { $0.relation == .samePerson && $0.tier >= .verify }.count >= 28)
  }

  @Test func partsThreadsAndOrderDoNotShow() throws {
    let rolls = try MadeUpRolls()
    let whole = try Self.written(Self.join(rolls, parts: 1))
    #expect(whole.contains("satu-orang"))
    #expect(try Self.written(Self.join(rolls, parts: 7)) == whole)
    #expect(try Self.written(Self.join(rolls, parts: 3, threads: 1)) == whole)
    #expect(try Self.written(Self.join(rolls, paths: rolls.paths.reversed(), parts: 2)) == whole)
  }

  /// A work folder with some results missing, one damaged and one cut short gives the same result.
  @Test func takesUpWhatIsWhole() throws {
    let rolls = try MadeUpRolls()
    let whole = try Self.written(Self.join(rolls, parts: 4, work: "kerja"))
    let folder = rolls.scratch["kerja"]
    let results = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".hasil") }.sorted()
    #expect(results.count == 12)
    let untouched = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + results[5]))
    try FileManager.default.removeItem(atPath: folder + "/" + results[0])
    for (name, change) in [(results[1], { (data: inout Data) in data[20] ^= 1 }), (results[2], { $0.removeLast(9) })] {
      let url = URL(fileURLWithPath: folder + "/" + name)
      var data = try Data(contentsOf: url)
      change(&data)
      try data.write(to: url)
    }
    try rolls.scratch.write("sisa", to: "kerja/nama-0.bagian")
    try rolls.scratch.write("sisa", to: "kerja/nama-0.hasil.baru")
    #expect(try Self.written(Self.join(rolls, parts: 4, work: "kerja")) == whole)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + results[5])) == untouched)
  }

  @Test func aWorkFolderBelongsToOneJoin() throws {
    let rolls = try MadeUpRolls()
    _ = try Self.join(rolls, parts: 2, work: "kerja")
    #expect(throws: JoiningFault.self) { try Self.join(rolls, parts: 3, work: "kerja") }
    #expect(throws: JoiningFault.self) {
      try Self.join(rolls, paths: Array(rolls.paths.dropLast()), parts: 2, work: "kerja")
    }
  }

  @Test func oneKabupatenTwiceIsRefused() throws {
    let rolls = try MadeUpRolls()
    try FileManager.default.copyItem(atPath: rolls.paths[0], toPath: rolls.scratch["salinan.padan"])
    #expect(throws: JoiningFault.self) {
      try JoinedRolls([rolls.paths[0], rolls.scratch["salinan.padan"]], key: rolls.key)
    }
    #expect(throws: JoiningFault.self) { try JoinedRolls([rolls.paths[0]], key: rolls.key) }
  }

  /// No list tells a name, a birth date or a full number; both sides name a pair the same.
  @Test func listsNameNoOne() throws {
    let rolls = try MadeUpRolls()
    let folder = try Scratch()
    try Self.join(rolls).write(to: folder.path, version: "uji")
    let lists = try MadeUpRolls.codes.map { try folder.read("ganda-luar-\($0).csv") }
    let pairs = lists.map { list in list.split(separator: "\n").dropFirst().map { String($0.prefix(16)) } }
    #expect(Set(pairs[0] + pairs[1]) == Set(pairs[2]))
    #expect(Set(pairs[2]).count > 20)
    for list in lists {
      #expect(list.firstMatch(of: #/[0-9]{16},[a-z]/#) == nil)
      #expect(list.firstMatch(of: #/(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}/#) == nil)
      #expect(list.firstMatch(of: #/\b[A-Z]{4,}\b/#) == nil)
    }
  }
}
