/// What a TLS server shows of itself before anything is asked of it.
package struct Handshake: Sendable, Equatable {
    package struct Certificate: Sendable, Equatable {
        /// As OpenSSL writes them: `CN = example.org`, `C = US, O = Let's Encrypt, CN = R11`.
        package var subject = ""
        package var issuer = ""
        /// `Nov 30 04:00:00 2026 GMT`.
        package var end = ""
        /// Hosts it is for, those of a wildcard with their star.
        package var names: [String] = []
    }

    /// Why a client that looks closely would not go on.
    package enum Doubt: Sendable, Equatable {
        /// One of the certificates is not valid now.
        case time
        /// The authority of the last certificate is none that is trusted here.
        case authority
        /// It vouches for itself.
        case selfSigned
        /// The certificate is for other hosts.
        case name
        /// OpenSSL's number of it.
        case other(Int)
    }

    /// The server's own first, then those it sends along.
    package var certificates: [Certificate]
    /// Nil where it is trusted.
    package var doubt: Doubt?
}

extension Handshake.Certificate {
    /// - Parameter lines: as libcurl tells them: `Subject:CN = example.org`.
    init(_ lines: [String]) {
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = String(line[line.index(after: colon)...])
            switch line[..<colon] {
            case "Subject": subject = value
            case "Issuer": issuer = value
            case "Expire date": end = value
            case "X509v3 Subject Alternative Name":
                names = value.split(separator: ",").compactMap { part in
                    let name = part.drop { $0 == " " }
                    return name.hasPrefix("DNS:") ? String(name.dropFirst(4)) : nil
                }
            default: break
            }
        }
    }
}

extension Handshake.Doubt {
    /// OpenSSL's `X509_V_ERR_…` (`x509_vfy.h`). A name that does not fit is libcurl's own finding: it leaves the
    /// number at 1.
    init(verification number: Int) {
        self =
            switch number {
            case 0, 1, 62: .name
            case 9, 10: .time
            case 2, 20, 21: .authority
            case 18, 19: .selfSigned
            default: .other(number)
            }
    }
}
