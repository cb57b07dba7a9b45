/// Twins and two rows of one person look alike; these are the signs on which a pair is held back.
extension Comparison {
  /// Twins and two numbers of one person look alike: never a duplicate tier (matching page, section 5; C3).
  func isGuarded(_ mode: NumberMode, _ design: Design = .full) -> Bool {
    guard design.contains(.twinGuard), numberCell >= 0 else { return false }
    guard familyCard == 1 else { return mayBeTwinsByNumbers(mode) }
    let level = numberLevel
    // Numbers of twins under dates that differ by an error of writing are numbers of twins.
    if birthLevel != 0 { return (1...5).contains(birthLevel) && level == 3 && mode == .full }
    // A twin's number copied: another given name, and another sex or a name part that the other side lacks.
    if level == 0, given != 1, sexLevel == 1 || events(.conflict) > 0 { return design.contains(.copiedNumberGuard) }
    if mode.isWeak { return level == 3 || level == 5 || level == 0 && given != 1 }
    // Twins' serials follow each other. Under one name a serial further off is a new number, or one mistyped.
    if hasEqualNames, lengthLevel == 0, sexLevel != 1, !isNearSerial { return false }
    return level >= 3 && level <= 5
  }

  /// Numbers issued one after the other on one birth date, or to a boy and a girl of it, under names that differ by more than
  /// their sound: twins of whom one moved out, whatever card and address say. Somebody who was given a second number on the
  /// spot and misspelled as well looks the same, and is held back with them (decision 0031).
  func mayBeTwinsByNumbers(_ mode: NumberMode) -> Bool {
    mode == .full && numberLevel == 3 && (isNearSerial || hasNumbersOfTwoSexes) && (0...5).contains(birthLevel)
      && hasOtherName
  }

  /// One family card and birth date, and numbers issued one after the other: told as twins however unlike the names are.
  func areTwins(_ mode: NumberMode) -> Bool {
    mode == .full && familyCard == 1 && !isNearCard && birthLevel == 0 && isFullDate && numberLevel == 3 && isNearSerial
  }

  /// Another given name, or a word that differs by a letter or altogether. Words that sound alike, short forms and words that
  /// one side lacks are one person's: no parents tell their children apart so.
  var hasOtherName: Bool {
    given == 0 || nameEvents != 0 && events(.typo) + events(.typos) + events(.conflict) > 0
  }

  /// One family card, one number or one without, other given names: a twin's number copied, or one person misspelled.
  /// Made-up rolls hold as many of the one as of the other, so only the field can tell.
  var mayBeTwinsWithOneNumber: Bool {
    familyCard == 1 && numberLevel <= 0 && given != 1 && events(.phonetic) == 0
  }

  /// Fifteen equal digits, and another given name, or one at one address or on one card that only an error of writing makes
  /// the same: the digit that is lost is the one in which twins differ. In made-up rolls of cut numbers 10 of 17 pairs at
  /// one address were twins, and of pairs elsewhere born on one day two of three (decision 0031).
  var mayBeTwinsWithCutNumbers: Bool {
    guard numberLevel == 0 || numberLevel == 3, given != 1 else { return false }
    let isMisspelled = events(.typo) + events(.typos) > 0
    if birthLevel == 0, given == 0 || isMisspelled { return true }
    guard numberLevel == 0 else { return false }
    return given == 0 || events(.phonetic) == 0 && (familyCard == 1 || residenceLevel == 0)
  }
}
