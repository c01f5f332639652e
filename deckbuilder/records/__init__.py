"""What a built deck said: its figures with their origin, slide by slide, and what differs between two such records."""
