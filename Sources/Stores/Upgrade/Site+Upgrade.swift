import Glibc
import Model

extension Site {
    /// The version of the server's Redis: `7.2.4`.
    ///
    /// - Throws: `RedisError`.
    package func redisVersion() async throws -> String { try await keys.version() }

    /// Free bytes where a folder of this machine is; nil when it is not here, or may not be seen.
    package static func free(at folder: String) -> Int64? {
        var space = statvfs()
        guard statvfs(folder, &space) == 0 else { return nil }
        return Int64(clamping: UInt64(space.f_bavail) &* UInt64(space.f_frsize))
    }
}
