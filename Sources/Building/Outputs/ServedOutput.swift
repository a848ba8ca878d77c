package import Content
import Core
import Labels
package import Links
import Theming

/// What a web server has to know of an output, besides its files.
package struct ServedOutput: Sendable {
    /// The key in site.yml.
    package let id: String
    /// Whether it shows only what is labelled lowest, so that anybody may read it.
    package let isForEverybody: Bool
    /// Whether the theme brings scripts.
    package let hasScripts: Bool
    /// Sorted by path.
    package let redirects: [ServerRedirect]
}

extension PreparedBuild {
    /// What site.yml says; nil where the project cannot be built at all.
    package var site: SiteConfiguration? { project?.site }
}

extension BuildPlan {
    /// What web servers have to know of each output, in the order of site.yml.
    func served(_ formers: [FormerURL]) -> [ServedOutput] {
        let hasScripts = project.theme.assets.contains { asset in
            asset.path.hasSuffix(".js") || asset.path.hasSuffix(".mjs")
        }
        return project.site.outputs.enumerated().map { index, output in
            ServedOutput(
                id: output.id, isForEverybody: clearances.clearances[index] == .lowest,
                hasScripts: hasScripts, redirects: serverRedirects(formers, of: index))
        }
    }

    /// What is wrong with `access` for the readers that each output is meant for.
    static func checkAccess(_ project: Project, _ clearances: Clearances) -> [Diagnostic] {
        project.site.access.flatMap { rules -> [Diagnostic] in
            let output = project.site.outputs.firstIndex { $0.id == rules.output.value }
            guard let output else { return [] }
            return rules.check(isForEverybody: clearances.clearances[output] == .lowest)
        }
    }
}
