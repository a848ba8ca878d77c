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
