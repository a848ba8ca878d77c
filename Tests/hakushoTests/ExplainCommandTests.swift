import TestSupport
import Testing

@Suite struct ExplainCommandTests {
    @Test func aCodeIsExplainedInTheRunsLanguage() async throws {
        let project = try TemporaryProject()
        let english = try await project.run("explain", "link.page-missing")
        #expect(english.status == 0)
        #expect(english.stderr == "")
        let lines = english.stdout.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "link.page-missing (error)")
        #expect(lines.count == 5)
        let japanese = try await project.run("explain", "link.page-missing", "--lang", "ja")
        #expect(japanese.stdout.hasPrefix("link.page-missing (エラー)\nリンク先のページがない\n\n"))
    }

    @Test func withoutACodeAllAreListedInOrder() async throws {
        let project = try TemporaryProject()
        let run = try await project.run("explain")
        let codes = run.stdout.split(separator: "\n").map { $0.prefix { $0 != " " } }
        #expect(run.status == 0)
        #expect(codes.count > 150)
        #expect(codes == codes.sorted())
        #expect(codes.contains("yaml.syntax"))
        let json = try await project.run("explain", "yaml.syntax", "--format", "json")
        #expect(json.stdout.contains("\"code\": \"yaml.syntax\""))
    }

    @Test func anUnknownCodeIsWrongUsageAndTheNearestIsNamed() async throws {
        let project = try TemporaryProject()
        let near = try await project.run("explain", "link.page-mising")
        #expect(near.status == 64)
        #expect(near.stdout == "")
        #expect(
            near.stderr == "hakusho: error: there is no code 'link.page-mising'; "
                + "did you mean 'link.page-missing'?\n")
        let far = try await project.run("explain", "x", "--lang", "ja")
        #expect(far.status == 64)
        #expect(far.stderr == "hakusho: エラー: 「x」というコードはありません。「hakusho explain」で一覧を表示します\n")
    }
}

/// Wrong command lines, in the language of the user.
@Suite struct UsageTests {
    @Test(arguments: [
        (["check", "--jbos", "3"], "「--jbos」というオプションはありません。「--jobs」のことですか"),
        (["check", "--xyzzy"], "「--xyzzy」というオプションはありません"),
        (["check", "--jobs", "x"], "「--jobs <数>」の値「x」は正しくありません"),
        (["check", "--jobs", "0"], "--jobs には 1 から 1024 までの数を指定してください"),
        (["check", "--jobs"], "「--jobs <数>」に値が必要です"),
        (["render"], "「<ファイル>」を指定してください"),
        (["nope"], "「nope」は余分です"),
        (["nope", "nay"], "余分なものがあります: 'nope', 'nay'"),
    ])
    func aWrongCommandLineIsToldInJapanese(arguments: [String], words: String) async throws {
        let folder = try TemporaryFolder()
        let run = try await BuiltProgram.run(
            arguments, in: folder.url, environment: ["LANG": "ja_JP.UTF-8"])
        let lines = run.stderr.split(separator: "\n")
        #expect(run.status == 64)
        #expect(run.stdout == "")
        #expect(lines.first == "hakusho: コマンドの書き方が正しくありません")
        #expect(lines.dropFirst().first == "エラー: \(words)"[...])
        #expect(lines.contains { $0.hasPrefix("使い方: hakusho") })
        #expect(lines.last?.hasPrefix("  詳しくは 'hakusho") == true)
    }

    @Test func theLanguageOptionHoldsAlsoWhereTheRestIsWrong() async throws {
        let project = try TemporaryProject()
        let japanese = try await project.run("check", "--jobs", "0", "--lang", "ja")
        #expect(japanese.stderr.hasPrefix("hakusho: コマンドの書き方が正しくありません\n"))
        let english = try await project.run(
            "check", "--jobs", "0", "--lang=en", environment: ["LANG": "ja_JP.UTF-8"])
        #expect(english.stderr.hasPrefix("Error: --jobs takes a number from 1 to 1024\n"))
        #expect(english.status == 64)
    }

    @Test func helpAndVersionStayOnStandardOutput() async throws {
        let project = try TemporaryProject()
        let run = try await project.run("--version", environment: ["LANG": "ja_JP.UTF-8"])
        #expect(run.status == 0)
        #expect(run.stdout == "0.1.0\n")
    }
}
