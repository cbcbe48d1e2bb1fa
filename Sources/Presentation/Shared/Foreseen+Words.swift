import Model
import Operations

extension Foreseen {
    /// The lines a person reads.
    package var words: [String] {
        switch self {
        case .account(let account): [account.words]
        case .backup(let backup): [backup.words]
        case .block(let block): block.words
        case .domain(let domain): [domain.words]
        case .list(let list): list.words
        case .media(let media): [media.words]
        case .provider(let provider): [provider.words]
        case .noWorker(let worker): [worker.unservedWarning]
        case .unknownTables(let names, let areTaken):
            [
                areTaken
                    ? "rows of \(names.joined(separator: ", ")), which no release of Mastodon has, are deleted where they "
                        + "hold what goes"
                    : "no release of Mastodon has \(names.joined(separator: ", ")); what its rows hold is left, unless "
                        + "--with-unknown-tables is given"
            ]
        case .otherSchema(let plan, let server):
            ["the plan was made on schema \(plan), and the server is on \(server) now"]
        }
    }
}
