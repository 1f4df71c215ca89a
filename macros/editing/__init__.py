"""What helps those who write: forms, schemas, advice, changes in words, and what machines say on GitHub."""
