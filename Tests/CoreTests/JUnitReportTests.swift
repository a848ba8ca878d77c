import Testing

@testable import Core

@Suite struct JUnitReportTests {
    private func written(
        _ diagnostics: [Diagnostic], _ language: MessageLanguage = .en
    ) -> String {
        var report = JUnitReport(
            language: language, sources: FormatFixture.sources(), prefix: "docs/")
        var output = ByteWriter()
        report.append(diagnostics, to: &output)
        return output.text
    }

    @Test func aFileIsASuiteAndAFindingACase() {
        let again = FormatFixture.stray
        let findings = [FormatFixture.note, FormatFixture.stray, again, FormatFixture.link]
        let path = "docs/Content/pages/手順 1.md"
        #expect(
            written(findings) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="hakusho" tests="4" failures="1" errors="0">
                  <testsuite name="hakusho" tests="1" failures="0" errors="0" skipped="0">
                    <testcase name="yaml.syntax: just so" classname="hakusho">\
                <system-out>just so</system-out></testcase>
                  </testsuite>
                  <testsuite name="docs/Content/a,b:100%" tests="2" failures="0" errors="0" \
                skipped="2">
                    <testcase name="content.stray-file: 'a' is {{left}} out [1]" \
                classname="docs/Content/a,b:100%"><skipped type="content.stray-file" \
                message="'a' is {{left}} out [1]">docs/Content/a,b:100%&#10;\
                'a' is {{left}} out [1]</skipped></testcase>
                    <testcase name="content.stray-file: 'a' is {{left}} out [1] (2)" \
                classname="docs/Content/a,b:100%"><skipped type="content.stray-file" \
                message="'a' is {{left}} out [1]">docs/Content/a,b:100%&#10;\
                'a' is {{left}} out [1]</skipped></testcase>
                  </testsuite>
                  <testsuite name="\(path)" tests="1" failures="1" errors="0" skipped="0">
                    <testcase name="link.page-missing: no page 'guid.md'" classname="\(path)">\
                <failure type="link.page-missing" message="no page 'guid.md'">\
                \(path):2:6&#10;no page 'guid.md'&#10;write 'guide.md'&#10;\
                Content/pages/手順 1.md: see here&#10;looked everywhere</failure></testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func aRunWithoutFindingsIsOnePassedCase() {
        #expect(
            written([], .ja) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="hakusho" tests="1" failures="0" errors="0">
                  <testsuite name="hakusho" tests="1" failures="0" errors="0" skipped="0">
                    <testcase name="指摘なし" classname="hakusho"/>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func whatXMLCannotHoldIsReplaced() {
        let text = written([FormatFixture.hostile])
        #expect(
            text.contains(
                "message=\"x\u{FFFD}&#10;::set-output name=a::b\u{FFFD}\u{FFFD}\u{FFFD} ]]&gt; "
                    + "&lt;b&gt; &amp; &quot;q&quot; %0A \\ {0} [l](1)\""))
        #expect(
            text.contains("classname=\"docs/a&#10;::error::b\u{FFFD}[2J&lt;&amp;&quot;'&gt;.md\""))
    }
}
