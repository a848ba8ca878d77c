import Content
import Core
import Theming
import Whitepapers

extension TemplateContext {
    /// The files of an edition for its page; none where nothing was written.
    ///
    /// - Parameter permalink: The page that stays for ever, in whose folder the PDF lies.
    func downloads(_ downloads: EditionDownloads?, at permalink: String) -> Members {
        guard let downloads, !downloads.files.isEmpty else { return [] }
        let all =
            [downloads.pdf].compactMap(\.self).map { (permalink, $0) }
            + downloads.files.map { (downloads.folder, $0) }
        let files = all.map { folder, file in
            TemplateValue.object([
                ("name", .text(file.name)),
                ("url", .text(project.url(folder + file.name))),
                ("purpose", .text(file.purpose(in: site.language))),
                ("media_type", .text(file.mediaType)), ("size", .text(grouped(file.size))),
                ("sha256", .text(file.digest.hex)),
            ])
        }
        return [("downloads", .list(files))]
    }

    /// The feed of a whitepaper's editions; nil where this language has none.
    func feed(of paper: PlannedWhitepaper) -> TemplateValue? {
        guard let site = paper.sites[self.site.output],
            PlannedWhitepaper.feedLanguages(of: site).contains(self.site.language)
        else { return nil }
        let title = paper.whitepaper.declaration.title.text(in: self.site.language)
        let url = site.path(language: self.site.language) + RevisionFeed.name
        return .object([
            ("title", .text(RevisionFeed.title(of: title, in: self.site.language))),
            ("url", .text(project.url(url))),
        ])
    }

    /// A number of bytes: `12,345`.
    private func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
