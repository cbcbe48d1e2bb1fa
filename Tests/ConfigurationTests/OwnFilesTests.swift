import Configuration
import Faults
import Glibc
import Support
import Testing

/// A token that somebody else may have put there, or could change, is not used.
@Suite struct OwnFilesTests {
    private let folder = TemporaryFolder()
    private let files = SystemFileReader()
    private var path: String { "\(folder.path)/x.credentials" }
    private let text = "api_url = \"https://a.example\"\napi_token = \"kept-token\"\n"

    private func reason() -> String? {
        do {
            _ = try Credentials.read(path, files: files)
            return nil
        } catch {
            guard let fault = error as? Fault, fault.kind == .denied else { return "\(error)" }
            return fault.notes.first
        }
    }

    @Test func `a plain file of one's own is read, and one that is not there is none`() throws {
        #expect(try Credentials.read(path, files: files) == nil)
        folder.make("x.credentials", content: text)
        #expect(chmod(path, 0o600) == 0)
        #expect(try Credentials.read(path, files: files)?.token.reveal() == "kept-token")
    }

    @Test func `a link, a pipe, a folder, a file others can write and a stranger's are left alone`() throws {
        folder.make("real", content: text)
        #expect(symlink("\(folder.path)/real", path) == 0)
        #expect(reason() == "it is a link")
        #expect(unlink(path) == 0 && mkfifo(path, 0o600) == 0)
        #expect(reason() == "it is no plain file")
        #expect(unlink(path) == 0)
        folder.make("x.credentials", content: text)
        #expect(chmod(path, 0o622) == 0)
        #expect(reason() == "others may write it (mode 622)")
        guard geteuid() == 0 else { return }
        #expect(chmod(path, 0o600) == 0 && chown(path, 65_534, 0) == 0)
        #expect(reason() == "it belongs to the user 65534, and neither to this one nor to root")
    }

    @Test func `a file without an end is not read to it`() throws {
        folder.make("x.credentials", content: String(repeating: "#", count: 1 << 17))
        #expect(chmod(path, 0o600) == 0)
        #expect(throws: Fault.self) { try Credentials.read(path, files: files) }
    }
}
