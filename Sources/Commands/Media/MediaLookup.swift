import ArgumentParser
import Configuration
import Faults
import Model
import Stores

extension MediaCommand {
    /// `mastoctl media lookup`: where a stored file is shown.
    struct Lookup: QueryCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell on which page a media file is shown.",
            discussion: """
                Takes the file's address as browsers, logs and abuse reports have it: under the server's own domain, an \
                alias host or a bucket, with a query, or only the path or the key.

                A file that belongs to no post, to an emoji, to the server's appearance or to a backup has no page: \
                the status is then 66. What is no media address at all is status 65.

                Examples:
                  mastoctl media lookup https://files.example.social/media_attachments/files/…/original/a.png
                  mastoctl media lookup cache/accounts/avatars/…/original/b.jpg --format json
                """)

        @Argument(help: "Address of the file.")
        var url: String

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> MediaLocation {
            guard let address = MediaURL(url) else {
                throw Fault(
                    .badData, "this is not the address of a media file",
                    help: "it must end like media_attachments/files/109/…/original/name.png")
            }
            let baseURL = configuration.identity.baseURL ?? "https://\(site.instance.webDomain)"
            return try await MediaPlaces(in: site.database, baseURL: baseURL).location(of: address)
        }
    }
}
