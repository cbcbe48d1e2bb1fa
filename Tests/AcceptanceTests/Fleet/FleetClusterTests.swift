import Glibc
import Model
import Processes
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FleetClusterTests {
    /// A person's machine with a kubectl that tells of a cluster with two servers: `shop.mastodon`, which a profile says the
    /// way to, and `club.mastodon`, which can be reached within the cluster alone.
    private struct Desk {
        let folder = TemporaryFolder()
        let program: Program
        static let context = "arn:aws:eks:eu:1:cluster/main"

        init(of instance: TestInstance) {
            let path = "\(folder.path)/bin:/usr/bin:/bin"
            program = Program(["PATH": path, "HOME": folder.path, "DB_NAME": "nothing-of-the-shell"])
            let values = Dictionary(uniqueKeysWithValues: instance.environment)
            folder.make(
                ".config/mastoctl/shop.mastodon.toml",
                content: """
                    tags = ["eu"]
                    [postgres]
                    host = "\(values["DB_HOST"] ?? "")"
                    port = \(values["DB_PORT"] ?? "")
                    [redis]
                    url = "\(values["REDIS_URL"] ?? "")"
                    [storage]
                    root = "\(instance.mediaRoot)"
                    """)
            let names = #""DB_NAME":"\#(values["DB_NAME"] ?? "")","DB_USER":"\#(values["DB_USER"] ?? "")""#
            folder.make(
                "objects.json",
                content: Self.list(
                    Self.release("shop", "sandbox.example", names) + Self.release("club", "club.example", "")))
            folder.make(
                "secrets.json", content: Self.list([Self.secret("shop", "canary-of-shop"), Self.secret("club", "x")]))
            kubectl(
                #"""
                echo "$@" >>"$HOME/calls"
                case "$1 $2" in
                "config get-contexts") printf '\#(Self.context)\nminikube\n' ;;
                "get secrets") cat "$HOME/secrets.json" ;;
                *) cat "$HOME/objects.json" ;;
                esac
                """#)
        }

        func kubectl(_ script: String) {
            folder.make("bin/kubectl", content: "#!/bin/sh\n\(script)\n")
            chmod("\(folder.path)/bin/kubectl", 0o700)
        }

        private static func list(_ items: [String]) -> String {
            #"{"kind":"List","items":[\#(items.joined(separator: ","))]}"#
        }

        private static func meta(_ name: String, _ namespace: String) -> String {
            #""metadata":{"name":"\#(name)","namespace":"\#(namespace)","#
                + #""labels":{"app.kubernetes.io/instance":"mastodon"}}"#
        }

        private static func release(_ namespace: String, _ domain: String, _ more: String) -> [String] {
            let data =
                #""LOCAL_DOMAIN":"\#(domain)","DB_HOST":"mastodon-postgresql","REDIS_HOST":"mastodon-redis-master""#
            let password =
                #"{"name":"DB_PASS","valueFrom":{"secretKeyRef":{"name":"mastodon-postgresql","key":"password"}}}"#
            return [
                #"{"kind":"ConfigMap",\#(meta("mastodon-env", namespace)),"data":{\#(data)\#(more.isEmpty ? "" : "," + more)}}"#,
                #"{"kind":"Deployment",\#(meta("mastodon-web", namespace)),"spec":{"template":{"spec":{"containers":[{"#
                    + #""envFrom":[{"configMapRef":{"name":"mastodon-env"}}],"env":[\#(password)]}]}}}}"#,
            ]
        }

        private static func secret(_ namespace: String, _ password: String) -> String {
            #"{"kind":"Secret",\#(meta("mastodon-postgresql", namespace)),"#
                + #""data":{"password":"\#(Base64.text(Array(password.utf8)))"}}"#
        }

        func run(_ words: String...) async throws -> Program.Ending { try await program.run(words) }

        /// What is left of a secret in the files of this person's machine.
        func places(of secret: String) async throws -> String {
            let search = Program([:], at: "/bin/grep")
            return try await search.run(["-rl", secret, program.folder.path]).output
        }
    }

    @Test func `servers of a cluster are listed by their namespaces, and what cannot be reached from here is told`()
        async throws
    {
        let instance = try await TestInstance.make(size: .empty)
        let desk = Desk(of: instance)
        let all = try await desk.run(
            "fleet", "list", "all", "--inventory", "kubernetes:\(Desk.context)", "--format", "json")
        let servers = try #require(JSONValue(parsing: all.output)?["servers"]?.array, "\(all)")
        #expect(servers.compactMap { $0["name"]?.string } == ["club.mastodon", "shop.mastodon"])
        #expect(servers[1]["tags"]?.array?.compactMap(\.string) == ["eu", "shop", "mastodon"])
        #expect(all.errors.contains("services of club.mastodon have names that resolve within the cluster"), "\(all)")
        #expect(!all.errors.contains("services of club.mastodon, shop"), "\(all)")
        #expect(!(all.output + all.errors).contains("canary"))
        let one = try await desk.run(
            "fleet", "list", "shop", "--inventory", "kubernetes:\(Desk.context)/shop", "--format", "ids")
        #expect(one.status == 0 && one.output == "shop.mastodon\n" && one.errors.isEmpty, "\(one)")
        let twice = try await desk.run(
            "fleet", "list", "all", "--inventory", "kubernetes:\(Desk.context)", "--inventory", "kubernetes:minikube")
        #expect(twice.status == 64, "\(twice)")
        #expect(twice.errors.contains("is a server of kubernetes:\(Desk.context) and of kubernetes:minikube"))
        desk.folder.make("hosts", content: "[web]\nforum\n")
        let joined = try await desk.run(
            "fleet", "list", "all", "--inventory", "\(desk.folder.path)/hosts", "--inventory", "kubernetes:minikube",
            "--format", "ids")
        #expect(joined.status == 0 && joined.output == "forum\nclub.mastodon\nshop.mastodon\n", "\(joined)")
        let calls = TextFile.read("\(desk.folder.path)/calls") ?? ""
        #expect(calls.contains("get secrets --all-namespaces --context=\(Desk.context) "), "\(calls)")
        #expect(calls.contains("get deployments.apps,configmaps --namespace=shop --context=\(Desk.context) "))
        let lost = try await desk.run("fleet", "list", "all", "--inventory", "kubernetes:elsewhere")
        #expect(lost.status == 66 && lost.errors.contains("there are \(Desk.context), minikube"), "\(lost)")
        desk.kubectl(
            #"if [ $1 = config ]; then echo minikube; else echo 'Error: Forbidden' >&2; echo canary; exit 1; fi"#)
        let denied = try await desk.run("fleet", "list", "all", "--inventory", "kubernetes:minikube")
        #expect(denied.status == 69 && denied.errors.contains("Error: Forbidden"), "\(denied)")
        #expect(!denied.errors.contains("canary"))
        desk.kubectl("if [ $1 = config ]; then echo minikube; else echo '{}'; fi")
        let odd = try await desk.run("fleet", "list", "all", "--inventory", "kubernetes:minikube")
        #expect(odd.status == 65 && odd.errors.contains("no list of objects"), "\(odd)")
        unlink("\(desk.folder.path)/bin/kubectl")
        // One of the machine's own is found wherever PATH leads.
        if Executable.find("kubectl") == nil {
            let none = try await desk.run("fleet", "list", "all", "--inventory", "kubernetes:minikube")
            #expect(none.status == 78 && none.errors.contains("kubectl was not found"), "\(none)")
        }
        withExtendedLifetime(instance) {}
    }

    @Test func `a server of a cluster is run and changed by its own secrets, which are gone afterwards`() async throws {
        let instance = try await TestInstance.make()
        let name = try await instance.plainUser()
        let desk = Desk(of: instance)
        let source = "kubernetes:\(Desk.context)"
        let run = try await desk.run(
            "fleet", "run", "all", "--inventory", source, "--format", "json", "--time-limit", "30s", "--", "rules",
            "list", "--format", "json")
        let told = try #require(JSONValue(parsing: run.output)?["servers"], "\(run)")
        #expect(told["shop.mastodon"]?["state"]?.string == "done", "\(run)")
        #expect(told["club.mastodon"]?["state"]?.string == "failed", "\(run)")
        #expect(run.status == 1 && run.errors.contains("services of club.mastodon have names"), "\(run)")
        let shown = try await desk.run(
            "fleet", "run", "eu", "--inventory", source, "--format", "json", "--", "config", "show", "--format", "json")
        #expect(shown.output.contains("shop.mastodon.env") && shown.output.contains("sandbox.example"), "\(shown)")
        #expect(!shown.output.contains("nothing-of-the-shell") && !shown.output.contains("canary-of"), "\(shown)")
        let plans = "\(desk.folder.path)/plans"
        let planned = try await desk.run(
            "fleet", "plan", "eu", "--inventory", source, "--out", plans, "--", "accounts", "suspend", name)
        #expect(planned.status == 0, "\(planned)")
        let alone = try await desk.run("fleet", "apply", plans, "--yes")
        #expect(alone.status == 1 && !alone.output.isEmpty, "its profile names no database: \(alone)")
        let applied = try await desk.run("fleet", "apply", plans, "--yes", "--inventory", source)
        #expect(applied.status == 0, "\(applied)")
        #expect(try await desk.places(of: "canary-of-shop") == "")
        #expect(try await desk.places(of: "DB_HOST=mastodon") == "")
        withExtendedLifetime(instance) {}
    }

    @Test func `a server of a cluster is handed over with its own secrets`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let desk = Desk(of: instance)
        let folder = "\(desk.folder.path)/given"
        let words = ["fleet", "offboard", "shop.mastodon", "--to", folder, "--yes"]
        let unknown = try await desk.program.run(words)
        #expect(unknown.status != 0 && access(folder, F_OK) != 0, "its profile names no database: \(unknown)")
        let given = try await desk.program.run(words + ["--inventory", "kubernetes:\(Desk.context)"])
        #expect(given.status == 0 && access("\(folder)/handover.json", F_OK) == 0, "\(given)")
        withExtendedLifetime(instance) {}
    }

    @Test func `a file of objects is an inventory, too`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let desk = Desk(of: instance)
        let path = "\(desk.folder.path)/objects.json"
        chmod(path, 0o644)
        let listed = try await desk.run("fleet", "list", "all", "--inventory", path)
        #expect(listed.status == 0 && listed.errors.contains("mode 644"), "\(listed)")
        let reason = "DB_PASS is not known: the Secret mastodon-postgresql is not there"
        #expect(listed.errors.contains(reason), "\(listed)")
        desk.folder.make("broken.json", content: "{\"items\":[{\"kind\":\"Secret\"}]}")
        let broken = try await desk.run("fleet", "list", "all", "--inventory", "\(desk.folder.path)/broken.json")
        #expect(broken.status == 65 && broken.errors.contains("broken.json: the inventory"), "\(broken)")
        withExtendedLifetime(instance) {}
    }
}
