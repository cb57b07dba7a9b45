import RollModel

/// Digits of a column of identity numbers without which a rule makes no claim.
package struct NumberNeed: Sendable {
  let role: Role
  let field: Field
  let digits: SharedDigits

  /// - Parameter field: `.nik` or `.nkk`.
  init(_ role: Role, _ field: Field, _ digits: SharedDigits) {
    (self.role, self.field, self.digits) = (role, field, digits)
  }

  /// What a file withholds of these digits; nil where it shows them.
  func unchecked(_ rule: String, in file: SourceFile) -> UncheckedRule? {
    guard file.role == role, file.rowsUsed > 0 else { return nil }
    let column = field == .nik ? file.nikColumn : file.nkkColumn
    let reason: String?
    switch field == .nik ? file.nikState : file.nkkState {
    case .full: reason = nil
    case .truncated: reason = digits.isSubset(of: .kept) ? nil : .cut
    case .masked: reason = digits.isSubset(of: SharedDigits(bits: column.shown)) ? nil : .masked
    case .absent: reason = column.header.isEmpty ? .noColumn : .noNumbers
    }
    return reason.map {
      UncheckedRule(
        rule: rule, file: file.path, column: column.header.isEmpty ? field.rawValue.uppercased() : column.header,
        reason: $0)
    }
  }
}

extension RuleContext {
  /// Whether every file of the role shows these digits: for rules whose claim about an area or about the lack of a number
  /// a column that is hidden or cut would make by itself.
  func shows(_ need: NumberNeed) -> Bool { data.files.allSatisfy { need.unchecked("", in: $0) == nil } }
}

extension [any Rule.Type] {
  /// Which of these rules make no claim for want of a list, of a field in it or of a key in the plan, or on rows of which
  /// files, in order of rule, then file.
  func unchecked(_ data: CaseData, _ visits: VisitPeriod) -> [UncheckedRule] {
    var told = ToldFields(data)
    let areas = MissingAreas(data).names
    return flatMap { rule -> [UncheckedRule] in
      if let missing = rule.missingList(in: data) {
        let unused = data.files.filter { $0.role == missing && $0.isUnused }.map(\.path)
        return [UncheckedRule(rule: rule.card.id, missing: missing, unused: unused)]
      }
      if let withheld = rule.withheld(in: data) { return [withheld] }
      let id = rule.card.id
      let isOutOfPlan = rule.needsVisitPeriod && !(visits.first.isComplete && visits.last.isComplete)
      return rule.needs.flatMap { need in data.files.compactMap { need.unchecked(id, in: $0) } }
        + rule.fields.flatMap { told.unchecked(id, $0) }
        + (rule.leavesOutMissingAreas && !areas.isEmpty ? [UncheckedRule(rule: id, without: areas)] : [])
        + (isOutOfPlan ? [UncheckedRule(rule: id, key: "coklit.mulai dan coklit.selesai", reason: .noPeriod)] : [])
    }
  }
}

extension Rule {
  /// A list that the rule cannot do without and the case has not; coklit in totals may stand for visits by name, and a
  /// province finds among its own kabupaten what a list from outside would tell.
  static func missingList(in data: CaseData) -> Role? {
    lists.first { role in
      !data.has(role) && !(role == .outside && data.lexicon.areas.isProvince)
        && !(role == .visits && takesVisitTotals && !data.visitTotals.isEmpty)
    }
  }
}

extension String {
  fileprivate static let noPeriod = "masa coklit belum ditetapkan; tulislah menurut jadwal KPU"
  fileprivate static let cut = "angka terakhirnya hilang, padahal aturan ini memerlukan 16 angka"
  fileprivate static let masked = "angka yang diperlukan aturan ini disamarkan"
  fileprivate static let noColumn = "berkas ini tidak memuat kolomnya"
  fileprivate static let noNumbers = "kolomnya tidak memuat nomor"
}
