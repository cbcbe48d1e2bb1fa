extension Setting {
    static let storage: [Setting] = [
        Setting(
            "storage.kind", [], .choice(["filesystem", "s3", "swift", "azure"]), nil,
            "where media lie; the first of s3, swift, azure that is enabled, else filesystem"),
        Setting(
            "storage.root", ["PAPERCLIP_ROOT_PATH"], .path, nil, "directory of the media; public/system in the root"),
        Setting("storage.root_url", ["PAPERCLIP_ROOT_URL"], .text, "/system", "path or URL the media are served at"),
    ]

    static let s3: [Setting] = [
        Setting("s3.enabled", ["S3_ENABLED"], .boolean, "false", "whether media lie in a bucket"),
        Setting("s3.bucket", ["S3_BUCKET"], .text, nil, "the bucket"),
        Setting("s3.access_key_id", ["AWS_ACCESS_KEY_ID"], .secret, nil, "key id"),
        Setting("s3.secret_access_key", ["AWS_SECRET_ACCESS_KEY"], .secret, nil, "secret key"),
        Setting("s3.region", ["S3_REGION"], .text, "us-east-1", "region"),
        Setting("s3.protocol", ["S3_PROTOCOL"], .choice(["https", "http"]), "https", "scheme of public addresses"),
        Setting("s3.hostname", ["S3_HOSTNAME"], .text, nil, "host of the service; s3-<region>.amazonaws.com"),
        Setting("s3.endpoint", ["S3_ENDPOINT"], .text, nil, "URL of the service, where it is not Amazon's"),
        Setting(
            "s3.override_path_style", ["S3_OVERRIDE_PATH_STYLE"], .boolean, "false",
            "the bucket in the host name although there is an endpoint"),
        Setting("s3.alias_host", ["S3_ALIAS_HOST", "S3_CLOUDFRONT_HOST"], .text, nil, "host media are served from"),
        Setting("s3.key_prefix", ["S3_KEY_PREFIX"], .text, nil, "prefix of every key (Mastodon 4.3 and newer)"),
        Setting("s3.permission", ["S3_PERMISSION"], .text, "public-read", "canned ACL of objects; empty for none"),
        Setting("s3.signature_version", ["S3_SIGNATURE_VERSION"], .text, "v4", "signature; only v4 works"),
        Setting("s3.open_timeout", ["S3_OPEN_TIMEOUT"], .integer, "5", "seconds a connection may take"),
        Setting("s3.read_timeout", ["S3_READ_TIMEOUT"], .integer, "5", "seconds an answer may take"),
        Setting("s3.retry_limit", ["S3_RETRY_LIMIT"], .integer, "0", "the server's own retries"),
        Setting(
            "s3.multipart_threshold", ["S3_MULTIPART_THRESHOLD"], .integer, "15728640",
            "bytes above which an upload is split"),
        Setting("s3.storage_class", ["S3_STORAGE_CLASS"], .text, nil, "storage class of objects"),
        Setting("s3.batch_delete_limit", ["S3_BATCH_DELETE_LIMIT"], .integer, "1000", "keys in one deletion"),
        Setting("s3.batch_delete_retry", ["S3_BATCH_DELETE_RETRY"], .integer, "3", "tries of one deletion"),
        Setting("s3.ca_file", ["AWS_CA_BUNDLE"], .path, nil, "certificates to verify the service with"),
    ]

    static let swift: [Setting] = [
        Setting("swift.enabled", ["SWIFT_ENABLED"], .boolean, "false", "whether media lie in OpenStack Swift"),
        Setting("swift.username", ["SWIFT_USERNAME"], .text, nil, "user"),
        Setting("swift.password", ["SWIFT_PASSWORD"], .secret, nil, "password"),
        Setting("swift.project_id", ["SWIFT_PROJECT_ID"], .text, nil, "project"),
        Setting("swift.tenant", ["SWIFT_TENANT"], .text, nil, "tenant"),
        Setting("swift.auth_url", ["SWIFT_AUTH_URL"], .text, nil, "URL of the identity service"),
        Setting("swift.domain_name", ["SWIFT_DOMAIN_NAME"], .text, "default", "domain of the user"),
        Setting("swift.region", ["SWIFT_REGION"], .text, nil, "region"),
        Setting("swift.container", ["SWIFT_CONTAINER"], .text, nil, "container"),
        Setting("swift.object_url", ["SWIFT_OBJECT_URL"], .text, nil, "URL media are served from"),
    ]

    static let azure: [Setting] = [
        Setting("azure.enabled", ["AZURE_ENABLED"], .boolean, "false", "whether media lie in Azure"),
        Setting("azure.account", ["AZURE_STORAGE_ACCOUNT"], .text, nil, "storage account"),
        Setting("azure.access_key", ["AZURE_STORAGE_ACCESS_KEY"], .secret, nil, "access key"),
        Setting("azure.container", ["AZURE_CONTAINER_NAME"], .text, nil, "container"),
        Setting("azure.alias_host", ["AZURE_ALIAS_HOST"], .text, nil, "host media are served from"),
    ]
}
