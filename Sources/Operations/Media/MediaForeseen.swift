/// What is told of media before consent.
package enum MediaForeseen: Sendable {
    /// Files are moved between two storages, and the server uses neither.
    case moveBesideTheServer
    /// Keys of an inventory that are not the server's.
    case outsideThePrefix(keys: Int64)
}
