import Configuration
import Faults
import Model
import Testing

@Suite struct InventoryFileTests {
    private static let yaml = """
        all:
          vars:
            region: world
          hosts:
            lonely.example:
          children:
            hosted:
              vars: {ansible_user: mastodon}
              children:
                web:
                  hosts:
                    shop[1:2].example: {ansible_port: 2222, list: [1, 2]}
        """

    @Test func `an inventory in YAML is read as the same one in INI, and written as it is read`() throws {
        let files = MemoryFiles(["/i.yml": Self.yaml])
        let inventory = try HostInventory(at: "/i.yml", files: files)
        #expect(inventory.hosts.map(\.name) == ["lonely.example", "shop1.example", "shop2.example"])
        #expect(inventory.hosts[1].groups == ["hosted", "web"])
        #expect(
            inventory.hosts[1].variables == ["ansible_user": "mastodon", "ansible_port": "2222", "region": "world"])
        #expect(try HostInventory(parsingYAML: inventory.yaml) == inventory)
        #expect(try HostInventory(parsingINI: inventory.ini) == inventory)
    }

    @Test(arguments: [
        ("all:\n  hosts: [a]\n", "must hold names"), ("all:\n  things:\n    a:\n", "hosts, vars and children"),
        ("- a\n", "no groups"), ("all: {\n", ""),
    ])
    func `what is no inventory is told with its file`(text: String, words: String) {
        let files = MemoryFiles(["/i.yaml": text])
        let fault = #expect(throws: Fault.self) { try HostInventory(at: "/i.yaml", files: files) }
        #expect(fault?.kind == .badData && fault?.message.hasPrefix("/i.yaml") == true)
        #expect(fault?.notes.first?.contains(words) == true || words.isEmpty, "\(String(describing: fault))")
    }
}
