import Glibc
import Model

extension UTCTime {
    /// This machine's clock. Rules in Model never ask it; they are told.
    package static var now: UTCTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UTCTime(Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }
}
