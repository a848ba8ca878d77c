import SiteFixtures
import TestSupport

/// A site with everything that links may rightly lead to; a page `guide/a.md` is added to it.
struct TrapSite {
    static let archive = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        languages: [ja, en]
        navigation:
          - page: index.md
          - {url: /guide/, title: ガイド}
          - {url: https://www.example.jp/guide/b/#責任分界, title: 分界}
        security_txt:
          contact: [mailto:security@example.jp, https://www.example.jp/guide/b/]
          expires: 2026-06-30T00:00:00+09:00
          policy: https://www.example.jp/guide/b/#%E8%B2%AC%E4%BB%BB%E5%88%86%E7%95%8C
        -- Content/redirects.yml --
        - {from: /former/, to: /guide/b/}
        - {from: /former-part/, to: "/guide/b/#責任分界"}
        - {from: "/guide/b/#was", to: "/guide/b/#責任分界"}
        -- Content/pages/index.md --
        ---
        title: Home
        ---
        Home
        -- Content/pages/with space.md --
        ---
        title: Space
        ---
        ## 空白
        -- Content/pages/guide/b.md --
        ---
        title: B
        ---
        # 責任分界
        ## `code` と *強調* の見出し
        ## 同じ
        ## 同じ
        ## 名前のある見出し {#explicit.id}
        ## ガイド
        > ## 引用の中

        - ## 箇条の中

        :::note
        ## 囲みの中
        :::

        ## [リンク](../index.md)のある見出し

        古い<a name="old-name"></a>名前と<a id="raw"></a>番号
        -- Content/pages/guide/b.en.md --
        ---
        title: B
        ---
        ## Duty
        -- Content/uploads/a.png --
        png
        """

    /// The site with `text` below the front matter of `guide/a.md`, from line 4 on.
    ///
    /// - Parameters:
    ///   - mark: What the file begins with.
    ///   - lineEnd: What ends each of its lines.
    static func built(
        _ text: String, mark: String = "", lineEnd: String = "\n"
    ) throws -> BuiltSite {
        let project = try TemporaryProject(archive)
        let lines =
            ["---", "title: A", "---"]
            + text.split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
        let page = mark + lines.map { $0 + lineEnd }.joined()
        try project.folder.write(page, to: "Content/pages/guide/a.md")
        return try BuiltSite(project)
    }
}
