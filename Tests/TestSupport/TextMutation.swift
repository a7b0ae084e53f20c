/// Makes of a statement what is nearly one: pieces of it go, come twice, or are taken from others.
package struct TextMutation {
  package init() {}

  private static let pieces = [
    "(", ")", "'", "\"", "[", "]", ",", ".", "::", "->>", " AND ", " OR ", " NOT ", " IN ", " IS ",
    " NULL ", "SELECT ", " FROM t ", " WHERE ", " GROUP BY ", " UNION ", "$$", "/*", "*/", "--",
    "\n", "1e999", "99999999999999999999", "''", "{", "}", "é", "\u{0}", ";", ":x", " AS ",
    " INTERVAL '1'", " OVER (", "*", " LATERAL ", " ALL ", " ANY ", "E'\\", " CASE WHEN ",
    " THEN ", " END ", " WITH TIES", " SIMILAR TO ", " OVERLAPS ", "::inet", " << ", "ROW(",
    " ORDER BY 1", " LIMIT 1", " DISTINCT ", " ROLLUP (", "json_agg(", "unnest(", " FILTER (WHERE ",
  ]

  package func mutated(
    _ text: String, among others: [String], using random: inout SeededGenerator
  ) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, place + Int.random(in: 0...12, using: &random))
      let piece = Array((Self.pieces.randomElement(using: &random) ?? "").unicodeScalars)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scalars.removeSubrange(place..<end)
      case 1: scalars.insert(contentsOf: piece, at: place)
      case 2: scalars.insert(contentsOf: scalars[place..<end], at: place)
      case 3:
        let other = Array((others.randomElement(using: &random) ?? "").unicodeScalars)
        let start = Int.random(in: 0...other.count, using: &random)
        scalars.insert(contentsOf: other[start..<min(other.count, start + 30)], at: place)
      default:
        let count = Int.random(in: 1...400, using: &random)
        scalars.insert(contentsOf: (0..<count).flatMap { _ in piece }, at: place)
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(20_000))
    return String(text)
  }
}
