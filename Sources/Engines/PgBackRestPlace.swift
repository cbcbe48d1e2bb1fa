/// Where pgBackRest keeps the backups of a server's databases, as its own configuration says.
package struct PgBackRestPlace: Sendable {
    package var stanza: String
    /// Its configuration file; nil for where it looks by itself.
    package var configuration: String?
    /// The account that owns the server's files; nil for whoever runs this.
    package var user: String?
    /// `PGBACKREST_…`, secrets among them.
    package var variables: [String: String]

    package init(
        stanza: String, configuration: String? = nil, user: String? = nil, variables: [String: String] = [:]
    ) {
        self.stanza = stanza
        self.configuration = configuration
        self.user = user
        self.variables = variables
    }
}
