import Model
import Stores

/// Gets tokens for the server's Admin API, and gives them back.
package struct TokenDesk: Sendable {
    private let door: OAuthDoor

    package init(_ door: OAuthDoor) {
        self.door = door
    }

    package func close() { door.close() }

    /// Registers an application, and finds the page where a person lets it have a token.
    ///
    /// - Throws: `Fault(.badData)` for scopes the server does not know.
    package func request(scopes: [String]) async throws -> TokenRequest {
        TokenRequest(application: try await door.register(scopes: scopes), scopes: scopes, door: door)
    }

    /// What a token may do and whose it is.
    ///
    /// - Throws: `Fault(.denied)` for one the server does not take.
    package func facts(of token: AccessToken) async throws -> TokenFacts { try await door.facts(of: token.token) }

    /// Makes a token worthless. One that is so already is no error.
    ///
    /// - Parameters:
    ///   - id: of the application it was given to.
    ///   - secret: that application's.
    /// - Throws: `Fault(.denied)` when the token is another application's.
    package func revoke(_ token: String, id: String, secret: String) async throws {
        try await door.revoke(try AdminToken(token), of: .init(id: id, secret: try AdminToken(secret)))
    }
}

/// A token that was asked for: a person carries the code from the page to here.
package struct TokenRequest: Sendable {
    fileprivate let application: OAuthDoor.Application
    fileprivate let scopes: [String]
    fileprivate let door: OAuthDoor
    private let proof = OAuthDoor.Proof()

    /// Where a person signs in, allows access and is shown a code.
    package var page: String { door.page(for: application, scopes: scopes, proof) }

    /// - Throws: `Fault(.denied)` for a code the server does not take.
    package func token(for code: String) async throws -> AccessToken {
        AccessToken(token: try await door.redeem(code, for: application, proof), application: application)
    }
}

/// A token, which shows itself nowhere but in the file that keeps it.
package struct AccessToken: Sendable {
    fileprivate let token: AdminToken
    fileprivate let application: OAuthDoor.Application?

    fileprivate init(token: AdminToken, application: OAuthDoor.Application?) {
        self.token = token
        self.application = application
    }

    /// One from elsewhere, which cannot be revoked from here.
    ///
    /// - Throws: `Fault(.configuration)` for what cannot be a token.
    package init(_ text: String) throws {
        self.init(token: try AdminToken(text), application: nil)
    }

    package func reveal() -> String { token.reveal() }
    package var applicationID: String? { application?.id }
    package func revealApplicationSecret() -> String? { application?.secret.reveal() }
}
