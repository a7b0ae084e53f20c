internal import AssetJSON
internal import Assets

/// Reads the records of exports that have one form: puts each together from where the form has its parts.
protocol RecordShapeReader: AnyObject {
  /// Hands the record, or the records, at an index of the tape to the sink.
  ///
  /// - Throws: a `ValueFault` for what is no record of this form, and what the sink refuses.
  func take(
    _ tape: borrowing JSONTape, at index: Int, from origin: RecordOrigin,
    into sink: inout RecordSink
  ) throws(ValueFault)
}

/// The readers of all forms, made when they are needed.
struct RecordShapeReaders {
  private var readers: [RecordShape: any RecordShapeReader] = [:]

  mutating func reader(of shape: RecordShape) -> any RecordShapeReader {
    if let reader = readers[shape] { return reader }
    let reader: any RecordShapeReader =
      switch shape {
      case .plain: PlainRecords()
      case .steampipe: SteampipeRows()
      case .cloudControl: CloudControlResources()
      case .configItem: ConfigItems()
      case .template: TemplateResources()
      case .terraform: TerraformResources()
      case .reservation: Reservations()
      case .columns: ColumnAnswer()
      case .rows: RowAnswer()
      case .groups: GroupedRecords()
      case .found: FoundResources()
      case .besideTags: ResourceBesideTags()
      case .tagRows: TagRows()
      case .finding: FindingResources()
      }
    readers[shape] = reader
    return reader
  }
}
