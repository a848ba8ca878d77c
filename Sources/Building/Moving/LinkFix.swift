import Content
package import Core
import Links
import Markdown
import Theming
import Whitepapers

/// What has to change in a project's files after pages have moved.
package struct LinkFix: Sendable {
    /// In the order of the files and of their bytes.
    package internal(set) var edits: [TextEdit] = []
    /// The redirects that are added, from former to present URL.
    package internal(set) var redirects: [(from: String, to: String)] = []
    /// What cannot be changed safely, and why.
    package internal(set) var left: [(span: SourceSpan, message: Message)] = []
}

extension PreparedBuild {
    /// Finds every link to pages that have moved, and every link within them that counted from
    /// their former folder, and what each becomes; and the redirects that the former URLs need.
    ///
    /// - Returns: Nil where the project cannot be read; then a build says why.
    /// - Throws: `FileError` where the disk fails.
    package func fixingLinks(after moves: [PageMove]) throws(FileError) -> LinkFix? {
        guard let project else { return nil }
        let site = MovedSite(project, moves)
        let texts = try MarkdownTexts(project, folder: options.project)
        var fix = LinkFix()
        let results = parallelMap(count: texts.all.count, jobs: options.jobs) { index in
            Result { () throws(FileError) in
                try MovedLinks(site: site, text: texts.all[index], project: options.project).run()
            }
        }
        for result in results {
            let found = try result.get()
            fix.edits += found.edits
            fix.left += found.left
        }
        try fix.takeSettings(of: site, project: options.project)
        fix.edits.sort { ($0.file, $0.start) < ($1.file, $1.start) }
        return fix
    }
}

extension TextEdit {
    fileprivate var start: Int {
        if case .bytes(let range) = place { range.lowerBound } else { .max }
    }
}

/// Every Markdown text of a project and the folders from which its links count.
struct MarkdownTexts {
    /// One file.
    struct Text: Sendable {
        let file: String
        /// Below pages/: where it was when its links were written, and where it is.
        let page: Page?
    }

    let all: [Text]

    init(_ project: Project, folder: String) throws(FileError) {
        var texts = project.tree.pages.map { Text(file: $0.file, page: $0) }
        var seen: Set<String> = []
        for paper in project.whitepapers.papers {
            for item in paper.whitepaper.editions.flatMap(\.items) {
                for text in item.texts.values where seen.insert(text.source.file).inserted {
                    texts.append(Text(file: text.source.file, page: nil))
                }
            }
        }
        all = texts
    }
}

/// The links of one text that have to change.
struct MovedLinks {
    let site: MovedSite
    let text: MarkdownTexts.Text
    let project: String

    private var isSettled: Bool { text.page.map { site.settled.contains($0.route) } ?? false }
    private var former: String { text.page.map(site.formerFolder) ?? "" }
    private var now: String {
        text.page.map { site.project.tree.folders[$0.folder].path } ?? ""
    }

    func run() throws(FileError) -> LinkFix {
        let bytes = try readFile(project + "/" + text.file)
        guard firstInvalidUTF8(in: bytes[...]) == nil else { return LinkFix() }
        let body = FrontMatterBlock.find(in: bytes, file: text.file).block.body
        var fix = inText(bytes, body)
        for field in text.page?.frontMatter.fields ?? [] {
            guard case .reference(let path) = field.value, let range = field.span.range,
                let new = site.rewritten(path, from: former, in: now, isSettled: isSettled)
            else { continue }
            if let place = YAMLPath(of: path, at: range, in: bytes) {
                fix.edits.append(
                    TextEdit(file: text.file, range: place.range, text: place.text(new)))
            } else {
                fix.left.append((field.span, Self.unusual(path)))
            }
        }
        return fix
    }

    private func parse(_ bytes: [UInt8], _ body: Range<Int>) -> [MarkdownReference]? {
        var dialect = MarkdownDialect()
        dialect.themeContainers = Set(site.project.theme.containers)
        let source = MarkdownSource(file: text.file, bytes: bytes, body: body)
        return MarkdownDocument.parse(source, dialect: dialect).document?.references
    }

    private func inText(_ bytes: [UInt8], _ body: Range<Int>) -> LinkFix {
        var fix = LinkFix()
        guard let references = parse(bytes, body) else { return fix }
        var wanted = references.map(\.destination)
        var edits: Set<TextEdit> = []
        for (index, reference) in references.enumerated() {
            let written = reference.destination
            guard
                let new = site.rewritten(
                    written, from: former, in: now, isSettled: isSettled)
            else { continue }
            let path = written.prefix { $0 != "#" && $0 != "?" }
            wanted[index] = new + written.dropFirst(path.count)
            guard let range = reference.destinationRange else { continue }
            // Query and fragment stay as they are written, unless an entity hides where they begin.
            let raw = bytes[range]
            let isPlain = raw.firstIndex(of: 0x26) == nil
            let end =
                isPlain
                ? raw.firstIndex { $0 == 0x23 || $0 == 0x3F } ?? range.upperBound
                : range.upperBound
            edits.insert(
                TextEdit(
                    file: text.file, range: range.lowerBound..<end,
                    text: reference.form.written(isPlain ? new : wanted[index])))
        }
        fix.edits = Array(edits)
        return checked(fix, references, wanted, bytes, body)
    }

    /// The parser has the last word: where the changed text does not say what was meant, nothing
    /// in it is changed.
    private func checked(
        _ fix: LinkFix, _ references: [MarkdownReference], _ wanted: [String], _ bytes: [UInt8],
        _ body: Range<Int>
    ) -> LinkFix {
        if wanted == references.map(\.destination) { return LinkFix() }
        let after = parse(applying: fix.edits, bytes, body) ?? []
        let isRight =
            after.count == wanted.count
            && zip(after, wanted).allSatisfy { $0.destination.isSameURL(as: $1) }
        if isRight { return fix }
        var refused = LinkFix()
        for (index, reference) in references.enumerated()
        where wanted[index] != reference.destination {
            let isDone = after.count == wanted.count && after[index].destination == wanted[index]
            if !isDone {
                refused.left.append((reference.span, Self.unusual(reference.destination)))
            }
        }
        if after.count == wanted.count,
            zip(after.indices, references).allSatisfy({ place, old in
                after[place].destination.isSameURL(as: wanted[place])
                    || after[place].destination == old.destination
            })
        {
            refused.edits = fix.edits
        }
        return refused
    }

    private func parse(
        applying edits: [TextEdit], _ bytes: [UInt8], _ body: Range<Int>
    ) -> [MarkdownReference]? {
        guard let changed = try? applying(edits, to: bytes) else { return nil }
        return parse(changed, body.lowerBound..<body.upperBound + changed.count - bytes.count)
    }

    private static func unusual(_ destination: String) -> Message {
        Message(
            en: "'\(destination)' leads to what has moved, but is written in a way that cannot be "
                + "changed safely",
            ja: "「\(destination)」の先は移動しましたが、安全に書き換えられない書き方のため、そのままにしました")
    }
}

extension String {
    /// Whether two destinations differ at most in what is percent-encoded.
    fileprivate func isSameURL(as other: String) -> Bool {
        self == other || PercentEncoding.decode(self) == PercentEncoding.decode(other)
    }
}
