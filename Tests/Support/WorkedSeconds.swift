import Glibc

/// How long this thread was at work on something, in seconds: what a limit can be held against, since waiting for a
/// processor is not counted.
package func workedSeconds(_ body: () throws -> Void) rethrows -> Double {
    func worked() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = worked()
    try body()
    return worked() - start
}
