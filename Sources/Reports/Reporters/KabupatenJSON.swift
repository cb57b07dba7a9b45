import Documents
import RollModel

/// The kabupaten of a province's case in `ringkasan.json`: voters, findings by rule and tier, proposals and index of each.
struct KabupatenJSON {
  let record: RunRecord

  func write(to json: inout JSONWriter) {
    let areas = record.data.lexicon.areas
    let counts = findings(areas)
    json.array("kabupaten") { json in
      for area in record.areas where area.key.kabupaten != 0 {
        let number = area.key.kabupaten
        json.object { json in
          json.string("kode", areas.kabupatenCode(number).description)
          json.string("nama", areas.kabupatenTitle(number))
          json.integer("pemilih", area.voters)
          json.integer("usulan_tms", area.proposedInAll)
          json.number("indeks", area.index.value, decimals: 1)
          json.object("temuan") { json in
            for card in record.cards {
              guard let tiers = counts[number]?[card.id] else { continue }
              json.object(card.id) { json in
                for tier in Tier.printed where tiers[tier] != nil { json.integer(tier.label, tiers[tier] ?? 0) }
              }
            }
          }
        }
      }
    }
  }

  private func findings(_ areas: AreaTable) -> [Int: [String: [Tier: Int]]] {
    var counts: [Int: [String: [Tier: Int]]] = [:]
    for finding in record.findings {
      let number = areas.office(of: finding, in: record.data)
      counts[number, default: [:]][finding.rule, default: [:]][finding.tier, default: 0] += 1
    }
    return counts
  }
}
