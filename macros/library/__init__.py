"""All content as one frozen object, read from files, caches and processes."""
