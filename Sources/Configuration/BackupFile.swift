import Faults
import Glibc

/// The section `[backup]` of a profile, or of a file beside the state folder.
package enum BackupFile {
    /// Adds the section to a file, which is made where there is none; what stands in it stays as it is.
    ///
    /// - Parameter values: by the names of settings, all of them texts.
    /// - Throws: `Fault(.refused)` when the file has such a section already; what reading and writing it throw.
    package static func write(_ values: [String: String], to path: String) throws {
        let files = SystemFileReader()
        var text = ""
        if files.exists(path) {
            let content = try files.content(of: path, as: "the profile")
            guard try Profile.table(path: path, content: content, what: "profile")["backup"] == nil else {
                throw Fault(
                    .refused, "\(path) has a section [backup] already",
                    help: "write into it: " + lines(values).joined(separator: "; "))
            }
            text = String(decoding: content.bytes, as: UTF8.self)
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += "\n"
        }
        text += "[backup]\n" + lines(values).map { $0 + "\n" }.joined()
        try ProfileTemplate.write(text, to: path, replacing: true)
    }

    private static func lines(_ values: [String: String]) -> [String] {
        values.sorted { $0.key > $1.key }.map { "\($0.key) = \(ProfileTemplate.quoted($0.value))" }
    }
}

extension BackupSettings {
    /// Takes over where the repository is, as it will stand in the file.
    ///
    /// - Throws: `Fault` for a file of variables that cannot be read.
    package mutating func take(
        _ values: [String: String], environment: [String: String], files: any FileReader
    ) throws {
        repository = values["repository"].map { Secret($0) }
        passwordFile = values["password_path"]
        if let path = values["env_file"] { try readVariables(path, environment: environment, files: files) }
    }
}
