import Core

extension ProbeFailure {
    /// What happened, as the second half of a sentence.
    var words: Message {
        switch self {
        case .unknownHost: Message(en: "there is no host of this name", ja: "この名前のホストはありません")
        case .unavailableResolver:
            Message(en: "the name could not be looked up", ja: "ホスト名を調べられませんでした")
        case .connectionRefused: Message(en: "nobody answers there", ja: "接続できません")
        case .connectionTimeOut:
            Message(en: "no connection came about in time", ja: "時間内に接続できませんでした")
        case .timeOut: Message(en: "it did not answer in time", ja: "時間内に応答がありませんでした")
        case .connectionClosed:
            Message(en: "the connection was closed before the answer", ja: "応答の途中で接続が切れました")
        case .wrongName, .expired, .untrusted, .noTLS: wordsOfTLS
        case .notHTTP: Message(en: "what it answers is not HTTP", ja: "応答が HTTP ではありません")
        case .status(let status): Self.words(of: status)
        case .redirectLoop:
            Message(en: "its redirects go round in a circle", ja: "転送が循環しています")
        case .tooManyRedirects: Message(en: "it redirects too often", ja: "転送の回数が多すぎます")
        case .redirectToNowhere:
            Message(en: "it redirects without saying where to", ja: "転送先が正しく示されていません")
        case .redirectToScheme(let scheme):
            Message(en: "it redirects to '\(scheme):'", ja: "「\(scheme):」に転送されます")
        case .anchorMissing(let fragment):
            Message(en: "the page has no anchor '#\(fragment)'", ja: "ページにアンカー「#\(fragment)」がありません")
        }
    }

    private var wordsOfTLS: Message {
        switch self {
        case .wrongName:
            Message(
                en: "its certificate is for another name", ja: "証明書が別のホスト名のものです")
        case .expired(let moment):
            Message(
                en: "its certificate is valid only until or from \(moment.iso)",
                ja: "証明書が有効期間外です（境界は \(moment.iso)）")
        case .untrusted:
            Message(
                en: "its certificate is vouched for by nobody that this machine trusts",
                ja: "証明書の発行者を信頼できません（自己署名など）")
        default: Message(en: "no secure connection came about", ja: "TLS で接続できません")
        }
    }

    private static func words(of status: Int) -> Message {
        switch status {
        case 401: Message(en: "it wants a password (401)", ja: "認証を求められます（401）")
        case 403: Message(en: "it refuses to answer (403)", ja: "閲覧を拒否されます（403）")
        case 404: Message(en: "there is no such page (404)", ja: "ページがありません（404）")
        case 410: Message(en: "the page is gone (410)", ja: "ページは廃止されています（410）")
        case 500...599:
            Message(en: "the server failed (\(status))", ja: "サーバーがエラーを返します（\(status)）")
        default:
            Message(en: "it answers with status \(status)", ja: "ステータス \(status) を返します")
        }
    }
}
