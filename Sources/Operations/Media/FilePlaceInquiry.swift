import Faults
import Model
import Stores

/// Asks on which page a stored file is shown.
package struct FilePlaceInquiry: Question {
    private let address: MediaURL
    private let baseURL: String?

    /// - Parameter baseURL: where the instance's pages are; nil for its own domain.
    /// - Throws: `Fault(.badData)` for what is no file's address.
    package init(_ url: String, baseURL: String?) throws {
        guard let address = MediaURL(url) else {
            throw Fault(
                .badData, "this is not the address of a media file",
                help: "it must end like media_attachments/files/109/…/original/name.png")
        }
        self.address = address
        self.baseURL = baseURL
    }

    /// - Throws: as `MediaPlaces.location`.
    package func answer(at site: Site<ReadOnly>) async throws -> MediaLocation {
        let baseURL = baseURL ?? "https://\(site.instance.webDomain)"
        return try await MediaPlaces(in: site.database, baseURL: baseURL).location(of: address)
    }
}
