package import Foundation

/// The folder of the package that these tests were built from.
package enum PackageFolder {
    /// The top level of the package, which holds `Package.swift`, `Content` and the launcher.
    package static let url = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
