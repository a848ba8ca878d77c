import Content
import Core
import Labels
import Links

/// Which output shows what: the clearance of each output, and the label of each page.
struct Clearances: Sendable {
    /// The labels of the folders.
    let assignment: LabelAssignment
    /// By output, in the order of site.yml.
    let clearances: [Label]
    /// By page; nil where it has no usable label.
    let labels: [Label?]
    /// By page: the outputs that hold it.
    let outputs: [OutputSet]

    /// Decides labels and outputs of all pages.
    static func decide(_ project: Project) -> (Clearances, [Diagnostic]) {
        let (assignment, folderFindings) = LabelAssignment.prepare(
            project.scheme, folders: project.tree.folders)
        var diagnostics = folderFindings
        var clearances: [Label] = []
        for output in project.site.outputs {
            let (clearance, found) = assignment.clearance(of: output)
            clearances.append(clearance)
            diagnostics += found
        }
        var labels: [Label?] = []
        var outputs: [OutputSet] = []
        for page in project.tree.pages {
            let (label, found) = assignment.label(of: page)
            if !page.isBroken { diagnostics += found }
            labels.append(label)
            let isShown = page.exclusion == nil && !page.isBroken
            outputs.append(isShown ? label.map { set(of: $0, clearances) } ?? 0 : 0)
        }
        let all = Clearances(
            assignment: assignment, clearances: clearances, labels: labels, outputs: outputs)
        return (all, diagnostics)
    }

    /// The outputs whose readers may see `label`.
    func outputs(seeing label: Label) -> OutputSet { Self.set(of: label, clearances) }

    private static func set(of label: Label, _ clearances: [Label]) -> OutputSet {
        var set: OutputSet = 0
        for (index, clearance) in clearances.enumerated() where label.flows(to: clearance) {
            set |= 1 << OutputSet(index)
        }
        return set
    }
}
