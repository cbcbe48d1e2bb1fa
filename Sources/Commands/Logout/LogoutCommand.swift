import ArgumentParser
import Assembly
import Configuration
import Faults
import Glibc
import Operations
import Presentation

/// `mastoctl logout`: give the token for the Admin API back.
struct LogoutCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Revoke the token that login got, and remove it.",
        discussion: """
            The server is told that the token is worthless, and the file that kept it is removed. When the server \
            cannot be reached nothing is removed, unless --force says so. A token that came by --token-file can only \
            be revoked in the web interface, under Preferences, Account or Development; its file is removed. Where \
            nobody is logged in there is nothing to do.

            Examples:
              mastoctl logout
              mastoctl logout --profile production --force
            """)

    @Flag(help: "Remove the file even if the token cannot be revoked.")
    var force = false

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        guard let path = configuration.credentialsPath,
            let kept = try Credentials.read(path, files: SystemFileReader())
        else {
            if configuration.lanes.apiToken != nil {
                session.warn("the token in use is that of \(configuration.origin(of: "lanes.api_token"))")
            }
            return try tell(LogoutShown(path: nil, isRevoked: false), in: session)
        }
        try configuration.requireWritable()
        var isRevoked = false
        do {
            isRevoked = try await revoke(kept, configuration, session)
        } catch  where force {
            session.warn("the token is still good: \(session.fault(for: error).message)")
        }
        guard unlink(path) == 0 || errno == ENOENT else {
            throw Fault(
                errno == EACCES || errno == EPERM ? .denied : .inputOutput, "cannot remove \(path)",
                notes: [String(cString: strerror(errno))])
        }
        return try tell(LogoutShown(path: path, isRevoked: isRevoked), in: session)
    }

    /// False when there is nothing to revoke it with.
    private func revoke(
        _ kept: Credentials, _ configuration: Configuration, _ session: Session
    ) async throws -> Bool {
        guard let id = kept.clientID, let secret = kept.clientSecret else {
            session.warn("the token came from elsewhere and stays good; revoke it in the web interface")
            return false
        }
        var configuration = configuration
        // The token goes to the server it is of, whatever is configured by now.
        configuration.lanes.apiURL = kept.url
        let desk = TokenDesk(try AdminMaking(configuration).door(warn: session.warn))
        defer { desk.close() }
        try await desk.revoke(kept.token.reveal(), id: id, secret: secret.reveal())
        return true
    }
}
