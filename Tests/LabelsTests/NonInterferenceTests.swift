import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

/// Promise 2 of the design: no byte of an output depends on content above its clearance.
///
/// Changes are made in groups, since a build costs more than a change; where a group shows
/// through, its changes are tried one by one until the first that does is found.
@Suite struct NonInterferenceTests {
    /// 3 outputs × 8 groups × 9 changes.
    private static let groups = 8
    private static let changesOfAGroup = 9

    private struct Step {
        let site: GeneratedSite
        let done: String
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["public", "members", "staff"])
    func whatReadersMustNotSeeChangesNoByteOfTheirOutput(output: String) throws {
        let clearance = try #require(
            GeneratedLabel.outputs.first { $0.name == output }?.clearance)
        var generated = GeneratedSite(seed: UInt64(output.utf8.count))
        var project = ChangingProject()
        let first = try project.build(generated.files)
        try #require(first.findings == [])
        let board = first.files
        var kinds: [GeneratedSite.Change] = []
        for group in 1...Self.groups {
            var steps: [Step] = []
            while steps.count < Self.changesOfAGroup {
                if kinds.isEmpty {
                    kinds = GeneratedSite.Change.allCases.shuffled(using: &generated.random)
                }
                guard let done = generated.apply(kinds.removeLast(), above: clearance)
                else { continue }
                steps.append(Step(site: generated, done: done))
            }
            let site = try project.build(generated.files)
            try #require(site.findings == [], "\(steps.map(\.done))")
            if differences(of: output, first.files, site.files).isEmpty { continue }
            try report(steps, output, first, &project)
            Issue.record("group \(group) shows through in '\(output)'")
            return
        }
        let last = try project.build(generated.files)
        #expect(
            differences(of: "board", board, last.files).count > 50,
            "the changes reach those who may see them")
    }

    /// Names the first of some changes that shows through.
    private func report(
        _ steps: [Step], _ output: String, _ first: BuiltSite, _ project: inout ChangingProject
    ) throws {
        for step in steps {
            let site = try project.build(step.site.files)
            let changed = differences(of: output, first.files, site.files)
            guard let file = changed.first else { continue }
            let (old, new) = (first.text(file), site.text(file))
            let place = zip(old.utf8, new.utf8).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
            let around = { (text: String) in
                String(decoding: text.utf8.dropFirst(max(place - 80, 0)).prefix(200), as: UTF8.self)
            }
            Issue.record(
                """
                \(step.done) changed \(changed.count) files of '\(output)': \(changed.prefix(5))
                before: …\(around(old))…
                after: …\(around(new))…
                """)
            return
        }
    }

    @Test func theComparisonSeesASingleByteAFileMoreAndAFileLess() {
        let old: [String: [UInt8]] = ["public/a": [1, 2], "public/b": [3], "staff/a": [1]]
        let same = differences(of: "public", old, old)
        #expect(same == [])
        let byte = old.merging(["public/a": [1, 3]]) { $1 }
        #expect(differences(of: "public", old, byte) == ["public/a"])
        #expect(differences(of: "staff", old, byte) == [])
        let more = old.merging(["public/c": []]) { $1 }
        #expect(differences(of: "public", old, more) == ["public/c"])
        #expect(differences(of: "public", more, old) == ["public/c"])
    }

    @Test func noWordOfAHiddenPageStandsInAnyFileOfAnotherOutput() throws {
        var project = ChangingProject()
        let site = try project.build(GeneratedSite(seed: 4, pages: 80).files)
        for (path, bytes) in site.files where path.hasSuffix("l") {
            let text = String(decoding: bytes, as: UTF8.self)
            for (output, clearance) in GeneratedLabel.outputs
            where path.hasPrefix(output + "/") {
                for (level, word) in GeneratedLabel.levels.enumerated()
                where level > clearance.level {
                    #expect(!text.contains("of \(word)"), "\(path)")
                }
            }
        }
    }

    @Test func aPortionAboveTheClearanceChangesNoByte() throws {
        let open = { (lines: String) in
            LabelledSite.page("a.md", "label: public\n", text: lines)
                + LabelledSite.page("b.md", "label: internal\n")
                + "-- Content/uploads/x.png --\npng\n"
        }
        let with = try LabelledSite.build(
            open(
                """
                ## One

                Text.[^1] :::

                :::label internal
                ## Secret {#one-1}

                [^2] [x](b.md) ![x](/uploads/x.png)

                [^2]: Secret note.
                :::

                ## One

                [^1]: Note.
                """))
        let without = try LabelledSite.build(
            open("## One\n\nText.[^1] :::\n\n## One\n\n[^1]: Note."))
        #expect(with.findings.allSatisfy { !$0.hasPrefix("label") && !$0.hasPrefix("link") })
        for output in ["public", "members"] {
            #expect(differences(of: output, with.files, without.files) == [])
        }
    }

    /// Text around a portion that could take something from it: each form with and without it.
    @Test(arguments: [
        ("See [it].\n", "- [it]: /secret/"), ("See [it now].\n", "[it\nnow]: /secret/"),
        (":::figure\n![a](/uploads/x.png)\n\nCaption.\nPORTION\n:::", "Secret."),
        (":::figure\nPORTION\nCaption.\n:::", "Secret."),
        ("A.[^1]\n\n[^1]: Note.\n\n    PORTION\n", "Secret."),
        ("- a\n- b\n  PORTION\n- c", "Secret.\n\nMore."), ("> a\n> PORTION\n> b", "Secret."),
        ("One.\nPORTION\nTwo.", "Secret."), ("- a\nPORTION\n- b", "- secret"),
        ("1. a\nPORTION\n1. b", "1. secret"), ("A\nPORTION\nB", "# Secret"),
    ])
    func nothingInAPortionShowsInWhatStandsAroundIt(around: String, inside: String) throws {
        let mark = "PORTION"
        let text = around.contains(mark) ? around : around + "\n" + mark + "\n"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let fenced =
            [":::label internal"] + inside.split(separator: "\n").map(String.init) + [":::"]
        let with = lines.flatMap { line -> [String] in
            guard line.hasSuffix(mark) else { return [String(line)] }
            return fenced.map { line.dropLast(mark.count) + $0 }
        }
        let without = lines.filter { !$0.hasSuffix(mark) }.map(String.init)
        let sites = try [with, without].map { lines in
            try LabelledSite.build(
                LabelledSite.page(
                    "a.md", "label: public\n", text: lines.joined(separator: "\n")),
                "-- Content/uploads/x.png --\npng\n-- Content/uploads/x.png.yml --\nlabel: public\n"
            )
        }
        // An error is no output; what is left is compared.
        if sites[0].report.diagnostics.hasErrors { return }
        #expect(differences(of: "public", sites[0].files, sites[1].files) == [])
        #expect(sites[0].text("staff/a/index.html").lowercased().contains("secret"))
    }
}
