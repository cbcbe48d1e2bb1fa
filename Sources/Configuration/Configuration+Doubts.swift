extension Configuration {
    /// The variables of the env file that say where media and rows lie, and that other readers of such a file would give
    /// another value: names only, sorted.
    ///
    /// Empty when `env_dialect` says who reads the file, and for values that something above the file decides. Passwords
    /// and keys are left out: a wrong one leads nowhere, where another bucket or database leads astray.
    static func doubts(_ resolver: Resolver) -> [String] {
        guard let envFile = resolver.envFile else { return [] }
        let names = Setting.all.filter(\.saysWhere).filter { setting in
            resolver.said(setting.key).map { $0.origin.level <= Origin.envFile(path: "", line: 0, key: "").level }
                ?? true
        }.flatMap(\.variables)
        return Set(names).filter { envFile.disputed[$0] != nil }.sorted()
    }
}

extension Setting {
    /// Whether a value decides in which store or database something is changed.
    var saysWhere: Bool {
        let first = section.prefix { $0 != "." }
        guard ["postgres", "storage", "s3", "swift", "azure"].contains(first) else { return false }
        return kind != .secret || name == "url"
    }
}
