internal import AssetJSON
internal import Assets

/// Tells where in the input the parts of a parsed value are. Asked for in their order, no byte is looked at twice.
struct PartPlaces {
  private var last: Place
  private var offset = 0

  /// - Parameter place: where the text of the value begins.
  init(from place: Place) { last = place }

  mutating func place(of index: Int, on tape: borrowing JSONTape) -> Place {
    let next = tape.offset(of: index)
    guard next > offset else { return last }
    last = Place(
      line: last.line + tape.lineFeeds(in: offset..<next), byte: last.byte + next - offset)
    offset = next
    return last
  }
}
