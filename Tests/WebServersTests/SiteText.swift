/// The texts of the site that a real nginx serves.
enum SiteText {
    /// site.yml, with a port for https and the next one for http.
    static func settings(url: String, address: String, port: Int, access: String) -> String {
        func entry(_ name: String, _ more: String) -> String {
            """
                server_name: [\(name).example.jp]
                tls: {certificate: FOLDER/certificate.pem, key: FOLDER/key.pem}
                listen: {https: ["\(address):\(port)"], http: ["\(address):\(port + 1)"]}
                \(more)
            """
        }
        return """
            title: Example
            url: \(url)
            languages: [ja, en]
            outputs:
              public: {clearance: public}
              members: {clearance: members}
              staff: {clearance: staff}
            security_txt:
              contact: [mailto:security@example.jp]
              expires: 2999-01-01
            access:
              members:
            \(entry("members", access.replacing("\n", with: "\n    ")))
              staff:
            \(entry("staff", "allow: [127.0.0.1]"))

            """
    }

    /// All else: pages for everybody, for members and for staff, in Japanese and English.
    static let pages = """
        -- Content/labels.yml --
        levels: [{id: public}, {id: members}, {id: staff}]
        default: members
        -- Content/redirects.yml --
        - {from: /old/, to: /guide/start/, label: public}
        - {from: /old.html, to: /guide/start/, label: public}
        - {from: /古い/, to: /guide/案内/, label: public}
        - {from: "/a'b;(c)$d/", to: /guide/start/, label: public}
        - {from: /away/, to: "https://other.example.jp/a?b=c;d#{e}$f", label: public}
        - {from: /gone/, gone: true, label: public}
        - {from: /en/gone/, gone: true, label: public}
        -- Content/pages/index.md --
        ---
        title: ホーム
        label: public
        ---
        これはホームです。
        -- Content/pages/index.en.md --
        ---
        title: Home
        label: public
        ---
        This is home.
        -- Content/pages/guide/start.md --
        ---
        title: 始め方
        ---
        会員だけの文。[図](/uploads/a.svg) [表](/uploads/a.csv) [書](/uploads/a.pdf)
        -- Content/pages/guide/案内.md --
        ---
        title: 案内
        ---
        案内の文
        -- Content/pages/secret.md --
        ---
        title: 社外秘
        label: staff
        ---
        STAFF-ONLY
        -- Content/uploads/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- Content/uploads/a.csv --
        a,b
        -- Content/uploads/a.pdf --
        %PDF-1.4
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[]/Count 0>>
        endobj
        trailer
        <</Root 1 0 R/Size 3>>
        %%EOF
        """
}
