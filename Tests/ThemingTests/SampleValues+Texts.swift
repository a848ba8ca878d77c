/// HTML such as Markdown makes, with one of everything that the style sheet knows.
extension SampleValues {
    static let toc = """
        <ul><li><a href="#取得">取得</a><ul><li><a href="#世代">世代</a></li></ul></li>\
        <li><a href="#復元">復元</a></li></ul>
        """

    static let homeContent = """
        <p>記事を作成し、確かめ、分類し、公開するまでに必要な機能を、ひとつのクラウドサービスで提供します。\
        サービスの基盤の運用は、当社が受け持ちます。</p>
        <h2 id="はじめての方へ">はじめての方へ</h2>
        <ul><li><a href="/product/">製品のご紹介</a>では、infoCMS10 でできることと、サービスの構成を説明しています。</li>
        <li><a href="/security/">セキュリティ</a>では、当社の取組と、版を追って確認できるホワイトペーパーを公開しています。</li></ul>
        """

    static let content = """
        <p>infoCMS10 は、お客様のデータを毎日自動で保存します。<a href="/manual/">マニュアル</a>と\
        <a href="https://www.ipa.go.jp/security/">IPA の資料</a>もあわせてご覧ください。\
        <code>backup.interval</code> の値は変更できません<sup class="footnote-ref">\
        <a href="#fn-1" id="fnref-1">1</a></sup>。</p>
        <h2 id="取得">取得</h2>
        <p>保存は深夜の時間帯に行い、<strong>サービスを止めずに</strong>完了します。保存した内容は暗号化し、\
        日本国内の二つの拠点に分けて保管します。</p>
        <aside role="note" class="admonition note" aria-label="補足"><p class="admonition-title">補足</p><p>保存の間も、記事の編集と公開を続けられます。</p></aside>
        <aside role="note" class="admonition tip" aria-label="ヒント"><p class="admonition-title">ヒント</p><p>大きな改訂の前に、下書きの控えを作ると安心です。</p></aside>
        <aside role="note" class="admonition important" aria-label="重要"><p class="admonition-title">重要</p><p>復元を依頼できるのは、管理者に限ります。</p></aside>
        <aside role="note" class="admonition warning" aria-label="警告"><p class="admonition-title">警告</p><p>復元すると、その後の変更は失われます。</p></aside>
        <aside role="note" class="admonition caution" aria-label="注意"><p class="admonition-title">注意</p><p>個別のファイルだけの復元には対応しません。</p></aside>
        <h3 id="世代">世代</h3>
        <table><thead><tr><th>対象</th><th class="align-right">世代</th><th>保管の場所</th></tr></thead>
        <tbody><tr><td>記事とその履歴</td><td class="align-right">3</td><td>主拠点と遠隔の拠点</td></tr>
        <tr><td>アップロードしたファイル</td><td class="align-right">3</td><td>主拠点と遠隔の拠点</td></tr></tbody></table>
        <pre><code class="language-sh">$ curl -O https://www.infocms.example.jp/.well-known/security.txt
        </code></pre>
        <h2 id="復元">復元</h2>
        <ol><li>管理画面の<kbd>復元</kbd>を開きます。</li><li>世代を選びます。</li></ol>
        <ul class="task-list"><li><input type="checkbox" checked disabled aria-label="済み"> 影響の確認</li>
        <li><input type="checkbox" disabled aria-label="未了"> 関係者への連絡</li></ul>
        <blockquote><p>復元の依頼を受けてから四時間以内に、作業の見込みをご連絡します。</p></blockquote>
        <details><summary>復元にかかる時間の目安</summary><p>10 GB までで、およそ一時間です。</p></details>
        <section class="footnotes" role="doc-endnotes" aria-label="脚注"><ol><li id="fn-1"><p>オプションの契約で変更できます。\
        <a href="#fnref-1" class="footnote-backref" aria-label="本文に戻る">↩</a></p></li></ol></section>
        """
}
