import Foundation
import TestSupport

/// axe-core, which finds what keeps people from reading or using a page.
///
/// `./hakusho test` fetches it and says in `HAKUSHO_AXE` where it is.
///
/// - Source: deque/axe-core, "API".
package struct AxeChecker: Sendable {
    /// Something that a page must not have.
    package struct Finding: Decodable, Sendable, CustomStringConvertible {
        /// The rule's name, such as `color-contrast`.
        package let rule: String
        /// What is wrong, in English.
        package let summary: String
        /// The element, as a selector.
        package let target: String
        /// The element's own HTML.
        package let html: String

        package var description: String { "\(rule): \(target): \(summary)\n    \(html)" }
    }

    /// The checker is not where it should be.
    package struct Absent: Error, CustomStringConvertible {
        let path: String

        package var description: String {
            "no axe-core at \(path): run ./hakusho test, which fetches it"
        }
    }

    private let script: String

    /// Finds the checker: where `HAKUSHO_AXE` says, or where the launcher puts it.
    ///
    /// - Parameter environment: The variables of the test run.
    /// - Throws: `Absent`.
    package init(environment: [String: String]) throws {
        let usual = PackageFolder.url.appending(path: ".build/tools/axe.min.js").path
        let path = environment["HAKUSHO_AXE"] ?? usual
        guard FileManager.default.fileExists(atPath: path) else { throw Absent(path: path) }
        script = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    }

    /// Checks the page that is open, by every rule, also those that are only good practice.
    ///
    /// - Returns: What was found, in the checker's order.
    package func check(_ browser: Browser) async throws -> [Finding] {
        let _: JSON = try await browser.evaluate(script + "\nreturn null")
        return try await browser.evaluateLater(
            """
            const done = arguments[0]
            axe.run({ resultTypes: ['violations'] }).then(results => done(
                results.violations.flatMap(rule => rule.nodes.map(node => ({
                    rule: rule.id, summary: node.failureSummary, target: node.target.join(' '),
                    html: node.html.slice(0, 300) })))),
                error => done([{ rule: 'axe', summary: String(error), target: '', html: '' }]))
            """)
    }
}
