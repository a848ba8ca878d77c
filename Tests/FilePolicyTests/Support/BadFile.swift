import TestSupport
import Testing

@testable import FilePolicy

/// A file that must be refused, and the rule by which.
struct BadFile: CustomTestStringConvertible, Sendable {
    /// What is bad about it.
    let reason: String
    let name: String
    let bytes: [UInt8]
    /// The identifier of the rule.
    let rule: String

    init(_ reason: String, _ rule: String, named name: String, _ bytes: [UInt8]) {
        self.reason = reason
        self.rule = rule
        self.name = name
        self.bytes = bytes
    }

    /// A zip archive that `change` makes bad.
    init(zip reason: String, _ rule: String, _ change: (inout ZipBuilder) -> Void) {
        var zip = ZipBuilder()
        change(&zip)
        self.init(reason, rule, named: "a.zip", zip.bytes)
    }

    var testDescription: String { "\(reason) (\(rule))" }

    /// Expects the rule among the refusals.
    func expectRefusal(by policy: FilePolicy = FilePolicy()) {
        let ids = policy.examine(name: name, bytes).refusals.map(\.id)
        #expect(ids.contains(rule), "refused by \(ids)")
    }
}

/// Expects that nothing is wrong with a file.
func expectClean(
    _ name: String, _ bytes: [UInt8], _ type: FileType,
    at location: SourceLocation = #_sourceLocation
) {
    let found = FilePolicy().examine(name: name, bytes)
    #expect(found.refusals.isEmpty, "\(name)", sourceLocation: location)
    #expect(found.unscannable == nil, "\(name)", sourceLocation: location)
    #expect(found.type == type, "\(name)", sourceLocation: location)
}
