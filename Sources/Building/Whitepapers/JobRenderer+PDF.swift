import Content
package import Core
import FilePolicy
import Labels
import Links
package import Printing
import Uploads
import Whitepapers

extension JobRenderer {
    /// Makes the PDF of an edition as one output's readers see it, and writes it beside the page
    /// that stays for ever.
    ///
    /// - Returns: The file for the page's list; nil where the whitepaper wants no PDF, nobody is
    ///   there to make one, or something went wrong, which the diagnostics tell.
    func writePDF(
        _ parts: EditionParts, _ label: Label, _ uses: [UploadUse], _ result: inout JobResult
    ) throws(FileError) -> ExportListing.File? {
        guard let printer, let wish = parts.paper.whitepaper.declaration.pdf, wish.value else {
            return nil
        }
        let document = PrintDocument(
            html: EditionPrint(printModel(parts, label)).html(),
            resources: try resources(uses, parts.output),
            address: project.absolute(parts.page.permalink),
            date: Moment(
                startOf: parts.view.edition.date ?? CalendarDate(daysSince1970: 0),
                in: project.site.zone))
        let bytes: [UInt8]
        do throws(PDFFailure) {
            bytes = try printer(document)
        } catch {
            result.diagnostics.append(.pdfFailed(error, of: parts.view.edition, at: wish.span))
            return nil
        }
        let path = String((parts.page.permalink + EditionPDF.name).dropFirst())
        try sink?(project.site.outputs[parts.output].id, path, bytes)
        return ExportListing([(EditionPDF.name, bytes)]).files.first
    }

    /// The pictures of an edition, by the paths of their URLs.
    private func resources(
        _ uses: [UploadUse], _ output: Int
    ) throws(FileError) -> [String: [UInt8]] {
        let bit: OutputSet = 1 << OutputSet(output)
        var resources: [String: [UInt8]] = [:]
        for use in uses where use.outputs & plan.uploads.outputs[use.upload] & bit != 0 {
            let upload = project.uploads.uploads[use.upload]
            let path = project.basePath.dropFirst() + upload.route.dropFirst()
            guard resources[String(path)] == nil else { continue }
            let bytes = try readFile(options.project + "/" + upload.file)
            let suffix = upload.file.split(separator: ".").last?.lowercased() ?? ""
            // What gives people away has no business in a document either.
            let cleaned = FileType(suffix: suffix).flatMap {
                FilePolicy().withoutDisclosures(bytes, of: $0)
            }
            resources[String(path)] = cleaned ?? bytes
        }
        return resources
    }

    private func printModel(_ parts: EditionParts, _ label: Label) -> PrintModel {
        let view = parts.view
        var model = PrintModel(
            language: view.language, title: view.title, product: view.product,
            standard: view.standard, version: view.edition.version,
            address: project.absolute(parts.page.permalink))
        model.date = view.edition.date
        model.label = project.scheme?.words(for: label, language: view.language)
        model.profiles =
            project.scheme?.profiles.map { $0.value(for: label).text(in: view.language) } ?? []
        model.owner = view.owner
        model.approver = view.approver
        model.contact = view.contact
        model.reviewBy = view.reviewBy
        model.sections = view.sections.map { section in
            section.printed(in: view.language, body: parts.body(of: section.item)?.html ?? [])
        }
        model.matrix = view.matrix.compactMap { section in
            section.control.map {
                PrintModel.Responsibility(
                    number: section.item.id, anchor: section.item.anchor, title: section.title,
                    responsibility: $0.responsibility.name(in: view.language))
            }
        }
        model.notCovered = view.notCovered.map {
            PrintModel.NotCovered(number: $0.id, title: $0.title, reason: $0.reason)
        }
        let anchors = Set(view.sections.map(\.item.anchor))
        model.history = view.history.map { $0.printed(anchors: anchors) }
        return model
    }
}

/// Where the PDF of an edition lies.
enum EditionPDF {
    /// In the folder of the edition's page that stays for ever.
    static let name = "whitepaper.pdf"
}

extension EditionSection {
    fileprivate func printed(in language: String, body: [UInt8]) -> PrintModel.Section {
        let isJapanese = language == "ja"
        var printed = PrintModel.Section(
            number: item.id, anchor: item.anchor, level: level, title: title, body: body)
        if text.language != language { printed.language = text.language }
        printed.showsHistory = item.showsHistory
        guard let control else { return printed }
        printed.otherTitle = control.otherTitle
        printed.chips = [control.responsibility.name(in: language)]
        if let number = control.iso27002In2022 {
            printed.facts.append(("ISO/IEC 27002:2022", number))
        }
        if let version = control.changedIn {
            printed.facts.append(
                isJapanese ? ("最終変更", "第\(version)版") : ("Last changed in", version))
        }
        if !control.customerActions.isEmpty {
            printed.lists.append(
                (isJapanese ? "お客様に実施いただくこと" : "What the customer does", control.customerActions))
        }
        if !control.evidence.isEmpty {
            printed.lists.append((isJapanese ? "根拠・証跡" : "Evidence", control.evidence))
        }
        return printed
    }
}

extension HistoryEntry {
    /// - Parameter anchors: Those of the document in which it is printed.
    fileprivate func printed(anchors: Set<String>) -> PrintModel.Revision {
        let changes = changes.map { change -> (name: String, anchor: String?, summary: String?) in
            let anchor = change.url?.split(separator: "#").last.map(String.init)
            let isHere = anchor.map(anchors.contains) ?? false
            return ("\(change.id) \(change.title)", isHere ? anchor : nil, change.summary)
        }
        return PrintModel.Revision(
            version: version, date: date, approver: approver, summary: summary, changes: changes)
    }
}

extension Diagnostic {
    /// Without the program, a site goes without its PDFs, and a publication does not.
    static func pdfFailed(
        _ failure: PDFFailure, of edition: Edition, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.pdf-failed", at: span,
            en: "the PDF of edition \(edition.version) could not be made: \(failure.message.en)",
            ja: "\(edition.version) 版の PDF を作成できませんでした。\(failure.message.ja)")
    }

    /// Nobody is there to make PDFs.
    package static func noPrinter(_ failure: PDFFailure, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "whitepaper.pdf-printer", at: span,
            en: "editions have no PDF: \(failure.message.en)",
            ja: "各版の PDF を作成しません。\(failure.message.ja)")
    }
}
