/// What an admin should know about the files and values in use.
enum Warnings {
    static func all(_ resolver: Resolver) -> [String] {
        modes(resolver) + dialect(resolver.envFile) + commands(resolver.envFile) + namespace(resolver)
            + signature(resolver)
    }

    /// Files that hold secrets and that others than owner and group may read, or anybody but the owner may write.
    private static func modes(_ resolver: Resolver) -> [String] {
        var files: [(String, UInt32)] = resolver.profile?.secretFiles.map { ($0.path, $0.mode) } ?? []
        let secrets = Setting.all.filter { $0.kind == .secret }
        if let profile = resolver.profile,
            secrets.contains(where: { profile.values[$0.key] != nil && profile.secretKeys[$0.key] == nil })
        {
            files.append((profile.path, profile.mode))
        }
        let secretNames = secrets.flatMap(\.variables)
        if let envFile = resolver.envFile, secretNames.contains(where: { envFile.entries[$0] != nil }) {
            files.append((envFile.path, envFile.mode))
        }
        if let credentials = resolver.credentials { files.append((credentials.path, credentials.mode)) }
        return files.compactMap { path, mode in
            let text = String(mode & 0o777, radix: 8)
            if mode & 0o004 != 0 { return "\(path) holds secrets and everybody may read it (mode 0\(text))" }
            if mode & 0o022 != 0 { return "\(path) holds secrets and others may write it (mode 0\(text))" }
            return nil
        }
    }

    private static func dialect(_ envFile: EnvFile?) -> [String] {
        guard let envFile, let reason = envFile.detection else { return [] }
        let used = Set(Setting.all.flatMap(\.variables))
        let names = envFile.disputed.keys.filter(used.contains).sorted()
        if names.isEmpty { return [] }
        let others = EnvDialect.allCases.filter { dialect in
            names.contains { envFile.disputed[$0]?.contains(dialect) ?? false }
        }
        return [
            "\(envFile.path) would read differently as \(others.map(\.rawValue).joined(separator: ", ")) would "
                + "(\(names.joined(separator: ", "))); it was read as \(envFile.dialect.rawValue), since \(reason); "
                + "env_dialect in a profile settles it"
        ]
    }

    private static func commands(_ envFile: EnvFile?) -> [String] {
        guard let envFile else { return [] }
        let used = Set(Setting.all.flatMap(\.variables))
        return envFile.entries.filter { $0.value.holdsCommand && used.contains($0.key) }.sorted { $0.key < $1.key }.map
        {
            "\($0.key) in \(envFile.path):\($0.value.line) holds a command in $(…), which is not run"
        }
    }

    private static func namespace(_ resolver: Resolver) -> [String] {
        guard let said = resolver.said("redis.namespace"), !said.value.isEmpty else { return [] }
        return ["\(said.origin): Mastodon 4.4 and newer do not start with a Redis namespace"]
    }

    private static func signature(_ resolver: Resolver) -> [String] {
        guard let said = resolver.said("s3.signature_version"), said.value != "v4", !said.value.isEmpty else {
            return []
        }
        return ["\(said.origin) asks for another signature than v4; v4 is used"]
    }
}
