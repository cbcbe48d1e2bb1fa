extension AdminAPI {
    /// An account as moderators see it. Source: Mastodon 4.6.5 `app/serializers/rest/admin/account_serializer.rb`.
    package struct Account: Listed {
        package var id: Int64
        package var username: String
        /// Nil for a local account.
        package var domain: String?
        package var createdAt: UTCTime
        package var email: String?
        /// The last address seen.
        package var ip: String?
        package var ips: [Address]
        package var isConfirmed: Bool
        package var isApproved: Bool
        package var isDisabled: Bool
        package var isSuspended: Bool
        package var isSilenced: Bool
        package var isSensitized: Bool
        package var locale: String?
        /// Why the person wants an account.
        package var inviteRequest: String?
        package var invitedByAccountID: Int64?
        /// Nil for accounts without a user here.
        package var role: Role?
        package var displayName: String?
        package var url: String?

        package init(_ reading: Reading) throws {
            id = try reading.id()
            username = try reading.text("username")
            domain = reading.optionalText("domain")
            createdAt = try reading.time("created_at")
            email = reading.optionalText("email")
            ip = reading.optionalText("ip")
            ips = try reading.list("ips")
            isConfirmed = reading.optionalFlag("confirmed") ?? false
            isApproved = reading.optionalFlag("approved") ?? false
            isDisabled = reading.optionalFlag("disabled") ?? false
            isSuspended = try reading.flag("suspended")
            isSilenced = try reading.flag("silenced")
            isSensitized = try reading.flag("sensitized")
            locale = reading.optionalText("locale")
            inviteRequest = reading.optionalText("invite_request")
            invitedByAccountID = reading.optionalID("invited_by_account_id")
            role = try reading.object("role")
            let face: Face? = try reading.object("account")
            displayName = face?.displayName
            url = face?.url
        }

        /// `user` or `user@domain`.
        package var handle: String { domain.map { "\(username)@\($0)" } ?? username }
    }

    /// An address somebody signed in from.
    package struct Address: Readable {
        package var ip: String
        package var usedAt: UTCTime?

        package init(_ reading: Reading) throws {
            ip = try reading.text("ip")
            usedAt = reading.optionalTime("used_at")
        }
    }

    /// The part of an account that everybody sees.
    struct Face: Readable {
        var displayName: String?
        var url: String?

        init(_ reading: Reading) throws {
            displayName = reading.optionalText("display_name")
            url = reading.optionalText("url")
        }
    }

    /// The account a token belongs to: `GET /api/v1/accounts/verify_credentials`.
    package struct Owner: Readable {
        package var id: Int64
        package var username: String
        package var role: Role?

        package init(_ reading: Reading) throws {
            id = try reading.id()
            username = try reading.text("username")
            role = try reading.object("role")
        }
    }

    /// What to ask of the first version of the list. Local and active accounts come where nothing else is said.
    ///
    /// `sensitized` is taken but never looked at. Source: `app/controllers/api/v1/admin/accounts_controller.rb`.
    package struct PlainAccountFilter: Sendable, Equatable {
        package enum Status: String, Sendable { case active, pending, disabled, silenced, suspended }

        package var isRemote = false
        package var status: Status?
        package var domain: String?
        package var username: String?
        package var displayName: String?
        package var email: String?
        package var ip: String?
        package var isStaff = false

        package init() {}

        package var parameters: Parameters {
            var parameters = Parameters()
            if isRemote { parameters.add("remote", true) }
            if let status { parameters.add(status.rawValue, true) }
            parameters.add("by_domain", domain)
            parameters.add("username", username)
            parameters.add("display_name", displayName)
            parameters.add("email", email)
            parameters.add("ip", ip)
            if isStaff { parameters.add("staff", true) }
            return parameters
        }
    }

    /// What to ask of the second version of the list. Everything comes where nothing is said.
    package struct AccountFilter: Sendable, Equatable {
        package enum Origin: String, Sendable { case local, remote }
        package enum Status: String, Sendable { case active, pending, disabled, silenced, suspended, sensitized }

        package var origin: Origin?
        package var status: Status?
        package var domain: String?
        package var username: String?
        package var displayName: String?
        package var email: String?
        package var ip: String?
        /// The account whose invitation was used.
        package var invitedBy: Int64?
        package var roleIDs: [Int64] = []
        package var isStaff = false

        package init() {}

        package var parameters: Parameters {
            var parameters = Parameters()
            parameters.add("origin", origin?.rawValue)
            parameters.add("status", status?.rawValue)
            if isStaff { parameters.add("permissions", "staff") }
            parameters.add("username", username)
            parameters.add("by_domain", domain)
            parameters.add("display_name", displayName)
            parameters.add("email", email)
            parameters.add("ip", ip)
            parameters.add("invited_by", invitedBy)
            if !roleIDs.isEmpty { parameters.add("role_ids", .array(roleIDs.map { .integer($0) })) }
            return parameters
        }
    }

    /// What a moderator does to an account.
    package struct Action: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable { case none, disable, sensitive, silence, suspend }

        package var kind: Kind
        /// The report it answers.
        package var reportID: Int64?
        package var warningPresetID: Int64?
        /// Goes to the person.
        package var text: String?
        /// Whether the person is told by mail.
        package var notifies: Bool?

        package init(
            _ kind: Kind, reportID: Int64? = nil, warningPresetID: Int64? = nil, text: String? = nil,
            notifies: Bool? = nil
        ) {
            self.kind = kind
            self.reportID = reportID
            self.warningPresetID = warningPresetID
            self.text = text
            self.notifies = notifies
        }

        package var parameters: Parameters {
            var parameters = Parameters()
            parameters.add("type", kind.rawValue)
            parameters.add("report_id", reportID)
            parameters.add("warning_preset_id", warningPresetID)
            parameters.add("text", text)
            parameters.add("send_email_notification", notifies)
            return parameters
        }
    }
}
