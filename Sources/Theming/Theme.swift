package import Core

/// A theme, checked and ready to render pages.
package struct Theme: Sendable {
    /// The theme's name for people, from theme.yml.
    package let name: String
    /// The names that a page's `template` may give.
    package var templateNames: Set<String> { Set(templates.keys) }
    /// Whether there is a template of this name.
    package func has(_ template: String) -> Bool { templates[template] != nil }
    /// Containers that the theme adds to Markdown's own (`:::NAME`).
    package internal(set) var containers: [String]
    /// The files that it adds to the site, sorted by path. `style.css` is among them.
    package let assets: [ThemeAsset]
    /// The published path of `style.css`, for `assets.style`.
    package let stylesheetPath: String
    /// The languages in which it has its own words; never empty.
    package let languages: [String]

    /// Whether it stands in for one that cannot be loaded: pages are checked with it, and never
    /// shown.
    package internal(set) var isStandIn = false
    /// Whether its containers and templates are known; not where there is no such theme.
    package internal(set) var isComplete = true
    /// What its files link to by themselves.
    package internal(set) var links: [ThemeLink] = []
    /// The ids that its templates give their elements.
    package internal(set) var anchors: Set<String> = []

    var templates: [String: Template]
    let texts: [String: TemplateValue]

    /// One template, and what it sees. A class since every page takes it by its name.
    final class Template: Sendable {
        let program: TemplateProgram
        let schema: ThemeSchema

        init(_ nodes: [TemplateNode], schema: ThemeSchema) {
            program = TemplateProgram(nodes)
            self.schema = schema
        }
    }

    /// The theme's own words, for the name `text`.
    ///
    /// A language that the theme does not know gets English ones, or those of its first language.
    package func text(in language: String) -> TemplateValue {
        let spoken = [language, "en"].first { texts[$0] != nil } ?? languages[0]
        return texts[spoken] ?? .object([])
    }

    /// Renders the template called `template` with `value`, at the end of `output`.
    ///
    /// - Precondition: The theme has the template, and `value` fits `ThemeSchema.template` (the
    ///   latter is checked in debug builds only).
    package func render(
        _ template: String, _ value: TemplateValue, into output: inout ByteWriter
    ) {
        guard let template = templates[template] else {
            preconditionFailure("the theme has no template '\(template)'")
        }
        assert(
            template.schema.mismatch(in: value) == nil,
            "a template sees \(template.schema.mismatch(in: value) ?? "")")
        TemplateRenderer.render(template.program, value, into: &output)
    }
}
