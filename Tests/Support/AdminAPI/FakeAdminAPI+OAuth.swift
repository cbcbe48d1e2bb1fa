import Model
import Synchronization

// What Doorkeeper answers, and what tells whose a token is.
extension FakeAdminAPI {
    /// The one code it takes.
    package static let code = "good-code"

    func oauth(_ request: Request, _ state: State) -> Answer? {
        func field(_ name: String) -> String? { request.parameters[name]?.string }
        let grant = Self.token(request).flatMap { state.grants[$0] }
        switch (request.method, request.path) {
        case ("GET", "/oauth/token/info"):
            guard let grant else { return .error(401, "invalid_token") }
            let scopes = JSONValue.array(grant.scopes.map { .string($0) }).text
            return Answer(
                body:
                    #"{"resource_owner_id":\#(grant.owner == nil ? "null" : "1"),"scope":\#(scopes),"expires_in":null,"application":{"uid":"app"},"created_at":1772582400}"#
            )
        case ("GET", "/api/v1/accounts/verify_credentials"):
            guard let grant else { return .error(401, "The access token is invalid") }
            guard !Set(grant.scopes).isDisjoint(with: ["read", "read:accounts", "profile"]) else {
                return .error(403, "This action is outside the authorized scopes")
            }
            guard let owner = grant.owner else {
                return .error(422, "This method requires an authenticated user")
            }
            let name = grant.permissions & 1 == 1 ? "Owner" : "Moderator"
            return Answer(
                body:
                    #"{"id":"1","username":"\#(owner)","acct":"\#(owner)","source":{},"role":{"id":"3","name":"\#(name)","permissions":"\#(grant.permissions)","color":"","highlighted":true}}"#
            )
        case ("POST", "/api/v1/apps"):
            guard field("redirect_uris") == "urn:ietf:wg:oauth:2.0:oob", let scopes = field("scopes"),
                scopes.split(separator: " ").allSatisfy({ $0.hasPrefix("admin:") || $0.hasPrefix("read") })
            else { return .error(422, "Validation failed: Scopes doesn't match configured on the server.") }
            let number = self.state.withLock { state in
                state.applications += 1
                return state.applications
            }
            return Answer(
                body: #"{"id":"\#(number)","name":"mastoctl","client_id":"app\#(number)","client_secret":"app-secret"}"#
            )
        case ("POST", "/oauth/token"):
            guard field("client_secret") == "app-secret", field("code") == Self.code,
                field("grant_type") == "authorization_code", let application = field("client_id")
            else {
                return Answer(
                    status: 400,
                    body: #"{"error":"invalid_grant","error_description":"The provided grant is not valid."}"#)
            }
            let token = "token-of-\(application)"
            self.grant(token)
            return Answer(
                body:
                    #"{"access_token":"\#(token)","token_type":"Bearer","scope":"read:accounts admin:read admin:write","created_at":1772582400}"#
            )
        case ("POST", "/oauth/revoke"):
            guard field("client_secret") == "app-secret", let token = field("token") else {
                return .error(403, "unauthorized_client")
            }
            self.state.withLock { state in
                state.grants[token] = nil
                state.revoked.append(token)
            }
            return Answer()
        default: return nil
        }
    }
}
