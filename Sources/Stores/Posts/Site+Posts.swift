import Model

extension Site where Mode == ReadWrite {
    /// Does something to posts that are still as they were seen.
    ///
    /// - Parameters:
    ///   - fits: those of the posts to which it may be done.
    ///   - noted: as `PostChange.carryOut` takes it.
    /// - Returns: the posts that were changed, and what is noted now.
    package func carryOut(
        _ change: PostChange, on ids: [Int64], noted: [Int64: PostChange.Noted],
        fits: @Sendable ([PostStanding]) -> [PostStanding]
    ) async throws -> (done: [PostStanding], noted: [Int64: PostChange.Noted]) {
        try await self.change { connection in
            let standings = try await connection.postStandings.held(ids)
            let fit = fits(standings)
            let (noted, aftermath) = try await change.carryOut(on: fit, noted: noted, over: connection)
            return ((fit, noted), aftermath)
        }
    }
}
