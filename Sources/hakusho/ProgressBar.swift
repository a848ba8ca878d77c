import Core
import Synchronization

/// The line on a terminal that tells how far a run has come.
///
/// Shared by the threads that do the work: each says how much is done, and the one that finds the
/// line out of date draws it. It appears after a second and goes when the work is done, so that
/// what follows stands on a clean line.
final class ProgressBar: Sendable {
    private struct State {
        var next: ContinuousClock.Instant
        var isShown = false
        var isOver = false
    }

    private let label: String
    private let clock = ContinuousClock()
    private let state: Mutex<State>

    /// The time before the line appears.
    private static let patience = Duration.seconds(1)
    /// The time between two drawings.
    private static let pace = Duration.milliseconds(100)

    /// - Parameters:
    ///   - label: What is being done.
    ///   - options: Decide, with the machine, whether there is a line at all.
    /// - Returns: Nil where nobody watches: without a terminal, in CI, and under `--quiet`.
    init?(_ label: Message, options: GlobalOptions) {
        guard !options.quiet, Machine.hasTerminal, (Machine.environment("CI") ?? "").isEmpty else {
            return nil
        }
        self.label = label.text(in: options.language)
        state = Mutex(State(next: ContinuousClock().now + Self.patience))
    }

    /// Says how much is done; cheap enough for every page.
    func update(done: Int, total: Int) {
        let now = clock.now
        state.withLockIfAvailable { state in
            guard now >= state.next, !state.isOver else { return }
            state.next = now + Self.pace
            state.isShown = true
            let line = progressLine(label, done, of: total, width: Machine.terminalWidth)
            Machine.report("\r" + line + "\u{1B}[K")
        }
    }

    /// Takes the line away for good.
    func erase() {
        state.withLock { state in
            if state.isShown { Machine.report("\r\u{1B}[K") }
            state.isShown = false
            state.isOver = true
        }
    }
}

extension Message {
    /// The stage that makes pages.
    static var rendering: Message { Message(en: "rendering pages", ja: "ページを生成中") }
    /// The same where nothing is written.
    static var checking: Message { Message(en: "checking pages", ja: "ページを検査中") }
    /// The stage that asks other sites.
    static var asking: Message { Message(en: "asking other sites", ja: "外部リンクを確認中") }
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
