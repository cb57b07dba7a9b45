/// Men, women and all of them as a recap writes them; nil where it does not.
public struct WrittenCount: Sendable, Equatable {
  public var men: Int?
  public var women: Int?
  public var total: Int?

  public init(men: Int? = nil, women: Int? = nil, total: Int? = nil) {
    (self.men, self.women, self.total) = (men, women, total)
  }

  /// The total, or else men and women together.
  public var all: Int? { total ?? men.flatMap { men in women.map { men + $0 } } }
  public var isWritten: Bool { men != nil || women != nil || total != nil }
}

/// What a change recap says beside the count of voters now: voters before, new, struck, corrected.
public struct RecapChanges: Sendable, Equatable {
  public var before = WrittenCount()
  public var new = WrittenCount()
  /// In all; where only codes are written, their sum.
  public var struck = WrittenCount()
  public var corrected = WrittenCount()
  public var struckByCode: [TMSCode: WrittenCount] = [:]

  private typealias Part = WritableKeyPath<RecapChanges, WrittenCount> & Sendable
  private static let parts: [(part: Part, total: Field, men: Field, women: Field)] = [
    (\.before, .before, .beforeMen, .beforeWomen), (\.new, .new, .newMen, .newWomen),
    (\.struck, .struck, .struckMen, .struckWomen), (\.corrected, .corrected, .correctedMen, .correctedWomen),
  ]
  private static let codes: [(code: TMSCode, total: Field, men: Field, women: Field)] = [
    (.deceased, .struck1, .struck1Men, .struck1Women), (.duplicate, .struck2, .struck2Men, .struck2Women),
    (.underage, .struck3, .struck3Men, .struck3Women), (.moved, .struck4, .struck4Men, .struck4Women),
    (.foreign, .struck5, .struck5Men, .struck5Women), (.military, .struck6, .struck6Men, .struck6Women),
    (.police, .struck7, .struck7Men, .struck7Women), (.wrongStation, .struck8, .struck8Men, .struck8Women),
  ]

  /// Every field that makes a recap one of changes.
  public static let fields: [Field] =
    parts.flatMap { [$0.total, $0.men, $0.women] } + codes.flatMap { [$0.total, $0.men, $0.women] }

  /// Nil where none of the fields is written.
  public init?(_ value: (Field) -> Int?) {
    for (part, total, men, women) in Self.parts {
      self[keyPath: part] = WrittenCount(men: value(men), women: value(women), total: value(total))
    }
    for (code, total, men, women) in Self.codes {
      let count = WrittenCount(men: value(men), women: value(women), total: value(total))
      if count.isWritten { struckByCode[code] = count }
    }
    if !struck.isWritten, !struckByCode.isEmpty { struck = sumOfCodes }
    guard before.isWritten || new.isWritten || struck.isWritten || corrected.isWritten else { return nil }
  }

  /// What the codes make together; a part that one of them does not write is nil.
  public var sumOfCodes: WrittenCount {
    func sum(_ part: (WrittenCount) -> Int?) -> Int? {
      let values = struckByCode.values.map(part)
      return values.contains(nil) ? nil : values.reduce(0) { $0 + ($1 ?? 0) }
    }
    return WrittenCount(men: sum(\.men), women: sum(\.women), total: sum(\.all))
  }
}
