extension BuiltSite {
    /// Two languages, labels, lists of several pages, tags, redirects, an upload.
    package static let bilingual = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/base/
        languages: [ja, en]
        page_size: 2
        taxonomies: [tags]
        outputs:
          public: {clearance: open}
          staff: {clearance: secret}
        -- Content/labels.yml --
        levels:
          - {id: open, name: {ja: 公開, en: Public}}
          - {id: secret, name: {ja: 社外秘, en: Internal}}
        -- Content/redirects.yml --
        - {from: /old/, to: /guide/, label: open}
        -- Content/pages/index.md --
        ---
        title: 表紙
        label: open
        ---
        [案内](guide/index.md) ![図](/uploads/a.png)
        -- Content/pages/index.en.md --
        ---
        title: Home
        label: open
        ---
        Text
        -- Content/pages/guide/index.md --
        ---
        title: 案内
        label: open
        ---
        ## 節
        -- Content/pages/guide/a.md --
        ---
        title: 一
        label: open
        tags: [甲]
        aliases: [/first/]
        ---
        [節](index.md#節)
        -- Content/pages/guide/b.md --
        ---
        title: 二
        label: secret
        tags: [甲, 乙]
        ---
        [一](a.md)
        -- Content/pages/guide/c.md --
        ---
        title: 三
        label: open
        ---
        text
        -- Content/pages/guide/d.md --
        ---
        title: 四
        label: open
        ---
        text
        -- Content/uploads/folder.yml --
        label: open
        -- Content/uploads/a.png --
        """
}
