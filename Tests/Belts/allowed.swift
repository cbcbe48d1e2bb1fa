// Compiles: what a reading and a writing site are for.
import Model
import Stores

func reads(_ site: Site<ReadOnly>) async throws {
    _ = try await site.database.read { try await $0.knownDomains.names() }
    _ = try await site.objects.existing(of: [])
    _ = try site.state.read("name")
}

func writes(_ site: Site<ReadWrite>) async throws {
    _ = try await site.database.write { try await $0.domainBlocks.delete(1) }
    _ = try await site.objects.delete([])
    try site.state.write("name", [])
}
