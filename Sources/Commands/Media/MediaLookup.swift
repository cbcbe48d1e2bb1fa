import ArgumentParser
import Configuration
import Operations
import Presentation

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

        func question(_ configuration: Configuration) throws -> FilePlaceInquiry {
            try FilePlaceInquiry(url, baseURL: configuration.identity.baseURL)
        }
    }
}
