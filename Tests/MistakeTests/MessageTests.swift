import Core
import Foundation
import TestSupport
import Testing

/// All messages about likely mistakes, in both languages, in one file to be read through.
@Suite struct MessageTests {
    private static let file = Mistake.folder.appending(path: "Messages.md")
    /// Set to anything, the test writes the file anew in place of comparing it.
    private static let renewal = "HAKUSHO_RENEW_MESSAGES"

    private static let head = """
        # 編集者に起こりやすい間違いと、表示される文

        What editors are told of their likely mistakes. The projects are in `Mistakes`. After a change
        of a message, write this file anew, and read what has changed:

        ```
        \(renewal)=1 ./hakusho test MessageTests
        ```


        """

    @Test func messagesAreThoseOfTheFile() async throws {
        let sections = try await Self.sections()
        let text = Self.head + sections.joined(separator: "\n")
        if ProcessInfo.processInfo.environment[Self.renewal] != nil {
            try text.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: Self.file, encoding: .utf8)
        for section in sections {
            let name = section.prefix { $0 != "\n" }
            #expect(written.contains(section), "\(name) has changed; \(Self.renewal)=1 writes it")
        }
        #expect(written == text)
    }

    /// A section for each mistake, in their order.
    private static func sections() async throws -> [String] {
        var sections: [String: String] = [:]
        var waiting = Mistake.all[...]
        try await withThrowingTaskGroup(of: (String, String).self) { group in
            for mistake in waiting.prefix(4) { group.addTask { try await section(mistake) } }
            waiting = waiting.dropFirst(4)
            while let (name, text) = try await group.next() {
                sections[name] = text
                guard let next = waiting.popFirst() else { continue }
                group.addTask { try await section(next) }
            }
        }
        return sections.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func section(_ mistake: Mistake) async throws -> (String, String) {
        let ja = try await ToldMistake(mistake, language: "ja").text
        let en = try await ToldMistake(mistake, language: "en").text
        let text = """
            ## \(mistake.name)

            \(mistake.title.ja) / \(mistake.title.en)

            ````
            \(ja)````

            ````
            \(en)````

            """
        return (mistake.name, text)
    }
}
