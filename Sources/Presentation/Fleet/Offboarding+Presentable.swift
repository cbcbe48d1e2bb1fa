import Console
import Model

extension Offboarding: Presentable {
    package var table: Table {
        var table = Table([.init("what"), .init("value")])
        table.add(["server", server])
        table.add(["domain", domain])
        table.add(["handed over", "\(handedOverAt), in \(folder)"])
        table.add(["sha256 of handover.json", sha256])
        let receipt = receivedAt.map { "\($0), \(proof == .copy ? "a copy was compared" : "by its hash")" }
        table.add(["received", receipt ?? "not proven"])
        table.add(["notice ends", "\(noticeEndsAt)"])
        table.add(["may be erased", erasableAt.map { "from \($0) on" } ?? "not before the receipt is proven"])
        return table
    }

    package var ids: [String] { [server] }
}
