import Testing

@testable import Rules

/// How many voters chance alone would give the name and birth date of a finding.
struct NamesakeWordsTests {
  @Test func saysHowManyWhereItMatters() {
    #expect(Namesakes.words(0.004) == nil)
    #expect(Namesakes.words(0.08) == "diperkirakan 0,08 pemilih lain senama dan setanggal lahir")
    #expect(Namesakes.words(1.5) == "diperkirakan 1,50 pemilih lain senama dan setanggal lahir")
    #expect(Namesakes.words(2) == "diperkirakan 2 pemilih lain senama dan setanggal lahir")
    // Namesakes do not share a number.
    #expect(Namesakes.words(0.08, besideNumber: true) == nil)
  }
}
