import Model
import Postgres

extension Instance {
    /// What the addresses of this server's own things begin with: `https://example.org`.
    var root: String { (isHTTPS ? "https://" : "http://") + webDomain }

    /// An account of this server, as others know it.
    func actor(_ id: Int64, username: String, isNumeric: Bool) -> ActorName {
        ActorName(localID: id, username: username, host: webDomain, isHTTPS: isHTTPS, isNumeric: isNumeric)
    }

    /// Whether a row of `accounts` is known by its id: a column since 4.5.
    var isNumeric: Statement {
        schema.has(column: "id_scheme", in: "accounts") ? "coalesce(id_scheme, 0) = 1" : "false"
    }
}
