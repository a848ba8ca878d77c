extension Rule {
    /// Codes of labels.lock and of labels that were lowered.
    static let labelLock: [Rule] = [
        Rule(
            .error, "label.downgrade-from", en: "downgrade from another label",
            ja: "引き下げ元の不一致",
            """
            A downgrade says from which label an item comes, and labels.lock has recorded another
            one, or none. Whoever decided had something else in view. Correct 'from', or remove the
            downgrade.
            """,
            """
            引き下げ（downgrade）の from が、labels.lock に記録されたラベルと違うか、記録がありません。
            決定した人の見ていた状態と食い違っています。from を直すか、downgrade を削除してください。
            """),
        Rule(
            .error, "label.downgrade-in-future", en: "downgrade dated in the future",
            ja: "引き下げの日付が未来",
            """
            The downgrade is dated later than today, so it is not decided yet. Write the day of the
            decision, or wait until that day.
            """,
            """
            引き下げの日付が今日より後になっており、まだ効力がありません。
            決定した日を書くか、その日まで待ってください。
            """),
        Rule(
            .error, "label.downgrade-to", en: "downgrade to another label",
            ja: "引き下げ先の不一致",
            """
            A downgrade says to which label an item goes, and its label now is another one, or was
            not lowered at all. Correct 'to', or remove the downgrade.
            """,
            """
            引き下げ（downgrade）の to が、いまのラベルと違うか、ラベルは下がっていません。
            to を直すか、downgrade を削除してください。
            """),
        Rule(
            .error, "label.lock-conflict", en: "merge conflict in labels.lock",
            ja: "labels.lock の競合",
            """
            Two people changed labels.lock, and git could not join the changes. Keep the lines of
            both sides, of two lines for one item the one with the higher label, and run 'hakusho
            labels lock'.
            """,
            """
            labels.lock が二か所で変更され、git が統合できていません。両方の行を残し、同じ項目の行が二つ
            あるときはラベルの高いほうを残してから、「hakusho labels lock」を実行してください。
            """),
        Rule(
            .error, "label.lock-damaged", en: "damaged line in labels.lock",
            ja: "labels.lock の破損",
            """
            A line of labels.lock cannot be read, so nobody knows whether a label was lowered. The
            file is written by the program only. Take it back from git, then run 'hakusho labels
            lock'.
            """,
            """
            labels.lock に読めない行があり、ラベルが引き下げられたかどうかを確かめられません。
            このファイルはプログラムだけが書き込みます。git から元に戻し、「hakusho labels lock」を
            実行してください。
            """),
        Rule(
            .error, "label.lock-repeated", en: "item twice in labels.lock",
            ja: "labels.lock の重複",
            """
            labels.lock has two lines for one item, so it is open which label was recorded. Keep the
            line with the higher label.
            """,
            """
            labels.lock に同じ項目の行が二つあり、どちらのラベルが記録されたのか分かりません。
            ラベルの高いほうの行を残してください。
            """),
        Rule(
            .error, "label.lock-unknown-label", en: "recorded label that no longer exists",
            ja: "記録されたラベルがなくなった",
            """
            labels.lock has a label that labels.yml does not list, so nobody can tell whether the
            item's label went up or down. If the label was renamed, write 'formerly' where
            labels.yml has its new name.
            """,
            """
            labels.lock に、labels.yml にないラベルが記録されており、上がったのか下がったのか分かりません。
            名前を変えた場合は、labels.yml の新しい名前の行に formerly で以前の名前を書いてください。
            """),
        Rule(
            .error, "label.lock-without-scheme", en: "labels.lock without labels.yml",
            ja: "labels.yml のない labels.lock",
            """
            labels.lock has recorded labels, but Content/labels.yml is missing. Without it nothing
            has a label and all would be public. Take labels.yml back from git; to give up labels
            for good, delete labels.lock in the same commit.
            """,
            """
            labels.lock にラベルが記録されていますが、Content/labels.yml がありません。このままでは
            どの項目にもラベルがなく、すべて公開になります。git から labels.yml を戻してください。
            ラベルの使用をやめる場合は、同じコミットで labels.lock も削除してください。
            """),
        Rule(
            .error, "label.lowered", en: "label lowered without a downgrade",
            ja: "理由のないラベルの引き下げ",
            """
            The label is lower than the one that labels.lock recorded, so more people would see this
            than before. If that is meant, say who decided it, when and why, with the 'downgrade'
            that the message shows; if not, raise the label again.
            """,
            """
            labels.lock に記録されたラベルより低くなっており、これまで見せていなかった人にも見えるように
            なります。意図した変更なら、メッセージに示した downgrade を加え、誰がいつなぜ決めたかを
            書いてください。そうでなければ、ラベルを元に戻してください。
            """),
        Rule(
            .warning, "label.not-recorded", en: "labels that are not recorded",
            ja: "記録されていないラベル",
            """
            Items are new, or rank higher than labels.lock has them. Until they are recorded, their
            labels could be lowered without anybody being told. Run 'hakusho labels lock' and commit
            the file; publish waits for it.
            """,
            """
            新しい項目、または labels.lock より高いラベルになった項目があります。記録されるまでは、
            引き下げても検出できません。「hakusho labels lock」を実行し、ファイルをコミットしてください。
            記録されるまで publish は公開しません。
            """),
    ]
}
