/// The three error models, as tables.
extension ErrorModel {
  package static let all: [ErrorModel] = [ringan, berat, lain]

  package static func named(_ name: String) -> ErrorModel? { all.first { $0.name == name } }

  /// Clean first registrations; second rows and lists mistyped (matching page, section 12).
  package static let ringan = ErrorModel(
    name: "ringan",
    summary: "pendaftaran pertama bersih; baris ganda dan daftar lain berisi salah ketik",
    duplicateRate: 0.0083,
    duplicateKinds: Weighted([
      (.sameHouse, 5), (.movedNewNumber, 25), (.moved, 30), (.marriedOut, 10), (.newNumberVillage, 9),
      (.sameVillage, 21),
    ]),
    thirdRowRate: 0.01, householdMoves: 0,
    registration: Damage(nameFaults: typing, dateFaults: dates),
    repetition: Damage(
      name: 0.5, secondFault: 0.12, nameFaults: mixedFaults, date: 0.19, dateFaults: dates, number: 0.26,
      numberMissing: 0.07, card: 0.02, place: 0.12, sex: 0.004, marital: 0.1, address: 0.15),
    deaths: Damage(
      name: 0.38, secondFault: 0.1, nameFaults: mixedFaults, date: 0.12, dateFaults: dates, number: 0.12,
      numberMissing: 0.33, place: 0.12, sex: 0.01, address: 0.2),
    otherLists: Damage(
      name: 0.25, secondFault: 0.05, nameFaults: mixedFaults, date: 0.06, dateFaults: dates, number: 0.06,
      numberMissing: 0.1, place: 0.08, sex: 0.005, address: 0.2),
    residents: Damage(
      name: 0.03, nameFaults: mixedFaults, date: 0.012, dateFaults: dates, number: 0.006, numberMissing: 0.003,
      card: 0.01, place: 0.03, sex: 0.001, marital: 0.02, address: 0.05),
    deathList: DeathList(onRoll: 0.0105, notOnRoll: 0.0038, otherDesa: 0.01, toldTwice: 0.002),
    sharedFamilyNameRate: 0, villageBirthplaceRate: 0.08, clanNames: false, copiedNumberRate: 0.0001,
    strangerNumberRate: 0.00005, twinRate: 0.0034,
    twinCopiedNumberRate: 0)

  /// Faults on every list, first registrations included (matching page, section 13).
  package static let berat = ErrorModel(
    name: "berat",
    summary: "kesalahan di semua daftar, termasuk pendaftaran pertama; NIK tersalin, kematian tanpa tanggal atau NIK",
    duplicateRate: 0.0079,
    duplicateKinds: Weighted([
      (.sameHouse, 14), (.movedNewNumber, 22.5), (.moved, 31), (.marriedOut, 9), (.newNumberVillage, 9.5),
      (.sameVillage, 14),
    ]),
    thirdRowRate: 0.02, householdMoves: 0.25,
    registration: Damage(
      name: 0.1, secondFault: 0.05, nameFaults: roughFaults, date: 0.025, dateFaults: dates, number: 0.008,
      numberMissing: 0.006, card: 0.006, place: 0.05, sex: 0.003, marital: 0.03, address: 0.04),
    repetition: Damage(
      name: 0.44, secondFault: 0.14, nameFaults: roughFaults, date: 0.17, dateFaults: dates, number: 0.2,
      numberMissing: 0.06, card: 0.03, place: 0.15, sex: 0.006, marital: 0.12, address: 0.2),
    deaths: Damage(
      name: 0.46, secondFault: 0.16, nameFaults: roughFaults, date: 0.13, dateFaults: dates, number: 0.1,
      numberMissing: 0.32, place: 0.18, sex: 0.012, address: 0.3),
    otherLists: Damage(
      name: 0.3, secondFault: 0.1, nameFaults: roughFaults, date: 0.09, dateFaults: dates, number: 0.08,
      numberMissing: 0.15, place: 0.12, sex: 0.008, address: 0.3),
    residents: Damage(
      name: 0.06, secondFault: 0.04, nameFaults: roughFaults, date: 0.02, dateFaults: dates, number: 0.01,
      numberMissing: 0.006, card: 0.02, place: 0.05, sex: 0.002, marital: 0.03, address: 0.08),
    deathList: DeathList(
      onRoll: 0.0115, notOnRoll: 0.0042, noDate: 0.15, yearOnly: 0.06, relativesNumber: 0.02, otherDesa: 0.08,
      toldTwice: 0.03),
    sharedFamilyNameRate: 0.08, villageBirthplaceRate: 0.1, clanNames: true, copiedNumberRate: 0.0007,
    strangerNumberRate: 0.0002, twinRate: 0.003,
    twinCopiedNumberRate: 0.1)

  /// Another mix, kept for checking only: scanned forms, women under their husband's name, dates off by one.
  package static let lain = ErrorModel(
    name: "lain",
    summary: "campuran lain, hanya untuk uji: salah baca formulir, urutan nama terbalik, tanggal meleset",
    duplicateRate: 0.0075,
    duplicateKinds: Weighted([
      (.sameHouse, 10), (.movedNewNumber, 15), (.moved, 28), (.marriedOut, 20), (.newNumberVillage, 7),
      (.sameVillage, 20),
    ]),
    thirdRowRate: 0.04, householdMoves: 0.15,
    registration: Damage(
      name: 0.06, secondFault: 0.1, nameFaults: scannedFaults, date: 0.015, dateFaults: clerksDates, number: 0.012,
      numberMissing: 0.015, card: 0.01, place: 0.09, sex: 0.004, marital: 0.05, address: 0.08),
    repetition: Damage(
      name: 0.48, secondFault: 0.2, nameFaults: scannedFaults, date: 0.15, dateFaults: clerksDates, number: 0.16,
      numberMissing: 0.1, card: 0.04, place: 0.2, sex: 0.008, marital: 0.15, address: 0.3),
    deaths: Damage(
      name: 0.45, secondFault: 0.15, nameFaults: scannedFaults, date: 0.16, dateFaults: clerksDates, number: 0.14,
      numberMissing: 0.25, place: 0.25, sex: 0.015, address: 0.35),
    otherLists: Damage(
      name: 0.3, secondFault: 0.1, nameFaults: scannedFaults, date: 0.1, dateFaults: clerksDates, number: 0.1,
      numberMissing: 0.12, place: 0.2, sex: 0.01, address: 0.3),
    residents: Damage(
      name: 0.05, secondFault: 0.05, nameFaults: scannedFaults, date: 0.02, dateFaults: clerksDates, number: 0.012,
      numberMissing: 0.004, card: 0.03, place: 0.07, sex: 0.003, marital: 0.05, address: 0.1),
    deathList: DeathList(
      onRoll: 0.01, notOnRoll: 0.005, noDate: 0.08, yearOnly: 0.12, relativesNumber: 0.01, otherDesa: 0.08,
      toldTwice: 0.05),
    sharedFamilyNameRate: 0.15, villageBirthplaceRate: 0.24, clanNames: true, copiedNumberRate: 0.0004,
    strangerNumberRate: 0.0003, twinRate: 0.0036,
    twinCopiedNumberRate: 0.07)
}

extension DuplicateKind {
  static let sameHouse = DuplicateKind(name: "serumah", target: .house, numberFactor: 1.3)
  static let movedNewNumber = DuplicateKind(name: "pindah NIK baru", target: .anywhere, newNumber: true)
  static let moved = DuplicateKind(name: "pindah", target: .anywhere)
  static let marriedOut = DuplicateKind(name: "menikah", target: .district, marries: true)
  static let newNumberVillage = DuplicateKind(name: "NIK baru sedesa", target: .village, newNumber: true)
  static let sameVillage = DuplicateKind(name: "sedesa", target: .village, numberFactor: 1.2)
}

extension ErrorModel {
  private static let typing = Weighted<NameFault>([
    (.substitution, 3), (.deletion, 3), (.doubling, 2), (.transposition, 2),
  ])
  private static let mixedFaults = Weighted<NameFault>([
    (.substitution, 13), (.deletion, 11), (.doubling, 7), (.transposition, 6), (.sound, 18), (.oldSpelling, 7),
    (.abbreviation, 12), (.initial, 5), (.drop, 8), (.glue, 4), (.split, 4), (.headNickname, 2), (.title, 3),
  ])
  private static let roughFaults = Weighted<NameFault>([
    (.substitution, 10), (.deletion, 10), (.doubling, 7), (.transposition, 5), (.keyboard, 6), (.sound, 16),
    (.oldSpelling, 5), (.abbreviation, 9), (.initial, 6), (.drop, 8), (.glue, 4), (.split, 3), (.headNickname, 2),
    (.tailNickname, 3), (.vowelless, 2), (.title, 2), (.addedFamily, 2),
  ])
  private static let scannedFaults = Weighted<NameFault>([
    (.lookalike, 24), (.deletion, 8), (.keyboard, 8), (.sound, 12), (.swap, 7), (.abbreviation, 8), (.initial, 8),
    (.drop, 6), (.glue, 6), (.split, 3), (.addedFamily, 6), (.title, 3), (.transposition, 3), (.vowelless, 1),
  ])
  private static let dates = Weighted<DateFault>([
    (.swapped, 18), (.firstOfJanuary, 22), (.day, 22), (.month, 14), (.year, 6), (.yearDigit, 14), (.firstOfJuly, 4),
  ])
  private static let clerksDates = Weighted<DateFault>([
    (.dayByOne, 24), (.swapped, 12), (.firstOfJuly, 12), (.firstOfJanuary, 14), (.yearDigit, 22), (.month, 8),
    (.year, 8),
  ])
}
