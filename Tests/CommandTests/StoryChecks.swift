#if OfficeFiles
  import Documents
  import Foundation
  import RollModel
  import TestSupport
  import Testing

  /// What a run of a story's week must say, by truth and by what was done.
  struct StoryChecks {
    let story: Story
    let week: Int
    var day: String { Story.day(week) }
    var loop: LoopCase { story.loop }

    /// Every row of every letter has its state, in the details, the table and on the page.
    func followUp(_ states: [(entry: StoryKPU.Entry, state: FollowUpState)], missing: Set<String>) throws {
      guard week > 0 else { return }
      let details = try loop.rows(day, "tindak-lanjut-rinci.csv")
      #expect(details.count == states.count, "\(story.form) \(day)")
      for (detail, (entry, state)) in zip(details, states) {
        #expect(detail["id"] == entry.id)
        let told = detail["keadaan"] ?? ""
        // Whoever was rejected in the field after the letter is asked for no more.
        if told == Self.taken {
          #expect(story.said[entry.id] == "tidak benar", "\(story.form) \(day) \(entry.id)")
          continue
        }
        // Weaker evidence may leave it open whether something was done, never say the other.
        if story.form != .whole, told == FollowUpState.unknown.rawValue { continue }
        // The rule itself does not know a masked number again in another desa, and names the voter still.
        if story.form == .masked, entry.rule == "pindah-masuk-belum" { continue }
        #expect(
          told == state.rawValue,
          "\(story.form) \(day) \(entry.label) \(entry.rule) \(entry.id) \(detail["sebab"] ?? "")")
      }
      let table = try loop.rows(day, "tindak-lanjut.csv")
      var sums: [String: Int] = [:]
      for row in table {
        for (column, state) in Self.columns { sums[state, default: 0] += Int(row[column] ?? "") ?? 0 }
      }
      for (_, state) in Self.columns {
        #expect(sums[state] == details.count { $0["keadaan"] == state }, "\(day) \(state)")
      }
      #expect(table.reduce(0) { $0 + (Int($1["disampaikan"] ?? "") ?? 0) } == states.count)
      try page(details)
      if !missing.isEmpty { #expect(states.contains { $0.state == .unknown }) }
      try answers(table, details, states.map(\.entry))
    }

    /// The page counts every row once, as the last letter that names it has it.
    private func page(_ details: [[String: String]]) throws {
      var last: [String: String] = [:]
      for detail in details { last[detail["id"] ?? ""] = detail["keadaan"] }
      let page = try loop.files.text("laporan.html", run: day)
      let sentence = try #require(page.firstMatch(of: #/Dari (\d+) yang disarankan: ([^<]*)\.</#))
      let count = try #require(Int(sentence.output.1))
      var told = Self.columns.map { column in "\(last.values.count { $0 == column.state }) \(column.state)" }
      let taken = last.values.count { $0 == Self.taken }
      if taken > 0 { told.append("\(taken) \(Self.taken)") }
      // A row whose data were mended between two letters has an id in each.
      if count == last.count { #expect(sentence.output.2 == told.joined(separator: ", "), "\(day)") }
      #expect(count <= last.count && count * 10 >= last.count * 9, "\(day)")
    }

    private static let taken = "ditarik kantor"
    private static let columns = [
      ("ditindaklanjuti", "ditindaklanjuti"), ("belum", "belum"), ("muncul_lagi", "muncul lagi"),
      ("tidak_dapat_dinilai", "tidak dapat dinilai"),
    ].map { (column: $0.0, state: $0.1) }

    /// KPU's words stand beside what is not done, as often as they were said.
    private func answers(
      _ table: [[String: String]], _ details: [[String: String]], _ entries: [StoryKPU.Entry]
    ) throws {
      var told: [String: Int] = [:]
      for row in table {
        for match in (row["alasan_kpu"] ?? "").matches(of: #/(.+?) \((\d+)\)(?:; |$)/#) {
          told[String(match.output.1), default: 0] += Int(match.output.2) ?? 0
        }
      }
      var expected: [String: Int] = [:]
      for (detail, entry) in zip(details, entries)
      where !["ditindaklanjuti", Self.taken].contains(detail["keadaan"]) {
        // KPU answers letters that it has.
        guard let answer = story.kpu.lastAnswers[entry.id], answer.letter >= entry.letter else { continue }
        expected[answer.words, default: 0] += 1
      }
      #expect(told == expected, "\(day)")
    }

    /// What was rejected is not there unless its facts changed; what was found right says so.
    func decisions() throws {
      guard week > 0 else { return }
      for finding in try loop.rows(day) {
        switch story.said[finding["id"] ?? ""] {
        case "benar": #expect(finding["keputusan"] == "sah", "\(day)")
        case "tidak benar": #expect(finding["keputusan"] == "dibuka lagi", "\(day)")
        case "tidak ditemukan": #expect(finding["keputusan"] == "perlu cek", "\(day)")
        default: #expect(finding["keputusan"] == "", "\(day)")
        }
      }
    }

    /// Every sheet's row was taken in once.
    func sheets(_ visit: Story.Visit) throws {
      let answers = visit.answers
      let files = visit.told.items("berkas")
      #expect(files.reduce(0) { $0 + ($1.number("tidak_diterima") ?? 0) } == 0)
      let saved = files.reduce(0) { $0 + ($1.number("tersimpan") ?? 0) + ($1.number("sudah_tercatat") ?? 0) }
      #expect(Int(saved) == answers.count, "\(day)")
      let words = ["benar": "sah", "tidak benar": "tolak", "tidak ditemukan": "perlu cek"]
      var recorded: [String: String] = [:]
      for event in try loop.events() where event.text("jenis") == "keputusan" {
        for case .string(let id) in event.items("temuan") { recorded[id] = event["isi"]?.text("keputusan") }
      }
      for (id, word) in answers { #expect(recorded[id] == words[word], "\(day) \(id)") }
    }

    /// The last scored sample stands on this run's page, with counts as they were answered.
    func samples() throws {
      guard let last = story.scored.last else { return }
      let told = try #require(try loop.files.json("ringkasan.json", run: day)["register"]).items("sampel")
      #expect(told.count == story.scored.count)
      let sample = try #require(told.last)
      #expect(sample.text("hasil") == last.day)
      let page = try loop.files.text("laporan.html", run: day)
      for rule in sample.items("aturan") where rule.text("keyakinan") == "semua" {
        let key = "\(rule.text("arah") ?? "") \(rule.text("aturan") ?? "")"
        let answers = last.answers[key] ?? []
        #expect(rule.number("contoh") == Double(answers.count), "\(day) \(key)")
        #expect(rule.number("keliru") == Double(answers.count { $0 == "tidak benar" }), "\(day) \(key)")
        let answered = answers.count { $0 != "tidak ditemukan" }
        #expect(rule.number("dijawab") == Double(answered))
        guard answered > 0 else { continue }
        // Of all tiers together, or of the only one.
        let heads = page.ranges(of: "<th scope=\"row\">\(rule.text("aturan") ?? "")</th><td>")
        let counts = "</td><td class=\"n\">\(answers.count)</td><td class=\"n\">\(answered)</td>"
        let isTold = heads.contains { page[$0.upperBound...].prefix(160).contains(counts) }
        #expect(isTold, "\(day) \(key)")
      }
      for whole in sample.items("arah") {
        #expect(whole.number("contoh") == 120)
        #expect((whole.number("dari") ?? 1) <= (whole.number("bagian_keliru") ?? 0))
      }
      #expect(page.contains("<h3>Uji petik</h3>"))
    }

    /// Over all weeks, intervals of rules hold the true share of false findings about as often as they say.
    func coverage() throws {
      var (held, all) = (0, 0)
      let told = try #require(try loop.files.json("ringkasan.json", run: day)["register"]).items("sampel")
      for (sample, own) in zip(told, story.scored) {
        for rule in sample.items("aturan") where rule.text("keyakinan") == "semua" {
          guard let share = own.falseShares["\(rule.text("arah") ?? "") \(rule.text("aturan") ?? "")"],
            let lower = rule.number("dari"), let upper = rule.number("sampai")
          else { continue }
          all += 1
          if lower - 0.0001 <= share, share <= upper + 0.0001 { held += 1 }
        }
      }
      #expect(all > 20)
      #expect(Double(held) >= 0.9 * Double(all), "\(held) of \(all)")
    }

    /// Numbers of the page are those of the files.
    func page() throws {
      let page = try loop.files.text("laporan.html", run: day)
      let voters = try loop.files.json("ringkasan.json", run: day).items("sumber").filter {
        $0.text("peran") == "daftar-pemilih"
      }.reduce(0) { $0 + Int($1.number("baris_dipakai") ?? 0) }
      #expect(page.contains("<b>\(voters.formattedAsIndonesian)</b><span>pemilih dalam daftar"))
      let start = try #require(page.firstRange(of: "<h3>Temuan menurut aturan</h3>")).upperBound
      for (rule, rows) in Dictionary(grouping: try loop.rows(day), by: { $0["aturan"] ?? "" }) {
        let row = page[start...].firstRange(of: "<tr><th scope=\"row\">\(rule)</th><td>")
        let rest = try #require(row.map { page[$0.upperBound...].prefix(600) }, "\(day) \(rule)")
        #expect(rest.contains("<td class=\"n\">\(rows.count)</td>"), "\(day) \(rule)")
      }
    }

    /// Letter, annex, register and sentence tell of the same rows, none of which anyone found to be wrong.
    func letter(_ letter: [StoryKPU.Entry]) throws {
      let run = loop.run(day)
      let read = try OfficeDesk.read(
        letter: run + "/surat/saran-perbaikan-kpu.docx", annex: run + "/lampiran/lampiran-kpu.xlsx")
      #expect(read.rows.map(\.id).sorted() == letter.map(\.id).sorted(), "\(day)")
      let counts = [letter.count, read.rows.count { $0.sex == "L" }, read.rows.count { $0.sex == "P" }]
      #expect(read.counts == counts, "\(day)")
      #expect(Set(letter.map(\.id)).count == letter.count)
      for entry in letter {
        #expect(story.said[entry.id] != "tidak benar", "\(day) \(entry.rule)")
        guard entry.label == "TMS", let number = entry.number else { continue }
        #expect(story.kpu.roll[number]?["SARING"]?.isEmpty == true, "\(day) \(entry.rule)")
      }
      // A row that had to go is not asked back, save where its voter is to be put on the roll of another desa.
      let asked = Set(story.kpu.entries.filter { $0.label == "TMS" }.compactMap { $0.person["NIK"] })
      for entry in letter where entry.label == "MS" && !(entry.person["NIK"] ?? "").isEmpty {
        let isAskedBack = entry.rule != "pindah-masuk-belum" && asked.contains(entry.person["NIK"] ?? "")
        #expect(!isAskedBack, "\(day) \(entry.rule) \(entry.id)")
      }
      let findings = try loop.byID(day)
      let sent = Set(letter.map(\.id))
      for (id, word) in story.said where word == "benar" && findings[id]?["keyakinan"] != "kembar" {
        guard let finding = findings[id], Int(finding["kode_tms"] ?? "") != nil else { continue }
        let isOther = letter.contains { $0.rule == finding["aturan"] && $0.id != id }
        #expect(sent.contains(id) || isOther, "\(day) \(finding["aturan"] ?? "")")
      }
    }
  }

  extension Int {
    /// With points between thousands.
    fileprivate var formattedAsIndonesian: String {
      self < 1000 ? "\(self)" : "\(self / 1000)." + String("\(1000 + self % 1000)".dropFirst())
    }
  }
#endif
