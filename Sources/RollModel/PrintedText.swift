/// Free text of a file — a name, an address, a remark — as it is printed outside of an annex.
public enum PrintedText {
  /// The text with all but the ends of runs of twelve digits or more starred: identity numbers that slipped into it.
  public static func masked(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ mayHoldNumber(UnsafeRawBufferPointer($0)) }) else { return text }
    return masked(text, where: { $0.count >= leastDigits })
  }

  /// The number that an office gave a letter or a complaint: starred only where it is a person's, by its form.
  public static func maskedOfficeNumber(_ text: String) -> String {
    masked(text) { $0.count == 16 && UInt64($0).map { NIK(number: $0).hasValidForm } ?? false }
  }

  /// Whether there are as many digits in a row, or letters whose bytes do not tell.
  public static func mayHoldNumber(_ text: UnsafeRawBufferPointer) -> Bool {
    var digits = 0
    for byte in text {
      digits = 48...57 ~= byte ? digits + 1 : 0
      if digits >= leastDigits || byte >= 128 { return true }
    }
    return false
  }

  private static let leastDigits = 12

  private static func masked(_ text: String, where isNumber: (String) -> Bool) -> String {
    var result = ""
    var digits = ""
    func end() {
      result += isNumber(digits) ? NIK.mask(digits) : digits
      digits = ""
    }
    for character in text {
      if character.isNumber {
        digits.append(character)
      } else {
        end()
        result.append(character)
      }
    }
    end()
    return result
  }
}
