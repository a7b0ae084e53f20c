/// A place in an input.
package struct Place: Hashable, Sendable {
  /// Counted from 1, by line feeds.
  package let line: Int
  /// Counted from 1, from the start of the (unpacked) input.
  package let byte: Int

  package init(line: Int, byte: Int) {
    self.line = line
    self.byte = byte
  }
}
