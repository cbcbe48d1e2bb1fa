import Model
import Stores

extension UTCTime {
    /// This machine's clock, for rooms that know no store.
    package static var present: UTCTime { .now }
}
