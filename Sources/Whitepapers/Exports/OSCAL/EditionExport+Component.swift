import Core

extension EditionExport {
    /// `oscal-component-definition.json`: the product, with what the edition states of each
    /// control.
    func componentDefinition() -> JSONValue {
        let names = OSCALNames(context)
        return Self.document(
            "component-definition",
            [
                ("metadata", metadata(names)), ("components", [component(names)]),
                ("back-matter", backMatter(names)),
            ], names)
    }

    private func component(_ names: OSCALNames) -> JSONValue {
        let product = OSCALText.title(original.product) ?? original.title
        let implementations = implementation(names).map { [$0] } ?? []
        return .members([
            "uuid": .string(names.uuid("component")),
            "type": "service",
            "title": .string(product),
            "description": .string(
                original.language == "ja"
                    ? "\(original.standard) に対する \(original.product) のセキュリティへの取組"
                    : "The security of \(original.product), described along \(original.standard)"),
            "links": [.link("reference", context.absolute(original.permalink), type: "text/html")],
            "responsible-roles": [["role-id": "provider"]],
            "control-implementations": .list(implementations),
        ])
    }

    /// What the edition states; nil where the output shows no control.
    private func implementation(_ names: OSCALNames) -> JSONValue? {
        let requirements = original.matrix.map { requirement($0, names) }
        let gaps = original.notCovered.map { gap in
            JSONValue.ownProperty(
                "not-covered", names.token(of: gap.id), remarks: gap.reason)
        }
        return JSONValue.list(requirements).map { requirements in
            .members([
                "uuid": .string(names.uuid("control-implementation")),
                "source": .string(url(of: FileName.catalog)),
                "description": .string(
                    original.language == "ja"
                        ? "\(original.title) 第\(edition.version)版の記述"
                        : "The statements of the \(original.title), edition \(edition.version)"),
                "props": .list(gaps.compactMap(\.self)),
                "implemented-requirements": requirements,
            ])
        }
    }

    private func requirement(_ section: EditionSection, _ names: OSCALNames) -> JSONValue {
        let item = section.item
        let statement = statement(of: item, in: original.language)
            .flatMap { OSCALText.paragraphs($0.markdown) }
        return .members([
            "uuid": .string(names.uuid("implemented-requirement:" + item.id)),
            "control-id": .string(names.token(of: item.id)),
            "description": .string(statement ?? OSCALText.title(section.title) ?? item.id),
            "props": .list(properties(of: item)),
            "links": .array(
                pages.map { .link("reference", url(of: item, on: $0), type: "text/html") }),
            "responsible-roles": .list(
                roles(of: item).map { ["role-id": .string($0.rawValue)] }),
            "remarks": .text(translations(of: item)),
        ])
    }

    private func properties(of item: EditionItem) -> [JSONValue] {
        var props: [JSONValue?] = [
            .ownProperty("responsibility", item.responsibility?.rawValue),
            .ownProperty("changed-in", item.changedIn),
            .ownProperty("iso27002-2022", item.control?.iso27002In2022),
        ]
        for page in pages {
            guard let text = item.texts[page.language] else { continue }
            for (name, values) in [
                ("customer-action", text.customerActions), ("evidence", text.evidence),
            ] {
                props += values.map { .ownProperty(name, $0, class: page.language) }
            }
        }
        return props.compactMap(\.self)
    }

    private func roles(of item: EditionItem) -> [Responsibility] {
        switch item.responsibility {
        case .shared: [.provider, .customer]
        case let role?: [role]
        case nil: []
        }
    }

    /// The statement in the other languages, each below its code.
    private func translations(of item: EditionItem) -> String? {
        let texts = pages.dropFirst().compactMap { page in
            statement(of: item, in: page.language)
                .flatMap { OSCALText.paragraphs($0.markdown) }
                .map { "**\(page.language)**\n\n" + $0 }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
    }

    /// The edition in its other forms.
    private func backMatter(_ names: OSCALNames) -> JSONValue {
        let forms = [FileName.document, FileName.table, FileName.catalog]
        var resources = forms.map { name in
            resource(
                name, title: original.title + " " + edition.version + ": " + name, url(of: name),
                type: ExportListing.mediaType(of: name), names)
        }
        resources += pages.map { page in
            resource(
                "page:" + page.language, title: page.title + " " + edition.version,
                context.absolute(page.permalink), type: "text/html", names)
        }
        return ["resources": .array(resources)]
    }

    private func resource(
        _ name: String, title: String, _ url: String, type: String, _ names: OSCALNames
    ) -> JSONValue {
        .members([
            "uuid": .string(names.uuid("resource:" + name)),
            "title": .text(OSCALText.title(title)),
            "rlinks": [["href": .string(url), "media-type": .string(type)]],
        ])
    }
}
