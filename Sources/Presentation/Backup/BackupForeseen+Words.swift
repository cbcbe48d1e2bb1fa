import Model
import Operations

extension BackupForeseen {
    /// The line a person reads.
    var words: String {
        switch self {
        case .goneOnWith(let time): "an unfinished backup of \(time) is gone on with"
        case .bucketLeftOut(let place):
            "the media in \(place) are not in this backup: name a mirror of them (backup.media_mirror)"
        case .storageLeftOut(let kind): "the media in \(kind) are not in this backup: mastoctl cannot reach them"
        case .secretsMissing(let names):
            "not in the env file, and so not in the backup: \(names.joined(separator: ", ")); a restored instance is not "
                + "the same without them"
        case .handoverWithout(let names):
            "not in the env file, and so not handed over: \(names.joined(separator: ", "))"
        case .secretsLeftOut: "without the secrets a restored instance has no second factors and no federation"
        case .littleRoom(let path, let free, let wanted):
            "\(path) has \(ByteCount(free)) free, and the dump may take \(ByteCount(wanted)); --stream needs none of it"
        case .pgBackRestHas(let count):
            "\(count) of them have their database in pgBackRest, which drops it by its own retention "
                + "(repo-retention-full)"
        case .pgBackRestDropped(let count):
            "\(count) of them have no database any more: pgBackRest's retention has dropped it"
        case .otherMoment(let database, let rest):
            "the database is that of \(database), everything else that of \(rest): media that came in between are not in "
                + "the backup"
        case .databaseReplaced(let name, let aside):
            "the database \(name) is replaced; the present one stays as \(aside)"
        case .queuesLeftOut: "what waited in Redis is not restored; sessions, tokens, push and webhooks are removed"
        case .mediaLeftOut: "media are not restored: pictures and people's archives tell who they are"
        }
    }
}
