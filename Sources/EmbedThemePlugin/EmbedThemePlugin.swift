import Foundation
import PackagePlugin

/// Puts `Themes/default` into the target, so that the program needs no file beside it.
@main
struct EmbedThemePlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Themes/default")
        let output = context.pluginWorkDirectoryURL.appending(path: "DefaultTheme.swift")
        let files = try Self.files(in: folder)
        return [
            .buildCommand(
                displayName: "Embedding Themes/default",
                executable: try context.tool(named: "EmbedTheme").url,
                arguments: [output.path(), folder.path()] + files.map { $0.path() },
                inputFiles: files, outputFiles: [output])
        ]
    }

    private static func files(in folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey],
            options: [.skipsHiddenFiles])
        var files: [URL] = []
        while let url = found?.nextObject() as? URL {
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files.append(url)
            }
        }
        return files.sorted { $0.path() < $1.path() }
    }
}
