import Model

/// Spreads documents over time: so many a second, by all that send together.
actor DocumentRate {
    private let perSecond: Double
    /// When the next may go.
    private var next = ContinuousClock.now

    /// What one request may hold: a second's worth.
    nonisolated var portion: Int { Self.portion(perSecond) }

    /// - Parameter perSecond: above zero.
    init(perSecond: Double) {
        self.perSecond = perSecond
    }

    static func portion(_ perSecond: Double) -> Int { max(1, Int(min(perSecond, 1e9))) }

    /// Waits until so many may go, or until the run is asked to end: what is begun is then finished without a rest.
    func take(_ count: Int) async {
        let now = ContinuousClock.now
        let mine = max(next, now)
        next = mine + .seconds(Double(count) / perSecond)
        if mine > now { _ = await Stopping.rest((mine - now).inSeconds) }
    }
}
