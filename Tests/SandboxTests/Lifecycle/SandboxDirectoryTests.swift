import Faults
import Glibc
import Sandbox
import Support
import Testing

@Suite struct `The sandbox's directory` {
    private let folder = TemporaryFolder()

    private func kind(_ body: () throws -> Void) -> Fault.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Fault)?.kind
        }
    }

    @Test func `is made with its marker and removed with all it holds`() throws {
        let path = "\(folder.path)/deep/below/sandbox"
        let directory = try SandboxDirectory.make(path)
        #expect(folder.has("deep/below/sandbox/.mastoctl-sandbox"))
        folder.make("deep/below/sandbox/media/a/b/c.jpg")
        folder.make("deep/below/sandbox/odd \u{1b} name")
        try directory.remove()
        #expect(!folder.has("deep/below/sandbox"))
        #expect(folder.has("deep/below"))
    }

    @Test func `is refused when it was there before, and stays as it was`() throws {
        folder.make("mine/photo.jpg")
        mkdir("\(folder.path)/empty", 0o755)
        folder.make("file")
        for name in ["mine", "empty", "file"] {
            #expect(kind { _ = try SandboxDirectory.make("\(folder.path)/\(name)") } == .denied)
            #expect(kind { _ = try SandboxDirectory.open("\(folder.path)/\(name)") } == .denied)
        }
        #expect(folder.has("mine/photo.jpg") && folder.has("empty") && folder.has("file"))
        #expect(!folder.has("mine/lock") && !folder.has("empty/lock"))
    }

    @Test func `is refused behind a link, with a linked marker and with a marker of other words`() throws {
        let real = "\(folder.path)/real"
        let made = try SandboxDirectory.make(real)
        symlink(real, "\(folder.path)/link")
        #expect(kind { _ = try SandboxDirectory.make("\(folder.path)/link") } == .denied)
        folder.make("fake/keep", content: "x")
        symlink("\(real)/.mastoctl-sandbox", "\(folder.path)/fake/.mastoctl-sandbox")
        #expect(kind { _ = try SandboxDirectory.open("\(folder.path)/fake") } == .denied)
        folder.make("other/.mastoctl-sandbox", content: "something else\n")
        #expect(kind { _ = try SandboxDirectory.open("\(folder.path)/other") } == .denied)
        withExtendedLifetime(made) {}
    }

    @Test func `is removed without following a link that lies in it`() throws {
        folder.make("precious/photo.jpg")
        let directory = try SandboxDirectory.make("\(folder.path)/sandbox")
        symlink("\(folder.path)/precious", "\(folder.path)/sandbox/link")
        symlink("\(folder.path)/precious/photo.jpg", "\(folder.path)/sandbox/link.jpg")
        try directory.remove()
        #expect(folder.has("precious/photo.jpg"))
        #expect(!folder.has("sandbox"))
    }

    @Test func `belongs to one process at a time`() throws {
        let first = try SandboxDirectory.make("\(folder.path)/sandbox")
        #expect(kind { _ = try SandboxDirectory.make("\(folder.path)/sandbox") } == .busy)
        withExtendedLifetime(first) {}
    }

    @Test func `is taken up again after an interrupted start or stop`() throws {
        do { _ = try SandboxDirectory.make("\(folder.path)/sandbox") }
        folder.make("sandbox/postgres/data/half")
        let again = try SandboxDirectory.make("\(folder.path)/sandbox")
        try again.empty()
        #expect(!folder.has("sandbox/postgres"))
        #expect(folder.has("sandbox/.mastoctl-sandbox"))
    }

    @Test func `leaves no half-made neighbour of a killed process behind`() throws {
        folder.make(".sandbox.new.4194304/.mastoctl-sandbox")
        _ = try SandboxDirectory.make("\(folder.path)/sandbox")
        #expect(!folder.has(".sandbox.new.4194304"))
    }

    @Test func `that does not exist is no such thing`() {
        #expect(kind { _ = try SandboxDirectory.open("\(folder.path)/nothing") } == .noSuch)
    }
}
