import Core

extension EditionExport {
    /// What an OSCAL document says of itself, for the edition.
    func metadata(_ names: OSCALNames) -> JSONValue {
        let moment = context.moment(of: edition).iso
        let duties = duties(names)
        return .members([
            "title": .string(OSCALText.title(original.title) ?? edition.version),
            "published": edition.isDraft ? nil : .string(moment),
            "last-modified": .string(moment),
            "version": .string(edition.version),
            "oscal-version": .string(OSCALNames.version),
            "revisions": .list(original.history.reversed().map(revision)),
            "document-ids": [
                [
                    "scheme": .string(OSCALNames.namespace),
                    "identifier": .string(
                        context.absolute(context.site.path(language: original.language))),
                ]
            ],
            "props": .list([marking].compactMap(\.self)),
            "links": .array(links()),
            "roles": .list(roles(duties.map(\.role))),
            "parties": .list(parties(duties, names)),
            "responsible-parties": .list(
                duties.map { duty in
                    ["role-id": .string(duty.role), "party-uuids": [.string(duty.party)]]
                }),
        ])
    }

    /// An edition of the revision history; the newest comes first.
    private func revision(_ entry: HistoryEntry) -> JSONValue {
        let edition = context.site.editions.first { $0.version == entry.version }
        let page = edition.map { context.site.url(of: $0, language: original.language) }
        let changes = entry.changes.map { change in
            "- " + [change.id, change.title].joined(separator: " ")
                + (change.summary.map { ": " + $0 } ?? "")
        }
        let remarks = [entry.summary, changes.isEmpty ? nil : changes.joined(separator: "\n")]
        let links = page.map { page in
            [
                JSONValue.link("canonical", context.absolute(page + FileName.component)),
                .link("alternate", context.absolute(page), type: "text/html"),
            ]
        }
        return .members([
            "published": .text(entry.date.map { Moment(startOf: $0, in: context.zone).iso }),
            "version": .string(entry.version),
            "links": .list(links ?? []),
            "remarks": .text(
                OSCALText.paragraphs(remarks.compactMap(\.self).joined(separator: "\n\n"))),
        ])
    }

    private func links() -> [JSONValue] {
        var links: [JSONValue] = [.link("canonical", url(of: FileName.component))]
        links += pages.map { .link("alternate", context.absolute($0.permalink), type: "text/html") }
        let path = context.absolute(context.site.path(language: original.language))
        links.append(.link("latest-version", path, type: "text/html"))
        if original.history.count > 1 {
            let version = original.history[original.history.count - 2].version
            if let edition = context.site.editions.first(where: { $0.version == version }) {
                let page = context.site.url(of: edition, language: original.language)
                links.append(
                    .link("predecessor-version", context.absolute(page + FileName.component)))
            }
        }
        return links
    }

    /// Who does what for the document.
    private struct Duty {
        let role: String
        let name: String
        let party: String
    }

    private func duties(_ names: OSCALNames) -> [Duty] {
        var duties: [(role: String, name: String?)] = [
            ("owner", original.owner), ("content-approver", original.approver),
        ]
        if original.contact != nil {
            duties.append(("contact", original.owner ?? original.product))
        }
        return duties.compactMap { duty in
            duty.name.flatMap(OSCALText.line).map { name in
                Duty(role: duty.role, name: name, party: names.uuid("party:" + name))
            }
        }
    }

    /// The roles of those named, and the roles in which controls are answered for.
    private func roles(_ duties: [String]) -> [JSONValue] {
        let isJapanese = original.language == "ja"
        let titles = [
            ("owner", isJapanese ? "文書の責任者" : "Document owner"),
            ("content-approver", isJapanese ? "承認者" : "Approver"),
            ("contact", isJapanese ? "問い合わせ先" : "Contact"),
        ]
        let parts: [Responsibility] = [.provider, .customer, .thirdParty]
        return titles.filter { duties.contains($0.0) }.map {
            ["id": .string($0.0), "title": .string($0.1)]
        }
            + parts.map { part in
                [
                    "id": .string(part.rawValue),
                    "title": .string(part.name(in: original.language)),
                ]
            }
    }

    private func parties(_ duties: [Duty], _ names: OSCALNames) -> [JSONValue] {
        var known: [String] = []
        return duties.compactMap { duty in
            if known.contains(duty.party) { return nil }
            known.append(duty.party)
            let answers = duties.contains { $0.party == duty.party && $0.role == "contact" }
            let contact = answers ? original.contact.flatMap(OSCALText.line) : nil
            let mail = contact.flatMap { Self.isMailAddress($0) ? $0 : nil }
            return .members([
                "uuid": .string(duty.party),
                "type": "organization",
                "name": .string(duty.name),
                "email-addresses": mail.map { [.string($0)] },
                "remarks": mail == nil ? .text(contact) : nil,
            ])
        }
    }

    /// `^.+@.+$` and no address of a page.
    private static func isMailAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && !text.utf8.contains { $0 == 0x20 || $0 == 0x2F || $0 == 0x3A }
    }
}
