"""From bytes to values: text, YAML, front matter and spreadsheets, with a position for every fault."""
