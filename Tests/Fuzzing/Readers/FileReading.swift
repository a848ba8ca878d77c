import FilePolicy
import TestSupport

/// Files of all types, as the policy sees them.
enum FileReading {
    static func complaint(about bytes: [UInt8]) -> String? {
        let type = FilePolicy().examine(name: "a", bytes).type
        return complaint(about: bytes, suffix: type?.suffixes[0] ?? "bin")
    }

    /// Text tells no type: its name does.
    static func complaint(aboutText bytes: [UInt8]) -> String? {
        for suffix in ["json", "csv", "vtt", "md"] {
            if let why = complaint(about: bytes, suffix: suffix) { return "\(suffix): \(why)" }
        }
        return nil
    }

    /// Pictures, and what is left of them without what they disclose. The checksums of PNG are
    /// mended, too, so that what is behind them is read.
    static func complaint(aboutImage bytes: [UInt8]) -> String? {
        for image in [bytes, PNGChecksums.mended(bytes)].compactMap({ $0 }) {
            if let why = complaint(about: image) ?? removalComplaint(image) { return why }
        }
        return nil
    }

    private static func complaint(about bytes: [UInt8], suffix: String) -> String? {
        let name = "a." + suffix
        let first = FilePolicy().examine(name: name, bytes)
        let second = FilePolicy().examine(name: name, bytes)
        guard first.refusals == second.refusals, first.type == second.type,
            first.unscannable == second.unscannable, first.disclosures == second.disclosures,
            first.classifications == second.classifications
        else { return "two examinations differ" }
        if first.type == nil, first.refusals.isEmpty, first.unscannable == nil {
            return "a file of no type passes"
        }
        guard !first.refusals.isEmpty || first.unscannable != nil else { return nil }
        return packedComplaint(name, bytes)
    }

    /// What may not be published may not be published in an archive.
    private static func packedComplaint(_ name: String, _ bytes: [UInt8]) -> String? {
        let archive = ZipBuilder(stored: [(name, bytes)]).bytes
        let packed = FilePolicy().examine(name: "b.zip", archive)
        return packed.refusals.isEmpty && packed.unscannable == nil
            ? "a file that is refused passes in an archive" : nil
    }

    private static func removalComplaint(_ bytes: [UInt8]) -> String? {
        let policy = FilePolicy()
        let before = policy.examine(name: "a", bytes)
        guard let type = before.type, let clean = policy.withoutDisclosures(bytes, of: type) else {
            return nil
        }
        let name = "a." + type.suffixes[0]
        let after = policy.examine(name: name, clean)
        if after.type != type { return "a picture is another one without what it discloses" }
        if !policy.examine(name: name, bytes).refusals.isEmpty {
            return "a picture that is refused is made another"
        }
        if let rule = after.refusals.first { return "the picture left is refused: \(rule.id)" }
        return after.disclosures.contains(where: \.isRemovable)
            ? "the picture left discloses what could go" : nil
    }
}
