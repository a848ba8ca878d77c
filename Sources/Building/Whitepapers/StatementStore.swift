import Content
import Core
import Labels
import Links
import Markdown
import Synchronization
import Whitepapers

/// A statement as text, as the readers of some outputs see it.
struct ShownStatement: Sendable {
    /// For files that programs read.
    let text: StatementText
    /// For comparisons.
    let blocks: [TextBlock]
    /// The label of all that is shown.
    let label: Label
}

/// The statements of whitepapers, each parsed and rendered once for all editions that have it.
///
/// A class because the jobs of one run share what they found. The same text gives the same, so it
/// does not matter which job comes first.
final class StatementStore: Sendable {
    /// What decides how a text is shown; its file tells language, item and whitepaper.
    private struct Key: Hashable {
        let file: String
        let label: Label
        let outputs: OutputSet
        var place = ""
        var level = 0
    }

    private let bodies = Mutex<[Key: BodyResult]>([:])
    private let texts = Mutex<[Key: [(outputs: OutputSet, statement: ShownStatement)]]>([:])

    /// Two records of an item in one output.
    private struct Pair: Hashable {
        let output: Int
        let key: ItemKey?
        let old: ItemRecord.Identity?
        let new: ItemRecord.Identity?
    }

    private let differences = Mutex<[Pair: ItemDifference]>([:])

    /// What differs between two records of an item in one output. Many older editions have the
    /// same text, so the same pair comes again and again.
    func difference(
        from old: ItemRecord?, to new: ItemRecord?, in output: Int
    ) -> ItemDifference {
        let pair = Pair(
            output: output, key: (new ?? old)?.item.key, old: old?.identity, new: new?.identity)
        if let known = differences.withLock({ $0[pair] }) { return known }
        let made = ItemDifference(from: old, to: new)
        differences.withLock { $0[pair] = made }
        return made
    }

    /// The HTML of a statement, and what it refers to. Links within its page lead to the page of
    /// the request.
    func body(_ request: BodyRequest, with renderer: BodyRenderer) -> BodyResult {
        let key = Key(
            file: request.source.file, label: request.label, outputs: request.outputs,
            place: request.idPrefix + " " + (request.page ?? ""), level: request.headingShift)
        if let known = bodies.withLock({ $0[key] }) { return known.moved(to: request.route) }
        let made = renderer.render(request)
        bodies.withLock { $0[key] = made }
        return made
    }

    /// A statement as text for one output; nil where the output shows none.
    func text(
        _ request: BodyRequest, for output: Int, with renderer: BodyRenderer
    ) -> ShownStatement? {
        let key = Key(
            file: request.source.file, label: request.label, outputs: request.outputs)
        let all: [(outputs: OutputSet, statement: ShownStatement)]
        if let known = texts.withLock({ $0[key] }) {
            all = known
        } else {
            all = renderer.statements(request)
            texts.withLock { $0[key] = all }
        }
        return all.first { $0.outputs & (1 << OutputSet(output)) != 0 }?.statement
    }
}

extension BodyResult {
    /// The same on another page: links to anchors of the page itself lead to that one.
    fileprivate func moved(to route: Int) -> BodyResult {
        guard links.contains(where: { $0.link.destination.hasPrefix("#") }) else { return self }
        var moved = self
        moved.links = links.map { $0.link.destination.hasPrefix("#") ? $0.moved(to: route) : $0 }
        return moved
    }
}

extension BodyRenderer {
    /// A statement as text, for each set of outputs that see the same of it. What is wrong with
    /// it is reported where its page is rendered.
    fileprivate func statements(
        _ request: BodyRequest
    ) -> [(outputs: OutputSet, statement: ShownStatement)] {
        var judged = BodyResult()
        return versions(of: request, &judged).map { version in
            let text = StatementText(
                of: version.document, from: version.source,
                destination: { version.urls[$0].map { project.address(of: $0) } },
                fact: { version.facts[$0] })
            let blocks = version.document.textBlocks(language: request.language) {
                version.facts[$0]
            }
            return (
                version.outputs,
                ShownStatement(text: text, blocks: blocks, label: version.label)
            )
        }
    }
}

extension Project {
    /// The full address of a URL as pages link to it, percent-encoded.
    fileprivate func address(of url: String) -> String {
        guard url.hasPrefix("/") else { return url }
        let end = url.firstIndex { $0 == "#" || $0 == "?" } ?? url.endIndex
        let path = PercentEncoding.encodePath(String(url[..<end].dropFirst()))
        let parts = url[end...].split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count == 2 ? "#" + PercentEncoding.encodePath(String(parts[1])) : ""
        return site.url.dropLast(basePath.utf8.count) + "/" + path + (parts.first ?? "") + fragment
    }
}
