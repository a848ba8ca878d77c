package import Content
package import Core
package import Labels
import Links
import Whitepapers

/// What an editor wants to know of a page besides its text.
package struct PageAccount: Sendable {
    /// From the project's root; nil for a page that Hakusho makes by itself.
    package let file: String?
    /// Its title.
    package let title: String
    /// Below the site's root; nil for a page that has no URL.
    package let route: String?
    /// A level and its marks in words, by language; nil for a site without labels and a page
    /// without a usable one.
    package let label: LocalizedText?
    /// Where its label comes from, the nearest first.
    package let labelSteps: [LabelTrace.Step]
    /// What holds of it today.
    package let states: [State]
    /// The outputs that hold it, by name.
    package let outputs: [String]

    /// What an editor has to know about a page's time.
    package enum State: Sendable, Equatable {
        case draft
        /// Published from this moment.
        case scheduled(Moment)
        /// Not published any more since this moment.
        case expired(Moment)
        /// To be looked at again since this day.
        case reviewDue(CalendarDate)
        /// It cannot be published before its front matter is right.
        case broken
    }
}

extension LiveSite {
    /// What is known of the page at `path` in an output; nil where there is no page.
    ///
    /// - Parameter path: From the site's root, decoded, in NFC.
    package func account(at path: String, in output: String) -> PageAccount? {
        guard let place = outputs.firstIndex(of: output),
            let job = pageJob(at: path, in: place)
        else { return nil }
        switch job {
        case .page(let page): return account(ofPage: page)
        case .edition(let paper, let pages):
            return account(of: plan.whitepapers[paper], plan.whitepapers[paper].pages[pages], path)
        case .comparison, .history, .folder, .term, .terms, .notFound, .former:
            return PageAccount(
                file: nil, title: "", route: path, label: nil, labelSteps: [], states: [],
                outputs: [output])
        }
    }

    /// All Markdown pages, those without a URL among them, in the order of their files.
    package var pages: [PageAccount] { project.tree.pages.indices.map { account(ofPage: $0) } }

    /// Whether a finding is about what is shown at a path.
    ///
    /// - Parameter account: Of the page there.
    package func concerns(_ finding: Diagnostic, _ account: PageAccount) -> Bool {
        guard let file = account.file, let found = finding.span?.file else { return false }
        // An edition's texts lie in many files.
        if file.hasSuffix("/whitepaper.yml") { return found.hasPrefix(file.dropLast(14)) }
        return found == file || finding.notes.contains { $0.span?.file == file }
    }

    func account(ofPage index: Int) -> PageAccount {
        let page = project.tree.pages[index]
        let label = plan.clearances.labels[index]
        let isShown = plan.clearances.outputs[index] != 0
        return PageAccount(
            file: page.file, title: page.frontMatter.title?.value ?? "",
            route: isShown ? page.route : nil, label: label.flatMap(words(for:)),
            labelSteps: plan.clearances.assignment.trace(of: page).steps.filter(\.holds),
            states: states(of: page), outputs: names(of: plan.clearances.outputs[index]))
    }

    private func account(
        of paper: PlannedWhitepaper, _ pages: ArraySlice<PlannedWhitepaper.Page>, _ path: String
    ) -> PageAccount? {
        let here = pages.first { page in page.paths.contains { $0.path == path } } ?? pages.first
        guard let page = here, let entry = paper.clearance.editions[page.edition.version] else {
            return nil
        }
        var states: [PageAccount.State] = page.edition.isDraft ? [.draft] : []
        let declaration = paper.whitepaper.declaration
        if let review = declaration.reviewBy?.value, review <= today {
            states.append(.reviewDue(review))
        }
        let own = [entry.own, declaration.label].compactMap(\.self).first
        return PageAccount(
            file: paper.whitepaper.folder + "/whitepaper.yml",
            title: declaration.title.text(in: page.language) + " " + page.edition.version,
            route: path, label: words(for: entry.label),
            labelSteps: own.map { [.init(.own, $0.value, at: $0.span, holds: true)] } ?? [],
            states: states, outputs: names(of: page.outputs))
    }

    private func states(of page: Page) -> [PageAccount.State] {
        var states: [PageAccount.State] = []
        let now = pass.options.asOf.moment(in: project.site.zone)
        let matter = page.frontMatter
        if page.isBroken { states.append(.broken) }
        if matter.isDraft { states.append(.draft) }
        if let start = matter.publishAt?.value, start > now { states.append(.scheduled(start)) }
        if let end = matter.expireAt?.value, end <= now { states.append(.expired(end)) }
        if let review = matter.reviewBy?.value, review <= today {
            states.append(.reviewDue(review))
        }
        return states
    }

    private var today: CalendarDate {
        pass.options.asOf.moment(in: project.site.zone).shown(in: project.site.zone).date
    }

    private func words(for label: Label) -> LocalizedText? {
        project.scheme.flatMap { scheme in
            LocalizedText(["en", "ja"].map { ($0, scheme.words(for: label, language: $0)) })
        }
    }

    private func names(of set: OutputSet) -> [String] {
        outputs.enumerated().filter { set & (1 << OutputSet($0.offset)) != 0 }.map(\.element)
    }
}
