package import Core

/// Why a command on a whitepaper cannot do what it was asked for; then nothing was changed.
package struct WhitepaperRefusal: Error, Sendable {
    /// Whether the request names something that is not there, or is no request at all.
    package let isMisuse: Bool
    /// For the person who asked.
    package let message: Message

    init(isMisuse: Bool = false, en: String, ja: String) {
        self.isMisuse = isMisuse
        message = Message(en: en, ja: ja)
    }
}
