package import Core
import Markdown

extension DestinationForm: Packable {}

extension WrittenLink: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(destination)
        writer.append(span)
        writer.append(range)
        writer.append(form)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(
            try reader.text(), at: try reader.span(), range: try reader.optional(),
            form: try reader.value())
    }
}

extension NotedLink: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(target)
        writer.append(fragment)
        writer.append(link)
        writer.append(outputs)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(
            target: try reader.count(), fragment: try reader.text(), link: try reader.value(),
            outputs: try reader.number())
    }
}
