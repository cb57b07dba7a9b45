import RollModel

/// Who writes to whom, about which area.
struct LetterPlace {
  var office: String
  var kabupaten: String
  var town: String
  var recipient: String
  var recipientShort: String
  var recipientTown: String
  var scope = ""
  var voters: Int
  var stations: Int
  /// Rows of the roll that could not be read, those among them of which nobody knows the desa.
  var unread: Int
  var copies: [String]
  var fileName: String
  /// In the case of a province: the kabupaten of the recipient.
  private(set) var title = ""
  /// Aceh has a Panwaslih and a KIP.
  let isInAceh: Bool

  init(_ record: RunRecord, _ recipient: LetterWriter.Recipient, inside kecamatan: Int? = nil) {
    let areas = record.data.lexicon.areas
    let name = record.office.name
    let isProvince = areas.isProvince
    isInAceh = (isProvince ? areas.province : areas.kabupatenCode).isInAceh
    let (supervisor, commission) = isInAceh ? ("Panwaslih", "KIP") : ("Bawaslu", "KPU")
    let unknown = isProvince ? Provinces.title(areas.province) : unknownKabupaten
    office = name.isEmpty ? "\(supervisor) \(unknown)" : name
    kabupaten = name
    for title in ["bawaslu ", "panwaslih "] where name.lowercased().hasPrefix(title) {
      kabupaten = String(name.dropFirst(title.count))
    }
    if kabupaten.isEmpty { kabupaten = areas.kabupatenName.isEmpty ? unknown : areas.kabupatenName }
    town = [record.office.town, townOf(record.office.address), areas.kabupatenName].first { !$0.isEmpty } ?? "[kota]"
    voters = record.data.roll.count
    let province = Provinces.name(areas.kabupatenCode).map { " " + $0 } ?? ""
    copies = [isInAceh ? "Ketua Panwaslih Aceh;" : "Ketua Bawaslu Provinsi\(province);"]
    switch recipient {
    case .kpu:
      self.recipient = "Ketua \(commission) \(kabupaten)"
      recipientShort = "\(commission) \(kabupaten)"
      recipientTown = town
      fileName = "kpu"
    case .kabupaten(let number):
      title = areas.kabupatenTitle(number)
      self.recipient = "Ketua \(commission) \(title)"
      recipientShort = "\(commission) \(title)"
      recipientTown = title.split(separator: " ").dropFirst().joined(separator: " ")
      scope = title
      let code = areas.kabupatenCode(number).description
      fileName = ["kpu", code, title.contains(code) ? "" : Slug.of(recipientTown)].filter { !$0.isEmpty }
        .joined(separator: "-")
      let whole = isInAceh ? "Aceh" : Provinces.title(areas.province)
      copies = ["Ketua \(commission) \(whole);", "Ketua \(supervisor) \(title);"]
    case .ppk(let number):
      let kecamatan = areas.kecamatanNames[number]
      self.recipient = "Ketua PPK Kecamatan " + kecamatan
      recipientShort = "PPK Kecamatan " + kecamatan
      recipientTown = kecamatan
      scope = "Kecamatan " + kecamatan
      fileName = ["ppk", areas.kecamatanCodes[number].description, String(number), Slug.of(kecamatan)]
        .filter { !$0.isEmpty }.joined(separator: "-")
      if isProvince { title = areas.kabupatenTitle(areas.kabupatenOfKecamatan[number]) }
      copies.append("Ketua \(commission) \(isProvince ? title : kabupaten);")
    }
    copies.append("Arsip.")
    func unread(_ isInside: (Int) -> Bool) -> Int {
      record.data.unread.count { $0.role == .roll && ($0.area == 0 || isInside($0.area)) }
    }
    let level = record.areas.filter { $0.key.tps != 0 && $0.key.rt == 0 && $0.key.rw == 0 }
    if case .kabupaten(let number) = recipient, kecamatan == nil {
      stations = level.count { areas.kabupaten(of: $0.key) == number }
      let isInside = areas.entries.map { $0.kabupatenNumber == number }
      self.unread = unread { isInside[$0] }
      voters = record.data.roll.columns.area.reduce(0) { $0 + (isInside[Int($1)] ? 1 : 0) }
    } else if let number = kecamatan {
      if scope.isEmpty { scope = "Kecamatan " + areas.kecamatanNames[number] }
      stations = level.count { $0.key.kecamatan == number }
      let isInside = areas.entries.map { $0.kecamatanNumber == number }
      self.unread = unread { isInside[$0] }
      voters = record.data.roll.columns.area.reduce(0) { $0 + (isInside[Int($1)] ? 1 : 0) }
    } else {
      // Rows of another kabupaten are in no letter to this KPU.
      let isElsewhere = areas.entries.indices.map(areas.isElsewhere)
      stations = level.count { !isElsewhere[$0.key.desa] }
      self.unread = unread { !isElsewhere[$0] }
      voters = record.data.roll.columns.area.reduce(0) { $0 + (isElsewhere[Int($1)] ? 0 : 1) }
    }
  }
}

private let unknownKabupaten = "[nama kabupaten/kota]"

/// The last part of an address with commas, where it looks like a town: a word without digits.
private func townOf(_ address: String) -> String {
  let parts = address.split(separator: ",")
  guard parts.count > 1, let last = parts.last, !last.contains(where: \.isNumber) else { return "" }
  return LetterMarkup.plain(String(last))
}
