import Model

extension SearchCluster where Mode == ReadWrite {
    /// - Throws: `SearchError` of type `unavailable_shards_exception` also when the cluster has no place for its shards.
    package func create(_ whole: String, _ body: JSONValue) async throws {
        let answer = try await call("PUT", "/\(whole)", body)
        if answer?["shards_acknowledged"] == false {
            throw SearchError(
                status: 503, type: "unavailable_shards_exception", reason: "no node took the shards of \(whole)")
        }
    }

    /// Deletes a concrete index; one that is gone is no error.
    package func delete(_ whole: String) async throws {
        try await call("DELETE", "/\(whole)", missing: true)
    }

    package func setIndexSettings(_ whole: String, _ settings: JSONValue) async throws {
        try await call("PUT", "/\(whole)/_settings", .object([.init("index", settings)]))
    }

    package func refresh(_ whole: String) async throws {
        try await call("POST", "/\(whole)/_refresh")
    }

    /// Makes a copy of a sealed index under a name that is free, which takes no longer than linking its files.
    ///
    /// - Throws: `SearchError`, also when the copy's shards are on no node.
    package func clone(_ whole: String, as copy: String, _ settings: JSONValue) async throws {
        let answer = try await call(
            "POST", "/\(whole)/_clone/\(copy)?wait_for_active_shards=1", .object([.init("settings", settings)]))
        if answer?["shards_acknowledged"] == false {
            throw SearchError(
                status: 503, type: "unavailable_shards_exception", reason: "no node took the shards of \(copy)")
        }
    }

    /// Does all of the actions at once, or none.
    package func updateAliases(_ actions: [JSONValue]) async throws {
        try await call("POST", "/_aliases", .object([.init("actions", .array(actions))]))
    }

    /// Writes records, making their index first when it is not there.
    package func setRecords(_ records: [(id: String, record: String)]) async throws {
        let index = IndexSpecification.recordIndex
        if try await state(of: index) == nil {
            try await create(name(index), IndexSpecification.recordBody(preset))
        }
        let lines = records.map { id, record in
            let action = JSONValue.object([.init("index", .object([.init("_id", .string(id))]))])
            return "\(action.text)\n\(JSONValue.object([.init("specification", .string(record))]).text)\n"
        }
        let answer = try await bulk(Array(lines.joined().utf8), to: name(index), parameters: "?refresh=true")
        if answer["errors"] == true {
            throw SearchError(status: 400, type: "bulk", reason: "the record of the specification was refused")
        }
    }

    /// Closes an index, changes what can only be changed in a closed one, and opens it again.
    ///
    /// - Throws: `SearchError`; the index is open again then.
    package func update(_ whole: String, analysis: JSONValue, mappings: JSONValue) async throws {
        try await call("POST", "/\(whole)/_close")
        do {
            if analysis != .null {
                let settings = JSONValue.object([.init("settings", .object([.init("analysis", analysis)]))])
                try await call("PUT", "/\(whole)/_settings", settings)
            }
            try await call("PUT", "/\(whole)/_mapping", mappings)
        } catch let error as SearchError {
            try await call("POST", "/\(whole)/_open")
            throw error
        }
        try await call("POST", "/\(whole)/_open")
    }
}
