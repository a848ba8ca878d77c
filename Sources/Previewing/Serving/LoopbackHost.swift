import Hummingbird

/// The names under which a browser on this machine may ask the preview.
///
/// A page of another site could have its own name resolve to 127.0.0.1 and so read the preview
/// (DNS rebinding); the name in Host then is that site's.
enum LoopbackHost {
    /// Whether a request may be answered that names `host` as its authority.
    ///
    /// - Parameter host: The value of Host or `:authority`, with or without a port (RFC 9110,
    ///   section 7.2).
    static func accepts(_ host: String?, port: Int) -> Bool {
        guard let host else { return false }
        return ["127.0.0.1", "localhost"].contains { name in
            host == "\(name):\(port)" || (port == 80 && host == name)
        }
    }
}
