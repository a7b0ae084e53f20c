internal import AssetOutput
internal import AssetStore

/// Shows how far a run has come: a bar on a terminal, lines elsewhere.
final class ProgressDisplay {
  enum Style: String, CaseIterable {
    /// A bar if standard error is a terminal, else nothing.
    case auto
    case bar, plain, none
  }

  private let style: Style
  private let context: CommandContext
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shownAt: ContinuousClock.Instant?
  private var isShown = false

  init(_ style: Style, in context: CommandContext) {
    self.style = style == .auto ? (context.isErrorTerminal ? .bar : .none) : style
    self.context = context
    start = clock.now
  }

  /// Shows it, if the last time is long enough ago to read.
  func update(_ progress: IngestProgress) {
    guard style != .none else { return }
    let now = clock.now
    let pause: Duration = style == .bar ? .milliseconds(100) : .seconds(5)
    if now - (shownAt ?? start) < pause { return }
    shownAt = now
    let text = Self.text(progress, after: now - start)
    if style == .plain {
      context.say(text)
    } else {
      // To the line's start, and clear what is right of the text.
      context.sayInPlace("\r\(text)\u{1B}[K")
      isShown = true
    }
  }

  /// Takes the bar away.
  func finish() {
    if isShown { context.sayInPlace("\r\u{1B}[K") }
  }

  /// `inventory.json  45 %  296 of 658 MB  310000 records/s  2 s left`.
  static func text(_ progress: IngestProgress, after elapsed: Duration) -> String {
    let seconds = max(elapsed / .seconds(1), 0.001)
    var parts = [DisplayText.escaped(progress.source)]
    let megabytes = { (bytes: Int) in "\(bytes / 1_000_000)" }
    let rate = "\(Int(Double(progress.records) / seconds)) records/s"
    if let total = progress.totalBytes, total > 0 {
      let share = min(Double(progress.bytesRead) / Double(total), 1)
      parts += [
        "\(Int(share * 100)) %", "\(megabytes(progress.bytesRead)) of \(megabytes(total)) MB", rate,
      ]
      if share > 0 { parts.append("\(Int((seconds / share - seconds).rounded(.up))) s left") }
    } else {
      parts += ["\(megabytes(progress.bytesRead)) MB", rate]
    }
    return parts.joined(separator: "  ")
  }
}
