import Content
import Core

extension EditionExport {
    /// `whitepaper.json`: all that the edition's pages show.
    func document() -> JSONValue {
        .members([
            "format": "hakusho-whitepaper",
            "version": 1,
            "document": control(),
            "items": .array(original.sections.map { item($0.item) }),
            "not_covered": .array(original.notCovered.indices.map(notCovered)),
            "facts": .array(original.facts.indices.map(fact)),
            "revisions": .array(original.history.indices.map(revision)),
        ])
    }

    /// The value of each language that has one; nil where none has.
    private func byLanguage(_ value: (EditionPage) -> JSONValue?) -> JSONValue? {
        let values = pages.compactMap { page in
            value(page).map { (key: page.language, value: $0) }
        }
        return values.isEmpty ? nil : .object(values)
    }

    private func texts(_ text: (EditionPage) -> String?) -> JSONValue? {
        byLanguage { .text(text($0)) }
    }

    /// What document control asks of a document.
    private func control() -> JSONValue {
        .members([
            "id": .string(context.site.whitepaper.id),
            "version": .string(edition.version),
            "date": .text(edition.date?.iso),
            "is_current": .bool(original.isCurrent),
            "is_draft": .bool(edition.isDraft),
            "languages": .array(pages.map { .string($0.language) }),
            "title": texts(\.title),
            "product": texts(\.product),
            "standard": texts(\.standard),
            "approver": texts(\.approver),
            "owner": texts(\.owner),
            "contact": .text(original.contact),
            "review_by": .text(original.reviewBy?.iso),
            "label": label.map(value),
            "permalink": texts { context.absolute($0.permalink) },
            "current_url": texts { context.absolute($0.currentURL) },
        ])
    }

    private func value(_ label: ExportLabel) -> JSONValue {
        .members(["id": .string(label.id), "name": texts { label.words[$0.language] }])
    }

    private func item(_ item: EditionItem) -> JSONValue {
        .members([
            "kind": item.isControl ? "control" : "section",
            "id": .string(item.id),
            "anchor": .string(item.anchor),
            "title": texts { item.title(in: $0.language) },
            "statement": byLanguage { page in
                statement(of: item, in: page.language).map { text in
                    ["plain": .string(text.plain), "markdown": .string(text.markdown)]
                }
            },
            "responsibility": .text(item.responsibility?.rawValue),
            "customer_actions": byLanguage { list(item.texts[$0.language]?.customerActions) },
            "evidence": byLanguage { list(item.texts[$0.language]?.evidence) },
            "claims": byLanguage { claims(item.texts[$0.language]) },
            "changed_in": .string(item.changedIn),
            "iso27002_2022": .text(item.control?.iso27002In2022),
            "permalink": texts { url(of: item, on: $0) },
        ])
    }

    private func list(_ texts: [String]?) -> JSONValue? {
        .list((texts ?? []).map(JSONValue.string))
    }

    /// What a text claims of facts that the output shows.
    private func claims(_ text: ItemText?) -> JSONValue? {
        let known = Set(context.site.facts.map(\.key.value))
        let claims = (text?.claims ?? []).filter { known.contains($0.key) }
        return claims.isEmpty
            ? nil : .object(claims.map { (key: $0.key, value: .string($0.value.value)) })
    }

    private func notCovered(_ index: Int) -> JSONValue {
        .members([
            "id": .string(original.notCovered[index].id),
            "title": texts { $0.notCovered[index].title },
            "reason": texts { $0.notCovered[index].reason },
        ])
    }

    private func fact(_ index: Int) -> JSONValue {
        .members([
            "key": .string(original.facts[index].key),
            "value": texts { $0.facts[index].value },
        ])
    }

    private func revision(_ index: Int) -> JSONValue {
        let entry = original.history[index]
        return .members([
            "version": .string(entry.version),
            "date": .text(entry.date?.iso),
            "approver": texts { $0.history[index].approver },
            "summary": texts { $0.history[index].summary },
            "changes": .array(
                entry.changes.indices.map { change in
                    .members([
                        "id": .string(entry.changes[change].id),
                        "title": texts { $0.history[index].changes[change].title },
                        "summary": texts { $0.history[index].changes[change].summary },
                        "permalink": texts { page in
                            page.history[index].changes[change].url.map(context.absolute)
                        },
                    ])
                }),
        ])
    }
}
