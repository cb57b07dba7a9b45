import Documents
import RollModel

/// The object `register` of `ringkasan.json`: decisions that bind the run, follow-up in sum, and shares of tolak.
struct HistoryJSON {
  let history: CaseHistory

  func write(to json: inout JSONWriter) {
    json.object("register") { json in
      json.integer("tertutup", history.closed)
      json.integer("dibuka_lagi", history.reopened)
      json.integer("bertentangan", history.conflicts)
      json.object("tindak_lanjut") { json in
        json.integer("disampaikan", history.followUp.reduce(0) { $0 + $1.sent })
        for state in FollowUpState.allCases {
          json.integer(
            state.rawValue.split(separator: " ").joined(separator: "_"),
            history.followUp.reduce(0) { $0 + ($1.counts[state] ?? 0) })
        }
        json.integer("ditarik", history.followUp.reduce(0) { $0 + $1.withdrawn })
      }
      json.array("bagian_tolak") { json in for share in history.shares { write(share, &json) } }
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
