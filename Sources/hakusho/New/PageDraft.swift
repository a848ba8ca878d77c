import Content
import Core
import Labels

/// A page that is being made: asks for what it lacks, and writes its front matter.
struct PageDraft {
    let desk: NewDesk
    let interview: Interview
    let wishes: NewPageOptions
    let path: NewDesk.PagePath
    /// The day that the page is dated; nil for a page without a date.
    var date: CalendarDate?

    /// - Parameter title: What has been asked already.
    /// - Returns: The file, and what to do next.
    /// - Throws: `ExitCode` 64 for what is missing or wrong.
    func make(title known: String?) throws -> NewDesk.Work {
        try desk.refuseExisting(path.file)
        let title = try interview.ask(.title, given: known ?? wishes.title)
        let description = try interview.ask(.description, given: wishes.description)
        let label = try label()
        let fields = try fields()
        var lines = ["title: " + yamlText(title)]
        if !description.isEmpty { lines.append("description: " + yamlText(description)) }
        if let date { lines.append("date: \(date.iso)") }
        if let label { lines.append("label: " + label) }
        lines += fields
        lines.append("draft: true")
        let isJapanese = path.language == "ja"
        let text =
            "---\n" + lines.joined(separator: "\n") + "\n---\n\n"
            + (isJapanese ? "ここに本文を書きます。\n" : "Write the text here.\n")
        return NewDesk.Work(
            files: [(path.file, Array(text.utf8))],
            next: .writeText(path.file))
    }

    /// The label to be written: one that was asked for, or that nothing else decides.
    private func label() throws -> String? {
        let levels = desk.scheme?.levels.map(\.id) ?? []
        let isDecided = desk.scheme == nil || desk.hasDefaultLabel(inFolder: path.folder)
        if isDecided, wishes.label == nil { return nil }
        return try interview.ask(.label(levels), given: wishes.label)
    }

    private func fields() throws -> [String] {
        let declared = path.isIndex ? [] : desk.collection(ofFolder: path.folder)?.fields ?? []
        let given = wishes.fields
        for name in given.keys.sorted() where !declared.contains(where: { $0.name == name }) {
            throw desk.options.misuse(.unknownField(name, known: declared.map(\.name)))
        }
        return try declared.compactMap { field in
            guard field.isRequired || given[field.name] != nil else { return nil }
            let value = try interview.ask(
                .field(field, language: desk.options.language), given: given[field.name])
            return field.name + ": " + field.written(value)
        }
    }
}

extension CollectionField {
    /// A value as it stands in front matter.
    fileprivate func written(_ value: String) -> String {
        switch kind {
        case .int, .bool, .date: value
        case .string, .reference, .oneOf: yamlText(value)
        case .list:
            "["
                + value.split(separator: ",").map { yamlText(trimmed($0)) }
                .joined(separator: ", ") + "]"
        }
    }
}

extension Message {
    fileprivate static func writeText(_ file: String) -> Message {
        Message(
            en: "next: write the text in \(file), then delete the line 'draft: true'",
            ja: "次の手順: \(file) に本文を書き、「draft: true」の行を削除してください")
    }

    fileprivate static func unknownField(_ name: String, known: [String]) -> Message {
        let nearest = nearestName(to: name, in: known)
        let list = known.joined(separator: ", ")
        let none = known.isEmpty
        return Message(
            en: none
                ? "the page is in no collection, so there is no key '\(name)' for --set"
                : "the page's collection has no key '\(name)'"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? "; it has \(list)"),
            ja: none
                ? "ページはコレクションに属していないため、--set の「\(name)」は使えません"
                : "コレクションに「\(name)」というキーはありません"
                    + (nearest.map { "。「\($0)」のことですか" } ?? "。あるもの: \(list)"))
    }
}
