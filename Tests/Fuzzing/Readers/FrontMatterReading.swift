import Content
import Core

/// The front matter of a page: the block, its YAML, and the keys.
enum FrontMatterReading {
    static func complaint(about bytes: [UInt8]) -> String? {
        let (block, found) = FrontMatterBlock.find(in: bytes, file: "a.md")
        let places = PlaceRule(bytes)
        for range in [block.yaml, block.body].compactMap({ $0 }) {
            if let why = places.complaint(about: range) { return "block: \(why)" }
        }
        if let yaml = block.yaml, yaml.upperBound > block.body.lowerBound {
            return "the body \(block.body) begins in the front matter \(yaml)"
        }
        if let why = places.complaint(about: found) { return why }
        guard let yaml = block.yaml else { return nil }
        let read = { FrontMatter.read(bytes[yaml], file: "a.md", zone: .utc, collection: nil) }
        let (first, second) = (read(), read())
        if first.diagnostics != second.diagnostics { return "two readings find two things" }
        if "\(first.frontMatter)" != "\(second.frontMatter)" { return "two readings differ" }
        if first.frontMatter.title == nil, !first.diagnostics.hasErrors {
            return "a page without a title passes"
        }
        return places.complaint(about: first.diagnostics)
    }
}

/// The files of settings, each of them YAML.
enum SiteReading {
    static func complaint(about bytes: [UInt8]) -> String? {
        let read = { SiteConfiguration.read(bytes, file: "site.yml") }
        let (first, second) = (read(), read())
        if first.diagnostics != second.diagnostics { return "two readings find two things" }
        if first.configuration == nil, !first.diagnostics.hasErrors { return "nothing is said" }
        let places = PlaceRule(bytes)
        let redirects = Redirects.read(bytes, file: "site.yml")
        return places.complaint(about: first.diagnostics)
            ?? places.complaint(about: redirects.diagnostics)
    }
}
