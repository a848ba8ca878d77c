package import Content
import Core

/// A crosswalk of labels.yml: what each level is called in another scheme.
package struct LabelProfile: Sendable {
    /// What a level is called there.
    package enum Value: Sendable {
        /// Of the profile `tlp`: its spelling is never translated.
        case trafficLight(TrafficLight)
        /// Of any other profile.
        case text(LocalizedText)

        /// The words for readers of `language`.
        package func text(in language: String) -> String {
            switch self {
            case .trafficLight(let light): light.spelling
            case .text(let text): text.text(in: language)
            }
        }
    }

    /// The key below `profiles`: `tlp`.
    package let id: String
    /// By level, lowest first: one for each of the scheme's.
    package let values: [Value]

    /// What a label is called in this profile; its handling marks have no counterpart.
    package func value(for label: Label) -> Value { values[label.level] }
}

extension LabelProfile {
    /// Reads all profiles; one that leaves out a level, or names it wrongly, is left out.
    static func readAll(
        _ keys: inout YAMLMapping, levels: [LabelScheme.Term]
    ) -> [LabelProfile] {
        guard !levels.isEmpty else {
            _ = keys.node("profiles")
            return []
        }
        guard var nested = keys.mapping("profiles") else { return [] }
        var profiles: [LabelProfile] = []
        for name in nested.keys {
            guard var entry = nested.mapping(name.value) else {
                if nested.node(name.value) == nil {
                    nested.take([.incomplete(name, missing: levels)])
                }
                continue
            }
            if let profile = read(name, &entry, levels: levels) { profiles.append(profile) }
            nested.take(entry)
        }
        keys.take(nested)
        return profiles
    }

    private static func read(
        _ name: Located<String>, _ entry: inout YAMLMapping, levels: [LabelScheme.Term]
    ) -> LabelProfile? {
        let isTrafficLight = name.value.lowercased() == "tlp"
        var values: [Value] = []
        var lights: [(light: TrafficLight, span: SourceSpan)] = []
        for level in levels where entry.keys.contains(where: { $0.value == level.id }) {
            if isTrafficLight {
                guard let text = entry.text(level.id) else { continue }
                guard let light = TrafficLight(rawValue: text.value) else {
                    entry.take([.unknownTrafficLight(text)])
                    continue
                }
                if let last = lights.last, light.rank < last.light.rank {
                    entry.take([.wrongOrder(text, below: last.light, at: last.span)])
                }
                lights.append((light, text.span))
                values.append(.trafficLight(light))
            } else if let text = entry.localized(level.id) {
                values.append(.text(text.value))
            }
        }
        let stated = entry.keys
        let missing = levels.filter { level in !stated.contains { $0.value == level.id } }
        if !missing.isEmpty { entry.take([.incomplete(name, missing: missing)]) }
        for key in stated where !levels.contains(where: { $0.id == key.value }) {
            entry.take([.unknownLevel(key, known: levels)])
        }
        guard values.count == levels.count else {
            if missing.isEmpty, !entry.diagnostics.hasErrors {
                entry.take([.incomplete(name, missing: levels)])
            }
            return nil
        }
        return LabelProfile(id: isTrafficLight ? "tlp" : name.value, values: values)
    }
}

extension Diagnostic {
    fileprivate static func unknownTrafficLight(_ text: Located<String>) -> Diagnostic {
        let known = TrafficLight.allCases.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .error, "label.unknown-tlp", at: text.span,
            en: "'\(text.value)' is no label of TLP 2.0",
            ja: "「\(text.value)」は TLP 2.0 のラベルではありません",
            notes: [
                .init(en: "TLP's labels, lowest first: \(known)", ja: "TLP のラベル（低い順）: \(known)")
            ],
            fix: TrafficLight.nearest(to: text.value).map { .replace(with: $0.rawValue) })
    }

    fileprivate static func wrongOrder(
        _ text: Located<String>, below other: TrafficLight, at otherSpan: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.profile-order", at: text.span,
            en: "'\(text.value)' is shared with more readers than '\(other.spelling)', which a "
                + "lower level has",
            ja: "「\(text.value)」の共有範囲は、より低いラベルの「\(other.spelling)」より広くなっています",
            notes: [
                .init(at: otherSpan, en: "the lower level is here", ja: "低いほうのラベルはここです")
            ],
            fix: .advice(
                en: "give the higher level the stricter TLP label",
                ja: "高いラベルほど厳しい TLP を割り当ててください"))
    }

    fileprivate static func incomplete(
        _ profile: Located<String>, missing: [LabelScheme.Term]
    ) -> Diagnostic {
        let names = missing.map { "'\($0.id)'" }.joined(separator: ", ")
        let japanese = missing.map { "「\($0.id)」" }.joined()
        return Diagnostic(
            .error, "label.profile-incomplete", at: profile.span,
            en: "profile '\(profile.value)' does not say what \(names) is there",
            ja: "プロファイル「\(profile.value)」に\(japanese)の対応がありません",
            notes: missing.map {
                .init(at: $0.span, en: "'\($0.id)' is listed here", ja: "「\($0.id)」の定義はここです")
            },
            fix: .advice(
                en: "add a line for each level", ja: "すべてのラベルについて一行ずつ書いてください"))
    }
}
