"""The tools that are measured. Each has `name`, and `missing`: why it can't take part, or None."""
