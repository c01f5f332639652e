"""A local page in the browser that shows the report while it is being made."""
