import Core
import Foundation
import TestSupport

@testable import Whitepapers

/// A whitepaper of three controls and two editions, without findings, on disk.
struct SmallWhitepaper {
    let project: TemporaryProject

    /// - Parameters:
    ///   - changes: Files of the whitepaper's folder to write over it, or beside.
    ///   - removing: Files to take away.
    init(_ changes: String = "", removing: [String] = []) throws {
        project = try TemporaryProject(Self.archive)
        for file in TextArchive(changes).files {
            try project.folder.write(file.text, to: Self.folder + "/" + file.path)
        }
        for path in removing { try project.folder.remove(Self.folder + "/" + path) }
    }

    static let folder = "Content/whitepapers/demo"

    func load() throws -> LoadedWhitepaper {
        try Whitepaper.load(
            id: "demo", project: project.url.path, siteLanguages: ["ja", "en"])
    }

    /// The findings as `code file`, with files below the whitepaper's folder.
    func findings() throws -> [String] {
        try load().diagnostics.map { finding in
            let file = finding.span?.file ?? "-"
            let isBelow = file.hasPrefix(Self.folder + "/")
            return finding.code + " "
                + (isBelow ? String(file.dropFirst(Self.folder.count + 1)) : file)
        }
    }

    /// The text under a span.
    func text(at span: SourceSpan?) throws -> String? {
        guard let span, let range = span.range else { return nil }
        return String(decoding: try project.folder.bytes(of: span.file)[range], as: UTF8.self)
    }

    static let declaration = """
        title: デモのホワイトペーパー
        product: デモ
        standard: ISO/IEC 27017:2015
        path: /security/whitepaper/
        catalogue: catalogue.csv
        facts:
          tls.option: {ja: オプション, en: an option}
          backup.generations: "3"
        not_covered:
          - {control: 9.1.2, reason: {ja: お客様向け, en: for customers}}
        """

    static let editions = """
        editions:
          - version: "1.0"
            date: 2024-04-01
            approver: 委員会
            summary: 初版
          - version: "1.1"
            date: 2025-04-01
            approver: 委員会
            changes:
              - {id: 10.1.1, summary: {ja: 改めた, en: changed}}
        """

    private static let archive = """
        -- \(folder)/whitepaper.yml --
        \(declaration)
        \(editions)
        -- \(folder)/catalogue.csv --
        id,title_ja,title_en,audience,iso27002_2022
        9.1.2,ネットワーク,Access to networks,customer,
        10.1.1,暗号,Cryptographic controls,provider,8.24
        CLD.12.4.5,監視,Monitoring,provider,
        -- \(folder)/editions/1.0/section-1.md --
        ---
        id: "1"
        title: 目的
        ---
        目的を述べる。
        -- \(folder)/editions/1.0/section-1.en.md --
        ---
        id: "1"
        title: Purpose
        ---
        The purpose.
        -- \(folder)/editions/1.0/section-3.2.md --
        ---
        id: "3.2"
        title: 管理策
        controls: true
        ---
        -- \(folder)/editions/1.0/section-3.2.en.md --
        ---
        id: "3.2"
        title: Controls
        ---
        -- \(folder)/editions/1.0/section-4.md --
        ---
        id: "4"
        title: 改定履歴
        history: true
        ---
        -- \(folder)/editions/1.0/section-4.en.md --
        ---
        id: "4"
        title: History
        ---
        -- \(folder)/editions/1.0/10.1.1.md --
        \(control("10.1.1", "暗号化する。"))
        -- \(folder)/editions/1.0/10.1.1.en.md --
        \(control("10.1.1", "We encrypt."))
        -- \(folder)/editions/1.0/cld.12.4.5.md --
        \(control("CLD.12.4.5", "監視する。"))
        -- \(folder)/editions/1.0/cld.12.4.5.en.md --
        \(control("CLD.12.4.5", "We watch."))
        -- \(folder)/editions/1.1/10.1.1.md --
        \(control("10.1.1", "TLS で暗号化する。", "claims: {tls.option: オプション}"))
        -- \(folder)/editions/1.1/10.1.1.en.md --
        \(control("10.1.1", "We encrypt with TLS.", "claims: {tls.option: an option}"))
        """

    /// A control's file.
    static func control(_ id: String, _ statement: String, _ more: String = "") -> String {
        let lines = ["---", "control: \(id)", "responsibility: provider"]
        return (lines + (more.isEmpty ? [] : [more]) + ["---", statement]).joined(separator: "\n")
    }
}
