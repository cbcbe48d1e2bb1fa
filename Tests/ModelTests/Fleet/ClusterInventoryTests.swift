import Testing

@testable import Model

@Suite struct ClusterInventoryTests {
    /// A text of a list of these objects.
    private static func list(_ objects: String...) -> String {
        #"{"kind":"List","apiVersion":"v1","items":["# + objects.joined(separator: ",") + "]}"
    }

    private static func object(
        _ kind: String, _ name: String, in namespace: String = "shop", labels: String = "", data: String = ""
    ) -> String {
        #"{"kind":"\#(kind)","metadata":{"name":"\#(name)","namespace":"\#(namespace)","labels":{\#(labels)}},"#
            + #""data":{\#(data)}}"#
    }

    private static func deployment(
        _ name: String, in namespace: String = "shop", labels: String = "", from: String = "", env: String = ""
    ) -> String {
        #"{"kind":"Deployment","metadata":{"name":"\#(name)","namespace":"\#(namespace)","labels":{\#(labels)}},"#
            + #""spec":{"template":{"spec":{"containers":[{"envFrom":[\#(from)],"env":[\#(env)]}]}}}}"#
    }

    private static let release = #""app.kubernetes.io/instance":"mastodon""#
    private static let map = #"{"configMapRef":{"name":"mastodon-env"}}"#
    private static let domain = #"{"name":"LOCAL_DOMAIN","value":"shop.example"}"#

    private static func server(_ objects: String...) throws -> ClusterInventory.Server {
        let servers = try ClusterInventory(parsing: objects.map { list($0) }).servers
        try #require(servers.count == 1, "\(servers)")
        return servers[0]
    }

    @Test func `a server's variables are those of the chart's ConfigMap and of the Secrets it names`() throws {
        let server = try Self.server(
            Self.object(
                "ConfigMap", "mastodon-env", labels: Self.release,
                data: #""LOCAL_DOMAIN":"shop.example","DB_HOST":"mastodon-postgresql","DB_PASS":"overruled""#),
            Self.object("Secret", "mastodon", data: #""SECRET_KEY_BASE":"a2V5","OTP_SECRET":"b3Rw""#),
            Self.object("Secret", "mastodon-postgresql", data: #""password":"cCRhIHNz","postgres-password":"eA==""#),
            Self.object("Secret", "mastodon-postgresql", in: "other", data: #""password":"b3RoZXI=""#),
            Self.deployment("mastodon-streaming", labels: Self.release, from: Self.map),
            Self.deployment(
                "mastodon-web", labels: Self.release + #","tier":"gold","helm.sh/chart":"mastodon-6.9.3""#,
                from: Self.map + #",{"secretRef":{"name":"mastodon"}}"#,
                env: #"{"name":"DB_PASS","valueFrom":{"secretKeyRef":{"name":"mastodon-postgresql","key":"password"}}}"#
            ))
        #expect(server.name == "shop.mastodon" && server.trouble == nil && server.gaps.isEmpty)
        #expect(server.labels == ["tier=gold"])
        #expect(
            server.variables == [
                "LOCAL_DOMAIN": "shop.example", "DB_HOST": "mastodon-postgresql", "DB_PASS": "p$a ss",
                "SECRET_KEY_BASE": "key", "OTP_SECRET": "otp",
            ])
        #expect("\(server)" == "shop.mastodon", "a value may be a secret")
    }

    @Test func `later sources come before earlier ones, with their prefix, and what may be missing changes nothing`()
        throws
    {
        let server = try Self.server(
            Self.object("ConfigMap", "a", data: #""LOCAL_DOMAIN":"a.example","X":"a","no name":"1","1ST":"2""#),
            Self.object("ConfigMap", "b", data: #""X":"b","Y":"b""#),
            Self.object("Secret", "c", data: #""KEY":"Yw==""#),
            Self.deployment(
                "web",
                from: #"{"configMapRef":{"name":"a"}},{"configMapRef":{"name":"b"}},"#
                    + #"{"prefix":"P_","secretRef":{"name":"c"}},{"secretRef":{"name":"none","optional":true}}"#,
                env: #"{"name":"Y","valueFrom":{"configMapKeyRef":{"name":"b","key":"none","optional":true}}},"#
                    + #"{"name":"X","value":"first"},{"name":"X","value":"last"},{"name":"E"},"#
                    + #"{"name":"URL","value":"$(X)-$(P_KEY)-$(NONE)-$$(X)-$X-$("}"#))
        #expect(server.name == "shop.a.example" && server.trouble == nil && server.gaps.isEmpty)
        #expect(
            server.variables == [
                "LOCAL_DOMAIN": "a.example", "X": "last", "Y": "b", "P_KEY": "c", "E": "",
                "URL": "last-c-$(NONE)-$(X)-$X-$(",
            ])
    }

    @Test(arguments: [
        (#""password":"%%%%""#, "holds no Base64 at password"), (#""password":"YWJjZ""#, "holds no Base64 at password"),
        (#""password":"/w==""#, "holds no text at password"), (#""other":"YQ==""#, "has no key password"),
        (#""password":7"#, "has no key password"),
    ])
    func `a secret without a value is told by the variable that is taken from it`(data: String, words: String) throws {
        let server = try Self.server(
            Self.object("Secret", "db", data: data),
            Self.deployment(
                "web",
                env: Self.domain
                    + #",{"name":"DB_PASS","valueFrom":{"secretKeyRef":{"name":"db","key":"password"}}}"#))
        #expect(server.gaps == ["DB_PASS": "the Secret db \(words)"] && server.variables["DB_PASS"] == nil)
    }

    @Test func `what a pod could not be started without is told`() throws {
        let pod = #"{"name":"IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}"#
        let odd = #"{"name":"DB_PASS","valueFrom":{"secretKeyRef":{"name":"d\u001b[2Jb\n","key":"p"}}}"#
        let server = try Self.server(
            Self.deployment(
                "web", from: #"{"secretRef":{"name":"gone"}}"#, env: [Self.domain, pod, odd].joined(separator: ",")))
        #expect(server.trouble == "the Secret gone is not there")
        #expect(server.gaps["IP"] == "it is a field of the pod")
        #expect(server.gaps["DB_PASS"] == "the Secret d??2Jb? is not there")
    }

    @Test func `two releases of a namespace are two servers, and one of two domains is none`() throws {
        func web(_ release: String, _ domain: String, _ name: String) -> String {
            Self.deployment(
                name, in: "club", labels: #""app.kubernetes.io/instance":"\#(release)""#,
                env: #"{"name":"LOCAL_DOMAIN","value":"\#(domain)"}"#)
        }
        let inventory = try ClusterInventory(parsing: [
            Self.list(
                web("club", "one.example", "club-web"), web("second", "two.example", "second-web"),
                web("third", "three.example", "third-web"), web("third", "four.example", "third-sidekiq-all"),
                Self.object(
                    "ConfigMap", "fourth-env", in: "club", labels: #""app.kubernetes.io/instance":"fourth""#,
                    data: #""LOCAL_DOMAIN":"four.example""#),
                Self.deployment("else", in: "club", env: #"{"name":"DB_HOST","value":"x"}"#))
        ])
        #expect(inventory.servers.map(\.name) == ["club", "club.fourth", "club.second", "club.third"])
        #expect(inventory.servers[1].trouble == "no deployment runs by its ConfigMap fourth-env")
        #expect(inventory.servers[2].variables == ["LOCAL_DOMAIN": "two.example"])
        #expect(inventory.servers[3].trouble == "its deployments are of several domains")
    }

    @Test(arguments: [
        ("", "no JSON"), ("[]", "no list of objects"), (#"{"items":{}}"#, "no list of objects"), ("{", "no JSON"),
        (#"{"items":[{"metadata":{}}]}"#, "object 1 has no kind"),
        (#"{"items":[{"kind":"Pod"},{"kind":"Secret"}]}"#, "object 2, a Secret, has no name"),
        (#"{"items":[{"kind":"Secret","metadata":{"name":"a"}}]}"#, "no name and namespace"),
        (#"{"items":[{"kind":"Secret","metadata":{"name":"a\nb","namespace":"c"}}]}"#, "no name and namespace"),
        (#"{"items":[{"kind":"Secret","metadata":{"name":"a","namespace":"../b"}}]}"#, "no name and namespace"),
        (String(repeating: #"{"items":["#, count: 100_000), "no JSON"),
    ])
    func `what is no list of objects is told`(text: String, words: String) {
        let trouble = #expect(throws: HostInventory.Trouble.self) { try ClusterInventory(parsing: [text]) }
        #expect(trouble?.reason.contains(words) == true, "\(String(describing: trouble))")
    }
}
