import Content
import Core
import Links

/// The files of an output that are no pages: sitemap, robots.txt, security.txt.
enum SiteFiles {
    /// The sitemap of an output (sitemaps.org, protocol 0.9): one file, or, above the protocol's
    /// 50,000 URLs a file, several and an index of them.
    ///
    /// - Parameters:
    ///   - entries: Routes and the day of the last change, sorted by route.
    ///   - limit: URLs of one file.
    static func sitemaps(
        _ entries: [(route: String, changed: CalendarDate?)], _ project: Project,
        limit: Int = 50_000
    ) -> [(path: String, bytes: [UInt8])] {
        guard entries.count > limit else { return [("sitemap.xml", sitemap(entries, project))] }
        var files: [(path: String, bytes: [UInt8])] = []
        var index = ByteWriter()
        index.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" as StaticString)
        index.append(
            "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                as StaticString)
        for start in stride(from: 0, to: entries.count, by: limit) {
            let part = Array(entries[start..<min(start + limit, entries.count)])
            let path = "sitemap-\(files.count + 1).xml"
            files.append((path, sitemap(part, project)))
            index.append("<sitemap><loc>\(project.absolute("/" + path))</loc></sitemap>\n")
        }
        index.append("</sitemapindex>\n" as StaticString)
        return [("sitemap.xml", index.bytes)] + files
    }

    private static func sitemap(
        _ entries: [(route: String, changed: CalendarDate?)], _ project: Project
    ) -> [UInt8] {
        var xml = ByteWriter(reservingCapacity: entries.count * 96 + 200)
        xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" as StaticString)
        xml.append(
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" as StaticString)
        for entry in entries {
            xml.append("<url><loc>" as StaticString)
            xml.appendEscaped(project.absolute(entry.route))
            xml.append("</loc>" as StaticString)
            if let changed = entry.changed {
                xml.append("<lastmod>\(changed.iso)</lastmod>")
            }
            xml.append("</url>\n" as StaticString)
        }
        xml.append("</urlset>\n" as StaticString)
        return xml.bytes
    }

    /// robots.txt (RFC 9309): an output that is not for everybody asks not to be visited.
    static func robots(isForEverybody: Bool, _ project: Project) -> [UInt8] {
        guard isForEverybody else { return Array("User-agent: *\nDisallow: /\n".utf8) }
        return Array("User-agent: *\nAllow: /\nSitemap: \(project.absolute("/sitemap.xml"))\n".utf8)
    }

    /// security.txt (RFC 9116).
    static func securityTxt(_ contact: SecurityContact, _ project: Project) -> [UInt8] {
        var text = ""
        for value in contact.contacts { text += "Contact: \(value.value)\n" }
        text += "Expires: \(contact.expires.value.iso)\n"
        for (name, values) in [
            ("Encryption", contact.encryption), ("Acknowledgments", contact.acknowledgments),
            ("Policy", contact.policy), ("Hiring", contact.hiring),
        ] {
            for value in values { text += "\(name): \(value.value)\n" }
        }
        if !contact.preferredLanguages.isEmpty {
            let languages = contact.preferredLanguages.joined(separator: ", ")
            text += "Preferred-Languages: \(languages)\n"
        }
        text += "Canonical: \(project.absolute("/.well-known/security.txt"))\n"
        return Array(text.utf8)
    }

    /// The moments from which on `check` says something else.
    static func marks(of contact: SecurityContact) -> [Int] {
        let end = contact.expires.value.secondsSince1970
        return [end, end - 30 * 86_400 + 1, end - 366 * 86_400]
    }

    /// What is wrong with security.txt on the day of the build.
    static func check(_ contact: SecurityContact, asOf now: Moment) -> [Diagnostic] {
        let left = contact.expires.value.secondsSince1970 - now.secondsSince1970
        if left <= 0 { return [.expired(contact.expires)] }
        if left > 366 * 86_400 { return [.expiresTooLate(contact.expires)] }
        return left < 30 * 86_400 ? [.expiresSoon(contact.expires)] : []
    }
}

extension Diagnostic {
    fileprivate static func expired(_ date: Located<Moment>) -> Diagnostic {
        Diagnostic(
            .error, "security-txt.expired", at: date.span,
            en: "security.txt has expired; researchers must not trust it any more (RFC 9116)",
            ja: "security.txt の有効期限（expires）が過ぎています（RFC 9116）",
            fix: .advice(
                en: "check the contacts, then set a date within a year",
                ja: "連絡先を確かめたうえで、一年以内の日付に更新してください"))
    }

    fileprivate static func expiresSoon(_ date: Located<Moment>) -> Diagnostic {
        Diagnostic(
            .warning, "security-txt.expires-soon", at: date.span,
            en: "security.txt expires within 30 days",
            ja: "security.txt の有効期限が 30 日以内に切れます",
            fix: .advice(
                en: "check the contacts and set a later date", ja: "連絡先を確かめ、日付を更新してください"))
    }

    fileprivate static func expiresTooLate(_ date: Located<Moment>) -> Diagnostic {
        Diagnostic(
            .warning, "security-txt.expires-late", at: date.span,
            en: "security.txt should expire within a year (RFC 9116, section 2.5.5)",
            ja: "security.txt の有効期限は一年以内が推奨されています（RFC 9116 2.5.5）")
    }
}
