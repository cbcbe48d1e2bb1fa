import Glibc
import Model
import Stores

extension Stage {
    /// True when something is there, without following a link.
    package func has(_ key: String) -> Bool {
        var status = stat()
        return lstat("\(instance.mediaRoot)/\(key)", &status) == 0
    }

    /// Moves what is stored, in whatever storage.
    package func move(_ key: String, to target: String) async throws {
        let store: any ObjectStore =
            if let bucket { BucketObjectStore(bucket) } else { try FileObjectStore(root: instance.mediaRoot) }
        _ = try await store.move(ObjectKey(key), to: ObjectKey(target))
        await store.close()
    }

    package func remove(_ key: String) {
        unlink("\(instance.mediaRoot)/\(key)")
    }

    /// Writes a file whose directory is there, below the media root unless told otherwise.
    package func write(_ text: String, to key: String, from root: String? = nil) {
        guard let file = fopen("\(root ?? instance.mediaRoot)/\(key)", "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    /// Makes a directory below the media root, and those above it.
    package func make(directory: String) {
        FolderListing.create("\(instance.mediaRoot)/\(directory)")
    }

    /// Every file below a directory, relative to it.
    package func files(below folder: String) -> [String] {
        FolderListing.names(in: folder).sorted().flatMap { name -> [String] in
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0 else { return [] }
            guard status.st_mode & S_IFMT == S_IFDIR else { return [name] }
            return files(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
        }
    }
}
