"""Names of the commands, known without importing typer, so that `mltag FILE` opens quickly."""

from typing import Final

COMMANDS: Final = {
    # command: (module:function in this package, example for the help)
    "predict": ("predict:predict", "mltag predict articles.csv -o tagged.csv"),
    "explain": ("explain:explain", 'mltag explain "Segmenting tumours in MRI scans"'),
    "explain-tag": ("review.explain_tag:explain_tag", "mltag explain-tag articles.mltag mlops"),
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
    "search": ("search:search", 'mltag search articles.mltag "~detecting tumours tag:computer-vision"'),
    "policy": ("review.policy:policy", "mltag policy articles.mltag --floor precision:mlops=0.9"),
    "certify": ("review.certify:certify", "mltag certify articles.mltag --allow 5%"),
    "salvage": ("salvage:salvage", "mltag salvage damaged.mltag saved.mltag"),
    "decide": ("decisions:decide", "mltag decide articles.mltag --record 12 --tag mlops"),
    "journal": ("decisions:journal", "mltag journal articles.mltag --json -"),
    "undo": ("decisions:undo", "mltag undo articles.mltag"),
    "redo": ("decisions:redo", "mltag redo articles.mltag"),
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
