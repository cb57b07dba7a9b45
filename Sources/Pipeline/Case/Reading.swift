import Readers
import RollModel
import Rules

extension CaseFolder {
  /// The inputs of a run: the plan, the model that it freezes, then every source; names inside the case and absolute paths.
  var inputs: [(name: String, path: String)] {
    (hasPlan ? [(Self.planName, path + "/" + Self.planName)] : [])
      + (plan.model.isEmpty ? [] : [(plan.model, path + "/" + plan.model)]) + sources.map { ($0.name, $0.path) }
  }

  /// Reads all sources; what the folder itself had to refuse is added to what the readers refuse. `passed` is called when
  /// all rows are read and only what they hold is settled.
  func read(
    threads: Int, quarantineLimit: Double?, day: CalendarDay, progress: (@Sendable (Int) -> Void)? = nil,
    passed: () -> Void = {}
  ) throws(RunFailure) -> CaseData {
    var options = ReadingOptions(
      threads: threads, quarantineLimit: quarantineLimit ?? plan.quarantineLimit, kabupaten: plan.kabupaten,
      codeTable: plan.election.codeTable)
    options.namedKabupaten = Set(plan.sources.compactMap { $0.area?.kabupaten })
    var data: CaseData
    do {
      data = try CaseReader(options: options).read(sources.map(\.source), progress: progress, passed: passed)
    } catch {
      let unread = UnreadFiles.words(unread).map { [$0] } ?? []
      throw RunFailure(([error.message] + refusals + unread).joined(separator: "\n"))
    }
    data.asOf = day
    data.refusals = refusals + data.refusals
    data.notices += Complaints(data)?.notices ?? []
    if let notice = OutsideNotice.words(data) { data.notices.append(notice) }
    data.notices += ForeignRoll.notices(data)
    if let joinedNotice { data.notices.append(joinedNotice) }
    if let notice = UnreadFiles.words(unread) { data.notices.append(notice) }
    if !hasPlan { data.notices.append(Self.withoutPlan) }
    if !plan.election.referenceDay.isComplete { data.notices.append(Self.withoutReferenceDay(day)) }
    return data
  }

  private static let withoutPlan =
    "Kasus ini tidak punya padan.yaml; peran berkas diambil dari nama foldernya dan semua pengaturan bawaan."

  private static func withoutReferenceDay(_ day: CalendarDay) -> String {
    "padan.yaml tidak menyebut pemilihan.tanggal_acuan; usia dihitung pada tanggal pemeriksaan, \(day.description)."
  }
}

extension CaseSource {
  /// As the readers take it.
  var source: Source {
    var source = Source(path: path, name: name, role: role)
    for column in rule.columns {
      source.columns[column.field] = ColumnSpec(headers: column.headers, dateForm: column.dateForm)
    }
    source.dateForm = rule.dateForm
    source.delimiter = rule.delimiter
    source.encoding = rule.encoding
    source.sheet = rule.sheet
    source.element = rule.element
    source.headerRow = rule.headerRow
    source.area = rule.area
    source.codeTable = rule.codeTable
    return source
  }
}
