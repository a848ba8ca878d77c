package import Core
package import Links

/// One line of the publication log: who made what live, when, from which input.
package struct LogEntry: Sendable, Equatable {
    /// What was asked for.
    package enum Action: String, Sendable { case publish, rollback }

    /// What became of it.
    package enum Result: String, Sendable {
        /// A generation went live.
        case published
        /// Findings forbade it.
        case refused
        /// The machine failed.
        case failed
        /// The live generation is the same already.
        case unchanged
    }

    /// A number of something, like `pages`.
    package struct Count: Sendable, Equatable {
        /// What was counted, in one word.
        package let name: String
        /// How many there were.
        package let number: Int

        /// Takes what was counted and how many there were.
        package init(_ name: String, _ number: Int) {
            self.name = name
            self.number = number
        }
    }

    /// When the line was written, by the system's clock.
    package let time: Moment
    /// Whether the system's clock was synchronised; nil where the system does not tell.
    package let clockSynchronised: Bool?
    /// The user who ran the program: the name in the system, else `uid` and the number.
    package let who: String
    /// Whether it was a new publication or a return to an older one.
    package let action: Action
    /// The generation that was live afterwards because of it; nil where nothing went live.
    package let generation: Int?
    /// The digest of all input, where there was one.
    package let input: SHA256Digest?
    /// Each output's digest; empty for a run that committed nothing.
    package let outputs: [OutputDigest]
    /// Files and findings of the build; empty for a rollback and for a build that did not finish.
    package let counts: [Count]
    /// The ledger with which a publication went live; nil elsewhere, and in lines of old.
    package let ledger: LedgerState?
    /// The virus scanners that judged the uploads, with their versions and signatures, as they name
    /// themselves; empty where none was asked, and in lines of old.
    package let engines: [String]
    /// How it ended; a rollback that went through counts as published.
    package let result: Result

    /// Takes every member of a line but those that tie it to the line before.
    package init(
        time: Moment, clockSynchronised: Bool?, who: String, action: Action, generation: Int?,
        input: SHA256Digest?, outputs: [OutputDigest], counts: [Count], ledger: LedgerState? = nil,
        engines: [String] = [], result: Result
    ) {
        self.time = time
        self.clockSynchronised = clockSynchronised
        self.who = who
        self.action = action
        self.generation = generation
        self.input = input
        self.outputs = outputs
        self.counts = counts
        self.ledger = ledger
        self.engines = engines
        self.result = result
    }
}

extension LogEntry {
    /// The members of the line, but those that tie it to the line before.
    package var members: [(key: String, value: JSONValue)] {
        let known: [(key: String, value: JSONValue)] = [
            ("version", 1), ("time", .string(time.iso)),
            ("clockSynchronised", clockSynchronised.map(JSONValue.bool) ?? .null),
            ("who", .string(who)), ("action", .string(action.rawValue)),
            ("generation", generation.map(JSONValue.number) ?? .null),
            ("input", input.map { .string($0.hex) } ?? .null),
            ("outputs", .object(outputs.map { ($0.output, .string($0.digest.hex)) })),
            ("counts", .object(counts.map { ($0.name, .number($0.number)) })),
            ("result", .string(result.rawValue)),
        ]
        var members = known
        if let ledger {
            members.append(
                ("ledger", ["lines": .number(ledger.lines), "digest": .string(ledger.digest.hex)]))
        }
        if !engines.isEmpty {
            members.append(("engines", .array(engines.map(JSONValue.string))))
        }
        return members
    }

    /// The line without its line feed.
    ///
    /// - Parameters:
    ///   - previous: The SHA-256 of the line before.
    ///   - previousIsIncomplete: Whether that line was cut off by a crash.
    func line(previous: SHA256Digest, previousIsIncomplete: Bool) -> [UInt8] {
        var members = members
        if previousIsIncomplete { members.append(("previousIncomplete", true)) }
        members.append(("previous", .string(previous.hex)))
        var writer = ByteWriter(reservingCapacity: 512)
        writer.append(json: .object(members))
        return writer.bytes
    }
}

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
            case .object(let members) = value,
            case .string(let time)? = value[member: "time"], time.utf8.count > 16,
            let moment = Moment(iso: time, defaultZone: .utc),
            case .string(let who)? = value[member: "who"],
            case .string(let action)? = value[member: "action"],
            let action = LogEntry.Action(rawValue: action),
            case .string(let result)? = value[member: "result"],
            let result = LogEntry.Result(rawValue: result),
            case .object(let outputs)? = value[member: "outputs"],
            case .object(let counts)? = value[member: "counts"],
            case .string(let previous)? = value[member: "previous"],
            let previous = SHA256Digest(hex: previous)
        else { return nil }
        let digests = outputs.compactMap { member in
            digest(member.value).map { OutputDigest(output: member.key, digest: $0) }
        }
        let numbers = counts.compactMap { member in
            number(member.value).map { LogEntry.Count(member.key, $0) }
        }
        let clock = value[member: "clockSynchronised"]
        let input = value[member: "input"]
        let generation = value[member: "generation"]
        let incomplete = value[member: "previousIncomplete"]
        let written = value[member: "ledger"]
        let named = value[member: "engines"]
        let engines = named.map(texts) ?? []
        let ledger = written.flatMap(state)
        guard digests.count == outputs.count, numbers.count == counts.count,
            members.count == 11 + (incomplete == nil ? 0 : 1) + (written == nil ? 0 : 1)
                + (named == nil ? 0 : 1),
            (written == nil) == (ledger == nil), (named == nil) == engines.isEmpty,
            clock == .null || flag(clock) != nil, input == .null || digest(input) != nil,
            generation == .null || number(generation) != nil,
            incomplete == nil || incomplete == true
        else { return nil }
        entry = LogEntry(
            time: moment, clockSynchronised: flag(clock), who: who, action: action,
            generation: number(generation), input: digest(input), outputs: digests,
            counts: numbers, ledger: ledger, engines: engines, result: result)
        self.previous = previous
        previousIsIncomplete = incomplete == true
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
