import Faults
import Model

/// Takes what came out of secret settings out of words that others wrote, such as a server's messages.
package struct Redaction: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Masked wherever they stand.
    private var secrets: [String] = []
    /// Masked in quotation marks only, as servers put names there: parts of a URL, which a misprint in it may have made
    /// of a password.
    private var names: Set<String> = []

    init(_ resolver: Resolver) {
        for setting in Setting.all where setting.kind == .secret {
            guard let said = resolver.said(setting.key), !said.value.isEmpty else { continue }
            add(said.value)
            guard said.value.contains("://") else { continue }
            // Every piece between the marks of a URL, since a broken one does not say which is the password.
            let pieces = said.value.split { ":/@?#&=".contains($0) }.map(String.init)
            names.formUnion(pieces)
            if let url = try? ConnectionURL(said.value, origin: said.origin) {
                [url.password, url.query["password"]].compactMap(\.self).forEach { add($0) }
                names.formUnion([url.user, url.path].compactMap(\.self))
            }
        }
        names.formUnion(secrets)
        // The longest first: one may be a part of another.
        secrets = Set(secrets).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    /// Masks these, too.
    mutating func hide(_ texts: [String]) {
        texts.forEach { add($0) }
        names.formUnion(secrets)
        secrets = Set(secrets).sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    /// Short ones are words of every message; they are masked in quotation marks.
    private mutating func add(_ text: String) {
        if text.utf8.count >= 6 { secrets.append(text) } else { names.insert(text) }
    }

    package var description: String { Secret.mask }
    package var debugDescription: String { Secret.mask }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }

    /// For what leaves this server.
    func mask(also others: [String]) -> TextMask { TextMask(secrets: secrets + others) }

    package func masked(_ text: String) -> String {
        var result = text
        for secret in secrets where result.contains(secret) { result.replace(secret, with: Secret.mask) }
        guard result.contains("\"") else { return result }
        let parts = result.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index % 2 == 1 && names.contains(String(part)) ? Secret.mask : String(part)
        }.joined(separator: "\"")
    }

    /// A fault with every text of it masked.
    package func masked(_ fault: Fault) -> Fault {
        var fault = fault
        fault.message = masked(fault.message)
        fault.notes = fault.notes.map(masked)
        fault.help = fault.help.map(masked)
        return fault
    }
}
