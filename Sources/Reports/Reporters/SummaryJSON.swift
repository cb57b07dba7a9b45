import Documents
import RollModel

/// `ringkasan.json`: the run in numbers: sources, findings, coincidences, how the matching was trained, and timings.
///
/// Everything but the object `waktu` is the same in every run over the same input.
package struct SummaryJSON: Reporter {
  package static let fileName = "ringkasan.json"

  private let tally: FindingTally?

  package init() { tally = nil }
  /// With the findings counted already.
  package init(tally: FindingTally?) { self.tally = tally }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.string("versi", record.toolVersion)
      json.string("kantor", record.office.name)
      json.object("pemilihan") { json in
        json.string("jenis", record.election.kind.rawValue)
        json.string("tanggal_acuan", record.election.referenceDay.description)
        json.integer("kapasitas_tps", record.election.stationCapacity)
        json.string("tabel_kode", record.election.codeTable.rawValue)
      }
      sources(record.data, &json)
      findings(record, &json)
      if record.data.lexicon.areas.isProvince { KabupatenJSON(record: record).write(to: &json) }
      matching(record.matches, &json)
      if let history = record.history { HistoryJSON(history: history).write(to: &json) }
      if let complaints = record.complaints { self.complaints(complaints, &json) }
      let weak = WeakNumbers(record.data)
      json.array("nomor_tidak_utuh") { json in for line in weak.columns { json.string(nil, line) } }
      json.array("tidak_dinyatakan") { json in for line in weak.ruledOut { json.string(nil, line) } }
      unchecked(record.unchecked, &json)
      thresholds(record.thresholds, &json)
      bounds(record.bounds, &json)
      json.array("catatan") { json in for notice in record.data.notices { json.string(nil, notice) } }
      json.array("ditolak") { json in for refusal in record.data.refusals { json.string(nil, refusal) } }
      times(record.stages, &json)
    }
    json.newLine()
    try sink.write(json.out)
  }

  private func sources(_ data: CaseData, _ json: inout JSONWriter) {
    json.array("sumber") { json in
      for file in data.files {
        json.object { json in
          json.string("berkas", file.path)
          json.string("peran", file.role.rawValue)
          json.string("format", file.format)
          json.integer("bita", file.bytes)
          json.integer("baris_dibaca", file.rowsRead)
          json.integer("baris_dipakai", file.rowsUsed)
          json.integer("baris_dikarantina", file.rowsQuarantined)
          json.integer("baris_perabot", file.rowsOfFurniture)
          json.integer("baris_diperbaiki", file.rowsRepaired)
          json.object("isian_tidak_diketahui") { json in
            for (field, count) in file.unknownFields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
              json.integer(field.rawValue, count)
            }
          }
          json.string("keadaan_nik", file.nikState.rawValue)
          json.array("nomor") { json in
            column("nik", file.nikState, file.nikColumn, &json)
            column("nkk", file.nkkState, file.nkkColumn, &json)
          }
          json.string("tanggal_data", file.issued.description)
          json.array("cara_baca") { json in for line in file.reading { json.string(nil, line) } }
        }
      }
    }
    json.object("jumlah") { json in
      json.integer("pemilih", data.roll.count)
      json.integer("baris_dibaca", data.files.reduce(0) { $0 + $1.rowsRead })
      json.integer("baris_dipakai", data.files.reduce(0) { $0 + $1.rowsUsed })
      json.integer("baris_dikarantina", data.files.reduce(0) { $0 + $1.rowsQuarantined })
      json.integer("baris_perabot", data.files.reduce(0) { $0 + $1.rowsOfFurniture })
    }
  }

  /// What came of a column of identity numbers; nothing where the file has none.
  private func column(
    _ field: String, _ state: SourceFile.NumberState, _ column: SourceFile.NumberColumn, _ json: inout JSONWriter
  ) {
    guard !column.header.isEmpty else { return }
    json.object { json in
      json.string("bidang", field)
      json.string("kolom", column.header)
      json.string("keadaan", state.rawValue)
      json.integer("tertulis", column.written)
      json.integer("terpotong", column.lost)
      json.integer("disamarkan", column.masked)
    }
  }

  private func complaints(_ recap: ComplaintRecap, _ json: inout JSONWriter) {
    json.array("laporan_posko") { json in
      for line in recap.lines {
        json.object { json in
          json.string("kelompok", line.cluster)
          json.integer("laporan", line.complaints)
          json.integer("dapat_dicari", line.comparable)
          json.integer("di_daftar", line.onRoll)
          json.integer("di_temuan", line.found)
        }
      }
    }
  }

  private func bounds(_ bounds: [StationBound], _ json: inout JSONWriter) {
    json.array("kewajaran_tps") { json in
      for bound in bounds {
        json.object { json in
          json.string("daftar", bound.role.rawValue)
          if bound.kabupaten != 0 { json.integer("kabupaten", bound.kabupaten) }
          json.integer("usulan", bound.proposals)
          json.integer("ditahan", bound.held)
          json.integer("tps", bound.stations)
          json.integer("tps_melampaui", bound.stationsBeyond)
          json.number("tps_melampaui_karena_kebetulan", bound.expectedBeyond, decimals: 2)
          json.number("laju", bound.rate, decimals: 5)
          json.number("korelasi", bound.correlation, decimals: 5)
        }
      }
    }
  }

  private func thresholds(_ tables: [NeighbouringThresholds], _ json: inout JSONWriter) {
    json.array("ambang") { json in
      for table in tables {
        json.object { json in
          json.string("aturan", table.rule)
          json.string("setelan", table.name)
          json.array("temuan") { json in
            for count in table.counts {
              json.object { json in
                json.string("ambang", count.value)
                json.integer("jumlah", count.findings)
                json.boolean("dipakai", count.isOwn)
              }
            }
          }
        }
      }
    }
  }

  private func unchecked(_ rules: [UncheckedRule], _ json: inout JSONWriter) {
    json.array("tidak_diperiksa") { json in
      for item in rules {
        json.object { json in
          json.string("aturan", item.rule)
          json.string("berkas", item.file)
          json.string("kolom", item.column)
          json.string("alasan", item.reason)
          if !item.areas.isEmpty {
            json.array("wilayah") { json in for area in item.areas { json.string(nil, area) } }
          }
          if let role = item.missing {
            json.string("daftar", role.rawValue)
            json.string("minta", (item.field.map { role.request(with: $0) } ?? role.request) ?? "")
          }
        }
      }
    }
  }

  private func findings(_ record: RunRecord, _ json: inout JSONWriter) {
    let tally = tally ?? FindingTally(record)
    json.object("temuan") { json in
      json.integer("jumlah", record.findings.count)
      json.integer("ditahan", tally.heldBack)
      json.integer("catatan_data", tally.noteCount)
      json.array("menurut_aturan") { json in
        for rule in tally.rules {
          json.object { json in
            json.string("aturan", rule.id)
            json.string("kategori", rule.category.rawValue)
            json.string("tingkat", rule.severity.label)
            json.integer("jumlah", rule.total)
            json.integer("ditahan", rule.heldBack)
            json.integer("catatan_data", rule.noteCount)
            json.object("keyakinan") { json in
              for tier in Tier.printed { json.integer(tier.key, rule.byTier[tier] ?? 0) }
            }
          }
        }
      }
      json.object("menurut_keyakinan") { json in
        for tier in Tier.printed { json.integer(tier.key, tally.byTier[tier] ?? 0) }
      }
    }
  }

  private func matching(_ matches: MatchResults, _ json: inout JSONWriter) {
    json.object("pemadanan") { json in
      json.object("ganda") { json in
        json.integer("pasangan", matches.duplicates.count)
        write(matches.duplicateReport, &json)
      }
      for role in Role.allCases {
        guard let report = matches.linkReports[role] else { continue }
        json.object(role.rawValue) { json in
          json.integer("pasangan", matches.links[role]?.count ?? 0)
          json.integer("tanpa_padanan", matches.absent[role]?.count ?? 0)
          write(report, &json)
        }
      }
    }
  }

  private func write(_ report: MatchReport, _ json: inout JSONWriter) {
    json.integer("pasangan_dijajaki", report.pairsEnumerated)
    json.integer("pasangan_dibandingkan", report.pairsCompared)
    json.integer("pasangan_disimpan", report.pairsKept)
    json.number("peluang_awal", report.prior)
    json.integer("putaran", report.rounds)
    json.boolean("model_bawaan", report.keptDefaults)
    json.array("taksiran_keliru") { json in
      for share in report.estimatedFalseShare {
        json.object { json in
          json.string("keyakinan", share.tier.key)
          json.integer("pasangan", share.pairs)
          json.number("bagian", share.share, decimals: 4)
        }
      }
    }
    json.boolean("model_beku", report.isFrozen)
    json.array("pergeseran") { json in
      for drift in report.drift {
        json.object { json in
          json.string("bidang", drift.field)
          json.number("pergeseran", drift.variation, decimals: 4)
          json.string("tingkat", drift.level)
          json.number("dulu", drift.frozen, decimals: 4)
          json.number("kini", drift.now, decimals: 4)
          json.number("pasangan", drift.pairs, decimals: 1)
        }
      }
    }
    json.array("kebetulan") { json in
      for count in report.coincidences {
        json.object { json in
          json.string("kesamaan", count.agreement)
          json.integer("ditemukan", count.found)
          json.number("diharapkan_kebetulan", count.expected, decimals: 2)
        }
      }
    }
    json.object("jaring") { json in
      json.number("taksiran_terjaring", report.expectedFound, decimals: 1)
      json.number("taksiran_luput", report.expectedMissed, decimals: 1)
      let all = report.expectedFound + report.expectedMissed
      json.number("bagian_terjaring", all > 0 ? report.expectedFound / all : 1, decimals: 4)
    }
    json.array("lintasan") { json in
      for pass in report.passes {
        json.object { json in
          json.string("nama", pass.name)
          json.integer("kunci", pass.keys)
          json.integer("pasangan", pass.pairs)
          json.integer("temuan_pertama", pass.foundFirst)
          json.number("bagian_terjaring", pass.recall, decimals: 4)
          json.integer("blok_dilewati", pass.skippedBlocks)
          json.integer("baris_dilewati", pass.skippedRows)
        }
      }
    }
    json.array("catatan") { json in for notice in report.notices { json.string(nil, notice) } }
  }

  private func times(_ stages: [Stage], _ json: inout JSONWriter) {
    json.object("waktu") { json in
      json.number("detik", stages.reduce(0) { $0 + $1.seconds }, decimals: 3)
      json.integer("puncak_memori_mib", stages.map(\.peakMiB).max() ?? 0)
      json.array("tahap") { json in
        for stage in stages {
          json.object { json in
            json.string("nama", stage.name)
            json.number("detik", stage.seconds, decimals: 3)
            json.integer("baris", stage.rows)
            json.integer("pasangan", stage.pairs)
            json.integer("bita", stage.bytes)
            json.integer("puncak_memori_mib", stage.peakMiB)
          }
        }
      }
    }
  }
}
