import Faults

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
        try self.init(withoutSecrets: path, content: content)
        try readSecrets(files)
    }

    /// Reads one as far as it stands in its own file.
    init(withoutSecrets path: String, content: FileContent) throws {
        self.path = path
        mode = content.mode
        name = String(path.split(separator: "/").last ?? "")
        if name.hasSuffix(".toml") { name.removeLast(5) }
        values = [:]
        try flatten(Self.table(path: path, content: content, what: "profile"), prefix: "")
    }

    /// The TOML of a file.
    ///
    /// - Throws: `Fault` of kind `configuration` with file, line and column.
    static func table(path: String, content: FileContent, what: String) throws -> TOMLTable {
        guard let text = String(validating: content.bytes, as: UTF8.self), !content.bytes.contains(0) else {
            throw Fault(.configuration, "the \(what) \(path) is not valid UTF-8 text")
        }
        do throws(TOMLTrouble) {
            return try TOMLReader.read(text)
        } catch {
            throw Fault(
                .configuration, "\(path):\(error.position): the \(what) is not valid TOML", notes: [error.reason])
        }
    }

    /// Before the ids of checks, whose thresholds stand in a table of their own.
    static let limits = "doctor.limit."
    static let prices = "report.price."

    mutating func flatten(_ table: TOMLTable, prefix: String) throws {
        for entry in table {
            let key = prefix + entry.name
            if let inner = entry.value.table {
                try flatten(inner, prefix: key + ".")
                continue
            }
            guard
                Setting.byKey[key] != nil || Setting.secretFileKeys.contains(key) || key.hasPrefix(Self.limits)
                    || key.hasPrefix(Self.prices) || BucketKey(key) != nil
            else {
                throw Fault(
                    .configuration, "unknown setting \(key) in \(path):\(entry.position)",
                    help: Setting.nearest(to: key).map { "did you mean \($0)?" })
            }
            values[key] = try plain(entry.value, key: key, position: entry.position)
        }
    }

    private func plain(_ value: TOMLValue, key: String, position: TOMLPosition) throws -> String {
        if let text = value.string { return text }
        if let number = value.int { return String(number) }
        if let number = value.double { return "\(number)" }
        if let flag = value.bool { return flag ? "true" : "false" }
        if let list = value.array {
            return try list.map { try plain($0, key: key, position: position) }.joined(separator: ",")
        }
        let expected = Setting.byKey[key]?.kind.expectation ?? "text"
        throw Fault(.configuration, "\(key) in \(path):\(position) must be \(expected)")
    }

    private mutating func readSecrets(_ files: any FileReader) throws {
        let named = Setting.all.compactMap { setting in setting.fileKey.map { (key: setting.key, fileKey: $0) } }
        for (key, fileKey) in named + BucketKey.secretFiles(among: values.keys) {
            guard let name = values.removeValue(forKey: fileKey) else { continue }
            if values[key] != nil {
                throw Fault(.configuration, "both \(key) and \(fileKey) are set in \(path)")
            }
            let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
                .joined(separator: "/")
            let secretPath = name.hasPrefix("/") ? name : joined(directory, name)
            do throws(FileTrouble) {
                let content = try files.read(secretPath, limit: 1 << 16)
                var text = String(decoding: content.bytes, as: UTF8.self)
                while let last = text.last, last.isNewline { text.removeLast() }
                values[key] = text
                secretKeys[key] = fileKey
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
