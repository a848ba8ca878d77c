/// What can be wrong with labels.yml.
extension Provocation {
    static let scheme: [Provocation] = [
        .init(code: "label.bad-id", archive: scheme("levels: [{id: a b}]")),
        .init(
            code: "label.contradictory-levels",
            archive: scheme("levels: [{id: a, above: b}, {id: b}]")),
        .init(code: "label.cyclic-levels", archive: scheme("levels: [{id: a, above: a}]")),
        .init(code: "label.unordered-levels", archive: scheme("levels: {a: {}, b: {}}")),
        .init(
            code: "label.profile-incomplete",
            archive: labels + "profiles: {tlp: {public: \"TLP:CLEAR\"}}\n"),
        .init(
            code: "label.profile-order",
            archive: labels
                + "profiles: {tlp: {public: \"TLP:RED\", internal: \"TLP:GREEN\"}}\n"),
        .init(
            code: "label.unknown-tlp",
            archive: labels + "profiles: {tlp: {public: CLEAR, internal: \"TLP:RED\"}}\n"),
    ]

    private static func scheme(_ yaml: String) -> String {
        "-- Content/labels.yml --\n" + yaml + "\n"
    }
}
