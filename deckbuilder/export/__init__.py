"""A finished deck as PDF, pictures or handout."""
