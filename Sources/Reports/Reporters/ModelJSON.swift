import Documents
import RollModel

/// `model.json`: the model that weighed this run, every table by name; a later run may freeze it (`model:`).
///
/// Holds shares only, nothing of any person. Numbers are written so that reading gives the very same ones.
package struct ModelJSON: Reporter {
  package static let fileName = "model.json"
  /// What `jenis` says, so that no other file passes for a model.
  package static let kind = "model-padan"

  package init() {}

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("jenis", Self.kind)
      json.integer("bentuk", SavedModel.format)
      json.string("versi", record.toolVersion)
      if let model = record.matches.model { write(model, &json) }
    }
    json.newLine()
    try sink.write(json.out)
  }

  private func write(_ model: SavedModel, _ json: inout JSONWriter) {
    json.string("keadaan_nik", model.numbers.rawValue)
    json.integer("benih", Int(truncatingIfNeeded: model.seed))
    json.integer("pemilih", model.voters)
    json.object("satu_keluarga") { json in
      json.number("pasangan_per_pemilih", model.cardPairsPerVoter)
      json.number("bagian_kembar", model.twinShare)
      write(model.household, &json)
    }
    json.object("ganda") { json in write(model.duplicates, &json) }
    json.object("daftar") { json in
      for role in Role.allCases {
        guard let part = model.lists[role] else { continue }
        json.object(role.rawValue) { json in write(part, &json) }
      }
    }
  }

  private func write(_ part: SavedModel.Part, _ json: inout JSONWriter) {
    json.number("peluang_awal", part.prior)
    json.boolean("model_bawaan", part.keptDefaults)
    write(part.tables, &json)
    guard let namesakes = part.namesakes else { return }
    json.object("senama_di_luar_daftar") { json in
      json.number("bagian", part.namesakeShare)
      write([namesakes], &json)
    }
  }

  private func write(_ tables: [SavedModel.Table], _ json: inout JSONWriter) {
    json.array("tabel") { json in
      for table in tables {
        json.object { json in
          json.string("bidang", table.field)
          if !table.group.isEmpty { json.string("kelompok", table.group) }
          json.number("pasangan", table.pairs)
          json.array("tingkat") { json in
            for level in table.levels {
              json.object { json in
                json.string("nama", level.name)
                json.number("m", level.m)
                if let u = level.u { json.number("u", u) }
              }
            }
          }
        }
      }
    }
  }
}
