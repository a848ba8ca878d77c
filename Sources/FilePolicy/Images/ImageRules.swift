extension PolicyRule {
    static let imageMalformed = PolicyRule(
        id: "malformed-image",
        en: "the image is cut off or broken; export it again from an image program",
        ja: "画像が途中で切れているか、壊れています。画像ソフトから書き出し直してください")

    static let imageTrailingData = PolicyRule(
        id: "trailing-data",
        en: "something else is hidden behind the image; export it again from an image program",
        ja: "画像の後ろに別のデータが隠されています。画像ソフトから書き出し直してください")

    static let imagePixels = PolicyRule(
        id: "too-many-pixels",
        en: "the image is too large for browsers; make it smaller",
        ja: "画像の寸法が大きすぎて、ブラウザーで表示できません。縮小してください")

    static let imageMetadata = PolicyRule(
        id: "image-metadata-bomb",
        en: "a small text in the image unpacks to an enormous one; export the image again without "
            + "metadata",
        ja: "画像に埋め込まれた文字情報が、展開すると極端に大きくなります。メタデータを付けずに書き出し直してください")
}
