import Glibc
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct BackupScheduleTests {
    private let folder = TemporaryFolder()

    /// A program with a place for backups, which need not be there.
    private func print(_ words: String..., to name: String) async throws -> String {
        folder.make("media/x")
        folder.make(
            "state/backup.toml",
            content: "[backup]\nrepository = \"\(folder.path)/repository\"\npassword_path = \"\(folder.path)/p4ss\"\n")
        TextFile.write(
            "LOCAL_DOMAIN=social.example\nDB_HOST=127.0.0.1\nPAPERCLIP_ROOT_PATH=\(folder.path)/media\n",
            to: folder.path + "/env")
        let program = Program(["MASTOCTL_ENV_FILE": folder.path + "/env", "MASTOCTL_STATE_DIR": folder.path + "/state"])
        let ending = try await program.run(["backup", "schedule"] + words)
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending)")
        TextFile.write(ending.output, to: "\(folder.path)/\(name)")
        return ending.output
    }

    private func run(_ script: String) async throws -> (status: Int32, output: String) {
        let ending = try await Program([:], at: "/bin/sh").run(["-c", script, "sh", folder.path])
        return (ending.status, ending.output + ending.errors)
    }

    @Test func `a schedule is told in JSON as it is promised`() async throws {
        let answer = try await print("cron", "--format", "json", to: "answer.json")
        #expect(answer.contains("backup.schedule/1"), "\(answer)")
        AnswerShape.check(answer)
    }

    @Test(.enabled(if: access("/usr/bin/systemd-analyze", X_OK) == 0))
    func `systemd finds nothing wrong with the units`() async throws {
        let text = try await print("systemd", to: "units")
        #expect(text.contains("ReadWritePaths=\(folder.path)/repository\n"), "media are only read")
        let result = try await run(
            """
            cd "$1" && awk '/^# \\/etc\\/systemd/ { n = $2; sub(".*/", "", n) } { print > n }' units &&
            systemd-analyze verify --man=no ./mastoctl-backup-*.service ./mastoctl-backup-*.timer &&
            ls mastoctl-backup-*.service mastoctl-backup-*.timer | wc -l
            """)
        #expect(result.status == 0 && result.output.split(separator: "\n") == ["8"], "\(result)")
    }

    @Test func `each line of a crontab is one that the program takes`() async throws {
        let text = try await print("cron", "--no-prune", to: "cron")
        let lines = text.split(separator: "\n").filter { $0.contains(" * * ") }
        #expect(lines.count == 3)
        for line in lines {
            let command = String(line.split(separator: " ", maxSplits: 6)[6])
            // What cron hands to the shell, but for a dry run.
            let heard = try await run("\(command) --help")
            #expect(heard.status == 0 && heard.output.contains("USAGE: mastoctl backup "), "\(heard)")
        }
        #expect(lines.contains { $0.contains(" 5 * * Sun ") && $0.contains("backup rehearse --quiet") })
    }

    @Test func `Kubernetes' objects keep what is secret in a secret`() async throws {
        let text = try await print("kubernetes", to: "jobs.yaml")
        #expect(!text.contains("p4ss") && text.contains("secretName: mastoctl-backup"))
        #expect(text.components(of: "kind: CronJob") == 4)
        guard try await run("python3 -c 'import yaml'").status == 0 else { return }
        let result = try await run(
            """
            python3 - "$1" <<'END'
            import sys, yaml
            jobs = [d for d in yaml.safe_load_all(open(sys.argv[1] + "/jobs.yaml")) if d and d["kind"] == "CronJob"]
            for job in jobs:
                pod = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]; main = pod["containers"][0]
                assert main["args"][0] == "backup" and "--profile" in main["args"]
                assert {m["name"] for m in main["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
            END
            """)
        #expect(result.status == 0, "\(result)")
    }
}

extension String {
    /// How often something is in it.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
