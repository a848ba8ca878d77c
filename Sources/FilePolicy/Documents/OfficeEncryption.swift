/// Whether an OLE compound file is an office file behind a password.
///
/// - Source: [MS-OFFCRYPTO] 2.3.4.4, the stream `EncryptedPackage`; [MS-CFB] 2.6.1, names in UTF-16.
func isEncryptedOffice(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return ByteFields(bytes).offset(of: name) != nil
}

extension Examination {
    /// Notes that a password protects an office file.
    mutating func giveUpEncryptedOffice() {
        giveUp(
            en: "the document is protected by a password, so that nobody can look into it; save "
                + "it without a password",
            ja: "パスワードで保護された文書のため、中身を検査できません。パスワードを外して保存し直してください")
    }

    /// Notes that a document is too large to be looked through.
    mutating func giveUpLargeOffice(_ name: String) {
        giveUp(
            en: "'\(name.legible)' in the document is too large to be looked through; split the "
                + "document",
            ja: "文書内の「\(name.legible)」が大きすぎて検査できません。文書を分割してください")
    }
}
