import RollModel

extension Plan {
  /// Every setting in force, as dotted key and value, for the manifest: tables of keys in their order, then the rules.
  func effective(on day: CalendarDay, quarantineLimit: Double?) -> [Manifest.Setting] {
    var plan = self
    if let quarantineLimit { plan.quarantineLimit = quarantineLimit }
    if !plan.election.referenceDay.isComplete { plan.election.referenceDay = day }
    var settings = Self.list("kantor.", PlanKeys.office, plan.office)
    settings += Self.list("pemilihan.", PlanKeys.election, plan.election)
    settings += Self.list("", PlanKeys.root, plan)
    settings += Self.list("coklit.", PlanKeys.visits, plan.visits)
    settings += Self.list("jadwal.", PlanKeys.schedule, plan.schedule)
    settings += Self.list("pemadanan.", PlanKeys.matching, plan.matching)
    return settings + plan.rules.effective.map { Manifest.Setting(key: "aturan." + $0.key, value: $0.value) }
  }

  private static func list<Target>(
    _ prefix: String, _ keys: [PlanKey<Target>], _ target: Target
  ) -> [Manifest.Setting] {
    keys.map { Manifest.Setting(key: prefix + $0.name, value: $0.show(target)) }
  }
}
