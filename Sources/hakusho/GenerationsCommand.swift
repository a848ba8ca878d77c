import ArgumentParser
import Core
import Publishing

/// `hakusho generations`: lists what is in Site, and which generation is live.
struct GenerationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generations", abstract: "List the generations in Site, the newest first.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let listed: [Generations.Listed]
        do {
            listed = try Generations(siteFolder: options.siteFolder).list()
        } catch {
            try Report(options: options).fail(error)
        }
        var output = ByteWriter()
        switch options.format {
        case .json:
            output.append(
                json: ["version": 1, "generations": .array(listed.map(json))], indented: true)
            output.append("\n" as StaticString)
        case .text, .sarif, .junit, .github:
            for generation in listed { output.append(line(generation) + "\n") }
        }
        try Report(options: options).print(output.bytes)
    }

    private func line(_ generation: Generations.Listed) -> String {
        let isJapanese = options.language == .ja
        let contents =
            generation.manifest.map { manifest in
                let all = manifest.all
                return isJapanese
                    ? "\(all.files) ファイル  \(all.bytes) バイト"
                    : "\(all.files) files  \(all.bytes) bytes"
            } ?? (isJapanese ? "マニフェストが読めません" : "its manifest cannot be read")
        let mark = generation.isLive ? "* " : "  "
        let live = generation.isLive ? (isJapanese ? "  公開中" : "  live") : ""
        return mark + "\(generation.number)  \(finished(generation).iso)  " + contents + live
    }

    private func json(_ generation: Generations.Listed) -> JSONValue {
        let all = generation.manifest?.all
        let outputs = generation.manifest?.digests ?? []
        return [
            "number": .number(generation.number), "live": .bool(generation.isLive),
            "finished": .string(finished(generation).iso),
            "files": all.map { .number($0.files) } ?? .null,
            "bytes": all.map { .number($0.bytes) } ?? .null,
            "outputs": .object(outputs.map { ($0.output, .string($0.digest.hex)) }),
        ]
    }

    private func finished(_ generation: Generations.Listed) -> Moment {
        let seconds = Int(generation.finished / 1_000_000_000)
        return Moment(secondsSince1970: seconds, zone: Machine.now.zone)
    }
}
