/// The candidate that is spelled most like the word; nil if none is near.
package func nearest(to word: String, in candidates: [String]) -> String? {
  let measured = candidates.map {
    (name: $0, distance: editDistance(Array(word.utf8), to: Array($0.utf8)))
  }
  guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(2, word.utf8.count / 4) ? best.name : nil
}

/// How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein).
private func editDistance(_ left: [UInt8], to right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let kept = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(kept, row[j] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
