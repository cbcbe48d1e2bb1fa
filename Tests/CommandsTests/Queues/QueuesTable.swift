extension ParseTable {
    static let queues = ParseTable(
        "queues",
        [
            .takes("queues list"), .takes("queues processes"), .takes("queues schedules"),
            .takes("queues latency", ["over": "300.0 seconds"]),
            .takes("queues latency --over 1h", ["over": "3600.0 seconds"]),
            .takes("queues show push", ["queue": "push", "limit": "100"]),
            .takes(
                "queues show pull --limit 5 --where 'older:>1h'", ["queue": "pull", "limit": "5", "query": "older:>1h"]),
            .refuses("queues show", "Missing expected argument '<queue>'"),
            .takes("queues retry list", ["limit": "100"]),
            .takes("queues retry list --where 'host:a.example' --limit 9", ["limit": "9", "query": "host:a.example"]),
            .refuses("queues retry list --limit 0", "--limit must be one or more"),
            .takes("queues scheduled list", ["limit": "100"]),
            .takes("queues scheduled list --where 'id:abc' --limit 7", ["limit": "7", "query": "id:abc"]),
            .takes("queues dead list", ["limit": "100"]),
            .takes("queues dead list --where 'error:~x' --limit 2", ["limit": "2", "query": "error:~x"]),
            .takes("queues requeue --where 'queue:mailers'", ["query": "queue:mailers"]),
            .takes("queues requeue --where 'queue:mailers' --in dead", ["places": "dead"]),
            .refuses("queues requeue", "say with --where which jobs are meant"),
            .takes("queues delete --where 'class:X'", ["query": "class:X"]),
            .takes("queues delete --where 'class:X' --in queue:push", ["places": "queue push"]),
            .refuses("queues delete --where ' '", "--where says nothing"),
            .refuses("queues delete --where 'klass:X'", "--where: unknown key 'klass'"),
            .refuses("queues delete --in nowhere --where 'class:X'", "is invalid for '--in <place>'"),
            .takes("queues kill --where 'retries:>5'", ["query": "retries:>5"]),
            .takes("queues kill --where 'retries:>5' --in retry", ["places": "retry"]),
            .takes("queues locks", ["older": "3600.0 seconds"]),
            .takes("queues locks --delete --older 1d", ["delete": "true", "older": "86400.0 seconds"]),
        ])
}
