"""A new month (`new`), and what has arrived of it (`status`)."""
