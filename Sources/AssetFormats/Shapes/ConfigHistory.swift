/// Tells an item of AWS Config that is older than one of the same resource before it: a history lists a resource's
/// items one after the other, the newest first unless it was asked for otherwise.
struct ConfigHistory {
  private var resource: [String] = []
  private var newest = ""

  /// - Parameter time: when the item was captured, in a spelling that sorts by time.
  mutating func isOlder(_ resource: [String], _ time: String) -> Bool {
    guard resource == self.resource, !time.isEmpty else {
      (self.resource, newest) = (resource, time)
      return false
    }
    guard time >= newest else { return true }
    newest = time
    return false
  }
}
