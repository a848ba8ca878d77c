import ArgumentParser
import Core
import TestSupport
import Testing

@testable import hakusho

/// The commands and their texts in both languages.
@Suite struct HelpTextTests {
    private let commands = CommandDescription.program.all

    @Test func everyCommandAndArgumentHasItsJapaneseAndNoJapaneseIsLeftOver() {
        let named = Set(commands.map(\.key))
        #expect(Set(CommandText.all.keys) == named)
        var used: Set<String> = []
        for command in commands {
            let text = CommandText.all[command.key]
            let own = text?.arguments ?? [:]
            let keys = Set(command.arguments.map(\.key))
            #expect(Set(own.keys).subtracting(keys) == [], "\(command.key)")
            let shared = keys.subtracting(own.keys)
            #expect(
                shared.subtracting(CommandText.sharedArguments.keys) == [],
                "\(command.key) has arguments without Japanese")
            used.formUnion(shared)
        }
        #expect(Set(CommandText.sharedArguments.keys) == used)
    }

    @Test func everyEnglishTextIsThereAndEveryJapaneseTextIsJapanese() {
        for command in commands {
            #expect(command.abstract.last == ".", "\(command.key)")
            #expect(command.arguments.allSatisfy { !$0.abstract.isEmpty }, "\(command.key)")
            let text = CommandText.all[command.key]
            #expect(text?.abstract.last == "。", "\(command.key)")
            #expect(
                (text?.discussion ?? "").isEmpty == command.discussion.isEmpty, "\(command.key)")
            for japanese in text.map({ [$0.abstract] + $0.arguments.values }) ?? [] {
                #expect(japanese.unicodeScalars.contains { $0.isEastAsianWide }, "\(japanese)")
            }
        }
    }

    @Test func everyValueAndGroupHasItsJapanese() {
        let arguments = commands.flatMap(\.arguments)
        let values = Set(
            arguments.filter { $0.kind != .flag && !(2...4).contains($0.values.count) }
                .map(\.valueName))
        #expect(Set(CommandText.valueNames.keys) == values)
        #expect(Set(CommandText.sections.keys) == Set(arguments.compactMap(\.section)))
    }

    @Test func everyCommandHasAnExampleThatTheParserTakes() throws {
        for command in commands where command.subcommands.isEmpty {
            let examples = CommandText.all[command.key]?.examples ?? []
            #expect(!examples.isEmpty, "\(command.key)")
            for example in examples {
                let words = Self.words(of: example.line)
                #expect(words.starts(with: command.path), "\(example.line)")
                #expect(throws: Never.self, "\(example.line)") {
                    _ = try Hakusho.parseAsRoot(Array(words.dropFirst()))
                }
            }
        }
    }

    /// The words of a command line as sh reads it, up to a redirection.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false)
            .enumerated()
        {
            if index.isMultiple(of: 2) {
                words += part.split(separator: " ").map(String.init)
            } else {
                words.append(String(part))
            }
        }
        return Array(words.prefix { $0 != ">" && $0 != "|" })
    }
}

/// Help as the built program prints it.
@Suite struct HelpPageTests {
    private func help(
        _ arguments: [String], _ environment: [String: String] = ["LANG": "C.UTF-8"]
    ) async throws -> ProgramRun {
        let folder = try TemporaryFolder()
        let run = try await BuiltProgram.run(arguments, in: folder.url, environment: environment)
        #expect(run.status == 0, "\(arguments)")
        #expect(run.stderr == "", "\(arguments)")
        return run
    }

    @Test func helpIsInTheLanguageThatIsAskedFor() async throws {
        let english = try await help(["build", "--help"])
        #expect(
            english.stdout.hasPrefix("Compile the project into Site and make it live.\n\nUsage:\n"))
        for title in ["Options:", "Common options:", "Examples:"] {
            #expect(english.stdout.contains("\n\(title)\n"))
        }
        let japanese = try await help(["build", "--help"], ["LANG": "ja_JP.UTF-8"])
        #expect(japanese.stdout.hasPrefix("サイトを生成して Site に書き込み、公開中の世代を切り替えます。\n\n使い方:\n"))
        for title in ["オプション:", "共通のオプション:", "例:"] {
            #expect(japanese.stdout.contains("\n\(title)\n"))
        }
        let asked = try await help(["--lang", "ja", "build", "-h"])
        #expect(asked.stdout == japanese.stdout)
        #expect(try await help(["help", "build", "--lang", "ja"]).stdout == japanese.stdout)
        let other = try await help(["build", "--help", "--lang=en"], ["LANG": "ja_JP.UTF-8"])
        #expect(other.stdout == english.stdout)
    }

    @Test(arguments: [["labels"], ["labels", "--help"], ["help", "labels"]])
    func aGroupOfCommandsListsThem(arguments: [String]) async throws {
        let run = try await help(arguments)
        #expect(run.stdout.contains("\nUsage:\n  hakusho labels <subcommand>\n"))
        #expect(run.stdout.contains("\n  lock                    Record the label of each item"))
    }

    @Test func helpMeantAsAValueBehindTwoHyphensIsNone() async throws {
        let folder = try TemporaryFolder()
        let run = try await BuiltProgram.run(["render", "--", "--help"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.stdout == "")
    }

    @Test func noLineIsLongerThanTheTerminal() {
        for command in CommandDescription.program.all {
            for language in [MessageLanguage.en, .ja] {
                let page = HelpPage(command: command, language: language, width: 80)
                // What is to be copied, and the usage, are not broken.
                let lines = page.text.split(separator: "\n").filter {
                    !$0.hasPrefix("  hakusho ") && Wrapping.width(of: $0) > 80
                }
                #expect(lines == [], "\(command.key)")
            }
        }
    }

    @Test(arguments: [
        ("a bc def", 4, ["a bc", "def"]), ("ab  cd", 3, ["ab", "cd"]), ("", 5, [""]),
        ("あいう。", 6, ["あい", "う。"]), ("（あ）い", 4, ["（あ）", "い"]),
        ("--dry-run を付ける", 11, ["--dry-run", "を付ける"]), ("一\n二", 9, ["一", "二"]),
        ("あabcい", 5, ["あabc", "い"]),
    ])
    func japaneseIsBrokenWhereItMayBe(text: String, width: Int, lines: [String]) {
        #expect(Wrapping.lines(text, width: width) == lines)
    }

    @Test func aWrongCommandLineShowsHowItIsWritten() async throws {
        let folder = try TemporaryFolder()
        let english = try await BuiltProgram.run(["render"], in: folder.url)
        #expect(english.status == 64)
        #expect(english.stdout == "")
        #expect(
            english.stderr == """
                Error: Missing expected argument '<file>'
                Help:  <file>  A Markdown file, or - for standard input.
                Usage: hakusho render [options] <file>
                  See 'hakusho render --help' for more information.

                """)
        let japanese = try await BuiltProgram.run(
            ["render"], in: folder.url, environment: ["LANG": "ja_JP.UTF-8"])
        #expect(
            japanese.stderr == """
                hakusho: コマンドの書き方が正しくありません
                エラー: 「<ファイル>」を指定してください
                説明: Markdown ファイル。- は標準入力です
                使い方: hakusho render [オプション] <ファイル>
                  詳しくは 'hakusho render --help' をご覧ください

                """)
    }
}
