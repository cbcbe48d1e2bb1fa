import Faults
import Glibc
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct PruneScheduleTests {
    private let folder = TemporaryFolder()

    /// A program whose policy lies at an awkward path.
    private func program() -> (Program, policy: String) {
        folder.make("media/x")
        let policy = folder.path + "/a 100% 'odd' $HOME policy.toml"
        TextFile.write("[attachments]\ndays = 14\nmax_size = \"50GB\"\n", to: policy)
        TextFile.write(
            "LOCAL_DOMAIN=social.example\nDB_HOST=127.0.0.1\nPAPERCLIP_ROOT_PATH=\(folder.path)/media\n",
            to: folder.path + "/env")
        return (Program(["MASTOCTL_ENV_FILE": folder.path + "/env"]), policy)
    }

    private static func hasYAML() async throws -> Bool {
        if getenv("CI") != nil { return true }
        return try await Program([:], at: "/usr/bin/env").run(["python3", "-c", "import yaml"]).status == 0
    }

    private func run(_ script: String, _ words: String...) async throws -> (status: Int32, output: String) {
        let shell = Program([:], at: "/bin/sh")
        let ending = try await shell.run(["-c", script, "sh"] + words)
        return (ending.status, ending.output + ending.errors)
    }

    private func print(_ kind: String, to path: String) async throws -> String {
        let (program, policy) = program()
        let words = ["prune", "--policy", policy, "--limit", "9", "--ping", "http://127.0.0.1/s3cr3t"]
        let ending = try await program.run(words + ["--quiet", "--schedule", kind])
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending)")
        #expect(!ending.output.contains("s3cr3t"))
        TextFile.write(ending.output, to: path)
        return ending.output
    }

    @Test(.enabled(if: access("/usr/bin/systemd-analyze", X_OK) == 0))
    func `systemd finds nothing wrong with the units`() async throws {
        let text = try await print("systemd", to: folder.path + "/units")
        #expect(text.contains("ReadWritePaths=\(folder.path)/media\n") && text.contains("StateDirectory=mastoctl\n"))
        #expect(text.contains(#"100%% 'odd' $$HOME policy.toml" --limit 9"#))
        let result = try await run(
            """
            cd "$1" && awk '/^# \\/etc\\/systemd/ { n = $2; sub(".*/", "", n) } { print > n }' units &&
            systemd-analyze verify --man=no ./mastoctl-prune.service ./mastoctl-prune.timer
            """, folder.path)
        #expect(result.status == 0 && result.output.isEmpty, "\(result)")
    }

    @Test func `the crontab line reaches the program as it was meant`() async throws {
        let text = try await print("cron", to: folder.path + "/cron")
        let line = try #require(text.split(separator: "\n").last)
        let fields = line.split(separator: " ", maxSplits: 6)
        #expect(fields.count == 7 && fields[1...4] == ["3", "*", "*", "*"] && Int(fields[0]) != nil)
        let command = String(fields[6])
        #expect(command.firstMatch(of: /[^\\]%/) == nil && command.contains(#"\%"#))
        // What cron hands to the shell, with a program that shows its words in ours' place.
        let heard = try await run("eval \"set -- $1\"; printf '%s|' \"$@\"", command.replacing(#"\%"#, with: "%"))
        let words = heard.output.split(separator: "|")
        #expect(words.dropFirst().prefix(2) == ["prune", "--quiet"])
        #expect(words.contains { $0 == "\(folder.path)/a 100% 'odd' $HOME policy.toml" }, "\(heard)")
    }

    @Test(.enabled("needs python3-yaml") { try await hasYAML() })
    func `Kubernetes' objects are YAML and hold the policy`() async throws {
        _ = try await print("kubernetes", to: folder.path + "/job.yaml")
        let result = try await run(
            """
            python3 - "$1" <<'END'
            import sys, yaml
            policy, claim, job = yaml.safe_load_all(open(sys.argv[1] + "/job.yaml"))
            spec = job["spec"]; pod = spec["jobTemplate"]["spec"]["template"]["spec"]; main = pod["containers"][0]
            assert spec["concurrencyPolicy"] == "Forbid" and pod["securityContext"]["runAsNonRoot"] is True
            assert main["securityContext"]["readOnlyRootFilesystem"] is True and main["resources"]["limits"]
            assert main["envFrom"] == [{"secretRef": {"name": "mastodon-env"}}]
            assert main["args"][-2:] == ["--limit", "9"], main["args"]
            mounts = {m["name"]: m["mountPath"] for m in main["volumeMounts"]}
            assert mounts["media"] == sys.argv[1] + "/media", mounts
            assert set(mounts) == {v["name"] for v in pod["volumes"]}
            print(policy["data"]["policy.toml"])
            END
            """, folder.path)
        #expect(
            result.status == 0 && result.output.hasPrefix("[attachments]\nenabled = true\ndays = 14\n"), "\(result)")
        #expect(result.output.contains(#"max_size = "50GB""#))
    }
}
