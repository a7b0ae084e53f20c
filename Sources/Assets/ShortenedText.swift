extension String {
  /// The text, if it has at most so many of Unicode's characters; else its beginning with a mark behind it, so many in
  /// all. What is seen as one character may have any number of accents, so only what is counted like this has a size.
  package func shortened(toScalars count: Int) -> String {
    let scalars = unicodeScalars
    guard utf8.count > count,
      let end = scalars.index(scalars.startIndex, offsetBy: count, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<scalars.index(before: end)]) + "…"
  }
}
