package import Content
package import Core

/// How an effective label came about: everything that was stated, and what of it holds.
package struct LabelTrace: Sendable {
    /// One statement about the label of something.
    package struct Step: Sendable {
        /// Who states it.
        package enum Kind: String, Sendable {
            /// The item itself: `label` of its front matter, sidecar or declaration.
            case own
            /// `label` in a folder.yml above it.
            case folderDefault = "folder-default"
            /// `default` of labels.yml.
            case siteDefault = "default"
            /// `floor` of a folder.yml above it.
            case floor
            /// `handling` of the item itself.
            case ownHandling = "handling"
            /// `handling` of a folder.yml above it.
            case folderHandling = "folder-handling"
            /// What it is a part of: a whitepaper for its items, a page for its portions.
            case whole
        }

        /// Who states it.
        package let kind: Kind
        /// A level or marks, as written.
        package let words: String
        /// Where it is written.
        package let span: SourceSpan
        /// Whether the effective label rests on it.
        package let holds: Bool

        /// Takes a statement and whether the effective label rests on it.
        package init(_ kind: Kind, _ words: String, at span: SourceSpan, holds: Bool) {
            self.kind = kind
            self.words = words
            self.span = span
            self.holds = holds
        }
    }

    /// From the nearest to the furthest: own, defaults, floors, marks.
    package var steps: [Step]
    /// Nil where there is no usable label; the findings say why.
    package let label: Label?

    /// Takes the statements and their outcome.
    package init(steps: [Step], label: Label?) {
        self.steps = steps
        self.label = label
    }

    /// The place that decides the level: the highest floor that lifts it, else the label itself.
    package var origin: SourceSpan? {
        let holding = steps.filter { $0.holds && $0.kind != .ownHandling }
        return (holding.first { $0.kind == .floor } ?? holding.first)?.span
    }
}

extension LabelTrace.Step.Kind {
    /// Who states it, for people.
    package var words: Message {
        switch self {
        case .own: Message(en: "own label", ja: "自身のラベル")
        case .folderDefault: Message(en: "folder's label", ja: "フォルダーのラベル")
        case .siteDefault: Message(en: "default of labels.yml", ja: "labels.yml の default")
        case .floor: Message(en: "folder's floor", ja: "フォルダーの下限")
        case .ownHandling: Message(en: "own handling", ja: "自身の取扱い区分")
        case .folderHandling: Message(en: "folder's handling", ja: "フォルダーの取扱い区分")
        case .whole: Message(en: "label of the whole", ja: "全体のラベル")
        }
    }
}

extension LabelAssignment {
    /// How the label of `page` came about. A build asks only `label(of:)`; this is for people.
    package func trace(of page: Page) -> LabelTrace {
        trace(
            page.frontMatter.label, handling: page.frontMatter.handling, folder: page.folder,
            label: label(of: page).label)
    }

    /// How the label of anything that lies in a folder came about.
    ///
    /// - Parameter label: What came of it.
    package func trace(
        _ own: Located<String>?, handling: [Located<String>], folder: Int, label: Label?
    ) -> LabelTrace {
        guard let scheme else { return LabelTrace(steps: [], label: label) }
        let chain = folders(from: folder)
        var steps: [LabelTrace.Step] = []
        var base: Int?
        let defaults = chain.compactMap { folders[$0].settings.label }
        let stated = [own].compactMap(\.self).map { ($0, isOwn: true) }
        for (name, isOwn) in stated + defaults.map({ ($0, isOwn: false) }) {
            let level = scheme.level(name).level
            let holds = base == nil && level != nil && level == label?.level
            steps.append(
                .init(isOwn ? .own : .folderDefault, name.value, at: name.span, holds: holds))
            base = base ?? level
        }
        if let standard = scheme.standard {
            let holds = base == nil && standard.value == label?.level
            let id = scheme.levels[standard.value].id
            steps.append(.init(.siteDefault, id, at: standard.span, holds: holds))
            base = base ?? standard.value
        }
        for name in chain.compactMap({ folders[$0].settings.floor }) {
            let level = scheme.level(name).level
            let holds = level != nil && level == label?.level && (base ?? 0) < (level ?? 0)
            steps.append(.init(.floor, name.value, at: name.span, holds: holds))
        }
        for mark in handling {
            steps.append(.init(.ownHandling, mark.value, at: mark.span, holds: true))
        }
        for mark in chain.flatMap({ folders[$0].settings.handling }) {
            steps.append(.init(.folderHandling, mark.value, at: mark.span, holds: true))
        }
        return LabelTrace(steps: steps, label: label)
    }

    /// The folder and those around it, the nearest first.
    private func folders(from folder: Int) -> [Int] {
        var chain: [Int] = []
        var next: Int? = folder
        while let index = next {
            chain.append(index)
            next = folders[index].parent
        }
        return chain
    }
}
