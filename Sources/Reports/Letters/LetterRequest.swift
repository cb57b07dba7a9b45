import RollModel

extension LetterWriter {
  /// What the office decides about its letters.
  package struct Request: Sendable {
    package var kind: LetterKind
    /// The day of the letter.
    package var date: CalendarDay
    /// The day of the run whose findings it tells; nil where that is not known.
    package var runDay: CalendarDay?
    /// Serial of the letter to the KPU as the office gives it; nil leaves a place to fill in.
    package var number: String?
    package var templates: LetterTemplates
    package var filter: LetterFilter
    /// Also one letter to the PPK of each kecamatan.
    package var toEachKecamatan: Bool
    /// In the case of a province: a letter to the KPU of each kabupaten, or of the one that this names by code or name.
    package var toEachKabupaten = false
    package var kabupaten: String?
    /// The same as `followUp`, of letters to the KPU of each kabupaten by its name.
    package var followUpByRecipient: [String: FollowUpSentences] = [:]
    /// Threads that write letters and their annexes; what they write does not depend on it.
    package var threads = 1
    /// Days for the correction (Perbawaslu 5/2022 Pasal 18).
    package var deadline: Int
    package var schedule = Schedule()
    /// To look at, not to send.
    package var isDraft = false
    /// Who signs Form A.
    package var officer = ""
    /// Of a withdrawal: why, and the number of the letter that is taken back; empty takes both from `asked`.
    package var reason = ""
    package var earlierLetter = ""
    /// Of a withdrawal: what the register knows of its findings, by id.
    package var asked: [String: Asked] = [:]

    /// How a finding was asked for, and why it is taken back.
    package struct Asked: Sendable {
      /// Number and day of the letters that ask for it, in their order.
      package var letters: [(number: String, day: CalendarDay)]
      /// Empty where nobody wrote one.
      package var reason: String

      package init(letters: [(number: String, day: CalendarDay)], reason: String) {
        self.letters = letters
        self.reason = reason
      }
    }
    /// Sentences on what became of earlier letters; none leave the paragraph out.
    package var followUp = FollowUpSentences()

    /// Whether a letter is written where there is nothing to propose.
    var mayBeEmpty: Bool { kind.mayBeEmpty && filter.takesAll }

    package init(
      date: CalendarDay, number: String? = nil, templates: LetterTemplates = LetterTemplates(),
      kind: LetterKind = .correction, filter: LetterFilter = LetterFilter(), toEachKecamatan: Bool = false,
      deadline: Int = 3
    ) {
      self.kind = kind
      self.date = date
      self.number = number
      self.templates = templates
      self.filter = filter
      self.toEachKecamatan = toEachKecamatan
      self.deadline = deadline
    }
  }
}

/// A finished letter and what it proposes.
package struct WrittenLetter: Sendable {
  /// A file, with its path inside the run folder.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
  }

  /// One row of the annex.
  package struct Row: Sendable, Equatable {
    /// The finding's id.
    package let id: String
    package let letterClass: LetterClass
    /// `tms-1`, or the rule's id, and its words.
    package let category: String
    package let label: String
    package let kecamatan: String
    /// `L`, `P` or `-`.
    package let sex: String
  }

  package let kind: LetterKind
  /// `kpu`, or `ppk-` with code and name of the kecamatan.
  package let recipient: String
  /// In the case of a province: the name of the kabupaten whose KPU, or whose PPK, gets it; else empty.
  package var kabupaten = ""
  /// As it stands in the letter, with what is still to be filled in.
  package let number: String
  /// The serial in it; nil where it is still to be filled in.
  package var serial: String?
  package let date: CalendarDay
  package let isDraft: Bool
  /// The letter, then its annex where it has one.
  package let files: [File]
  package let rows: [Row]
  /// Persons that the letter leaves for the field.
  package let needsVerification: Int
  /// How many of these a safeguard holds back.
  package let heldBack: Int
  /// Persons that wait for another decision, by why: told to the office, never in the letter.
  package var held: [LetterHold: Int] = [:]
  /// Persons whom the letter leaves out because they stand in another kabupaten than the case's.
  package var elsewhere = 0
}

/// What became of earlier letters, in sentences: of all that they asked for, and of what they asked for in one kecamatan.
package struct FollowUpSentences: Sendable {
  package var all: [String]
  /// By name of the kecamatan as annexes write it.
  package var byKecamatan: [String: [String]]

  package init(all: [String] = [], byKecamatan: [String: [String]] = [:]) {
    (self.all, self.byKecamatan) = (all, byKecamatan)
  }

  /// What a letter about this kecamatan says; nil is a letter about all.
  func told(in kecamatan: String?) -> [String] { kecamatan.map { byKecamatan[$0] ?? [] } ?? all }
}
