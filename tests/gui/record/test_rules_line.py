"""The keyword rules line in the detail panel."""

from dataclasses import replace

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.record.record_loader import look_up


def test_keyword_rules_line_has_no_confidence_and_needs_a_keyword(tmp_path) -> None:
    with Workspace.create(tmp_path / "a.mltag", "ann", bundled().tags) as workspace:
        workspace.table.add_texts(["A tokenizer for sentiment analysis of tweets", "Nothing of the kind"])
        workspace.models.set_base(bundled().version)
        found, silent = (look_up(SILENT, workspace, bundled(), row).rules for row in (0, 1))
    assert found.startswith("Keyword rules: natural-language-processing for ")
    assert not any(character.isdigit() for character in found)
    assert silent == ""


def test_own_tags_have_a_rules_line_for_their_keywords(tmp_path) -> None:
    with Workspace.create(tmp_path / "a.mltag", "ann", ["refund", "card"]) as workspace:
        workspace.table.add_texts(["I want my money back", "Hello"])
        refund, card = workspace.tag_set.tags
        assert look_up(SILENT, workspace, None, 0).rules == ""
        workspace.tag_set.set([replace(refund, keywords=("money back",)), card])
        assert look_up(SILENT, workspace, None, 0).rules == "Keyword rules: refund for money back"
        assert look_up(SILENT, workspace, None, 1).rules == ""


def test_a_tag_without_keywords_next_to_others_has_a_rules_line_for_its_name(tmp_path) -> None:
    with Workspace.create(tmp_path / "a.mltag", "ann", ["refund", "lost card"]) as workspace:
        workspace.table.add_texts(["My card is lost", "Not the card: I want my money back"])
        refund, card = workspace.tag_set.tags
        for excluded in (), ("stolen",):
            tags = [replace(refund, keywords=("money back",)), replace(card, excluded_keywords=excluded)]
            workspace.tag_set.set(tags)
            found = [look_up(SILENT, workspace, None, row).rules for row in (0, 1)]
            assert found == ["Tag name: lost card for card, lost", "Keyword rules: refund for money back"]
