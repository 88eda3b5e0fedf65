"""NL-LOM, the Dutch profile of IEEE LOM, in both of its XML forms (IMS and IEEE).

The forms differ in the case of names, in `centity/vcard` against `entity`, and in
`langstring` against `string`; the reader looks at lower-case local names and at all text inside.
"""

from samenspel.integrations.nl_lom.reader import read

__all__ = ["read"]
