"""Dialogs and windows beside the table: models, report, paste, export, crash, about.

How the main window uses them (each is imported when it is asked for; only `crash` at the start):

    crash.CrashBoundary(folder, context, window)         install(), uninstall(), report(error), quit_requested
    models.ModelDesk(theme, session, jobs, notices, window)
        open_training(), open_report(), roll_back()      for the commands train, show_report, rollback
        record_requested(row)                            a flip was clicked: show that record
    paste.PasteDialog(theme, session, jobs, add, parent) `add(texts)` puts them into the (new) table
    export.ExportDialog(theme, session, jobs, notices, parent)
    about.AboutDialog(model_version, licences, parent)
"""
