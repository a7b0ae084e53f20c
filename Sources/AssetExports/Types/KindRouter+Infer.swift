internal import AssetCatalogue
internal import AssetJSON
internal import Assets

extension KindRouter {
  /// The records of a kind that there are enough of, or all there are, to make a type of; nil if there are none.
  func ripe(atEnd: Bool) -> TypeRecords? {
    guard only == nil else { return nil }
    return open.first { records in records.samples.map { atEnd || $0.isFull } ?? false }
  }

  /// Makes a type of records, and goes on with it.
  ///
  /// - Returns: the records, to be taken again; nil if nothing tells one from another.
  mutating func makeType(of records: TypeRecords) throws -> [RecordSamples.Sample]? {
    guard let samples = records.samples,
      let kind = samples.kinds.min().flatMap({ AssetKind($0) })
    else { return nil }
    let type = try DefinitionInference.type(
      named: TypeName(kind.typeName), from: samples.values(), kinds: samples.kinds.sorted(),
      lists: samples.lists.sorted() + samples.kinds)
    guard type.keyTemplate != nil else {
      forget(records)
      return nil
    }
    records.adopt(type, in: try types.context(for: type), isStrict: types.isStrict)
    note(inferred: type)
    return samples.samples
  }
}
