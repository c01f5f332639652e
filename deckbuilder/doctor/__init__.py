"""What the computer and the project need, checked one by one: one file per kind of check."""
