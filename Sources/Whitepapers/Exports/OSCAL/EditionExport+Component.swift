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
            "links": .array(forms.map { .link("reference", "#" + names.uuid($0.name)) }),
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
        let resources = forms.map { form in
            JSONValue.members([
                "uuid": .string(names.uuid(form.name)),
                "title": .text(OSCALText.title(form.title)),
                "rlinks": [["href": .string(form.url), "media-type": .string(form.mediaType)]],
            ])
        }
        return ["resources": .array(resources)]
    }

    /// A page or file that says the same in another form.
    private struct Form {
        /// Through all editions.
        let name: String
        let title: String
        let url: String
        let mediaType: String
    }

    private var forms: [Form] {
        let title = original.title + " " + edition.version
        let pages = pages.map { page in
            Form(
                name: "page:" + page.language, title: page.title + " " + edition.version,
                url: context.absolute(page.permalink), mediaType: "text/html")
        }
        let files = [FileName.document, FileName.table, FileName.catalog].map { file in
            Form(
                name: "file:" + file, title: title + ": " + file, url: url(of: file),
                mediaType: ExportListing.mediaType(of: file))
        }
        return pages + files
    }
}
