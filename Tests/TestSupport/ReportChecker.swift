package import Foundation

/// Checks reports against the schemas of their formats, with Python.
///
/// `./hakusho test` fetches the schema of SARIF and says in `HAKUSHO_SCHEMAS` where it is.
package struct ReportChecker: Sendable {
    /// The formats that have a schema.
    package enum Format: String, Sendable {
        case sarif, junit, whitepaper
    }

    /// Why nothing could be checked.
    package enum Failure: Error, CustomStringConvertible {
        /// The schemas are not where they should be.
        case absent(path: String)

        /// Python did not do its work.
        case failed(status: Int32, words: String)

        package var description: String {
            switch self {
            case .absent(let path):
                "no schemas at \(path): run ./hakusho test, which fetches them"
            case .failed(let status, let words):
                "Python failed (\(status)); run ./hakusho test, which installs what is "
                    + "missing:\n\(words)"
            }
        }
    }

    private let environment: [String: String]

    /// Finds the schemas: where `HAKUSHO_SCHEMAS` says, or where the launcher puts them.
    ///
    /// - Parameter environment: The variables of the test run.
    /// - Throws: `Failure.absent`.
    package init(environment: [String: String]) throws {
        let usual = PackageFolder.url.appending(path: ".build/tools/schemas").path
        let path = environment["HAKUSHO_SCHEMAS"] ?? usual
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure.absent(path: path)
        }
        self.environment = environment.filter { $0.key == "PATH" }
            .merging(["PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    }

    /// - Returns: What is wrong with a report; empty for a sound one.
    /// - Throws: `Failure.failed`.
    package func complaints(about report: String, as format: Format) async throws -> [String] {
        let script = PackageFolder.url.appending(path: "Tests/Tools/check_report.py").path
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["python3", script, format.rawValue],
            in: PackageFolder.url, environment: environment, standardInput: report)
        guard run.status == 0 else {
            throw Failure.failed(status: run.status, words: run.stderr)
        }
        return run.stdout.split(separator: "\n").map(String.init)
    }
}
