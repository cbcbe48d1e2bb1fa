import Faults
import Glibc
import Model
import Support
import Testing

@testable import Stores

@Suite struct ChangeTrailExitTests {
    /// In a process of its own: the limit is the process's.
    @Test func `what does not fit is taken back, and the next record is whole`() async {
        await #expect(processExitsWith: .success) {
            let folder = TemporaryFolder()
            let path = "\(folder.path)/audit"
            let trail = ChangeTrail<ReadWrite>(path: path)
            let entry = TrailEntry(
                time: UTCTime(1_800_000_000), operation: "one", lane: "direct", user: "root", items: [], changed: 1,
                failed: 0)
            try trail.append(entry)
            let whole = try #require(TextFile.read(path))

            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            limit.rlim_cur = rlim_t(whole.utf8.count + 10)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            #expect(throws: Fault.self) { try trail.append(entry) }
            #expect(TextFile.read(path) == whole)

            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            try trail.append(entry)
            #expect(TextFile.read(path) == whole + whole)
        }
    }
}
