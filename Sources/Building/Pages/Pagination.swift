import Theming

/// One page of a long list.
struct Pagination {
    /// The list's route.
    let route: String
    /// From 1.
    let number: Int
    let count: Int

    /// The URL of a page of the list at `route`; the first is the list itself.
    static func route(of route: String, page number: Int) -> String {
        number == 1 ? route : "\(route)page/\(number)/"
    }

    /// What templates see; nil where one page holds everything.
    func value(url: @escaping (String) -> String) -> TemplateValue? {
        guard count > 1 else { return nil }
        var members: [(name: String, value: TemplateValue)] = [
            ("number", .text(String(number))), ("count", .text(String(count))),
        ]
        let link = { (page: Int) in TemplateValue.text(url(Self.route(of: route, page: page))) }
        if number > 1 { members.append(("previous_url", link(number - 1))) }
        if number < count { members.append(("next_url", link(number + 1))) }
        let pages = nearby.map { page in
            TemplateValue.object([
                ("number", .text(String(page))), ("url", link(page)),
                ("is_current", .bool(page == number)),
            ])
        }
        members.append(("pages", .list(pages)))
        return .object(members)
    }

    /// The first, the last and those around the current one: a list of thousands stays readable.
    private var nearby: [Int] {
        let around = max(1, number - 3)...min(count, number + 3)
        return (around.contains(1) ? [] : [1]) + around + (around.contains(count) ? [] : [count])
    }
}
