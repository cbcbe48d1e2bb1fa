import Faults
import Model
import Testing

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("https://Example.Social", "https://example.social"), ("https://example.social/", "https://example.social"),
        ("example.social:8443", "https://example.social:8443"), ("https://a.example:443", "https://a.example"),
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"), ("http://localhost", "http://localhost"),
        ("http://[::1]:80", "http://[::1]"), ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
    ])
    func `an address is scheme, host and port`(text: String, address: String) throws {
        #expect(try ServerAddress(text).description == address)
    }

    @Test(arguments: [
        "http://example.social", "http://127.0.0.1.evil.example", "http://127.1", "http://128.0.0.1", "ftp://a.example",
        "https://user:hunter2@a.example", "https://a.example/path", "https://a.example?x", "https://a.example#x",
        "https://", "", "https://a.example:0", "https://a.example:x", "https://a b", "https://bücher.example",
        "https://a.example\r\nX: y", "http://localhost.evil.example", "https://a.example:443:443",
    ])
    func `what a token must not be sent to is refused`(text: String) throws {
        do {
            _ = try ServerAddress(text)
            Issue.record("\(text) was taken")
        } catch let fault as Fault {
            #expect(fault.kind == .configuration && !String(reflecting: fault).contains("hunter2"))
        }
    }
}
