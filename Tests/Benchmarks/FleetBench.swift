import Glibc
import Postgres
import Sandbox
import Support

extension Bench {
    /// `fleet run doctor --fast` over a hundred servers of one PostgreSQL and one Redis, each with databases of its own:
    /// five of them dead, five hanging, five that may only be read.
    func fleet() async throws -> [Result] {
        let count = max(20, 100 / scale)
        say("fleet: making \(count) servers")
        let home = "\(folder)/fleet-home"
        _ = shell("mkdir -p \"$1/.config/mastoctl\"", [home])
        let hanging = FaultProxy(upstream: nil, speaksHTTP: false)
        hanging.fail(.stall, times: .max)
        let dead = try Loopback.freePort()
        let first = try await TestInstance.make(size: .empty)
        for number in 0..<count {
            let database = try await TestServers.shared.database(first.release, population: nil)
            var settings = Dictionary(first.environment) { $1 }
            settings["DB_NAME"] = database.database
            settings["REDIS_URL"] = "redis://127.0.0.1:\(first.redisPort)/\(3_000 + number)"
            let file = "\(home)/server\(number).env"
            TextFile.write(settings.map { "\($0.key)=\($0.value)\n" }.joined(), to: file)
            chmod(file, 0o600)
            let port = number < 5 ? dead : number < 10 ? hanging.port : nil
            var text = "env_file = \"\(file)\"\n"
            if 10..<15 ~= number { text += "read_only = true\n" }
            if let port { text += "[postgres]\nport = \(port)\n[redis]\nurl = \"redis://127.0.0.1:\(port)/0\"\n" }
            TextFile.write(text, to: "\(home)/.config/mastoctl/server\(number).toml")
        }
        let parallel = 8
        // Some of them fail, and so the status is 1. What processes share is counted once.
        let run = shell(
            """
            export HOME="$1"; shift; unset XDG_CONFIG_HOME XDG_STATE_HOME
            while sleep 0.1; do
                for id in $(pgrep -x mastoctl); do cat "/proc/$id/smaps_rollup"; done 2>/dev/null \
                    | awk '/^Pss:/ { all += $2 } END { print all + 0 }'
            done >"$HOME/memory" &
            "$@" >"$HOME/out" && exit 2 || [ $? = 1 ]
            kill $!
            [ "$(grep -c '^server.*timed out' "$HOME/out")" = 0 ]
            """,
            [home, binary, "fleet", "run", "all", "--parallel", "\(parallel)", "--", "doctor", "--fast"])
        let memory = (TextFile.read("\(home)/memory") ?? "").split(separator: "\n").compactMap { Int($0) }.max() ?? 0
        try await first.remove()
        let note = "\(count) servers, 5 dead, 5 hanging, 5 read-only, \(parallel) at once"
        return [
            Result(
                name: "fleet run doctor --fast", value: run.wall, floor: nil, bound: 30, unit: "s",
                note: "\(note), \(Result.short(run.cpu)) s of processor"),
            Result(
                name: "memory of all its processes", value: memory == 0 ? .infinity : Double(memory) * 1_024 / 1e6,
                floor: nil, bound: 200, unit: "MB", note: note),
        ]
    }
}
