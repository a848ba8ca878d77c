import Content
import Core
import Labels

/// What authors state about the label of one thing, for messages that show where it comes from.
struct LabelStatement {
    /// The level that it states itself.
    let own: Located<String>?
    /// The marks that it states itself.
    var handling: [Located<String>] = []
    /// The folders around it, and which of them is the nearest; nil for what lies in none.
    var folders: [Folder] = []
    var folder: Int?

    /// The place that keeps the thing from readers with some clearance.
    ///
    /// - Parameter label: Its effective label.
    func note(
        _ label: Label, above clearance: Label, _ scheme: LabelScheme
    ) -> Diagnostic.Note {
        if label.level <= clearance.level {
            let missing = Label(level: 0, handling: label.handling & ~clearance.handling)
            let names = scheme.terms(of: missing).map(\.id)
            let stated = handling + foldersAbove.flatMap(\.settings.handling)
            if let mark = stated.first(where: { names.contains($0.value) }) {
                return .init(
                    at: mark.span, en: "its handling mark '\(mark.value)' is stated here",
                    ja: "取扱い区分「\(mark.value)」はここで指定されています")
            }
        }
        let id = scheme.levels[label.level].id
        if let own, own.value == id {
            return .init(
                at: own.span, en: "its label '\(id)' is stated here", ja: "ラベル「\(id)」はここで指定されています")
        }
        let above = foldersAbove
        if own == nil, let given = above.lazy.compactMap(\.settings.label).first, given.value == id
        {
            return .init(
                at: given.span, en: "its folder's label '\(id)' is stated here",
                ja: "フォルダーのラベル「\(id)」はここで指定されています")
        }
        if let floor = above.lazy.compactMap(\.settings.floor).first(where: { $0.value == id }) {
            return .init(
                at: floor.span, en: "its folder's floor '\(id)' is stated here",
                ja: "フォルダーの下限「\(id)」はここで指定されています")
        }
        return .init(
            at: scheme.standard?.span,
            en: "nothing nearer states a label, so the default '\(id)' holds",
            ja: "ラベルの指定がないため、default の「\(id)」になります")
    }

    /// From the nearest folder to the topmost.
    private var foldersAbove: [Folder] {
        var above: [Folder] = []
        var next = folder
        while let index = next {
            above.append(folders[index])
            next = folders[index].parent
        }
        return above
    }
}
