extension AdminAPI {
    /// A domain block. Source: Mastodon 4.6.5 `app/serializers/rest/admin/domain_block_serializer.rb`.
    package struct DomainBlock: Listed {
        package enum Severity: String, Sendable, CaseIterable { case silence, suspend, noop }

        package var id: Int64
        package var domain: String
        package var createdAt: UTCTime
        package var severity: Severity
        package var rejectsMedia: Bool
        package var rejectsReports: Bool
        package var privateComment: String?
        package var publicComment: String?
        package var isObfuscated: Bool

        package init(_ reading: Reading) throws {
            id = try reading.id()
            domain = try reading.text("domain")
            createdAt = try reading.time("created_at")
            severity = try reading.word("severity")
            rejectsMedia = try reading.flag("reject_media")
            rejectsReports = try reading.flag("reject_reports")
            privateComment = reading.optionalText("private_comment")
            publicComment = reading.optionalText("public_comment")
            isObfuscated = try reading.flag("obfuscate")
        }
    }

    /// What a domain block says; nil leaves it to the server, in a change as it is.
    package struct DomainBlockRule: Sendable, Equatable {
        package var severity: DomainBlock.Severity?
        package var rejectsMedia: Bool?
        package var rejectsReports: Bool?
        package var privateComment: String?
        package var publicComment: String?
        package var isObfuscated: Bool?

        package init(
            severity: DomainBlock.Severity? = nil, rejectsMedia: Bool? = nil, rejectsReports: Bool? = nil,
            privateComment: String? = nil, publicComment: String? = nil, isObfuscated: Bool? = nil
        ) {
            self.severity = severity
            self.rejectsMedia = rejectsMedia
            self.rejectsReports = rejectsReports
            self.privateComment = privateComment
            self.publicComment = publicComment
            self.isObfuscated = isObfuscated
        }

        package func parameters(domain: String? = nil) -> Parameters {
            var parameters = Parameters()
            parameters.add("domain", domain)
            parameters.add("severity", severity?.rawValue)
            parameters.add("reject_media", rejectsMedia)
            parameters.add("reject_reports", rejectsReports)
            parameters.add("private_comment", privateComment)
            parameters.add("public_comment", publicComment)
            parameters.add("obfuscate", isObfuscated)
            return parameters
        }
    }

    /// A domain that is federated with where others are not.
    package struct DomainAllow: Listed {
        package var id: Int64
        package var domain: String
        package var createdAt: UTCTime

        package init(_ reading: Reading) throws {
            id = try reading.id()
            domain = try reading.text("domain")
            createdAt = try reading.time("created_at")
        }
    }

    /// A domain whose addresses cannot sign up.
    package struct EmailDomainBlock: Listed {
        package var id: Int64
        package var domain: String
        package var createdAt: UTCTime
        /// How often it was met, a day each.
        package var history: [Day]
        /// Nil before 4.3.
        package var allowsWithApproval: Bool?

        package init(_ reading: Reading) throws {
            id = try reading.id()
            domain = try reading.text("domain")
            createdAt = try reading.time("created_at")
            history = try reading.list("history")
            allowsWithApproval = reading.optionalFlag("allow_with_approval")
        }
    }

    /// A day of a history.
    package struct Day: Readable {
        package var day: UTCTime
        package var accounts: Int64
        package var uses: Int64

        package init(_ reading: Reading) throws {
            day = UTCTime(try reading.decimal("day"))
            accounts = reading.optionalID("accounts") ?? 0
            uses = reading.optionalID("uses") ?? 0
        }
    }

    /// A blocked range of addresses.
    package struct IPBlock: Listed {
        package enum Severity: String, Sendable, CaseIterable {
            case signUpRequiresApproval = "sign_up_requires_approval"
            case signUpBlock = "sign_up_block"
            case noAccess = "no_access"
        }

        package var id: Int64
        /// With its prefix: `192.0.2.0/24`.
        package var ip: String
        package var severity: Severity
        package var comment: String
        package var createdAt: UTCTime
        package var expiresAt: UTCTime?

        package init(_ reading: Reading) throws {
            id = try reading.id()
            ip = try reading.text("ip")
            severity = try reading.word("severity")
            comment = reading.optionalText("comment") ?? ""
            createdAt = try reading.time("created_at")
            expiresAt = reading.optionalTime("expires_at")
        }
    }

    /// What an IP block says; nil leaves it to the server, in a change as it is.
    package struct IPBlockRule: Sendable, Equatable {
        package var ip: String?
        package var severity: IPBlock.Severity?
        package var comment: String?
        /// Seconds from now.
        package var expiresIn: Int64?

        package init(
            ip: String? = nil, severity: IPBlock.Severity? = nil, comment: String? = nil, expiresIn: Int64? = nil
        ) {
            self.ip = ip
            self.severity = severity
            self.comment = comment
            self.expiresIn = expiresIn
        }

        package var parameters: Parameters {
            var parameters = Parameters()
            parameters.add("ip", ip)
            parameters.add("severity", severity?.rawValue)
            parameters.add("comment", comment)
            parameters.add("expires_in", expiresIn)
            return parameters
        }
    }

    /// The hash of an address that cannot sign up again.
    package struct CanonicalEmailBlock: Listed {
        package var id: Int64
        /// SHA-256 of the canonical address, hexadecimal.
        package var hash: String

        package init(_ reading: Reading) throws {
            id = try reading.id()
            hash = try reading.text("canonical_email_hash")
        }
    }

    /// An address, or the hash of its canonical form.
    package enum CanonicalEmail: Sendable, Equatable {
        case address(String)
        case hash(String)

        package var parameters: Parameters {
            var parameters = Parameters()
            switch self {
            case .address(let email): parameters.add("email", email)
            case .hash(let hash): parameters.add("canonical_email_hash", hash)
            }
            return parameters
        }
    }
}
