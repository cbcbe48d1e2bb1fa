import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Model
import Presentation
import Stores

/// `mastoctl login`: get a token for the server's Admin API.
struct LoginCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Get a token for the server's Admin API, and keep it beside the profile.",
        discussion: """
            Registers an application with the server and tells the address of a page. Open it in a browser, sign in as \
            a moderator, allow access, and paste the code it shows. The token is kept with mode 0600 beside the \
            profile (production.credentials beside production.toml), or without a profile where profiles lie, under \
            the local domain. With a token, commands that offer the lane api take it first. Logging in again replaces \
            the token, and revokes the old one.

            A token that was made elsewhere, under Preferences, Development, comes from a file by --token-file; it is \
            tried before it is kept.

            Examples:
              mastoctl login
              mastoctl login --profile production --open
              mastoctl login --scopes 'read:accounts admin:read admin:write:domain_blocks'
              mastoctl login --token-file /run/secrets/mastodon-token
            """)

    @Option(
        help: ArgumentHelp("Take the token from this file, or from standard input for -.", valueName: "file"),
        completion: .file())
    var tokenFile: String?

    @Option(
        help: ArgumentHelp("Ask for these scopes, with blanks between them.", valueName: "scopes"))
    var scopes = AdminAPI.Scope.standard.map(\.text).joined(separator: " ")

    @Flag(help: "Open the page by xdg-open; on a terminal only.")
    var open = false

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    private var wanted: [String] { scopes.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init) }

    func validate() throws {
        if tokenFile != nil && open { throw ValidationError("--token-file needs no page to --open") }
        if wanted.isEmpty { throw ValidationError("--scopes must name a scope") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        guard let path = configuration.credentialsPath, let url = configuration.lanes.apiURL else {
            throw Fault(
                .configuration, "which server to log in at is not known",
                help: "write a profile with `mastoctl config init`, or set LOCAL_DOMAIN")
        }
        let door = OAuthDoor(try AdminMaking(configuration).exchange { [warn = session.warn] in warn($0.text) })
        defer { door.close() }
        let got = try await token(door, session)
        let facts = try await facts(got.token, configuration, session)
        let old = configuration.credentials
        try Credentials(
            path: path, url: try ServerAddress(url).description, token: Secret(got.token.reveal()),
            clientID: got.application?.id, clientSecret: (got.application?.secret.reveal()).map { Secret($0) },
            scopes: facts.scopes.map { $0.map(\.text).sorted().joined(separator: " ") },
            account: facts.owner?.username
        ).write()
        if let old { await revoke(old, unless: got.token, door, session) }
        return try tell(
            LoginShown(
                url: try ServerAddress(url).description, account: facts.owner?.username,
                role: facts.owner?.role?.name, scopes: facts.scopes?.map(\.text).sorted(), path: path), in: session)
    }

    // MARK: - parts

    private func token(
        _ door: OAuthDoor, _ session: Session
    ) async throws -> (token: AdminToken, application: OAuthDoor.Application?) {
        if let tokenFile { return (try AdminToken(TokenFile.read(tokenFile)), nil) }
        let application = try await door.register(scopes: wanted)
        let proof = OAuthDoor.Proof()
        let page = door.page(for: application, scopes: wanted, proof)
        session.output.say("Open this page, sign in as a moderator, and allow access:\n\n  \(page)\n")
        if open, session.output.conversation.isTerminal, !Browser.open(page) {
            session.warn("xdg-open could not open the page")
        }
        let prompt = Prompt(output: session.output, noInput: false)
        guard let code = try prompt.line("Code:"), !code.isEmpty else {
            throw Fault(
                .usage, "no code was given", notes: ["nothing was kept"],
                help: "paste the code of the page, or give a token with --token-file")
        }
        return (try await door.redeem(code, for: application, proof), application)
    }

    /// What the token may do; a token that cannot do anything here is told of at once.
    private func facts(
        _ token: AdminToken, _ configuration: Configuration, _ session: Session
    ) async throws -> TokenFacts {
        let client = try AdminMaking(configuration).client(token: token) { [warn = session.warn] in warn($0.text) }
        defer { client.close() }
        let facts = try await client.facts()
        let open = AdminAPI.Route.all.filter { route in (try? facts.require(route)) != nil }
        if open.isEmpty {
            session.warn("the token opens no route of the Admin API: it lacks scopes, or its owner permissions")
        }
        return facts
    }

    private func revoke(
        _ old: Credentials, unless new: AdminToken, _ door: OAuthDoor, _ session: Session
    ) async {
        guard let id = old.clientID, let secret = old.clientSecret, old.token.reveal() != new.reveal() else { return }
        do {
            let application = OAuthDoor.Application(id: id, secret: try AdminToken(secret.reveal()))
            try await door.revoke(try AdminToken(old.token.reveal()), of: application)
        } catch {
            session.warn("the token that was kept before is still good: \(session.fault(for: error).message)")
        }
    }
}
