import RollModel
import TestSupport
import Testing

@testable import Rules

/// Whatever happens to the rows of a roll, what the flows make of the earlier one is this one, at every level.
struct RollFlowTests {
  /// Both rolls: some gone, struck, back, moved, entered twice, with the number or the sex mistyped.
  private static func files(seed: UInt64) -> [String: String] {
    var random = SeededGenerator(seed: seed)
    var earlier: [String] = []
    var now: [String] = []
    for number in 0..<800 {
      let station = 1 + random.below(3)
      let woman = random.below(2) == 0
      let day = 1 + random.below(28)
      let nik = "160205\(day + (woman ? 40 : 10))018\(10_001 + number * 10 + number % 8)"
      let card = "160205020210\(1000 + number)"
      let name = ["SITI", "ABDUL", "SRI", "AGUS"][random.below(4)] + " N" + letters(number)
      func row(_ desa: Int, _ nik: String, _ code: String, woman: Bool) -> String {
        // One voter in eight votes at another station now than the other roll says.
        let tps = random.below(8) == 0 ? 4 : station
        return
          "\(card),\(nik),\(name),1980-01-\(day < 10 ? "0" : "")\(day),\(woman ? "P" : "L"),16020\(desa / 10)200\(desa % 10),\(code),\(tps)"
      }
      let desa = [51, 52, 61, 62][random.below(4)]
      let before = row(desa, nik, ["", "", "", "1", "8", "", "", "4"][random.below(8)], woman: woman)
      let after = row(desa, nik, random.below(10) == 0 ? "4" : "", woman: woman)
      switch random.below(12) {
      case 0: earlier.append(before)
      case 1: now.append(after)
      case 2:
        earlier.append(before)
        now.append(row([51, 52, 61, 62][random.below(4)], nik, "", woman: woman))
      case 3:
        earlier += [before, row(desa, nik, "", woman: woman)]
        now.append(after)
      case 4:
        earlier.append(before)
        now += [after, row(desa, nik, "2", woman: woman)]
      case 5:
        earlier += [row(desa, nik, "", woman: woman), before]
        now += [after, row(desa, nik, "", woman: woman)]
      case 6:
        earlier.append(before)
        now.append(row(desa, String(nik.dropLast()) + "x", "", woman: woman))
      case 7:
        earlier.append(before)
        now.append(row(desa, nik, "", woman: !woman))
      default:
        earlier.append(before)
        now.append(after)
      }
    }
    earlier.shuffle(using: &random)
    let header = ["nkk,nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,keterangan,tps"]
    return [
      "daftar-pemilih/a.csv": (header + now).joined(separator: "\n") + "\n",
      "daftar-sebelumnya/a.csv": (header + earlier).joined(separator: "\n") + "\n",
    ]
  }

  private static func letters(_ i: Int) -> String {
    String(decoding: [65 + UInt8(i % 26), 65 + UInt8(i / 26 % 26), 66], as: UTF8.self)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func addUpToTheRoll(_ seed: UInt64) throws {
    let data = try OfficeCase(Self.files(seed: seed)).data
    let changes = try #require(RollChanges(data, threads: 1))
    #expect(data.stayed.count > 300)
    let previous = try #require(data.lists[.previousRoll])
    let read = data.files.filter { $0.role == .previousRoll }.reduce(0) { $0 + $1.rowsUsed }
    #expect(data.stayed.count + previous.count == read)
    let levels = RollFlows(data, changes).levels
    #expect(levels.filter { $0.key.tps != 0 }.count == 16)
    #expect(levels.contains { $0.key.tps != 0 && $0.flow.came.all > 0 && $0.flow.left.all > 0 })
    for (key, flow) in levels {
      let here = (0..<data.roll.count).filter { row in
        let voter = data.roll[row]
        return !voter.isStruck && (key.kecamatan == 0 || voter.areaKeys.contains(key))
      }
      #expect(flow.now == here.count, "\(key) seed \(seed)")
      #expect(flow.gone.all + flow.doubles.all == flow.goneRows.count)
      #expect(flow.back.all == flow.backRows.count)
    }
  }

  /// Who is found rests neither on whether those who stayed were taken out while reading nor on the sixteenth digit.
  @Test func areTheSameOnFifteenDigits() throws {
    let whole = Self.files(seed: 9)
    let cut = whole.mapValues { $0.replacing(#/\d{15}[0-9]/#) { "\($0.output.prefix(15))0" } }
    let flows = try [whole, cut].map { files in
      let data = try OfficeCase(files).data
      return (
        data.stayed.count,
        RollFlows(data, try #require(RollChanges(data, threads: 1))).levels.map { "\($0.key) \($0.flow.words)" }
      )
    }
    #expect(flows[0].0 > 400 && flows[1].0 == 0)
    #expect(flows[0].1 == flows[1].1)
  }

  /// Who was struck as moved and stands in another desa now is new there; in the desa that he had left he is back.
  @Test func whoMovedAwayIsNewWhereHeCame() throws {
    let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,keterangan\n"
    func examined(_ desa: String, _ code: String) throws -> OfficeCase {
      func roll(_ desa: String, _ code: String) -> String {
        header + "1602051203850001,HENDRA LESMANA,1985-03-12,L,\(desa),\(code)\n"
          + "1602054508900003,RATNA JUWITA,1990-08-05,P,1602052001,\n1602051407700004,BURHANUDDIN,1970-07-14,L,1602052002,\n"
      }
      return try OfficeCase([
        "daftar-sebelumnya/a.csv": roll("1602052001", code), "daftar-pemilih/b.csv": roll(desa, ""),
      ])
    }
    let moved = try examined("1602052002", "4")
    #expect(moved.of("tms-muncul-lagi").isEmpty && moved.of("neraca-pemilih").isEmpty)
    let account = try #require(moved.accounts.first)
    #expect(account.new.reduce(0) { $0 + $1.all } == 1 && account.back.all == 0 && account.now.all == 3)
    for (desa, code) in [("1602052001", "4"), ("1602052002", "1")] {
      let back = try examined(desa, code)
      #expect(back.of("tms-muncul-lagi").count == 1 && !back.of("neraca-pemilih").isEmpty)
      #expect(back.accounts.first?.back.all == 1)
    }
  }

  /// One word and a New Year's Day in one desa are two people's, where number, family card and birth place are others too;
  /// one of them that agrees, or a slip of the number, makes it one person's again.
  @Test(arguments: [
    ("1602052005060001", "1602030101650003", "KAYU AGUNG", false),
    ("1602052005060001", "1602030101650003", "PANGKAL PINANG", true),
    ("1602030805130001", "1602030101650003", "KAYU AGUNG", true),
    ("1602052005060001", "1271030101650009", "KAYU AGUNG", true),
    ("1602052005060001", "", "KAYU AGUNG", true),
  ])
  func strangersOfOneNameAndBirthday(_ nkk: String, _ nik: String, _ place: String, isBack: Bool) throws {
    let header = "nkk,nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,kode_desa,keterangan\n"
    let neighbour = "1602052001070004,1602054508900003,RATNA JUWITA,PALEMBANG,1990-08-05,P,1602032002,\n"
    let office = try OfficeCase([
      "daftar-sebelumnya/a.csv": header + neighbour
        + "1602030805130001,1271030101650001,ROMLI,PANGKAL PINANG,1965-01-01,L,1602032002,1\n",
      "daftar-pemilih/b.csv": header + neighbour + "\(nkk),\(nik),ROMLI,\(place),1965-01-01,L,1602032002,\n",
    ])
    #expect(office.of("tms-muncul-lagi").count == (isBack ? 1 : 0))
    #expect(office.accounts.first?.back.all == (isBack ? 1 : 0))
    #expect(office.of("neraca-pemilih").isEmpty == !isBack)
  }

  /// Where new voters come from, and what the others were struck for: OKI's question at the pleno.
  @Test func theBalanceSaysWhereTheNewComeFrom() throws {
    let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,keterangan\n"
    let earlier =
      "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,\n1602054508900003,RATNA JUWITA,1990-08-05,P,1602052001,\n"
      + "1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,\n"
    let office = try OfficeCase([
      "daftar-sebelumnya/a.csv": header + earlier,
      "daftar-pemilih/b.csv": header + "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,\n"
        + "1602054508900003,RATNA JUWITA,1990-08-05,P,1602052001,1\n1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,4\n"
        + "1602050503090008,SEPTIAN FAUZI,2009-03-05,L,1602052001,\n1602054807710005,ROHANA,1971-07-08,P,1602052001,\n"
        + "1602050503810007,SUTRISNO,1981-03-05,L,1602052001,\n",
      "pindah/c.csv": "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,tujuan,sumber\n"
        + "1602054807710005,ROHANA,1971-07-08,P,1671012001,1602052001,SKPWNI\n",
    ])
    let account = try #require(office.accounts.first)
    #expect(account.new == [SexCount(men: 1), SexCount(women: 1), SexCount(men: 1)])
    #expect(account.struck == [.deceased: SexCount(women: 1), .moved: SexCount(men: 1)])
    #expect(account.before.all == 3 && account.now.all == 4)
  }
}
