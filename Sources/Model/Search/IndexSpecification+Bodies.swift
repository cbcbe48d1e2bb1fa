extension IndexSpecification {
    /// How texts are cut into terms; nil where the cluster's defaults do.
    static func analysis(_ index: SearchIndex, _ release: MastodonRelease) -> JSONValue? {
        switch index {
        case .instances: nil
        case .accounts: JSONValue(parsing: release >= .v4_4 ? accountsAnalysis : olderAccountsAnalysis)
        case .tags: JSONValue(parsing: tagsAnalysis)
        case .publicStatuses, .statuses: JSONValue(parsing: statusesAnalysis)
        }
    }

    /// The fields of a document.
    static func properties(_ index: SearchIndex) -> JSONValue {
        let text =
            switch index {
            case .instances: instancesProperties
            case .accounts: accountsProperties
            case .tags: tagsProperties
            case .publicStatuses, .statuses: statusesProperties
            }
        guard case .object(var fields)? = JSONValue(parsing: text) else { return .null }
        // What everybody may find does not say who may.
        if index == .publicStatuses { fields.removeAll { $0.name == "searchable_by" } }
        return .object(fields)
    }

    private static let accountsAnalysis = #"""
        {
          "tokenizer": {"edge_ngram": {"type": "edge_ngram", "min_gram": 1, "max_gram": 15}},
          "filter": {
            "english_stop": {"type": "stop", "stopwords": "_english_"},
            "english_stemmer": {"type": "stemmer", "language": "english"},
            "english_possessive_stemmer": {"type": "stemmer", "language": "possessive_english"},
            "word_joiner": {"type": "shingle", "output_unigrams": true, "token_separator": ""}
          },
          "analyzer": {
            "natural": {
              "tokenizer": "standard",
              "filter": [
                "lowercase",
                "asciifolding",
                "cjk_width",
                "elision",
                "english_possessive_stemmer",
                "english_stop",
                "english_stemmer"
              ]
            },
            "verbatim": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "cjk_width"]},
            "word_join_analyzer": {
              "type": "custom",
              "tokenizer": "standard",
              "filter": ["lowercase", "asciifolding", "cjk_width", "word_joiner"]
            },
            "edge_ngram": {"tokenizer": "edge_ngram", "filter": ["lowercase", "asciifolding", "cjk_width"]}
          }
        }
        """#

    private static let olderAccountsAnalysis = #"""
        {
          "tokenizer": {"edge_ngram": {"type": "edge_ngram", "min_gram": 1, "max_gram": 15}},
          "filter": {
            "english_stop": {"type": "stop", "stopwords": "_english_"},
            "english_stemmer": {"type": "stemmer", "language": "english"},
            "english_possessive_stemmer": {"type": "stemmer", "language": "possessive_english"}
          },
          "analyzer": {
            "natural": {
              "tokenizer": "standard",
              "filter": [
                "lowercase",
                "asciifolding",
                "cjk_width",
                "elision",
                "english_possessive_stemmer",
                "english_stop",
                "english_stemmer"
              ]
            },
            "verbatim": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "cjk_width"]},
            "edge_ngram": {"tokenizer": "edge_ngram", "filter": ["lowercase", "asciifolding", "cjk_width"]}
          }
        }
        """#

    private static let tagsAnalysis = #"""
        {
          "tokenizer": {"edge_ngram": {"type": "edge_ngram", "min_gram": 2, "max_gram": 15}},
          "analyzer": {
            "content": {
              "tokenizer": "keyword",
              "filter": ["word_delimiter_graph", "lowercase", "asciifolding", "cjk_width"]
            },
            "edge_ngram": {"tokenizer": "edge_ngram", "filter": ["lowercase", "asciifolding", "cjk_width"]}
          }
        }
        """#

    private static let statusesAnalysis = #"""
        {
          "filter": {
            "english_stop": {"type": "stop", "stopwords": "_english_"},
            "english_stemmer": {"type": "stemmer", "language": "english"},
            "english_possessive_stemmer": {"type": "stemmer", "language": "possessive_english"}
          },
          "analyzer": {
            "verbatim": {"tokenizer": "uax_url_email", "filter": ["lowercase"]},
            "content": {
              "tokenizer": "standard",
              "filter": [
                "lowercase",
                "asciifolding",
                "cjk_width",
                "elision",
                "english_possessive_stemmer",
                "english_stop",
                "english_stemmer"
              ]
            },
            "hashtag": {
              "tokenizer": "keyword",
              "filter": ["word_delimiter_graph", "lowercase", "asciifolding", "cjk_width"]
            }
          }
        }
        """#

    private static let instancesProperties = #"""
        {
          "domain": {"type": "text", "index_prefixes": {"min_chars": 1, "max_chars": 5}},
          "accounts_count": {"type": "long"}
        }
        """#

    private static let accountsProperties = #"""
        {
          "id": {"type": "long"},
          "following_count": {"type": "long"},
          "followers_count": {"type": "long"},
          "properties": {"type": "keyword"},
          "last_status_at": {"type": "date"},
          "display_name": {
            "type": "text",
            "analyzer": "verbatim",
            "fields": {"edge_ngram": {"type": "text", "analyzer": "edge_ngram", "search_analyzer": "verbatim"}}
          },
          "username": {
            "type": "text",
            "analyzer": "verbatim",
            "fields": {"edge_ngram": {"type": "text", "analyzer": "edge_ngram", "search_analyzer": "verbatim"}}
          },
          "text": {
            "type": "text",
            "analyzer": "verbatim",
            "fields": {"stemmed": {"type": "text", "analyzer": "natural"}}
          }
        }
        """#

    private static let tagsProperties = #"""
        {
          "name": {
            "type": "text",
            "analyzer": "content",
            "fields": {"edge_ngram": {"type": "text", "analyzer": "edge_ngram", "search_analyzer": "content"}}
          },
          "reviewed": {"type": "boolean"},
          "usage": {"type": "long"},
          "last_status_at": {"type": "date"}
        }
        """#

    private static let statusesProperties = #"""
        {
          "id": {"type": "long"},
          "account_id": {"type": "long"},
          "text": {
            "type": "text",
            "analyzer": "verbatim",
            "fields": {"stemmed": {"type": "text", "analyzer": "content"}}
          },
          "tags": {"type": "text", "analyzer": "hashtag"},
          "searchable_by": {"type": "long"},
          "language": {"type": "keyword"},
          "properties": {"type": "keyword"},
          "created_at": {"type": "date"}
        }
        """#
}
