import ArgumentParser
import Core

extension ValidationError {
    /// A wrong command line, in the language in which it asks for messages.
    ///
    /// ArgumentParser takes the text at once, before any option could say the language.
    init(en: String, ja: String) {
        self.init(Message(en: en, ja: ja).text(in: Machine.commandLineLanguage))
    }
}

extension Machine {
    /// The language in which a command line asks for messages, whether or not it can be read.
    static var commandLineLanguage: MessageLanguage {
        MessageLanguage(
            ofUnreadable: Array(CommandLine.arguments.dropFirst()), environment: messageLanguage)
    }
}
