import Core

/// The hook that has uploads judged before a commit, and where a repository keeps it.
struct GitHook {
    /// The file, whether or not it is there.
    let path: String
    /// From the top of the work tree to the project, without a slash at its end; empty where the
    /// project is the top.
    let project: String

    /// Finds the repository around a project: above it, in a work tree of its own, or as a
    /// submodule.
    ///
    /// - Parameter project: An absolute path.
    /// - Returns: Nil where no folder above has `.git`.
    /// - Throws: `FileError` where it cannot be read.
    /// - Source: gitrepository-layout(5), "gitfile", "commondir"; git-config(1), core.hooksPath.
    init?(around project: String) throws(FileError) {
        var top = project
        while try fileStatus(top + "/.git") == nil {
            guard let slash = top.lastIndex(of: "/"), slash != top.startIndex else { return nil }
            top = String(top[..<slash])
        }
        self.project = String(project.dropFirst(top.count).drop { $0 == "/" })
        var repository = top + "/.git"
        if try fileStatus(repository)?.kind == .file {
            let line = try Self.line(of: repository)
            guard line.hasPrefix("gitdir: ") else { return nil }
            repository = try Self.folder(String(line.dropFirst(8)), from: top)
        }
        var common = repository
        if try fileStatus(repository + "/commondir") != nil {
            common = try Self.folder(
                try Self.line(of: repository + "/commondir"), from: repository)
        }
        let configured = try Self.hooksPath(in: common + "/config")
        let hooks = configured.map { Self.path(Self.expanded($0), from: top) } ?? common + "/hooks"
        path = hooks + "/pre-commit"
    }

    /// What every version of the hook says.
    static let mark = "# Written by 'hakusho init --git-hook'"

    /// The hook's text, for sh.
    var script: [UInt8] {
        let name = project.isEmpty ? "." : project
        let prefix = project.isEmpty ? "" : project + "/"
        return Array(
            """
            #!/bin/sh
            # Has what is about to be committed below Content/uploads judged, as it will be committed.
            \(Self.mark); HAKUSHO names the program where it is not in PATH.
            set -eu
            project=\(Self.quoted(name))
            uploads=\(Self.quoted(prefix + "Content/uploads"))
            program=${HAKUSHO:-hakusho}
            if [ -z "${HAKUSHO-}" ] && [ -x "$project/hakusho" ]; then program=$project/hakusho; fi
            staged=$(mktemp -d)
            trap 'rm -rf "$staged"' EXIT
            trap 'exit 1' HUP INT TERM
            # Each step by itself: a shell tells nothing of one that fails before a pipe.
            git diff --cached --name-only -z --no-renames --diff-filter=ACMT \\
                -- ":(top,literal)$uploads" >"$staged/names"
            git checkout-index -z --stdin --prefix="$staged/files/" <"$staged/names"
            [ -d "$staged/files" ] || exit 0
            # Sidecars and folder.yml are settings, and not files to be published.
            find "$staged/files" -type f -name '*.yml' -exec rm -f {} +
            "$program" scan --policy --project "$project" "$staged/files"

            """.utf8)
    }

    /// A text as one word of sh.
    ///
    /// - Source: POSIX.1-2024, XCU 2.2.2, single-quotes.
    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "'\\''") + "'"
    }

    private static func line(of file: String) throws(FileError) -> String {
        let text = String(decoding: try readFile(file, limit: 1 << 16), as: UTF8.self)
        return text.last == "\n" ? String(text.dropLast()) : text
    }

    /// A path that begins with the user's own folder, as git writes it.
    private static func expanded(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = Machine.environment("HOME") else { return path }
        return home + path.dropFirst(1)
    }

    /// A folder that is there, without links and `..` on the way.
    private static func folder(_ path: String, from base: String) throws(FileError) -> String {
        try Machine.absolutePath(self.path(path, from: base))
    }

    private static func path(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }

    /// What the repository's own configuration says; the user's is not looked at.
    private static func hooksPath(in file: String) throws(FileError) -> String? {
        guard try fileStatus(file) != nil else { return nil }
        let text = String(decoding: try readFile(file, limit: 1 << 20), as: UTF8.self)
        var section = ""
        var found: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingSpace()
            if line.hasPrefix("[") {
                section = line.lowercased()
            } else if section == "[core]", let equals = line.firstIndex(of: "="),
                line[..<equals].trimmingSpace().lowercased() == "hookspath"
            {
                let value = line[line.index(after: equals)...].trimmingSpace()
                found = value.replacing("\"", with: "")
            }
        }
        return found.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    fileprivate func trimmingSpace() -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(self.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
