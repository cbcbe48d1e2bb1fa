extension AdminAPI {
    /// What can be measured over time. Source: Mastodon 4.6.5 `app/lib/admin/metrics/measure.rb`.
    package enum MeasureKey: String, Sendable, CaseIterable {
        case activeUsers = "active_users"
        case newUsers = "new_users"
        case interactions
        case openedReports = "opened_reports"
        case resolvedReports = "resolved_reports"
        case tagAccounts = "tag_accounts"
        case tagUses = "tag_uses"
        case tagServers = "tag_servers"
        case instanceAccounts = "instance_accounts"
        case instanceMediaAttachments = "instance_media_attachments"
        case instanceReports = "instance_reports"
        case instanceStatuses = "instance_statuses"
        case instanceFollows = "instance_follows"
        case instanceFollowers = "instance_followers"

        var subject: Subject { Subject(rawValue) }
        var isAboutSomething: Bool { subject != .everything }
    }

    /// What can be broken down by value. Source: Mastodon 4.6.5 `app/lib/admin/metrics/dimension.rb`.
    package enum DimensionKey: String, Sendable, CaseIterable {
        case languages, sources, servers
        case spaceUsage = "space_usage"
        case softwareVersions = "software_versions"
        case tagServers = "tag_servers"
        case tagLanguages = "tag_languages"
        case instanceAccounts = "instance_accounts"
        case instanceLanguages = "instance_languages"

        var subject: Subject { Subject(rawValue) }
        var isAboutSomething: Bool { subject != .everything }
    }

    /// What a figure is about.
    enum Subject {
        case everything, tag, instance

        init(_ key: String) {
            self = key.hasPrefix("tag_") ? .tag : key.hasPrefix("instance_") ? .instance : .everything
        }
    }

    /// From when to when figures are asked for, and about what.
    package struct Period: Sendable, Equatable {
        package var start: UTCTime
        package var end: UTCTime
        /// For the figures of a hashtag.
        package var tagID: Int64?
        /// For those of another server.
        package var domain: String?

        package init(start: UTCTime, end: UTCTime, tagID: Int64? = nil, domain: String? = nil) {
            self.start = start
            self.end = end
            self.tagID = tagID
            self.domain = domain
        }

        package var parameters: Parameters {
            var parameters = Parameters()
            parameters.add("start_at", "\(start)")
            parameters.add("end_at", "\(end)")
            return parameters
        }

        package func parameters(_ keys: [MeasureKey]) -> Parameters {
            about(keys.map { ($0.rawValue, $0.subject) })
        }

        package func parameters(_ keys: [DimensionKey], limit: Int?) -> Parameters {
            var parameters = about(keys.map { ($0.rawValue, $0.subject) })
            parameters.add("limit", limit.map { Int64($0) })
            return parameters
        }

        /// A figure about something is told about what under its own name.
        private func about(_ keys: [(name: String, subject: Subject)]) -> Parameters {
            var parameters = Parameters()
            parameters.add("keys", .array(keys.map { .string($0.name) }))
            for member in self.parameters.members { parameters.add(member.name, member.value) }
            for key in keys {
                switch key.subject {
                case .everything: break
                case .tag: parameters.add(key.name, tagID.map { .object([.init("id", .string("\($0)"))]) })
                case .instance: parameters.add(key.name, domain.map { .object([.init("domain", .string($0))]) })
                }
            }
            return parameters
        }
    }

    /// A figure over time.
    package struct Measure: Readable {
        package struct Point: Readable {
            package var date: UTCTime
            package var value: String

            package init(_ reading: Reading) throws {
                date = try reading.time("date")
                value = try reading.text("value")
            }
        }

        package var key: String
        package var unit: String?
        package var total: String
        package var humanValue: String?
        package var previousTotal: String?
        package var data: [Point]

        package init(_ reading: Reading) throws {
            key = try reading.text("key")
            unit = reading.optionalText("unit")
            total = try reading.text("total")
            humanValue = reading.optionalText("human_value")
            previousTotal = reading.optionalText("previous_total")
            data = try reading.list("data")
        }
    }

    /// A figure by value.
    package struct Dimension: Readable {
        package struct Part: Readable {
            package var key: String
            package var humanKey: String
            package var value: String
            package var unit: String?
            package var humanValue: String?

            package init(_ reading: Reading) throws {
                key = try reading.text("key")
                humanKey = reading.optionalText("human_key") ?? key
                value = try reading.text("value")
                unit = reading.optionalText("unit")
                humanValue = reading.optionalText("human_value")
            }
        }

        package var key: String
        package var data: [Part]

        package init(_ reading: Reading) throws {
            key = try reading.text("key")
            data = try reading.list("data")
        }
    }

    /// How many of those who came in a period stayed.
    package struct Cohort: Readable {
        package enum Frequency: String, Sendable, CaseIterable { case day, month }

        package struct Point: Readable {
            package var date: UTCTime
            /// From 0 to 1.
            package var rate: Double
            package var value: String

            package init(_ reading: Reading) throws {
                date = try reading.time("date")
                rate = try reading.decimal("rate")
                value = try reading.text("value")
            }
        }

        package var period: UTCTime
        package var frequency: Frequency
        package var data: [Point]

        package init(_ reading: Reading) throws {
            period = try reading.time("period")
            frequency = try reading.word("frequency")
            data = try reading.list("data")
        }
    }
}
