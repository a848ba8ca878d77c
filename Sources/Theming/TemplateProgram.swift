/// A template's nodes one after the other, without references: threads that render at once would
/// else count the references to the same objects, and wait for one another.
struct TemplateProgram: Sendable {
    /// One node; a section's body follows it.
    enum Step: Sendable {
        /// These bytes of `literals`.
        case literal(Range<Int>)
        case value(Path)
        case section(Section)
    }

    /// Where a value lies, as `TemplatePath`, with a range of `names`.
    struct Path: Sendable {
        let scope: Int
        let names: Range<Int>
    }

    /// A `TemplateSection` whose body are the steps before `end`.
    struct Section: Sendable {
        let path: Path
        let condition: TemplateSection.Condition
        let isInverted: Bool
        let end: Int
    }

    private(set) var steps: [Step] = []
    private(set) var literals: [UInt8] = []
    private(set) var names: [String] = []

    init(_ nodes: [TemplateNode]) { append(nodes) }

    private mutating func append(_ nodes: [TemplateNode]) {
        for node in nodes {
            switch node {
            case .literal(let bytes):
                literals += bytes
                steps.append(.literal(literals.count - bytes.count..<literals.count))
            case .value(let path):
                steps.append(.value(add(path)))
            case .section(let section):
                let place = steps.count
                steps.append(.literal(0..<0))
                append(section.body)
                steps[place] = .section(
                    Section(
                        path: add(section.path), condition: section.condition,
                        isInverted: section.isInverted, end: steps.count))
            }
        }
    }

    private mutating func add(_ path: TemplatePath) -> Path {
        names += path.names
        return Path(scope: path.scope, names: names.count - path.names.count..<names.count)
    }
}
