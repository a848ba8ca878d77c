import Core
import Foundation

/// `Fuzzing READER SEED SECONDS`, or `Fuzzing READER FILE…` for inputs that are there. Linked with
/// libFuzzer, which has a `main` of its own, it is `Fuzzing READER` and libFuzzer's options.
@main
enum FuzzingCommand {
    static func main() throws {
        guard CommandLine.arguments.count > 1, let reader else {
            print("usage: Fuzzing READER SEED SECONDS, where READER is one of")
            for reader in Reader.allCases { print("  " + reader.rawValue) }
            exit(64)
        }
        let files = CommandLine.arguments.dropFirst(2).filter { UInt64($0) == nil }
        exit(files.isEmpty ? try run(reader) : try read(files, reader))
    }

    /// The reader that the first argument names.
    static let reader = Reader(rawValue: CommandLine.arguments.dropFirst().first ?? "")

    /// Gives the reader what is in the files.
    private static func read(_ files: [String], _ reader: Reader) throws -> Int32 {
        var isBroken = false
        for file in files {
            guard let why = reader.complaintInTime(about: try readFile(file)) else { continue }
            print("\(file): \(why)")
            isBroken = true
        }
        return isBroken ? 1 : 0
    }

    /// Each input is in a file while it is read: after a crash it is still there.
    private static func run(_ reader: Reader) throws -> Int32 {
        let numbers = CommandLine.arguments.dropFirst(2).compactMap { UInt64($0) }
        let seed = numbers.first ?? 0
        let file = URL(filePath: "\(reader.rawValue)-\(seed).input")
        let clock = ContinuousClock()
        let end = clock.now + .seconds(numbers.dropFirst().first ?? 10)
        let (count, broken) = try SeededRun(reader: reader, seed: seed).run(
            while: { _ in clock.now < end }, before: { try Data($0).write(to: file) })
        if let broken {
            print("\(reader.rawValue): \(broken.complaint); see \(file.lastPathComponent)")
            return 1
        }
        try FileManager.default.removeItem(at: file)
        print("\(reader.rawValue): \(count) inputs")
        return 0
    }
}
