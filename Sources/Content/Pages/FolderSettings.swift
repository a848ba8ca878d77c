package import Core

/// folder.yml: what holds for the pages of a folder and of those below it.
package struct FolderSettings: Sendable {
    /// The title of the folder's page where it has no index.md.
    package var title: LocalizedText?
    /// The label of pages that state none.
    package var label: Located<String>?
    /// No page below may rank lower.
    package var floor: Located<String>?
    /// Handling marks that every page below has, whatever it states itself.
    package var handling: [Located<String>] = []
    /// The collection that the pages belong to.
    package var collection: Located<String>?
    /// The folder's rank in a list by `order`, where its index.md has none; nil comes last.
    package var order: Int?

    /// What holds for a folder without folder.yml.
    package init() {}

    /// Reads folder.yml.
    static func read(
        _ bytes: [UInt8], file: String, collections: [String]
    ) -> (settings: FolderSettings, diagnostics: [Diagnostic]) {
        let (root, found) = YAMLNode.parse(bytes[...], file: file)
        guard root != nil || found.isEmpty else { return (FolderSettings(), found) }
        var keys = YAMLMapping(root, file: file)
        keys.take(found)
        var settings = FolderSettings()
        settings.title = keys.localized("title")?.value
        settings.label = keys.text("label")
        settings.floor = keys.text("floor")
        settings.handling = keys.texts("handling") ?? []
        settings.order = keys.int("order")?.value
        if let name = keys.text("collection") {
            if collections.contains(name.value) {
                settings.collection = name
            } else {
                keys.take([
                    .unknownValue(name.value, of: "collection", known: collections, at: name.span)
                ])
            }
        }
        keys.finish()
        return (settings, keys.diagnostics)
    }

    /// Reads a folder.yml below uploads/, which states labels only.
    package static func readLabels(
        _ bytes: [UInt8], file: String
    ) -> (settings: FolderSettings, diagnostics: [Diagnostic]) {
        let (root, found) = YAMLNode.parse(bytes[...], file: file)
        guard root != nil || found.isEmpty else { return (FolderSettings(), found) }
        var keys = YAMLMapping(root, file: file)
        keys.take(found)
        var settings = FolderSettings()
        settings.label = keys.text("label")
        settings.floor = keys.text("floor")
        settings.handling = keys.texts("handling") ?? []
        keys.finish()
        return (settings, keys.diagnostics)
    }
}
