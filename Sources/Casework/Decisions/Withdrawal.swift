import Documents
import RollModel

/// Takes back what stands on a finding: a decision, or all of them together with its place in the letters that were sent.
package enum Withdrawal {
  /// In the content of a line: the officer whose decision alone is taken back.
  static let officerMember = "keputusan_petugas"

  /// What `--batal` takes back, or why there is nothing to take back.
  ///
  /// Of several officers each takes back his own decision. Who took one back that was for the suggestion, alone, takes
  /// back the suggestion too; a refusal or a doubt that is taken back leaves it as it was.
  package static func event(
    of text: String, reason: String, runFolder: String, register: Register, book: DecisionBook, stamp: RegisterStamp,
    day: String
  ) throws(FindingIndexError) -> Result<RegisterEvent, Refusal> {
    guard let id = FindingID.read(text) else { return .failure(Refusal(reason: ReturnedRow.badID)) }
    let place = Place(reason: reason, runFolder: runFolder, register: register, stamp: stamp, day: day)
    let officer = Opinion.key(stamp.officer)
    let opinions = book.opinions(of: id)
    guard let own = opinions.first(where: { $0.officerKey == officer }) else {
      if book.isTakenBack(id, by: officer) { return .failure(Refusal(reason: already + standing(opinions))) }
      if !opinions.isEmpty { return .failure(Refusal(reason: notOwn(opinions, isAsked: book.isAsked(id)))) }
      return try whole(of: id, book: book, place)
    }
    guard opinions.count > 1 || own.word != .valid else { return try whole(of: id, book: book, place) }
    let content = try place.content(of: id).content + [.init(officerMember, own.officer)]
    return .success(RegisterEvent(.withdrawal, by: stamp, findings: [id], content: content))
  }

  /// Whether a line takes back one officer's decision and nothing else.
  package static func isOfOneOfficer(_ event: RegisterEvent) -> Bool { !event.text(officerMember).isEmpty }

  /// All decisions and the suggestion: what a letter of withdrawal takes back.
  package static func whole(
    of id: String, reason: String, runFolder: String, register: Register, book: DecisionBook, stamp: RegisterStamp,
    day: String
  ) throws(FindingIndexError) -> Result<RegisterEvent, Refusal> {
    try whole(
      of: id, book: book,
      Place(reason: reason, runFolder: runFolder, register: register, stamp: stamp, day: day))
  }

  private static func whole(
    of id: String, book: DecisionBook, _ place: Place
  ) throws(FindingIndexError) -> Result<RegisterEvent, Refusal> {
    if case .withdrawn = book.standing(of: id) { return .failure(Refusal(reason: already)) }
    let opinions = book.opinions(of: id)
    guard !opinions.isEmpty || book.wasAsked(id) else {
      return .failure(Refusal(reason: "tidak ada keputusan atau surat tentang temuan ini di register"))
    }
    var (content, finding) = try place.content(of: id)
    let letters = book.letters.filter { $0.asks && $0.ids.contains(id) && !$0.withdrawn.contains(id) }
    if !letters.isEmpty { content.append(.init("surat", letters.map { .string($0.shownNumber) })) }
    let facts = finding.map { $0.facts(place.register.key) } ?? opinions.last?.facts
    if let rule = finding?["aturan"].map(RuleNames.current) ?? opinions.last?.rule {
      content.append(.init("aturan", rule))
    }
    if let facts { content.append(JSONValue.Member(key: "fakta", value: facts.json)) }
    return .success(RegisterEvent(.withdrawal, by: place.stamp, findings: [id], content: content))
  }

  /// Of which run, by whom and when something is taken back.
  private struct Place {
    let reason: String
    let runFolder: String
    let register: Register
    let stamp: RegisterStamp
    let day: String

    /// What every line of a withdrawal has, and the finding where the run has it.
    func content(
      of id: String
    ) throws(FindingIndexError) -> (content: [JSONValue.Member], finding: FoundFinding?) {
      let finding = try FoundFinding.rows(of: [id], in: runFolder)[id]
      let note = PlainNote(name: finding?["nama"] ?? "", birth: finding?["tanggal_lahir"] ?? "")
      return ([.init("tanggal", day), .init("alasan", note.cleaned(reason))], finding)
    }
  }

  private static let already = "sudah ditarik sebelumnya"

  /// What others said and still say.
  private static func standing(_ opinions: [Opinion]) -> String {
    opinions.isEmpty ? "" : "; yang berlaku: \(names(opinions))"
  }

  private static func notOwn(_ opinions: [Opinion], isAsked: Bool) -> String {
    "--batal mencabut keputusan petugas yang namanya disebut dengan --petugas; temuan ini diputuskan oleh "
      + names(opinions)
      + (isAsked ? "; usulan di surat ditarik dengan 'padan surat --jenis penarikan --temuan'" : "")
  }

  private static func names(_ opinions: [Opinion]) -> String {
    opinions.map { "\($0.officer) (\($0.word.rawValue))" }.joined(separator: ", ")
  }

  package struct Refusal: Error, Equatable {
    package let reason: String
  }
}
