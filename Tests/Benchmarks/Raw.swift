import Glibc

/// The results as they are kept: a JSON line each.
enum Raw {
    static func write(_ results: [Result], to path: String) throws {
        let lines = results.map { result in
            let floor = result.floor.map { "\($0)" } ?? "null"
            return """
                {"name":"\(result.name)","value":\(result.value),"floor":\(floor),"bound":\(result.bound),\
                "unit":"\(result.unit)","note":"\(result.note)"}

                """
        }
        try write(lines.joined(), to: path)
    }

    static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "w") else { throw Trouble(path: path) }
        fputs(text, file)
        fclose(file)
    }

    struct Trouble: Error {
        var path: String
    }
}
