import RollModel

extension AreaTable {
  /// What an area finding prints of its area: code at the key's level, names down to it.
  package func names(of key: AreaKey) -> (code: String, kecamatan: String, desa: String) {
    if key.desa != 0, key.desa < count {
      let entry = self[key.desa]
      return (entry.code.description, entry.kecamatan, entry.desa)
    }
    if key.kecamatan != 0, key.kecamatan < kecamatanNames.count {
      return (kecamatanCodes[key.kecamatan].description, kecamatanNames[key.kecamatan], "")
    }
    guard isProvince else { return (kabupatenCode.description, "", "") }
    return ((key.kabupaten == 0 ? province : kabupatenCode(key.kabupaten)).description, "", "")
  }

  /// A kecamatan as the page names it: in a province several kabupaten may have one of the name.
  func shown(_ kecamatan: String, in number: Int) -> String {
    number == 0 ? kecamatan : kabupatenTitle(number) + (kecamatan.isEmpty ? "" : ", " + kecamatan)
  }

  /// The level of an area; the whole case is a kabupaten, or a province.
  package func level(of key: AreaKey) -> AreaLevel { isProvince && key == AreaKey() ? .provinsi : key.level }

  /// `Kabupaten Ogan Komering Ilir` or `Provinsi Sumatera Selatan`, in the case of a province.
  package func region(of key: AreaKey) -> String {
    let number = kabupaten(of: key)
    return number == 0 ? Provinces.title(province) : kabupatenTitle(number)
  }

  /// The four-digit code that the plan states, else the one that most desa of the case share; unknown when they share none.
  package var kabupatenCode: AreaCode {
    guard statedKabupaten.isUnknown else { return statedKabupaten }
    var counts: [AreaCode: Int] = [:]
    for entry in entries where !entry.code.isUnknown { counts[entry.code.kabupaten, default: 0] += 1 }
    let all = counts.values.reduce(0, +)
    return counts.first { $0.value * 2 > all }?.key ?? AreaCode(number: 0)
  }
}

extension CodeTable {
  /// The number that the election's table gives a reason, or its word where the table has no number for it.
  package func mark(_ code: TMSCode) -> String { number(code).map(String.init) ?? code.label }
}

extension AreaCode {
  /// Province 11, whose supervisors are a Panwaslih and whose commissions are a KIP.
  var isInAceh: Bool { number / 100_000_000 == 11 }
}
