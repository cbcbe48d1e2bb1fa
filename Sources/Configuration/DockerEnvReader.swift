import Faults

/// Reads an env file as `docker run --env-file` does (docker/cli, `opts/envfile.go`): the value is everything after
/// the first `=`, quotes and trailing blanks included; a bare name takes its value from the environment.
struct DockerEnvReader {
    var path: String
    var environment: [String: String]

    func read(_ text: String) throws -> [String: EnvFile.Entry] {
        var entries: [String: EnvFile.Entry] = [:]
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, raw) in lines.enumerated() {
            var line = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
            line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            let sign = line.firstIndex(of: UInt8(ascii: "="))
            let name = String(Substring(line[..<(sign ?? line.endIndex)]))
            if name.isEmpty { throw Fault(.configuration, "\(path):\(index + 1): a value without a name") }
            if name.contains(where: \.isWhitespace) {
                throw Fault(
                    .configuration, "\(path):\(index + 1): a variable's name holds a blank",
                    help: "set env_dialect to dotenv if the file is not a docker env_file")
            }
            if let sign {
                let value = String(Substring(line[line.index(after: sign)...]))
                entries[name] = EnvFile.Entry(value: value, line: index + 1)
            } else if let value = environment[name] {
                entries[name] = EnvFile.Entry(value: value, line: index + 1)
            }
        }
        return entries
    }
}
