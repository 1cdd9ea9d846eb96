"""Names of the commands, known without importing typer, so that `mltag FILE` opens quickly."""

from typing import Final

COMMANDS: Final = {
    # command: (module:function in this package, example for the help)
    "predict": ("predict:predict", "mltag predict articles.csv -o tagged.csv"),
    "explain": ("explain:explain", 'mltag explain "Segmenting tumours in MRI scans"'),
    "check": ("tables:check", "mltag check articles.csv --json -"),
    "train": ("train:train", "mltag train labelled.csv --label tag -o my-model"),
    "evaluate": ("evaluate:evaluate", "mltag evaluate labelled.csv --label tag --html report.html"),
    "compare": (
        "benchmark:compare",
        "mltag compare labelled.csv --label tag --recipe hybrid --recipe logistic",
    ),
    "simulate": ("benchmark:simulate", "mltag simulate labelled.csv --label tag --order margin --budget 100"),
    "import": ("tables:import_", "mltag import articles.csv articles.mltag"),
    "export": ("tables:export", "mltag export articles.mltag corrected.csv"),
    "search": (
        "workspace.search:search",
        'mltag search articles.mltag "~detecting tumours tag:computer-vision"',
    ),
    "policy": ("review.policy:policy", "mltag policy articles.mltag --floor precision:mlops=0.9"),
    "guideline": ("review.guideline:guideline", "mltag guideline articles.mltag --out guideline.toml"),
    "certify": ("review.certify:certify", "mltag certify articles.mltag --allow 5%"),
    "report": ("workspace.metrics:report", "mltag report articles.mltag 3f2a91 --html report.html"),
    "slices": ("workspace.metrics:slices", 'mltag slices articles.mltag --add "blogs=source:blog"'),
    "metrics": ("workspace.metrics:metrics", "mltag metrics articles.mltag"),
    "backups": ("workspace.backups:backups", "mltag backups articles.mltag --take"),
    "salvage": ("salvage:salvage", "mltag salvage damaged.mltag saved.mltag"),
    "decide": ("workspace.decisions:decide", "mltag decide articles.mltag --record 12 --tag mlops"),
    "mark": ("workspace.marks:mark", "mltag mark articles.mltag flag --record 12 --record 15"),
    "note": ("workspace.marks:note", 'mltag note articles.mltag 12 "see the source"'),
    "tags": ("workspace.tag_set:tags", "mltag tags articles.mltag --add biology"),
    "export-decisions": (
        "workspace.sharing:share_decisions",
        "mltag export-decisions articles.mltag mine.jsonl",
    ),
    "import-decisions": (
        "workspace.sharing:take_decisions",
        "mltag import-decisions articles.mltag theirs.jsonl --dry-run",
    ),
    "export-misclassified": (
        "workspace.sharing:export_misses",
        "mltag export-misclassified articles.mltag wrong.jsonl",
    ),
    "import-misclassified": (
        "workspace.sharing:import_misses",
        "mltag import-misclassified articles.mltag wrong.jsonl",
    ),
    "journal": ("workspace.decisions:journal", "mltag journal articles.mltag --json -"),
    "undo": ("workspace.decisions:undo", "mltag undo articles.mltag"),
    "redo": ("workspace.decisions:redo", "mltag redo articles.mltag"),
    "retrain": ("models:retrain", "mltag retrain articles.mltag"),
    "models": ("models:models", "mltag models articles.mltag"),
    "library": ("library:library", "mltag library add articles.mltag articles"),
    "export-model": ("models:export_model", "mltag export-model articles.mltag 3f2a91 my-model"),
    "promote": ("models:promote", "mltag promote articles.mltag 3f2a91"),
    "rollback": ("models:rollback", "mltag rollback articles.mltag"),
    "serve": ("service.serve:serve", "mltag serve --model my-model --port 8000"),
    "review": ("service.service_feedback:review", "mltag review review.mltag"),
    "import-feedback": ("service.service_feedback:import_feedback", "mltag import-feedback articles.mltag"),
    "publish": ("service.service_feedback:publish", "mltag publish articles.mltag my-model"),
    "trial": ("service.trial:GROUP", "mltag trial start my-candidate --share 0.05"),
    "serve-report": ("service.serve_report:serve_report", "mltag serve-report --json -"),
    "drift": ("drift:drift", "mltag drift articles.csv --json -"),
    "selftest": ("program.selftest:selftest", "mltag selftest"),
    "tour": ("program.tour:tour", "mltag tour --out pictures"),
}
