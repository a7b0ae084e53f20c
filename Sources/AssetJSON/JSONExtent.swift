internal import CAssetSimdJSON

/// Finds where a JSON value ends in text that comes piece by piece. Only finds the end; the parser checks the value.
package struct JSONExtent {
  private var state = csj_extent()

  package init() {}

  /// Whether the end is found.
  package var isWhole: Bool { state.done != 0 }

  /// Reads on, up to the end of the value.
  ///
  /// - Returns: how many bytes of the text belong to it.
  package mutating func extend(over text: Span<UInt8>) -> Int {
    unsafe text.withUnsafeBufferPointer { unsafe csj_extend(&state, $0.baseAddress, $0.count) }
  }
}
