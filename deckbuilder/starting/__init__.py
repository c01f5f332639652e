"""A new report project (`init`)."""
