extension Rule {
    /// Codes of links and redirects within the site.
    static let links: [Rule] = [
        Rule(
            .error, "link.anchor-missing", en: "link to a missing heading",
            ja: "リンク先の見出しがない",
            """
            The page exists, but has no heading or id with the name after '#', so readers land at
            the page's top. Correct the name, or fix the heading's anchor with {#name} so that it
            stays when the heading is reworded.
            """,
            """
            ページはありますが、「#」の後に書かれた見出しや ID がないため、読者はページの先頭に着きます。
            名前を直してください。見出しに {#名前} を付けておくと、見出しの文を変えてもリンクが切れません。
            """),
        Rule(
            .warning, "link.not-nfc", en: "link with decomposed characters",
            ja: "濁点の分かれたリンク",
            """
            The link looks right, but a letter with a mark, such as ガ or é, is stored as two
            characters, as macOS does in file names. Some servers treat that as another URL. Write
            the link again in the usual form.
            """,
            """
            見た目は同じでも、「ガ」のような文字が「カ」と濁点の二文字に分かれています（macOS のファイル名
            をコピーしたときに起こります）。サーバーによっては別の URL とみなされます。
            リンクを入力し直してください。
            """),
        Rule(
            .error, "link.outside-project", en: "link out of the project",
            ja: "プロジェクトの外へのリンク",
            """
            The link climbs with '../' above the top of the site. Write a path below Content/pages,
            or the full address of another site.
            """,
            """
            「../」でたどると、サイトの最上位より上に出てしまいます。
            Content/pages より下のパスか、別のサイトなら https:// で始まるアドレスを書いてください。
            """),
        Rule(
            .error, "link.page-excluded", en: "link to an unpublished page",
            ja: "公開されないページへのリンク",
            """
            The page exists but is not published now, because it is a draft, not yet due, or
            expired. Readers would get a dead link. Remove the link, or publish the page.
            """,
            """
            リンク先は、下書き・公開日前・公開終了のいずれかのため公開されません。
            読者にはリンク切れになります。リンクを外すか、リンク先を公開してください。
            """),
        Rule(
            .error, "link.page-missing", en: "link to a missing page", ja: "リンク先のページがない",
            """
            The link leads to a page that the site does not have: it was renamed, moved or deleted,
            or the link is misspelt. Correct the link. If the page has moved, add a redirect too,
            since other sites may link to the old URL.
            """,
            """
            リンク先のページがサイトにありません。名前の変更・移動・削除か、書き間違いが考えられます。
            リンクを直してください。ページを移した場合は、外部からのリンクのために転送も加えてください。
            """),
        Rule(
            .error, "link.redirect-target-excluded", en: "redirect to an unpublished page",
            ja: "公開されないページへの転送",
            """
            The redirect leads to a page that is not published now, so the old URL would lead
            nowhere. Publish the page, or lead somewhere else.
            """,
            """
            転送先のページは公開されないため、以前の URL を開いた読者が行き止まりになります。
            ページを公開するか、別の転送先を書いてください。
            """),
        Rule(
            .error, "link.redirect-target-missing", en: "redirect that leads nowhere",
            ja: "転送先がない",
            """
            The redirect leads to a URL that the site does not have. Write one that it has, the full
            address of another site, or 'gone: true' if nothing takes the page's place.
            """,
            """
            転送先の URL がサイトにありません。サイトにある URL か、別のサイトのアドレスを書いてください。
            代わりになるページがないときは「gone: true」とします。
            """),
        Rule(
            .error, "link.upload-missing", en: "link to a missing file", ja: "リンク先のファイルがない",
            """
            The page refers to a file that is not in Content/uploads, so readers would see a broken
            picture or download. Put the file there, or correct the name; capital letters count.
            """,
            """
            参照しているファイルが Content/uploads にないため、画像が表示されない、またはダウンロード
            できない状態になります。ファイルを置くか、名前を直してください。大文字と小文字は区別されます。
            """),
        Rule(
            .error, "link.wrong-case", en: "capital letters that differ",
            ja: "大文字・小文字の違い",
            """
            The target exists with other capital letters. That works on some computers but not on
            the web server. Write the link exactly like the name.
            """,
            """
            リンク先はありますが、大文字・小文字が違います。手元のパソコンでは開けても、
            Web サーバーでは開けないことがあります。名前のとおりに書いてください。
            """),
    ]
}
