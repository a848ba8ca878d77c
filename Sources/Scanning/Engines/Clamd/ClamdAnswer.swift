import Core

/// clamd's answer to one INSTREAM of an IDSESSION.
///
/// - Source: clamd(8), "COMMANDS", IDSESSION and INSTREAM.
package struct ClamdAnswer: Hashable {
    /// Which of the session's commands it answers, from 1.
    package let command: Int
    let verdict: Finding

    enum Finding: Hashable {
        case clean
        case found(String)
        case sizeLimit
        case error(String)
    }

    /// Reads `7: stream: OK`, `7: stream: NAME FOUND` and `7: MESSAGE ERROR`, without the NUL;
    /// nil for anything else: only those very bytes mean *clean*.
    package init?(_ bytes: ArraySlice<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self),
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
            let colon = text.utf8.firstIndex(of: 0x3A),
            let number = Int(text[..<colon]), number > 0, text[..<colon] == "\(number)",
            text[colon...].hasPrefix(": ")
        else { return nil }
        command = number
        let rest = text[colon...].dropFirst(2)
        if rest == "stream: OK" {
            verdict = .clean
        } else if rest.hasPrefix("stream: "), rest.hasSuffix(" FOUND"), rest.utf8.count > 14 {
            verdict = .found(String(rest.dropFirst(8).dropLast(6)))
        } else if rest == "INSTREAM size limit exceeded. ERROR" {
            verdict = .sizeLimit
        } else if rest.hasSuffix(" ERROR") {
            verdict = .error(String(rest.dropLast(6)))
        } else {
            return nil
        }
    }

    /// What the answer says of the sample, to `identity`'s engine.
    package func verdict(as identity: EngineIdentity) -> Verdict {
        switch verdict {
        case .clean: .clean(identity)
        case .found(let name) where name.hasPrefix("Heuristics.Encrypted."):
            .unscannable(
                Message(
                    en: "it is encrypted, so that the engine cannot look inside ('\(name)')",
                    ja: "暗号化されていて、エンジンが中身を検査できません（「\(name)」）"))
        case .found(let name) where name.hasPrefix("Heuristics.Limits.Exceeded"):
            .unscannable(
                Message(
                    en: "it is over one of the engine's limits ('\(name)')",
                    ja: "エンジンの上限を超えています（「\(name)」）"))
        case .found(let name): .infected(name: name)
        case .sizeLimit:
            .unscannable(
                Message(
                    en: "it is larger than clamd takes (StreamMaxLength)",
                    ja: "clamd が受け付ける大きさ（StreamMaxLength）を超えています"))
        case .error(let text): .failed(.engineError(ScanFailure.excerpt(text.utf8)))
        }
    }
}
