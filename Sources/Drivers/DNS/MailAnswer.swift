/// Reads the mail exchangers in a name server's answer (RFC 1035, sections 3.3.9 and 4.1).
package enum MailAnswer {
    /// The hosts in the order of the answer, without the empty one that says a domain takes no mail (RFC 7505); nil for
    /// what is no answer.
    package static func hosts(in message: ArraySlice<UInt8>) -> [String]? {
        NameAnswer.values(in: message, of: 15) { reader, end in
            guard reader.skip(2), let host = reader.name(), reader.position == end else { return nil }
            return host.isEmpty ? [] : [host]
        }
    }
}
