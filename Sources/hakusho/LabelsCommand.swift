import ArgumentParser

/// `hakusho labels`: what the labels of a project are, and how they came about.
struct LabelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels", abstract: "Explain, list and record the labels of a project.",
        subcommands: [
            LabelsExplainCommand.self, LabelsListCommand.self, LabelsLockCommand.self,
        ])
}
