extension Kind {
  /// By the names that casts give it, without what stands in parentheses.
  static let named: [String: Kind] = {
    let names: [(Kind, [String])] = [
      (.text, ["varchar", "text", "string", "character varying", "char", "character", "name"]),
      (.int, ["int", "integer", "int4", "smallint", "int2"]), (.bigint, ["bigint", "int8"]),
      (.numeric, ["decimal", "numeric"]),
      (.float, ["double precision", "double", "real", "float", "float8", "float4"]),
      (.timestamp, ["timestamp", "timestamptz"]), (.date, ["date"]),
      (.bool, ["boolean", "bool"]), (.json, ["json", "jsonb"]), (.map, ["hstore"]),
      (.interval, ["interval"]), (.inet, ["inet"]), (.cidr, ["cidr"]),
    ]
    return names.reduce(into: [:]) { table, entry in
      for name in entry.1 { table[name] = entry.0 }
    }
  }()

  /// What PostgreSQL converts without being asked to: the price, lower for what it does first; nil where it does not.
  func priceOfBecoming(_ other: Kind) -> Int? {
    if self == other || isMap && other.isMap { return 0 }
    switch (self, other) {
    case (.any, _): return 4
    case (_, .any): return 3
    case (.unknown, .text): return 1
    case (.unknown, .float): return 2
    case (.unknown, _): return 3
    case (.int, .bigint): return 1
    case (.int, .float), (.bigint, .float), (.numeric, .float): return 2
    case (.int, .numeric), (.bigint, .numeric): return 3
    case (.date, .timestamp), (.cidr, .inet): return 1
    case (.array(let one), .array(let two)):
      return one == .unknown ? 1 : one.priceOfBecoming(two)
    default: return nil
    }
  }

  /// What all values of a list become so that they are alike: of CASE, of coalesce, of the parts of a UNION. Nil where
  /// PostgreSQL refuses them.
  static func common(_ kinds: [Kind]) -> Kind? {
    var common = Kind.unknown
    for kind in kinds where kind != .unknown {
      if common == .unknown || kind == common {
        common = kind
      } else if kind == .any || common == .any {
        common = .any
      } else if kind.isNumber, common.isNumber {
        common = kind.numberRank > common.numberRank ? kind : common
      } else if Set([kind, common]) == [.date, .timestamp] {
        common = .timestamp
      } else if kind.isAddress, common.isAddress {
        common = .inet
      } else if case (.array(let one), .array(let two)) = (kind, common),
        let element = Kind.common([one, two])
      {
        common = .array(element)
      } else if !(kind.isMap && common.isMap) {
        return nil
      }
    }
    return common
  }

  /// Of two numbers the one that comes later here is what both become.
  var numberRank: Int {
    switch self {
    case .int: 0
    case .bigint: 1
    case .numeric: 2
    default: 3
    }
  }

  /// Whether `CAST` converts one to the other.
  func canBeCast(to other: Kind) -> Bool {
    if self == other || other == .text || self == .text || self == .unknown || self == .any {
      return other != .blob && self != .blob || self == other
    }
    switch (self, other) {
    case _ where isNumber && other.isNumber, (.int, .bool), (.bool, .int), (.timestamp, .date),
      (.date, .timestamp), (.map, .json), (.map, .map), (.inet, .cidr), (.cidr, .inet):
      return true
    case (.array(let one), .array(let two)): return one.canBeCast(to: two)
    default: return false
    }
  }
}
