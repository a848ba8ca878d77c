import Core
import Foundation
import TestSupport
import Testing

@testable import Printing

/// The sample's edition as a PDF, read by other programs than made it.
@Suite(
    .enabled(if: PDFReading.areExpected, "without apt-get, WeasyPrint is not installed"),
    .timeLimit(.minutes(3)))
struct EditionPDFTests {
    @Test(arguments: ["ja", "en"])
    func hasEveryStatementAndFact(language: String) async throws {
        let (model, reading) = try SamplePDF.edition(in: language)
        let text = try await reading.text(without: SamplePDF.margins(of: model))
        for section in model.sections {
            #expect(text.contains(PDFReading.squeezed(section.number + section.title)))
            for paragraph in SamplePDF.paragraphs(of: section) {
                #expect(text.contains(paragraph), "\(section.number)")
            }
        }
        #expect(model.sections.count > 44)
        for value in [model.owner, model.contact, model.notCovered.first?.reason, model.address] {
            #expect(text.contains(PDFReading.squeezed(try #require(value))))
        }
    }

    @Test(arguments: ["ja", "en"])
    func theContentsNameThePageOfEachHeading(language: String) async throws {
        let (model, reading) = try SamplePDF.edition(in: language)
        let pages = try await reading.pages().map { page in
            page.split(separator: "\n").map { PDFReading.squeezed(String($0)) }
        }
        let words = PrintWords.words(in: language)
        let headings =
            [words.history] + model.sections.map { $0.number + $0.title }
            + [words.matrix, words.notCovered]
        for heading in headings.map(PDFReading.squeezed) {
            let entry = try #require(
                pages.joined().first { $0.hasPrefix(heading + "...") }, "\(heading)")
            let stated = try #require(Int(entry.dropFirst(heading.count).drop { $0 == "." }))
            // A heading takes one line, or two.
            let found = pages.indices.filter { index in
                let lines = pages[index]
                return lines.contains(heading)
                    || zip(lines, lines.dropFirst()).contains { $0 + $1 == heading }
            }
            #expect(found == [stated - 1], "\(heading)")
        }
    }

    @Test func isTaggedA4WithItsFontsAndFacts() async throws {
        let (model, reading) = try SamplePDF.edition(in: "ja")
        let facts = try await reading.facts()
        #expect(facts["Tagged"] == "yes")
        #expect(facts["Title"] == model.title + " 第1.0版")
        #expect(facts["Author"] == model.owner)
        #expect(facts["Keywords"] == "会員限定, TLP:GREEN")
        #expect(facts["Page size"]?.hasSuffix("(A4)") == true)
        #expect(facts["CreationDate"]?.hasPrefix("2022-06-01") == true)
        #expect(facts["ModDate"] == facts["CreationDate"])
        #expect(facts["JavaScript"] == "no")
        let fonts = try await reading.fonts()
        #expect(!fonts.isEmpty)
        for font in fonts {
            // From the end: emb sub uni object ID.
            #expect(font.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(font)")
        }
    }

    @Test func itsStructureIsThatOfTheDocumentWithoutTheMargins() async throws {
        let (model, reading) = try SamplePDF.edition(in: "ja")
        let lines = try await reading.structure().split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let elements = Set(lines.filter { !$0.hasPrefix("\"") }.map { $0.prefix { $0 != " " } })
        #expect(elements.isSuperset(of: ["H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "Link"]))
        let edition = "\(model.title)　第1.0版"
        #expect(!lines.contains { $0.contains(edition) })
    }

    @Test(arguments: ["ja", "en"])
    func everyPageHasTitleEditionLabelAndNumber(language: String) async throws {
        let (model, reading) = try SamplePDF.edition(in: language)
        let pages = try await reading.pages()
        #expect(try await reading.facts()["Pages"] == "\(pages.count)")
        for (index, page) in pages.enumerated() {
            let lines = page.split(separator: "\n").map { PDFReading.squeezed(String($0)) }
            let first = try #require(lines.first)
            let last = try #require(lines.last)
            let edition = PrintWords.words(in: language).name(ofEdition: "1.0")
            let label = try #require(model.label)
            #expect(first == PDFReading.squeezed("\(model.title)\(edition)\(label)TLP:GREEN"))
            let number =
                language == "ja"
                ? "\(index + 1)/\(pages.count)ページ" : "Page\(index + 1)of\(pages.count)"
            #expect(last == PDFReading.squeezed("\(model.standard)\(number)\(label)TLP:GREEN"))
        }
    }

    @Test func hasABookmarkForEachHeading() async throws {
        let (model, reading) = try SamplePDF.edition(in: "en")
        let outline = try await reading.bookmarks()
        for section in model.sections {
            #expect(outline.contains("\(section.number) \(section.title)"))
        }
    }
}

/// PDFs of the sample's edition, each made once for all tests.
enum SamplePDF {
    private static let japanese = Result { try make("ja") }
    private static let english = Result { try make("en") }

    static func edition(in language: String) throws -> (model: PrintModel, PDFReading) {
        let model = try SampleEdition.model(language: language)
        return (model, try (language == "ja" ? japanese : english).get())
    }

    private static func make(_ language: String) throws -> PDFReading {
        let maker = PDFMaker(cacheFolder: nil, limit: .seconds(120), in: .test)
        let document = try SampleEdition.document(SampleEdition.model(language: language))
        return try PDFReading(maker.make(document, as: maker.identify()))
    }

    /// What stands in the margins of each page, without spaces.
    static func margins(of model: PrintModel) -> [String] {
        let edition = PrintWords.words(in: model.language).name(ofEdition: model.version)
        let label = (model.label ?? "") + model.profiles.joined()
        return [model.title + edition, label, model.standard].map(PDFReading.squeezed)
    }

    static func paragraphs(of section: PrintModel.Section) -> [String] {
        let html = String(decoding: section.body, as: UTF8.self)
        let text = html.replacing("<p>", with: "").replacing("&quot;", with: "\"")
            .replacing("&gt;", with: ">").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
        return text.components(separatedBy: "</p>").map(PDFReading.squeezed).filter { !$0.isEmpty }
    }
}

extension PDFMaker.Surroundings {
    static let test = Self(
        environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"], temporaryFolder: "/tmp")
}
