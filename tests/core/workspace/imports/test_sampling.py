"""Class balance, and tags that depend on time or source."""

import numpy as np
import pytest

from mltag_desktop.core.workspace.import_findings import dominant_tag, periods, rare_tags, uneven_shares

TAGS = ["refund", "card", "other"] * 100


def test_rare_and_dominant_tags() -> None:
    assert rare_tags({"a": 20, "b": 9, "c": 1}) == (("c", 1), ("b", 9))
    assert dominant_tag(["a"] * 90 + ["b"] * 10) == ("a", 0.9)
    assert dominant_tag(["a"] * 70 + ["b"] * 30) is None
    assert dominant_tag(["a"] * 5) is None


def test_a_tag_that_depends_on_the_source_is_found_with_its_rows() -> None:
    random = np.random.default_rng(0)
    source = random.choice(["blog", "mail", "chat"], 300).tolist()
    pairs = zip(source, TAGS, strict=True)
    tags = ["refund" if of == "mail" and random.random() < 0.8 else tag for of, tag in pairs]
    numbers = [str(number) for number in range(300)]
    [found] = uneven_shares(tags, {"source": source, "id": numbers})
    assert (found.column, found.value, found.tag) == ("source", "mail", "refund")
    assert found.inside > 0.7 > 0.5 > found.outside
    assert all(source[row] == "mail" and tags[row] == "refund" for row in found.rows)
    assert uneven_shares(tags, {"source": source}, only="nonsense") == ()


def test_random_sources_are_not_reported() -> None:
    for seed in range(30):
        random = np.random.default_rng(seed)
        columns = {name: random.choice(list("abcdef"), 300).tolist() for name in ("one", "two")}
        assert uneven_shares(random.choice(TAGS[:3], 300).tolist(), columns) == ()


@pytest.mark.parametrize("form", ["{:%Y-%m-%d}", "{:%Y-%m-%dT%H:%M:%S}", "{:%d.%m.%Y}"])
def test_dates_are_cut_into_periods(form: str) -> None:
    days = np.datetime64("2024-01-01") + np.arange(300)
    values = [form.format(day) for day in days.astype("datetime64[s]").tolist()]
    found = periods(values)
    assert found is not None
    assert found[0] == "2024-01-01 – 2024-03-15"
    assert [found.count(name) for name in dict.fromkeys(found)] == [75] * 4
    late = ["new" if row >= 225 else tag for row, tag in enumerate(TAGS)]
    [share] = uneven_shares(late, {"date": values})
    assert (share.value, share.tag, share.inside, share.outside) == (found[299], "new", 1.0, 0.0)
    assert periods(["blog", "mail"] * 100) is None
    assert periods(["12", "13"] * 100) is None
