package import Content
package import Core
package import Links

/// The links of a build that lead to other sites, for whoever asks those sites.
package struct ExternalLinks: Sendable {
    /// Every place of every link, in the order of the report.
    package var references: [ExternalReference] = []
    /// `external_links` of site.yml.
    package var settings = ExternalLinkSettings()
    /// The site's own address, `https://www.example.jp/`.
    package var site = ""
    /// The moment for which the build decides dates.
    package var asOf = Moment(secondsSince1970: 0, zone: .utc)
}

extension BuildPlan {
    /// The links of site.yml and redirects.yml.
    var externalReferences: [ExternalReference] {
        var found: [Located<String>] = []
        for entry in project.site.navigation + project.site.footerNavigation {
            if case .url(let url) = entry.target { found.append(url) }
        }
        if let contact = project.site.securityContact {
            found += contact.contacts + contact.encryption + contact.acknowledgments
            found += contact.policy + contact.hiring
        }
        found += project.redirects.entries.compactMap(\.to)
        return found.filter { ExternalReference.leadsToAnotherSite($0.value) }.map {
            ExternalReference($0.value, at: $0.span, outputs: project.allOutputs)
        }
    }
}
