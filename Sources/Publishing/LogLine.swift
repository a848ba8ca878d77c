package import Core
import Links

/// A line of the log as it is read back.
package struct LogLine: Sendable, Equatable {
    /// What the line says of the event itself.
    package let entry: LogEntry
    /// The digest that it states for the line before.
    let previous: SHA256Digest
    /// Whether it says that the line before was cut off.
    let previousIsIncomplete: Bool

    /// Reads a line without its line feed; nil where any member is missing, unknown or of the
    /// wrong kind.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes), value[member: "version"] == 1,
            case .object(let members) = value, let entry = LogEntry(value),
            case .string(let previous)? = value[member: "previous"],
            let previous = SHA256Digest(hex: previous)
        else { return nil }
        let incomplete = value[member: "previousIncomplete"]
        let optional = [incomplete, value[member: "ledger"], value[member: "engines"]]
        guard incomplete == nil || incomplete == true,
            members.count == 11 + optional.count(where: { $0 != nil })
        else { return nil }
        self.entry = entry
        self.previous = previous
        previousIsIncomplete = incomplete == true
    }
}

extension LogEntry {
    /// Reads what a line says of the event; nil where a member is missing or of the wrong kind.
    fileprivate init?(_ value: JSONValue) {
        guard case .string(let time)? = value[member: "time"], time.utf8.count > 16,
            let moment = Moment(iso: time, defaultZone: .utc),
            case .string(let who)? = value[member: "who"],
            case .string(let action)? = value[member: "action"],
            let action = Action(rawValue: action),
            case .string(let result)? = value[member: "result"],
            let result = Result(rawValue: result),
            let outputs = Self.outputs(value[member: "outputs"]),
            let counts = Self.counts(value[member: "counts"])
        else { return nil }
        let (clock, input) = (value[member: "clockSynchronised"], value[member: "input"])
        let (generation, written) = (value[member: "generation"], value[member: "ledger"])
        let named = value[member: "engines"]
        let engines = named.map(texts) ?? []
        let ledger = written.flatMap(state)
        guard (written == nil) == (ledger == nil), (named == nil) == engines.isEmpty,
            clock == .null || flag(clock) != nil, input == .null || digest(input) != nil,
            generation == .null || number(generation) != nil
        else { return nil }
        self.init(
            time: moment, clockSynchronised: flag(clock), who: who, action: action,
            generation: number(generation), input: digest(input), outputs: outputs,
            counts: counts, ledger: ledger, engines: engines, result: result)
    }

    private static func outputs(_ value: JSONValue?) -> [OutputDigest]? {
        guard case .object(let members)? = value else { return nil }
        let digests = members.compactMap { member in
            digest(member.value).map { OutputDigest(output: member.key, digest: $0) }
        }
        return digests.count == members.count ? digests : nil
    }

    private static func counts(_ value: JSONValue?) -> [Count]? {
        guard case .object(let members)? = value else { return nil }
        let numbers = members.compactMap { member in
            number(member.value).map { Count(member.key, $0) }
        }
        return numbers.count == members.count ? numbers : nil
    }
}

private func flag(_ value: JSONValue?) -> Bool? {
    if case .bool(let flag)? = value { flag } else { nil }
}

private func number(_ value: JSONValue?) -> Int? {
    if case .number(let number)? = value { number } else { nil }
}

private func state(_ value: JSONValue) -> LedgerState? {
    guard case .object(let members) = value, members.count == 2,
        let lines = number(value[member: "lines"]), let digest = digest(value[member: "digest"])
    else { return nil }
    return LedgerState(lines: lines, digest: digest)
}

/// The texts of a list; empty for anything else.
private func texts(_ value: JSONValue) -> [String] {
    guard case .array(let items) = value else { return [] }
    let texts = items.compactMap { item in
        if case .string(let text) = item { text } else { nil }
    }
    return texts.count == items.count ? texts : []
}

private func digest(_ value: JSONValue?) -> SHA256Digest? {
    if case .string(let hex)? = value { SHA256Digest(hex: hex) } else { nil }
}
