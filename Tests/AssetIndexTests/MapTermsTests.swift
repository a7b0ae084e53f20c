import Testing

@testable import AssetIndex

@Suite struct MapTermsTests {
  @Test func `a map that came before has the terms it had, until the numbers change`() {
    var maps = MapTerms<UInt32>()
    let texts = (0..<300).map { Array("{\"k\":\"\($0)\"}".utf8) }
    for (number, text) in texts.enumerated() {
      var terms: [UInt32] = [1]
      #expect(!maps.append(of: text.span, to: &terms) && terms == [1])
      maps.remember([UInt32(number), UInt32(number + 1)][...], of: text.span)
    }
    maps.remember([], of: Array("{}".utf8).span)
    for (number, text) in texts.enumerated() {
      var terms: [UInt32] = [1]
      #expect(maps.append(of: text.span, to: &terms))
      #expect(terms == [1, UInt32(number), UInt32(number + 1)])
    }
    var terms: [UInt32] = []
    #expect(maps.append(of: Array("{}".utf8).span, to: &terms) && terms.isEmpty)
    maps.removeAll()
    #expect(!maps.append(of: texts[0].span, to: &terms))
  }

  @Test func `what did not fit makes room for what comes`() {
    var maps = MapTerms<UInt32>()
    for round in 0..<3 {
      for number in 0..<5_000 {
        let text = Array("{\"k\":\"\(number % 3_000)\"}".utf8)
        var terms: [UInt32] = []
        if maps.append(of: text.span, to: &terms) {
          #expect(terms == [UInt32(number % 3_000)], "round \(round)")
        } else {
          maps.remember([UInt32(number % 3_000)], of: text.span)
        }
      }
    }
  }
}
