import Faults
import TOMLKit

/// A profile: what an admin wrote about one instance, in TOML.
package struct Profile: Sendable {
    /// The file's name without `.toml`.
    package var name: String
    package var path: String
    /// Permission bits of the file.
    package var mode: UInt32
    /// Values by dotted key; a list is joined with commas.
    package var values: [String: String]
    /// Files that hold secrets, with their modes.
    package var secretFiles: [(path: String, mode: UInt32)] = []
    /// The key that named a secret's file, by the secret's key.
    package var secretKeys: [String: String] = [:]

    /// Reads a profile.
    ///
    /// - Throws: `Fault` of kind `configuration` with file and line for bad TOML, or the key for an unknown one.
    package init(path: String, content: FileContent, files: any FileReader) throws {
        self.path = path
        mode = content.mode
        name = String(path.split(separator: "/").last ?? "")
        if name.hasSuffix(".toml") { name.removeLast(5) }
        values = [:]
        try flatten(Self.table(path: path, content: content, what: "profile"), prefix: "")
        try readSecrets(files)
    }

    /// The TOML of a file.
    ///
    /// - Throws: `Fault` of kind `configuration` with file and line.
    static func table(path: String, content: FileContent, what: String) throws -> TOMLTable {
        guard let text = String(validating: content.bytes, as: UTF8.self), !content.bytes.contains(0) else {
            throw Fault(.configuration, "the \(what) \(path) is not valid UTF-8 text")
        }
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            // The parser's own words may quote the line, and with it a secret.
            throw Fault(
                .configuration, "\(path):\(error.source.begin.line): the \(what) is not valid TOML",
                notes: ["the trouble starts at column \(error.source.begin.column)"])
        }
    }

    mutating func flatten(_ table: TOMLTable, prefix: String) throws {
        for (name, value) in table {
            let key = prefix + name
            if let inner = value.table {
                try flatten(inner, prefix: key + ".")
                continue
            }
            guard Setting.byKey[key] != nil || Setting.secretFileKeys.contains(key) else {
                throw Fault(
                    .configuration, "unknown setting \(key) in \(path)",
                    help: Setting.nearest(to: key).map { "did you mean \($0)?" })
            }
            values[key] = try plain(value, key: key)
        }
    }

    private func plain(_ value: any TOMLValueConvertible, key: String) throws -> String {
        if let text = value.string { return text }
        if let number = value.int { return String(number) }
        if let flag = value.bool { return flag ? "true" : "false" }
        if let list = value.array { return try list.map { try plain($0, key: key) }.joined(separator: ",") }
        let expected = Setting.byKey[key]?.kind.expectation ?? "text"
        throw Fault(.configuration, "\(key) in \(path) must be \(expected)")
    }

    private mutating func readSecrets(_ files: any FileReader) throws {
        for setting in Setting.all {
            guard let fileKey = setting.fileKey, let name = values.removeValue(forKey: fileKey) else { continue }
            if values[setting.key] != nil {
                throw Fault(.configuration, "both \(setting.key) and \(fileKey) are set in \(path)")
            }
            let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
                .joined(separator: "/")
            let secretPath = name.hasPrefix("/") ? name : joined(directory, name)
            do throws(FileTrouble) {
                let content = try files.read(secretPath, limit: 1 << 16)
                var text = String(decoding: content.bytes, as: UTF8.self)
                while let last = text.last, last.isNewline { text.removeLast() }
                values[setting.key] = text
                secretKeys[setting.key] = fileKey
                secretFiles.append((secretPath, content.mode))
            } catch {
                throw error.fault(path: secretPath, what: "the file of \(fileKey)")
            }
        }
    }
}

extension Setting {
    static let secretFileKeys: Set<String> = Set(all.compactMap(\.fileKey))
}
