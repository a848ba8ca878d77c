import Core

/// An edition as files for programs: JSON, a table, and OSCAL.
///
/// They hold the edition in all its languages, and nothing that `ExportContext.site` does not
/// show. The same edition gives the same bytes on any day.
///
/// - Source: README.md beside this file describes each form.
package struct EditionExport: Sendable {
    let context: ExportContext
    let edition: Edition
    /// Nil for a site without labels.
    let label: ExportLabel?
    /// The edition in each of its languages, the original first; never empty.
    let pages: [EditionPage]
    private let statements: [ItemKey: [String: StatementText]]

    /// - Parameters:
    ///   - label: Of all that the edition shows; nil for a site without labels.
    ///   - statements: By item and language, as the output shows them. What is missing, and the
    ///     text that stands in for a missing translation, is left out.
    package init(
        of edition: Edition, in context: ExportContext, label: ExportLabel?,
        statements: [ItemKey: [String: StatementText]]
    ) {
        self.context = context
        self.edition = edition
        self.label = label
        self.statements = statements
        pages = context.site.languages(of: edition).map { language in
            EditionPage(of: edition, in: context.site, language: language)
        }
    }

    /// The files in the order in which readers are offered them.
    package func files() -> [(name: String, bytes: [UInt8])] {
        [
            (FileName.document, bytes(of: document())),
            (FileName.table, table()),
            (FileName.catalog, bytes(of: catalog())),
            (FileName.component, bytes(of: componentDefinition())),
        ]
    }

    /// The names of all files, in the same order.
    package static let names = [
        FileName.document, FileName.table, FileName.catalog, FileName.component,
    ]

    /// What the files are called.
    enum FileName {
        static let document = "whitepaper.json"
        static let table = "controls.csv"
        static let catalog = "oscal-catalog.json"
        static let component = "oscal-component-definition.json"
    }

    /// Where the edition's files lie, as a path from the site's root with a `/` at its end: the
    /// page in the original language.
    package var folder: String { original.permalink }

    /// The page in the original language.
    var original: EditionPage { pages[0] }

    /// The address of one of the edition's files.
    func url(of file: String) -> String { context.absolute(folder + file) }

    /// The text of an item in a language into which it is translated.
    func statement(of item: EditionItem, in language: String) -> StatementText? {
        item.texts[language] == nil ? nil : statements[item.key]?[language]
    }

    /// The address of an item on the edition's page.
    func url(of item: EditionItem, on page: EditionPage) -> String {
        context.absolute(page.permalink + "#" + item.anchor)
    }

    private func bytes(of value: JSONValue) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(json: value, indented: true)
        writer.append(0x0A as UInt8)
        return writer.bytes
    }
}
