import Faults
import Sandbox
import Support
import Testing

@Suite(.enabled(if: SharedS3.isAvailable, "Ceph's radosgw is not installed")) struct S3ServerTests {
    @Test func `a detached server is found and ended by its directory alone`() async throws {
        let folder = TemporaryFolder()
        let started = try await S3Server.start(in: folder.path, isDetached: true)
        let found = try #require(S3Server.running(in: folder.path))
        #expect(found.port == started.port)
        #expect(found.secretKey == started.secretKey)
        #expect(found.processes.count == 3)
        let fault = await #expect(throws: Fault.self) { try await S3Server.start(in: folder.path) }
        #expect(fault?.kind == .busy)
        await found.stop()
        #expect(started.processes.allSatisfy { !$0.isAlive })
        #expect(S3Server.running(in: folder.path) == nil)
    }

    @Test func `a start that fails leaves no daemon`() async throws {
        let folder = TemporaryFolder()
        // In the place of the gateway's data: the monitor is up by the time the OSD meets a file here.
        folder.make("osd/magic/in-the-way")
        folder.make("osd/type/in-the-way")
        let fault = await #expect(throws: Fault.self) { try await S3Server.start(in: folder.path) }
        #expect(fault?.kind == .unreachable)
        #expect(S3Server.running(in: folder.path) == nil)
    }
}
