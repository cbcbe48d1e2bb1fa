extension ParseTable {
    static let announcements = ParseTable(
        "announcements",
        [
            .takes("announcements add 'Hello all'", ["text": "Hello all"]),
            .takes(
                "announcements add Soon --at 2026-12-01T20:00:00Z --via jobs --as moddy",
                ["text": "Soon", "at": "2026-12-01T20:00:00Z", "via": "jobs", "moderator": "moddy"]),
            .takes(
                "announcements add Party --starts 2026-12-05 --ends 2026-12-06 --all-day",
                ["text": "Party", "starts": "2026-12-05T00:00:00Z", "ends": "2026-12-06T00:00:00Z", "allDay": "true"]),
            .refuses("announcements add ' '", "the announcement has no text"),
            .refuses("announcements add Party --starts 2026-12-05", "--starts and --ends go together"),
            .refuses("announcements add Party --starts 2026-12-05 --ends 2026-12-04", "--ends lies before --starts"),
            .takes("announcements list"),
            .takes("announcements publish 3", ["ids": "3"]),
            .takes(
                "announcements publish 3 4 --via jobs --as moddy", ["ids": "3 4", "via": "jobs", "moderator": "moddy"]),
            .refuses("announcements publish", "Missing expected argument '<id> ...'"),
            .takes("announcements remove 3", ["ids": "3"]),
            .takes(
                "announcements remove 3 4 --via jobs --as moddy", ["ids": "3 4", "via": "jobs", "moderator": "moddy"]),
            .refuses("announcements remove", "Missing expected argument '<id> ...'"),
            .takes("announcements unpublish 3", ["ids": "3"]),
            .takes(
                "announcements unpublish 3 4 --via jobs --as moddy",
                ["ids": "3 4", "via": "jobs", "moderator": "moddy"]),
            .refuses("announcements unpublish", "Missing expected argument '<id> ...'"),
        ])
}
