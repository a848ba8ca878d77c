/// Who answers for a control.
package enum Responsibility: String, Sendable, CaseIterable {
    /// The provider of the service.
    case provider
    /// The customer who uses it.
    case customer
    /// Both, each for a part.
    case shared
    /// Somebody else, such as a supplier or an authority.
    case thirdParty = "third-party"

    /// The word that readers see; English for every language but Japanese.
    ///
    /// - Source: JIS Q 27017:2016 for プロバイダ and カスタマ; the sample's section 3.1.
    package func name(in language: String) -> String {
        let isJapanese = language == "ja"
        return switch self {
        case .provider: isJapanese ? "提供者" : "Provider"
        case .customer: isJapanese ? "カスタマ" : "Customer"
        case .shared: isJapanese ? "共同" : "Shared"
        case .thirdParty: isJapanese ? "第三者" : "Third party"
        }
    }
}
