"""JSON Schema of the YAML files, for completion and hover text in editors."""
