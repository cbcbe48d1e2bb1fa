import Crypto
import Faults
import HTTP
import Model

/// How a token is got and given back: Mastodon's OAuth (Doorkeeper), with a code that a person carries over.
package struct OAuthDoor: Sendable {
    /// An application as the server registered it.
    package struct Application: Sendable {
        package var id: String
        package var secret: AdminToken

        package init(id: String, secret: AdminToken) {
            self.id = id
            self.secret = secret
        }
    }

    /// The proof that who redeems a code is who asked for it (RFC 7636). Servers before 4.4 do not look at it.
    package struct Proof: Sendable {
        let verifier: String

        package init() {
            let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
            // The system's generator is the kernel's.
            verifier = String((0..<64).map { _ in letters[Int.random(in: 0..<letters.count)] })
        }

        /// SHA-256 of the verifier in base64 for URLs, without padding.
        var challenge: String {
            let digest = Digest.base64(Digest.sha256(Array(verifier.utf8)))
            return digest.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
    }

    /// The server shows the code instead of sending the browser on.
    private static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"

    private let exchange: AdminExchange

    package init(_ exchange: AdminExchange) {
        self.exchange = exchange
    }

    package func close() { exchange.close() }

    /// What a token may do and whose it is.
    ///
    /// - Throws: `Fault(.denied)` for one the server does not take.
    package func facts(of token: AdminToken) async throws -> TokenFacts {
        try await TokenCheck(exchange, token).facts()
    }

    /// Registers an application that may ask for these scopes.
    ///
    /// - Throws: `Fault(.badData)` for scopes the server does not know.
    package func register(scopes: [String]) async throws -> Application {
        let answer = try await post(
            "/api/v1/apps",
            [
                ("client_name", "mastoctl"), ("redirect_uris", Self.outOfBand),
                ("scopes", scopes.joined(separator: " ")),
            ])
        guard let id = answer["client_id"]?.string, let secret = answer["client_secret"]?.string else {
            throw notOAuth("/api/v1/apps")
        }
        return Application(id: id, secret: try AdminToken(secret))
    }

    /// The page where a person signs in, allows access and is shown a code.
    package func page(for application: Application, scopes: [String], _ proof: Proof) -> String {
        let query = Self.form([
            ("response_type", "code"), ("client_id", application.id), ("redirect_uri", Self.outOfBand),
            ("scope", scopes.joined(separator: " ")), ("code_challenge", proof.challenge),
            ("code_challenge_method", "S256"),
        ])
        let place = exchange.settings.publicAddress ?? exchange.settings.address.description
        return "\(place)/oauth/authorize?\(query)"
    }

    /// Turns a code into a token.
    ///
    /// - Throws: `Fault(.denied)` for a code the server does not take.
    package func redeem(_ code: String, for application: Application, _ proof: Proof) async throws -> AdminToken {
        let answer = try await post(
            "/oauth/token",
            [
                ("grant_type", "authorization_code"), ("code", code), ("client_id", application.id),
                ("client_secret", application.secret.reveal()), ("redirect_uri", Self.outOfBand),
                ("code_verifier", proof.verifier),
            ])
        guard let token = answer["access_token"]?.string else { throw notOAuth("/oauth/token") }
        return try AdminToken(token)
    }

    /// Makes a token worthless. One that is so already is no error.
    ///
    /// - Throws: `Fault(.denied)` when the token is another application's.
    package func revoke(_ token: AdminToken, of application: Application) async throws {
        _ = try await post(
            "/oauth/revoke",
            [
                ("client_id", application.id), ("client_secret", application.secret.reveal()),
                ("token", token.reveal()),
            ], isRepeatable: true)
    }

    // MARK: - requests

    private func post(
        _ path: String, _ fields: [(String, String)], isRepeatable: Bool = false
    ) async throws -> JSONValue {
        let response = try await exchange.send(
            .post, path, headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Self.form(fields),
            isRepeatable: isRepeatable
        ).response
        let place = exchange.settings.address
        switch response.status {
        case 200...299:
            guard let value = response.json else { throw notOAuth(path) }
            return value
        case 403 where response.json == nil: throw AdminRefusal.notAPIsRefusal(place)
        case 400, 401, 403:
            throw Fault(
                .denied, "\(place.authority) refuses to \(path == "/oauth/revoke" ? "revoke" : "give") the token",
                notes: AdminRefusal.words(response), help: "begin again with `mastoctl login`")
        case 422:
            throw Fault(
                .badData, "\(place.authority) refuses to register the application",
                notes: AdminRefusal.words(response), help: "check --scopes")
        case 500...: throw AdminRefusal.outOfOrder(place, response)
        default: throw notOAuth(path)
        }
    }

    private func notOAuth(_ path: String) -> Fault {
        Fault(
            .unreachable, "what answers at \(exchange.settings.address) is not Mastodon",
            notes: ["the answer to POST \(path) is none it gives"],
            help: "check lanes.api_url with `mastoctl config show`")
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\($0.0)=\(AdminAPI.Parameters.encoded($0.1))" }.joined(separator: "&")
    }
}
