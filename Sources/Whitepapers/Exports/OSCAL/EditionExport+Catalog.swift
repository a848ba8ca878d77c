import Content
import Core

extension EditionExport {
    /// `oscal-catalog.json`: the framework's controls by number and title. Their texts belong to
    /// the framework's publisher.
    ///
    /// Editions have one catalogue, so it is dated by the first and the same for all of them.
    func catalog() -> JSONValue {
        let names = OSCALNames(context)
        let standard = original.standard
        let moment = context.moment(of: context.site.editions.first ?? edition)
        let isJapanese = original.language == "ja"
        let body: [(key: String, value: JSONValue?)] = [
            (
                "metadata",
                .members([
                    "title": .text(OSCALText.title(standard)),
                    "last-modified": .string(moment.iso),
                    "version": .text(OSCALText.line(Self.year(of: standard))),
                    "oscal-version": .string(OSCALNames.version),
                    "props": .list([marking].compactMap(\.self)),
                    "remarks": .string(
                        isJapanese
                            ? "管理策の番号と名称の一覧です。管理策の本文は規格の発行者の著作物であり、含みません。"
                            : "The controls' numbers and titles. Their texts belong to the "
                                + "standard's publisher and are not reproduced."),
                ])
            ),
            ("controls", .list(context.site.whitepaper.catalogue.map { value(of: $0, names) })),
        ]
        return Self.document("catalog", body, names)
    }

    /// An OSCAL document with the UUID that its content gives it.
    static func document(
        _ name: String, _ body: [(key: String, value: JSONValue?)], _ names: OSCALNames
    ) -> JSONValue {
        let members = body.compactMap { member in member.value.map { (key: member.key, value: $0) }
        }
        let uuid = names.uuid(of: name, holding: .object(members))
        return .members([name: .object([(key: "uuid", value: .string(uuid))] + members)])
    }

    /// The label of the whole file, where the site has labels.
    var marking: JSONValue? {
        label.flatMap {
            .property("marking", $0.id, remarks: $0.words[original.language])
        }
    }

    private func value(of control: CatalogueControl, _ names: OSCALNames) -> JSONValue {
        let token = names.token(of: control.id)
        let title = control.title.text(in: original.language)
        let others = pages.dropFirst().map { page in
            JSONValue.ownProperty(
                "title", control.title.text(in: page.language), class: page.language)
        }
        let props: [JSONValue?] =
            [
                .property("label", control.id),
                .property("sort-id", Self.sortKey(of: control.id)),
            ] + others + [
                .ownProperty("audience", control.audience),
                .ownProperty("iso27002-2022", control.iso27002In2022),
            ]
        let statement: JSONValue = [
            "id": .string(token + "_smt"), "name": "statement",
            "prose": .text(OSCALText.title(original.standard + ", " + control.id)) ?? "",
        ]
        return .members([
            "id": .string(token),
            "title": .string(OSCALText.title(title) ?? control.id),
            "props": .list(props.compactMap(\.self)),
            "parts": [statement],
        ])
    }

    /// What a standard's name ends with, `2015`; else the whole name.
    private static func year(of standard: String) -> String {
        let end = standard.split(separator: ":").last ?? ""
        return end.isEmpty ? standard : String(end)
    }

    /// The number so that a comparison of texts gives the catalogue's order: `006.003.001.cld`.
    private static func sortKey(of id: String) -> String {
        guard let number = ItemNumber(control: id) else { return id.lowercased() }
        let parts = number.parts.map { part in
            switch part {
            case .number(let number):
                String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
            case .letters(let letters): letters.lowercased()
            }
        }
        let family = number.family.isEmpty ? [] : [number.family.lowercased()]
        return (parts + family).joined(separator: ".")
    }
}
