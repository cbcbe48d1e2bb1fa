import Glibc

/// mandoc's opinion of a page.
enum Lint {
    static var path: String? {
        ["/usr/bin/mandoc", "/usr/local/bin/mandoc"].first { access($0, X_OK) == 0 }
    }

    static var isRequired: Bool { getenv("CI").map { String(cString: $0) } == "true" }

    /// Its complaints, but for the date that our pages leave out so that they are the same every day.
    static func complaints(_ page: String) throws -> [String] {
        var template = Array("/tmp/mastoctl-page-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let name = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        defer { unlink(name) }
        let bytes = Array(page.utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        guard let path, let pipe = popen("\(path) -Tlint \(name) 2>&1", "r") else { return ["mandoc is missing"] }
        defer { pclose(pipe) }
        var text = ""
        var line = [CChar](repeating: 0, count: 4_096)
        while fgets(&line, Int32(line.count), pipe) != nil {
            text += line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        }
        return text.split(separator: "\n").map(String.init).filter { !$0.contains("missing date") }
    }
}
