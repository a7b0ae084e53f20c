internal import Assets
internal import AssetSQLite

/// Makes a regular expression of a pattern of SQL's SIMILAR TO: `%` and `_` as in LIKE, and `| * + ? { } ( ) [ ]`.
enum SimilarPattern {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    for count in 1...2 {
      try connection.define("similar_pattern", arguments: count) {
        arguments throws(FunctionFault) in
        guard !arguments.hasNull, let pattern = arguments.text(at: 0) else { return .null }
        let escape = Array(arguments.text(at: 1, or: "\\").unicodeScalars)
        guard escape.count <= 1 else {
          throw FunctionFault("the escape of SIMILAR TO is one character, or none")
        }
        return .text(expression(pattern, escape: escape.first))
      }
    }
  }

  static func expression(_ pattern: String, escape: Unicode.Scalar?) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: "^(?:".unicodeScalars)
    var (isEscaped, isInSet) = (false, false)
    for scalar in pattern.unicodeScalars {
      if isEscaped {
        result.append("\\")
        result.append(scalar)
        isEscaped = false
      } else if scalar == escape {
        isEscaped = true
      } else if isInSet {
        if scalar == "\\" { result.append("\\") }
        result.append(scalar)
        isInSet = scalar != "]"
      } else {
        result.append(contentsOf: outside(scalar).unicodeScalars)
        isInSet = scalar == "["
      }
    }
    result.append(contentsOf: ")$".unicodeScalars)
    return String(result)
  }

  private static func outside(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "%": ".*"
    case "_": "."
    case "(": "(?:"
    case "\\", ".", "^", "$": "\\\(scalar)"
    default: String(scalar)
    }
  }
}
