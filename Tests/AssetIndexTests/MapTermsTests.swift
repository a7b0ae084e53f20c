import Testing

@testable import AssetIndex

@Suite struct MapTermsTests {
  private func text(_ value: Int) -> [UInt8] { Array("{\"k\":\"\(value)\"}".utf8) }

  /// Nil if they are not known.
  private func terms(_ maps: inout MapTerms<UInt32>, of text: [UInt8]) -> [UInt32]? {
    var terms: [UInt32] = [1]
    guard maps.append(of: text.span, to: &terms) else { return terms == [1] ? nil : [] }
    return terms
  }

  @Test func `a map that came before has the terms it had, until the numbers change`() {
    var maps = MapTerms<UInt32>()
    for number in 0..<300 {
      let before = terms(&maps, of: text(number))
      #expect(before == nil)
      maps.remember([UInt32(number), UInt32(number + 1)][...], of: text(number).span)
    }
    maps.remember([], of: Array("{}".utf8).span)
    for number in 0..<300 {
      let found = terms(&maps, of: text(number))
      #expect(found == [1, UInt32(number), UInt32(number + 1)])
    }
    let ofEmpty = terms(&maps, of: Array("{}".utf8))
    #expect(ofEmpty == [1])
    maps.removeAll()
    let afterwards = terms(&maps, of: text(0))
    #expect(afterwards == nil)
  }

  @Test func `what did not fit makes room for what comes`() {
    var maps = MapTerms<UInt32>()
    var known = 0
    for number in 0..<30_000 {
      let value = number / 2 % 3_000
      if let found = terms(&maps, of: text(value)) {
        #expect(found == [1, UInt32(value)])
        known += 1
      } else {
        maps.remember([UInt32(value)], of: text(value).span)
      }
    }
    #expect(known > 14_000)
  }
}
