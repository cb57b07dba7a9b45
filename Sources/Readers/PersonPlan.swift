import Normalizers
import RollModel

/// Where each field of a file of persons stands, and what its role asks for: looked up once a piece.
struct PersonPlan: Sendable {
  let name, father, nik, nkk, place, birth, placeAndDate, marital, sex, disability, card, remark, event, evidence: Int
  let address, rt, rw, rtRw, tps, areaCode, desa, kecamatan, kecamatanCode, kabupaten: Int
  let birthForm, eventForm: DateText.Form
  /// The field that the date of the event is read from.
  let eventField: Field
  /// Of complaints, which cannot do without; absent on other lists.
  let receipt: Int
  /// Station of every row, where no column tells it; 0 where nothing does.
  let station: UInt16
  /// What every row of the file lacks.
  let always: VoterCodes.Flags
  let needsEvent: Bool
  /// Off for the earlier roll of a case without numbers, which nothing is compared with: its rows are checked and counted,
  /// and no column is made.
  let isKept: Bool
  /// Off for residents and the earlier roll: their words are read when it is known of whom they are needed (`LateWords`).
  let hasWords: Bool
  /// Whether the remark marks a voter as TMS; on other lists it is evidence.
  let remarkIsMark: Bool

  init(_ context: PieceContext) {
    let reader = RowReader(context.map)
    let absent = RowReader.absent
    name = reader.column(.name)
    father = reader.column(.father)
    nik = reader.column(.nik)
    nkk = reader.column(.nkk)
    place = reader.column(.birthPlace)
    birth = reader.column(.birthDate)
    placeAndDate = birth == absent ? reader.column(.birthPlaceAndDate) : absent
    marital = reader.column(.marital)
    sex = reader.column(.sex)
    address = reader.column(.address)
    rt = reader.column(.rt)
    rw = reader.column(.rw)
    rtRw = rt == absent ? reader.column(.rtRw) : absent
    disability = reader.column(.disability)
    card = reader.column(.cardStatus)
    remark = reader.column(.remark)
    tps = reader.column(.tps)
    station = tps == absent ? UInt16(clamping: context.station ?? context.title.station ?? 0) : 0
    areaCode = reader.column(.areaCode)
    desa = reader.column(.desa)
    kecamatan = reader.column(.kecamatan)
    kecamatanCode = reader.column(.kecamatanCode)
    kabupaten = context.scope == nil ? absent : reader.column(.kabupaten)
    let death = context.role == .deaths ? reader.column(.deathDate) : absent
    event = death == absent ? reader.column(.eventDate) : death
    eventField = death == absent ? .eventDate : .deathDate
    receipt = context.role == .complaints ? reader.column(.receipt) : absent
    let forms = context.map.dateForms
    birthForm = forms[.birthDate] ?? forms[.birthPlaceAndDate] ?? .automatic
    eventForm = forms[.deathDate] ?? forms[.eventDate] ?? .automatic
    var always: VoterCodes.Flags = []
    if nik == absent { always.insert(.noNIKColumn) }
    if rt == absent, rtRw == absent { always.insert(.noRTColumn) }
    if remark == absent, context.role == .roll { always.insert(.noMarkColumn) }
    self.always = always
    needsEvent = context.role == .signsOfLife
    isKept = context.role != .previousRoll || !context.isGeneral
    hasWords = isKept && !context.readsWordsLate
    remarkIsMark = [.roll, .previousRoll, .residents, .specialList, .movedVoters].contains(context.role)
    let evidence = reader.column(.evidence)
    self.evidence = !remarkIsMark && evidence == absent ? remark : evidence
  }
}
