internal import Assets

extension Outline {
  /// The list that a path of names, joined by dots, leads to.
  init(path: String, format: ExportFormat?) {
    let names = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    steps = names.enumerated().map { level, name in
      Step(level, named: Array(name), as: level == names.count - 1 ? .records : .level(level + 1))
    }
    self.format = format ?? .json
    shape = RecordShape(ofSingle: format)
    isGiven = true
  }
}

extension RecordShape {
  /// The form of a record that stands alone, where a format was given.
  init(ofSingle format: ExportFormat?) {
    switch format {
    case .cloudControl: self = .cloudControl
    case .config: self = .configItem
    case .terraform: self = .terraform
    default: self = .plain
    }
  }
}
