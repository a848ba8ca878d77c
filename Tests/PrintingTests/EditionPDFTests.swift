import Core
import Foundation
import TestSupport
import Testing

@testable import Printing

/// The sample's edition as a PDF, read by other programs than made it.
@Suite(.enabled(if: PDFReading.areExpected, "without apt-get, WeasyPrint is not installed"))
struct EditionPDFTests {
    @Test(arguments: ["ja","en"])
    func lookAtIt(language: String) async throws {
        let maker = PDFMaker(cacheFolder: nil, limit: .seconds(120), in: .test)
        let identity = try maker.identify()
        try Data(EditionPrint(try SampleEdition.model(language: language)).html()).write(to: URL(filePath: "/tmp/proto/\(language).html"))
        let start = ContinuousClock.now
        let bytes = try maker.make(try SampleEdition.document(SampleEdition.model(language: language)), as: identity)
        print(identity, ContinuousClock.now - start, bytes.count)
        try Data(bytes).write(to: URL(filePath: "/tmp/proto/\(language).pdf"))
    }
}

extension PDFMaker.Surroundings {
    static let test = Self(
        environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"], temporaryFolder: "/tmp")
}
