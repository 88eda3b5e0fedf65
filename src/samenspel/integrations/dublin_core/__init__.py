"""Dublin Core: `oai_dc` and its qualified relatives, into a `Record`."""

from samenspel.integrations.dublin_core.reader import read

__all__ = ["read"]
