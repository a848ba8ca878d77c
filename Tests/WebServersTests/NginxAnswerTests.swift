import Core
import Foundation
import TestSupport
import Testing

/// What a real nginx answers.
@Suite(.timeLimit(.minutes(5)), .enabled(if: loopbackHasManyAddresses)) struct NginxAnswerTests {
    @Test func formerURLsLeadOnOrSayThatTheyAreGone() async throws {
        let site = try await ServedSite()
        for (path, location) in [
            ("/old/", "/guide/start/"), ("/old", "/guide/start/"),
            ("/old/index.html", "/guide/start/"), ("/old.html", "/guide/start/"),
            ("/%E5%8F%A4%E3%81%84/", "/guide/%E6%A1%88%E5%86%85/"),
            ("/%e5%8f%a4%e3%81%84", "/guide/%E6%A1%88%E5%86%85/"),
            ("/a'b;(c)$d/", "/guide/start/"), ("/a%27b%3B(c)%24d", "/guide/start/"),
            ("/away/", "https://other.example.jp/a?b=c;d#%7Be%7D%24f"),
            ("/guide", "/guide/"), ("/guide/start", "/guide/start/"), ("/en", "/en/"),
            ("/guide/%E6%A1%88%E5%86%85", "/guide/%E6%A1%88%E5%86%85/"),
        ] {
            let answer = try await site.get(path)
            #expect(answer.status == 301, "\(path)")
            #expect(answer["location"] == location, "\(path)")
        }
        for (path, language) in [("/gone/", "ja"), ("/gone", "ja"), ("/en/gone/", "en")] {
            let answer = try await site.get(path)
            #expect(answer.status == 410, "\(path)")
            #expect(answer.body.contains("<html lang=\"\(language)\">"), "\(path)")
        }
    }

    @Test func aPageThatIsNotThereIsMissedInTheReadersLanguage() async throws {
        let site = try await ServedSite()
        for (path, language) in [
            ("/x/", "ja"), ("/x", "ja"), ("/x.css", "ja"), ("/en/x/", "en"), ("/en/x.pdf", "en"),
            ("/enx/", "ja"), ("/en/404.html", "en"),
        ] {
            let answer = try await site.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(answer.body.contains("<html lang=\"\(language)\">"), "\(path)")
            #expect(answer["content-type"] == "text/html; charset=utf-8")
        }
    }

    @Test func everyAnswerHasTheHeadersOnce() async throws {
        let site = try await ServedSite(
            access: "allow: [127.0.0.1]\nbasic_auth: {file: FOLDER/htpasswd}")
        let password = ["-u", "reader:secret"]
        var answers = [
            try await site.get("/"), try await site.get("/", from: "127.0.0.2"),
            try await site.get("/", password + ["-X", "POST"]),
            try await site.get("/", password + ["-I"]),
        ]
        for path in ["/", "/guide/start/", "/old/", "/guide", "/gone/", "/x/", "/robots.txt"] {
            answers.append(try await site.get(path, password))
        }
        #expect(Set(answers.map(\.status)) == [200, 301, 401, 403, 404, 405, 410])
        for answer in answers {
            #expect(answer["strict-transport-security"] == "max-age=31536000")
            #expect(answer["x-content-type-options"] == "nosniff")
            #expect(answer["x-frame-options"] == "DENY")
            #expect(answer["referrer-policy"] == "same-origin")
            #expect(answer["permissions-policy"]?.contains("camera=()") == true)
            #expect(answer["cross-origin-opener-policy"] == "same-origin")
            #expect(answer["cross-origin-resource-policy"] == "same-origin")
            #expect(answer["x-robots-tag"]?.contains("noindex") == true)
            #expect(answer["cache-control"] == "private, no-store")
            #expect(answer["content-security-policy"]?.hasPrefix("default-src 'none'; ") == true)
            #expect(answer["server"] == "nginx")
        }
    }

    @Test func uploadsRunNothingAndAStyleSheetMayBeKept() async throws {
        let site = try await ServedSite()
        let drawing = try await site.get("/uploads/a.svg")
        #expect(drawing["content-type"] == "image/svg+xml")
        #expect(drawing["content-security-policy"]?.contains("; sandbox; ") == true)
        #expect(drawing["content-disposition"] == nil)
        // The policy lets no such file through, but who knows what else is put there.
        try site.project.folder.write("x", to: "Site/current/members/uploads/a.xyz")
        let thing = try await site.get("/uploads/a.xyz")
        #expect(thing["content-type"] == "application/octet-stream")
        #expect(thing["content-disposition"] == "attachment")
        #expect(try await site.get("/uploads/a.csv")["content-type"] == "text/csv")
        let document = try await site.get("/uploads/a.pdf")
        #expect(document["content-type"] == "application/pdf")
        #expect(document["content-security-policy"]?.contains("sandbox") == false)

        let page = try await site.get("/").body
        let match = try #require(page.firstMatch(of: /href="(\/assets\/[^"]+\.css)"/))
        let style = String(match.output.1)
        let immutable = "private, max-age=31536000, immutable"
        #expect(try await site.get(style)["cache-control"] == immutable)
        #expect(try await site.get(style)["content-type"] == "text/css; charset=utf-8")
        #expect(
            try await site.get(style, from: "127.0.0.2")["cache-control"] == "private, no-store")
    }

    @Test func filesHaveTheirTypes() async throws {
        let site = try await ServedSite()
        try site.project.add(
            """
            -- Content/pages/news/folder.yml --
            collection: news
            -- Content/pages/news/a.md --
            ---
            title: A
            date: 2026-01-01
            ---
            """)
        let settings = try site.project.folder.text(of: "Content/site.yml")
        try site.project.folder.write(
            settings + "collections: {news: {feed: true}}\n", to: "Content/site.yml")
        #expect(try await site.project.run("build").status == 0)
        for (path, type) in [
            ("/news/feed.xml", "application/atom+xml; charset=utf-8"),
            ("/sitemap.xml", "application/xml; charset=utf-8"),
            ("/robots.txt", "text/plain; charset=utf-8"),
            ("/.well-known/security.txt", "text/plain; charset=utf-8"),
            ("/guide/start/", "text/html; charset=utf-8"),
        ] {
            let answer = try await site.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(answer["content-type"] == type, "\(path)")
        }
    }

    @Test func onlyReadingIsAllowed() async throws {
        let site = try await ServedSite()
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
            #expect(try await site.get("/", ["-X", method]).status == 405, "\(method)")
        }
        #expect(try await site.get("/", ["-I"]).status == 200)
    }

    @Test func plainHTTPKnowsOnlyTheWayToHTTPS() async throws {
        let site = try await ServedSite()
        let answer = try await site.get("/guide/start/?a=b", scheme: "http")
        #expect(answer.status == 301)
        let location = try #require(answer["location"])
        #expect(location.hasPrefix("https://members.example.jp:"))
        #expect(location.hasSuffix("/guide/start/?a=b"))
        #expect(try await site.get("/", ["--tls-max", "1.1"]).status == 0)
        #expect(try await site.get("/", ["--tlsv1.2", "--tls-max", "1.2"]).status == 200)
        #expect(try await site.get("/", ["--tlsv1.3"]).status == 200)
    }

    @Test func aSiteBelowAPathIsServedThereAlone() async throws {
        let site = try await ServedSite(base: "/文/a.b".percentEncodedPath)
        let base = site.base
        #expect(try await site.get(base + "/").body.contains("これはホームです"))
        #expect(try await site.get(base + "/guide/start/").status == 200)
        #expect(try await site.get(base)["location"] == base + "/")
        #expect(try await site.get(base + "/guide")["location"] == base + "/guide/")
        let guide = "/guide/%E6%A1%88%E5%86%85"
        #expect(try await site.get(base + guide)["location"] == base + guide + "/")
        #expect(try await site.get(base + "/old/")["location"] == base + "/guide/start/")
        #expect(try await site.get(base + "/gone/").status == 410)
        for path in [
            "/", "/guide/start/", "/old/", base + "x/", base.replacing(".", with: "x") + "/",
        ] {
            #expect(try await site.get(path).status == 404, "\(path)")
            #expect(try await site.get(path, from: "127.0.0.2").status == 403, "\(path)")
        }
        #expect(try await site.get(base + "/en/x/").body.contains("<html lang=\"en\">"))
        #expect(try await site.get(base + "/../../etc/passwd").status == 404)
    }

    @Test func switchingGenerationsIsNeverSeen() async throws {
        let site = try await ServedSite()
        try site.project.add("-- Content/pages/new.md --\n---\ntitle: New\n---\n")
        #expect(try await site.project.run("build").status == 0)
        let current = site.project.folder.url(of: "Site/current").path
        let swaps = Task {
            for count in 0..<200 {
                try replaceLink(
                    current, target: "generations/\(1 + count % 2)", staged: current + ".next")
                try await Task.sleep(for: .milliseconds(2))
            }
        }
        async let statuses = site.getRepeatedly("/guide/start/", times: 1500)
        async let others = site.getRepeatedly("/guide", times: 500)
        let (pages, folders) = try await (statuses, others)
        try await swaps.value
        #expect(pages == ["200": 1500])
        #expect(folders == ["301": 500])
    }
}

extension String {
    fileprivate var percentEncodedPath: String { PercentEncoding.encodePath(self) }
}
