internal import AssetJSON
internal import Assets
internal import AssetSQLite

// What SQLite has collected as an array of numbers.
extension NumericFunctions {
  private static func members(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> [Numeric] {
    let texts = try JSONInspector().array(arguments, at: 0, of: "sum") ?? []
    return texts.compactMap { member in
      switch member {
      case .string(let text): Numeric(sortable: text.utf8.span)
      case .number(let spelling): Numeric(spelling: spelling)
      default: nil
      }
    }
  }

  static func sum(_ arguments: borrowing FunctionArguments) throws(FunctionFault) -> Value {
    let numbers = try members(arguments)
    return numbers.isEmpty ? .null : try value(numbers.reduce(.zero, +))
  }

  /// How far the numbers lie from their mean.
  static func spread(
    _ arguments: borrowing FunctionArguments, named name: String
  ) throws(FunctionFault) -> Value {
    let numbers = try members(arguments)
    let isSample = !name.hasSuffix("_pop")
    guard numbers.count > (isSample ? 1 : 0) else { return .null }
    let count = Numeric(Int64(numbers.count))
    let sum = numbers.reduce(.zero, +)
    let squares = numbers.reduce(Numeric.zero) { $0 + $1 * $1 }
    let divisor = count * (isSample ? count - Numeric(1) : count)
    let distance = count * squares - sum * sum
    let variance = distance.divided(by: divisor)
    guard name.hasPrefix("stddev") else { return try value(variance) }
    return try value(variance.squareRoot(places: distance.places(dividingBy: divisor)))
  }

  /// The same of doubles, which PostgreSQL adds up one by one.
  static func floatSpread(
    _ arguments: borrowing FunctionArguments, named name: String
  ) throws(FunctionFault) -> Value {
    let members = try JSONInspector().array(arguments, at: 0, of: name) ?? []
    var (count, sum, squares) = (0.0, 0.0, 0.0)
    for case .number(let spelling) in members {
      guard let value = Double(spelling) else { continue }
      count += 1
      sum += value
      guard count > 1 else { continue }
      let distance = value * count - sum
      squares += distance * distance / (count * (count - 1))
    }
    let isSample = !name.hasSuffix("_pop")
    guard count > (isSample ? 1 : 0) else { return .null }
    let variance = squares / (isSample ? count - 1 : count)
    return .real(name.hasPrefix("stddev") ? variance.squareRoot() : variance)
  }
}
