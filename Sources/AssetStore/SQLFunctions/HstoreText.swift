internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// Reads maps that a query writes: as hstore text, or as the JSON that the store keeps.
enum HstoreText {
  static func pairs(
    of text: Span<UInt8>, inspector: JSONInspector
  ) throws(FunctionFault) -> [JSONValue.Member] {
    try JSONInspector.checkLength(text.count)
    if case .object(let members) = inspector.value(of: text) { return members }
    var canonical: [UInt8] = []
    do throws(HstoreFault) {
      var builder = MapBuilder()
      var reader = HstoreReader()
      try reader.read(text, into: &builder)
      builder.write(to: &canonical, repetition: .first)
    } catch {
      throw FunctionFault("the text is no map: \(error.reason)")
    }
    guard case .object(let members) = inspector.value(of: canonical.span) else { return [] }
    return members
  }
}
