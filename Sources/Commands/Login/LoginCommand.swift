import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

/// `mastoctl login`: get a token for the server's Admin API.
struct LoginCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Get a token for the server's Admin API, and keep it.",
        discussion: """
            Registers an application with the server and tells the address of a page. Open it in a browser, sign in as \
            a moderator, allow access, and paste the code it shows. The token is kept with mode 0600 beside the \
            profile (production.credentials beside production.toml), or without a profile where profiles lie, under \
            the local domain. With a token, commands that offer the lane api take it first. Logging in again replaces \
            the token, and revokes the old one.

            A token that was made elsewhere, under Preferences, Development, comes from a file by --token-file, a plain \
            one of yours or root's that nobody else can write; it is tried before it is kept.

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
        guard let path = configuration.credentialsPath, configuration.lanes.apiURL != nil else {
            throw Fault(
                .configuration, "which server to log in at is not known",
                help: "write a profile with `mastoctl config init`, or set LOCAL_DOMAIN")
        }
        try configuration.requireWritable()
        let address = try configuration.lanes.address()
        let desk = TokenDesk(try AdminMaking(configuration).door(warn: session.warn))
        defer { desk.close() }
        let token = try await token(desk, session)
        let facts = try await facts(token, desk, session)
        let old = configuration.credentials
        try Credentials(
            path: path, url: address.description, token: Secret(token.reveal()),
            clientID: token.applicationID, clientSecret: token.revealApplicationSecret().map { Secret($0) },
            scopes: facts.scopes.map { $0.map(\.text).sorted().joined(separator: " ") },
            account: facts.owner?.username
        ).write()
        if let old { await revoke(old, unless: token, desk, session) }
        return try tell(
            LoginShown(
                url: address.description, account: facts.owner?.username,
                role: facts.owner?.role?.name, scopes: facts.scopes?.map(\.text).sorted(), path: path), in: session)
    }

    // MARK: - parts

    private func token(_ desk: TokenDesk, _ session: Session) async throws -> AccessToken {
        if let tokenFile { return try AccessToken(TokenFile.read(tokenFile)) }
        let request = try await desk.request(scopes: wanted)
        session.output.say(
            "Open this page, sign in as a moderator, and allow access:\n\n  \(request.page)\n")
        if open, session.output.conversation.isTerminal, !Browser.open(request.page) {
            session.warn("xdg-open could not open the page")
        }
        let prompt = Prompt(output: session.output, noInput: false)
        guard let code = try prompt.line("Code:"), !code.isEmpty else {
            throw Fault(
                .usage, "no code was given", notes: ["nothing was kept"],
                help: "paste the code of the page, or give a token with --token-file")
        }
        return try await request.token(for: code)
    }

    /// What the token may do; a token that cannot do anything here is told of at once.
    private func facts(_ token: AccessToken, _ desk: TokenDesk, _ session: Session) async throws -> TokenFacts {
        let facts = try await desk.facts(of: token)
        let open = AdminAPI.Route.all.filter { route in (try? facts.require(route)) != nil }
        if open.isEmpty {
            session.warn("the token opens no route of the Admin API: it lacks scopes, or its owner permissions")
        }
        return facts
    }

    private func revoke(
        _ old: Credentials, unless new: AccessToken, _ desk: TokenDesk, _ session: Session
    ) async {
        guard let id = old.clientID, let secret = old.clientSecret, old.token.reveal() != new.reveal() else { return }
        do {
            try await desk.revoke(old.token.reveal(), id: id, secret: secret.reveal())
        } catch {
            session.warn("the token that was kept before is still good: \(session.fault(for: error).message)")
        }
    }
}
