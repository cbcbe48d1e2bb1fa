import Faults
import Model

/// What `mastoctl login` keeps beside a profile: a token for the Admin API, and what is needed to revoke it.
package struct Credentials: Sendable {
    package var path: String
    /// Permission bits of the file.
    package var mode: UInt32
    /// The server the token is for. It is sent to no other.
    package var url: String
    package var token: Secret
    /// Of the application that was registered; nil for a token from elsewhere, which cannot be revoked from here.
    package var clientID: String?
    package var clientSecret: Secret?
    package var scopes: String?
    /// Whose token it is.
    package var account: String?

    package init(
        path: String, url: String, token: Secret, clientID: String? = nil, clientSecret: Secret? = nil,
        scopes: String? = nil, account: String? = nil
    ) {
        self.path = path
        mode = 0o600
        self.url = url
        self.token = token
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scopes = scopes
        self.account = account
    }

    /// Reads a file; nil when there is none.
    ///
    /// - Throws: `Fault(.configuration)` with file and line; `Fault(.denied)`.
    package static func read(_ path: String, files: any FileReader) throws -> Credentials? {
        let content: FileContent
        do throws(FileTrouble) {
            content = try files.readOwn(path, limit: 1 << 16)
        } catch .missing {
            return nil
        } catch {
            throw error.fault(path: path, what: "the credentials")
        }
        let table = try Profile.table(path: path, content: content, what: "file of credentials")
        guard let url = table["api_url"]?.string, let token = table["api_token"]?.string, !token.isEmpty else {
            throw Fault(
                .configuration, "\(path) holds no credentials", help: "remove it, and log in with `mastoctl login`")
        }
        var credentials = Credentials(path: path, url: url, token: Secret(token))
        credentials.mode = content.mode
        credentials.clientID = table["client_id"]?.string
        credentials.clientSecret = table["client_secret"]?.string.map { Secret($0) }
        credentials.scopes = table["scopes"]?.string
        credentials.account = table["account"]?.string
        return credentials
    }

    /// Writes the file, whole or not at all, with mode 0600, over one that is there.
    ///
    /// - Throws: `Fault` of kind `denied`, `noSuch` or `inputOutput`.
    package func write() throws {
        var text = "# Written by `mastoctl login`, removed by `mastoctl logout`. Keep its mode at 0600.\n"
        let values = [
            ("api_url", url), ("api_token", token.reveal()), ("client_id", clientID),
            ("client_secret", clientSecret?.reveal()), ("scopes", scopes), ("account", account),
        ]
        for (name, value) in values {
            if let value { text += "\(name) = \(ProfileTemplate.quoted(value))\n" }
        }
        try ProfileTemplate.write(text, to: path, replacing: true)
    }

    // MARK: - where

    /// Where the credentials of an instance may lie, best first.
    ///
    /// Beside the profile: `production.toml` has `production.credentials`. Without a profile, where profiles lie, under
    /// the local domain.
    static func places(
        profile: Profile?, domain: String?, environment: [String: String], files: any FileReader
    ) -> [String] {
        if let profile {
            let path = profile.path
            return [(path.hasSuffix(".toml") ? String(path.dropLast(5)) : path) + ".credentials"]
        }
        guard let domain, !domain.contains("/"), !domain.hasPrefix(".") else { return [] }
        let directories = Profile.directories(environment: environment)
        let ordered = files.userID == 0 ? directories.reversed() : directories
        return ordered.map { joined($0, domain + ".credentials") }
    }
}

extension Credentials {
    /// The credentials of an instance, as far as they are for it.
    struct Finding {
        var credentials: Credentials?
        /// Where new ones are to be written; nil when neither profile nor domain says.
        var place: String?
        var warnings: [String] = []
        /// Why those that are there were not read.
        var trouble: String?
    }

    static func find(
        _ resolver: Resolver, profile: Profile?, environment: [String: String], files: any FileReader
    ) throws -> Finding {
        let domain = resolver.filled("identity.local_domain")
        let places = places(profile: profile, domain: domain, environment: environment, files: files)
        var finding = Finding(place: places.first)
        guard let path = places.first(where: files.exists) else { return finding }
        // The same place again: whoever logs in twice has one token, not two.
        finding.place = path
        do {
            guard let found = try read(path, files: files) else { return finding }
            let url = resolver.filled("lanes.api_url") ?? (try? IdentitySettings(resolver))?.baseURL
            let isPlain = try resolver.boolean("lanes.api_plain")
            if let url, let here = try? ServerAddress(url, allowsPlain: isPlain),
                (try? ServerAddress(found.url, allowsPlain: isPlain)) != here
            {
                finding.warnings.append(
                    "the token in \(path) is for another server than \(here), so it is not used; log in again")
            } else {
                finding.credentials = found
            }
        } catch let fault as Fault where fault.kind == .denied {
            // Another user's: what he does needs no token, or tells that one is missing.
            finding.trouble = "\(path) cannot be read, so its token is not used: \(fault.notes.joined(separator: ", "))"
        }
        return finding
    }
}
