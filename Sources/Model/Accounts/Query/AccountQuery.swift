extension AccountFilter {
    /// Reads `origin:remote -domain:example.org,*.example.net last-active:>90d storage:>1GB`.
    ///
    /// Terms are separated by blanks and must all hold; `-` or `not:` before one turns it round; commas separate values
    /// of which one is enough. Numbers, sizes, dates and ages take `>`, `>=`, `<`, `<=` and `a..b`. Text in double
    /// quotes is taken as it stands, with `\"` and `\\` in it; `~` before a text looks for it anywhere. Needs time in
    /// proportion to the text's length.
    ///
    /// - Throws: `QueryError`.
    package init(parsing text: String) throws(QueryError) {
        self.init(
            try QueryReader<AccountQueryKey>.clauses(of: text) { (term) throws(QueryError) in
                try term.accountCondition()
            })
    }
}

extension AccountFilter.Term {
    /// Reads the values of one key: `example.org,*.example.net`. A blank needs quotes, as in a query.
    ///
    /// - Throws: `QueryError`.
    package init(_ key: AccountQueryKey, _ values: String) throws(QueryError) {
        let terms = try AccountFilter(parsing: "\(key.rawValue):\(values)").terms
        guard terms.count == 1 else {
            throw QueryError(
                message: "a blank stands in a value", term: values, position: 1, help: "put it in double quotes")
        }
        self = terms[0]
    }
}
