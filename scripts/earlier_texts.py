"""Texts of earlier versions that are stored in files, so that the window goes on translating them.

A workspace stores the sentences of its reports, of its list of models and of its journal as English
templates with their values (`Message.to_json`). When you change the words of such a sentence, move the old
text here: without it the catalogues drop the translation, and German and French users read English.
"""

from typing import Final

EARLIER_TEXTS: Final = (
    ("", "A model can be evaluated once two tags have two decisions each."),
    (
        "",
        "Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is"
        " used.",
    ),
    (
        "",
        "Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is"
        " used; with few rows for each tag, the one with all features.",
    ),
    (
        "",
        "Confidence recalibrated on {count:,} decisions that the model was not trained on: it is now {sure}"
        " confident, and the tags are unchanged. The mean cross-validated log loss of the decisions went "
        "from {loss_before:.3f} to {loss_after:.3f}.",
    ),
    ("", "F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} decisions."),
    (
        "",
        "Figures on the decisions come from cross-validation: the confidence of each was calibrated without"
        " it. Decisions are not a random sample: they show which confidence suits the table better, not how"
        " reliable it is there.",
    ),
    (
        "",
        "Figures on this table come from cross-validation: each decision was predicted by a model trained "
        "without it. Decisions are not a random sample: they show which model suits the table better, not "
        "how accurate it is there.",
    ),
    ("", "No model for these tags is active, so there is none to compare the candidate with."),
    ("", "The active model knows none of these tags, so it cannot be compared with the candidate."),
    ("", "The active model was made for other tags, so it cannot be compared with the candidate."),
    (
        "",
        "The active model was trained on all of these decisions, so it is not compared with the candidate "
        "here. Both are evaluated on the audit set once records of it are decided.",
    ),
    (
        "",
        "The active model was trained on {rows} of these, so it is compared with the candidate only on the "
        "others: see the decisions new to both.",
    ),
    ("", "The base model is more accurate on the decided records ({worse} compared with {better})."),
    ("", "The candidate is not based on the bundled model, or the bundled model has no holdout."),
    (
        "The tag {tag} has {n} decision and needs {missing} more to be predicted reliably.",
        "The tag {tag} has {n} decisions and needs {missing} more to be predicted reliably.",
    ),
    (
        "The tag {tag} has {n} decision; {missing} more are needed to predict it reliably.",
        "The tag {tag} has {n} decisions; {missing} more are needed to predict it reliably.",
    ),
    (
        "The tag {tag} has {n} decision; {missing} more needed for training.",
        "The tag {tag} has {n} decisions; {missing} more needed for training.",
    ),
    (
        "",
        "This table differs from the base model's training data, so a second head was trained on the "
        "decisions and the undecided records. This head predicts for this table; for other texts, a gate "
        "uses the base model.",
    ),
    (
        "",
        "With so few decisions, the candidate also learned from {n:,} undecided records, whose tags were "
        "estimated from the tag names and the decisions. Out of fold, {right:,} of {decisions:,} decisions "
        "are predicted correctly; from the decisions alone, {alone:,} are.",
    ),
    (
        "",
        "With so few decisions, the candidate also learned from {n:,} undecided records, whose tags were "
        "estimated from the tag names and the decisions. Out of fold, {share:.0%} of the decisions are "
        "predicted correctly; from the decisions alone, {alone:.0%} are.",
    ),
    ("", "bundled + 1 decision"),
    ("", "bundled + {count:,} decisions"),
    ("", "decisions"),
    ("", "decisions new to both"),
    ("", "decisions, cross-validated"),
    ("", "{decisions}, recipe {name} (contains code)"),
    (
        "{n:,} decided record of the audit set was not used for training; the audit set measures the "
        "accuracy of models.",
        "{n:,} decided records of the audit set were not used for training; the audit set measures the "
        "accuracy of models.",
    ),
    (
        "{n:,} decision on a holdout row, or a near copy of one, was excluded from training.",
        "{n:,} decisions on holdout rows, or near copies of them, were excluded from training.",
    ),
    (
        "{n:,} text has decisions with different tags, such as records {rows}. These decisions were not "
        "used; settle them and train again.",
        "{n:,} texts have decisions with different tags, such as records {rows}. These decisions were not "
        "used; settle them and train again.",
    ),
    ("", "Excluded here because the active model was trained on them: {rows}."),
    ("", "No clear difference between {named} and {old}: {against}; {counts}."),
    (
        "",
        "The active model was trained on all of these records, so it is not compared with the candidate "
        "here. Both are evaluated on the audit set once records of it are decided.",
    ),
    (
        "",
        "The active model was trained on {rows} of these, so it is compared with the candidate only on the "
        "others: see the tagged records new to both.",
    ),
    ("", "The candidate is evaluated by {folds}-fold cross-validation on its training rows."),
    ("", "{version}, recalibrated on {count:,} decisions"),
    ("", "{version}, recalibrated on {count:,} records"),
    (
        "",
        "Confidence recalibrated on {count:,} tagged records that the model was not trained on: it is now "
        "{sure} confident, and the tags are unchanged. The mean cross-validated log loss of these records "
        "went from {loss_before:.3f} to {loss_after:.3f}.",
    ),
    (
        "",
        "Figures on the tagged records come from cross-validation: the confidence of each was calibrated "
        "without it. Tagged records are not a random sample: they show which confidence suits the table "
        "better, not how reliable it is there.",
    ),
    ("", "The texts use words that the model does not know."),
    ("", "{value:.0%} of the texts have no similar text in the training data."),
    ("", "less"),
    ("", "more"),
)
"""Pairs of English singular and text; the singular is empty for a text without a plural."""
