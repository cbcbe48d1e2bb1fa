import Model

// A method for each route of trends, hashtags and figures.
extension AdminClient {
    package var trendingTags: AdminPages<AdminAPI.Tag> { pages(.trendingTags) }

    package func approveTrendingTag(_ id: Int64) async throws -> AdminAPI.Tag {
        try await one(.trendingTagApproval, id: id)
    }

    package func rejectTrendingTag(_ id: Int64) async throws -> AdminAPI.Tag {
        try await one(.trendingTagRejection, id: id)
    }

    package var trendingLinks: AdminPages<AdminAPI.Link> { pages(.trendingLinks) }

    package func approveTrendingLink(_ id: Int64) async throws -> AdminAPI.Link {
        try await one(.trendingLinkApproval, id: id)
    }

    package func rejectTrendingLink(_ id: Int64) async throws -> AdminAPI.Link {
        try await one(.trendingLinkRejection, id: id)
    }

    package var trendingStatuses: AdminPages<AdminAPI.Status> { pages(.trendingStatuses) }

    package func approveTrendingStatus(_ id: Int64) async throws -> AdminAPI.Status {
        try await one(.trendingStatusApproval, id: id)
    }

    package func rejectTrendingStatus(_ id: Int64) async throws -> AdminAPI.Status {
        try await one(.trendingStatusRejection, id: id)
    }

    package var publishers: AdminPages<AdminAPI.Publisher> { pages(.publishers) }

    package func approvePublisher(_ id: Int64) async throws -> AdminAPI.Publisher {
        try await one(.publisherApproval, id: id)
    }

    package func rejectPublisher(_ id: Int64) async throws -> AdminAPI.Publisher {
        try await one(.publisherRejection, id: id)
    }

    package var tags: AdminPages<AdminAPI.Tag> { pages(.tags) }

    package func tag(_ id: Int64) async throws -> AdminAPI.Tag { try await one(.tag, id: id) }

    package func changeTag(_ id: Int64, _ change: AdminAPI.TagChange) async throws -> AdminAPI.Tag {
        try await one(.tagChange, id: id, change.parameters)
    }

    // MARK: - figures

    package func measures(
        _ keys: [AdminAPI.MeasureKey], _ period: AdminAPI.Period
    ) async throws -> [AdminAPI.Measure] {
        try await list(.measures, period.parameters(keys))
    }

    /// - Parameter limit: of the parts of each.
    package func dimensions(
        _ keys: [AdminAPI.DimensionKey], _ period: AdminAPI.Period, limit: Int? = nil
    ) async throws -> [AdminAPI.Dimension] {
        try await list(.dimensions, period.parameters(keys, limit: limit))
    }

    package func retention(
        _ period: AdminAPI.Period, by frequency: AdminAPI.Cohort.Frequency
    ) async throws -> [AdminAPI.Cohort] {
        var parameters = period.parameters
        parameters.add("frequency", frequency.rawValue)
        return try await list(.retention, parameters)
    }
}
