/// What culling runs remember of accounts and servers from one day to another: only of those that seem to be gone.
package struct CullMemory: Sendable, Equatable {
    /// Something that failed more than once.
    package struct Trouble: Sendable, Equatable {
        /// Since 1970, in seconds: when it was first seen without a good answer after it, and when last.
        package var first: Double
        package var last: Double
        /// Different days on which it was seen.
        package var days: Int

        /// The same, seen again.
        func again(_ now: Double) -> Trouble {
            let isNewDay = Int64(now / 86_400) > Int64(last / 86_400)
            return Trouble(first: first, last: max(last, now), days: days + (isNewDay ? 1 : 0))
        }
    }

    /// Accounts whose server says they are not there, by id.
    package private(set) var accounts: [Int64: Trouble] = [:]
    /// Servers that could not be reached, by host.
    package private(set) var servers: [String: Trouble] = [:]

    package init() {}

    /// An answer that an account is not there.
    ///
    /// - Parameter confirmation: seconds that must lie between the first such answer and one that counts; nil takes the
    ///   first one.
    /// - Returns: whether the account is gone.
    package mutating func missing(_ account: Int64, now: Double, confirmation: Double?) -> Bool {
        let trouble = accounts[account]?.again(now) ?? Trouble(first: now, last: now, days: 1)
        accounts[account] = trouble
        guard let confirmation else { return true }
        return now - trouble.first >= confirmation && trouble.first < now
    }

    /// An answer that an account is there, or that it was deleted here.
    package mutating func forget(_ account: Int64) { accounts[account] = nil }

    /// A server that could not be reached.
    package mutating func failed(_ server: String, now: Double) {
        servers[server] = servers[server]?.again(now) ?? Trouble(first: now, last: now, days: 1)
    }

    /// A server that answered something.
    package mutating func answered(_ server: String) { servers[server] = nil }

    /// Whether an answer would count, without remembering it.
    package func isConfirmed(_ account: Int64, now: Double, confirmation: Double?) -> Bool {
        var copy = CullMemory()
        copy.accounts[account] = accounts[account]
        return copy.missing(account, now: now, confirmation: confirmation)
    }

    /// Drops what was last seen before; accounts come and go by other ways too.
    package mutating func dropOlder(than time: Double) {
        accounts = accounts.filter { $0.value.last >= time }
        servers = servers.filter { $0.value.last >= time }
    }

    // MARK: - as it is kept

    /// Nil for what was not written by this.
    package init?(_ json: JSONValue) {
        guard case .object(let people)? = json["accounts"], case .object(let hosts)? = json["servers"] else {
            return nil
        }
        for member in people {
            guard let id = Int64(member.name), let trouble = Trouble(member.value) else { return nil }
            accounts[id] = trouble
        }
        for member in hosts {
            guard let trouble = Trouble(member.value) else { return nil }
            servers[member.name] = trouble
        }
    }

    package var json: JSONValue {
        .object([
            .init("accounts", .object(accounts.sorted { $0.key < $1.key }.map { .init("\($0.key)", $0.value.json) })),
            .init("servers", .object(servers.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) })),
        ])
    }
}

extension CullMemory.Trouble {
    fileprivate init?(_ json: JSONValue) {
        guard let parts = json.array, parts.count == 3, let first = parts[0].integer, let last = parts[1].integer,
            let days = parts[2].integer
        else { return nil }
        self.init(first: Double(first), last: Double(last), days: Int(days))
    }

    fileprivate var json: JSONValue { .array([.integer(Int64(first)), .integer(Int64(last)), .integer(Int64(days))]) }
}
