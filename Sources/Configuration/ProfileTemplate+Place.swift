import Glibc

extension ProfileTemplate {
    /// Where a profile of that name belongs: among the machine's for root, among the user's own otherwise. A path stays
    /// what it is. The folder is made when it is one of ours.
    ///
    /// - Parameter wanted: a name or a path; nil is `default`.
    package static func path(of wanted: String?, environment: [String: String], files: any FileReader) -> String {
        let wanted = wanted ?? "default"
        if wanted.contains("/") || wanted.hasSuffix(".toml") { return files.absolute(wanted) }
        let directories = Profile.directories(environment: environment)
        let folder = files.userID == 0 ? directories[directories.count - 1] : directories[0]
        make(folder)
        return joined(folder, wanted + ".toml")
    }

    /// Makes a folder and those above it; what goes wrong shows when the file is written.
    private static func make(_ folder: String) {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            mkdir(path, 0o755)
        }
    }
}

extension EnvFile {
    /// The env file that is used when nobody names one: in the working directory, or where Mastodon usually lives.
    package static func find(files: any FileReader) -> String? {
        [files.workingDirectory, Discovery.usualRoot].map { joined($0, ".env.production") }.first(where: files.exists)
    }
}
