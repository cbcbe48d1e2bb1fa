import Testing

@testable import Model

@Suite struct HostInventoryTests {
    private static let sample = """
        ; what we look after
        lonely.example ansible_port=2222

        [web]
        shop.example   ansible_user=deploy note="two words"  # behind a comment
        club[01:02].example

        [db]
        data-[a:b]

        [hosted:children]
        web
        db

        [hosted:vars]
        ansible_user = mastodon
        [web:vars]
        region=eu
        [all:vars]
        region=world
        mastoctl_read_only=true
        """

    @Test func `hosts, groups, ranges and variables are read, the nearest variable first`() throws {
        let hosts = try HostInventory(parsingINI: Self.sample).hosts
        #expect(
            hosts.map(\.name) == [
                "club01.example", "club02.example", "data-a", "data-b", "lonely.example", "shop.example",
            ])
        let shop = try #require(hosts.last)
        #expect(shop.groups == ["hosted", "web"])
        #expect(
            shop.variables == [
                "ansible_user": "deploy", "note": "two words", "region": "eu", "mastoctl_read_only": "true",
            ])
        #expect(hosts[2].groups == ["db", "hosted"] && hosts[2].variables["ansible_user"] == "mastodon")
        #expect(hosts[2].variables["region"] == "world")
        #expect(hosts[4].groups.isEmpty && hosts[4].variables["ansible_port"] == "2222")
    }

    @Test(arguments: [
        ("a[a:c]", "aa ab ac"), ("a[y:B]", "ay az aA aB"), ("a[a:e:2]", "aa ac ae"), ("a[1:10:3]", "a1 a4 a7 a10"),
        ("a[01:03]", "a01 a02 a03"), ("a[08:11:2]", "a08 a10"), ("a[:2]", "a0 a1 a2"), ("a[0:2]", "a0 a1 a2"),
        ("a[1:2]-[x:y]", "a1-x a1-y a2-x a2-y"), ("a", "a"),
    ])
    func `a range is the hosts it is to Ansible`(pattern: String, hosts: String) throws {
        #expect(try HostInventory.spread(pattern).joined(separator: " ") == hosts)
    }

    @Test func `what is written is read again as it was`() throws {
        var inventory = try HostInventory(parsingINI: Self.sample)
        inventory.hosts[0].variables["odd"] = "it's # not; a = comment"
        #expect(try HostInventory(parsingINI: inventory.ini) == inventory)
        #expect(HostInventory(hosts: []).yaml == "all: {}\n")
    }

    @Test(arguments: [
        ("a\n[x:y]", 2, "no section"), ("[a:vars]\nnothing", 2, "name=value"),
        ("a b", 1, "name=value"), ("a[1:xx]", 1, "range"), ("a[9:1]", 1, "range"), ("a 'x", 1, "quote"),
        ("[a:children]\nb c", 2, "more than a group"), ("a[1:9:0]", 1, "step"),
        ("[g]\na[1:x]", 2, "neither of numbers nor of letters"), ("a[x:1]", 1, "neither of"),
        ("a[1:]", 1, "neither of"),
        ("a[c:a]", 1, "ends before it begins"), ("a[A:z]", 1, "ends before"), ("a[aa:cc]", 1, "neither of"),
        ("a[01:100]", 1, "same number of digits"), ("a[1]", 1, "from:to"), ("a[1:2:3:4]", 1, "from:to"),
        ("a[1:9:x]", 1, "step"), ("a[1:200000]", 1, "too many"),
        ("a[-9223372036854775808:9223372036854775807]", 1, "too many"),
    ])
    func `what is no inventory is told by its line`(text: String, line: Int, words: String) throws {
        let trouble = #expect(throws: HostInventory.Trouble.self) { try HostInventory(parsingINI: text) }
        #expect(trouble?.line == line && trouble?.reason.contains(words) == true, "\(String(describing: trouble))")
    }

    @Test func `a group below itself is found`() {
        #expect(throws: HostInventory.Trouble.self) {
            try HostInventory(parsingINI: "[a:children]\nb\n[b:children]\na\n[b]\nhost")
        }
        #expect(throws: HostInventory.Trouble.self) { try HostInventory(parsingINI: "[a:children]\na") }
    }
}
