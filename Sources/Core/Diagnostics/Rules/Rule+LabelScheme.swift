extension Rule {
    /// Codes of labels.yml: the levels, their order and their profiles.
    static let labelScheme: [Rule] = [
        Rule(
            .error, "label.bad-id", en: "unusable id of a label", ja: "ラベルの id の誤り",
            """
            A label's id is what pages write after 'label:'. Use letters, digits, '-', '_' and '.',
            and no spaces; the name that readers see may be anything.
            """,
            """
            id は、ページの「label:」に書く名前です。文字、数字、「-」「_」「.」を使い、空白は含めません。
            読者に見せる名前（name）は自由に付けられます。
            """),
        Rule(
            .error, "label.contradictory-levels", en: "order that contradicts the list",
            ja: "並び順と矛盾する上下関係",
            """
            labels.yml lists the levels lowest first, and 'above' says the opposite of the list.
            Which level is higher decides who may read what, so it is not guessed. Change the list,
            or remove 'above'.
            """,
            """
            labels.yml のラベルは低い順に並べますが、above がその並びと逆のことを述べています。
            上下関係は誰に見せてよいかを決めるため、推測はしません。並びを直すか、above を削除してください。
            """),
        Rule(
            .error, "label.cyclic-levels", en: "order that runs in a circle", ja: "循環する上下関係",
            """
            The levels are said to rank above one another in a circle, so none is the highest.
            Remove 'above'; the list is the order, lowest first.
            """,
            """
            ラベルの上下関係が循環しており、どれが最も高いか決まりません。
            above を削除してください。順序は一覧（低い順）で決まります。
            """),
        Rule(
            .error, "label.profile-incomplete", en: "level missing in a profile",
            ja: "対応表にないラベル",
            """
            A profile translates your labels into another scheme, such as TLP, and does not say what
            one of the levels is there. A page of that level would be marked with nothing. Add a
            line for each level.
            """,
            """
            プロファイルは、ラベルを TLP などの別の体系に対応させるものですが、対応の書かれていない
            ラベルがあります。そのラベルのページには何も表示されません。一行ずつ加えてください。
            """),
        Rule(
            .error, "label.profile-order", en: "profile in another order",
            ja: "対応表での上下の逆転",
            """
            A higher level is translated into a label that may be shared with more people than that
            of a lower level. Whoever goes by the profile would pass on too much. Give the higher
            level the stricter label.
            """,
            """
            高いラベルに、低いラベルよりも広く共有してよい区分が割り当てられています。
            対応表に従って扱うと情報が広がりすぎます。高いラベルほど厳しい区分にしてください。
            """),
        Rule(
            .error, "label.unknown-tlp", en: "not a label of TLP 2.0", ja: "TLP にない区分",
            """
            The Traffic Light Protocol 2.0 has the labels TLP:CLEAR, TLP:GREEN, TLP:AMBER,
            TLP:AMBER+STRICT and TLP:RED, and no others.
            """,
            """
            TLP 2.0 の区分は、TLP:CLEAR、TLP:GREEN、TLP:AMBER、TLP:AMBER+STRICT、TLP:RED だけです。
            """),
        Rule(
            .error, "label.unordered-levels", en: "levels without an order", ja: "順序のないラベル",
            """
            The levels are written as keys, and keys in YAML have no order, so it is open which one
            ranks higher. Write a list, lowest first, with '- {id: …}' for each level.
            """,
            """
            levels がキーの形で書かれています。YAML のキーには順序がないため、どちらが高いか決まりません。
            「- {id: …}」を並べたリストにして、低い順に書いてください。
            """),
    ]
}
