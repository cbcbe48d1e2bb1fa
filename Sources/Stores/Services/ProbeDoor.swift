import Model
import Redis

/// The only writes outside a `Runner`: one small object and one Redis key, made to see whether writing works, and
/// removed again.
///
/// A check-up cannot go through the Runner, which needs a healthy database before it opens anything. Its three belts are
/// kept in another way. The compiler: nothing can be named here, a probe draws its own fresh key below a prefix Mastodon
/// never uses, and removes that key alone. The kernel: Assembly hands out a door only where writing was not forbidden
/// (`--no-write`), and the examination goes through it only when the database role may write too. The servers: an object
/// that exists is never replaced, the Redis key is set only if absent and expires by itself after a minute, and the
/// database is only ever asked in read-only transactions. See docs/adr/0010-probes-outside-the-runner.md.
package struct ProbeDoor: Sendable {
    /// What a probe was about when it failed.
    package enum Step: String, Sendable {
        case write, read, delete
    }

    /// How it went.
    package enum Outcome: Sendable {
        /// Written, read back and removed. The moment is the one the storage gave the object, in seconds since 1970.
        case done(modified: Double?)
        /// What is left behind names the key that could not be removed.
        case failed(Step, any Error, left: String?)
    }

    /// Trouble without an error of a driver.
    package enum Trouble: Error, Sendable {
        case differentContent
        case refused(String)
    }

    package init() {}

    /// Writes, reads and deletes an object of its own.
    package func probe(_ store: any ObjectStore) async -> Outcome {
        let key = ObjectKey("mastoctl-probe/\(Self.name)")
        let content = Array("mastoctl writes this to see whether it can, and removes it.\n".utf8)
        do {
            guard try await store.find(key) == nil else { throw Trouble.refused("exists already") }
            try await store.write(content, to: key)
        } catch {
            // An answer that was lost may have been a success.
            return .failed(.write, error, left: await remove(key, from: store) == nil ? nil : key.text)
        }
        var reading: (any Error)?
        var modified: Double?
        do {
            modified = try await store.find(key)?.modified
            if try await store.read(key) != content { throw Trouble.differentContent }
        } catch {
            reading = error
        }
        if let error = await remove(key, from: store) { return .failed(.delete, error, left: key.text) }
        if let reading { return .failed(.read, reading, left: nil) }
        return .done(modified: modified)
    }

    /// Sets and deletes a key of its own, which expires by itself.
    package func probe(_ redis: LazyRedis) async -> Outcome {
        let key = RedisArgument("mastoctl-probe:\(Self.name)")
        var step = Step.write
        do {
            let connection = try await redis.connection()
            let answer = try await connection.command(["SET", key, "1", "EX", "60", "NX"])
            if answer.isNull { throw Trouble.refused("exists already") }
            step = .delete
            try await connection.command(["DEL", key])
            return .done(modified: nil)
        } catch {
            return .failed(step, error, left: nil)
        }
    }

    private func remove(_ key: ObjectKey, from store: any ObjectStore) async -> (any Error)? {
        do {
            let outcome = try await store.delete([key])
            if let failure = outcome.failures.first { return Trouble.refused(failure.reason) }
            return try await store.find(key) == nil ? nil : Trouble.refused("it is still there")
        } catch {
            return error
        }
    }

    /// 128 random bits.
    private static var name: String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
