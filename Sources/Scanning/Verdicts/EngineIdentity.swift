package import Core

/// Which engine judged, with which signatures: what a *clean* verdict is worth.
package struct EngineIdentity: Hashable, Sendable {
    /// The engine's name within the run: `clamd`, `icap`, `command`, `clamd-2`.
    package let engine: String
    /// What the engine calls itself, such as `ClamAV 1.4.6`; empty where it does not say.
    package let version: String
    /// Its signatures; nil where it does not say.
    package let signatures: SignatureVersion?

    /// Takes what the engine said of itself.
    package init(engine: String, version: String, signatures: SignatureVersion?) {
        self.engine = engine
        self.version = version
        self.signatures = signatures
    }

    /// For reports: engine, version, signatures and their time.
    package var message: Message {
        let version = version.isEmpty ? "" : ", \(version)"
        guard let signatures else {
            return Message(
                en: "\(engine)\(version), signatures unknown", ja: "\(engine)\(version)、定義ファイル不明")
        }
        let time = signatures.time.map { " (\($0.iso))" } ?? ""
        return Message(
            en: "\(engine)\(version), signatures \(signatures.version)\(time)",
            ja: "\(engine)\(version)、定義ファイル \(signatures.version)\(time)")
    }
}

/// A state of an engine's signatures.
package struct SignatureVersion: Hashable, Sendable {
    /// The database's number, or an ICAP service's ISTag: it changes with the signatures.
    package let version: String
    /// When they were published; nil where the engine does not say.
    package let time: Moment?

    /// Takes the state's name and time.
    package init(version: String, time: Moment?) {
        self.version = version
        self.time = time
    }
}

extension EngineIdentity {
    /// Reads clamd's answer to VERSION, which `clamdscan --version` prints too:
    /// `ClamAV 1.4.6/27123/Mon Nov 23 09:26:12 2026`, without the slashes where there is no
    /// official database.
    ///
    /// The time is the engine's local one and names no zone; it is taken as UTC, which is wrong
    /// by at most 14 hours and matters neither for an age of days nor for a skew of one.
    ///
    /// - Returns: Nil for anything else.
    /// - Source: clamd(8), "COMMANDS", VERSION; ctime(3).
    package init?(clamVersion text: String, engine: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isPrintable = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        guard text.hasPrefix("ClamAV "), isPrintable, parts.count == 1 || parts.count == 3 else {
            return nil
        }
        self.init(
            engine: engine, version: String(parts[0]),
            signatures: parts.count == 1 || parts[1].isEmpty
                ? nil
                : SignatureVersion(
                    version: String(parts[1]), time: Self.moment(ctime: parts[2])))
    }

    /// `Mon Nov 23 09:26:12 2026`.
    private static func moment(ctime text: Substring) -> Moment? {
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let words = text.split(separator: " ")
        guard words.count == 5, let month = months.firstIndex(of: String(words[1])),
            words[2].utf8.count <= 2, words[4].utf8.count == 4
        else { return nil }
        let padded = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
        guard let day = Int(words[2]), day > 0 else { return nil }
        return Moment(
            iso: "\(words[4])-\(padded(month + 1))-\(padded(day))T\(words[3])", defaultZone: .utc)
    }
}
