import Console
import Glibc
import Synchronization
import Testing

@Suite struct SignalsTests {
    @Test func `the first signal asks, and the work goes on`() async {
        await #expect(processExitsWith: .exitCode(3)) {
            Signals.watch { Asked.shared.value.store($0, ordering: .releasing) }
            kill(getpid(), SIGINT)
            while Asked.shared.value.load(ordering: .acquiring) == 0 { usleep(1_000) }
            exit(Signals.first == SIGINT && Asked.shared.value.load(ordering: .acquiring) == SIGINT ? 3 : 4)
        }
    }

    @Test func `the second SIGINT leaves at once with 130`() async {
        await #expect(processExitsWith: .exitCode(130)) {
            Signals.watch { _ in }
            kill(getpid(), SIGINT)
            while Signals.first == nil { usleep(1_000) }
            kill(getpid(), SIGINT)
            pause()
        }
    }

    @Test func `a SIGTERM after a first signal leaves with 143`() async {
        await #expect(processExitsWith: .exitCode(143)) {
            Signals.watch { _ in }
            kill(getpid(), SIGINT)
            while Signals.first == nil { usleep(1_000) }
            kill(getpid(), SIGTERM)
            pause()
        }
    }

    @Test func `an ignored signal stays ignored`() async {
        await #expect(processExitsWith: .exitCode(5)) {
            signal(SIGHUP, SIG_IGN)
            Signals.watch { _ in }
            kill(getpid(), SIGHUP)
            kill(getpid(), SIGHUP)
            exit(Signals.first == nil ? 5 : 6)
        }
    }
}

private final class Asked: Sendable {
    static let shared = Asked()
    let value = Atomic<Int32>(0)
}
