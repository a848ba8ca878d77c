extension StarterProject {
    /// What Japanese editors read first.
    static let japaneseReadme =
        """
        # サイトの編集

        このフォルダーの `Content` に文章とファイルを置き、`hakusho` でサイトを生成します。
        文章は Markdown で書きます。どのエディターでも編集できます。

        ## 日々の操作

        | したいこと | コマンド |
        | --- | --- |
        | 書きながらブラウザーで確かめる | `hakusho serve --open` |
        | 誤りがないか確かめる（何も書き込みません） | `hakusho check` |
        | サイトを生成する | `hakusho build` |
        | 指摘の意味と直し方を調べる | `hakusho explain コード` |
        | ページを加える | `hakusho new page guide/start.md` |
        | お知らせを加える | `hakusho new notice` |
        | 画像や PDF を加える | `hakusho new upload 画像.png` |
        | ラベルを記録する（加えたり移したりした後） | `hakusho labels lock` |

        `hakusho serve` を実行している間は、ファイルを保存するたびにブラウザーのページが変わり、画面の下に
        ラベルと、直すところ（ファイルと行）が表示されます。

        生成したサイトは `Site/current/public`（一般向け）と `Site/current/staff`（社内向け）に入ります。

        ## ファイルの置き場所

        | 場所 | 内容 |
        | --- | --- |
        | `Content/site.yml` | サイトの名前、アドレス、メニューなどの設定 |
        | `Content/labels.yml` | 公開範囲のラベル |
        | `Content/pages/` | ページ。フォルダーの構成がそのまま URL になります |
        | `Content/uploads/` | ページから使う画像や PDF |
        | `Content/redirects.yml` | 移動・削除したページの URL の行き先 |
        | `Content/labels.lock` | 記録したラベル（手では編集しません） |
        | `Content/published.tsv` | 公開した URL の記録（公開すると作られます。手では編集しません） |

        ## ページの書き方

        ```markdown
        ---
        title: はじめかた
        label: public
        ---

        本文です。[このサイトについて](../about.md)のように、ファイルの場所でリンクします。

        ![画面の例](/uploads/screen.png)
        ```

        - `label` を書かないと、フォルダーの `folder.yml` か `labels.yml` の `default` に従います。
        - `draft: true` と書いたページは公開されません。
        - ページを移動したら `hakusho links fix 元の場所 今の場所` を実行してください。リンクが直ります。

        ## 公開

        1. `hakusho check` で指摘がないことを確かめ、変更をコミットします。
        2. 担当者または CI が `hakusho publish` を実行し、`Content/published.tsv` をコミットします。
        3. 元に戻すときは `hakusho rollback` を実行します。

        画像や PDF を公開するには、ウイルス検査が必要です。`Content/site.yml` の `uploads` に
        エンジンを書いてください（`hakusho explain scan.no-engine` に説明があります）。
        コミットの前にも検査するには `hakusho init --git-hook` を一度だけ実行します。

        コマンドの説明は `hakusho --lang ja --help` で表示します。
        """

    /// What English editors read first.
    static let englishReadme =
        """
        # Editing the site

        Put texts and files into `Content`; `hakusho` makes the site from them. Texts are written in
        Markdown, with any editor.

        ## Every day

        | What you want | Command |
        | --- | --- |
        | see the site in the browser while you write | `hakusho serve --open` |
        | see what is wrong (writes nothing) | `hakusho check` |
        | make the site | `hakusho build` |
        | know what a finding means and what to do | `hakusho explain CODE` |
        | add a page | `hakusho new page guide/start.md` |
        | add a notice | `hakusho new notice` |
        | add a picture or a PDF | `hakusho new upload picture.png` |
        | record the labels (after adding or moving) | `hakusho labels lock` |

        The site is in `Site/current/public` (for everybody) and `Site/current/staff` (for the staff).

        While `hakusho serve` runs, the page in the browser changes whenever you save a file, and what
        has to be mended (file and line) stands at its foot, beside the page's label.

        ## Where things are

        | Place | What it is |
        | --- | --- |
        | `Content/site.yml` | the site's name, address, menu and other settings |
        | `Content/labels.yml` | the labels: who may read what |
        | `Content/pages/` | the pages; the folder tree is the URL tree |
        | `Content/uploads/` | pictures and PDFs that pages use |
        | `Content/redirects.yml` | where the URLs of moved and removed pages lead |
        | `Content/labels.lock` | the labels as recorded (not edited by hand) |
        | `Content/published.tsv` | every URL ever published (made by publishing; not edited by hand) |

        ## How to write a page

        ```markdown
        ---
        title: First steps
        label: public
        ---

        The text. Link by a file's place, as in [About this site](../about.md).

        ![What the screen shows](/uploads/screen.png)
        ```

        - Without `label` the folder's `folder.yml` decides, else the `default` of `labels.yml`.
        - A page with `draft: true` is not published.
        - After moving a page, run `hakusho links fix OLD NEW`: it mends the links.

        ## Publishing

        1. See with `hakusho check` that nothing is wrong, and commit the change.
        2. Whoever is in charge, or CI, runs `hakusho publish` and commits `Content/published.tsv`.
        3. `hakusho rollback` goes back.

        Pictures and PDFs are published only after a virus scan: name an engine under `uploads` of
        `Content/site.yml` (`hakusho explain scan.no-engine` tells how). To have files judged before
        each commit, too, run `hakusho init --git-hook` once.

        `hakusho --help` tells of the commands.
        """
}
