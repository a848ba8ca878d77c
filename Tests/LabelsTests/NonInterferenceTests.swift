import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

/// Promise 2 of the design: no byte of an output depends on content above its clearance.
@Suite struct NonInterferenceTests {
    private func files(of output: String, in site: BuiltSite) -> [String: [UInt8]] {
        site.files.filter { $0.key.hasPrefix(output + "/") }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [1, 2, 3] as [UInt64])
    func whatIsInternalChangesNoByteOfTheOtherOutputs(seed: UInt64) throws {
        var generated = GeneratedSite(seed: seed)
        let first = try BuiltSite(generated.archive)
        try #require(first.findings == [])
        let before = ["public", "members"].map { files(of: $0, in: first) }
        try #require(before[0].count > 20 && before[1].count > before[0].count)
        var done: [String] = []
        for _ in 0..<14 {
            done.append(generated.mutate())
            let site = try BuiltSite(generated.archive)
            try #require(site.findings == [], "\(done.last ?? "")")
            for (output, old) in zip(["public", "members"], before) {
                let new = files(of: output, in: site)
                let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
                #expect(changed.isEmpty, "after: \(done.joined(separator: "; "))")
            }
        }
        let staff = files(of: "staff", in: try BuiltSite(generated.archive))
        #expect(staff != files(of: "staff", in: first), "the changes reach those who may see them")
    }

    @Test func noWordOfAnInternalPageStandsInAnyFileOfTheOtherOutputs() throws {
        let site = try BuiltSite(GeneratedSite(seed: 4).archive)
        for (path, bytes) in site.files where !path.hasPrefix("staff/") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("of internal"), "\(path)")
            if path.hasPrefix("public/") { #expect(!text.contains("of members"), "\(path)") }
        }
    }

    @Test func aPortionAboveTheClearanceChangesNoByte() throws {
        let with = try LabelledSite.build(
            LabelledSite.page(
                "a.md", "label: public\n",
                text: """
                    ## One

                    Text.[^1] :::

                    :::label internal
                    ## Secret {#one-1}

                    [^2] [x](b.md) ![](/uploads/x.png)

                    [^2]: Secret note.
                    :::

                    ## One

                    [^1]: Note.
                    """), LabelledSite.page("b.md", "label: internal\n"),
            "-- Content/uploads/x.png --\npng\n")
        let without = try LabelledSite.build(
            LabelledSite.page(
                "a.md", "label: public\n", text: "## One\n\nText.[^1] :::\n\n## One\n\n[^1]: Note.")
        )
        #expect(with.findings.allSatisfy { !$0.hasPrefix("label") && !$0.hasPrefix("link") })
        for output in ["public", "members"] where with.files["staff/a/index.html"] != nil {
            #expect(files(of: output, in: with) == files(of: output, in: without))
        }
    }
}
