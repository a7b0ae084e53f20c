/// What it means that a record does not have a field.
public enum AbsentFields: String, Hashable, Sendable {
  /// The asset has nothing there, as an export leaves out what was cleared. But where no record of the run has the
  /// field, the export may be of a kind that does not list it: the run is refused if an asset would lose it.
  case clearedIfKnown
  /// Nothing: the asset keeps what it has.
  case kept
  /// The asset has nothing there, whatever kind the export is of.
  case cleared
}
