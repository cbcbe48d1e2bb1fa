import Synchronization

/// How many requests may be under way: fewer after each "slow down", slowly more while all is well.
///
/// Additive increase and multiplicative decrease, as TCP does it. Without it eight clients that wait and come back
/// together would keep an overloaded server overloaded.
final class Gate: Sendable {
    enum Outcome {
        case well, throttled
    }

    private struct State {
        var limit: Double
        var inside = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let width: Int
    private let state: Mutex<State>

    init(width: Int) {
        self.width = max(1, width)
        state = Mutex(State(limit: Double(max(1, width))))
    }

    /// The present limit.
    var limit: Int { state.withLock { Int($0.limit) } }

    func enter() async {
        await withCheckedContinuation { (caller: CheckedContinuation<Void, Never>) in
            let isFree = state.withLock { state in
                if state.inside < Int(state.limit) {
                    state.inside += 1
                    return true
                }
                state.waiting.append(caller)
                return false
            }
            if isFree { caller.resume() }
        }
    }

    func leave(_ outcome: Outcome) {
        let next = state.withLock { state in
            state.inside -= 1
            state.limit =
                switch outcome {
                case .throttled: max(1, state.limit / 2)
                case .well: min(Double(width), state.limit + 0.5 / state.limit)
                }
            let count = min(state.waiting.count, max(0, Int(state.limit) - state.inside))
            state.inside += count
            defer { state.waiting.removeFirst(count) }
            return Array(state.waiting.prefix(count))
        }
        for caller in next { caller.resume() }
    }
}
