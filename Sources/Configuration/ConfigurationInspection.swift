import Faults

/// A configuration as far as it can be understood: what `config show` and `config check` look at.
package struct ConfigurationInspection: Sendable {
    package var profilePath: String?
    package var envFilePath: String?
    /// Every setting that has a value.
    package var rows: [ConfigurationRow]
    /// Problems first.
    package var findings: [ConfigurationFinding]
    /// The configuration, when nothing forbids its use.
    package var configuration: Configuration?
}

extension Configuration {
    /// As `load`, but what cannot be understood is a finding instead of an end: every one of them, not only the first.
    ///
    /// - Throws: `Fault` for a file that cannot be read or is no text of its kind; nothing can be told then.
    package static func inspect(
        overrides: [Override] = [], environment: [String: String], files: any FileReader
    ) throws -> ConfigurationInspection {
        let discovery = try Discovery(overrides: overrides, environment: environment, files: files)
        let resolver = Resolver(
            overrides: overrides, environment: environment, profile: discovery.profile, envFile: discovery.envFile,
            credentials: discovery.credentials.credentials)
        let configuration =
            discovery.trouble == nil
            ? try? Configuration(resolver, discovery: discovery, files: files) : nil
        let findings =
            configuration?.findings()
            ?? ([discovery.trouble].compactMap(\.self) + faults(resolver, discovery, files)).map(
                ConfigurationFinding.init)
            + (discovery.warnings + Warnings.all(resolver)).map { ConfigurationFinding(severity: .warning, text: $0) }
        return ConfigurationInspection(
            profilePath: discovery.profile?.path, envFilePath: discovery.envFile?.path,
            rows: ConfigurationRow.all(resolver, discovery: discovery), findings: findings,
            configuration: configuration)
    }

    /// What each part has to complain about, on its own.
    private static func faults(_ resolver: Resolver, _ discovery: Discovery, _ files: any FileReader) -> [Fault] {
        let redis = ["redis", "redis.sidekiq", "redis.cache"].map { section in
            { _ = try RedisReading(resolver: resolver, section: section).settings() }
        }
        let parts: [() throws -> Void] =
            [
                {
                    let identity = try IdentitySettings(resolver)
                    _ = try LaneSettings(resolver, identity: identity)
                },
                {
                    let primary = try PostgresReading(resolver: resolver, section: "postgres").settings()
                    _ = try PostgresReading.replica(resolver, primary: primary)
                },
                { _ = try StorageReading(resolver: resolver, root: discovery.root).settings() },
                { _ = try ElasticsearchSettings(resolver) },
                { _ = try CacheBusterSettings(resolver) },
                {
                    let run = try RunSettings(resolver, files: files)
                    for part in PrunePart.allCases { _ = try PruneSettings(part, resolver, run: run) }
                },
            ] + redis
        var seen: Set<String> = []
        return parts.compactMap { part -> Fault? in
            do {
                try part()
                return nil
            } catch let fault as Fault {
                return fault
            } catch {
                return Fault(.ourBug, "\(type(of: error))", cause: error)
            }
        }.filter { seen.insert($0.message).inserted }
    }
}

extension ConfigurationFinding {
    init(_ fault: Fault) {
        let notes = fault.notes.isEmpty ? "" : " (\(fault.notes.joined(separator: "; ")))"
        self.init(severity: .problem, text: fault.message + notes, help: fault.help)
    }
}
