"""Every text gets its vector once, and nobody finds by meaning what they may not see."""

import pytest
from django.utils import timezone

from samenspel import search
from samenspel.search import meaning, outbox
from samenspel.search.documents import Query
from samenspel.search.models import DocumentVector, EmbeddingTask
from samenspel.search.pgvectors import PgVectors
from search.fakes import BrokenEmbedder, FakeEmbedder


def vectors():
    return dict(DocumentVector.objects.order_by("id").values_list("object_id", "model"))


def test_text_gets_a_vector_with_the_name_of_its_model(things, live_index, live_meaning):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    assert vectors() == {thing.pk: "fake"}
    assert live_meaning.embedded == ["Woordenschat bij kleuters"]
    assert not EmbeddingTask.objects.exists()


def test_unchanged_text_is_not_embedded_again(things, live_index, live_meaning):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    things.details[thing.pk] = {"text": "Alleen het lange verhaal is anders.", "sectors": ("po",)}
    outbox.changed(thing)
    live_index()
    assert len(live_meaning.embedded) == 1
    assert DocumentVector.objects.get().labels == ["kind:thing", "sectors:po"]


def test_changed_text_is_embedded_again(things, live_index, live_meaning):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    before = PgVectors("fake").fetch([f"thing:{thing.pk}"])
    things.rename(thing, "Rekenen met breuken")
    live_index()
    after = PgVectors("fake").fetch([f"thing:{thing.pk}"])
    assert live_meaning.embedded == ["Woordenschat bij kleuters", "Rekenen met breuken"]
    assert before[f"thing:{thing.pk}"] @ after[f"thing:{thing.pk}"] < 0.5


def test_equal_texts_are_embedded_once(things, live_index, live_meaning):
    first = things.make("een", title="Woordenschat bij kleuters")
    second = things.make("twee", title="Woordenschat bij kleuters")
    live_index()
    assert vectors() == {first.pk: "fake", second.pk: "fake"}
    assert len(live_meaning.embedded) == 1


def test_document_without_meaning_has_no_vector(things, live_index, live_meaning):
    things.make("Basisschool De Regenboog", meaning=False)
    live_index()
    assert vectors() == {}
    assert live_meaning.embedded == []


def test_hidden_document_loses_its_vector(things, live_index, live_meaning):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    things.hidden.add(thing.pk)
    outbox.changed(thing)
    live_index()
    assert vectors() == {}


def test_text_that_changed_while_it_was_embedded_keeps_no_stale_vector(things, live_index):
    thing = things.make("Woordenschat bij kleuters")

    class Slow(FakeEmbedder):
        def passages(self, texts):
            DocumentVector.objects.update(content_hash="of a newer text")
            return super().passages(texts)

    live_index()
    meaning.queue_missing("fake")
    assert meaning.embed_batch(Slow()) == 1
    assert vectors() == {thing.pk: ""}


def test_another_model_embeds_everything_anew(things, live_index, live_meaning, monkeypatch):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    monkeypatch.setattr(live_meaning, "name", "newer")
    live_index()
    assert vectors() == {thing.pk: "newer"}
    assert PgVectors("fake").fetch([f"thing:{thing.pk}"]) == {}


def test_words_only_for_a_while_is_caught_up(things, live_index, request):
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    assert vectors() == {thing.pk: ""}
    request.getfixturevalue("live_meaning")
    live_index()
    assert vectors() == {thing.pk: "fake"}


def test_failing_embedder_leaves_the_words_and_the_task(things, live_index, keys, monkeypatch):
    from samenspel.search import service

    monkeypatch.setattr(service, "embedder", BrokenEmbedder)
    thing = things.make("Woordenschat bij kleuters")
    with pytest.raises(AssertionError, match="could not be indexed"):
        live_index()

    results = search.query(Query("woordenschat"))
    assert ([hit.key for hit in results.hits], results.degraded) == (
        [f"thing:{thing.pk}"],
        "meaning",
    )
    task = EmbeddingTask.objects.get()
    assert (task.failures, task.error) == (1, "EmbedderUnavailable")
    assert task.due > timezone.now()


def test_model_with_another_length_is_refused_as_unavailable(things, live_index):
    things.make("Woordenschat bij kleuters")
    live_index()
    meaning.queue_missing("fake")

    class Longer(FakeEmbedder):
        dim = 500

    assert meaning.embed_batch(Longer()) == 0
    assert EmbeddingTask.objects.get().error == "EmbedderUnavailable"


def test_meaning_finds_what_no_word_finds(things, live_index, live_meaning, keys, monkeypatch):
    thing = things.make("Woordenschat bij kleuters")
    things.make("Rekenen met breuken")
    live_index()
    text = "taalontwikkeling"
    near = live_meaning.passages(["Woordenschat bij kleuters"])[0]
    monkeypatch.setattr(live_meaning, "query", lambda _: near)
    assert keys(text)[0] == f"thing:{thing.pk}"


def test_private_document_is_not_found_by_meaning(things, live_index, live_meaning):
    hidden = things.make("Woordenschat bij kleuters", audience=("org:7",))
    live_index()
    near = live_meaning.query("woordenschat kleuters")
    store = PgVectors("fake")
    assert store.nearest(near, audience=("public", "org:8"), filters={}, limit=5) == []
    found = store.nearest(near, audience=("public", "org:7"), filters={}, limit=5)
    assert [key for key, _ in found] == [f"thing:{hidden.pk}"]
    assert search.query(Query("kleuters taal")).total == 0


def test_filters_hold_inside_the_search_however_rare(things, live_index, live_meaning):
    for number in range(60):
        things.make(f"Woordenschat {number}", sectors=("po",), domain="leermiddelen")
    rare = things.make("Iets heel anders", sectors=("mbo", "vo"), domain="leermiddelen")
    live_index()
    found = PgVectors("fake").nearest(
        live_meaning.query("woordenschat"),
        audience=("public",),
        filters={"sectors": ("mbo",), "domain": ("leermiddelen", "organisatie")},
        limit=10,
    )
    assert [key for key, _ in found] == [f"thing:{rare.pk}"]


def test_nearest_comes_best_first_with_its_cosine(things, live_index, live_meaning):
    near = things.make("Woordenschat bij kleuters")
    far = things.make("Woordenschat in de bovenbouw van het vmbo")
    live_index()
    query = live_meaning.query("woordenschat bij kleuters")
    found = PgVectors("fake").nearest(query, audience=("public",), filters={}, limit=2)
    assert [key for key, _ in found] == [f"thing:{near.pk}", f"thing:{far.pk}"]
    assert found[0][1] == pytest.approx(1.0, abs=0.001)


def test_neighbours_are_nearest_of_the_wanted_kinds_without_itself(
    things, live_index, live_meaning
):
    one = things.make("Woordenschat bij kleuters")
    two = things.make("Woordenschat bij peuters")
    live_index()
    assert [key for key, _ in search.neighbours(f"thing:{one.pk}")] == [f"thing:{two.pk}"]
    assert search.neighbours(f"thing:{one.pk}", kinds=("question",)) == []
    assert search.neighbours("thing:999999") == []


def test_neighbours_without_an_embedder_are_none(things, live_index):
    one = things.make("Woordenschat bij kleuters")
    live_index()
    assert search.neighbours(f"thing:{one.pk}") == []


def test_older_pgvector_finds_too(things, live_index, live_meaning, monkeypatch):
    from samenspel.search import pgvectors

    monkeypatch.setattr(pgvectors, "_knows_iterative_scan", lambda: False)
    monkeypatch.setattr(pgvectors, "_tuned", {})
    thing = things.make("Woordenschat bij kleuters")
    live_index()
    near = PgVectors("fake").nearest(
        live_meaning.query("woordenschat"), audience=("public",), filters={}, limit=5
    )
    assert [key for key, _ in near] == [f"thing:{thing.pk}"]
