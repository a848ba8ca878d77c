import Content
package import Core
import Editorial
import Markdown

extension Whitepaper {
    /// Reads the newest edition as an editor would.
    func checkEditorial() -> [Diagnostic] {
        EditorialCheck(declaration.checks.editorial).findings(in: editorialTexts(frozen: []))
    }

    /// What a tool may change in the newest edition's own files by itself: edits that do not
    /// overlap, after which there is nothing left to change.
    ///
    /// - Parameter frozen: Versions that may not be changed, besides those that are frozen.
    package func safeEdits(frozen: Set<String> = []) -> [TextEdit] {
        var settings = declaration.checks.editorial
        let texts = editorialTexts(frozen: frozen)
        // Names of the product are spellings like others, so that no two edits meet.
        let variants = newestStatements(in: "ja").flatMap { statement in
            productVariants(in: statement, language: "ja").flatMap { [$0.written, $0.narrowed] }
        }
        if !variants.isEmpty {
            let name = declaration.product.text(in: "ja")
            let others = Set(variants).subtracting([name] + declaration.checks.productNames)
            settings.terms.append(.init(preferred: name, variants: others.sorted()))
        }
        return EditorialCheck(settings).safeEdits(in: texts)
    }

    /// All texts of the newest edition, in the order of the document.
    private func editorialTexts(frozen: Set<String>) -> [EditorialText] {
        let changeable = changeableFiles(frozen: frozen)
        return newestEdition?.items.flatMap { item in
            languages.compactMap { item.texts[$0] }.map {
                EditorialText(
                    language: $0.language, source: $0.source,
                    mayChange: changeable.contains($0.source.file))
            }
        } ?? []
    }
}
