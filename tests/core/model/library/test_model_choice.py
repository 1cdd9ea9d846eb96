"""The suggestion of a model for a new table."""

from pathlib import Path

from mltag_desktop.core.model.model_library import LibraryModel, ModelDetails, ModelUse, suggest_model


def model(name: str, *tags: str, damage: str = "") -> LibraryModel:
    digest = "" if name == "bundled" else f"hash of {name}"
    return LibraryModel(name, Path(name), digest, name, tags, ModelDetails(), 1, damage=damage)


BUNDLED = model("bundled", "cv", "nlp")
PETS, BANK, OLD = (
    model("pets", "cat", "dog", "cow"),
    model("bank", "card", "loan"),
    model("old", "x", damage="d"),
)
MODELS = (PETS, BANK, OLD)
TABLE = ModelUse("", "june.csv", "/t/june.csv", ("id", "text", "kind"))


def use(used: LibraryModel, table: str, *columns: str) -> ModelUse:
    return ModelUse(used.hash, table, f"/t/{table}", columns)


def suggested(*uses: ModelUse, **values: list[str]) -> tuple[str, str]:
    found = suggest_model(MODELS, uses, TABLE, values, BUNDLED)
    return found.model.name, found.reason


def test_the_model_of_the_same_source_comes_first() -> None:
    uses = (use(BANK, "may.csv", "id", "text", "kind"), use(PETS, "june.csv", "a"))
    assert suggested(*uses) == ("pets", "It was used with this table before.")


def test_then_the_model_of_the_same_columns() -> None:
    uses = (use(PETS, "other.csv", "text"), use(BANK, "may.csv", "id", "text", "kind"))
    assert suggested(*uses, kind=["cat", "dog"]) == (
        "bank",
        "It was used with may.csv, which has the same columns.",
    )


def test_one_equal_column_says_nothing() -> None:
    table = ModelUse("", "b.csv", "/t/b.csv", ("text",))
    found = suggest_model(MODELS, (use(BANK, "a.csv", "text"),), table, {}, BUNDLED)
    assert found.reason == "It was used last, with a.csv."


def test_then_the_model_whose_tags_are_the_values_of_a_column() -> None:
    uses = (use(BANK, "other.csv", "text"),)
    assert suggested(*uses, id=["1", "2"], kind=["cat", " dog", "", "cat"]) == (
        "pets",
        "The column kind contains its tags.",
    )
    assert suggested(kind=["cat", "dog", "horse"])[0] == "bundled"
    assert suggested(kind=["cat", "cat"])[0] == "bundled"


def test_then_the_last_one_and_the_bundled_one() -> None:
    assert suggested(use(BANK, "other.csv", "text")) == ("bank", "It was used last, with other.csv.")
    assert suggested(use(OLD, "other.csv", "text")) == ("bundled", "It comes with the program.")
    assert suggested() == ("bundled", "It comes with the program.")
    assert suggested(use(BUNDLED, "a", "b"), use(BANK, "c", "d"))[0] == "bundled"
