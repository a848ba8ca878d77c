import Scanning

/// What a virus scanner answers, or somebody in its place.
enum ReplyReading {
    static func complaint(aboutClamd bytes: [UInt8]) -> String? {
        let identity = EngineIdentity(engine: "clamd", version: "", signatures: nil)
        _ = EngineIdentity(clamVersion: String(decoding: bytes, as: UTF8.self), engine: "clamd")
        for reply in bytes.split(separator: 0, omittingEmptySubsequences: false) {
            guard let answer = ClamdAnswer(reply) else { continue }
            if answer.command < 1 { return "an answer to command \(answer.command)" }
            let verdict = answer.verdict(as: identity)
            if verdict.isClean != reply.elementsEqual("\(answer.command): stream: OK".utf8) {
                return "'\(String(decoding: reply, as: UTF8.self))' is \(verdict.word)"
            }
            _ = verdict.reason
        }
        return nil
    }

    static func complaint(aboutICAP bytes: [UInt8]) -> String? {
        if let options = try? ICAPService.options(bytes), (options.preview ?? 0) < 0 {
            return "a preview of \(options.preview ?? 0) bytes"
        }
        guard let end = ICAPHead.end(in: bytes) else { return nil }
        guard (4...bytes.count).contains(end) else { return "a head that ends at \(end)" }
        guard let head = ICAPHead(bytes[..<end]) else { return nil }
        if !(100...599).contains(head.status) { return "status \(head.status)" }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        if lines.contains("\r\nx-infection-found:"), head.infection == nil {
            return "an infection is not seen"
        }
        return nil
    }
}
