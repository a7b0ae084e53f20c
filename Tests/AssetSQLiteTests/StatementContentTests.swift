import AssetSQLite
import Testing

@Suite struct StatementContentTests {
  @Test func `a column is lent as what the single questions say of it`() throws {
    let connection = try Connection.inMemory()
    var found: [String] = []
    try connection.forEachRow(
      "SELECT NULL, -7, 9223372036854775807, 0.5, 'é', '', x'00FF', x'', 'a' || char(0) || 'b'"
    ) { row in
      row.forEachColumn(in: 1..<row.columnCount) { column, content, bytes in
        var own: [UInt8] = []
        for index in bytes.indices { own.append(bytes[index]) }
        switch (content, row.value(at: column)) {
        case (.integer(let one), .integer(let other)): #expect(one == other && own.isEmpty)
        case (.real(let one), .real(let other)): #expect(one == other && own.isEmpty)
        case (.text, .text(let text)): #expect(own == Array(text.utf8))
        case (.blob, .blob(let blob)): #expect(own == blob)
        default: Issue.record("column \(column)")
        }
        found.append("\(column)")
      }
      row.forEachColumn(in: 0..<1) { _, content, _ in
        if case .null = content { found.append("NULL") }
      }
    }
    #expect(found == (1...8).map(String.init) + ["NULL"])
  }
}
