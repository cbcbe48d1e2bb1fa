import Faults
import Glibc
import Support
import Testing

@testable import Stores

/// What steers this program is taken from files that nobody else can have planted.
@Suite struct TrustedFileTests {
    private let folder = TemporaryFolder()
    private var path: String { "\(folder.path)/file" }

    /// Everything that opens such a file, by what becomes of the one that is there.
    private var doors: [(name: String, fault: Fault?)] {
        [
            ("plan", fault { _ = try PlanFile(path: path) }),
            ("state", fault { _ = try StateFolder<ReadOnly>(path: folder.path).read("file") }),
            ("record", fault { _ = try BackwardLines(path: path) }),
        ]
    }

    private func fault(_ body: () throws -> Void) -> Fault? {
        do {
            try body()
            return nil
        } catch {
            return error as? Fault ?? Fault(.ourBug, "\(error)")
        }
    }

    private func expectDenied(_ reason: String) {
        for door in doors {
            #expect(door.fault?.kind == .denied, "\(door)")
            #expect(door.fault?.notes == [reason], "\(door)")
        }
    }

    @Test func `a link, a pipe, a folder and a file that others can write are denied, and hold nobody up`() {
        folder.make("real", content: "{}\n")
        #expect(symlink("\(folder.path)/real", path) == 0)
        expectDenied("it is no plain file")
        #expect(unlink(path) == 0 && mkfifo(path, 0o600) == 0)
        expectDenied("it is no plain file")
        #expect(unlink(path) == 0 && mkdir(path, 0o700) == 0)
        expectDenied("it is no plain file")
        #expect(rmdir(path) == 0)
        folder.make("file", content: "{}\n")
        #expect(chmod(path, 0o666) == 0)
        expectDenied("others may write it (mode 666)")
        #expect(chmod(path, 0o600) == 0)
        if geteuid() == 0 {
            #expect(chown(path, 65_534, 0) == 0)
            expectDenied("it belongs to the user 65534, and neither to this one nor to root")
        }
    }

    @Test func `what is not there is none, or no such file`() {
        #expect(doors.map(\.fault?.kind) == [.noSuch, nil, nil])
    }
}
