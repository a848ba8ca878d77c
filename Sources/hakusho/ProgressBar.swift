import Core
import Synchronization

/// What tells a person that a run goes on: a line on a terminal that shows how far it has come, and
/// in CI, at long intervals, lines for its log.
///
/// Shared by the threads that do the work: each says how much is done, and the one that finds the
/// line out of date draws it; while none says anything, a task does. The line appears after a
/// second and goes when the work is done, so that what follows stands on a clean line.
final class ProgressBar: Sendable {
    /// How it is shown.
    enum Manner: Sendable {
        /// One line that is drawn again and again.
        case drawn
        /// Lines without control characters, for CI.
        case logged

        /// The time before anything appears.
        var patience: Duration { self == .drawn ? .seconds(1) : .seconds(10) }
        /// The time between two lines.
        var pace: Duration { self == .drawn ? .milliseconds(100) : .seconds(10) }
    }

    private struct State {
        var next: ContinuousClock.Instant
        var counts: (done: Int, total: Int)?
        var isShown = false
        var isOver = false
        var ticking: Task<Void, Never>?
    }

    private let label: String
    private let manner: Manner
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let state: Mutex<State>

    /// - Parameters:
    ///   - label: What is being done.
    ///   - options: Decide, with the machine, whether there is a line at all.
    /// - Returns: Nil under `--quiet`, and where there is neither a terminal nor CI.
    convenience init?(_ label: Message, options: GlobalOptions) {
        let isCI = !(Machine.environment("CI") ?? "").isEmpty
        guard !options.quiet, isCI || Machine.hasTerminal else { return nil }
        self.init(label.text(in: options.language), isCI ? .logged : .drawn)
    }

    private init(_ label: String, _ manner: Manner) {
        self.label = label
        self.manner = manner
        start = clock.now
        state = Mutex(State(next: start + manner.patience))
        let ticking = Task { [weak self, manner] in
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: min(manner.pace, .milliseconds(500)))
                } catch {
                    return
                }
                self?.draw(nil)
            }
        }
        state.withLock { $0.ticking = ticking }
    }

    /// Says how much is done; cheap enough for every page.
    func update(done: Int, total: Int) { draw((done, total)) }

    private func draw(_ counts: (done: Int, total: Int)?) {
        let now = clock.now
        state.withLockIfAvailable { state in
            if let counts { state.counts = counts }
            guard now >= state.next, !state.isOver else { return }
            state.next = now + manner.pace
            state.isShown = true
            let elapsed = start.duration(to: now)
            switch manner {
            case .drawn:
                let line = progressLine(
                    label, state.counts, elapsed: elapsed, width: Machine.terminalWidth)
                Machine.report("\r" + line + "\u{1B}[K")
            case .logged:
                Machine.report(progressRecord(label, state.counts, elapsed: elapsed) + "\n")
            }
        }
    }

    /// Takes the line away for good.
    func erase() {
        state.withLock { state in
            if state.isShown, manner == .drawn { Machine.report("\r\u{1B}[K") }
            state.isShown = false
            state.isOver = true
            state.ticking?.cancel()
        }
    }
}

extension GlobalOptions {
    /// Does work that may last, and shows meanwhile what it is.
    func showing<Result, Failure: Error>(
        _ label: Message, _ work: (ProgressBar?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bar = ProgressBar(label, options: self)
        defer { bar?.erase() }
        return try work(bar)
    }
}

extension Message {
    /// The stage that makes pages.
    static var rendering: Message { Message(en: "rendering pages", ja: "ページを生成中") }
    /// The same where nothing is written.
    static var checking: Message { Message(en: "checking pages", ja: "ページを検査中") }
    /// The stage that reads titles, labels and settings.
    static var reading: Message { Message(en: "reading the project", ja: "プロジェクトを読み込み中") }
    /// The stage that compares what was written with what it should be.
    static var verifying: Message { Message(en: "verifying files", ja: "ファイルを照合中") }
    /// The stage that looks for what has moved.
    static var searching: Message {
        Message(en: "looking through the links", ja: "リンクを調査中")
    }
    /// The stage that asks other sites.
    static var asking: Message { Message(en: "asking other sites", ja: "外部リンクを確認中") }
}

/// `label 12/34, 5 s`, for a log.
func progressRecord(
    _ label: String, _ counts: (done: Int, total: Int)?, elapsed: Duration
) -> String {
    label + (counts.map { " \($0.done)/\($0.total)," } ?? "") + " \(elapsed.components.seconds) s"
}

/// `label [====>   ] 12/34`, or `label 5 s` where nothing is counted.
func progressLine(
    _ label: String, _ counts: (done: Int, total: Int)?, elapsed: Duration, width: Int
) -> String {
    if let counts { return progressLine(label, counts.done, of: counts.total, width: width) }
    let time = " \(elapsed.components.seconds) s"
    return label.cut(toWidth: max(width - 1 - time.utf8.count, 0)) + time
}

/// `label [====>   ] 12/34`, short enough that the terminal does not wrap it; without the bar, or
/// with a cut label, where there is no room.
func progressLine(_ label: String, _ done: Int, of total: Int, width: Int) -> String {
    let numbers = " \(done)/\(total)"
    // The last column stays free: some terminals wrap when it is written.
    let room = width - 1 - numbers.utf8.count
    let bar = room - label.displayWidth - 3
    guard bar >= 10 else { return label.cut(toWidth: max(room, 0)) + numbers }
    let length = min(bar, 40)
    let filled = total > 0 ? min(length, length * done / total) : 0
    let head = filled < length ? ">" : ""
    let empty = String(repeating: " ", count: max(0, length - filled - head.count))
    return label + " [" + String(repeating: "=", count: filled) + head + empty + "]" + numbers
}

extension String {
    /// Columns of a terminal: two for a wide character.
    fileprivate var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// The beginning that fits.
    fileprivate func cut(toWidth width: Int) -> String {
        var left = width
        return String(
            prefix { character in
                left -= character.displayWidth
                return left >= 0
            })
    }
}

extension Character {
    fileprivate var displayWidth: Int {
        unicodeScalars.first?.isEastAsianWide ?? false ? 2 : 1
    }
}
