"""Templates as Python has compiled them, kept between builds under the digest of their source and of all code."""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from macros.ground.build_cache import BuildCache


class TemplateCache(BytecodeCache):
    """Jinja's own cache of templates, with whole entries only."""

    def __init__(self, cache: BuildCache) -> None:
        self.cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what was kept of a template, if anything."""
        found = self.cache.find(_parts(bucket))
        if found is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that Jinja has compiled."""
        self.cache.store(_parts(bucket), bucket.bytecode_to_string())


def _parts(bucket: Bucket) -> tuple[str, str, str]:
    return "jinja", bucket.key, bucket.checksum
