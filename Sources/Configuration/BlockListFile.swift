import Faults
import Model

extension Configuration {
    /// A declared list of domain blocks. Paths in it count from its own folder.
    ///
    /// - Throws: `Fault` of kind `configuration` for bad TOML, an unknown key or a value that does not fit; `denied` when
    ///   the file may not be read.
    package static func blockList(at path: String, files: any FileReader) throws -> BlockListPolicy {
        let path = files.absolute(path)
        let content = try files.content(of: path, as: "the list")
        let table = try Profile.table(path: path, content: content, what: "list")
        return try BlockListFile(path: path, files: files).policy(table)
    }

    /// The server's own names.
    package var ownDomains: [String] {
        var names = [identity.localDomain, identity.webDomain].compactMap { $0 }
        names += identity.alternateDomains
        return Array(Set(names.map(DomainName.normalized))).sorted()
    }
}

/// Reads the tables of a declared list.
private struct BlockListFile {
    let path: String
    let files: any FileReader

    private static let keys: Set<String> = [
        "name", "merge", "threshold", "max_severity", "followed_severity", "allow", "allow_from", "protect",
        "remove", "adopt", "max_changes", "max_removals", "source",
    ]
    private static let sourceKeys: Set<String> = [
        "name", "file", "url", "instance", "token_file", "kind", "trust", "max_severity", "severity", "ttl", "optional",
    ]

    func policy(_ table: TOMLTable) throws -> BlockListPolicy {
        let reader = BlockListTable(table: table, place: path, path: path)
        try reader.refuseOthers(than: Self.keys)
        let name = try reader.text("name") ?? standardName
        guard !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy(Self.isNameByte), !name.hasPrefix(".") else {
            throw reader.fault("name", "must be letters, digits, hyphens, dots and underscores")
        }
        guard let sections = table["source"]?.array, !sections.isEmpty else {
            throw Fault(
                .configuration, "\(path) names no source", help: "add a section [[source]] with a url or a file")
        }
        var policy = BlockListPolicy(name: name, sources: [])
        for (index, section) in sections.enumerated() {
            guard let section = section.table else { throw reader.fault("source", "must be sections [[source]]") }
            policy.sources.append(try source(section, number: index + 1))
        }
        let names = policy.sources.map(\.name)
        if let twin = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw Fault(.configuration, "two sources of \(path) are called \(twin)")
        }
        policy.merge = try merge(reader)
        policy.maxSeverity = try reader.severity("max_severity") ?? policy.maxSeverity
        policy.followedSeverity = try reader.severity("followed_severity") ?? policy.followedSeverity
        policy.allowed = try reader.domains("allow") + allowedInFiles(reader)
        policy.protected = try reader.domains("protect")
        if let word = try reader.text("remove") {
            guard let removal = BlockListPolicy.Removal(rawValue: word) else {
                throw reader.fault("remove", "must be unlisted, retracted or never")
            }
            policy.removal = removal
        }
        policy.adopts = try reader.boolean("adopt") ?? policy.adopts
        policy.maxChanges = try reader.integer("max_changes") ?? policy.maxChanges
        if policy.maxChanges < 0 { throw reader.fault("max_changes", "must be zero or more") }
        policy.maxRemovals = try reader.share("max_removals") ?? policy.maxRemovals
        return policy
    }

    /// The domains of the lists that `allow_from` names, in any form that blocks are imported from.
    private func allowedInFiles(_ reader: BlockListTable) throws -> [String] {
        try reader.texts("allow_from").flatMap { name in
            let file = absolute(name)
            let content = try files.content(of: file, as: "the list of allowed domains")
            do throws(BlockListUnreadable) {
                return try AllowedDomains(content.bytes).domains
            } catch {
                throw Fault(
                    .configuration, "\(file) is no list of domains",
                    notes: ["line \(error.line): \(error.reason)", "allow_from in \(path) names it"])
            }
        }
    }

    private func source(_ table: TOMLTable, number: Int) throws -> BlockListSource {
        let reader = BlockListTable(table: table, place: "source \(number)", path: path)
        try reader.refuseOthers(than: Self.sourceKeys)
        let place = try place(reader)
        var source = BlockListSource(name: try reader.text("name") ?? Self.name(of: place), place: place)
        if let word = try reader.text("kind") {
            guard let kind = BlockListSource.Kind(rawValue: word) else {
                throw reader.fault("kind", "must be blocks or retractions")
            }
            source.kind = kind
        }
        source.trust = try reader.number("trust") ?? source.trust
        guard source.trust >= 0, source.trust.isFinite else { throw reader.fault("trust", "must be zero or more") }
        source.maxSeverity = try reader.severity("max_severity") ?? source.maxSeverity
        source.severity = try reader.severity("severity") ?? source.severity
        if let text = try reader.text("ttl") {
            guard let duration = try? Duration(parsing: text) else {
                throw reader.fault("ttl", "must be a duration such as 24h")
            }
            source.ttl = Double(duration.components.seconds)
        }
        source.isOptional = try reader.boolean("optional") ?? false
        return source
    }

    private func place(_ reader: BlockListTable) throws -> BlockListSource.Place {
        let (file, url, instance) = (try reader.text("file"), try reader.text("url"), try reader.text("instance"))
        guard [file, url, instance].compactMap({ $0 }).count == 1 else {
            throw Fault(.configuration, "\(reader.place) of \(path) needs one of file, url and instance")
        }
        let tokenFile = try reader.text("token_file")
        if tokenFile != nil, instance == nil { throw reader.fault("token_file", "goes with instance") }
        if let file { return .file(absolute(file)) }
        if let url {
            guard Self.isWeb(url) else { throw reader.fault("url", "must begin with https:// or http://") }
            return .url(url)
        }
        var address = instance ?? ""
        if !Self.isWeb(address) { address = "https://" + address }
        while address.hasSuffix("/") { address.removeLast() }
        guard let tokenFile else { return .instance(address) }
        return .admin(address, tokenFile: absolute(tokenFile))
    }

    private func merge(_ reader: BlockListTable) throws -> BlockMerge {
        let word = try reader.text("merge")
        let text = try reader.text("threshold")
        switch word ?? (text == nil ? "max" : "threshold") {
        case "max" where text == nil: return .max
        case "min" where text == nil: return .min
        case "threshold":
            guard let text else { throw reader.fault("threshold", "is needed to merge by it") }
            if text.hasSuffix("%") {
                guard let share = BlockListTable.share(text), share > 0 else {
                    throw reader.fault("threshold", "must be a weight or a share such as 50%")
                }
                return .threshold(.share(share))
            }
            guard let weight = Double(text), weight > 0, weight.isFinite else {
                throw reader.fault("threshold", "must be a weight or a share such as 50%")
            }
            return .threshold(.weight(weight))
        case "max", "min": throw reader.fault("threshold", "goes with merge = \"threshold\"")
        default: throw reader.fault("merge", "must be max, min or threshold")
        }
    }

    private func absolute(_ name: String) -> String {
        if name.hasPrefix("/") { return name }
        return joined(
            path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"), name)
    }

    private var standardName: String {
        let file = path.split(separator: "/").last.map(String.init) ?? "list"
        return file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
    }

    private static func name(of place: BlockListSource.Place) -> String {
        switch place {
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
        case .url(let url), .instance(let url), .admin(let url, _): Address(url).description
        }
    }

    private static func isWeb(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
