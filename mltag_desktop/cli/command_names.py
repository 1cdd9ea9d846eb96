"""Names of the commands, known without importing typer, so that `mltag FILE` opens quickly."""

from typing import Final

COMMANDS: Final = {
    # command: (module in `commands`, example for the help); its function is called as the command
    "predict": ("predict", "mltag predict articles.csv -o tagged.csv"),
    "explain": ("predict", 'mltag explain "Segmenting tumours in MRI scans"'),
    "explain-tag": ("tags", "mltag explain-tag articles.mltag mlops"),
    "check": ("tables", "mltag check articles.csv --json -"),
    "train": ("training", "mltag train labelled.csv --label tag -o my-model"),
    "evaluate": ("training", "mltag evaluate labelled.csv --label tag --html report.html"),
    "compare": ("training", "mltag compare labelled.csv --label tag --recipe hybrid --recipe logistic"),
    "simulate": ("training", "mltag simulate labelled.csv --label tag --order margin --budget 100"),
    "import": ("tables", "mltag import articles.csv articles.mltag"),
    "export": ("tables", "mltag export articles.mltag corrected.csv"),
    "search": ("workspace", 'mltag search articles.mltag "~detecting tumours tag:computer-vision"'),
    "filters": ("workspace", 'mltag filters articles.mltag --add "tag:mlops conf<0.6"'),
    "unreadable": ("workspace", "mltag unreadable articles.mltag --json rows.json"),
    "session": ("workspace", "mltag session articles.mltag"),
    "policy": ("review", "mltag policy articles.mltag --floor precision:mlops=0.9"),
    "guideline": ("tags", "mltag guideline articles.mltag --out guideline.toml"),
    "certify": ("review", "mltag certify articles.mltag --allow 5%"),
    "report": ("reports", "mltag report articles.mltag 3f2a91 --html report.html"),
    "slices": ("reports", 'mltag slices articles.mltag --add "blogs=source:blog"'),
    "metrics": ("reports", "mltag metrics articles.mltag"),
    "backups": ("workspace", "mltag backups articles.mltag --take"),
    "salvage": ("workspace", "mltag salvage damaged.mltag saved.mltag"),
    "decide": ("decisions", "mltag decide articles.mltag --record 12 --tag mlops"),
    "mark": ("decisions", "mltag mark articles.mltag flag --record 12 --record 15"),
    "note": ("decisions", 'mltag note articles.mltag --record 12 "see the source"'),
    "tags": ("tags", "mltag tags articles.mltag --add biology"),
    "export-decisions": ("exchange", "mltag export-decisions articles.mltag mine.jsonl"),
    "import-decisions": ("exchange", "mltag import-decisions articles.mltag theirs.jsonl --dry-run"),
    "agreement": ("exchange", "mltag agreement ann.jsonl bea.jsonl cleo.jsonl"),
    "export-misclassified": ("exchange", "mltag export-misclassified articles.mltag wrong.jsonl"),
    "import-misclassified": ("exchange", "mltag import-misclassified articles.mltag wrong.jsonl"),
    "journal": ("decisions", "mltag journal articles.mltag --json -"),
    "undo": ("decisions", "mltag undo articles.mltag"),
    "redo": ("decisions", "mltag redo articles.mltag"),
    "retrain": ("models", "mltag retrain articles.mltag"),
    "models": ("models", "mltag models articles.mltag"),
    "library": ("models", "mltag library add articles.mltag articles"),
    "export-model": ("models", "mltag export-model articles.mltag 3f2a91 my-model"),
    "promote": ("models", "mltag promote articles.mltag 3f2a91"),
    "rollback": ("models", "mltag rollback articles.mltag"),
    "serve": ("service", "mltag serve --model my-model --port 8000"),
    "review": ("service", "mltag review review.mltag"),
    "import-feedback": ("service", "mltag import-feedback articles.mltag"),
    "publish": ("service", "mltag publish articles.mltag my-model"),
    "trial": ("trials", "mltag trial start my-candidate --share 0.05"),
    "serve-report": ("trials", "mltag serve-report --json -"),
    "drift": ("reports", "mltag drift articles.csv --json -"),
    "selftest": ("program", "mltag selftest"),
    "tour": ("program", "mltag tour --out pictures"),
}


def function_name(command: str) -> str:
    """Return the name of the function of a command, or of its group of commands."""
    return "import_" if command == "import" else command.replace("-", "_")
