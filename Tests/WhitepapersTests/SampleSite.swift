import Building
import Core
import Foundation
import SiteFixtures
import TestSupport

/// The sample site of this repository, built once for all tests.
struct SampleSite {
    let report: BuildReport
    let files: [String: [UInt8]]

    static let built = Result { try SampleSite() }

    private init() throws {
        (report, files) = try BuiltSite.build(PackageFolder.url)
    }

    /// A file of the public output.
    func text(_ path: String) -> String {
        String(decoding: files["public/" + path] ?? [], as: UTF8.self)
    }

    /// The names of what lies in a folder of the public output.
    func names(in folder: String) -> [String] {
        let prefix = "public/" + folder
        let names = files.keys.filter { $0.hasPrefix(prefix) }.compactMap {
            $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
        }
        return Set(names).sorted()
    }
}

extension String {
    /// The visible text, that of images included, without any white space.
    var visibleLetters: String {
        let text = replacing(/<img[^>]* alt="([^"]*)"[^>]*>/) { $0.1 }
            .replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        return text.filter { !$0.isWhitespace }
    }
}
