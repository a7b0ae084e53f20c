internal import Assets

/// How the table `blocks` spells a set of ids: after the containers of "Better bitmap performance with Roaring bitmaps"
/// (Chambi, Lemire, Kaser, Godin; 2016). A list of 4,096 ids would be as long as a bitmap, and not be told from one.
package enum BlockBlob {
  private static let bitmapSize = BlockBits.wordCount * 8
  private static let maxListed = 4_095

  package static func isBitmap(_ blob: Span<UInt8>) -> Bool { blob.count == bitmapSize }

  /// How many bytes a set of so many ids takes.
  package static func size(of count: Int) -> Int { count > maxListed ? bitmapSize : count * 2 }

  /// Whether the set of a blob, which has to be one, has an id.
  package static func contains(_ low: UInt16, in blob: Span<UInt8>) -> Bool {
    if isBitmap(blob) { return blob[Int(low >> 3)] >> (low & 7) & 1 == 1 }
    var (start, end) = (0, blob.count / 2)
    while start < end {
      let middle = (start + end) / 2
      let id = UInt16(blob[middle * 2]) | UInt16(blob[middle * 2 + 1]) << 8
      if id == low { return true }
      if id < low { start = middle + 1 } else { end = middle }
    }
    return false
  }

  /// Lends the ids of a list in order.
  ///
  /// - Throws: the damage, where it is no list.
  @inline(__always)
  package static func forEach(_ list: Span<UInt8>, body: (UInt16) -> Void) throws {
    guard list.count.isMultiple(of: 2), list.count <= maxListed * 2 else {
      throw TermTable.damage
    }
    var offset = 0
    // Four ids a step, as long as there are so many.
    while offset + 8 <= list.count {
      let word = list.word(at: offset)
      body(UInt16(truncatingIfNeeded: word))
      body(UInt16(truncatingIfNeeded: word >> 16))
      body(UInt16(truncatingIfNeeded: word >> 32))
      body(UInt16(truncatingIfNeeded: word >> 48))
      offset += 8
    }
    while offset < list.count {
      body(UInt16(list[offset]) | UInt16(list[offset + 1]) << 8)
      offset += 2
    }
  }

  /// Appends the spelling of a set.
  ///
  /// - Parameter ids: distinct, in order.
  package static func append(_ ids: some RandomAccessCollection<UInt16>, to blob: inout [UInt8]) {
    guard ids.count > maxListed else {
      for id in ids {
        blob.append(UInt8(truncatingIfNeeded: id))
        blob.append(UInt8(truncatingIfNeeded: id >> 8))
      }
      return
    }
    var bits = BlockBits()
    for id in ids { bits.insert(id) }
    append(bitmap: bits, to: &blob)
  }

  /// Appends the spelling of a set.
  package static func append(_ bits: BlockBits, to blob: inout [UInt8]) {
    guard bits.count > maxListed else { return append(bits.ids, to: &blob) }
    append(bitmap: bits, to: &blob)
  }

  /// Appends the set as a bitmap, however small it is.
  package static func append(bitmap bits: BlockBits, to blob: inout [UInt8]) {
    for word in bits.words {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        blob.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
  }
}

extension BlockBlob {
  /// Writes one id of a set whose size is known, among others in one buffer of zeroes: they come in order, each once.
  ///
  /// - Parameter offset: where its bitmap begins, or where in its list it goes: then where the next one goes.
  @inline(__always)
  package static func write(
    _ low: UInt16, ofSetOf count: Int, to blobs: inout [UInt8], at offset: inout Int
  ) {
    if count > maxListed {
      blobs[offset + Int(low >> 3)] |= 1 << UInt8(low & 7)
    } else {
      blobs[offset] = UInt8(truncatingIfNeeded: low)
      blobs[offset + 1] = UInt8(truncatingIfNeeded: low >> 8)
      offset += 2
    }
  }
}
