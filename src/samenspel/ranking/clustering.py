"""Communities of questions by a density rule, the number of communities unknown.

The rule is the constant Potts model (Traag, Van Dooren and Nesterov 2011): a community is worth
the weight of the pairs inside it minus `density` for every pair it could have. So a question
joins only where its links to the members are on average stronger than `density`, however large
the whole set grows. Modularity and connected components lack that property: they merge
unrelated questions as more are added.

Found by moving single questions while that pays, then by moving whole communities, and again.
Everything goes in a fixed order, so the outcome is reproducible.
"""

from collections import deque
from collections.abc import Iterable

REFUSED = -1e6
"""Weight for a pair that people have refused: it never ends up in one community."""

Links = list[dict[int, float]]
_EPSILON = 1e-12


def communities(size: int, pairs: Iterable[tuple[int, int, float]], density: float) -> list[int]:
    """The community of each of `size` questions, numbered from 0 in order of first appearance.

    `pairs` are (left, right, weight) with weight at most 1; absent pairs weigh 0. A pair given
    twice counts once, with its lowest weight, so that a refusal always wins. `density` lies
    between 0 and 1.
    """
    links: Links = [{} for _ in range(size)]
    for left, right, weight in pairs:
        if left != right:
            lowest = min(weight, links[left].get(right, weight))
            links[left][right] = links[right][left] = lowest
    sizes = [1] * size
    belongs = list(range(size))
    while True:
        label = _numbered(_moved(links, sizes, density))
        belongs = [label[node] for node in belongs]
        found = max(label, default=-1) + 1
        if found == len(links):
            return _numbered(belongs)
        links, sizes = _merged(links, sizes, label, found)


def _moved(links: Links, sizes: list[int], density: float) -> list[int]:
    """Each node moved to the community where it is worth most, until no move pays."""
    label = list(range(len(links)))
    filled = list(sizes)
    waiting = deque(range(len(links)))
    queued = [True] * len(links)
    while waiting:
        node = waiting.popleft()
        queued[node] = False
        own, size = label[node], sizes[node]
        filled[own] -= size
        weights: dict[int, float] = {own: 0.0}
        for other, weight in links[node].items():
            weights[label[other]] = weights.get(label[other], 0.0) + weight
        best, most = own, weights[own] - density * size * filled[own]
        for there, weight in weights.items():
            worth = weight - density * size * filled[there]
            if worth > most + _EPSILON:
                best, most = there, worth
        if most < -_EPSILON:
            best = next(empty for empty in (node, *range(len(filled))) if filled[empty] == 0)
        filled[best] += size
        if best != own:
            label[node] = best
            for other in links[node]:
                if label[other] != best and not queued[other]:
                    queued[other] = True
                    waiting.append(other)
    return label


def _merged(
    links: Links, sizes: list[int], label: list[int], found: int
) -> tuple[Links, list[int]]:
    """One node for each community, with the weights between them added up."""
    between: Links = [{} for _ in range(found)]
    filled = [0] * found
    for node, others in enumerate(links):
        here = label[node]
        filled[here] += sizes[node]
        for other, weight in others.items():
            there = label[other]
            if there != here:
                between[here][there] = between[here].get(there, 0.0) + weight
    return between, filled


def _numbered(label: list[int]) -> list[int]:
    seen: dict[int, int] = {}
    return [seen.setdefault(community, len(seen)) for community in label]
