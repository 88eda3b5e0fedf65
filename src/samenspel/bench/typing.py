"""Typing mistakes made on purpose: the same ones every time."""

from hashlib import sha256

SHORTEST = 5
_BESIDE = {
    "a": "s", "b": "v", "c": "v", "d": "f", "e": "r", "f": "g", "g": "h", "h": "g", "i": "o",
    "j": "k", "k": "l", "l": "k", "m": "n", "n": "m", "o": "i", "p": "o", "q": "w", "r": "t",
    "s": "d", "t": "r", "u": "i", "v": "b", "w": "e", "x": "c", "y": "t", "z": "x",
}  # fmt: skip


def mistyped(text: str) -> str | None:
    """The text with one edit in its longest word; None when no word has five letters or more.

    The edit (a letter dropped, doubled, swapped with the next, or replaced by its neighbour on the
    keyboard) and its place follow from the text; the first letter stays.
    """
    words = text.split()
    able = [word for word in words if len(word) >= SHORTEST and word.isalpha()]
    if not able:
        return None
    word = max(able, key=len)
    number = int.from_bytes(sha256(text.encode()).digest()[:4], "big")
    for turn in range(4 * len(word)):
        wrong = _edit(word, (number + turn) % 4, 1 + (number // 4 + turn // 4) % (len(word) - 2))
        if wrong != word:
            return " ".join(wrong if one == word else one for one in words)
    return None


def _edit(word: str, kind: int, at: int) -> str:
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    return (
        head + tail,
        head + letter + letter + tail,
        head + tail[0] + letter + tail[1:],
        head + _BESIDE.get(letter.lower(), letter) + tail,
    )[kind]
