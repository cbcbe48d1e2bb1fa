import Model

/// What is told of backups before consent.
package enum BackupForeseen: Sendable {
    /// One that a killed run began.
    case goneOnWith(UTCTime)
    case bucketLeftOut(place: String)
    /// A storage that this program cannot reach.
    case storageLeftOut(kind: String)
    /// What the env file should have and has not.
    case secretsMissing([String])
    case handoverWithout([String])
    case secretsLeftOut
    /// The staging folder may be too small for a dump.
    case littleRoom(path: String, free: Int64, wanted: Int64)
    /// Of those that are dropped: how many pgBackRest has the database of, and how many it has dropped.
    case pgBackRestHas(Int)
    case pgBackRestDropped(Int)
    /// The database is put back as of another moment than the rest.
    case otherMoment(database: UTCTime, rest: UTCTime)
    case databaseReplaced(name: String, aside: String)
    /// Of a copy for trying things out.
    case queuesLeftOut
    case mediaLeftOut
}
