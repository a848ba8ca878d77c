import ArgumentParser
import Content
import Core

/// `hakusho new notice`: begins a dated page in a collection.
struct NewNoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Begin a notice, as a draft: a dated page of a collection.",
        discussion: """
            The file is made in the collection's folder, and its name begins with the date. What \
            the collection requires besides is asked for, or given with --set.
            """)

    @Argument(help: "The last part of its URL, such as maintenance (default: from the title).")
    var slug: String?

    @Option(help: "The collection (default: notices, else the only one).")
    var collection: String?

    @Option(
        name: .customLong("date"),
        help: ArgumentHelp("The notice's date (default: today).", valueName: "date"))
    var date: CalendarDate?

    @OptionGroup var wishes: NewPageOptions

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let desk = try NewDesk(options: options)
        let interview = Interview(options: options)
        let folder = try desk.folder(ofCollection: try collection(desk))
        let title = try interview.ask(.title, given: wishes.title)
        let day = date ?? desk.today
        let name = try interview.ask(.slug(suggestion: fileName(for: title)), given: slug)
        let prefix = folder.isEmpty ? "" : folder + "/"
        let path = try desk.pagePath(
            prefix + "\(day.iso)-\(name).md",
            language: try desk.language(of: "", wishes.language, interview))
        var draft = PageDraft(desk: desk, interview: interview, wishes: wishes, path: path)
        draft.date = day
        try desk.finish(try draft.make(title: title))
    }

    private func collection(_ desk: NewDesk) throws -> String {
        let known = desk.site.collections.map(\.id)
        if let collection {
            if known.contains(collection) { return collection }
            throw options.misuse(.unknownCollection(collection, known: known))
        }
        if known.contains("notices") { return "notices" }
        if known.count == 1 { return known[0] }
        throw options.misuse(known.isEmpty ? .noCollection : .whichCollection(known))
    }
}

extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(iso: argument) }
}

extension Message {
    fileprivate static func unknownCollection(_ name: String, known: [String]) -> Message {
        let nearest = nearestName(to: name, in: known)
        let list = known.joined(separator: ", ")
        return Message(
            en: "site.yml has no collection '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? "; it has: \(list)"),
            ja: "site.yml に「\(name)」というコレクションはありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? "。あるもの: \(list)"))
    }

    fileprivate static func whichCollection(_ known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(
            en: "the site has several collections; say which with --collection: \(list)",
            ja: "コレクションが複数あります。--collection で選んでください: \(list)")
    }

    fileprivate static var noCollection: Message {
        Message(
            en:
                "the site has no collection; add 'collections: {notices: {feed: true}}' to site.yml, "
                + "and 'collection: notices' to the folder.yml of the folder that has the notices",
            ja: "コレクションがありません。site.yml に「collections: {notices: {feed: true}}」を加え、"
                + "お知らせのフォルダーの folder.yml に「collection: notices」と書いてください")
    }
}
