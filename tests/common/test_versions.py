from hypothesis import given
from hypothesis import strategies as st

from samenspel.common.versions import Change, Kept, Piece, difference


def test_equal_snapshots_do_not_differ():
    assert difference({"Titel": "Lezen"}, {"Titel": "Lezen"}) == ()


def test_changed_sentence_is_shown_between_the_others():
    assert difference(
        {"Titel": "Lezen", "Tekst": "Een begin. Dit duurt lang. Een eind."},
        {"Titel": "Lezen", "Tekst": "Een begin. Dit duurt kort. Een eind."},
    ) == (
        Change(
            "Tekst",
            (
                Piece(Kept.SAME, "Een begin."),
                Piece(Kept.REMOVED, "Dit duurt lang."),
                Piece(Kept.ADDED, "Dit duurt kort."),
                Piece(Kept.SAME, "Een eind."),
            ),
        ),
    )


def test_part_that_came_and_part_that_went():
    assert difference({"Oud": "Weg."}, {"Nieuw": "Erbij."}) == (
        Change("Nieuw", (Piece(Kept.ADDED, "Erbij."),)),
        Change("Oud", (Piece(Kept.REMOVED, "Weg."),)),
    )


texts = st.lists(st.sampled_from(["Een.", "Twee.", "Drie.", "Vier."])).map(" ".join)


@given(texts, texts)
def test_either_side_can_be_read_back(before, after):
    pieces = [
        piece for change in difference({"x": before}, {"x": after}) for piece in change.pieces
    ]
    if before != after:
        assert " ".join(p.text for p in pieces if p.kept != Kept.ADDED) == before
        assert " ".join(p.text for p in pieces if p.kept != Kept.REMOVED) == after
