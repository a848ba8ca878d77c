import TestSupport

/// Changes above an output's clearance.
extension GeneratedSite {
    /// What can be done; each names itself in messages.
    enum Change: CaseIterable {
        case text, title, tag, date, order, description, marks, alias, newPage, deletedPage
        case renamedPage, draft, translation, index, folder, folderTitle
        case newUpload, renamedUpload, uploadBytes
        case newPortion, removedPortion, portionText, portionForm, portionFootnote
        case newSection, sectionText, newFact, factValue, edition, redirect
    }

    /// Changes, adds or removes something that readers with `clearance` must not see.
    ///
    /// - Returns: What was done, in words; nil where there was nothing of the kind.
    mutating func apply(_ change: Change, above clearance: GeneratedLabel) -> String? {
        let done: String?
        switch change {
        case .newUpload, .renamedUpload, .uploadBytes: done = changeUpload(change, clearance)
        case .newPortion, .removedPortion, .portionText, .portionForm, .portionFootnote:
            done = changePortion(change, clearance)
        case .newSection, .sectionText, .newFact, .factValue, .edition:
            done = changeWhitepaper(change, clearance)
        case .newPage, .deletedPage, .renamedPage, .draft, .translation, .index, .folder,
            .folderTitle, .redirect:
            done = changeTree(change, clearance)
        default: done = changePage(change, clearance)
        }
        return done.map { "\(change) (\($0))" }
    }

    /// A page that readers with `clearance` do not see.
    private mutating func hiddenPage(_ clearance: GeneratedLabel) -> String? {
        pages.filter { !$0.value.label.flows(to: clearance) }.keys.sorted()
            .randomElement(using: &random)
    }

    private mutating func changePage(_ change: Change, _ clearance: GeneratedLabel) -> String? {
        guard let path = hiddenPage(clearance), var page = pages[path] else { return nil }
        let number = next()
        switch change {
        case .text: page.text = "Rewritten \(number).\n\n## Another heading"
        case .title: page.title = "Retitled \(number)"
        case .tag: page.tags = ["alpha", "fresh\(number)"]
        case .date: page.date = "2025-11-\(10 + number % 20)"
        case .order: page.order = number % 4
        case .description: page.description = "Described \(number)"
        case .marks: page.label = page.label.joined(with: .above(clearance, using: &random))
        case .alias: page.aliases.append("/once-\(number)/")
        default: return nil
        }
        pages[path] = page
        // What a page holds must not rank below it.
        if let upload = page.upload, change == .marks { uploads[upload]?.label = page.label }
        return path
    }

    private mutating func changeTree(_ change: Change, _ clearance: GeneratedLabel) -> String? {
        let label = GeneratedLabel.above(clearance, using: &random)
        let place = Self.places.randomElement(using: &random) ?? ""
        let number = next()
        switch change {
        case .newPage: pages["\(place)new\(number).md"] = page(label)
        case .draft:
            pages["\(place)draft\(number).md"] = page(label)
            pages["\(place)draft\(number).md"]?.isDraft = true
        case .deletedPage, .renamedPage:
            // What a redirect leads to has to stay.
            guard let path = hiddenPage(clearance), !path.contains("led"),
                let page = pages.removeValue(forKey: path)
            else { return nil }
            if change == .renamedPage { pages["\(place)renamed\(number).md"] = page }
            return path
        case .translation:
            let open = pages.keys.filter { !$0.hasSuffix(".en.md") }.sorted()
            guard let path = open.randomElement(using: &random) else { return nil }
            let english = String(path.dropLast(3)) + ".en.md"
            if pages[english] == nil { pages[english] = page(label) }
            return english
        case .index:
            let path = place + (Bool.random(using: &random) ? "index.md" : "index.en.md")
            if pages[path] == nil { pages[path] = page(label) }
            return path
        case .folder:
            // Before all others, and a part of the collection that has the feed.
            pages["a\(number)/deep/x.md"] = page(label)
            folders["a\(number)"] = "collection: news\ntitle: Hidden folder \(number)\norder: 1"
        case .folderTitle:
            let hidden = folders.keys.filter { $0.hasPrefix("a") }.sorted()
            guard let folder = hidden.randomElement(using: &random) else { return nil }
            folders[folder] = "title: Renamed folder \(number)"
            return folder
        case .redirect:
            pages["\(place)led\(number).md"] = page(label)
            redirects["/leads-\(number)/"] = "/\(place)led\(number)/"
        default: return nil
        }
        return "\(place)…\(number)"
    }

    private mutating func changeUpload(_ change: Change, _ clearance: GeneratedLabel) -> String? {
        guard let path = hiddenPage(clearance), var page = pages[path] else { return nil }
        switch change {
        case .newUpload: page.upload = upload(page.label)
        case .renamedUpload:
            guard let old = page.upload, let upload = uploads.removeValue(forKey: old)
            else { return nil }
            page.upload = "renamed/\(next()).txt"
            uploads["renamed/\(count).txt"] = upload
        case .uploadBytes:
            guard let name = page.upload else { return nil }
            uploads[name]?.content += " changed"
        default: return nil
        }
        pages[path] = page
        return path
    }

    private mutating func changePortion(_ change: Change, _ clearance: GeneratedLabel) -> String? {
        if change == .newPortion {
            guard let path = pages.keys.sorted().randomElement(using: &random),
                let label = pages[path]?.label
            else { return nil }
            let own = GeneratedLabel.above(clearance, using: &random)
            let added = portion(within: label, own)
            pages[path]?.portions.append(added)
            return path
        }
        let holding = pages.filter { page in
            page.value.portions.contains { !$0.label.flows(to: clearance) }
        }
        guard let path = holding.keys.sorted().randomElement(using: &random),
            let index = pages[path]?.portions.firstIndex(where: { !$0.label.flows(to: clearance) })
        else { return nil }
        switch change {
        case .removedPortion:
            // The places of the others depend on how many come before.
            guard pages[path]?.portions.count == 1 else { return nil }
            pages[path]?.portions = []
        case .portionForm:
            let form = Int.random(in: 0..<6, using: &random)
            pages[path]?.portions[index].form = form
        case .portionFootnote: pages[path]?.portions[index].hasFootnote.toggle()
        default:
            let words = "Rewritten \(next())."
            pages[path]?.portions[index].words = words
        }
        return path
    }

    private mutating func changeWhitepaper(
        _ change: Change, _ clearance: GeneratedLabel
    ) -> String? {
        let label = GeneratedLabel.above(clearance, using: &random)
        let number = next()
        switch change {
        case .newSection:
            sections["1.0/\(number)"] = Section(label: label, text: "Hidden \(number).")
        case .sectionText:
            let hidden = sections.filter { !$0.value.label.flows(to: clearance) }.keys.sorted()
            guard let key = hidden.randomElement(using: &random) else { return nil }
            sections[key]?.text = "Rewritten \(number).\n\n## Inner heading"
            return key
        case .newFact: facts["aaa.\(number)"] = Fact(label: label, value: "hidden \(number)")
        case .factValue:
            let hidden = facts.filter { !$0.value.label.flows(to: clearance) }.keys.sorted()
            guard let key = hidden.randomElement(using: &random) else { return nil }
            facts[key]?.value = "rewritten \(number)"
            return key
        case .edition:
            hiddenEdition =
                "  - {version: \"2.\(number)\", date: 2025-09-01, approver: B, summary: Hidden, "
                + label.lines.joined(separator: ", ") + "}"
        default: return nil
        }
        return String(number)
    }
}
