import Documents
import RollModel

extension ByteWriter {
  /// Six decimals, as every file prints a probability; what rounds to 1 is `1`, which most pairs on one NIK are.
  mutating func append(probability: Probability) {
    if probability.value > 1 - 0.5e-6 { append(49) } else { append(fixed: probability.value, decimals: 6) }
  }
}
