/// Tells whether a folder that is to be served holds one output and nothing else.
struct ServedFolder {
    /// The output that is served.
    let output: String
    /// All outputs' names.
    let others: [String]
    /// The project's own `Site`.
    let site: String

    /// Whether an absolute path can be this output's tree; links are not followed.
    func isOwn(_ root: String) -> Bool {
        let parts = root.split(separator: "/").map(String.init)
        guard let last = parts.last else { return false }
        if (site + "/").hasPrefix(root.hasSuffix("/") ? root : root + "/") { return false }
        for (index, part) in parts.enumerated() where part == "Site" {
            guard index + 1 < parts.count else { return false }
            let depth = ["current": 2, "generations": 3][parts[index + 1]]
            if let depth { return Array(parts[(index + 1)...].dropFirst(depth - 1)) == [output] }
        }
        if root.hasPrefix(site + "/") { return false }
        if parts.dropLast().last == "generations" { return false }
        return last == output || last != "current" && !others.contains(last)
    }
}
