import Core
import Foundation
import TestSupport

@testable import Printing

/// The sample whitepaper's first edition, read in the plainest way: for a document of a real size.
enum SampleEdition {
    static func model(language: String = "ja") throws -> PrintModel {
        let isJapanese = language == "ja"
        let folder = PackageFolder.url.appending(path: "Content/whitepapers/iso27017")
        var model = PrintModel(
            language: language,
            title: isJapanese
                ? "infoCMS10 セキュリティホワイトペーパー" : "infoCMS10 Security Whitepaper",
            product: "infoCMS10", standard: "ISO/IEC 27017:2015", version: "1.0",
            address: "https://infocms.example.jp/security/whitepaper/1.0/")
        model.date = CalendarDate(year: 2022, month: 6, day: 1)
        model.label = isJapanese ? "会員限定" : "Members"
        model.profiles = ["TLP:GREEN"]
        model.owner = isJapanese ? "情報セキュリティ委員会" : "Information Security Committee"
        model.approver = model.owner
        model.contact = "security@infocms.example.jp"
        model.reviewBy = CalendarDate(year: 2027, month: 3, day: 31)
        model.sections = try sections(in: folder, isJapanese: isJapanese)
        model.matrix = model.sections.filter { !$0.chips.isEmpty }.map {
            PrintModel.Responsibility(
                number: $0.number, anchor: $0.anchor, title: $0.title, responsibility: $0.chips[0])
        }
        model.notCovered = [
            PrintModel.NotCovered(
                number: "9.1.2", title: isJapanese ? "ネットワークへのアクセス" : "Access to networks",
                reason: isJapanese ? "お客様に向けた管理策です。" : "It addresses the customer.")
        ]
        model.history = [
            PrintModel.Revision(
                version: "1.0", date: model.date, approver: model.approver,
                summary: isJapanese ? "初版" : "First publication",
                changes: [(name: "5.1.1", anchor: "5.1.1", summary: nil)])
        ]
        return model
    }

    static func document(
        _ model: PrintModel, resources: [String: [UInt8]] = [:]
    ) throws -> PrintDocument {
        PrintDocument(
            html: EditionPrint(model).html(), resources: resources, address: model.address,
            date: Moment(
                startOf: model.date ?? CalendarDate(daysSince1970: 0), in: .japan))
    }

    private static func sections(in folder: URL, isJapanese: Bool) throws -> [PrintModel.Section] {
        let catalogue = try String(
            contentsOf: folder.appending(path: "catalogue.csv"), encoding: .utf8)
        var controls: [PrintModel.Section] = []
        for line in catalogue.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(
                String.init)
            guard let text = try file(cells[0].lowercased(), in: folder, isJapanese: isJapanese)
            else { continue }
            var section = PrintModel.Section(
                number: cells[0], anchor: cells[0], level: 3, title: cells[isJapanese ? 1 : 2],
                body: html(text))
            section.otherTitle = cells[isJapanese ? 2 : 1]
            section.chips = [isJapanese ? "クラウドサービス事業者" : "Provider"]
            section.facts = [
                (isJapanese ? "ISO/IEC 27002:2022 での番号" : "In ISO/IEC 27002:2022", "5.1")
            ]
            section.lists = [
                (
                    isJapanese ? "お客様に実施いただくこと" : "What the customer does",
                    [isJapanese ? "利用規約を確認してください。" : "Read the terms of use."]
                )
            ]
            controls.append(section)
        }
        let heading = PrintModel.Section(
            number: "5", anchor: "section-5", level: 2, title: isJapanese ? "管理策" : "Controls",
            body: html(isJapanese ? "管理策ごとに示します。" : "One by one."))
        return try prose(in: folder, isJapanese: isJapanese) + [heading] + controls
    }

    private static func prose(in folder: URL, isJapanese: Bool) throws -> [PrintModel.Section] {
        let names = ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"]
        return try names.compactMap { number in
            guard
                let text = try file("section-" + number, in: folder, isJapanese: isJapanese)
            else { return nil }
            return PrintModel.Section(
                number: number, anchor: "section-" + number, level: 2,
                title: isJapanese ? "総則 \(number)" : "General \(number)", body: html(text))
        }
    }

    /// The text below the front matter.
    private static func file(
        _ name: String, in folder: URL, isJapanese: Bool
    ) throws -> String? {
        let path = "editions/1.0/\(name)\(isJapanese ? "" : ".en").md"
        guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
        else { return nil }
        return text.components(separatedBy: "---\n").dropFirst(2).joined(separator: "---\n")
    }

    /// Paragraphs only, with their Markdown marks.
    private static func html(_ text: String) -> [UInt8] {
        var out = ByteWriter()
        for paragraph in text.components(separatedBy: "\n\n") {
            out.append("<p>" as StaticString)
            out.appendEscaped(paragraph.trimmingCharacters(in: .newlines))
            out.append("</p>\n" as StaticString)
        }
        return out.bytes
    }
}
