import CHiredis

/// A session with one server: a wire, and hiredis' parser of what comes over it. It belongs to one thread.
final class RedisLink {
    private let wire: Wire
    private let reader: UnsafeMutablePointer<redisReader>

    /// Connects, directly or by way of the sentinels, logs in and selects the database.
    static func connect(_ settings: RedisSettings) throws -> RedisLink {
        guard settings.sentinels.isEmpty else {
            var direct = settings
            direct.address = try master(settings)
            direct.sentinels = []
            direct.socket = nil
            let link = try connect(direct)
            // A sentinel may not know yet of a fail-over; the server itself does (Redis' guide for sentinel clients).
            guard try link.command(["ROLE"]).array?.first?.text == "master" else {
                throw RedisError(.busy, "\(settings.masterName) is being failed over")
            }
            return link
        }
        let link = try RedisLink(settings, to: settings.socket == nil ? settings.address : nil)
        try link.logIn(user: settings.user, password: settings.password)
        if settings.database != 0 { _ = try link.command(["SELECT", RedisArgument(settings.database)]) }
        return link
    }

    private init(_ settings: RedisSettings, to address: RedisSettings.Address?) throws {
        wire = try Wire(settings, to: address)
        guard let reader = redisReaderCreate() else { throw RedisError(.other, "no memory for a parser") }
        self.reader = reader
    }

    deinit { redisReaderFree(reader) }

    func command(_ arguments: [RedisArgument]) throws -> RedisValue {
        let value = try exchange([arguments]).first ?? .null
        if case .error(let error) = value { throw error }
        return value
    }

    /// Sends the commands and returns as many answers.
    ///
    /// - Parameter keeping: says of each string of an array whether it is wanted; in the place of others stands null.
    func exchange(_ commands: [[RedisArgument]], keeping: RedisConnection.Sieve? = nil) throws -> [RedisValue] {
        guard !commands.isEmpty else { return [] }
        var bytes: [UInt8] = []
        for command in commands { bytes.append(command: command) }
        var values: [RedisValue] = []
        values.reserveCapacity(commands.count)
        try wire.exchange(bytes) { received in
            redisReaderFeed(reader, received.baseAddress?.assumingMemoryBound(to: CChar.self), received.count)
            var pointer: UnsafeMutableRawPointer?
            while values.count < commands.count {
                guard redisReaderGetReply(reader, &pointer) == REDIS_OK else {
                    throw RedisError(.protocolViolation, "Redis answered something that is not RESP")
                }
                guard let reply = pointer else { return false }
                values.append(RedisValue(reply.assumingMemoryBound(to: redisReply.self).pointee, keeping: keeping))
                freeReplyObject(reply)
                pointer = nil
            }
            return true
        }
        return values
    }

    private func logIn(user: String?, password: String?) throws {
        guard let password, !password.isEmpty else { return }
        do {
            _ = try command(["AUTH"] + (user.map { [RedisArgument($0)] } ?? []) + [RedisArgument(password)])
        } catch let error as RedisError {
            // Whatever a server has against AUTH (none is set, the user is off), it is about logging in.
            guard let code = error.code, error.kind != .loading else { throw error }
            throw RedisError(.authenticationFailed, error.message, code: code)
        }
    }

    /// The master as the first sentinel that answers knows it.
    private static func master(_ settings: RedisSettings) throws -> RedisSettings.Address {
        var last = RedisError(.connectionFailed, "there is no sentinel to ask")
        for sentinel in settings.sentinels {
            do {
                let link = try RedisLink(settings, to: sentinel)
                try link.logIn(user: settings.sentinelUser, password: settings.sentinelPassword)
                let answer = try link.command([
                    "SENTINEL", "get-master-addr-by-name", RedisArgument(settings.masterName),
                ])
                if let words = answer.texts, words.count == 2, let port = Int(words[1]) {
                    return RedisSettings.Address(host: words[0], port: port)
                }
                last = RedisError(.invalidSettings, "no sentinel knows a master \(settings.masterName)")
            } catch let error as RedisError {
                last = error
            }
        }
        throw last
    }
}
