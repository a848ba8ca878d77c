package import Foundation

/// The Nu HTML checker, the reference for what is correct HTML.
///
/// `./hakusho test` fetches it and says in `HAKUSHO_NU_CHECKER` where it is.
///
/// - Source: validator.github.io/validator, "Usage".
package struct NuHTMLChecker: Sendable {
    /// One thing that the checker found.
    package struct Finding: Decodable, Sendable, CustomStringConvertible {
        /// `error`, `info` or `non-document-error`.
        package let type: String

        /// For `info`: `warning`, where it is more than a remark.
        package let subType: String?

        /// The page, as a file URL.
        package let url: String?

        /// The last line of what was found, from 1.
        package let lastLine: Int?

        /// What is wrong, in English.
        package let message: String

        /// The text around the place.
        package let extract: String?

        /// Whether the page is wrong, or could not be read at all.
        package var isError: Bool { type != "info" }

        package var description: String {
            let place = url.map { $0.removingPercentEncoding ?? $0 } ?? "?"
            return "\(place):\(lastLine ?? 0): \(message)" + (extract.map { "\n    \($0)" } ?? "")
        }
    }

    /// Why no page could be judged.
    package enum Failure: Error, CustomStringConvertible {
        /// The checker is not where it should be.
        case absent(path: String)

        /// The checker, or Java, did not do its work.
        case failed(status: Int32, words: String)

        package var description: String {
            switch self {
            case .absent(let path):
                "no Nu HTML checker at \(path): run ./hakusho test, which fetches it"
            case .failed(let status, let words):
                "the Nu HTML checker or Java failed (\(status)); run ./hakusho test, "
                    + "which installs what is missing:\n\(words)"
            }
        }
    }

    /// The checker's own file, `vnu.jar`.
    private let jar: URL

    /// The variables that lead to Java.
    private let environment: [String: String]

    /// Finds the checker: where `HAKUSHO_NU_CHECKER` says, or where the launcher puts it.
    ///
    /// - Parameter environment: The variables of the test run.
    /// - Throws: `Failure.absent`.
    package init(environment: [String: String]) throws {
        let usual = PackageFolder.url.appending(path: ".build/tools/vnu.jar").path
        let path = environment["HAKUSHO_NU_CHECKER"] ?? usual
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure.absent(path: path)
        }
        jar = URL(filePath: path)
        self.environment = environment.filter { ["PATH", "JAVA_HOME"].contains($0.key) }
            .merging(["LC_ALL": "C.UTF-8"]) { $1 }
    }

    /// Checks every HTML page below a folder in one run.
    ///
    /// - Returns: What was found, in the checker's order.
    /// - Throws: `Failure.failed`, or a decoding error when the answer is not the checker's.
    package func check(_ folder: URL) async throws -> [Finding] {
        struct Report: Decodable { let messages: [Finding] }

        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            [
                "java", "-Xss8m", "-jar", jar.path,
                "--skip-non-html", "--format", "json", "--stdout", folder.path,
            ],
            in: folder, environment: environment)
        guard run.stdout.hasPrefix("{"), run.status == 0 || run.status == 1 else {
            throw Failure.failed(status: run.status, words: run.stdout + run.stderr)
        }
        return try JSONDecoder().decode(Report.self, from: Data(run.stdout.utf8)).messages
    }
}
