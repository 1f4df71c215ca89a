"""What the real agreements say, the agreement check, and what the builder and its Word files are made of."""
