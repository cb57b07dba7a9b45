import Testing

@testable import RollModel

/// Numbers are compared on the digits that both show.
struct SharedDigitsTests {
  /// Sixteen characters, `*` for a hidden digit; anything else is no number.
  static func number(_ text: String) -> NIK {
    guard text.count == 16 else { return NIK() }
    let digits = Array(text.utf8)
    return NIK(
      number: digits.reduce(0) { $0 * 10 + ($1 == 42 ? 0 : UInt64($1 - 48)) },
      hiddenStart: digits.firstIndex(of: 42) ?? 0, hiddenLength: digits.count { $0 == 42 })
  }

  @Test(arguments: [
    ("1602051203850001", "1602051203850001", NumberAgreement.same(digits: 16)),
    ("1602051203850001", "1602051203850002", .different),
    ("160205120385000*", "1602051203850002", .same(digits: 15)),
    ("160205120385000*", "160205120385000*", .same(digits: 15)),
    ("160205120385000*", "1602051203850011", .different),
    ("160205******0001", "1602051203850001", .same(digits: 10)),
    ("160205******0001", "160205120385000*", .same(digits: 9)),
    ("160205******0001", "1602051203850002", .different),
    ("1602051203******", "**********850001", .unknown),
    ("", "1602051203850001", .unknown), ("", "", .unknown),
  ])
  func comparesSharedDigitsOnly(_ row: (a: String, b: String, agreement: NumberAgreement)) {
    #expect(Self.number(row.a).agreement(with: Self.number(row.b)) == row.agreement)
    #expect(Self.number(row.b).agreement(with: Self.number(row.a)) == row.agreement)
  }

  /// Against digits compared one by one.
  @Test func agreesWithASlowComparison() {
    var random = SeededGenerator(seed: 7)
    func masked() -> [UInt8] {
      var digits = (0..<16).map { _ in UInt8(48 + random.below(2)) }
      digits[0] = 49
      let length = random.below(8)
      let start = random.below(17 - length)
      for i in start..<(start + length) { digits[i] = 42 }
      return digits
    }
    for _ in 0..<20_000 {
      let (a, b) = (masked(), masked())
      let shared = (0..<16).filter { a[$0] != 42 && b[$0] != 42 }
      let expected: NumberAgreement =
        shared.isEmpty ? .unknown : shared.allSatisfy { a[$0] == b[$0] } ? .same(digits: shared.count) : .different
      let (x, y) = (Self.number(String(decoding: a, as: UTF8.self)), Self.number(String(decoding: b, as: UTF8.self)))
      #expect(x.agreement(with: y) == expected, "\(x) \(y)")
    }
  }

  @Test(arguments: [6, 10, 15, 16])
  func joinFindsWhatEachPairWouldSay(_ least: Int) {
    var random = SeededGenerator(seed: UInt64(least))
    func any() -> NIK {
      let value = 1_602_050_000_000_000 + UInt64(random.below(30)) * 10_000 + UInt64(random.below(15))
      return switch random.below(4) {
      case 0: NIK(number: value / 10 * 10, hiddenStart: 15, hiddenLength: 1)
      case 1: NIK(number: value / 10_000_000_000 * 10_000_000_000 + value % 10_000, hiddenStart: 6, hiddenLength: 6)
      case 2: random.below(5) == 0 ? NIK() : NIK(number: value)
      default: NIK(number: value)
      }
    }
    let list = (0..<300).map { _ in any() }
    let asking = (0..<200).map { _ in any() }
    var numbers = Column<NIK>()
    for number in list { numbers.append(number) }
    let join = NumberJoin(numbers, asking: asking, least: least)
    for number in asking {
      let slow = list.indices.filter {
        guard case .same(let digits) = number.agreement(with: list[$0]) else { return false }
        return digits >= least
      }
      #expect(join.matches(number).map(\.place) == slow)
    }
  }
}
