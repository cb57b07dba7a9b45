import Documents
import RollModel

/// The object `register` of `ringkasan.json`: decisions that bind the run, follow-up in sum, and shares of tolak.
struct HistoryJSON {
  let history: CaseHistory

  func write(to json: inout JSONWriter) {
    json.object("register") { json in
      json.integer("tertutup", history.closed)
      json.integer("keluar_atas_saran", history.goneAsAsked)
      json.integer("kembali_atas_saran", history.backAsAsked)
      json.integer("menunggu_surat_penarikan", history.awaitingWithdrawal)
      json.integer("dibuka_lagi", history.reopened)
      json.integer("bertentangan", history.conflicts)
      json.object("tindak_lanjut") { json in
        json.integer("disampaikan", history.totals.sent)
        for state in FollowUpState.allCases {
          json.integer(
            state.rawValue.split(separator: " ").joined(separator: "_"),
            history.totals.counts[state] ?? 0)
        }
        json.integer("ditarik", history.totals.withdrawn)
      }
      json.array("bagian_tolak") { json in for share in history.shares { write(share, &json) } }
      json.array("sampel") { json in for sample in history.samples { write(sample, &json) } }
    }
  }

  private func write(_ sample: ScoredSample, _ json: inout JSONWriter) {
    json.object { json in
      json.string("hasil", sample.run)
      json.string("dinilai", sample.day)
      json.array("arah") { json in for share in sample.wholes { write(share, &json) } }
      json.array("aturan") { json in for share in sample.rules { write(share, &json) } }
    }
  }

  private func write(_ share: ScoredSample.Share, _ json: inout JSONWriter) {
    json.object { json in
      json.string("arah", share.direction)
      if !share.rule.isEmpty {
        json.string("aturan", share.rule)
        json.string("keyakinan", share.tier)
      }
      json.integer("contoh", share.drawn)
      json.integer("dijawab", share.answered)
      json.integer("keliru", share.wrong)
      json.integer("tidak_ditemukan", share.notFound)
      if let estimate = share.estimate {
        json.number("bagian_keliru", estimate.share, decimals: 4)
        json.number("dari", estimate.lower, decimals: 4)
        json.number("sampai", estimate.upper, decimals: 4)
      }
      if let expected = share.expected { json.number("taksiran_keliru", expected, decimals: 4) }
    }
  }

  private func write(_ share: RejectedShare, _ json: inout JSONWriter) {
    json.object { json in
      json.string("aturan", share.rule)
      json.string("keyakinan", share.tier.key)
      json.integer("diputuskan", share.decided)
      json.integer("tolak", share.rejected)
      json.number("bagian", share.share, decimals: 4)
      json.number("dari", share.interval.lower, decimals: 4)
      json.number("sampai", share.interval.upper, decimals: 4)
      if let estimate = share.estimate {
        json.number("taksiran_keliru", estimate, decimals: 4)
      } else {
        json.null("taksiran_keliru")
      }
    }
  }
}
