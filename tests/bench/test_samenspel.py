from samenspel.bench.samenspel import macro_f1


def test_macro_f1_weighs_every_label_alike():
    true = ["a", "a", "a", "b"]
    assert macro_f1(true, ["a", "a", "a", "a"]) == (6 / 7 + 0) / 2


def test_macro_f1_of_right_guesses_is_one():
    assert macro_f1(["a", "b"], ["a", "b"]) == 1
