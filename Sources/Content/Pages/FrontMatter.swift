package import Core

/// What an author states about a page before its text.
package struct FrontMatter: Sendable {
    /// The page's name, plain text; nil only where it is missing, which is an error.
    package var title: Located<String>?
    /// A summary for lists and search engines, plain text; nil where none is written.
    package var description: String?
    /// When it was first published, as the author states it; lists by date put the newest first.
    package var date: Located<Moment>?
    /// When it was last changed, as the author states it; a time before `date` is an error.
    package var updated: Located<Moment>?
    /// A level of labels.yml, as written.
    package var label: Located<String>?
    /// Handling marks of labels.yml, as written.
    package var handling: [Located<String>] = []
    /// As written; empty for a page without tags, and more than 50 are an error.
    package var tags: [Located<String>] = []
    /// The last part of its URL in place of the file's name; one part, without a slash.
    package var slug: Located<String>?
    /// Former URLs of the page, below the site's root.
    package var aliases: [Located<String>] = []
    /// Whether only a preview shows it.
    package var isDraft = false
    /// The moment before which no output holds it, but for a preview; nil for no limit.
    package var publishAt: Located<Moment>?
    /// The moment from which no output holds it, previews included; nil for never.
    package var expireAt: Located<Moment>?
    /// The day by which the owner is to look at it again; nil where none is set.
    package var reviewBy: Located<CalendarDate>?
    /// Who answers for the text, as readers see it; nil where it names nobody.
    package var owner: String?
    /// A template of the theme, without its ending; nil for the one that its kind of page has.
    package var template: Located<String>?
    /// Its rank in a list by `order`, lowest first; nil comes after all ranks.
    package var order: Int?
    /// Whether it has a table of contents; the key is `toc`.
    package var showsContents = true
    /// The author's account of each lowered label, its portions' among them.
    package var downgrades: [Downgrade] = []
    /// What the page's collection declares, in the order of the declaration.
    package var fields: [Field] = []

    /// One key of a collection.
    package struct Field: Sendable {
        /// The key as the collection declares it.
        package let name: String
        /// Of the type that the collection declares.
        package let value: FieldValue
        /// Where the value stands.
        package let span: SourceSpan
    }

    /// What a page has that states nothing.
    package init() {}
}

/// The value of a collection's own key.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case date(CalendarDate)
    case int(Int)
    case bool(Bool)
    case list([String])
    /// The path of a Markdown file, relative to the page as in a link.
    case reference(String)
}

extension FrontMatter {
    /// Reads the YAML between the `---` lines.
    ///
    /// - Parameters:
    ///   - zone: The offset meant where a time states none.
    ///   - collection: The collection whose keys are allowed besides.
    package static func read(
        _ yaml: ArraySlice<UInt8>, file: String, zone: ZoneOffset, collection: Collection?
    ) -> (frontMatter: FrontMatter, diagnostics: [Diagnostic]) {
        read(PageHead(yaml, file: file), file: file, zone: zone, collection: collection)
    }

    /// The same for YAML that is parsed.
    static func read(
        _ head: PageHead, file: String, zone: ZoneOffset, collection: Collection?
    ) -> (frontMatter: FrontMatter, diagnostics: [Diagnostic]) {
        guard head.root != nil || head.diagnostics.isEmpty else {
            return (FrontMatter(), head.diagnostics)
        }
        var keys = YAMLMapping(head.root, file: file)
        keys.take(head.diagnostics)
        var page = FrontMatter()
        page.readDescription(&keys, zone: zone)
        page.readPublication(&keys, zone: zone)
        for field in collection?.fields ?? [] {
            if let value = field.read(from: &keys) { page.fields.append(value) }
        }
        keys.finish()
        return (page, keys.diagnostics)
    }

    private mutating func readDescription(_ keys: inout YAMLMapping, zone: ZoneOffset) {
        title = keys.text("title", required: true)
        if let title, title.value.allSatisfy(\.isWhitespace) {
            keys.take([.emptyTitle(at: title.span)])
        }
        let text = keys.text("description")
        description = text?.value
        for line in [title, text].compactMap({ $0 }) where line.value.hasControlCharacters {
            keys.take([.controlCharacter(at: line.span)])
        }
        date = keys.moment("date", zone: zone)
        updated = keys.moment("updated", zone: zone)
        if let date, let updated, updated.value < date.value {
            keys.take([.wrongOrder("updated", at: updated.span, before: "date", at: date.span)])
        }
        tags = keys.texts("tags") ?? []
        if tags.count > Self.mostTags { keys.take([.tooManyTags(tags.count, at: tags[0].span)]) }
        keys.take(tags.compactMap { .joinedTags($0) })
        owner = keys.text("owner")?.value
        order = keys.int("order")?.value
        showsContents = keys.bool("toc")?.value ?? true
    }

    /// Each list of each tag shows all tags of its pages.
    private static let mostTags = 50

    private mutating func readPublication(_ keys: inout YAMLMapping, zone: ZoneOffset) {
        label = keys.text("label")
        handling = keys.texts("handling") ?? []
        slug = keys.text("slug")
        aliases = keys.texts("aliases") ?? []
        isDraft = keys.bool("draft")?.value ?? false
        publishAt = keys.moment("publish_at", zone: zone)
        expireAt = keys.moment("expire_at", zone: zone)
        if let publishAt, let expireAt, expireAt.value <= publishAt.value {
            keys.take([
                .wrongOrder(
                    "expire_at", at: expireAt.span, before: "publish_at", at: publishAt.span)
            ])
        }
        reviewBy = keys.date("review_by")
        template = keys.text("template")
        downgrades = Downgrade.readAll(&keys)
    }
}

extension String {
    /// Whether it holds what neither HTML nor XML can carry (XML 1.0, production 2).
    fileprivate var hasControlCharacters: Bool {
        unicodeScalars.contains { scalar in
            scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
                || (0x7F...0x9F).contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value)
        }
    }
}

extension Diagnostic {
    /// A Japanese comma within a tag, unless the tag stands in quotes and so is meant as it is.
    fileprivate static func joinedTags(_ tag: Located<String>) -> Diagnostic? {
        let parts = tag.value.split { "、，".contains($0) }.map { String($0) }
        guard parts.count > 1, tag.span.range?.count == tag.value.utf8.count else { return nil }
        return Diagnostic(
            .warning, "front-matter.joined-tags", at: tag.span,
            en: "'\(tag.value)' counts as one tag, since only a half-width comma parts tags",
            ja: "「\(tag.value)」は一つのタグとして扱われます。タグの区切りは半角のコンマだけです",
            notes: [
                .init(
                    en: "quotation marks around it tell that one tag is meant",
                    ja: "一つのタグのつもりなら、引用符で囲んでください")
            ],
            fix: .replace(with: parts.map(yamlText).joined(separator: ", ")))
    }

    fileprivate static func controlCharacter(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.control-character", at: span,
            en: "the text holds a control character, which no page can show",
            ja: "ページに表示できない制御文字が含まれています",
            fix: .advice(en: "type the text again", ja: "文字列を入力し直してください"))
    }

    fileprivate static func tooManyTags(_ count: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.too-many-tags", at: span,
            en: "the page has \(count) tags; 50 at most are accepted",
            ja: "タグが \(count) 個あります。一つのページに付けられるのは 50 個までです",
            fix: .advice(en: "keep those that readers look for", ja: "読者が探すものだけを残してください"))
    }

    fileprivate static func emptyTitle(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.empty-title", at: span,
            en: "the title is empty", ja: "title が空です",
            fix: .advice(en: "write the page's title", ja: "ページの題名を書いてください"))
    }

    fileprivate static func wrongOrder(
        _ key: String, at span: SourceSpan, before other: String, at otherSpan: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.dates-out-of-order", at: span,
            en: "'\(key)' is not after '\(other)'", ja: "「\(key)」が「\(other)」より後になっていません",
            notes: [
                .init(at: otherSpan, en: "'\(other)' is here", ja: "「\(other)」はここにあります")
            ],
            fix: .advice(
                en: "write a later '\(key)', or an earlier '\(other)'",
                ja: "「\(key)」を後の日時に直すか、「\(other)」を前の日時に直してください"))
    }
}
