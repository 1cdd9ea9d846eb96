<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>MLTag</name>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>  ·  {left:,} to review</source>
      <translation>  ·  {left:,} zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source> (undone)</source>
      <translation> (rückgängig gemacht)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source> Showing the first {count:,}.</source>
      <translation> Die ersten {count:,} werden angezeigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source> Showing the first {most} of {count:,} texts.</source>
      <translation> Die ersten {most} von {count:,} Texten werden angezeigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source> and others</source>
      <translation> und andere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source> and {rest:,} more</source>
      <translation> und {rest:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source> by an earlier model</source>
      <translation> von einem früheren Modell</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source> {n:,} may fail.</source>
      <extracomment>Singular:  {n:,} may fail.</extracomment>
      <translation>
        <numerusform> {n:,} darf fehlschlagen.</numerusform>
        <numerusform> {n:,} dürfen fehlschlagen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source> {n:,} use tags that it does not know.</source>
      <extracomment>Singular:  {n:,} uses tags that it does not know.</extracomment>
      <translation>
        <numerusform> {n:,} verwendet Schlagwörter, die es nicht kennt.</numerusform>
        <numerusform> {n:,} verwenden Schlagwörter, die es nicht kennt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;About MLTag Desktop</source>
      <translation>&amp;Über MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Accept tag</source>
      <translation>Schlagwort &amp;bestätigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>&amp;Add current filter</source>
      <translation>Aktuellen Filter &amp;hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>&amp;Add to table</source>
      <translation>Zur Tabelle &amp;hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Add to the tag set</source>
      <translation>Zu den Schlagwörtern &amp;hinzufügen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>&amp;Add {n:,} new tags</source>
      <extracomment>Singular: &amp;Add {n:,} new tag</extracomment>
      <translation>
        <numerusform>{n:,} neues Schlagwort &amp;hinzufügen</numerusform>
        <numerusform>{n:,} neue Schlagwörter &amp;hinzufügen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Certify…</source>
      <translation>&amp;Zertifizieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Check all records</source>
      <translation>Alle Datensätze &amp;prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Clear decision</source>
      <translation>Entscheidung &amp;löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Close table</source>
      <translation>Tabelle s&amp;chließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Commands…</source>
      <translation>&amp;Befehle…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>&amp;Contents</source>
      <translation>&amp;Inhalt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>&amp;Copy details</source>
      <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Copy rows</source>
      <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Dark colours</source>
      <translation>D&amp;unkle Farben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Date</source>
      <translation>&amp;Datum</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>&amp;Delete</source>
      <translation>&amp;Löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>&amp;Delete…</source>
      <translation>Lös&amp;chen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>&amp;Discard</source>
      <translation>&amp;Verwerfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Do not ask again for this workspace</source>
      <translation>In diesem Arbeitsbereich nicht mehr &amp;fragen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Encoding</source>
      <translation>K&amp;odierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Escape characters</source>
      <translation>Zeichen &amp;maskieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>&amp;Estimate gain</source>
      <translation>Gewinn &amp;schätzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>&amp;Export</source>
      <translation>&amp;Exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Export for notebooks…</source>
      <translation>Für Notebooks &amp;exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>&amp;Export misclassifications…</source>
      <translation>Fehlklassifikationen &amp;exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>&amp;Fill in predicted tags for undecided records</source>
      <translation>Unentschiedene mit der Vorhersa&amp;ge ausfüllen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Find</source>
      <translation>&amp;Suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Flag</source>
      <translation>&amp;Markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>&amp;Forward</source>
      <translation>&amp;Vor</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Go</source>
      <translation>&amp;Gehe zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Guide</source>
      <translation>&amp;Anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;ID</source>
      <translation>&amp;ID</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>&amp;Import</source>
      <translation>&amp;Importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Import report…</source>
      <translation>&amp;Importbericht…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>&amp;Import…</source>
      <translation>&amp;Importieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>&amp;Issue certificate</source>
      <translation>Zertifikat &amp;ausstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Journal…</source>
      <translation>&amp;Journal…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Keyboard shortcuts</source>
      <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Library…</source>
      <translation>Bib&amp;liothek…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>&amp;Licence texts</source>
      <translation>&amp;Lizenztexte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Light colours</source>
      <translation>&amp;Helle Farben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Lowest confidence first</source>
      <translation>&amp;Geringste Konfidenz zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Map</source>
      <translation>Ka&amp;rte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Map to</source>
      <translation>&amp;Zuordnen zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>&amp;Maximum checks</source>
      <translation>&amp;Höchstzahl der Kontrollen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>&amp;Merge changes</source>
      <translation>Änderungen ü&amp;bernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Model</source>
      <translation>&amp;Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;More like this</source>
      <translation>&amp;Ähnliche zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>&amp;Name:</source>
      <translation>&amp;Name:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Next to review</source>
      <translation>&amp;Nächster zu prüfender</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Not now</source>
      <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Note…</source>
      <translation>&amp;Notiz…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>&amp;Open</source>
      <translation>&amp;Öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>&amp;Open as a new table</source>
      <translation>Als neue Tabelle &amp;öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Open…</source>
      <translation>&amp;Öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Paste text…</source>
      <translation>&amp;Text einfügen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Previous to review</source>
      <translation>&amp;Vorheriger zu prüfender</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>&amp;Promote</source>
      <translation>&amp;Aktivieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>&amp;Protect cells that look like formulas</source>
      <translation>Zellen &amp;schützen, die wie Formeln aussehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>&amp;Quit</source>
      <translation>Been&amp;den</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Quotes</source>
      <translation>An&amp;führungszeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>&amp;Read again</source>
      <translation>&amp;Erneut lesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>&amp;Records</source>
      <translation>&amp;Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Redo</source>
      <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Refresh</source>
      <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>&amp;Remove</source>
      <translation>&amp;Entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>&amp;Restore defaults</source>
      <translation>Voreinstellungen &amp;wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>&amp;Restore this state</source>
      <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Restore…</source>
      <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>&amp;Return to this state</source>
      <translation>Zu diesem Stand &amp;zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Roll back to the previous model</source>
      <translation>Zum vorherigen Modell z&amp;urückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Salvage readable data</source>
      <translation>Lesbare Daten &amp;retten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Session</source>
      <translation>Sit&amp;zung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Sheet</source>
      <translation>&amp;Blatt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Show in folder</source>
      <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Show in the table</source>
      <translation>In der Tabelle &amp;anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>&amp;Show this state in the table</source>
      <translation>Diesen Stand in der Tabelle &amp;anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Skip</source>
      <translation>Über&amp;springen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Slices…</source>
      <translation>Te&amp;ilmengen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>&amp;Start</source>
      <translation>&amp;Beginnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Table</source>
      <translation>&amp;Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>&amp;Table with columns</source>
      <translation>&amp;Tabelle mit Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Tag</source>
      <translation>&amp;Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>&amp;Train a candidate</source>
      <translation>Kandidaten &amp;trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Train…</source>
      <translation>&amp;Trainieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Unsure</source>
      <translation>&amp;Unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>&amp;Use only the tags of this table, without the bundled model</source>
      <translation>&amp;Nur die Schlagwörter dieser Tabelle verwenden, ohne das mitgelieferte Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;What are the tags…</source>
      <translation>&amp;Welche Schlagwörter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Without predictions…</source>
      <translation>Ohne &amp;Vorhersagen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>&amp;Words</source>
      <translation>&amp;Wörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>+ added</source>
      <translation>+ hinzugekommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, also {also}</source>
      <translation>, auch {also}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, estimated from tag names</source>
      <translation>, geschätzt anhand der Schlagwortnamen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, suggested: {tags}</source>
      <translation>, vorgeschlagen: {tags}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, updated since the last training</source>
      <translation>, seit dem letzten Training angepasst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>, with its decision</source>
      <translation>, samt seiner Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>, {gone_decided:,} of them with a decision</source>
      <translation>, {gone_decided:,} davon mit einer Entscheidung</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, {n:,} decided</source>
      <extracomment>Singular: , {n:,} decided</extracomment>
      <translation>
        <numerusform>, {n:,} entschieden</numerusform>
        <numerusform>, {n:,} entschieden</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>95% interval</source>
      <translation>95-%-Intervall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>95% interval {low:.3f} to {high:.3f}</source>
      <translation>95-%-Intervall {low:.3f} bis {high:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>; </source>
      <translation>; </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>; {n:,} lines are unreadable</source>
      <extracomment>Singular: ; {n:,} line is unreadable</extracomment>
      <translation>
        <numerusform>; {n:,} Zeile ist nicht lesbar</numerusform>
        <numerusform>; {n:,} Zeilen sind nicht lesbar</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>A &amp;column has them</source>
      <translation>Eine &amp;Spalte enthält sie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>A colleague with the same records can import them.</source>
      <translation>Wer dieselben Datensätze hat, kann sie importieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>A crash report without any of your texts was saved:
{path}</source>
      <translation>Ein Absturzbericht ohne eigene Texte wurde gespeichert:
{path}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>A model is being trained.</source>
      <translation>Ein Modell wird trainiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>A model may learn the time or the source instead of the topic.</source>
      <translation>Ein Modell lernt womöglich die Zeit oder die Quelle statt des Themas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>A model needs at least two tags.</source>
      <translation>Ein Modell braucht mindestens zwei Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>A model needs at least {fewest} records of a tag to learn it.</source>
      <translation>Ein Modell braucht mindestens {fewest} Datensätze eines Schlagworts, um es zu lernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>A model of the &amp;library</source>
      <translation>Ein Modell der &amp;Bibliothek</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>A model that was trained on other records expects another tag</source>
      <translation>Ein Modell, das mit anderen Datensätzen trainiert wurde, erwartet ein anderes Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>A model trained on the other records expects another tag. The most doubtful come first.</source>
      <translation>Ein mit den anderen Datensätzen trainiertes Modell erwartet ein anderes Schlagwort. Die zweifelhaftesten stehen zuerst.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>A note belongs to one record.</source>
      <translation>Eine Notiz gehört zu einem Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>A single letter or digit would interfere with typing. Add Ctrl or Alt.</source>
      <translation>Ein einzelner Buchstabe oder eine Ziffer würde beim Tippen stören. Strg oder Alt hinzunehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>A single tag is not predicted. Set it by its key.</source>
      <translation>Ein einzelnes Schlagwort wird nicht vorhergesagt. Setzen Sie es mit seiner Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>A slice is a part of the table, defined by a search such as tag:mlops -video. Reports evaluate every model on it separately, with intervals, using the audit set and the decisions.</source>
      <translation>Eine Teilmenge ist ein Teil der Tabelle, festgelegt durch eine Suche wie tag:mlops -video. Berichte bewerten jedes Modell darauf gesondert, mit Intervallen, anhand der Prüfstichprobe und der Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/session.py" />
      <source>A tag's key is one letter.</source>
      <translation>Die Taste eines Schlagworts ist ein Buchstabe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>A tour in six steps; opens the sample if no table is open</source>
      <translation>Ein Rundgang in sechs Schritten; öffnet das Beispiel, wenn keine Tabelle offen ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>A&amp;utomatic order</source>
      <translation>A&amp;utomatische Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>About MLTag Desktop</source>
      <translation>Über MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>About the certification</source>
      <translation>Über die Zertifizierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>About {share:.0%} of all answers of the service are correct ({low:.0%}–{high:.0%}), from {texts} drawn at random.</source>
      <translation>Etwa {share:.0%} aller Antworten des Dienstes sind richtig ({low:.0%}–{high:.0%}). Grundlage: {texts} in der Zufallsstichprobe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Accept or correct with one key</source>
      <translation>Mit einer Taste bestätigen oder korrigieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Accepted</source>
      <translation>Bestätigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Accepting the predicted tag adds these tags; remove those that are wrong first.</source>
      <translation>Mit dem vorhergesagten Schlagwort werden auch diese übernommen; falsche vorher entfernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Accuracy of the active model and review thresholds</source>
      <translation>Genauigkeit des aktiven Modells und Prüfschwellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Add a column needs_review</source>
      <translation>Spalte needs_review hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Add a tag “other” if some texts may fit none of these.</source>
      <translation>Ein Schlagwort „Sonstiges“ hinzufügen, wenn Texte zu keinem davon passen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Add or remove an additional tag</source>
      <translation>Ein weiteres Schlagwort hinzufügen oder entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Add or remove {name}</source>
      <translation>{name} hinzufügen oder entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Add some in Tag › Tag set….</source>
      <translation>Mit Schlagwort › Schlagwörter bearbeiten… welche anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Add tag</source>
      <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Add tags</source>
      <translation>Schlagwörter hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Add test</source>
      <translation>Test hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Add the missing tags first</source>
      <translation>Zuerst die fehlenden Schlagwörter hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Add to {name}</source>
      <translation>Zu {name} hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Add, rename, merge and describe tags</source>
      <translation>Schlagwörter hinzufügen, umbenennen, zusammenführen und beschreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Added colu&amp;mns</source>
      <translation>&amp;Zusätzliche Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Added columns: {words}</source>
      <translation>Zusätzliche Spalten: {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Additiona&amp;l tags</source>
      <translation>Weitere Schl&amp;agwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Additional tags</source>
      <translation>Weitere Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Adds ' before texts that begin with = + - or @. Numbers stay unchanged.</source>
      <translation>Stellt Texten, die mit = + - oder @ beginnen, ein ' voran. Zahlen bleiben unverändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>After some corrections, Train ({train}) makes a candidate model and shows where it is better before anything changes. Export ({export}) writes your table with its tags. {show_focus} shows one text at a time, {palette} finds any command.</source>
      <translation>Nach einigen Korrekturen erstellt Trainieren ({train}) ein Kandidatenmodell und zeigt, wo es besser ist, bevor sich etwas ändert. Exportieren ({export}) schreibt die Tabelle mit ihren Schlagwörtern. {show_focus} zeigt einen Text nach dem anderen, {palette} findet jeden Befehl.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>After this step</source>
      <translation>Nach diesem Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement</source>
      <translation>Übereinstimmung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement beyond chance (Cohen's kappa): {kappa:.2f}, {grade}.</source>
      <translation>Übereinstimmung über den Zufall hinaus (Cohens Kappa): {kappa:.2f}, {grade}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement by tag</source>
      <translation>Übereinstimmung je Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement by week</source>
      <translation>Übereinstimmung nach Wochen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>All answers</source>
      <translation>Alle Antworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>All changes ({total:,})</source>
      <translation>Alle Änderungen ({total:,})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>All columns</source>
      <translation>Alle Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>All columns unchanged, with the decided tags.</source>
      <translation>Alle Spalten unverändert, mit den entschiedenen Schlagwörtern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>All random checks are decided.</source>
      <translation>Alle Zufallskontrollen sind entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>All records</source>
      <translation>Alle Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>All records are reviewed: {records}.</source>
      <translation>Alle Datensätze werden geprüft: {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>All records in the preview are readable.</source>
      <translation>Alle Datensätze der Vorschau sind lesbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>All tags</source>
      <translation>Alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>All tags of each record</source>
      <translation>Alle Schlagwörter jedes Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>All tags of {group}; the arrow hides or shows them</source>
      <translation>Alle Schlagwörter von {group}; der Pfeil blendet sie aus oder ein</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Allowed &amp;error</source>
      <translation>Zulässiger &amp;Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Allowed error</source>
      <translation>Zulässiger Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Also</source>
      <translation>Auch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Also tag as {name}</source>
      <translation>Auch als {name} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Also tag {key}</source>
      <translation>Auch Schlagwort {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>An earlier record has nearly the same text.</source>
      <translation>Ein früherer Datensatz hat fast denselben Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>An earlier record has the same text.</source>
      <translation>Ein früherer Datensatz hat denselben Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>An unexpected error occurred. Details are in the crash report.</source>
      <translation>Ein unerwarteter Fehler ist aufgetreten. Einzelheiten stehen im Absturzbericht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>An unexpected error occurred. Your work is saved.</source>
      <translation>Ein unerwarteter Fehler ist aufgetreten. Die Arbeit ist gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Another record has the same text and another tag. One of them is wrong.</source>
      <translation>Ein anderer Datensatz hat denselben Text und ein anderes Schlagwort. Eines davon ist falsch.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Apostrophes '</source>
      <translation>Apostrophe '</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Apply the filter to records that have changed since</source>
      <translation>Den Filter auf inzwischen geänderte Datensätze anwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Apply the last decision to all records with the same text</source>
      <translation>Die letzte Entscheidung auf alle Datensätze mit demselben Text anwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Apply to all id&amp;entical texts</source>
      <translation>Auf alle &amp;gleichen Texte anwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>Apply to all {count:,} (A)</source>
      <translation>Auf alle {count:,} anwenden (A)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Armenian</source>
      <translation>Armenisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Arrow keys go to the next point, plus and minus zoom, Home shows all, Escape leaves.</source>
      <translation>Pfeiltasten gehen zum nächsten Punkt, Plus und Minus zoomen, Pos1 zeigt alles, Escape verlässt die Karte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>As &amp;data (JSON)…</source>
      <translation>Als &amp;Daten (JSON)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>As a &amp;summary (PDF)…</source>
      <translation>Als &amp;Zusammenfassung (PDF)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>As a web &amp;page (HTML)…</source>
      <translation>Als Web&amp;seite (HTML)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Asked</source>
      <translation>Gefragt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>At {limit:.2f}</source>
      <translation>Bei {limit:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Bac&amp;kups…</source>
      <translation>&amp;Sicherungen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Back up &amp;now</source>
      <translation>Jetzt si&amp;chern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups are made once a day and after many decisions. Folder: {folder}. The oldest are deleted.</source>
      <translation>Sicherungen entstehen einmal täglich und nach vielen Entscheidungen. Ordner: {folder}. Die ältesten werden gelöscht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups of {name}</source>
      <translation>Sicherungen von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups, newest first</source>
      <translation>Sicherungen, neueste zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Behaviour tests</source>
      <translation>Verhaltenstests</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Behaviour tests…</source>
      <translation>Verhaltenstests…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Belongs to it (Y)</source>
      <translation>Gehört dazu (Y)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Bengali</source>
      <translation>Bengalisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Beta: weight of recall</source>
      <translation>Beta: Gewicht des Recalls</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Between {low:.0%} and {high:.0%} of all answers of the service are correct, from {texts} drawn at random.</source>
      <translation>Zwischen {low:.0%} und {high:.0%} aller Antworten des Dienstes sind richtig. Grundlage: {texts} in der Zufallsstichprobe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Built on</source>
      <translation>Beruht auf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Bulgarian</source>
      <translation>Bulgarisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>Bundled</source>
      <translation>Mitgeliefert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Bundled model</source>
      <translation>Mitgeliefertes Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>By confidence</source>
      <translation>Nach Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>By day</source>
      <translation>Nach Tag</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>By predicted tag</source>
      <translation>Nach Vorhersage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>By status</source>
      <translation>Nach Status</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>By tag</source>
      <translation>Nach Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>C&amp;hoose another file…</source>
      <translation>Andere Datei &amp;wählen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>C&amp;hoose tag…</source>
      <translation>Schlagwort w&amp;ählen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>C&amp;lose</source>
      <translation>Sch&amp;ließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>C&amp;onfusions</source>
      <translation>&amp;Verwechslungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>C&amp;ontinue</source>
      <translation>Weiter&amp;arbeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Ca&amp;ncel certification</source>
      <translation>Zertifizierung a&amp;bbrechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Cancelled. Nothing was saved.</source>
      <translation>Abgebrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Candidate</source>
      <translation>Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Candidate {version} was discarded.</source>
      <translation>Der Kandidat {version} wurde verworfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Candidate {version} was never active.</source>
      <translation>Der Kandidat {version} war nie aktiv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Cells</source>
      <translation>Zellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Cells copied from a spreadsheet, separated by tabs</source>
      <translation>Zellen aus einer Tabellenkalkulation, durch Tabulatoren getrennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Cer&amp;tify…</source>
      <translation>Zer&amp;tifizieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Certificate</source>
      <translation>Zertifikat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Certification c&amp;hecks</source>
      <translation>K&amp;ontrollen des Zertifikats</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Certify</source>
      <translation>Zertifizieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Certify…</source>
      <translation>Zertifizieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Changes in this step</source>
      <translation>Änderungen in diesem Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Check &amp;records</source>
      <translation>&amp;Datensätze prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Check an &amp;installer…</source>
      <translation>&amp;Installationsdatei prüfen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Check an &amp;update file…</source>
      <translation>Aktualisierungsdatei &amp;prüfen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Check an update file</source>
      <translation>Aktualisierungsdatei prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Check records</source>
      <translation>Datensätze prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Check so&amp;urce for changes</source>
      <translation>Quelle auf &amp;Änderungen prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>Check some of these records before you rely on the predictions.</source>
      <translation>Einige dieser Datensätze prüfen, bevor Sie sich auf die Vorhersagen verlassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Check the permissions of this folder and the free space on the disk.</source>
      <translation>Prüfen Sie die Zugriffsrechte dieses Ordners und den freien Speicherplatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Check the sheet and the header of this workbook.</source>
      <translation>Blatt und Kopfzeile dieser Arbeitsmappe prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Check whether a downloaded file is a newer version; works offline</source>
      <translation>Prüfen, ob eine heruntergeladene Datei eine neuere Version ist; funktioniert ohne Netz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Checking all records: {share:.0%}</source>
      <translation>Alle Datensätze werden geprüft: {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Checking the records: {share:.0%}</source>
      <translation>Datensätze werden geprüft: {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Checking the table</source>
      <translation>Die Tabelle wird geprüft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Checking the tagged records…</source>
      <translation>Datensätze mit Schlagwort werden geprüft…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Choose a tag</source>
      <translation>Schlagwort wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Choose tags…</source>
      <translation>Schlagwörter wählen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose the &amp;update file…</source>
      <translation>&amp;Aktualisierungsdatei wählen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Choose the columns of the table</source>
      <translation>Spalten der Tabelle auswählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose the downloaded installer</source>
      <translation>Die heruntergeladene Installationsdatei wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Choose the text column.</source>
      <translation>Die Textspalte wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose the update file first.</source>
      <translation>Zuerst die Aktualisierungsdatei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose update file</source>
      <translation>Aktualisierungsdatei wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Choosing a confidence…</source>
      <translation>Konfidenzschwelle wird gewählt…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Clear &amp;filters</source>
      <translation>&amp;Filter aufheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Clear filters</source>
      <translation>Filter aufheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Click a record to show it in the table.</source>
      <translation>Ein Klick auf einen Datensatz zeigt ihn in der Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Click a tag or drag over the histogram, or press {find} and type confidence&lt;0.6. Each condition is shown as a chip; click a chip to remove it.</source>
      <translation>Ein Schlagwort anklicken, über das Histogramm ziehen oder {find} drücken und confidence&lt;0.6 eingeben. Jede Bedingung erscheint als Marke; ein Klick auf die Marke entfernt sie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>Click to sort the tags</source>
      <translation>Zum Sortieren der Schlagwörter klicken</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Close and discard</source>
      <translation>Schließen und verwerfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Close it there, then open the table here again.</source>
      <translation>Dort schließen, dann die Tabelle hier erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Close this message</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Close this message to keep the name.</source>
      <translation>Diesen Hinweis schließen, um den Namen beizubehalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Closing the table discards the training.</source>
      <translation>Wird die Tabelle geschlossen, geht das Training verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Co&amp;lumns</source>
      <translation>Spa&amp;lten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Co&amp;mpare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Colour of the points</source>
      <translation>Farbe der Punkte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Colum&amp;ns…</source>
      <translation>S&amp;palten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Column with tags</source>
      <translation>Spalte mit Schlagwörtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_commands.py" />
      <source>Columns that &amp;fit</source>
      <translation>Spalten, die &amp;Platz haben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Columns to export: {words}</source>
      <translation>Zu exportierende Spalten: {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Columns used as text, in this order</source>
      <translation>Als Text verwendete Spalten, in dieser Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_view.py" />
      <source>Columns; click to sort</source>
      <translation>Spalten; zum Sortieren klicken</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Commands and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Compare a colleague's decisions with yours and import them</source>
      <translation>Entscheidungen anderer mit den eigenen vergleichen und importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Compare it with another model on rows that neither was trained on</source>
      <translation>Mit einem anderen Modell vergleichen, auf Zeilen, mit denen keines trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Compare the models' accuracy</source>
      <translation>Die Genauigkeit der Modelle vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Compare the source file with the imported records</source>
      <translation>Die Quelldatei mit den importierten Datensätzen vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Compared with the mean of the tag, {by}. The least typical ones may have a wrong tag.</source>
      <translation>Verglichen mit dem Mittel des Schlagworts, {by}. Die untypischsten haben vielleicht ein falsches Schlagwort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Comparing the decided records with the tag…</source>
      <translation>Entschiedene Datensätze werden mit dem Schlagwort verglichen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Comparing the texts…</source>
      <translation>Texte werden verglichen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Comparing the texts… {share:.0%}</source>
      <translation>Texte werden verglichen… {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Conf.</source>
      <translation>Konf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Confidence of the records</source>
      <translation>Konfidenz der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Confirm the predicted tag</source>
      <translation>Das vorhergesagte Schlagwort bestätigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Confirmed as {tag}</source>
      <translation>Bestätigt als {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Conflicts</source>
      <translation>Konflikte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Confused tags</source>
      <translation>Verwechselte Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Confusion</source>
      <translation>Verwechslungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Confusion matrix of {name}</source>
      <translation>Konfusionsmatrix von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Content</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>Contents of the guide</source>
      <translation>Inhalt der Anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Continue reviewing</source>
      <translation>Weiter prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Continue the tour at any time: Help › Take the tour.</source>
      <translation>Rundgang jederzeit fortsetzen: Hilfe › Rundgang.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Contradicting tags</source>
      <translation>Widersprüchliche Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Copy &amp;diagnostics…</source>
      <translation>&amp;Diagnose kopieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Copy the rows again.</source>
      <translation>Die Zeilen erneut kopieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Copy the selected rows as a table</source>
      <translation>Die ausgewählten Zeilen als Tabelle kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Copy the table to another folder.</source>
      <translation>Die Tabelle in einen anderen Ordner kopieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Correct</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Corrected</source>
      <translation>Korrigiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Corrected records only</source>
      <translation>Nur korrigierte Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Corrected to {tag}</source>
      <translation>Korrigiert zu {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Correction&amp;s only</source>
      <translation>Nur &amp;Korrekturen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Cost of errors</source>
      <translation>Kosten der Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Counting</source>
      <translation>Wird gezählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Counting tagged records</source>
      <translation>Datensätze mit Schlagwort werden gezählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>Create a slice from the current filter</source>
      <translation>Eine Teilmenge aus dem aktuellen Filter erstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Create, show and restore backups of the workspace</source>
      <translation>Sicherungen des Arbeitsbereichs erstellen, anzeigen und wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Created</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Curator</source>
      <translation>Kurator</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Current</source>
      <translation>Aktuell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Current activity</source>
      <translation>Aktueller Vorgang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Current setting</source>
      <translation>Aktuelle Einstellung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Czech</source>
      <translation>Tschechisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>D&amp;etail pane</source>
      <translation>&amp;Detailbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>D&amp;uplicate</source>
      <translation>D&amp;uplizieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Damaged:</source>
      <translation>Beschädigt:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Danish</source>
      <translation>Dänisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Data checks</source>
      <translation>Datenprüfung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Date column</source>
      <translation>Datumsspalte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Day</source>
      <translation>Tag (Datum)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>De&amp;ciding metric</source>
      <translation>&amp;Kennzahl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>De&amp;limiter</source>
      <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Decide this tag for all records with the known tag; can be undone</source>
      <translation>Dieses Schlagwort für alle Datensätze mit dem vorgegebenen Schlagwort setzen; lässt sich rückgängig machen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Decided</source>
      <translation>Entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Decided records</source>
      <translation>Entschiedene Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Deciding metric</source>
      <translation>Entscheidende Kennzahl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Deciding metric, floors, and tags and slices that must not get worse</source>
      <translation>Entscheidende Kennzahl, Untergrenzen sowie Schlagwörter und Teilmengen, die nicht schlechter werden dürfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Decisions (*.jsonl);;All files (*)</source>
      <translation>Entscheidungen (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Decisions by tag</source>
      <translation>Entscheidungen nach Schlagwörtern</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Decisions imported: {n:,} records changed.</source>
      <extracomment>Singular: Decisions imported: {n:,} record changed.</extracomment>
      <translation>
        <numerusform>Entscheidungen importiert: {n:,} Datensatz geändert.</numerusform>
        <numerusform>Entscheidungen importiert: {n:,} Datensätze geändert.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Decisions of a colleague</source>
      <translation>Entscheidungen anderer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Define &amp;slices…</source>
      <translation>&amp;Teilmengen festlegen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Delete &amp;permanently</source>
      <translation>&amp;Endgültig löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Delimiter</source>
      <translation>Trennzeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Describe which records get this tag and which do not</source>
      <translation>Beschreiben, welche Datensätze dieses Schlagwort bekommen und welche nicht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Diagnostics</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Direction of the prediction changes</source>
      <translation>Richtung der geänderten Vorhersagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Discarded.</source>
      <translation>Verworfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Does this record belong to {tag}?</source>
      <translation>Gehört dieser Datensatz zu {tag}?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Done. The report is open.</source>
      <translation>Fertig. Der Bericht ist offen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Doubtful tags</source>
      <translation>Zweifelhafte Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Download check</source>
      <translation>Prüfung des Downloads</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Drag to select a confidence range; click to clear it</source>
      <translation>Ziehen, um einen Konfidenzbereich auszuwählen; klicken, um ihn aufzuheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Duplicate texts</source>
      <translation>Doppelte Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Duplicates, leaks, unusual texts, unknown tags</source>
      <translation>Dubletten, Lecks, auffällige Texte, unbekannte Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Each row has a tag and a confidence</source>
      <translation>Jede Zeile hat ein Schlagwort und eine Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>Earlier</source>
      <translation>Früher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Earlier decisions</source>
      <translation>Frühere Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Effect of the review threshold</source>
      <translation>Wirkung der Prüfschwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Either</source>
      <translation>Eine von beiden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Empty texts</source>
      <translation>Leere Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Encoding, delimiter, quotes, header, sheet</source>
      <translation>Kodierung, Trennzeichen, Anführungszeichen, Kopfzeile, Blatt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>End the tour</source>
      <translation>Rundgang beenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Enter a name for the tag.</source>
      <translation>Einen Namen für das Schlagwort eingeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Error above it</source>
      <translation>Fehler darüber</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Error details</source>
      <translation>Fehlerdetails</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Estimate what 50 more answers would add to the accuracy</source>
      <translation>Schätzen, wie viel Genauigkeit 50 weitere Antworten brächten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Estimated accuracy</source>
      <translation>Geschätzte Genauigkeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Estimates from tag names</source>
      <translation>Schätzungen anhand der Schlagwortnamen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Evaluate part of the table separately, defined by any filter or search</source>
      <translation>Einen Teil der Tabelle gesondert bewerten, festgelegt durch einen Filter oder eine Suche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Evaluated on {rows:,} {where}</source>
      <translation>Grundlage der Bewertung: {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Every decision was saved when you made it. You can continue. Check your last action: you may have to repeat it.

{kept}</source>
      <translation>Jede Entscheidung wurde sofort gespeichert. Sie können weiterarbeiten. Prüfen Sie die letzte Aktion: Eventuell müssen Sie sie wiederholen.

{kept}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Every line of the table is a readable record.</source>
      <translation>Jede Zeile der Tabelle ist ein lesbarer Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Examples of changes</source>
      <translation>Beispiele für Änderungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Expectation</source>
      <translation>Erwartung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Expected</source>
      <translation>Erwartet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export &amp;anyway…</source>
      <translation>Trotzdem e&amp;xportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Export &amp;decisions…</source>
      <translation>Entscheidungen e&amp;xportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Export a model</source>
      <translation>Modell exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export as &amp;UTF-8</source>
      <translation>Als &amp;UTF-8 exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Export decisions</source>
      <translation>Entscheidungen exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Export guideline</source>
      <translation>Richtlinie exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Export guideline…</source>
      <translation>Richtlinie exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Export misclassifications</source>
      <translation>Fehlklassifikationen exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export progress</source>
      <translation>Fortschritt des Exports</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Export the active model for notebooks</source>
      <translation>Aktives Modell für Notebooks exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Export the report</source>
      <translation>Bericht exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Export the table or the corrections</source>
      <translation>Die Tabelle oder die Korrekturen exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Export wrong predictions for a colleague</source>
      <translation>Falsche Vorhersagen für andere exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Export your decisions for a colleague</source>
      <translation>Die eigenen Entscheidungen für andere exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Exports include all of them.</source>
      <translation>Ein Export enthält alle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>F&amp;ocus</source>
      <translation>F&amp;okus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>F&amp;ormat</source>
      <translation>F&amp;ormat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F-beta</source>
      <translation>F-beta</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F1 balances precision and recall.</source>
      <translation>F1 gewichtet Präzision und Recall gleich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>F1 by version</source>
      <translation>F1 je Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F1 of these tags and slices must not get worse.</source>
      <translation>F1 dieser Schlagwörter und Teilmengen darf nicht schlechter werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>F1 of {model} compared with {other}: {change}</source>
      <translation>F1 von {model} im Vergleich zu {other}: {change}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>F1 on the same rows, with 95% intervals.</source>
      <translation>F1 für dieselben Zeilen, mit 95-%-Intervallen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>F1 {f1:.3f}: {rows} ({n:,})</source>
      <translation>F1 {f1:.3f}: {rows} ({n:,})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>F1, {scale_start:.1f} to 1</source>
      <translation>F1, {scale_start:.1f} bis 1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Failed. Nothing was saved.</source>
      <translation>Fehlgeschlagen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>File encoding</source>
      <translation>Dateikodierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>File format</source>
      <translation>Dateiformat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Filter &amp;pane</source>
      <translation>Filter&amp;bereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Filter conditions</source>
      <translation>Filterbedingungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Filter the table</source>
      <translation>Tabelle filtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Find a tag</source>
      <translation>Schlagwort suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Find a tag by typing part of its name</source>
      <translation>Ein Schlagwort finden, indem man einen Teil seines Namens tippt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Find and run any command by name</source>
      <translation>Befehle nach Namen suchen und ausführen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Find records…</source>
      <translation>Datensätze suchen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Finding</source>
      <translation>Auffälligkeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Findings</source>
      <translation>Auffälligkeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Findings…</source>
      <translation>Auffälligkeiten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Finnish</source>
      <translation>Finnisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>First line is the &amp;header</source>
      <translation>Erste Zeile ist die &amp;Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>First records</source>
      <translation>Erste Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Flag</source>
      <translation>Markierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Flag the record and save the note (Ctrl+Shift+Return)</source>
      <translation>Den Datensatz markieren und die Notiz speichern (Strg+Umschalt+Return)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Flag the record for a second look, or remove the flag</source>
      <translation>Den Datensatz für einen zweiten Blick markieren oder die Markierung entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Flag the records listed in a misclassification file</source>
      <translation>Die in einer Fehlklassifikationsdatei genannten Datensätze markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Flag with this note</source>
      <translation>Mit Notiz markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Flagged</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Floors</source>
      <translation>Untergrenzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>For tags whose meaning differs from the bundled model's</source>
      <translation>Für Schlagwörter, deren Bedeutung vom mitgelieferten Modell abweicht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Found in the table: {things}.</source>
      <translation>In der Tabelle gefunden: {things}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>From the report of the model, on records that it was not trained on.</source>
      <translation>Aus dem Bericht des Modells, über Datensätze, mit denen es nicht trainiert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>From the table</source>
      <translation>Aus der Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>From the tagged records; the model may have been trained on some of them.</source>
      <translation>Aus den Datensätzen mit Schlagwort; das Modell wurde vielleicht mit einigen davon trainiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>From ○ to ◆: {change}.</source>
      <translation>Von ○ zu ◆: {change}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Further checks may prove it for up to {records:,} records at {cut} or above.</source>
      <translation>Weitere Kontrollen können es für bis zu {records:,} Datensätze ab {cut} beweisen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Gain from further answers</source>
      <translation>Gewinn durch weitere Antworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Georgian</source>
      <translation>Georgisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Group the records</source>
      <translation>Datensätze gruppieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Grouping the records…</source>
      <translation>Datensätze werden gruppiert…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Grouping the records… {share}</source>
      <translation>Datensätze werden gruppiert … {share}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Groups of records</source>
      <translation>Gruppen von Datensätzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Gu&amp;ideline as a page…</source>
      <translation>Richtlinie als S&amp;eite…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Gui&amp;deline</source>
      <translation>R&amp;ichtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>Guide – MLTag Desktop</source>
      <translation>Anleitung – MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guideline</source>
      <translation>Richtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/guideline_controller.py" />
      <source>Guideline as a page</source>
      <translation>Richtlinie als Seite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Guideline for {table}</source>
      <translation>Richtlinie für {table}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guideline written to {name}.</source>
      <translation>Richtlinie in {name} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guidelines (*.toml)</source>
      <translation>Richtlinien (*.toml)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guidelines and lists of tags (*.toml *.csv *.txt)</source>
      <translation>Richtlinien und Schlagwortlisten (*.toml *.csv *.txt)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>History of the record</source>
      <translation>Verlauf des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Holdout records</source>
      <translation>Holdout-Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>How much a text with only this word speaks for the tag, compared with the other tags.</source>
      <translation>Wie sehr ein Text nur aus diesem Wort für das Schlagwort spricht, verglichen mit den anderen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Hungarian</source>
      <translation>Ungarisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>I &amp;do not know yet</source>
      <translation>Noch &amp;unbekannt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>I &amp;type or paste them</source>
      <translation>&amp;Eingeben oder einfügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>I&amp;mport decisions…</source>
      <translation>Entscheidungen i&amp;mportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>I&amp;mport misclassifications…</source>
      <translation>Fehlklassifikationen &amp;importieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>ID column</source>
      <translation>ID-Spalte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>If you cancel, the next certification draws other records and needs more checks.</source>
      <translation>Nach einem Abbruch zieht die nächste Zertifizierung andere Datensätze und braucht mehr Kontrollen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Import a colleague's decisions</source>
      <translation>Entscheidungen anderer importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Import a model</source>
      <translation>Modell importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Import guideline</source>
      <translation>Richtlinie importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Import guideline…</source>
      <translation>Richtlinie importieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Import misclassifications</source>
      <translation>Fehlklassifikationen importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Import report</source>
      <translation>Importbericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Import settin&amp;gs…</source>
      <translation>Import-Einste&amp;llungen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Import settings</source>
      <translation>Import-Einstellungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Import settings for {name}</source>
      <translation>Import-Einstellungen für {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Import settings: encoding, quotes, header, sheet, and a preview</source>
      <translation>Import-Einstellungen: Kodierung, Anführungszeichen, Kopfzeile, Blatt und eine Vorschau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>In the list: 1 keeps your tag, 2 uses theirs, Backspace leaves it to the rule.</source>
      <translation>In der Liste: 1 behält das eigene Schlagwort, 2 übernimmt das andere, die Rücktaste überlässt es der Regel.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Indonesian</source>
      <translation>Indonesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Information for a bug report. It contains none of your texts, tags, names or folders. Nothing is sent: read it, copy it, and pass it on yourself.</source>
      <translation>Angaben für einen Fehlerbericht. Eigene Texte, Schlagwörter, Namen und Ordner sind nicht enthalten. Nichts wird gesendet: lesen, kopieren und selbst weitergeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>Install MLTag Desktop again.</source>
      <translation>MLTag Desktop erneut installieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>It is not clear that {more} more answers would add accuracy ({low:.1f} to {high:.1f} percentage points).</source>
      <translation>Es ist nicht klar, dass {more} weitere Antworten die Genauigkeit erhöhen würden ({low:.1f} bis {high:.1f} Prozentpunkte).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Its tag is {tag}.</source>
      <translation>Sein Schlagwort ist {tag}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Its training texts are like the texts of this table. Other models: Model › Library…</source>
      <translation>Seine Trainingstexte ähneln den Texten dieser Tabelle. Andere Modelle: Modell › Bibliothek…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Journal</source>
      <translation>Journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Keep &amp;mine</source>
      <translation>&amp;Eigenes behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Keep the active model of the open table for other tables</source>
      <translation>Das aktive Modell der geöffneten Tabelle für andere Tabellen aufheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Keep the model in the library, for other tables</source>
      <translation>Das Modell in der Bibliothek aufbewahren, für andere Tabellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Keep this filter in the filter pane</source>
      <translation>Diesen Filter im Filterbereich behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Keep this model for other tables</source>
      <translation>Dieses Modell für andere Tabellen behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Keep training</source>
      <translation>Weiter trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Key conflict</source>
      <translation>Tastenkonflikt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>Keyboard shortcuts, recent files and the window position are not changed</source>
      <translation>Tastenkürzel, zuletzt geöffnete Dateien und die Fensterposition bleiben unverändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Keys 1 to 9 follow this order. Renaming and merging keep the history; every step can be undone.</source>
      <translation>Die Tasten 1 bis 9 folgen dieser Reihenfolge. Umbenennen und Zusammenführen behalten den Verlauf; jeder Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/record_loader.py" />
      <source>Keyword rules: {tag} for {words}</source>
      <translation>Stichwortregeln: {tag} wegen {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Keywords against the tag</source>
      <translation>Schlüsselwörter gegen das Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Keywords for the tag</source>
      <translation>Schlüsselwörter für das Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Known tag</source>
      <translation>Vorgegebenes Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Known tag in the table: {known_tag}</source>
      <translation>Vorgegebenes Schlagwort in der Tabelle: {known_tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Known tags that are not in the tag set</source>
      <translation>Vorgegebene Schlagwörter, die nicht zur Liste gehören</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Known-tag column</source>
      <translation>Spalte mit dem vorgegebenen Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>L&amp;anguage</source>
      <translation>Spra&amp;che</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Last action</source>
      <translation>Letzte Aktion</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Last used with</source>
      <translation>Zuletzt verwendet mit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Least typical records</source>
      <translation>Untypischste Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Leave the record out of the queue for now, or put it back</source>
      <translation>Den Datensatz vorerst aus der Warteschlange nehmen oder wieder aufnehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Leave the tag empty</source>
      <translation>Schlagwort leer lassen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Libraries and their licences</source>
      <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Library</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Licence texts</source>
      <translation>Lizenztexte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Line {line:,}: {reason}</source>
      <translation>Zeile {line:,}: {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Lines: true tags. Columns: predicted tags.</source>
      <translation>Zeilen: wahre Schlagwörter. Spalten: vorhergesagte Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Loading an earlier state</source>
      <translation>Früherer Stand wird geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Look for decided records that belong to this tag, which was added or split off later</source>
      <translation>Entschiedene Datensätze suchen, die zu diesem später hinzugefügten oder abgespaltenen Schlagwort gehören</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Looking for backups</source>
      <translation>Sicherungen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Looking for columns with tags…</source>
      <translation>Spalten mit Schlagwörtern werden gesucht…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Lower, perhaps by chance</source>
      <translation>Niedriger, vielleicht zufällig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Lowest value</source>
      <translation>Kleinster Wert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>MIT, © the MLTag Desktop developers</source>
      <translation>MIT, © die Entwickler von MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Make the previously active model active again</source>
      <translation>Das zuvor aktive Modell wieder aktivieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Map of the texts</source>
      <translation>Karte der Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Mark the record as unsure, or remove the mark</source>
      <translation>Den Datensatz als unsicher kennzeichnen oder die Kennzeichnung entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Marked as off topic, or unlike the training data and undecided</source>
      <translation>Als themenfremd markiert, oder anders als die Trainingsdaten und unentschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Matching commands</source>
      <translation>Passende Befehle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Matching tags</source>
      <translation>Passende Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Maximum checks</source>
      <translation>Höchstzahl der Kontrollen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Maximum confidence</source>
      <translation>Höchstkonfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Merge into</source>
      <translation>Zusammenführen mit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Merging changes…</source>
      <translation>Änderungen werden übernommen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Metric of the floor</source>
      <translation>Kennzahl der Untergrenze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>Metrics of {models}</source>
      <translation>Kennzahlen von {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Mine</source>
      <translation>Eigenes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Minimum confidence</source>
      <translation>Mindestkonfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Minimum values. A candidate below one is promoted only on confirmation.</source>
      <translation>Mindestwerte: Ein Kandidat darunter wird nur nach Bestätigung aktiviert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Misclassifications (*.jsonl)</source>
      <translation>Fehlklassifikationen (*.jsonl)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Model library</source>
      <translation>Modellbibliothek</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Model library…</source>
      <translation>Modellbibliothek…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Model right</source>
      <translation>Modell richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Model version</source>
      <translation>Version des Modells</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Model {second} compared with {first}</source>
      <translation>Modell {second} im Vergleich zu {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Model {version}</source>
      <translation>Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Model {version} is active. Its predictions replace the earlier ones.</source>
      <translation>Modell {version} ist aktiv. Seine Vorhersagen ersetzen die früheren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Model {version} was deleted.</source>
      <translation>Modell {version} wurde gelöscht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Model {version} was exported to {name}.</source>
      <translation>Modell {version} wurde nach {name} exportiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Models (*{suffix})</source>
      <translation>Modelle (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Models for other tables, in {folder}.</source>
      <translation>Modelle für andere Tabellen, in {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Models of the library</source>
      <translation>Modelle der Bibliothek</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Models of this workspace</source>
      <translation>Modelle dieses Arbeitsbereichs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Models that are kept for other tables</source>
      <translation>Modelle, die für andere Tabellen aufbewahrt werden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Most of the other texts are in {languages}.</source>
      <translation>Sprache der meisten anderen Texte: {languages}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Most typical records</source>
      <translation>Typischste Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Much longer than the others.</source>
      <translation>Viel länger als die anderen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Much shorter than the others.</source>
      <translation>Viel kürzer als die anderen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Must have</source>
      <translation>Muss enthalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Must not have</source>
      <translation>Darf nicht enthalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>N&amp;ote:</source>
      <translation>N&amp;otiz:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Name of a command</source>
      <translation>Name eines Befehls</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Name of the new tag</source>
      <translation>Name des neuen Schlagworts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Name of the tag</source>
      <translation>Name des Schlagworts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Name, appearance, review, backups, log</source>
      <translation>Name, Darstellung, Prüfung, Sicherungen, Protokoll</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Names of the tags</source>
      <translation>Namen der Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Near-duplicate texts</source>
      <translation>Fast gleiche Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Near-duplicates</source>
      <translation>Fast gleiche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>New key for the command</source>
      <translation>Neue Taste für den Befehl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>New tag</source>
      <translation>Neues Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>New tag “{name}”</source>
      <translation>Neues Schlagwort „{name}“</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>New tags: {names}.</source>
      <translation>Neue Schlagwörter: {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>New to the model: {answers}.</source>
      <translation>Neu für das Modell: {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Next: {parts}</source>
      <translation>Als Nächstes: {parts}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No behaviour tests were run.</source>
      <translation>Es wurden keine Verhaltenstests ausgeführt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>No browser could be opened for printing.</source>
      <translation>Zum Drucken ließ sich kein Browser öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>No column looks like tags. Choose one to see what it holds.</source>
      <translation>Keine Spalte sieht nach Schlagwörtern aus. Wählen Sie eine, um ihren Inhalt zu sehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>No columns</source>
      <translation>Keine Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>No command, key or tag matches.</source>
      <translation>Kein Befehl, keine Taste und kein Schlagwort passt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>No confidence could be proposed.</source>
      <translation>Es konnte keine Konfidenzschwelle vorgeschlagen werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>No crash report could be saved.</source>
      <translation>Es ließ sich kein Absturzbericht speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>No decided record is similar.</source>
      <translation>Kein entschiedener Datensatz ist ähnlich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>No decided record shows yet how often confident predictions are right, so all stay in review.</source>
      <translation>Noch zeigt kein entschiedener Datensatz, wie oft sichere Vorhersagen stimmen; deshalb bleiben alle in der Prüfung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>No decided record with this tag has another prediction.</source>
      <translation>Kein entschiedener Datensatz mit diesem Schlagwort hat eine andere Vorhersage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>No decisions in this session yet</source>
      <translation>Noch keine Entscheidungen in dieser Sitzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>No decisions on this record yet.</source>
      <translation>Zu diesem Datensatz gibt es noch keine Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>No filter is set.</source>
      <translation>Es ist kein Filter gesetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>No filter is set: all records are shown. Search or filter first.</source>
      <translation>Es ist kein Filter gesetzt: Alle Datensätze werden angezeigt. Zuerst suchen oder filtern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>No findings.</source>
      <translation>Keine Auffälligkeiten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>No matching command. Try another word or part of a word.</source>
      <translation>Kein passender Befehl. Ein anderes Wort oder einen Wortteil versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>No model yet</source>
      <translation>Noch kein Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>No models yet. Save one in Model › Train…, or drop a {suffix} file here.</source>
      <translation>Noch keine Modelle. Eines unter Modell › Trainieren… speichern oder eine {suffix}-Datei hierher ziehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>No page of the guide contains all of these words. Try fewer words.</source>
      <translation>Keine Seite der Anleitung enthält alle diese Wörter. Weniger Wörter versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>No prediction for your tags yet</source>
      <translation>Noch keine Vorhersage für die eigenen Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>No recent files</source>
      <translation>Keine zuletzt geöffneten Dateien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/text_view.py" />
      <source>No record is selected.</source>
      <translation>Kein Datensatz ist ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>No record matches</source>
      <translation>Kein Datensatz passt</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>No records are tagged {named}; the model will never predict them. Tag some records with them first.</source>
      <extracomment>Singular: No records are tagged {named}; the model will never predict it. Tag some records with it first.</extracomment>
      <translation>
        <numerusform>Kein Datensatz hat das Schlagwort {named}; das Modell wird es nie vorhersagen. Verschlagworten Sie zuerst einige Datensätze damit.</numerusform>
        <numerusform>Kein Datensatz hat die Schlagwörter {named}; das Modell wird sie nie vorhersagen. Verschlagworten Sie zuerst einige Datensätze damit.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>No records to train on for {named}. Training tries to learn such tags from their names; a few records help.</source>
      <translation>Keine Datensätze zum Trainieren für {named}. Das Training versucht, solche Schlagwörter aus ihren Namen zu lernen; einige Datensätze helfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No regressions: no tag, slice or behaviour test got worse.</source>
      <translation>Keine Verschlechterungen: kein Schlagwort, keine Teilmenge, kein Verhaltenstest.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No regressions: no tag, slice, behaviour test or confidence got worse.</source>
      <translation>Keine Verschlechterungen: kein Schlagwort, keine Teilmenge, kein Verhaltenstest, keine Konfidenz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No regressions: the differences below may be due to chance.</source>
      <translation>Keine Verschlechterungen: Die Unterschiede unten können Zufall sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>No row has a wrong prediction.</source>
      <translation>Keine Zeile hat eine falsche Vorhersage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>No slices yet. Filter the table in the window, then add the filter here.</source>
      <translation>Noch keine Teilmengen. Die Tabelle im Fenster filtern, dann den Filter hier hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>No tag matches. Try a part of its name.</source>
      <translation>Kein Schlagwort passt. Einen Teil seines Namens versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>No tag of the tag set is predicted here. Choose one by its key.</source>
      <translation>Hier ist kein vorhandenes Schlagwort vorhergesagt. Wählen Sie eines mit seiner Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>No workspace is open.</source>
      <translation>Es ist kein Arbeitsbereich offen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Not predicted yet</source>
      <translation>Noch nicht vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Not predicted yet, so digits set no tag. Press {key} to choose one by name.</source>
      <translation>Noch nicht vorhergesagt, deshalb setzen Ziffern kein Schlagwort. Mit {key} lässt sich eines nach Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>Not predicted yet. Choose a tag by its key.</source>
      <translation>Noch nicht vorhergesagt. Wählen Sie ein Schlagwort mit seiner Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Note on the record</source>
      <translation>Notiz zum Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Note ✎</source>
      <translation>Notiz ✎</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Note: {note}</source>
      <translation>Notiz: {note}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Nothing can be saved in {folder}: {strerror}.</source>
      <translation>In {folder} kann nichts gespeichert werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Nothing has changed since this step.</source>
      <translation>Seit diesem Schritt hat sich nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Nothing is exported until all records to review are reviewed.</source>
      <translation>Es wird nichts exportiert, bis alle zu prüfenden Datensätze geprüft sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Nothing is imported until you confirm.</source>
      <translation>Ohne Bestätigung wird nichts importiert.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Nothing is written until {n:,} more records are reviewed.</source>
      <extracomment>Singular: Nothing is written until {n:,} more record is reviewed.</extracomment>
      <translation>
        <numerusform>Nichts wird geschrieben, bis noch {n:,} Datensatz geprüft ist.</numerusform>
        <numerusform>Nichts wird geschrieben, bis noch {n:,} Datensätze geprüft sind.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Nothing left to review</source>
      <translation>Nichts mehr zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Nothing left to review here.</source>
      <translation>Hier ist nichts mehr zu prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Nothing left to review.</source>
      <translation>Nichts mehr zu prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Number of decisions, pace, and how often the model was right</source>
      <translation>Anzahl der Entscheidungen, Tempo und Trefferquote des Modells</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Number of groups</source>
      <translation>Anzahl der Gruppen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>Of {checks:,} tagged records at or above the review threshold, {right:,} are predicted correctly by models that have not seen them. Records of a confidence that this does not prove stay in review.</source>
      <translation>Von {checks:,} entschiedenen Datensätzen ab der Prüfschwelle sagen Modelle, die sie nicht kennen, {right:,} richtig voraus. Datensätze mit einer Konfidenz, die das nicht belegt, bleiben zu prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Of {total:,} behaviour tests, {words}.{skipped}</source>
      <translation>Von {total:,} Verhaltenstests: {words}.{skipped}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Off &amp;topic</source>
      <translation>&amp;Themenfremd</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Off topic</source>
      <translation>Themenfremd</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>On the whole table, about {share:.0%} of the predictions are correct ({low:.0%}–{high:.0%}), from {records} checked at random.</source>
      <translation>Auf der ganzen Tabelle sind etwa {share:.0%} der Vorhersagen richtig ({low:.0%}–{high:.0%}). Grundlage: {records}, zufällig ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>On the whole table, at least {low:.0%} of the predictions are correct: all {records} checked at random were.</source>
      <translation>In der ganzen Tabelle sind mindestens {low:.0%} der Vorhersagen richtig. Grundlage: {records} in der Zufallskontrolle, alle richtig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>On to&amp;pic</source>
      <translation>&amp;Zum Thema</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>One name per line, or with commas between them. A definition may follow each name, after a colon or a tab. With a header (tag, description, keywords) the list can also be a table.</source>
      <translation>Ein Name pro Zeile oder durch Kommas getrennt. Auf jeden Namen kann nach einem Doppelpunkt oder Tabulator eine Definition folgen. Mit einer Kopfzeile (Schlagwort, Beschreibung, Schlüsselwörter) kann die Liste auch eine Tabelle sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>One record at a time</source>
      <translation>Ein Datensatz nach dem anderen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>One record per &amp;line</source>
      <translation>Ein Datensatz je &amp;Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>One record per &amp;paragraph</source>
      <translation>Ein Datensatz je A&amp;bsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>One row per correction: text, table tag, tag, prediction, curator, time.</source>
      <translation>Eine Zeile je Korrektur: Text, Schlagwort der Tabelle, Schlagwort, Vorhersage, Person, Zeit.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>One step for all records; Ctrl+Z undoes it.</source>
      <translation>Ein Schritt für alle Datensätze; Strg+Z macht ihn rückgängig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>One step; can be undone</source>
      <translation>Ein Schritt; lässt sich rückgängig machen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>Only {right:,} of {checks:,} confident answers in random checks are right, so records that model {earlier} was unsure about stay in review.</source>
      <translation>Nur {right:,} von {checks:,} sicheren Antworten in Zufallskontrollen sind richtig; daher bleiben Datensätze zu prüfen, bei denen Modell {earlier} unsicher war.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open a small table to try the program</source>
      <translation>Eine kleine Tabelle zum Ausprobieren öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Open a table first</source>
      <translation>Öffnen Sie zuerst eine Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open a table first.</source>
      <translation>Zuerst eine Tabelle öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/application.py" />
      <source>Open a table or a workspace</source>
      <translation>Eine Tabelle oder einen Arbeitsbereich öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Open a table, and each row gets a tag and a calibrated confidence. Correct wrong tags; the model learns from your corrections. Your data stays on this computer.</source>
      <translation>Eine Tabelle öffnen, und jede Zeile erhält ein Schlagwort und eine kalibrierte Konfidenz. Falsche Schlagwörter korrigieren; das Modell lernt aus den Korrekturen. Die Daten bleiben auf diesem Rechner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Open a table…</source>
      <translation>Tabelle öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Open another table…</source>
      <translation>Andere Tabelle öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Open for writing</source>
      <translation>Zum Schreiben öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Open it again to make decisions.</source>
      <translation>Öffnen Sie ihn erneut, um Entscheidungen zu treffen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open log folder</source>
      <translation>Protokollordner öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Open recen&amp;t</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open the &amp;sample</source>
      <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open the guide at the page for what you are doing</source>
      <translation>Die Anleitung an der passenden Stelle öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Open the workspace for writing first.</source>
      <translation>Den Arbeitsbereich zuerst zum Schreiben öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/fast_start.py" />
      <source>Opening {name}</source>
      <translation>{name} wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Options</source>
      <translation>Optionen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Or&amp;iginal file</source>
      <translation>Or&amp;iginaldatei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Orange</source>
      <translation>Orange</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Order of the records</source>
      <translation>Reihenfolge der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Other co&amp;nflicts</source>
      <translation>Übrige Ko&amp;nflikte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Other languages</source>
      <translation>Andere Sprachen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/pdf_page.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>Page of the guide</source>
      <translation>Seite der Anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Part of a tag's name</source>
      <translation>Teil eines Schlagwortnamens</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Parts of the table that reports evaluate separately</source>
      <translation>Teile der Tabelle, die Berichte gesondert bewerten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Pass (N)</source>
      <translation>Übergehen (N)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>Past state</source>
      <translation>Früherer Stand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Paste a list of tags</source>
      <translation>Liste von Schlagwörtern einfügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Paste a list…</source>
      <translation>Liste einfügen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Paste some text, or open another table.</source>
      <translation>Text einfügen oder eine andere Tabelle öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Paste text</source>
      <translation>Text einfügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Paste text…</source>
      <translation>Text einfügen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Per hour</source>
      <translation>Pro Stunde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Persian</source>
      <translation>Persisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Pink</source>
      <translation>Rosa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>Placing the records…</source>
      <translation>Datensätze werden angeordnet…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>Placing the records… {share:.0%}</source>
      <translation>Datensätze werden angeordnet… {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Position in the list</source>
      <translation>Position in der Liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Possible readings</source>
      <translation>Mögliche Lesarten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Possibly wrong tags</source>
      <translation>Vielleicht falsch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Precision and recall by threshold, {model}</source>
      <translation>Präzision und Recall je Schwelle, {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Precision: how many of the predicted tags are right.</source>
      <translation>Präzision: wie viele der vorhergesagten Schlagwörter richtig sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Predict the open table with this model; decisions stay, and the change can be undone</source>
      <translation>Die geöffnete Tabelle mit diesem Modell vorhersagen; Entscheidungen bleiben, und die Änderung kann rückgängig gemacht werden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Predicted</source>
      <translation>Vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Predicted tag</source>
      <translation>Vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Predicted {predicted}, {confidence}{by}</source>
      <translation>Vorhergesagt: {predicted}, {confidence}{by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Prediction and decision</source>
      <translation>Vorhersage und Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Prediction changes in your table</source>
      <translation>Geänderte Vorhersagen in der eigenen Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Prediction changes in {name}</source>
      <translation>Geänderte Vorhersagen in „{name}“</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Preview…</source>
      <translation>Vorschau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Prin&amp;t…</source>
      <translation>Dr&amp;ucken…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Print {path} from another program.</source>
      <translation>{path} mit einem anderen Programm drucken.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Priorities</source>
      <translation>Prioritäten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Priorities ({count})…</source>
      <translation>Prioritäten ({count})…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Priorities…</source>
      <translation>Prioritäten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Probabilities</source>
      <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Probabilities of record {row:,}</source>
      <translation>Wahrscheinlichkeiten des Datensatzes {row:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Production &amp;metrics…</source>
      <translation>Kennzahlen i&amp;m Betrieb…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Production metrics</source>
      <translation>Kennzahlen im Betrieb</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/common.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Progress by day</source>
      <translation>Fortschritt nach Tagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Promote &amp;anyway</source>
      <translation>Trotzdem &amp;aktivieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Promoted. This can be undone.</source>
      <translation>Aktiviert. Dies lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Proposed certification</source>
      <translation>Vorgeschlagene Zertifizierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Protected slices</source>
      <translation>Geschützte Teilmengen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Protected tags</source>
      <translation>Geschützte Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Protection</source>
      <translation>Schutz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Prove by random checks how many of the sure records are wrong at most</source>
      <translation>Mit Zufallskontrollen beweisen, wie viele der sicheren Datensätze höchstens falsch sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/inputs.py" />
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Quote character</source>
      <translation>Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Quotes "</source>
      <translation>Anführungszeichen "</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>R&amp;estore</source>
      <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Random check</source>
      <translation>Zufallskontrolle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Random check for the certificate: {words}.</source>
      <translation>Zufallskontrolle für das Zertifikat: {words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Random check: the prediction is hidden until you choose a tag</source>
      <translation>Zufallskontrolle: Die Vorhersage bleibt verborgen, bis Sie ein Schlagwort wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Random checks prove that no more than the allowed share of the records above some confidence is wrong. These records then need no review.</source>
      <translation>Zufallskontrollen beweisen, dass ab einer bestimmten Konfidenz höchstens der zulässige Anteil der Datensätze falsch ist. Diese Datensätze müssen dann nicht geprüft werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Rare tags</source>
      <translation>Seltene Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Re&amp;port</source>
      <translation>&amp;Bericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Read &amp;as</source>
      <translation>L&amp;esen als</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Read as {encoding}, {delimiter}…</source>
      <translation>Gelesen als {encoding}, {delimiter}…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Read-only</source>
      <translation>Schreibgeschützt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Read-only, until you return to now</source>
      <translation>Schreibgeschützt, bis zur Rückkehr in die Gegenwart</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Reading examples</source>
      <translation>Beispiele werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Reading the first records</source>
      <translation>Die ersten Datensätze werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Reading the journal</source>
      <translation>Das Journal wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Reading the table</source>
      <translation>Die Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Reading the table…</source>
      <translation>Die Tabelle wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Reading {name}…</source>
      <translation>{name} wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Reason for the question</source>
      <translation>Grund der Frage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Rec&amp;ipe</source>
      <translation>R&amp;ezept</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Recall: how many of the records with a tag are found.</source>
      <translation>Recall: wie viele der Datensätze mit einem Schlagwort gefunden werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Record</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Record text</source>
      <translation>Text des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>Record {place:,} of {count:,}</source>
      <translation>Datensatz {place:,} von {count:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Record {place} of {count}, nearest first. {confirmed} confirmed.</source>
      <translation>Datensatz {place} von {count}, die ähnlichsten zuerst. {confirmed} bestätigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Record {reference}: {before} ({confidence_before}) changes to {after} ({confidence_after})</source>
      <translation>Datensatz {reference}: {before} ({confidence_before}) wird zu {after} ({confidence_after})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>Record {row:,} has the tag {decided}, but looks like {likelier} ({confidence:.0%}).</source>
      <translation>Datensatz {row:,} hat das Schlagwort {decided}, sieht aber nach {likelier} aus ({confidence:.0%}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Records</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Records are matched {matching}. Decisions stay with their records.</source>
      <translation>Datensätze werden {matching} zugeordnet. Entscheidungen bleiben bei ihren Datensätzen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Records at {cut} or above need no review.</source>
      <translation>Datensätze ab {cut} müssen nicht geprüft werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Records drawn at random; no model is trained on your decisions on them</source>
      <translation>Zufällig gezogene Datensätze; mit Ihren Entscheidungen dazu wird kein Modell trainiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Records for {tag}</source>
      <translation>Datensätze für {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Records left to review</source>
      <translation>Noch zu prüfende Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Records per tag</source>
      <translation>Datensätze je Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Records that have changed since</source>
      <translation>Seither geänderte Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Records that teach the model most come first</source>
      <translation>Zuerst die Datensätze, aus denen das Modell am meisten lernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Records to export</source>
      <translation>Zu exportierende Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Records to review are exported without a tag.</source>
      <translation>Zu prüfende Datensätze werden ohne Schlagwort exportiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Records to review in table order</source>
      <translation>Zu prüfende Datensätze in der Reihenfolge der Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Records with nearly the same words as another one</source>
      <translation>Datensätze mit fast denselben Wörtern wie ein anderer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Records with similar texts form a group, which can become a tag.</source>
      <translation>Datensätze mit ähnlichen Texten bilden eine Gruppe, aus der ein Schlagwort werden kann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Records with the lowest confidence</source>
      <translation>Datensätze mit der geringsten Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Redo</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Refuse the export</source>
      <translation>Export verweigern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Regressions</source>
      <translation>Verschlechterungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Regressions: {regressions}.</source>
      <translation>Verschlechterungen: {regressions}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Release date: {date}.</source>
      <translation>Veröffentlicht am {date}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Reliability</source>
      <translation>Zuverlässigkeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Remove a condition, or show all records.</source>
      <translation>Eine Bedingung entfernen oder alle Datensätze anzeigen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Remove additional tag {name}</source>
      <translation>Weiteres Schlagwort {name} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Remove all</source>
      <translation>Alle entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Remove condition: {words}</source>
      <translation>Bedingung entfernen: {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Remove from {name}</source>
      <translation>Aus {name} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Remove saved filter</source>
      <translation>Gespeicherten Filter entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Remove the additional tag {name}</source>
      <translation>Weiteres Schlagwort {name} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Remove the decision; marks and the note stay</source>
      <translation>Die Entscheidung löschen; Kennzeichnungen und Notiz bleiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Remove: {words}</source>
      <translation>Entfernen: {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Rename the groups. Groups with the same name become one tag; unchecked ones are dropped.</source>
      <translation>Benennen Sie die Gruppen um. Gruppen mit gleichem Namen werden ein Schlagwort; abgewählte entfallen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Repeat what was not saved.</source>
      <translation>Wiederholen Sie, was nicht gespeichert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Replace the present tags</source>
      <translation>Vorhandene Schlagwörter ersetzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Report on model {version}</source>
      <translation>Bericht über Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Reset to the &amp;general threshold</source>
      <translation>Auf die allgemeine Schwelle &amp;zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Restore default</source>
      <translation>Voreinstellung wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Restore or salvage…</source>
      <translation>Wiederherstellen oder retten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Return sets the tag, Shift+Return adds it as an additional tag.</source>
      <translation>Eingabetaste setzt das Schlagwort, Umschalt+Eingabetaste fügt es als weiteres Schlagwort hinzu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>Return to &amp;now</source>
      <translation>Zur &amp;Gegenwart</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Revie&amp;w now</source>
      <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review threshold</source>
      <translation>Prüfschwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review threshold set: {default:.2f}.</source>
      <translation>Prüfschwelle gesetzt: {default:.2f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review thresholds</source>
      <translation>Prüfschwellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review thresholds set: {limits}{more}.</source>
      <translation>Prüfschwellen gesetzt: {limits}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Reviewed records only</source>
      <translation>Nur geprüfte Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Roll &amp;back</source>
      <translation>&amp;Zum vorigen Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Romanian</source>
      <translation>Rumänisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Rule for the other conflicts</source>
      <translation>Regel für die übrigen Konflikte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Runs code of the package {package} on this computer. Models of this recipe stay in this workspace.</source>
      <translation>Führt Code des Pakets {package} auf diesem Computer aus. Modelle dieses Rezepts bleiben in diesem Arbeitsbereich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Russian</source>
      <translation>Russisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>S&amp;top</source>
      <translation>&amp;Anhalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>S&amp;ystem colours</source>
      <translation>&amp;Systemfarben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Sa&amp;ve to library…</source>
      <translation>In Bibliothek s&amp;peichern…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Save a complete copy of the workspace</source>
      <translation>Eine vollständige Kopie des Arbeitsbereichs speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Save a cop&amp;y as…</source>
      <translation>&amp;Kopie speichern unter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Save a copy as</source>
      <translation>Kopie speichern unter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Save a copy as…</source>
      <translation>Kopie speichern unter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Save active &amp;model</source>
      <translation>Aktives &amp;Modell speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Save note</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Save state</source>
      <translation>Speicherstand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Save this filter</source>
      <translation>Diesen Filter speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Saved filters</source>
      <translation>Gespeicherte Filter</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Saved {n:,} unfinished notes, on records {records}.</source>
      <extracomment>Singular: Saved the unfinished note on record {records}.</extracomment>
      <translation>
        <numerusform>{n:,} angefangene Notiz wurde gespeichert, zu Datensatz {records}.</numerusform>
        <numerusform>{n:,} angefangene Notizen wurden gespeichert, zu den Datensätzen {records}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Saving works again.</source>
      <translation>Es wird wieder gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Se&amp;ttings…</source>
      <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Search and change all keyboard shortcuts</source>
      <translation>Alle Tastenkürzel suchen und ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_bar.py" />
      <source>Search and filter</source>
      <translation>Suchen und filtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Search commands and keys</source>
      <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Search error</source>
      <translation>Fehler in der Suche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>Search the guide</source>
      <translation>In der Anleitung suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Search, or filter with tag:NAME and conf&lt;0.6</source>
      <translation>Suchen oder mit tag:NAME und conf&lt;0.6 filtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_bar.py" />
      <source>Search, or tag:NAME  is:flagged  conf&lt;0.6</source>
      <translation>Suchen, oder tag:NAME  is:flagged  conf&lt;0.6</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>See the explanation</source>
      <translation>Erklärung ansehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Select a single record to write one.</source>
      <translation>Zum Schreiben einen einzelnen Datensatz auswählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Selected step</source>
      <translation>Ausgewählter Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Session</source>
      <translation>Sitzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Session progress</source>
      <translation>Fortschritt der Sitzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Set a letter for the tag in Tag › Tag set</source>
      <translation>Einen Buchstaben unter Schlagwort › Schlagwörter bearbeiten festlegen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Set tag &amp;{key}</source>
      <translation>Schlagwort &amp;{key} setzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Several tags in a cell</source>
      <translation>Mehrere Schlagwörter in einer Zelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Several tags per record</source>
      <translation>Mehrere Schlagwörter je Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Sheet {sheet}</source>
      <translation>Blatt {sheet}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Sho&amp;w random checks</source>
      <translation>&amp;Zufallskontrollen zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Short name</source>
      <translation>Kurzer Name</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>Show</source>
      <translation>Anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Show &amp;folder</source>
      <translation>&amp;Ordner anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show &amp;hints</source>
      <translation>Hin&amp;weise anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show &amp;log</source>
      <translation>Protokoll a&amp;nzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Show &amp;records</source>
      <translation>&amp;Datensätze anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Show &amp;report</source>
      <translation>&amp;Bericht anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Show &amp;wrong predictions</source>
      <translation>&amp;Falsche Vorhersagen anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Show all</source>
      <translation>Alle anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Show all points</source>
      <translation>Alle Punkte zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Show all records</source>
      <translation>Alle Datensätze anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show all records in a table</source>
      <translation>Alle Datensätze in einer Tabelle anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show and fix rows that could not be read</source>
      <translation>Nicht lesbare Zeilen anzeigen und korrigieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Show decisions…</source>
      <translation>Entscheidungen zeigen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show each text as a point, similar ones together</source>
      <translation>Jeden Text als Punkt zeigen, ähnliche beieinander</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>Show examples</source>
      <translation>Beispiele anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Show in folder</source>
      <translation>Im Ordner anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show keyboard shortcuts in the focus view</source>
      <translation>Tastenkürzel in der Fokusansicht anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show one record at a time</source>
      <translation>Einen Datensatz nach dem anderen anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Show only these records, or all again</source>
      <translation>Nur diese Datensätze zeigen, oder wieder alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>Show random checks</source>
      <translation>Zufallskontrollen zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Show records whose decision differs from the prediction</source>
      <translation>Datensätze anzeigen, deren Entscheidung von der Vorhersage abweicht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Show the metrics for {name}</source>
      <translation>Kennzahlen für {name} anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Show the next message; this one stays</source>
      <translation>Den nächsten Hinweis anzeigen; dieser bleibt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Show the whole message</source>
      <translation>Die ganze Meldung zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Show these tags, then the tags that are confused with them</source>
      <translation>Diese Schlagwörter anzeigen, danach die mit ihnen verwechselten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show who did what and return to an earlier state</source>
      <translation>Anzeigen, wer was getan hat, und zu einem früheren Stand zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Show {name}</source>
      <translation>{name} anzeigen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Showing {most} of {n:,} columns.</source>
      <extracomment>Singular: Showing {most} of {n:,} column.</extracomment>
      <translation>
        <numerusform>{most} von {n:,} Spalte wird angezeigt.</numerusform>
        <numerusform>{most} von {n:,} Spalten werden angezeigt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Show…</source>
      <translation>Anzeigen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar</source>
      <translation>Ähnliche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar decided records</source>
      <translation>Ähnliche entschiedene Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar records are shown after some records have been decided.</source>
      <translation>Ähnliche Datensätze werden angezeigt, sobald einige Datensätze entschieden sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar records, history, note, guideline</source>
      <translation>Ähnliche Datensätze, Verlauf, Notiz, Richtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Similarity</source>
      <translation>Ähnlichkeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similarity to the training data</source>
      <translation>Ähnlichkeit mit den Trainingsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Simulating answers… {share}</source>
      <translation>Antworten werden simuliert … {share}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Single keys work while the table or the detail pane has the focus, never while you type.</source>
      <translation>Einzelne Tasten wirken, solange die Tabelle oder der Detailbereich den Fokus hat, nie beim Tippen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Sky</source>
      <translation>Himmelblau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>Slices</source>
      <translation>Teilmengen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Sort content by topic</source>
      <translation>Inhalte nach Themen ordnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Sort content by topic on your own computer. Your data never leaves it: the program does not use the network.</source>
      <translation>Inhalte nach Themen ordnen, auf dem eigenen Rechner. Die Daten verlassen ihn nie: Das Programm nutzt kein Netz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Sort the records by similarity to the current one</source>
      <translation>Datensätze nach der Ähnlichkeit mit dem aktuellen sortieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar meaning.</source>
      <translation>Nach ähnlicher Bedeutung sortiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar words.</source>
      <translation>Nach ähnlichen Wörtern sortiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar words; the meaning of {share:.0%} of the texts is known so far.</source>
      <translation>Nach ähnlichen Wörtern sortiert; bisher ist die Bedeutung von {share:.0%} der Texte bekannt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar words; the sentence encoder is missing.</source>
      <translation>Nach ähnlichen Wörtern sortiert; der Satz-Encoder fehlt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by the probability of {tags}.</source>
      <translation>Nach der Wahrscheinlichkeit von {tags} sortiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Source changes</source>
      <translation>Änderungen der Quelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Source lines that could not be read</source>
      <translation>Zeilen der Quelle, die nicht lesbar sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Start reviewing</source>
      <translation>Prüfung beginnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Start: no decisions</source>
      <translation>Anfang: keine Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Starting</source>
      <translation>Beginnt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>State after step {step}{label}, read-only.</source>
      <translation>Stand nach Schritt {step}{label}, schreibgeschützt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>State after this step</source>
      <translation>Stand nach diesem Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>State before the first decision, read-only.</source>
      <translation>Stand vor der ersten Entscheidung, schreibgeschützt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>State of the certification</source>
      <translation>Stand der Zertifizierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>State of the map</source>
      <translation>Zustand der Karte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Step details</source>
      <translation>Schrittdetails</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Steps, newest first</source>
      <translation>Schritte, neueste zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Suggested</source>
      <translation>Vorgeschlagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Symbol</source>
      <translation>Symbol</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>System &amp;language</source>
      <translation>&amp;Systemsprache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>T&amp;able order</source>
      <translation>&amp;Tabellenreihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Ta&amp;g set…</source>
      <translation>S&amp;chlagwörter bearbeiten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/application.py" />
      <source>Tables, workspaces and models (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag *.mltagmodel);;All files (*)</source>
      <translation>Tabellen, Arbeitsbereiche und Modelle (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag *.mltagmodel);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Tag as {name}</source>
      <translation>Als {name} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Tag for the precision and recall curves</source>
      <translation>Schlagwort für die Präzisions- und Recall-Kurven</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Tag name</source>
      <translation>Name des Schlagworts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/record_loader.py" />
      <source>Tag name: {tag} for {words}</source>
      <translation>Name des Schlagworts: {tag} wegen {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Tag of the deciding metric</source>
      <translation>Schlagwort der entscheidenden Kennzahl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Tag of the floor</source>
      <translation>Schlagwort der Untergrenze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Tag of the test</source>
      <translation>Schlagwort des Tests</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Tag set</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Tag text as you type or paste it</source>
      <translation>Text beim Tippen oder Einfügen verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Tag › What are the tags… takes over the tags of the column {name}.</source>
      <translation>Schlagwort › Welche Schlagwörter… übernimmt die Schlagwörter der Spalte {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Tagged &amp;table</source>
      <translation>Verschlagwortete &amp;Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Tags in key order</source>
      <translation>Schlagwörter in Tastenreihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Tags of the matrix</source>
      <translation>Schlagwörter der Matrix</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Tags of the records</source>
      <translation>Schlagwörter der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Tags to re&amp;view</source>
      <translation>Zu &amp;prüfende Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Tags to re&amp;view in exports</source>
      <translation>Zu &amp;prüfende Schlagwörter im Export</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Tags to review in exports</source>
      <translation>Zu prüfende Schlagwörter im Export</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Tags to review look like any other tag.</source>
      <translation>Zu prüfende Schlagwörter sehen aus wie alle anderen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Tags, keywords and behaviour tests as one file</source>
      <translation>Schlagwörter, Schlüsselwörter und Verhaltenstests als eine Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Take the &amp;tour</source>
      <translation>&amp;Rundgang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Take the tags from a column, a list, a model or groups of records</source>
      <translation>Schlagwörter aus einer Spalte, einer Liste, einem Modell oder Gruppen von Datensätzen übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Take the tour</source>
      <translation>Rundgang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Takes effect after a restart</source>
      <translation>Wirkt nach einem Neustart</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Tamil</source>
      <translation>Tamil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Target tag</source>
      <translation>Ziel-Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Te&amp;xt</source>
      <translation>Te&amp;xt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Text as in the source</source>
      <translation>Text wie in der Quelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Text columns: {names}</source>
      <translation>Textspalten: {names}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Text of the record</source>
      <translation>Text des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Text of the test</source>
      <translation>Text des Tests</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Text to tag</source>
      <translation>Zu verschlagwortender Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Texts that get this tag, one per line</source>
      <translation>Texte, die dieses Schlagwort bekommen, einer pro Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Texts whose tag you are certain of. The report of every new model shows which tests it passes.</source>
      <translation>Texte, deren Schlagwort sicher ist. Der Bericht jedes neuen Modells zeigt, welche Tests es besteht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Thai</source>
      <translation>Thailändisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>That of {name}: “{start}”.</source>
      <translation>Die von {name}: „{start}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>That was the last one. {confirmed} confirmed.</source>
      <translation>Das war der letzte. {confirmed} bestätigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>The English encoder has read {read} records. The estimates of the others are derived from these.</source>
      <translation>Das englische Modell hat {read} Datensätze gelesen. Die Schätzungen der übrigen sind daraus abgeleitet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>The README in it says how to load it with scikit-learn.</source>
      <translation>Die README-Datei darin beschreibt, wie es mit scikit-learn geladen wird.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The accuracy of the service is not known: no text that it drew at random has been decided. Start it with --sample to draw some.</source>
      <translation>Die Genauigkeit des Dienstes ist nicht bekannt: Es ist noch kein Text entschieden, den er zufällig gezogen hat. Den Dienst mit --sample starten, damit er welche zieht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The accuracy on the whole table is not known yet: no random check has been decided.</source>
      <translation>Die Genauigkeit auf der ganzen Tabelle ist noch nicht bekannt: Es ist noch keine Zufallskontrolle entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The accuracy on the whole table is still uncertain: {low:.0%} to {high:.0%}, from {records} checked at random.</source>
      <translation>Die Genauigkeit auf der ganzen Tabelle ist noch unsicher: {low:.0%} bis {high:.0%}. Grundlage: {records}, zufällig ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The active model is still loading. Try again in a moment.</source>
      <translation>Das aktive Modell wird noch geladen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>The audit set measures accuracy. No model is trained on it.</source>
      <translation>Die Prüfstichprobe misst die Genauigkeit; damit wird kein Modell trainiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>The best settings are found by cross-validation.</source>
      <translation>Die besten Einstellungen werden durch Kreuzvalidierung ermittelt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The bundled model is still loading.</source>
      <translation>Das mitgelieferte Modell wird noch geladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The checksum of {name} does not match the update file. Do not install it; download it again.</source>
      <translation>Die Prüfsumme von {name} passt nicht zur Aktualisierungsdatei. Nicht installieren; erneut herunterladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>The colons are read as part of the names. A tab divides name and definition.</source>
      <translation>Die Doppelpunkte gelten als Teil der Namen. Ein Tabulator trennt Name und Definition.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>The column is true where a person should look at the tag.</source>
      <translation>Die Spalte enthält true, wo jemand das Schlagwort ansehen sollte.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>The column {name} has {n:,} different values. Are these the tags?</source>
      <extracomment>Singular: The column {name} has {n:,} different value. Are these the tags?</extracomment>
      <translation>
        <numerusform>Die Spalte {name} hat {n:,} Wert. Sind das die Schlagwörter?</numerusform>
        <numerusform>Die Spalte {name} hat {n:,} verschiedene Werte. Sind das die Schlagwörter?</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>The damaged file was kept as {path}.</source>
      <translation>Die beschädigte Datei wurde als {path} aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The decisions could not be counted. To try again, open this dialog again.</source>
      <translation>Die Entscheidungen konnten nicht gezählt werden. Öffnen Sie diesen Dialog erneut, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The decisions made so far stay in {name}.</source>
      <translation>Die bisherigen Entscheidungen bleiben in {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>The file could not be opened.</source>
      <translation>Die Datei ließ sich nicht öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>The file is damaged and was not changed. It has no backups. Salvage the readable data to a new workspace in the same folder.</source>
      <translation>Die Datei ist beschädigt und wurde nicht verändert. Von ihr gibt es keine Sicherungen. Die lesbaren Daten lassen sich in einen neuen Arbeitsbereich im selben Ordner retten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>The file is damaged and was not changed. Restore the newest backup, or salvage the readable data to a new workspace in the same folder. If you do both, you can compare them.</source>
      <translation>Die Datei ist beschädigt und wurde nicht verändert. Die neueste Sicherung wiederherstellen, oder die lesbaren Daten in einen neuen Arbeitsbereich im selben Ordner retten. Beides zusammen erlaubt einen Vergleich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>The filter may hide more records to review.</source>
      <translation>Der Filter blendet möglicherweise weitere zu prüfende Datensätze aus.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>The first proof takes {n:,} checks if all are right.</source>
      <extracomment>Singular: The first proof takes {n:,} check if it is right.</extracomment>
      <translation>
        <numerusform>Der erste Beweis braucht {n:,} Kontrolle, wenn sie richtig ist.</numerusform>
        <numerusform>Der erste Beweis braucht {n:,} Kontrollen, wenn alle richtig sind.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/fast_start.py" />
      <source>The first records will appear in a moment.</source>
      <translation>Die ersten Datensätze erscheinen gleich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>The first {records:,} of {selected:,} records were copied.</source>
      <translation>Die ersten {records:,} von {selected:,} Datensätzen wurden kopiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The flags can be undone.</source>
      <translation>Die Markierungen lassen sich rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The focus view has no panes.</source>
      <translation>Die Fokusansicht hat keine Bereiche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>The format of this table is ambiguous. Choose the correct reading.</source>
      <translation>Das Format dieser Tabelle ist nicht eindeutig. Die richtige Lesart wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>The guide has no page {name}.</source>
      <translation>Die Anleitung hat keine Seite {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/guideline_controller.py" />
      <source>The guideline was written to {name}.</source>
      <translation>Die Richtlinie wurde in {name} geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The import did not finish, and its table is no longer there: {path}. The workspace has {count} records so far.</source>
      <translation>Der Import wurde nicht beendet, und seine Tabelle ist nicht mehr da: {path}. Der Arbeitsbereich enthält bisher {count} Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>The language changes after a restart.</source>
      <translation>Die Sprache ändert sich nach einem Neustart.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>The last ones were passed; the others are farther away.</source>
      <translation>Die letzten wurden übergangen; die übrigen sind weiter entfernt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>The log is in {folder}.</source>
      <translation>Das Protokoll liegt in {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>The map could not be drawn.</source>
      <translation>Die Karte konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>The map is drawn when the table is read.</source>
      <translation>Die Karte wird gezeichnet, sobald die Tabelle gelesen ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>The model does not know this tag: these words are more frequent in its records.</source>
      <translation>Das Modell kennt dieses Schlagwort nicht: diese Wörter sind in seinen Datensätzen häufiger.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>The model is still loading.</source>
      <translation>Das Modell wird noch geladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>The model was right {right:.0%} of the time.</source>
      <translation>Das Modell hatte in {right:.0%} der Fälle recht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>The model was written to {path}.</source>
      <translation>Das Modell wurde nach {path} geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The model “{name}” is active. Its predictions replace the earlier ones.</source>
      <translation>Das Modell „{name}“ ist aktiv. Seine Vorhersagen ersetzen die früheren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>The model “{name}” may fit this table.</source>
      <translation>Das Modell „{name}“ könnte zu dieser Tabelle passen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>The model's licences</source>
      <translation>Lizenzen des Modells</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>The model's tags become the tags of this table.</source>
      <translation>Die Schlagwörter des Modells werden die Schlagwörter dieser Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>The new confidence is not measured on this table yet ({checks:,} of {needed:,} random checks), so records that model {earlier} was unsure about stay in review.</source>
      <translation>Die neue Konfidenz ist auf dieser Tabelle noch nicht gemessen ({checks:,} von {needed:,} Zufallskontrollen); daher bleiben Datensätze zu prüfen, bei denen Modell {earlier} unsicher war.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>The next record</source>
      <translation>Der nächste Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The order is updated when the sentence encoder has read all texts.</source>
      <translation>Die Reihenfolge wird aktualisiert, sobald der Satz-Encoder alle Texte gelesen hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>The order of the records has changed.</source>
      <translation>Die Reihenfolge der Datensätze hat sich geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>The original workspace stays open.</source>
      <translation>Der ursprüngliche Arbeitsbereich bleibt geöffnet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>The page {name} of the guide is damaged.</source>
      <translation>Die Seite {name} der Anleitung ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>The page {name} of the guide is missing.</source>
      <translation>Die Seite {name} der Anleitung fehlt.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>The predictions of {n:,} random checks are hidden. Choose their tags by their keys.</source>
      <extracomment>Singular: The prediction of {n:,} random check is hidden. Choose its tag by its key.</extracomment>
      <translation>
        <numerusform>Die Vorhersage von {n:,} Zufallskontrolle ist verborgen. Wählen Sie das Schlagwort mit seiner Taste.</numerusform>
        <numerusform>Die Vorhersagen von {n:,} Zufallskontrollen sind verborgen. Wählen Sie die Schlagwörter mit ihren Tasten.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The previous file was kept as {name}.</source>
      <translation>Die vorherige Datei wurde als {name} aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>The program does not open external links. Address: {address}</source>
      <translation>Das Programm öffnet keine externen Links. Adresse: {address}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The program does not use the network, so it cannot look for updates. Download SHA256SUMS and SHA256SUMS.minisig from where you got the program into one folder, then choose SHA256SUMS here.</source>
      <translation>Das Programm benutzt das Netz nicht und kann deshalb nicht nach Aktualisierungen suchen. SHA256SUMS und SHA256SUMS.minisig von dort, wo das Programm herkommt, in einen Ordner herunterladen und hier SHA256SUMS wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The random checks of the running certification; without one, start one</source>
      <translation>Die Zufallskontrollen der laufenden Zertifizierung; ohne eine wird eine begonnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>The records were pasted, or the file no longer exists.</source>
      <translation>Die Datensätze wurden eingefügt, oder die Datei gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>The records were pasted, or the file was moved.</source>
      <translation>Die Datensätze wurden eingefügt, oder die Datei wurde verschoben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>The report was exported to {name}.</source>
      <translation>Der Bericht wurde nach {name} exportiert.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>The review threshold is {cut} now, so there are {n:,} more records to review.</source>
      <extracomment>Singular: The review threshold is {cut} now, so there is {n:,} more record to review.</extracomment>
      <translation>
        <numerusform>Die Prüfschwelle ist jetzt {cut}, deshalb ist {n:,} weiterer Datensatz zu prüfen.</numerusform>
        <numerusform>Die Prüfschwelle ist jetzt {cut}, deshalb sind {n:,} weitere Datensätze zu prüfen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The sentence encoder compared the texts.</source>
      <translation>Der Satz-Encoder hat die Texte verglichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The sentence encoder reads at most {most:,} records.</source>
      <translation>Der Satz-Encoder liest höchstens {most:,} Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The signature is missing. Download {signature} into the folder of {name}, then choose {name} again.</source>
      <translation>Die Signatur fehlt. {signature} in den Ordner von {name} herunterladen und {name} erneut wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>The source changes were merged.</source>
      <translation>Die Änderungen der Quelle wurden übernommen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>The source file is written byte for byte.</source>
      <translation>Die Quelldatei wird Byte für Byte geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>The source file, byte for byte.</source>
      <translation>Die Quelldatei, Byte für Byte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>The source has not changed since the last import.</source>
      <translation>Die Quelle hat sich seit dem letzten Import nicht geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>The table has no readable records.</source>
      <translation>Die Tabelle hat keine lesbaren Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The table is saved in {path}.</source>
      <translation>Die Tabelle ist in {path} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>The tag stays empty, and the column unsure_tag has the prediction.</source>
      <translation>Das Schlagwort bleibt leer; die Vorhersage steht in der Spalte unsure_tag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>The tag {name} already exists.</source>
      <translation>Das Schlagwort {name} gibt es bereits.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/embedding_controller.py" />
      <source>The tags are estimated from their names without the sentence encoder, less precisely.</source>
      <translation>Die Schlagwörter werden ohne den Satz-Encoder und daher ungenauer anhand ihrer Namen geschätzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>The tags of this table are {tags}. An outlined tag is a prediction, a filled tag is a decision. Rows with low confidence are bold.</source>
      <translation>Die Schlagwörter dieser Tabelle sind {tags}. Ein umrandetes Schlagwort ist eine Vorhersage, ein gefülltes eine Entscheidung. Zeilen mit niedriger Konfidenz sind fett.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The text is about something else: no tag, and not trained on</source>
      <translation>Der Text handelt von etwas anderem: kein Schlagwort, kein Training</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The text is on topic, although it is unlike the training data</source>
      <translation>Der Text gehört zum Thema, obwohl er anders als die Trainingsdaten ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The texts are saved in {place}.</source>
      <translation>Die Texte sind in {place} gespeichert.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The update file lists {n} files</source>
      <extracomment>Singular: The update file lists {n} file</extracomment>
      <translation>
        <numerusform>Die Aktualisierungsdatei enthält {n} Datei</numerusform>
        <numerusform>Die Aktualisierungsdatei enthält {n} Dateien</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>The words that support the tag are marked in the text. Point at another tag to see its words. “Similar” lists decided records with similar texts.</source>
      <translation>Im Text sind die Wörter markiert, die für das Schlagwort sprechen. Auf ein anderes Schlagwort zeigen, um dessen Wörter zu sehen. „Ähnliche“ listet entschiedene Datensätze mit ähnlichen Texten auf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>The workspace is no longer open in another program.</source>
      <translation>Der Arbeitsbereich ist in keinem anderen Programm mehr geöffnet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The workspace is read-only, so the results of the sentence encoder cannot be saved.</source>
      <translation>Der Arbeitsbereich ist schreibgeschützt; die Ergebnisse des Satz-Encoders lassen sich nicht speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>The workspace is restored to its state of {when}. The current state is kept in a separate file in the same folder.</source>
      <translation>Der Arbeitsbereich wird auf den Stand vom {when} zurückgesetzt. Der jetzige Stand bleibt als eigene Datei im selben Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>The workspace was copied to {name}.</source>
      <translation>Der Arbeitsbereich wurde nach {name} kopiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>The {rows:,} records were drawn at random from {all:,}.</source>
      <translation>Die {rows:,} Datensätze wurden zufällig aus {all:,} gezogen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Their tags: {shown}.</source>
      <translation>Ihre Schlagwörter: {shown}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Theirs</source>
      <translation>Anderes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>There are no backups of this workspace yet. They will be saved in {folder}.</source>
      <translation>Von diesem Arbeitsbereich gibt es noch keine Sicherungen. Sie werden in {folder} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>There are no conflicts.</source>
      <translation>Es gibt keine Konflikte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>There are no decided records with another tag.</source>
      <translation>Es gibt keine entschiedenen Datensätze mit einem anderen Schlagwort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>There are no decisions yet. Accept or correct some records first; a few dozen make a difference.</source>
      <translation>Es gibt noch keine Entscheidungen. Zuerst einige Datensätze bestätigen oder korrigieren; schon ein paar Dutzend bewirken etwas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>There are no models yet.</source>
      <translation>Es gibt noch keine Modelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>There are no records</source>
      <translation>Es gibt keine Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>There are no records that you both decided yet.</source>
      <translation>Es gibt noch keine Datensätze, die beide entschieden haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>There are no tags yet.</source>
      <translation>Es gibt noch keine Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>There are no tags yet. Add one, or paste a list.</source>
      <translation>Es gibt noch keine Schlagwörter. Fügen Sie eines hinzu oder fügen Sie eine Liste ein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>There are no tags yet. Add some first.</source>
      <translation>Es gibt noch keine Schlagwörter. Legen Sie zuerst welche an.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>There are no tags yet. Type the name of the first one.</source>
      <translation>Es gibt noch keine Schlagwörter. Geben Sie den Namen des ersten ein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>There is no earlier model.</source>
      <translation>Es gibt kein früheres Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>There is no file to read again.</source>
      <translation>Es gibt keine Datei, die neu gelesen werden kann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>There is no guideline yet.</source>
      <translation>Es gibt noch keine Richtlinie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>There is no report yet.</source>
      <translation>Es gibt noch keinen Bericht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>There is no source to compare with.</source>
      <translation>Es gibt keine Quelle zum Vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>There is no text to classify.</source>
      <translation>Es gibt keinen Text zum Einordnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>There is no undecided record to compare.</source>
      <translation>Es gibt keinen unentschiedenen Datensatz, der sich vergleichen lässt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>There is nothing to redo.</source>
      <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>There is nothing to undo.</source>
      <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>These records are also in the evaluation data. A good score on them means little.</source>
      <translation>Diese Datensätze stehen auch in den Bewertungsdaten. Ein gutes Ergebnis auf ihnen sagt wenig aus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>These records are also in the training data. The model has already seen their tags.</source>
      <translation>Diese Datensätze stehen auch in den Trainingsdaten. Das Modell hat ihre Schlagwörter bereits gesehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>These rows are not from your table. Slices are evaluated on records of your table:</source>
      <translation>Diese Zeilen stammen nicht aus der eigenen Tabelle. Teilmengen werden anhand von Datensätzen der eigenen Tabelle bewertet:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>These rows are not from your table. Your slices ({names}) are evaluated on records of your table:</source>
      <translation>Diese Zeilen stammen nicht aus der eigenen Tabelle. Die eigenen Teilmengen ({names}) werden anhand von Datensätzen der eigenen Tabelle bewertet:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>These texts are not about machine learning. Which tags do you want?</source>
      <translation>Diese Texte handeln nicht von maschinellem Lernen. Welche Schlagwörter möchten Sie?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>They are kept in {name}.</source>
      <translation>Sie liegen in {name}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>They belong to another version of this workspace; some may be in it already. They are kept in {names}; delete the files when you no longer need them.</source>
      <extracomment>Singular: They belong to another version of this workspace; some may be in it already. They are kept in {names}; delete the file when you no longer need it.</extracomment>
      <translation>
        <numerusform>Sie gehören zu einer anderen Fassung dieses Arbeitsbereichs; einige sind vielleicht schon darin. Sie liegen in {names}. Die Datei kann gelöscht werden, wenn sie nicht mehr gebraucht wird.</numerusform>
        <numerusform>Sie gehören zu einer anderen Fassung dieses Arbeitsbereichs; einige sind vielleicht schon darin. Sie liegen in {names}. Die Dateien können gelöscht werden, wenn sie nicht mehr gebraucht werden.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>This can be undone.</source>
      <translation>Dies lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>This column is empty.</source>
      <translation>Diese Spalte ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>This copy of the program has no key, so it cannot check who made {name}. Use only files from a source that you trust.</source>
      <translation>Diese Kopie des Programms enthält keinen Schlüssel und kann deshalb nicht prüfen, von wem {name} stammt. Nur Dateien aus einer vertrauenswürdigen Quelle verwenden.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>This is an estimate from your {n:,} decisions: half were answered in simulation, half measured.</source>
      <extracomment>Singular: This is an estimate from your {n:,} decision: half were answered in simulation, half measured.</extracomment>
      <translation>
        <numerusform>Dies ist eine Schätzung aus {n:,} Entscheidung: Die Hälfte wurde in einer Simulation beantwortet, die andere Hälfte zum Messen verwendet.</numerusform>
        <numerusform>Dies ist eine Schätzung aus {n:,} Entscheidungen: Die Hälfte wurde in einer Simulation beantwortet, die andere Hälfte zum Messen verwendet.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>This is not a valid key.</source>
      <translation>Das ist keine gültige Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>This key is already used by {name}.</source>
      <translation>Diese Taste ist bereits belegt: {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>This key is used for navigation. Add Ctrl or Alt.</source>
      <translation>Diese Taste dient der Navigation. Strg oder Alt hinzunehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>This model is active</source>
      <translation>Dieses Modell ist aktiv</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>This record has a note</source>
      <translation>Dieser Datensatz hat eine Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/text_view.py" />
      <source>This record has no text.</source>
      <translation>Dieser Datensatz hat keinen Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>This report has no slices to protect. Define some with “Define slices…” below the metrics of a report on records of the table.</source>
      <translation>Dieser Bericht hat keine Teilmengen, die geschützt werden können. Sie lassen sich mit „Teilmengen festlegen…“ unter den Kennzahlen eines Berichts über Datensätze der Tabelle anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>This table cannot be changed.</source>
      <translation>Diese Tabelle kann nicht geändert werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>This table has no tags yet.</source>
      <translation>Diese Tabelle hat noch keine Schlagwörter.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>This takes {n:,} random checks if all are right</source>
      <extracomment>Singular: This takes {n:,} random check if all are right</extracomment>
      <translation>
        <numerusform>Das braucht {n:,} Zufallskontrolle, wenn sie richtig ist</numerusform>
        <numerusform>Das braucht {n:,} Zufallskontrollen, wenn alle richtig sind</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>This workspace is read-only, so no candidate can be saved.</source>
      <translation>Dieser Arbeitsbereich ist schreibgeschützt; ein Kandidat lässt sich nicht speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>This workspace is read-only.</source>
      <translation>Dieser Arbeitsbereich ist schreibgeschützt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>This workspace is read-only: {why}.</source>
      <translation>Dieser Arbeitsbereich ist schreibgeschützt: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>This workspace was open for {who}. If it still is, close it there.</source>
      <translation>Dieser Arbeitsbereich war bei {who} geöffnet. Falls er es noch ist, schließen Sie ihn dort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Threshold</source>
      <translation>Schwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>To prove: at most {allowed:.0%} of the {records:,} records at {cut} or above are wrong.</source>
      <translation>Zu beweisen: Höchstens {allowed:.0%} der {records:,} Datensätze ab {cut} sind falsch.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>To review</source>
      <translation>Zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>To stop here, issue the certificate: Model › Certify…</source>
      <translation>Um hier aufzuhören, das Zertifikat ausstellen: Modell › Zertifizieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Toolbar</source>
      <translation>Symbolleiste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Tour, step {step} of {count}: {title}</source>
      <translation>Rundgang, Schritt {step} von {count}: {title}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Train a candidate model on your decisions</source>
      <translation>Ein Kandidatenmodell mit den eigenen Entscheidungen trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Train a candidate to get a report.</source>
      <translation>Einen Kandidaten trainieren, um einen Bericht zu erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Train a candidate. You see its report before it is used.</source>
      <translation>Trainieren Sie einen Kandidaten. Vor der Verwendung erscheint sein Bericht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Train again for a report on them.</source>
      <translation>Trainieren Sie erneut, um einen Bericht darüber zu erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Train with the corrected records, or allow a larger error.</source>
      <translation>Mit den korrigierten Datensätzen trainieren oder einen größeren Fehler zulassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Train with your decisions, or export the table.</source>
      <translation>Mit den Entscheidungen trainieren oder die Tabelle exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Train, then export</source>
      <translation>Trainieren, dann exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Trained on</source>
      <translation>Trainiert mit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>Training checks</source>
      <translation>Prüfungen vor dem Training</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Training data</source>
      <translation>Trainingsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Training progress</source>
      <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Training records</source>
      <translation>Trainingsdatensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Train…</source>
      <translation>Trainieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>True tag</source>
      <translation>Wahres Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>True tag → predicted tag. Errors that are not listed cost 1.</source>
      <translation>Wahres → vorhergesagtes Schlagwort. Nicht aufgeführte Fehler kosten 1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Try the sample</source>
      <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Turn into tags</source>
      <translation>In Schlagwörter umwandeln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Type or paste text. It is tagged as you type.</source>
      <translation>Text tippen oder einfügen. Er wird dabei verschlagwortet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Ukrainian</source>
      <translation>Ukrainisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Und&amp;o</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Undecided</source>
      <translation>Noch nicht entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Undo ({key})</source>
      <translation>Rückgängig ({key})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Undo with a single key</source>
      <translation>Rückgängig mit einer Taste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Uneven sampling</source>
      <translation>Ungleichmäßige Auswahl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Unexpected error</source>
      <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Unlike the training data. The confidence may be wrong.</source>
      <translation>Anders als die Trainingsdaten. Die Konfidenz kann falsch sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Unre&amp;adable rows…</source>
      <translation>Nicht lesba&amp;re Zeilen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Unreadable rows</source>
      <translation>Nicht lesbare Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Unreadable rows…</source>
      <translation>Nicht lesbare Zeilen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Unsaved changes of another version of this workspace were found. They were not applied.</source>
      <translation>Ungespeicherte Änderungen einer anderen Fassung dieses Arbeitsbereichs wurden gefunden. Sie wurden nicht übernommen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Unsaved decisions</source>
      <translation>Ungespeicherte Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Unsure</source>
      <translation>Unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Unusual records: the import report</source>
      <translation>Auffällige Datensätze: der Importbericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Unverified: there is no certificate.</source>
      <translation>Ungeprüft: Es gibt kein Zertifikat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Unverified: {reason} This certificate is void: {sentence}</source>
      <translation>Ungeprüft: {reason} Dieses Zertifikat ist ungültig: {sentence}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Up to {most:,} random checks show how far down the confidence may go: {first:,} records at {cut} or above would need no review, or even {last:,} at {loosest} or above, of {table:,} in the table.</source>
      <translation>Bis zu {most:,} Zufallskontrollen zeigen, wie niedrig die Konfidenz sein darf: {first:,} Datensätze ab {cut} müssten nicht geprüft werden, oder sogar {last:,} ab {loosest}, von {table:,} in der Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Update files (release.json SHA256SUMS *.json *.txt);;All files (*)</source>
      <translation>Aktualisierungsdateien (release.json SHA256SUMS *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Urdu</source>
      <translation>Urdu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Use for &amp;this table</source>
      <translation>Für diese &amp;Tabelle verwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Use t&amp;heirs</source>
      <translation>An&amp;deres übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Use tags of your own</source>
      <translation>Eigene Schlagwörter verwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Use these tags</source>
      <translation>Diese Schlagwörter verwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Use this key</source>
      <translation>Diese Taste nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Use this model</source>
      <translation>Dieses Modell verwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Used for the headline and for the check before promotion</source>
      <translation>Bestimmt die Überschrift und die Prüfung vor dem Aktivieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Using the settings you chose.</source>
      <translation>Mit den gewählten Einstellungen gelesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Vermilion</source>
      <translation>Zinnoberrot</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Version {theirs} is already installed.</source>
      <translation>Version {theirs} ist bereits installiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Version {theirs} is newer than the installed version {ours}.</source>
      <translation>Version {theirs} ist neuer als die installierte Version {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Version {theirs} is older than the installed version {ours}.</source>
      <translation>Version {theirs} ist älter als die installierte Version {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Version {version}, evaluated on {rows:,} {where}</source>
      <translation>Version {version}; Grundlage der Bewertung: {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Versions, counts and times for a bug report; contains none of your texts</source>
      <translation>Versionen, Anzahlen und Zeiten für einen Fehlerbericht; enthält keine eigenen Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Very long texts</source>
      <translation>Sehr lange Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Very short texts</source>
      <translation>Sehr kurze Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Vietnamese</source>
      <translation>Vietnamesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/guideline_controller.py" />
      <source>Web page (*.html)</source>
      <translation>Webseite (*.html)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Week from</source>
      <translation>Woche ab</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>What are the tags?</source>
      <translation>Welche Schlagwörter gibt es?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>What belongs to each tag, with examples</source>
      <translation>Was zu jedem Schlagwort gehört, mit Beispielen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>What do you want to do?</source>
      <translation>Was soll geschehen?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>What the export writes</source>
      <translation>Inhalt des Exports</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>What the list holds</source>
      <translation>Inhalt der Liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>What the ta&amp;gs mean…</source>
      <translation>Was S&amp;chlagwörter bedeuten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>What the tag means…</source>
      <translation>Was das Schlagwort bedeutet…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>What the tags mean to the model</source>
      <translation>Was die Schlagwörter für das Modell bedeuten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>What the tags mean…</source>
      <translation>Was die Schlagwörter bedeuten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Which tags do you want?</source>
      <translation>Welche Schlagwörter sollen es sein?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Whole matrix</source>
      <translation>Ganze Matrix</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>With a note</source>
      <translation>Mit Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>With more than nine tags, the keys 1 to 9 set the record's likeliest tags. Every step can be undone.</source>
      <translation>Bei mehr als neun Schlagwörtern setzen die Tasten 1 bis 9 die wahrscheinlichsten Schlagwörter des Datensatzes. Jeder Schritt lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>With one tag per record, additional tags are kept, but neither shown nor used.</source>
      <translation>Bei einem Schlagwort je Datensatz bleiben weitere erhalten, werden aber weder gezeigt noch verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>With β above 1, recall counts more than precision; with β below 1, less.</source>
      <translation>Bei β über 1 zählt der Recall mehr als die Präzision, bei β unter 1 weniger.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Word</source>
      <translation>Wort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Words against the tag</source>
      <translation>Wörter gegen das Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Words and example</source>
      <translation>Wörter und Beispiel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Words for the tag</source>
      <translation>Wörter für das Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Words for the tag, {model}</source>
      <translation>Wörter für das Schlagwort, {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Words that speak against it</source>
      <translation>Wörter, die dagegen sprechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Words that speak for the tag</source>
      <translation>Wörter, die für das Schlagwort sprechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Words that speak for the tag, with commas</source>
      <translation>Wörter, die für das Schlagwort sprechen, durch Kommas getrennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_bar.py" />
      <source>Words, "an exact phrase", -without, this OR that, (a group), /expression/, tag:NAME, is:flagged, is:review, confidence&lt;0.6, note:WORD, COLUMN:part, COLUMN=whole, ~a text to sort by its meaning</source>
      <translation>Wörter, "ein genauer Ausdruck", -ohne, dies OR das, (eine Gruppe), /Ausdruck/, tag:NAME, is:flagged, is:review, confidence&lt;0.6, note:WORT, SPALTE:Teil, SPALTE=ganz, ~ein Text, um nach seiner Bedeutung zu sortieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Words, typical records and confusions of each tag, for the active model</source>
      <translation>Wörter, typische Datensätze und Verwechslungen jedes Schlagworts, für das aktive Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Workbook sheet</source>
      <translation>Blatt der Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Workspaces (*.mltag)</source>
      <translation>Arbeitsbereiche (*.mltag)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Write a note on the record, or flag it with a note</source>
      <translation>Eine Notiz zum Datensatz schreiben oder ihn mit einer Notiz markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Write a note on this record</source>
      <translation>Eine Notiz zu diesem Datensatz schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Write guideline</source>
      <translation>Richtlinie schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Write like all predictions</source>
      <translation>Wie alle Vorhersagen schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Write the active model as a scikit-learn classifier for Python</source>
      <translation>Das aktive Modell als scikit-learn-Klassifikator für Python schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Write the guideline as a web page or PDF that others can read</source>
      <translation>Die Richtlinie als Webseite oder PDF schreiben, die andere lesen können</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Write to a separate column</source>
      <translation>In eine eigene Spalte schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Yellow</source>
      <translation>Gelb</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>You can use any tags. In the Tag menu, “What are the tags” takes them from a column, a list or groups of similar records, and “Tag set” ({edit_tags}) adds, renames and describes tags.</source>
      <translation>Alle Schlagwörter sind frei wählbar. Im Menü „Schlagwort“ übernimmt „Welche Schlagwörter“ sie aus einer Spalte, einer Liste oder Gruppen ähnlicher Datensätze; „Schlagwörter bearbeiten“ ({edit_tags}) ergänzt, benennt und beschreibt sie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>You cannot decide in a past state. Return to now, or restore this state.</source>
      <translation>In einem früheren Stand sind keine Entscheidungen möglich. In die Gegenwart zurückkehren oder diesen Stand wiederherstellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>You will not be able to roll back to model {version}.</source>
      <translation>Eine Rückkehr zu Modell {version} ist dann nicht mehr möglich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Your decisions are signed with the name {name}.</source>
      <translation>Entscheidungen werden mit dem Namen {name} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>Your settings could not be read; defaults are in use.</source>
      <translation>Die Einstellungen waren nicht lesbar; die Voreinstellungen werden verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Zip files (*{suffix})</source>
      <translation>ZIP-Dateien (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>a JSON list</source>
      <translation>eine JSON-Liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>a colleague</source>
      <translation>jemand anders</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>accept</source>
      <translation>übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>accepted</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>accuracy f1 precision recall metrics confusion evaluation model</source>
      <translation>genauigkeit f1 präzision trefferquote metriken konfusion bewertung modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>active learning uncertain</source>
      <translation>aktives lernen unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>active learning uncertain strategy</source>
      <translation>aktives Lernen unsicher Strategie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>additional tag</source>
      <translation>weiteres Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>additional tag removed:</source>
      <translation>weiteres Schlagwort entfernt:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>after many decisions</source>
      <translation>nach vielen Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>almost perfect</source>
      <translation>nahezu vollkommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>almost the same as record {record:,}</source>
      <translation>fast gleich Datensatz {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>also</source>
      <translation>auch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>and {more}, marked ▼ below</source>
      <translation>und {more}, unten mit ▼ gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>and {n:,} more</source>
      <translation>und {n:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>at most {allowed:.0%}</source>
      <translation>höchstens {allowed:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>audit random sample</source>
      <translation>Prüfung Zufall Stichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>back last question</source>
      <translation>zurück letzte Frage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>before a format upgrade</source>
      <translation>vor einer Formataktualisierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>below {threshold:.2f} in the {name}</source>
      <translation>unter {threshold:.2f} in „{name}“</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>bookmark star</source>
      <translation>lesezeichen stern merken</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>broken bad quarantine repair</source>
      <translation>kaputt fehlerhaft Quarantäne reparieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>by similar meaning</source>
      <translation>nach ähnlicher Bedeutung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>by similar words</source>
      <translation>nach ähnlichen Wörtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>by the id column</source>
      <translation>an der Id-Spalte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>by their content</source>
      <translation>an ihrem Inhalt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>card arrival
refund
stolen card</source>
      <translation>Kartenlieferung
Erstattung
gestohlene Karte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>choose a column</source>
      <translation>Spalte wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>choose tag</source>
      <translation>Schlagwort wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>cleared</source>
      <translation>gelöscht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>clipboard</source>
      <translation>Zwischenablage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>clipboard new records</source>
      <translation>zwischenablage neue datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>columns chosen</source>
      <translation>Spalten gewählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>comment remark</source>
      <translation>kommentar bemerkung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>confidence {low:.2f} to {high:.2f}</source>
      <translation>Konfidenz {low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>confirm label correct yes</source>
      <translation>bestätigen label richtig ja</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>confirms all</source>
      <translation>bestätigt alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>contradicting tags</source>
      <translation>widersprüchliche Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_commands.py" />
      <source>copying</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>corrected</source>
      <translation>korrigiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>corrected to</source>
      <translation>korrigiert zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>costs of errors</source>
      <translation>Kosten der Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>counting the records to review…</source>
      <translation>zu prüfende Datensätze werden gezählt …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>csv encoding columns separator sheet</source>
      <translation>csv kodierung spalten trennzeichen blatt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>daily backup</source>
      <translation>tägliche Sicherung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>decided</source>
      <translation>entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>decision differs from prediction</source>
      <translation>Entscheidung weicht von der Vorhersage ab</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>delete remove label</source>
      <translation>löschen entfernen label</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>doubt</source>
      <translation>zweifel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>duplicate file</source>
      <translation>duplizieren datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>duplicates propagate</source>
      <translation>Duplikate übertragen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>estimated from tag names</source>
      <translation>geschätzt anhand der Schlagwortnamen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>estimating tags</source>
      <translation>Schlagwörter werden geschätzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>example demo</source>
      <translation>beispiel demo</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of texts in another language or script</source>
      <translation>Beispiele für Texte in einer anderen Sprache oder Schrift</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of texts that may be spam</source>
      <translation>Beispiele für Texte, die Spam sein könnten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of texts unlike the training data</source>
      <translation>Beispiele für Texte, die den Trainingsdaten nicht ähneln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of unusual predictions</source>
      <translation>Beispiele für ungewöhnliche Vorhersagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>excluded: part of the evaluation data</source>
      <translation>ausgeschlossen: Teil der Bewertungsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>exit end program</source>
      <translation>beenden verlassen Programm</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>exit workspace</source>
      <translation>beenden Arbeitsbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>explain words weights</source>
      <translation>erklären Wörter Gewichte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>export instructions html pdf</source>
      <translation>exportieren Anleitung html pdf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>fair</source>
      <translation>mittelmäßig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>fields headings hide</source>
      <translation>Felder Überschriften ausblenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>flag</source>
      <translation>markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>flag removed</source>
      <translation>Markierung entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>flag the record</source>
      <translation>den Datensatz markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>flagged</source>
      <translation>markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>floors</source>
      <translation>Untergrenzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>from the table</source>
      <translation>aus der Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>from the table:</source>
      <translation>aus der Tabelle:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>guarantee error rate sample</source>
      <translation>garantie fehlerrate stichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>guideline</source>
      <translation>Richtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>help keys shortcuts</source>
      <translation>Hilfe Tasten Kürzel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>help manual documentation</source>
      <translation>hilfe handbuch dokumentation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>history log audit</source>
      <translation>verlauf protokoll</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>holdout rows that no model was trained on</source>
      <translation>Holdout-Zeilen, mit denen kein Modell trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>hotkeys keybindings</source>
      <translation>tasten kürzel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>import load file csv tsv excel xlsx workbook parquet json</source>
      <translation>importieren laden datei csv tsv excel xlsx arbeitsmappe parquet json</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>imported from {curator}</source>
      <translation>importiert von {curator}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>in the holdout</source>
      <translation>im Holdout</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>in the training data</source>
      <translation>in den Trainingsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>instructions definition codebook</source>
      <translation>anleitung definition kodierbuch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>irrelevant outlier other subject</source>
      <translation>irrelevant Ausreißer anderes Thema</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>keep mine</source>
      <translation>eigenes behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>label class category assign</source>
      <translation>label klasse kategorie zuweisen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>label labels class classes category categories taxonomy topics new own add</source>
      <translation>label klasse kategorie kategorien themen neu eigene hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>label labels classes categories topics own list</source>
      <translation>label klassen kategorien themen eigene liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>learn fit model retrain machine learning</source>
      <translation>lernen anpassen modell neu trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>list grid rows</source>
      <translation>Liste Raster Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>loading the model</source>
      <translation>Modell wird geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>long</source>
      <translation>lang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>manual backup</source>
      <translation>manuelle Sicherung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>merge labels colleague agreement kappa</source>
      <translation>zusammenführen label kollegen übereinstimmung kappa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>model models reuse import</source>
      <translation>modell modelle wiederverwenden importieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>model scikit-learn joblib python jupyter</source>
      <translation>modell scikit-learn joblib python jupyter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>model {version}</source>
      <translation>Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>model {version} (bundled)</source>
      <translation>Modell {version} (mitgeliefert)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>model {version} and {answers}</source>
      <translation>Modell {version} und {answers}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>moderate</source>
      <translation>mäßig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>monitor drift accuracy threshold model</source>
      <translation>überwachen drift genauigkeit schwelle modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>must be</source>
      <translation>muss sein</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>must not be</source>
      <translation>darf nicht sein</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>nearly equal to audit records</source>
      <translation>fast gleich mit Datensätzen der Prüfstichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>new version download signature</source>
      <translation>neue Version Download Signatur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>next</source>
      <translation>weiter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>no certificate</source>
      <translation>kein Zertifikat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>no model for these tags</source>
      <translation>kein Modell für diese Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>no rows for evaluation</source>
      <translation>keine Zeilen zur Bewertung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>no tag</source>
      <translation>kein Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>no tags yet</source>
      <translation>noch keine Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>no text</source>
      <translation>kein Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>not found in {folder}</source>
      <translation>nicht gefunden in {folder}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>not loaded</source>
      <translation>nicht geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>not predicted</source>
      <translation>nicht vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>not {tag}</source>
      <translation>nicht {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>note removed</source>
      <translation>Notiz entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>number of tags per record chosen</source>
      <translation>Anzahl der Schlagwörter je Datensatz gewählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>off topic</source>
      <translation>themenfremd</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>on topic</source>
      <translation>zum Thema</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>one record read large</source>
      <translation>einzeln datensatz lesen groß</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>one tag per cell</source>
      <translation>ein Schlagwort pro Zelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>opening</source>
      <translation>wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>or drop a table anywhere in this window: CSV, a workbook, JSON lines</source>
      <translation>oder eine Tabelle irgendwo in dieses Fenster ziehen: CSV, Arbeitsmappe, JSON-Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_opener.py" />
      <source>pasted table</source>
      <translation>eingefügte Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_opener.py" />
      <source>pasted text</source>
      <translation>eingefügter Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>perhaps off topic</source>
      <translation>vielleicht themenfremd</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>plot scatter clusters</source>
      <translation>Diagramm Streudiagramm Gruppen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>postpone later</source>
      <translation>aufschieben später</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>predicting</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>predicting…</source>
      <translation>wird vorhergesagt…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>preferences options configure</source>
      <translation>optionen konfigurieren voreinstellungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>progress statistics pace remaining</source>
      <translation>fortschritt statistik tempo rest</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>promoted</source>
      <translation>aktiviert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>protocol folder errors</source>
      <translation>Protokoll Ordner Fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>quality duplicates</source>
      <translation>qualität duplikate</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>queue sequence rows</source>
      <translation>Warteschlange Abfolge Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/cell_painter.py" />
      <source>random check</source>
      <translation>Zufallskontrolle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>random checks</source>
      <translation>Zufallskontrollen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>random checks for the certificate</source>
      <translation>Zufallskontrollen für das Zertifikat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>randomly drawn records of this table that no model was trained on</source>
      <translation>zufällig gezogene Datensätze dieser Tabelle, mit denen kein Modell trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>reading texts</source>
      <translation>Texte werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>relevant</source>
      <translation>relevant zum Thema</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>reload changed update</source>
      <translation>neu laden geändert aktualisieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>reload update filter</source>
      <translation>neu laden aktualisieren filtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>repeat again</source>
      <translation>wiederholen nochmals</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>reset search all records</source>
      <translation>zurücksetzen Suche alle Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>restore older version</source>
      <translation>wiederherstellen ältere version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>restoring</source>
      <translation>wird wiederhergestellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>revert back</source>
      <translation>zurücknehmen zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>revert model</source>
      <translation>zurücksetzen modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>review threshold set</source>
      <translation>Prüfschwelle gesetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>rolled back to</source>
      <translation>zurückgekehrt zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>rows of {name}</source>
      <translation>Zeilen aus {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>same as record {record:,}</source>
      <translation>gleich Datensatz {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>save write result csv excel xlsx download labels</source>
      <translation>speichern schreiben ergebnis csv excel xlsx label</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>saving the candidate</source>
      <translation>Kandidat wird gespeichert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>saving the table</source>
      <translation>Tabelle wird gespeichert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>search actions</source>
      <translation>Suche Aktionen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>search filter query</source>
      <translation>suchen filtern abfrage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>separated by ,</source>
      <translation>durch , getrennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>separated by ;</source>
      <translation>durch ; getrennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>separated by |</source>
      <translation>durch | getrennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>set tag</source>
      <translation>Schlagwort setzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>share labels colleague</source>
      <translation>teilen label kollegen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>short</source>
      <translation>kurz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>sidebar facets histogram</source>
      <translation>seitenleiste facetten histogramm</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>sidebar text similar</source>
      <translation>seitenleiste text ähnlich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>similar near duplicates meaning</source>
      <translation>ähnlich Beinahe-Duplikate Bedeutung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>skip</source>
      <translation>überspringen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>skip mark removed</source>
      <translation>nicht mehr übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>slight</source>
      <translation>gering</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>sort uncertain</source>
      <translation>sortieren unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>source changes merged</source>
      <translation>Änderungen der Quelle übernommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>subset segment</source>
      <translation>teilmenge segment</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>substantial</source>
      <translation>beachtlich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>suggested</source>
      <translation>vorgeschlagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>support bug</source>
      <translation>unterstützung fehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>tag names</source>
      <translation>Schlagwortnamen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>tag names, {answers}</source>
      <translation>Schlagwortnamen, {answers}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>tag set changed</source>
      <translation>Schlagwörter geändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tag to review</source>
      <translation>zu prüfendes Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tagged records of the audit set</source>
      <translation>Datensätze der Prüfstichprobe mit Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>tagged records of this table (cross-validated)</source>
      <translation>Datensätze dieser Tabelle mit Schlagwort (kreuzvalidiert)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>tagged records that neither model was trained on</source>
      <translation>Datensätze mit Schlagwort, mit denen keines der Modelle trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tagged {tag}</source>
      <translation>mit dem Schlagwort {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tagged, {value}</source>
      <translation>mit Schlagwort, {value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>tagging</source>
      <translation>Verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tags to review</source>
      <translation>zu prüfende Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>the bundled training data</source>
      <translation>die mitgelieferten Trainingsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>the file is not writable</source>
      <translation>die Datei ist nicht beschreibbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>the order of the records has changed</source>
      <translation>die Reihenfolge der Datensätze hat sich geändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>theme appearance</source>
      <translation>Thema Aussehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>theme day mode</source>
      <translation>design hell tag</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>theme night mode</source>
      <translation>design dunkel nacht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>these records, cross-validated</source>
      <translation>diese Datensätze, kreuzvalidiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>to review</source>
      <translation>zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>translation locale</source>
      <translation>Übersetzung Sprache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>tutorial introduction</source>
      <translation>einführung anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>undecided</source>
      <translation>noch nicht entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>undone</source>
      <translation>rückgängig gemacht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>unsure mark removed</source>
      <translation>nicht mehr unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>unusual for the model</source>
      <translation>ungewohnt für das Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>unverified</source>
      <translation>ungeprüft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>use the newer one</source>
      <translation>neueres übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>use theirs</source>
      <translation>anderes übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>version licence</source>
      <translation>version lizenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>with a header</source>
      <translation>mit Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>with a note</source>
      <translation>mit Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>with {version} ({state})</source>
      <translation>mit {version} ({state})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>without a header</source>
      <translation>ohne Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>worse than chance</source>
      <translation>schlechter als der Zufall</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>your {n:,} decisions</source>
      <extracomment>Singular: your {n:,} decision</extracomment>
      <translation>
        <numerusform>{n:,} eigene Entscheidung</numerusform>
        <numerusform>{n:,} eigene Entscheidungen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>{accept} accepts the predicted tag, a digit sets another tag, {undo_key} undoes the last step. Try it.</source>
      <translation>{accept} bestätigt das vorhergesagte Schlagwort, eine Ziffer setzt ein anderes, {undo_key} macht den letzten Schritt rückgängig. Gleich ausprobieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{advice} Cancel this certification first. The next one draws other records and needs more checks.</source>
      <translation>{advice} Zuerst diese Zertifizierung abbrechen. Die nächste zieht andere Datensätze und braucht mehr Kontrollen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{checked:,} checked, {wrong:,} wrong</source>
      <translation>{checked:,} geprüft, {wrong:,} falsch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>{count} of {all} records have one.</source>
      <translation>{count} von {all} Datensätzen haben einen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>{count} unexpected errors occurred. Your work is saved.</source>
      <translation>{count} unerwartete Fehler sind aufgetreten. Die Arbeit ist gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided} as {tag}</source>
      <translation>{decided} als {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided} before the text changed. Please review again.</source>
      <translation>{decided}, bevor sich der Text geändert hat. Bitte erneut prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided}, perhaps off topic</source>
      <translation>{decided}, vielleicht themenfremd</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided}, unusual for the model</source>
      <translation>{decided}, ungewohnt für das Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>{decisions}, {audited:,} of them in the audit set</source>
      <translation>{decisions}, davon {audited:,} in der Prüfstichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>{decisions}, {tags}</source>
      <translation>{decisions}, {tags}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done} ({n:,} skipped or unsure)</source>
      <extracomment>Singular: {done} ({n:,} skipped or unsure)</extracomment>
      <translation>
        <numerusform>{done} ({n:,} übersprungen oder unsicher)</numerusform>
        <numerusform>{done} ({n:,} übersprungen oder unsicher)</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}: too many to prove {allowed:.0%}</source>
      <translation>{done}: zu viele, um {allowed:.0%} zu beweisen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}: {allowed:.0%} is proven</source>
      <translation>{done}: {allowed:.0%} ist bewiesen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}: {records:,} records at {cut} or above are proven; about {n:,} more checks may prove {more:,} at {loosest} or above</source>
      <extracomment>Singular: {done}: {records:,} records at {cut} or above are proven; about {n:,} more check may prove {more:,} at {loosest} or above</extracomment>
      <translation>
        <numerusform>{done}: {records:,} Datensätze ab {cut} sind bewiesen; etwa {n:,} weitere Kontrolle kann {more:,} ab {loosest} beweisen</numerusform>
        <numerusform>{done}: {records:,} Datensätze ab {cut} sind bewiesen; etwa {n:,} weitere Kontrollen können {more:,} ab {loosest} beweisen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>{done}: {title}</source>
      <translation>{done}: {title}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}; about {n:,} more to prove at most {allowed:.0%} wrong</source>
      <extracomment>Singular: {done}; about {n:,} more to prove at most {allowed:.0%} wrong</extracomment>
      <translation>
        <numerusform>{done}; noch etwa {n:,} zum Beweis, dass höchstens {allowed:.0%} falsch sind</numerusform>
        <numerusform>{done}; noch etwa {n:,} zum Beweis, dass höchstens {allowed:.0%} falsch sind</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>{f1} ({low}–{high})</source>
      <translation>{f1} ({low}–{high})</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{fewest}, and up to {most:,} if {n:,} are wrong.</source>
      <extracomment>Singular: {fewest}, and up to {most:,} if {n:,} is wrong.</extracomment>
      <translation>
        <numerusform>{fewest}, und bis zu {most:,}, wenn {n:,} falsch ist.</numerusform>
        <numerusform>{fewest}, und bis zu {most:,}, wenn {n:,} falsch sind.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{fewest}. None may be wrong.</source>
      <translation>{fewest}. Keine darf falsch sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{first} The error above the threshold is unverified; random checks can certify it.</source>
      <translation>{first} Der Fehler über der Schwelle ist ungeprüft; Zufallskontrollen können ihn zertifizieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{head}: {records}.</source>
      <translation>{head}: {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/i18n.py" />
      <source>{hours:.0f} h</source>
      <translation>{hours:.0f} Std.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{inside:.0%} of the records with {column} {value} are tagged, and {outside:.0%} of the others. Tag some of the others, too.</source>
      <translation>Von den Datensätzen mit {column} {value} haben {inside:.0%} ein Schlagwort, von den übrigen {outside:.0%}. Verschlagworten Sie auch einige der übrigen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{inside:.0%} of the tagged records with {column} {value} are {tag}, and {outside:.0%} of the others. The model may learn {column} instead of the topic.</source>
      <translation>Von den Datensätzen mit Schlagwort und {column} {value} sind {inside:.0%} {tag}, von den übrigen {outside:.0%}. Das Modell lernt womöglich {column} statt des Themas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{key} adds the first one.</source>
      <translation>{key} legt das erste an.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{known} was added to the tag set.</source>
      <translation>{known} wurde zu den Schlagwörtern hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>{low:.2f} to {high:.2f}</source>
      <translation>{low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{message} Export the table as UTF-8, or write such characters as {escaped} in {name}.</source>
      <translation>{message} Die Tabelle als UTF-8 exportieren oder solche Zeichen in {name} als {escaped} schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>{metric}: never below {least}</source>
      <translation>{metric}: nie unter {least}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{minutes:.0f} minutes of reading, {per_hour:,.0f} decisions per hour.</source>
      <translation>{minutes:.0f} Minuten gelesen, {per_hour:,.0f} Entscheidungen pro Stunde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/i18n.py" />
      <source>{minutes} min</source>
      <translation>{minutes} Min.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>{model} and {n:,} answers</source>
      <extracomment>Singular: {model} and {n:,} answer</extracomment>
      <translation>
        <numerusform>{model} und {n:,} Antwort</numerusform>
        <numerusform>{model} und {n:,} Antworten</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{more} more answers would add about {gain:.1f} percentage points of accuracy ({low:.1f} to {high:.1f}).</source>
      <translation>{more} weitere Antworten brächten etwa {gain:.1f} Prozentpunkte Genauigkeit ({low:.1f} bis {high:.1f}).</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} accepted</source>
      <extracomment>Singular: {n:,} accepted</extracomment>
      <translation>
        <numerusform>{n:,} bestätigt</numerusform>
        <numerusform>{n:,} bestätigt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} added</source>
      <extracomment>Singular: {n:,} added</extracomment>
      <translation>
        <numerusform>{n:,} hinzugekommen</numerusform>
        <numerusform>{n:,} hinzugekommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} behaviour tests read.</source>
      <extracomment>Singular: {n:,} behaviour test read.</extracomment>
      <translation>
        <numerusform>{n:,} Verhaltenstest gelesen.</numerusform>
        <numerusform>{n:,} Verhaltenstests gelesen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} change</source>
      <extracomment>Singular: {n:,} changes</extracomment>
      <translation>
        <numerusform>{n:,} ändert sich</numerusform>
        <numerusform>{n:,} ändern sich</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>{n:,} changes are listed, those with the highest confidence.</source>
      <extracomment>Singular: {n:,} change is listed, the one with the highest confidence.</extracomment>
      <translation>
        <numerusform>{n:,} Änderung ist aufgelistet, die mit der höchsten Konfidenz.</numerusform>
        <numerusform>{n:,} Änderungen sind aufgelistet, die mit der höchsten Konfidenz.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>{n:,} columns</source>
      <extracomment>Singular: {n:,} column</extracomment>
      <translation>
        <numerusform>{n:,} Spalte</numerusform>
        <numerusform>{n:,} Spalten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} conflicts</source>
      <extracomment>Singular: {n:,} conflict</extracomment>
      <translation>
        <numerusform>{n:,} Konflikt</numerusform>
        <numerusform>{n:,} Konflikte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} corrected</source>
      <extracomment>Singular: {n:,} corrected</extracomment>
      <translation>
        <numerusform>{n:,} korrigiert</numerusform>
        <numerusform>{n:,} korrigiert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} corrections are written.</source>
      <extracomment>Singular: {n:,} correction is written.</extracomment>
      <translation>
        <numerusform>{n:,} Korrektur wird geschrieben.</numerusform>
        <numerusform>{n:,} Korrekturen werden geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>{n:,} decided in this session</source>
      <extracomment>Singular: {n:,} decided in this session</extracomment>
      <translation>
        <numerusform>{n:,} in dieser Sitzung entschieden</numerusform>
        <numerusform>{n:,} in dieser Sitzung entschieden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} decided records keep it (grey); Merge would give them another tag.</source>
      <extracomment>Singular: {n:,} decided record keeps it (grey); Merge would give it another tag.</extracomment>
      <translation>
        <numerusform>{n:,} entschiedener Datensatz behält es (grau); „Zusammenführen“ gäbe ihm ein anderes Schlagwort.</numerusform>
        <numerusform>{n:,} entschiedene Datensätze behalten es (grau); „Zusammenführen“ gäbe ihnen ein anderes Schlagwort.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} decided tags</source>
      <extracomment>Singular: {n:,} decided tag</extracomment>
      <translation>
        <numerusform>{n:,} entschiedenes Schlagwort</numerusform>
        <numerusform>{n:,} entschiedene Schlagwörter</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>{n:,} decisions</source>
      <extracomment>Singular: {n:,} decision</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung</numerusform>
        <numerusform>{n:,} Entscheidungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>{n:,} decisions ({corrected:,} corrected, {accepted:,} accepted)</source>
      <extracomment>Singular: {n:,} decision ({corrected:,} corrected, {accepted:,} accepted)</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung ({corrected:,} korrigiert, {accepted:,} bestätigt)</numerusform>
        <numerusform>{n:,} Entscheidungen ({corrected:,} korrigiert, {accepted:,} bestätigt)</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} decisions exported to {name}.</source>
      <extracomment>Singular: {n:,} decision exported to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung nach {name} exportiert.</numerusform>
        <numerusform>{n:,} Entscheidungen nach {name} exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>{n:,} decisions found.</source>
      <extracomment>Singular: {n:,} decision found.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung gefunden.</numerusform>
        <numerusform>{n:,} Entscheidungen gefunden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} decisions on texts that are not in this table were skipped.</source>
      <extracomment>Singular: {n:,} decision on a text that is not in this table was skipped.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung zu einem Text, der nicht in dieser Tabelle steht, wurde ausgelassen.</numerusform>
        <numerusform>{n:,} Entscheidungen zu Texten, die nicht in dieser Tabelle stehen, wurden ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} decisions were shared before and do not count as agreement.</source>
      <extracomment>Singular: {n:,} decision was shared before and does not count as agreement.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung wurde schon früher ausgetauscht und zählt nicht als Übereinstimmung.</numerusform>
        <numerusform>{n:,} Entscheidungen wurden schon früher ausgetauscht und zählen nicht als Übereinstimmung.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} different tags on {records} of {all} records: {shown}</source>
      <extracomment>Singular: {n:,} different tag on {records} of {all} records: {shown}</extracomment>
      <translation>
        <numerusform>{n:,} Schlagwort auf {records} von {all} Datensätzen: {shown}</numerusform>
        <numerusform>{n:,} verschiedene Schlagwörter auf {records} von {all} Datensätzen: {shown}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} exist already.</source>
      <extracomment>Singular: {n:,} exists already.</extracomment>
      <translation>
        <numerusform>{n:,} gibt es bereits.</numerusform>
        <numerusform>{n:,} gibt es bereits.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} flagged</source>
      <extracomment>Singular: {n:,} flagged</extracomment>
      <translation>
        <numerusform>{n:,} markiert</numerusform>
        <numerusform>{n:,} markiert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} have a guideline.</source>
      <extracomment>Singular: {n:,} has a guideline.</extracomment>
      <translation>
        <numerusform>{n:,} hat eine Richtlinie.</numerusform>
        <numerusform>{n:,} haben eine Richtlinie.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} have no prediction.</source>
      <extracomment>Singular: {n:,} has no prediction.</extracomment>
      <translation>
        <numerusform>{n:,} hat keine Vorhersage.</numerusform>
        <numerusform>{n:,} haben keine Vorhersage.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} lines could not be read. They are kept byte for byte.</source>
      <extracomment>Singular: {n:,} line could not be read. It is kept byte for byte.</extracomment>
      <translation>
        <numerusform>{n:,} Zeile war nicht lesbar. Sie bleibt Byte für Byte erhalten.</numerusform>
        <numerusform>{n:,} Zeilen waren nicht lesbar. Sie bleiben Byte für Byte erhalten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{n:,} lines of the source could not be read as records.{more} They are kept byte for byte, and exports write them back in their place.</source>
      <extracomment>Singular: {n:,} line of the source could not be read as a record.{more} It is kept byte for byte, and exports write it back in its place.</extracomment>
      <translation>
        <numerusform>{n:,} Zeile der Quelle ist nicht als Datensatz lesbar.{more} Sie bleibt Byte für Byte erhalten, und ein Export schreibt sie an ihren Platz zurück.</numerusform>
        <numerusform>{n:,} Zeilen der Quelle sind nicht als Datensatz lesbar.{more} Sie bleiben Byte für Byte erhalten, und ein Export schreibt sie an ihren Platz zurück.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} misclassifications exported to {name}.</source>
      <extracomment>Singular: {n:,} misclassification exported to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} Fehlklassifikation nach {name} exportiert.</numerusform>
        <numerusform>{n:,} Fehlklassifikationen nach {name} exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{n:,} more metrics</source>
      <extracomment>Singular: {n:,} more metric</extracomment>
      <translation>
        <numerusform>{n:,} weitere Kennzahl</numerusform>
        <numerusform>{n:,} weitere Kennzahlen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{n:,} more tags not shown. </source>
      <extracomment>Singular: {n:,} more tag not shown. </extracomment>
      <translation>
        <numerusform>{n:,} weiteres Schlagwort nicht gezeigt. </numerusform>
        <numerusform>{n:,} weitere Schlagwörter nicht gezeigt. </numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} names are repeated.</source>
      <extracomment>Singular: {n:,} name is repeated.</extracomment>
      <translation>
        <numerusform>{n:,} Name kommt mehrfach vor.</numerusform>
        <numerusform>{n:,} Namen kommen mehrfach vor.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} new decisions</source>
      <extracomment>Singular: {n:,} new decision</extracomment>
      <translation>
        <numerusform>{n:,} neue Entscheidung</numerusform>
        <numerusform>{n:,} neue Entscheidungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>{n:,} of the first {looked_at:,} records cannot be read with these settings, the first in line {line:,}: {reason}</source>
      <extracomment>Singular: {n:,} of the first {looked_at:,} records cannot be read with these settings, in line {line:,}: {reason}</extracomment>
      <translation>
        <numerusform>{n:,} der ersten {looked_at:,} Datensätze ist mit diesen Einstellungen nicht lesbar, in Zeile {line:,}: {reason}</numerusform>
        <numerusform>{n:,} der ersten {looked_at:,} Datensätze sind mit diesen Einstellungen nicht lesbar, der erste in Zeile {line:,}: {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} of them are already decided.</source>
      <extracomment>Singular: {n:,} of them is already decided.</extracomment>
      <translation>
        <numerusform>{n:,} davon ist bereits entschieden.</numerusform>
        <numerusform>{n:,} davon sind bereits entschieden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>{n:,} other records have the same text.</source>
      <extracomment>Singular: {n:,} other record has the same text.</extracomment>
      <translation>
        <numerusform>{n:,} weiterer Datensatz hat denselben Text.</numerusform>
        <numerusform>{n:,} weitere Datensätze haben denselben Text.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} other spellings count as the same tags, such as {other} for {tag}.</source>
      <extracomment>Singular: {n:,} other spelling counts as the same tag, such as {other} for {tag}.</extracomment>
      <translation>
        <numerusform>{n:,} weitere Schreibweise zählt als dasselbe Schlagwort, zum Beispiel {other} für {tag}.</numerusform>
        <numerusform>{n:,} weitere Schreibweisen zählen als dieselben Schlagwörter, zum Beispiel {other} für {tag}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} pairs of names are nearly the same, such as {first} and {second}. If they are one tag, merge them (Tag › Tag set…).</source>
      <extracomment>Singular: {n:,} pair of names is nearly the same: {first} and {second}. If they are one tag, merge them (Tag › Tag set…).</extracomment>
      <translation>
        <numerusform>{n:,} Paar von Namen ist fast gleich: {first} und {second}. Falls beide dasselbe meinen, unter „Schlagwörter bearbeiten…“ zusammenführen.</numerusform>
        <numerusform>{n:,} Paare von Namen sind fast gleich, zum Beispiel {first} und {second}. Falls sie jeweils dasselbe meinen, unter „Schlagwörter bearbeiten…“ zusammenführen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} predicted tags above the review threshold are unverified.</source>
      <extracomment>Singular: {n:,} predicted tag above the review threshold is unverified.</extracomment>
      <translation>
        <numerusform>{n:,} vorhergesagtes Schlagwort über der Prüfschwelle ist ungeprüft.</numerusform>
        <numerusform>{n:,} vorhergesagte Schlagwörter über der Prüfschwelle sind ungeprüft.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} predicted tags filled in</source>
      <extracomment>Singular: {n:,} predicted tag filled in</extracomment>
      <translation>
        <numerusform>{n:,} vorhergesagtes Schlagwort ergänzt</numerusform>
        <numerusform>{n:,} vorhergesagte Schlagwörter ergänzt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{n:,} random checks that exist already count.</source>
      <extracomment>Singular: {n:,} random check that exists already counts.</extracomment>
      <translation>
        <numerusform>{n:,} Zufallskontrolle, die es schon gibt, zählt.</numerusform>
        <numerusform>{n:,} Zufallskontrollen, die es schon gibt, zählen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>{n:,} records</source>
      <extracomment>Singular: {n:,} record</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz</numerusform>
        <numerusform>{n:,} Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>{n:,} records added to the table</source>
      <extracomment>Singular: {n:,} record added to the table</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz zur Tabelle hinzugefügt</numerusform>
        <numerusform>{n:,} Datensätze zur Tabelle hinzugefügt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{n:,} records are skipped or unsure.</source>
      <extracomment>Singular: {n:,} record is skipped or unsure.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ist übersprungen oder unsicher.</numerusform>
        <numerusform>{n:,} Datensätze sind übersprungen oder unsicher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records are still to review. Their predicted tags will be exported.</source>
      <extracomment>Singular: {n:,} record is still to review. Its predicted tag will be exported.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ist noch zu prüfen. Sein vorhergesagtes Schlagwort wird exportiert.</numerusform>
        <numerusform>{n:,} Datensätze sind noch zu prüfen. Ihre vorhergesagten Schlagwörter werden exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{n:,} records at {cut} or above would need no review, of {table:,} in the table.</source>
      <extracomment>Singular: {n:,} record at {cut} or above would need no review, of {table:,} in the table.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ab {cut} müsste nicht geprüft werden, von {table:,} in der Tabelle.</numerusform>
        <numerusform>{n:,} Datensätze ab {cut} müssten nicht geprüft werden, von {table:,} in der Tabelle.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{n:,} records copied.</source>
      <extracomment>Singular: {n:,} record copied.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz kopiert.</numerusform>
        <numerusform>{n:,} Datensätze kopiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} records decided</source>
      <extracomment>Singular: {n:,} record decided</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz entschieden</numerusform>
        <numerusform>{n:,} Datensätze entschieden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records exported to {name}.</source>
      <extracomment>Singular: {n:,} record exported to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz nach {name} exportiert.</numerusform>
        <numerusform>{n:,} Datensätze nach {name} exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} records flagged, {added:,} of them added to the table.</source>
      <extracomment>Singular: {n:,} record flagged, {added:,} of them added to the table.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz markiert, {added:,} davon neu in der Tabelle.</numerusform>
        <numerusform>{n:,} Datensätze markiert, {added:,} davon neu in der Tabelle.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records have texts that spreadsheet programs read as formulas. Export them with cells protected if you do not trust the texts.</source>
      <extracomment>Singular: {n:,} record has a text that spreadsheet programs read as a formula. Export it with cells protected if you do not trust the texts.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz hat einen Text, den Tabellenprogramme als Formel lesen. Exportieren Sie ihn mit geschützten Zellen, wenn Sie den Texten nicht trauen.</numerusform>
        <numerusform>{n:,} Datensätze haben Texte, die Tabellenprogramme als Formeln lesen. Exportieren Sie sie mit geschützten Zellen, wenn Sie den Texten nicht trauen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} records have the same tag, but other additional tags; yours are kept.</source>
      <extracomment>Singular: {n:,} record has the same tag, but other additional tags; yours are kept.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz hat dasselbe Schlagwort, aber andere weitere Schlagwörter; Ihre bleiben.</numerusform>
        <numerusform>{n:,} Datensätze haben dasselbe Schlagwort, aber andere weitere Schlagwörter; Ihre bleiben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>{n:,} records have this tag.</source>
      <extracomment>Singular: {n:,} record has this tag.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz hat dieses Schlagwort.</numerusform>
        <numerusform>{n:,} Datensätze haben dieses Schlagwort.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} records left to review, about {about} at the average pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {about} at the average pace.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz noch zu prüfen (etwa {about} bei durchschnittlichem Tempo).</numerusform>
        <numerusform>{n:,} Datensätze noch zu prüfen (etwa {about} bei durchschnittlichem Tempo).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} records left to review, about {about} at this pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {about} at this pace.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz noch zu prüfen (etwa {about} in diesem Tempo).</numerusform>
        <numerusform>{n:,} Datensätze noch zu prüfen (etwa {about} in diesem Tempo).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records must be reviewed before the export.</source>
      <extracomment>Singular: {n:,} record must be reviewed before the export.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz muss vor dem Export geprüft werden.</numerusform>
        <numerusform>{n:,} Datensätze müssen vor dem Export geprüft werden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records protected from being read as formulas.</source>
      <extracomment>Singular: {n:,} record protected from being read as a formula.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz vor Formeln geschützt.</numerusform>
        <numerusform>{n:,} Datensätze vor Formeln geschützt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} records selected</source>
      <extracomment>Singular: {n:,} record selected</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ausgewählt</numerusform>
        <numerusform>{n:,} Datensätze ausgewählt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} records to review</source>
      <extracomment>Singular: {n:,} record to review</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz zu prüfen</numerusform>
        <numerusform>{n:,} Datensätze zu prüfen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records were lost with a part of a damaged file and are not in it.</source>
      <extracomment>Singular: {n:,} record was lost with a part of a damaged file and is not in it.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ging mit einem Teil einer beschädigten Datei verloren und fehlt darin.</numerusform>
        <numerusform>{n:,} Datensätze gingen mit einem Teil einer beschädigten Datei verloren und fehlen darin.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} records with a keyword of this tag have another tag.</source>
      <extracomment>Singular: {n:,} record with a keyword of this tag has another tag.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit einem Schlüsselwort dieses Schlagworts hat ein anderes Schlagwort.</numerusform>
        <numerusform>{n:,} Datensätze mit einem Schlüsselwort dieses Schlagworts haben ein anderes Schlagwort.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{n:,} records with changed text will be marked for review.</source>
      <extracomment>Singular: {n:,} record with changed text will be marked for review.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit geändertem Text wird zur Prüfung vorgemerkt.</numerusform>
        <numerusform>{n:,} Datensätze mit geändertem Text werden zur Prüfung vorgemerkt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{n:,} records with the known tag {known} decided.</source>
      <extracomment>Singular: {n:,} record with the known tag {known} decided.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit dem vorgegebenen Schlagwort {known} entschieden.</numerusform>
        <numerusform>{n:,} Datensätze mit dem vorgegebenen Schlagwort {known} entschieden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>{n:,} records with this tag</source>
      <extracomment>Singular: {n:,} record with this tag</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit diesem Schlagwort</numerusform>
        <numerusform>{n:,} Datensätze mit diesem Schlagwort</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} records with this tag have a keyword against it.</source>
      <extracomment>Singular: {n:,} record with this tag has a keyword against it.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit diesem Schlagwort enthält ein Wort, das dagegen spricht.</numerusform>
        <numerusform>{n:,} Datensätze mit diesem Schlagwort enthalten ein Wort, das dagegen spricht.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>{n:,} records, {by}</source>
      <extracomment>Singular: {n:,} record, {by}</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz, {by}</numerusform>
        <numerusform>{n:,} Datensätze, {by}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records: {parts}.</source>
      <extracomment>Singular: {n:,} record: {parts}.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz: {parts}.</numerusform>
        <numerusform>{n:,} Datensätze: {parts}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} records: {words}</source>
      <extracomment>Singular: {n:,} record: {words}</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz: {words}</numerusform>
        <numerusform>{n:,} Datensätze: {words}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} records: {words}.</source>
      <extracomment>Singular: {n:,} record: {words}.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz: {words}.</numerusform>
        <numerusform>{n:,} Datensätze: {words}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} removed</source>
      <extracomment>Singular: {n:,} removed</extracomment>
      <translation>
        <numerusform>{n:,} entfallen</numerusform>
        <numerusform>{n:,} entfallen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{n:,} removed records will be hidden{kept}; nothing is deleted.</source>
      <extracomment>Singular: {n:,} removed record will be hidden{kept}; nothing is deleted.</extracomment>
      <translation>
        <numerusform>{n:,} entfallener Datensatz wird ausgeblendet{kept}; gelöscht wird nichts.</numerusform>
        <numerusform>{n:,} entfallene Datensätze werden ausgeblendet{kept}; gelöscht wird nichts.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>{n:,} rows</source>
      <extracomment>Singular: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} Zeile</numerusform>
        <numerusform>{n:,} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{n:,} rows of the bundled model {version} and {decisions}</source>
      <extracomment>Singular: {n:,} row of the bundled model {version} and {decisions}</extracomment>
      <translation>
        <numerusform>{n:,} Zeile des mitgelieferten Modells {version} und {decisions}</numerusform>
        <numerusform>{n:,} Zeilen des mitgelieferten Modells {version} und {decisions}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>{n:,} rows of {name} predicted as {answer}</source>
      <extracomment>Singular: {n:,} row of {name} predicted as {answer}</extracomment>
      <translation>
        <numerusform>{n:,} Zeile von {name} als {answer} vorhergesagt</numerusform>
        <numerusform>{n:,} Zeilen von {name} als {answer} vorhergesagt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>{n:,} rows of {name} predicted correctly</source>
      <extracomment>Singular: {n:,} row of {name} predicted correctly</extracomment>
      <translation>
        <numerusform>{n:,} Zeile von {name} richtig vorhergesagt</numerusform>
        <numerusform>{n:,} Zeilen von {name} richtig vorhergesagt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{n:,} rows that no model was trained on</source>
      <extracomment>Singular: {n:,} row that no model was trained on</extracomment>
      <translation>
        <numerusform>{n:,} Zeile, mit der kein Modell trainiert wurde</numerusform>
        <numerusform>{n:,} Zeilen, mit denen kein Modell trainiert wurde</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} selected records</source>
      <extracomment>Singular: {n:,} selected record</extracomment>
      <translation>
        <numerusform>{n:,} ausgewählter Datensatz</numerusform>
        <numerusform>{n:,} ausgewählte Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} shown records</source>
      <extracomment>Singular: {n:,} shown record</extracomment>
      <translation>
        <numerusform>{n:,} angezeigter Datensatz</numerusform>
        <numerusform>{n:,} angezeigte Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} skipped</source>
      <extracomment>Singular: {n:,} skipped</extracomment>
      <translation>
        <numerusform>{n:,} übersprungen</numerusform>
        <numerusform>{n:,} übersprungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tagged records are excluded because their texts, or near copies, are in the evaluation data.</source>
      <extracomment>Singular: {n:,} tagged record is excluded because its text, or a near copy, is in the evaluation data.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit Schlagwort ist ausgeschlossen, weil sein Text oder eine Beinahe-Dublette in den Bewertungsdaten steht.</numerusform>
        <numerusform>{n:,} Datensätze mit Schlagwort sind ausgeschlossen, weil ihre Texte oder Beinahe-Dubletten in den Bewertungsdaten stehen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tagged records belong to the audit set and are not used for training.</source>
      <extracomment>Singular: {n:,} tagged record belongs to the audit set and is not used for training.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit Schlagwort gehört zur Prüfstichprobe und wird nicht zum Training verwendet.</numerusform>
        <numerusform>{n:,} Datensätze mit Schlagwort gehören zur Prüfstichprobe und werden nicht zum Training verwendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tagged records nearly equal records of the audit set. Many of these make its figures too good.</source>
      <extracomment>Singular: {n:,} tagged record nearly equals a record of the audit set. Many of these make its figures too good.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit Schlagwort gleicht fast einem Datensatz der Prüfstichprobe. Bei vielen davon fallen deren Zahlen zu gut aus.</numerusform>
        <numerusform>{n:,} Datensätze mit Schlagwort gleichen fast Datensätzen der Prüfstichprobe. Bei vielen davon fallen deren Zahlen zu gut aus.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} tags added.</source>
      <extracomment>Singular: {n:,} tag added.</extracomment>
      <translation>
        <numerusform>{n:,} Schlagwort hinzugefügt.</numerusform>
        <numerusform>{n:,} Schlagwörter hinzugefügt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} tags from the table</source>
      <extracomment>Singular: {n:,} tag from the table</extracomment>
      <translation>
        <numerusform>{n:,} Schlagwort aus der Tabelle</numerusform>
        <numerusform>{n:,} Schlagwörter aus der Tabelle</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tags may be wrong. Check them before you train.</source>
      <extracomment>Singular: {n:,} tag may be wrong. Check it before you train.</extracomment>
      <translation>
        <numerusform>{n:,} Schlagwort könnte falsch sein. Prüfen Sie es vor dem Training.</numerusform>
        <numerusform>{n:,} Schlagwörter könnten falsch sein. Prüfen Sie sie vor dem Training.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>{n:,} tags of the column {name} are known on {records} records.</source>
      <extracomment>Singular: {n:,} tag of the column {name} is known on {records} records.</extracomment>
      <translation>
        <numerusform>{n:,} Schlagwort der Spalte {name} ist für {records} Datensätze bekannt.</numerusform>
        <numerusform>{n:,} Schlagwörter der Spalte {name} sind für {records} Datensätze bekannt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} tags: {names}.</source>
      <extracomment>Singular: {n:,} tag: {names}.</extracomment>
      <translation>
        <numerusform>{n:,} Schlagwort: {names}.</numerusform>
        <numerusform>{n:,} Schlagwörter: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>{n:,} tests</source>
      <extracomment>Singular: {n:,} test</extracomment>
      <translation>
        <numerusform>{n:,} Test</numerusform>
        <numerusform>{n:,} Tests</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} texts</source>
      <extracomment>Singular: {n:,} text</extracomment>
      <translation>
        <numerusform>{n:,} Text</numerusform>
        <numerusform>{n:,} Texte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} texts occur with different tags. Their records are not used for training.</source>
      <extracomment>Singular: {n:,} text occurs with different tags. Its records are not used for training.</extracomment>
      <translation>
        <numerusform>{n:,} Text kommt mit verschiedenen Schlagwörtern vor. Diese Datensätze werden nicht zum Training verwendet.</numerusform>
        <numerusform>{n:,} Texte kommen mit verschiedenen Schlagwörtern vor. Diese Datensätze werden nicht zum Training verwendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>{n:,} that were undone are not listed.</source>
      <extracomment>Singular: {n:,} that was undone is not listed.</extracomment>
      <translation>
        <numerusform>{n:,} rückgängig gemachte ist nicht aufgeführt.</numerusform>
        <numerusform>{n:,} rückgängig gemachte sind nicht aufgeführt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} unchanged</source>
      <extracomment>Singular: {n:,} unchanged</extracomment>
      <translation>
        <numerusform>{n:,} unverändert</numerusform>
        <numerusform>{n:,} unverändert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} undecided records have predictions of an earlier model or an earlier text.</source>
      <extracomment>Singular: {n:,} undecided record has a prediction of an earlier model or an earlier text.</extracomment>
      <translation>
        <numerusform>{n:,} unentschiedener Datensatz hat eine Vorhersage eines früheren Modells oder zu einem früheren Text.</numerusform>
        <numerusform>{n:,} unentschiedene Datensätze haben Vorhersagen eines früheren Modells oder zu einem früheren Text.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} unreadable lines could not be written in this format.</source>
      <extracomment>Singular: {n:,} unreadable line could not be written in this format.</extracomment>
      <translation>
        <numerusform>{n:,} nicht lesbare Zeile ließ sich in diesem Format nicht schreiben.</numerusform>
        <numerusform>{n:,} nicht lesbare Zeilen ließen sich in diesem Format nicht schreiben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} with changed cells</source>
      <extracomment>Singular: {n:,} with changed cells</extracomment>
      <translation>
        <numerusform>{n:,} mit geänderten Zellen</numerusform>
        <numerusform>{n:,} mit geänderten Zellen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} with changed text</source>
      <extracomment>Singular: {n:,} with changed text</extracomment>
      <translation>
        <numerusform>{n:,} mit geändertem Text</numerusform>
        <numerusform>{n:,} mit geändertem Text</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} without a tag</source>
      <extracomment>Singular: {n:,} without a tag</extracomment>
      <translation>
        <numerusform>{n:,} ohne Schlagwort</numerusform>
        <numerusform>{n:,} ohne Schlagwort</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>{named} and {n:,} more</source>
      <extracomment>Singular: {named} and {n:,} more</extracomment>
      <translation>
        <numerusform>{named} und {n:,} weiteres</numerusform>
        <numerusform>{named} und {n:,} weitere</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>{named}; and {n:,} more metrics</source>
      <extracomment>Singular: {named}; and {n:,} more metric</extracomment>
      <translation>
        <numerusform>{named}; und {n:,} weitere Kennzahl</numerusform>
        <numerusform>{named}; und {n:,} weitere Kennzahlen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>{name} (key {key})</source>
      <translation>{name} (Taste {key})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>{name} ({n})</source>
      <translation>{name} ({n})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{name} and {other} are nearly the same. If they are one tag, merge them.</source>
      <translation>{name} und {other} sind fast gleich. Falls beide dasselbe meinen, zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{name} has changed since the last import: {changes}.</source>
      <translation>{name} hat sich seit dem letzten Import geändert: {changes}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is intact (checksum matches). You can install it.</source>
      <translation>{name} ist unversehrt (Prüfsumme stimmt). Die Datei kann installiert werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is not listed in the update file. Choose the installer of this version.</source>
      <translation>{name} ist nicht in der Aktualisierungsdatei aufgeführt. Die Installationsdatei dieser Version wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is not the file that the developers of MLTag Desktop signed. Do not install anything from it. Download it and {signature} again.</source>
      <translation>{name} ist nicht die Datei, die die Entwickler von MLTag Desktop signiert haben. Nichts daraus installieren. Die Datei und {signature} erneut herunterladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is signed by the developers of MLTag Desktop.</source>
      <translation>{name} ist von den Entwicklern von MLTag Desktop signiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is signed with a key that this version does not know. Do not install anything from it, unless the developers of MLTag Desktop have announced a new key.</source>
      <translation>{name} ist mit einem Schlüssel signiert, den diese Version nicht kennt. Nichts daraus installieren, außer die Entwickler von MLTag Desktop haben einen neuen Schlüssel angekündigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{name} pass {passed:,}</source>
      <translation>{name} bestehen {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{name} passes {passed:,}</source>
      <translation>{name} besteht {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{name} was removed.</source>
      <translation>{name} wurde entfernt.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{name} was removed. {n:,} records predicted with it are to review.</source>
      <extracomment>Singular: {name} was removed. {n:,} record predicted with it is to review.</extracomment>
      <translation>
        <numerusform>{name} wurde entfernt. {n:,} damit vorhergesagter Datensatz ist zu prüfen.</numerusform>
        <numerusform>{name} wurde entfernt. {n:,} damit vorhergesagte Datensätze sind zu prüfen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>{name}, similarity {confidence}: {text}</source>
      <translation>{name}, Ähnlichkeit {confidence}: {text}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>{name}, {n:,} records</source>
      <extracomment>Singular: {name}, {n:,} record</extracomment>
      <translation>
        <numerusform>{name}, {n:,} Datensatz</numerusform>
        <numerusform>{name}, {n:,} Datensätze</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>{name}: click to set the tag, Shift+click to add or remove it as an additional tag{guideline}</source>
      <translation>{name}: Klick setzt das Schlagwort, Umschalt+Klick fügt es als weiteres hinzu oder entfernt es{guideline}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{name}: {parts}, {n:,} unchanged</source>
      <extracomment>Singular: {name}: {parts}, {n:,} unchanged</extracomment>
      <translation>
        <numerusform>{name}: {parts}, {n:,} unverändert</numerusform>
        <numerusform>{name}: {parts}, {n:,} unverändert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>{n} matches in the guide</source>
      <extracomment>Singular: {n} match in the guide</extracomment>
      <translation>
        <numerusform>{n} Treffer in der Anleitung</numerusform>
        <numerusform>{n} Treffer in der Anleitung</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>{n} more</source>
      <extracomment>Singular: {n} more</extracomment>
      <translation>
        <numerusform>{n} weiterer</numerusform>
        <numerusform>{n} weitere</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>{n} without a known word</source>
      <translation>{n} ohne bekanntes Wort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{once} The model and its report will be deleted. This cannot be undone.</source>
      <translation>{once} Das Modell und sein Bericht werden gelöscht. Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{others}The candidate is evaluated on {evaluated}. Nothing changes until you promote it.</source>
      <translation>{others}Grundlage für die Bewertung des Kandidaten: {evaluated}. Nichts ändert sich, bevor er aktiviert wird.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>{parent} is read-only; the workspace is saved in {place}.</source>
      <translation>{parent} ist schreibgeschützt; der Arbeitsbereich ist in {place} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{predicted} · text in {language}</source>
      <translation>{predicted} · Sprache: {language}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{reason} The checks do not count any more. Cancel the certification and start again.</source>
      <translation>{reason} Die Kontrollen zählen nicht mehr. Die Zertifizierung abbrechen und neu beginnen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{records:,} records proven; about {n:,} more checks may prove {more:,}</source>
      <extracomment>Singular: {records:,} records proven; about {n:,} more check may prove {more:,}</extracomment>
      <translation>
        <numerusform>{records:,} Datensätze bewiesen; etwa {n:,} weitere Kontrolle kann {more:,} beweisen</numerusform>
        <numerusform>{records:,} Datensätze bewiesen; etwa {n:,} weitere Kontrollen können {more:,} beweisen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>{records:,} to review, about {about}</source>
      <translation>{records:,} zu prüfen, etwa {about}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>{records} decided at that time, {decided_now:,} now; {different} changed since.</source>
      <translation>{records} damals entschieden, {decided_now:,} jetzt; {different} seither geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>{records}, {columns}; text columns: {names}{left}</source>
      <translation>{records}, {columns}; Textspalten: {names}{left}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{share:.0%} of the tagged records are {tag}. Tag more records with other tags.</source>
      <translation>{share:.0%} der Datensätze mit Schlagwort sind {tag}. Verschlagworten Sie mehr Datensätze mit anderen Schlagwörtern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>{shown} of {count} tags</source>
      <translation>{shown} von {count} Schlagwörtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{signature} is not a signature. Download it again.</source>
      <translation>{signature} ist keine Signatur. Die Datei erneut herunterladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>{size:,.1f} MB</source>
      <translation>{size:,.1f} MB</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>{size:.1f} MB</source>
      <translation>{size:.1f} MB</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{some:,} of {total:,} records were checked (random sample). Duplicates, empty texts and known tags were checked in all records.</source>
      <translation>{some:,} von {total:,} Datensätzen wurden geprüft (Zufallsstichprobe). Dubletten, leere Texte und vorgegebene Schlagwörter wurden in allen Datensätzen geprüft.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{some:,} of {total:,} tagged records were searched for wrong tags (random sample).</source>
      <translation>{some:,} von {total:,} Datensätzen mit Schlagwort wurden nach falschen Schlagwörtern durchsucht (Zufallsstichprobe).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>{step} of {count}</source>
      <translation>{step} von {count}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{tag} is already the main tag. Choose a different additional tag.</source>
      <translation>{tag} ist bereits das Hauptschlagwort. Ein anderes weiteres Schlagwort wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>{tag} is not in the tag set.</source>
      <translation>{tag} gehört nicht zu den Schlagwörtern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{tag}, flagged</source>
      <translation>{tag}, markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{tag}, looks like {likelier} ({confidence:.0%})</source>
      <translation>{tag}, sieht nach {likelier} aus ({confidence:.0%})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{tag}, tagged {answer} by {model}</source>
      <translation>{tag}, von {model} als {answer} verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{tag}, {value}</source>
      <translation>{tag}, {value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{tag}: general threshold</source>
      <translation>{tag}: allgemeine Schwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{tag}: {inside:.0%} with {column} {value}, {outside:.0%} otherwise</source>
      <translation>{tag}: {inside:.0%} bei {column} {value}, sonst {outside:.0%}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{tag}: {n:,} records, {missing} more needed for training.</source>
      <extracomment>Singular: {tag}: {n:,} record, {missing} more needed for training.</extracomment>
      <translation>
        <numerusform>{tag}: {n:,} Datensatz, für das Training fehlen noch {missing}.</numerusform>
        <numerusform>{tag}: {n:,} Datensätze, für das Training fehlen noch {missing}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{tag}: {n:,} records. Training also tries to learn the tag from its name.</source>
      <extracomment>Singular: {tag}: {n:,} record. Training also tries to learn the tag from its name.</extracomment>
      <translation>
        <numerusform>{tag}: {n:,} Datensatz. Das Training versucht, das Schlagwort auch aus seinem Namen zu lernen.</numerusform>
        <numerusform>{tag}: {n:,} Datensätze. Das Training versucht, das Schlagwort auch aus seinem Namen zu lernen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{tag}; record {record:,} is {other}</source>
      <translation>{tag}; Datensatz {record:,} ist {other}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>{text}
Show this record</source>
      <translation>{text}
Diesen Datensatz anzeigen</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>{total:,} of {n:,} predictions change.</source>
      <extracomment>Singular: {total:,} of {n:,} prediction changes.</extracomment>
      <translation>
        <numerusform>{total:,} von {n:,} Vorhersage ändert sich.</numerusform>
        <numerusform>{total:,} von {n:,} Vorhersagen ändern sich.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{train} ({count} new)</source>
      <translation>{train} ({count} neu)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>{true} tagged as {predicted} costs {cost}</source>
      <translation>{true} als {predicted} kostet {cost}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>{verb} step {target:,}</source>
      <translation>{verb}: Schritt {target:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>{verb}: {step}</source>
      <translation>{verb}: {step}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>{version} (unsigned development build)</source>
      <translation>{version} (nicht signierter Entwicklungsstand)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{what}:</source>
      <translation>{what}:</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{whose}: {decisions}, {n:,} identical, {conflicts}</source>
      <extracomment>Singular: {whose}: {decisions}, {n:,} identical, {conflicts}</extracomment>
      <translation>
        <numerusform>{whose}: {decisions}, {n:,} gleich, {conflicts}</numerusform>
        <numerusform>{whose}: {decisions}, {n:,} gleich, {conflicts}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{who}: {tag}, {when}.</source>
      <translation>{who}: {tag}, {when}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>{words} File: {name}.</source>
      <translation>{words} Datei: {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{words}. A tag set has at most {most} tags. Choose another column.</source>
      <translation>{words}. Mehr als {most} Schlagwörter sind nicht möglich. Eine andere Spalte wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{words}. Are these tags?</source>
      <translation>{words}. Sind das Schlagwörter?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{words}. These are too long to be tags. Choose another column.</source>
      <translation>{words}. Diese Werte sind zu lang für Schlagwörter. Eine andere Spalte wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>{words}; true tag: {truth}</source>
      <translation>{words}; wahres Schlagwort: {truth}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>“Asked” counts all other decisions: questions, on which the model was unsure, checks of a certification, on which it was sure, and records that you chose. “Random check” is the audit set; only it represents the whole table.</source>
      <translation>„Gefragt“ zählt alle anderen Entscheidungen: Fragen, bei denen das Modell unsicher war, Prüfungen einer Zertifizierung, bei denen es sicher war, und selbst gewählte Datensätze. „Zufallskontrolle“ ist die Prüfstichprobe; nur sie steht für die ganze Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>“Find records…” looks for decided records that belong to {name}.</source>
      <translation>„Datensätze suchen…“ sucht entschiedene Datensätze, die zu {name} gehören.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>“Random check” counts texts that the service drew at random among all its answers. “Asked” counts texts that were sent for another reason, such as low confidence; it says nothing about the others.</source>
      <translation>„Zufallskontrolle“ zählt Texte, die der Dienst zufällig aus allen seinen Antworten gezogen hat. „Gefragt“ zählt Texte, die aus einem anderen Grund gesendet wurden, etwa wegen niedriger Konfidenz; das sagt nichts über die übrigen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>“{name}” is in the library.</source>
      <translation>„{name}“ ist in der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>“{name}” was deleted.</source>
      <translation>„{name}“ wurde gelöscht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>“{note}”</source>
      <translation>„{note}“</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/text_view.py" />
      <source>… and {n:,} more characters</source>
      <extracomment>Singular: … and {n:,} more character</extracomment>
      <translation>
        <numerusform>… und {n:,} weiteres Zeichen</numerusform>
        <numerusform>… und {n:,} weitere Zeichen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>− removed</source>
      <translation>− entfallen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>≠ changed</source>
      <translation>≠ geändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>✓ Active</source>
      <translation>✓ Aktiv</translation>
    </message>
  </context>
  <context>
    <name>MLTag core</name>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source> and {count:,} more</source>
      <translation> und {count:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source> and {more:,} more</source>
      <translation> und {more:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>, perhaps by chance</source>
      <translation>, vielleicht zufällig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>/{source}/ is not a valid regular expression.</source>
      <translation>/{source}/ ist kein gültiger regulärer Ausdruck.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>95% intervals: Wilson for accuracy, recall and the metrics per tag; bootstrap (1,000 draws) for weighted precision, weighted F1 and macro F1.</source>
      <translation>95-%-Intervalle: Wilson für Genauigkeit, Recall und die Kennzahlen je Schlagwort; Bootstrap (1.000 Ziehungen) für gewichtete Präzision, gewichtetes F1 und Makro-F1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>; </source>
      <translation>; </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>A behaviour test has no text.</source>
      <translation>Ein Verhaltenstest hat keinen Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>A cell of a sheet can hold at most {max_length:,} characters; one cell has {count:,}.</source>
      <translation>Eine Zelle eines Blatts kann höchstens {max_length:,} Zeichen enthalten; eine Zelle hat {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>A certification is running already.</source>
      <translation>Es läuft bereits eine Zertifizierung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>A certification takes 1 to {most:,} checks.</source>
      <translation>Eine Zertifizierung braucht 1 bis {most:,} Kontrollen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>A check has been taken back.</source>
      <translation>Eine Kontrolle wurde zurückgenommen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A closing bracket is missing.</source>
      <translation>Eine schließende Klammer fehlt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A condition is missing before or after OR.</source>
      <translation>Vor oder nach OR fehlt eine Bedingung.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>A model can be evaluated once two tags have two decisions each.</source>
      <translation>Ein Modell kann bewertet werden, sobald zwei Schlagwörter je zwei Entscheidungen haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>A model can be evaluated once two tags have two records each.</source>
      <translation>Ein Modell kann bewertet werden, sobald zwei Schlagwörter je zwei Datensätze haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>A model cannot be compared with itself.</source>
      <translation>Ein Modell lässt sich nicht mit sich selbst vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>A model of the recipe {name} contains code that runs, so it stays in its workspace.</source>
      <translation>Ein Modell des Rezepts {name} enthält ausführbaren Code, daher bleibt es in seinem Arbeitsbereich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>A model of the tagged records alone predicts more of them correctly, but the difference may be due to chance.</source>
      <translation>Ein Modell aus den Datensätzen mit Schlagwort allein sagt mehr von ihnen richtig voraus, aber der Unterschied kann Zufall sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>A model was trained on all {total:,} rows or near-copies of them, so these figures do not show how good it is on new texts.</source>
      <translation>Ein Modell wurde mit allen {total:,} Zeilen oder Beinahe-Kopien davon trainiert. Diese Werte zeigen daher nicht, wie gut es bei neuen Texten ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>A model was trained on {count:,} of {total:,} rows or near-copies of them, so the figures on all rows are too good. Look at the rows never trained on.</source>
      <translation>Ein Modell wurde mit {count:,} von {total:,} Zeilen oder Beinahe-Kopien davon trainiert. Die Werte für alle Zeilen sind daher zu gut. Maßgeblich sind die Zeilen, mit denen nie trainiert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>A name has at most {most} characters.</source>
      <translation>Ein Name hat höchstens {most} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>A prediction needs at least two tags.</source>
      <translation>Eine Vorhersage braucht mindestens zwei Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A quotation mark is missing.</source>
      <translation>Es fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>A quoted cell starts in this line and is not closed.</source>
      <translation>Eine Zelle in Anführungszeichen beginnt in dieser Zeile und endet nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>A record that was drawn at random to measure accuracy shows its prediction only after your decision, so that it does not influence you.</source>
      <translation>Ein Datensatz, der zufällig gezogen wurde, um die Genauigkeit zu messen, zeigt seine Vorhersage erst nach Ihrer Entscheidung, damit sie Sie nicht beeinflusst.</translation>
    </message>
    <message>
      <location filename="../../resources/report/summary.html.j2" />
      <source>A reliable model is right about as often as its confidence says.</source>
      <translation>Ein verlässliches Modell hat etwa so oft recht, wie seine Konfidenz angibt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>A sheet can have at most {max_columns:,} columns; the table would have {columns:,}.</source>
      <translation>Ein Blatt kann höchstens {max_columns:,} Spalten haben; die Tabelle hätte {columns:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>A sheet can have at most {max_rows:,} rows.</source>
      <translation>Ein Blatt kann höchstens {max_rows:,} Zeilen haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A tag is missing after “{key}:”.</source>
      <translation>Nach „{key}:“ fehlt ein Schlagwort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>A tag set has at most {most:,} tags. Choose another column.</source>
      <translation>Es sind höchstens {most:,} Schlagwörter möglich. Wählen Sie eine andere Spalte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>A tag set has at most {most:,} tags; check that these are tags.</source>
      <translation>Eine Schlagwortliste hat höchstens {most:,} Schlagwörter; prüfen Sie, ob das Schlagwörter sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A text is missing after “~”.</source>
      <translation>Nach „~“ fehlt ein Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A value is missing after “{key}:”.</source>
      <translation>Nach „{key}:“ fehlt ein Wert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A word is missing after “is:”.</source>
      <translation>Nach „is:“ fehlt ein Wort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A word is missing after “note:”.</source>
      <translation>Nach „note:“ fehlt ein Wort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>A worker process could not be started: {reason}.</source>
      <translation>Ein Arbeitsprozess konnte nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>A worker process ended unexpectedly (exit code {code}).</source>
      <translation>Ein Arbeitsprozess wurde unerwartet beendet (Exit-Code {code}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>A workspace can have at most {most:,} behaviour tests.</source>
      <translation>Ein Arbeitsbereich kann höchstens {most:,} Verhaltenstests haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>A workspace can have at most {most} slices.</source>
      <translation>Ein Arbeitsbereich kann höchstens {most} Teilmengen haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>Accept or correct a few records first.</source>
      <translation>Zuerst einige Datensätze bestätigen oder korrigieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>Accept or correct a few records, then train.</source>
      <translation>Einige Datensätze bestätigen oder korrigieren, dann trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>Accept or correct other records, then train.</source>
      <translation>Bestätigen oder korrigieren Sie andere Datensätze und trainieren Sie dann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>Accept the predicted tags ({count:,} records)</source>
      <translation>Die vorhergesagten Schlagwörter bestätigen ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Accepted the predicted tags ({count:,} records)</source>
      <translation>Vorhergesagte Schlagwörter bestätigt ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is used.</source>
      <translation>Genauigkeit nach Merkmalen: {table}. Von den Kandidaten innerhalb eines Standardfehlers des besten wird der schnellste verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is used; with few rows for each tag, the one with all features, or the best if it is not among them.</source>
      <translation>Genauigkeit nach Merkmalen: {table}. Von den Kandidaten innerhalb eines Standardfehlers des besten wird der schnellste verwendet, bei wenigen Zeilen je Schlagwort der mit allen Merkmalen, oder der beste, wenn dieser nicht darunter ist.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is used; with few rows for each tag, the one with all features.</source>
      <translation>Genauigkeit nach Merkmalen: {table}. Von den Kandidaten innerhalb eines Standardfehlers des besten wird der schnellste verwendet, bei wenigen Zeilen je Schlagwort der mit allen Merkmalen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Active</source>
      <translation>Aktiv</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_candidates.py" />
      <source>Add another tag first.</source>
      <translation>Zuerst ein weiteres Schlagwort anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Add rows of the same tags, or choose another column of tags.</source>
      <translation>Zeilen mit denselben Schlagwörtern ergänzen oder eine andere Spalte mit Schlagwörtern wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>Add tags to the list.</source>
      <translation>Ergänzen Sie Schlagwörter in der Liste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Add texts</source>
      <translation>Texte hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Add the tag first.</source>
      <translation>Das Schlagwort zuerst hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Add the tag {added}</source>
      <translation>Schlagwort {added} hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Advance after a decision</source>
      <translation>Nach einer Entscheidung weitergehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>All 6 labelled texts about recommendation are natural-language-processing.</source>
      <translation>Alle 6 Texte über Empfehlungen in den Trainingsdaten haben das Schlagwort natural-language-processing.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>All records are decided.</source>
      <translation>Alle Datensätze sind entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>All rows</source>
      <translation>Alle Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training_checks.py" />
      <source>All tagged records contradict each other: equal texts have different tags.</source>
      <translation>Alle Datensätze mit Schlagwort widersprechen sich: Gleiche Texte haben verschiedene Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>All tags</source>
      <translation>Alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>All tags of each record</source>
      <translation>Alle Schlagwörter jedes Datensatzes</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>All {n:,} tagged records are holdout rows, or near copies of them, so they are excluded from training: models are not evaluated on rows that they were trained on.</source>
      <extracomment>Singular: {n:,} tagged record is a holdout row, or a near copy of one, so it is excluded from training: models are not evaluated on rows that they were trained on.</extracomment>
      <translation>
        <numerusform>{n:,} verschlagworteter Datensatz ist eine Holdout-Zeile oder einer fast gleich und wird darum nicht zum Training verwendet: Modelle werden nicht an Zeilen gemessen, mit denen sie trainiert wurden.</numerusform>
        <numerusform>Alle {n:,} verschlagworteten Datensätze sind Holdout-Zeilen oder solchen fast gleich und werden darum nicht zum Training verwendet: Modelle werden nicht an Zeilen gemessen, mit denen sie trainiert wurden.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>All {rows:,} answers: {precision:.0%} correct.</source>
      <translation>Alle {rows:,} Antworten: {precision:.0%} richtig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Allow more checks or a larger error, or review all records.</source>
      <translation>Mehr Kontrollen oder einen größeren Fehler zulassen, oder alle Datensätze prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Allow one tag per record</source>
      <translation>Ein Schlagwort je Datensatz zulassen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Allow several in Tag set…, or with mltag tags WORKSPACE --several.</source>
      <translation>Mehrere in „Schlagwörter bearbeiten…“ zulassen oder mit mltag tags ARBEITSBEREICH --several.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Allow several tags per record</source>
      <translation>Mehrere Schlagwörter je Datensatz zulassen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Also tag as {tag}</source>
      <translation>Auch als {tag} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Also tagged as {tag}</source>
      <translation>Auch als {tag} verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Appearance</source>
      <translation>Darstellung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Ask for a file exported by MLTag Desktop.</source>
      <translation>Um eine von MLTag Desktop exportierte Datei bitten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Ask its owner for access, or choose another file.</source>
      <translation>Den Besitzer um Zugriff bitten oder eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>At a confidence of {threshold:.2f} or above, {right_b:,} of {rows_b:,} answers of {new} are right, and {right_a:,} of {rows_a:,} of {old}.</source>
      <translation>Ab einer Konfidenz von {threshold:.2f} sind richtig: {right_b:,} von {rows_b:,} Antworten ({new}) und {right_a:,} von {rows_a:,} ({old}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>At least {fewest} are needed.</source>
      <translation>Mindestens {fewest} sind nötig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/answer_gain.py" />
      <source>At least {least} decisions with two tags are needed.</source>
      <translation>Mindestens {least} Entscheidungen mit zwei Schlagwörtern sind nötig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>At the review threshold of {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}.</source>
      <translation>Bei der Prüfschwelle von {threshold:.2f}: Präzision {precision:.3f}, Recall {recall:.3f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>At {threshold:.2f} or above {new} is right less often than {old}: {figures}.</source>
      <translation>Ab {threshold:.2f} liegt {new} seltener richtig als {old}: {figures}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>At {threshold:.2f} or above: {precision:.0%} correct, {part:.0%} of all answers.</source>
      <translation>Ab {threshold:.2f}: {precision:.0%} richtig, {part:.0%} aller Antworten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Automatic order</source>
      <translation>Automatische Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_meaning.py" />
      <source>Available tags: {some}.</source>
      <translation>Verfügbare Schlagwörter: {some}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Backups per workspace</source>
      <translation>Sicherungen je Arbeitsbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Before promotion</source>
      <translation>Vor dem Aktivieren</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Behaviour tests</source>
      <translation>Verhaltenstests</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>Both labelled texts about music are natural-language-processing.</source>
      <translation>Beide Texte über Musik in den Trainingsdaten haben das Schlagwort natural-language-processing.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Bundled</source>
      <translation>Mitgeliefert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Calibration error</source>
      <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Cancel the certification</source>
      <translation>Zertifizierung abbrechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Cancel the certification and start again.</source>
      <translation>Die Zertifizierung abbrechen und neu beginnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Candidate</source>
      <translation>Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Certify at most {allowed:.0%} wrong above {cut}</source>
      <translation>Höchstens {allowed:.0%} falsch ab {cut} zertifizieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Change the columns</source>
      <translation>Spalten ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Change the review thresholds</source>
      <translation>Prüfschwellen ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Change the tags</source>
      <translation>Schlagwörter ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Changes in {log} were not used.</source>
      <translation>Änderungen in {log} wurden nicht verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Check its name and permissions.</source>
      <translation>Prüfen Sie Namen und Zugriffsrechte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Check its name.</source>
      <translation>Den Namen prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Check its permissions, or set {variable} to another folder.</source>
      <translation>Prüfen Sie die Zugriffsrechte, oder setzen Sie {variable} auf einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Check its permissions.</source>
      <translation>Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Check that the file and its folder exist and are writable.</source>
      <translation>Prüfen, ob Datei und Ordner vorhanden und beschreibbar sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Check the disk, then try again.</source>
      <translation>Den Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Check the list again.</source>
      <translation>Die Liste erneut prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Check the name and try again.</source>
      <translation>Den Namen prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Check the name, or choose another file.</source>
      <translation>Den Namen prüfen oder eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Check the name, or open the table to create a new workspace.</source>
      <translation>Den Namen prüfen oder die Tabelle öffnen, um einen neuen Arbeitsbereich anzulegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>Check the permissions of the folder.</source>
      <translation>Die Berechtigungen des Ordners prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/decision_log.py" />
      <source>Check who owns the file and try again.</source>
      <translation>Prüfen, wem die Datei gehört, und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Check who owns the file.</source>
      <translation>Prüfen, wem die Datei gehört.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Check {n:,} more records.</source>
      <extracomment>Singular: Check {n:,} more record.</extracomment>
      <translation>
        <numerusform>Noch {n:,} Datensatz prüfen.</numerusform>
        <numerusform>Noch {n:,} Datensätze prüfen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_checks.py" />
      <source>Checking the records</source>
      <translation>Die Datensätze werden geprüft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Choose 1%, 3%, 5% or 10%.</source>
      <translation>1 %, 3 %, 5 % oder 10 % wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Choose a .mltag file, or open a table (CSV) to create a workspace.</source>
      <translation>Eine .mltag-Datei wählen oder eine Tabelle (CSV) öffnen, um einen Arbeitsbereich anzulegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Choose a .mltag file.</source>
      <translation>Eine .mltag-Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Choose a delimiter of one character.</source>
      <translation>Wählen Sie ein Trennzeichen aus einem einzigen Zeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/decision_log.py" />
      <source>Choose a file NAME.mltag-decisions, or move this one away.</source>
      <translation>Wählen Sie eine Datei NAME.mltag-decisions, oder verschieben Sie diese.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Choose a file that MLTag Desktop wrote.</source>
      <translation>Eine Datei wählen, die MLTag Desktop geschrieben hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Choose a file that was exported as a guideline.</source>
      <translation>Eine Datei wählen, die als Richtlinie exportiert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>Choose a file with a column title, description or text, or choose a column.</source>
      <translation>Eine Datei mit einer Spalte title, description oder text oder eine Spalte wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Choose a file with a header line and at least one record.</source>
      <translation>Eine Datei mit Kopfzeile und mindestens einem Datensatz wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Choose a file with at least one record.</source>
      <translation>Eine Datei mit mindestens einem Datensatz wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose a file.</source>
      <translation>Eine Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose a folder that contains a manifest.json.</source>
      <translation>Einen Ordner wählen, der eine manifest.json enthält.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Choose a folder written by mltag train.</source>
      <translation>Wählen Sie einen Ordner, den mltag train geschrieben hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose a model folder.</source>
      <translation>Einen Modellordner wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Choose a model from the list.</source>
      <translation>Ein Modell aus der Liste wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose a name without {signs}, without a dot or blank at the end, and other than CON, NUL, PRN, AUX, COM1 and LPT1.</source>
      <translation>Wählen Sie einen Namen ohne {signs}, ohne Punkt oder Leerzeichen am Ende und anders als CON, NUL, PRN, AUX, COM1 und LPT1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Choose a record from 1 to {count}.</source>
      <translation>Einen Datensatz von 1 bis {count} wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose a single character, such as ", or none.</source>
      <translation>Ein einzelnes Zeichen wählen, etwa ", oder keines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose a single character, such as , or ;</source>
      <translation>Ein einzelnes Zeichen wählen, etwa , oder ;</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose a single character, such as \, or none.</source>
      <translation>Ein einzelnes Zeichen wählen, etwa \, oder keines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Choose a step from 0 to {last}.</source>
      <translation>Einen Schritt von 0 bis {last} wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Choose a writable folder with free space.</source>
      <translation>Einen beschreibbaren Ordner mit freiem Platz wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Choose a {suffix} file.</source>
      <translation>Wählen Sie eine {suffix}-Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Choose another delimiter, or remove line breaks.</source>
      <translation>Ein anderes Trennzeichen wählen oder Zeilenumbrüche entfernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another file; this one is too large for its purpose.</source>
      <translation>Eine andere Datei wählen; diese ist zu groß für ihren Zweck.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>Choose another folder in the settings.</source>
      <translation>In den Einstellungen einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>Choose another folder, or free some space.</source>
      <translation>Einen anderen Ordner wählen oder Platz schaffen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another folder.</source>
      <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another model, or get a new copy of this one.</source>
      <translation>Ein anderes Modell wählen oder dieses neu beschaffen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Choose another model, or train this one again.</source>
      <translation>Ein anderes Modell wählen oder dieses erneut trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Choose another model.</source>
      <translation>Ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another name for the model.</source>
      <translation>Einen anderen Namen für das Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another name, or allow overwriting.</source>
      <translation>Einen anderen Namen wählen oder das Überschreiben erlauben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Choose another name, or rename or delete that model first.</source>
      <translation>Wählen Sie einen anderen Namen, oder benennen oder löschen Sie zuerst jenes Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another name.</source>
      <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Choose another name; the source file is never overwritten.</source>
      <translation>Einen anderen Namen wählen; die Quelldatei wird nie überschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Choose another number of checks.</source>
      <translation>Eine andere Anzahl von Kontrollen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>Choose another recipe, or ask the authors of the package {package}. No decision is lost.</source>
      <translation>Ein anderes Rezept wählen oder die Autoren des Pakets {package} fragen. Keine Entscheidung geht verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Choose another review threshold.</source>
      <translation>Eine andere Prüfschwelle wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Choose at least one text column.</source>
      <translation>Mindestens eine Textspalte wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>Choose columns of the table.</source>
      <translation>Spalten der Tabelle wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Choose existing columns.</source>
      <translation>Vorhandene Spalten wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>Choose from {names}.</source>
      <translation>Möglich sind {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>Choose one of its tags.</source>
      <translation>Wählen Sie eines seiner Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one of the available options.</source>
      <translation>Eine der verfügbaren Optionen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Choose one of the table's columns.</source>
      <translation>Eine Spalte der Tabelle wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>Choose one of these as the text column: {columns}.</source>
      <translation>Wählen Sie eine davon als Textspalte: {columns}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Choose one of these: {sheet_names}.</source>
      <translation>Eines von diesen wählen: {sheet_names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Choose one of {known}.</source>
      <translation>Eines davon wählen: {known}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_strategies.py" />
      <source>Choose one of: {orders}.</source>
      <translation>Eine Strategie wählen: {orders}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Choose table, corrections or original.</source>
      <translation>Tabelle, Korrekturen oder Original wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>Choose the downloaded installer.</source>
      <translation>Die heruntergeladene Installationsdatei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>Choose the file release.json or SHA256SUMS of an MLTag Desktop release.</source>
      <translation>Die Datei release.json oder SHA256SUMS einer Version von MLTag Desktop wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Choose the same or a stricter policy, or change it where it was set.</source>
      <translation>Dieselbe oder eine strengere Regel wählen, oder die Regel dort ändern, wo sie gesetzt wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Choose two tags of the tag set.</source>
      <translation>Zwei vorhandene Schlagwörter wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Clear</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Clear decision</source>
      <translation>Entscheidung löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Cleared decision</source>
      <translation>Entscheidung gelöscht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Close it there, or choose another file.</source>
      <translation>Schließen Sie sie dort, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>Close it there, or choose another name.</source>
      <translation>Dort schließen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Close it there, then try again.</source>
      <translation>Dort schließen, dann erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Close it: what was not in the file yet is kept beside it.</source>
      <translation>Bitte schließen: Was noch nicht in der Datei war, bleibt daneben erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/errors.py" />
      <source>Close other programs and try again.</source>
      <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Close programs that use it, or choose another folder.</source>
      <translation>Schließen Sie Programme, die ihn verwenden, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Compare confidence with a number.</source>
      <translation>Konfidenz mit einer Zahl vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Compare the probability of a tag with a number between 0 and 1, or 0% and 100%.</source>
      <translation>Die Wahrscheinlichkeit eines Schlagworts mit einer Zahl zwischen 0 und 1 oder 0 % und 100 % vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Compare them again.</source>
      <translation>Noch einmal vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Comparing the decisions</source>
      <translation>Die Entscheidungen werden verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>Comparing with the imported records</source>
      <translation>Vergleich mit den importierten Datensätzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Confidence above</source>
      <translation>Konfidenz über</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Confidence before</source>
      <translation>Konfidenz vorher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Confidence must be between 0 and 1, or 0% and 100%.</source>
      <translation>Die Konfidenz muss zwischen 0 und 1 oder zwischen 0 % und 100 % liegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Confidence must be between 0 and 1.</source>
      <translation>Die Konfidenz muss zwischen 0 und 1 liegen.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confidence of {new} against {old}, paired bootstrap: {verdict}.</source>
      <translation>Konfidenz, „{new}“ im Vergleich mit „{old}“ (gepaarter Bootstrap): {verdict}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Confidence recalibrated on {count:,} decisions that the model was not trained on: it is now {sure} confident, and the tags are unchanged. The mean cross-validated log loss of the decisions went from {loss_before:.3f} to {loss_after:.3f}.</source>
      <translation>Konfidenz an {count:,} Entscheidungen rekalibriert, mit denen das Modell nicht trainiert wurde: Es ist nun {sure} sicher; die Schlagwörter sind unverändert. Der mittlere kreuzvalidierte Log-Loss der Entscheidungen änderte sich von {loss_before:.3f} auf {loss_after:.3f}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Confidence recalibrated on {count:,} tagged records that the model was not trained on: it is now {sure} confident, and the tags are unchanged. The mean cross-validated log loss of these records went from {loss_before:.3f} to {loss_after:.3f}.</source>
      <translation>Konfidenz an {count:,} Datensätzen mit Schlagwort rekalibriert, mit denen das Modell nicht trainiert wurde: Es ist nun {sure} sicher; die Schlagwörter sind unverändert. Der mittlere kreuzvalidierte Log-Loss dieser Datensätze änderte sich von {loss_before:.3f} auf {loss_after:.3f}.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confusing two tags of a group is no error here.</source>
      <translation>Zwei Schlagwörter einer Gruppe zu verwechseln, ist hier kein Fehler.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confusion</source>
      <translation>Verwechslungen</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confusion of {title}: rows are true tags, columns are predicted tags</source>
      <translation>Verwechslungen, {title}: Zeilen sind wahre, Spalten vorhergesagte Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Copy it to a writable folder and open the copy.</source>
      <translation>In einen beschreibbaren Ordner kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Copy it to this computer first. Only mltag predict with --engine ray reads addresses.</source>
      <translation>Zuerst auf diesen Computer kopieren. Nur mltag predict mit --engine ray liest Adressen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Copy or download it again, or save it again as .xlsx or .csv.</source>
      <translation>Noch einmal kopieren oder herunterladen, oder neu als .xlsx oder .csv speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/table_file.py" />
      <source>Copy some cells first, then paste again.</source>
      <translation>Zuerst Zellen kopieren, dann erneut einfügen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>Copying the workspace</source>
      <translation>Der Arbeitsbereich wird kopiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>Correct the file, or omit it.</source>
      <translation>Die Datei korrigieren oder weglassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Create a new workspace for another table.</source>
      <translation>Für eine andere Tabelle einen neuen Arbeitsbereich anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>Create a new workspace for it; this workspace keeps the imported records.</source>
      <translation>Einen neuen Arbeitsbereich dafür anlegen; dieser behält die importierten Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Create a new workspace for the table.</source>
      <translation>Einen neuen Arbeitsbereich für die Tabelle anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Create it first, or choose another folder.</source>
      <translation>Den Ordner anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Data checks</source>
      <translation>Datenprüfung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Decide some records first.</source>
      <translation>Zuerst einige Datensätze entscheiden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>Decisions of the last minutes may be missing: their copy {name}-decisions does not exist or belongs to another file.</source>
      <translation>Entscheidungen der letzten Minuten fehlen möglicherweise: Ihre Kopie {name}-decisions gibt es nicht, oder sie gehört zu einer anderen Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Delete cells far from the table, or save the sheet you need as a .csv file.</source>
      <translation>Weit von der Tabelle entfernte Zellen löschen oder das benötigte Blatt als .csv-Datei speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Delimited text</source>
      <translation>Text mit Trennzeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Delimiter {name} is also possible.</source>
      <translation>Trennzeichen {name} ist auch möglich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Delimiter {name}: {width} cells in {share} checked; {named}.</source>
      <translation>Trennzeichen {name}: {width} Zellen in {share}; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Detailed</source>
      <translation>Ausführlich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Discard model {version}</source>
      <translation>Modell {version} verwerfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Drift is checked once a model for these tags is active.</source>
      <translation>Auf Drift wird geprüft, sobald ein Modell für diese Schlagwörter aktiv ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Drift is checked once the model is trained on more records.</source>
      <translation>Auf Drift wird geprüft, sobald das Modell mit mehr Datensätzen trainiert ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Each line is a JSON object; the first {sample_records:,} have {count} keys.</source>
      <translation>Jede Zeile ist ein JSON-Objekt; die ersten {sample_records:,} haben {count} Schlüssel.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Each slice needs a name.</source>
      <translation>Jede Teilmenge braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Each tag has only one distinct text, so no text is left for the evaluation.</source>
      <translation>Kein Schlagwort hat zwei verschiedene Texte, also bleibt keiner zum Prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Each tag needs a name.</source>
      <translation>Jedes Schlagwort braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Edit the record again, or leave it as unreadable.</source>
      <translation>Den Datensatz erneut bearbeiten oder als nicht lesbar belassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>English texts keep their first estimates. {reason}</source>
      <translation>Englische Texte behalten ihre ersten Schätzungen. {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Enter a name for the slice.</source>
      <translation>Einen Namen für die Teilmenge eingeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Enter a name for the tag.</source>
      <translation>Einen Namen für das Schlagwort eingeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Enter a search, such as tag:mlops.</source>
      <translation>Eine Suche eingeben, etwa tag:mlops.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Enter a text.</source>
      <translation>Einen Text eingeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>Enter one name per line.</source>
      <translation>Geben Sie einen Namen pro Zeile ein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>Estimated: each word was left out to see how much it counts.</source>
      <translation>Geschätzt: Jedes Wort wurde einmal weggelassen, um zu sehen, wie viel es zählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Estimates from names and answers were shown before. Of {n:,} records, {before:.0%} had the right one when they were decided; the candidate is right on {after:.0%} of the same records, cross-validated.</source>
      <translation>Bisher wurden Schätzungen aus Namen und Antworten gezeigt. Von {n:,} Datensätzen hatten {before:.0%} das richtige Schlagwort, als über sie entschieden wurde; der Kandidat liegt bei {after:.0%} derselben Datensätze richtig (kreuzvalidiert).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Every byte is plain ASCII, read as UTF-8.</source>
      <translation>Jedes Byte ist reines ASCII, gelesen als UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Every byte is valid UTF-8.</source>
      <translation>Jedes Byte ist gültiges UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Every second byte is zero, as in {wide}.</source>
      <translation>Jedes zweite Byte ist null, wie in {wide}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Everything saved before is kept.</source>
      <translation>Alles zuvor Gespeicherte bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Exact match</source>
      <translation>Exakt gleich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Excel workbook</source>
      <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Excluded here because the active model was trained on them: {rows}.</source>
      <translation>Hier ausgeschlossen, weil das aktive Modell damit trainiert wurde: {rows}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Excluded here because {old} was trained on them: {rows}.</source>
      <translation>Hier ausgeschlossen, weil {old} damit trainiert wurde: {rows}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Expected</source>
      <translation>Erwartet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Expected by chance</source>
      <translation>Durch Zufall erwartet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Export a .csv file instead, or fewer columns.</source>
      <translation>Exportieren Sie stattdessen eine .csv-Datei oder weniger Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Export a .csv file instead.</source>
      <translation>Stattdessen eine .csv-Datei exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>Export as .csv, or choose another column for the tag.</source>
      <translation>Als .csv exportieren oder eine andere Spalte für das Schlagwort wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>Export as .csv, or save the workbook as .xlsx first.</source>
      <translation>Als .csv exportieren oder die Arbeitsmappe zuerst als .xlsx speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Export as UTF-8, or write missing characters as \u2192 and the like (--escape).</source>
      <translation>Als UTF-8 exportieren oder fehlende Zeichen als \u2192 und dergleichen schreiben (--escape).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Export it again, or use CSV.</source>
      <translation>Erneut exportieren oder CSV verwenden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>Exports have no column “{name}”.</source>
      <translation>Exporte haben keine Spalte „{name}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>F1 by version</source>
      <translation>F1 je Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>F1 of {name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>F1 von {name}: von {before:.3f} auf {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>F1 of {tag}</source>
      <translation>F1 von {tag}</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>F1 {difference:+.3f} ({low:+.3f} to {high:+.3f}), McNemar p {p:.2g}.</source>
      <translation>F1 {difference:+.3f} ({low:+.3f} bis {high:+.3f}), McNemar p {p:.2g}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} decisions.</source>
      <translation>F1 {f1:.3f} ({low:.3f} bis {high:.3f}) bei {rows:,} Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} rows.</source>
      <translation>F1 {f1:.3f} ({low:.3f} bis {high:.3f}) bei {rows:,} Zeilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} tagged records.</source>
      <translation>F1 {f1:.3f} ({low:.3f} bis {high:.3f}) bei {rows:,} Datensätzen mit Schlagwort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>F1 {f1:.3f} of {name}</source>
      <translation>F1 {f1:.3f} von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>F1 {f1_b:.3f} against {f1_a:.3f} on {rows:,} {what}</source>
      <translation>F1 {f1_b:.3f} gegenüber {f1_a:.3f} ({rows:,} {what})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Failed behaviour tests</source>
      <translation>Fehlgeschlagene Verhaltenstests</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Features, C and class weights chosen by cross-validation</source>
      <translation>Merkmale, C und Klassengewichte durch Kreuzvalidierung gewählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Few uncertain records are left. The bundled model suggests {first}, then {second}.</source>
      <translation>Es sind nur noch wenige unsichere Datensätze übrig. Das mitgelieferte Modell schlägt {first} vor, dann {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Few uncertain records are left. The queue’s model suggests {first}, then {second}.</source>
      <translation>Es sind nur noch wenige unsichere Datensätze übrig. Das Modell der Warteschlange schlägt {first} vor, dann {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Fewer than {fewest} records that were not trained on are not enough to distinguish drift from chance.</source>
      <translation>Weniger als {fewest} Datensätze, mit denen nicht trainiert wurde, reichen nicht aus, um Drift von Zufall zu unterscheiden.</translation>
    </message>
    <message>
      <location filename="../../resources/report/summary.html.j2" />
      <source>Figures in brackets are 95% intervals.</source>
      <translation>Werte in Klammern sind 95-%-Intervalle.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Figures on the decisions come from cross-validation: the confidence of each was calibrated without it. Decisions are not a random sample: they show which confidence suits the table better, not how reliable it is there.</source>
      <translation>Die Zahlen zu den Entscheidungen stammen aus Kreuzvalidierung: Die Konfidenz jeder einzelnen wurde ohne sie kalibriert. Entscheidungen sind keine Zufallsstichprobe: Sie zeigen, welche Konfidenz besser zur Tabelle passt, nicht, wie verlässlich sie dort ist.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Figures on the tagged records come from cross-validation: the confidence of each was calibrated without it. Tagged records are not a random sample: they show which confidence suits the table better, not how reliable it is there.</source>
      <translation>Die Zahlen zu den Datensätzen mit Schlagwort stammen aus Kreuzvalidierung: Die Konfidenz jedes einzelnen wurde ohne ihn kalibriert. Diese Datensätze sind keine Zufallsstichprobe: Sie zeigen, welche Konfidenz besser zur Tabelle passt, nicht, wie verlässlich sie dort ist.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Figures on this table come from cross-validation: each decision was predicted by a model trained without it. Decisions are not a random sample: they show which model suits the table better, not how accurate it is there.</source>
      <translation>Die Zahlen zu dieser Tabelle stammen aus Kreuzvalidierung: Jede Entscheidung wurde von einem Modell vorhergesagt, das ohne sie trainiert wurde. Entscheidungen sind keine Zufallsstichprobe: Sie zeigen, welches Modell besser zur Tabelle passt, nicht, wie genau es dort ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Figures on this table come from cross-validation: each record was predicted by a model trained without it. All records of the table are tagged, so the figures represent the table.</source>
      <translation>Die Zahlen zu dieser Tabelle stammen aus einer Kreuzvalidierung: Jeder Datensatz wurde von einem Modell vorhergesagt, das ohne ihn trainiert wurde. Alle Datensätze der Tabelle haben ein Schlagwort, also stehen die Zahlen für die ganze Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Figures on this table come from cross-validation: each record was predicted by a model trained without it. Tagged records are not a random sample: they show which model suits the table better, not how accurate it is there.</source>
      <translation>Die Zahlen zu dieser Tabelle stammen aus Kreuzvalidierung: Jeder Datensatz wurde von einem Modell vorhergesagt, das ohne ihn trainiert wurde. Datensätze mit Schlagwort sind keine Zufallsstichprobe: Sie zeigen, welches Modell besser zur Tabelle passt, nicht, wie genau es dort ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Files beside a workspace are not opened through links. Remove it, then try again.</source>
      <translation>Dateien neben einem Arbeitsbereich werden nicht über Verknüpfungen geöffnet. Entfernen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Finish or cancel it first.</source>
      <translation>Sie zuerst abschließen oder abbrechen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Fix line {line}</source>
      <translation>Zeile {line} korrigieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Fix records after the import has finished.</source>
      <translation>Datensätze korrigieren, sobald der Import abgeschlossen ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Fix the record first.</source>
      <translation>Den Datensatz zuerst korrigieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Fix {count:,} lines</source>
      <translation>{count:,} Zeilen korrigieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Fixed tag keys</source>
      <translation>Feste Schlagworttasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Flag</source>
      <translation>Markieren</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Flag {n:,} misclassifications from {name}</source>
      <extracomment>Singular: Flag {n:,} misclassification from {name}</extracomment>
      <translation>
        <numerusform>{n:,} Fehlklassifikation aus {name} markieren</numerusform>
        <numerusform>{n:,} Fehlklassifikationen aus {name} markieren</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Flagged</source>
      <translation>Markiert</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Flagged {n:,} misclassifications from {name}</source>
      <extracomment>Singular: Flagged {n:,} misclassification from {name}</extracomment>
      <translation>
        <numerusform>{n:,} Fehlklassifikation aus {name} markiert</numerusform>
        <numerusform>{n:,} Fehlklassifikationen aus {name} markiert</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>For the record text in the detail pane and the focus view. All other text uses the system font size.</source>
      <translation>Für den Datensatztext im Detailbereich und in der Fokusansicht. Alle anderen Texte verwenden die Schriftgröße des Systems.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Free some space and try again.</source>
      <translation>Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>Free some space, and check who owns the file and its folder.</source>
      <translation>Platz schaffen und prüfen, wem Datei und Ordner gehören.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Free some space, then open it again.</source>
      <translation>Platz schaffen und erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>Free some space, then train again; no decision is lost.</source>
      <translation>Platz schaffen, dann erneut trainieren; keine Entscheidung ist verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Free some space, then try again.</source>
      <translation>Platz schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>F{beta:g}</source>
      <translation>F{beta:g}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>F{beta:g} of {tag}</source>
      <translation>F{beta:g} von {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Get a new copy of the file.</source>
      <translation>Besorgen Sie sich eine neue Kopie der Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>Give each test its own name.</source>
      <translation>Jedem Test einen eigenen Namen geben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Give one of them another key.</source>
      <translation>Geben Sie einem davon eine andere Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Go back from model {promotions}</source>
      <translation>Von Modell {promotions} zurückgehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Go back to an earlier model and discard the damaged one, or restore a backup. The table and the decisions are intact.</source>
      <translation>Zu einem früheren Modell zurückkehren und das beschädigte verwerfen, oder eine Sicherung wiederherstellen. Tabelle und Entscheidungen sind unversehrt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Go to the next record. If off, the record stays until you press J.</source>
      <translation>Zum nächsten Datensatz gehen. Wenn ausgeschaltet, bleibt der Datensatz, bis J gedrückt wird.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>Grouping the records</source>
      <translation>Datensätze werden gruppiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Groups of tags</source>
      <translation>Gruppen von Schlagwörtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Half are kept as daily backups, the rest are the latest. Older ones are deleted.</source>
      <translation>Die Hälfte bleibt als tägliche Sicherung, der Rest sind die neuesten. Ältere werden gelöscht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Header in row {skip}.</source>
      <translation>Kopfzeile in Zeile {skip}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Hide predictions of random checks</source>
      <translation>Vorhersagen von Zufallskontrollen verbergen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>If you trust the file, set the environment variable {name}, then try again.</source>
      <translation>Wenn Sie der Datei vertrauen, die Umgebungsvariable {name} setzen und es erneut versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Import decisions from {whose} ({count:,} records)</source>
      <translation>Entscheidungen von {whose} importieren ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Import the table first.</source>
      <translation>Zuerst die Tabelle importieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Importing decisions</source>
      <translation>Entscheidungen werden importiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Incomplete: {parts}.</source>
      <translation>Unvollständig: {parts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Install MLTag Desktop again.</source>
      <translation>MLTag Desktop erneut installieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Install it with: {command}</source>
      <translation>Zum Installieren: {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Install the newer version to open it; the file was not changed.</source>
      <translation>Zum Öffnen die neuere Version installieren; die Datei wurde nicht verändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Install the newer version to read it.</source>
      <translation>Zum Lesen die neuere Version installieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/own_recipes.py" />
      <source>Install the package again, or choose another recipe.</source>
      <translation>Das Paket erneut installieren oder ein anderes Rezept wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>It contains: {names}.</source>
      <translation>Sie enthält: {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>It would change {value:.0%} of the predictions that the model was confident about.</source>
      <translation>Es würde {value:.0%} der Vorhersagen ändern, bei denen das Modell sicher war.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>JSON lines</source>
      <translation>JSON-Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>JSON list</source>
      <translation>JSON-Liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Keyboard shortcuts below the record in the focus view.</source>
      <translation>Tastenkürzel unter dem Datensatz in der Fokusansicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>Known tags: {tags}.</source>
      <translation>Bekannte Schlagwörter: {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>Language: {language}, which no training text has. Predicted through the sentence encoder; the shares of words are estimates.</source>
      <translation>Sprache {language}, die in keinem Trainingstext vorkommt. Vorhergesagt durch den Satz-Encoder; die Anteile der Wörter sind Schätzungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Leave out “~”, or select records one by one.</source>
      <translation>„~“ weglassen, oder Datensätze einzeln auswählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>Leave the column out to keep it, or import the table into a new workspace.</source>
      <translation>Die Spalte weglassen, um sie beizubehalten, oder die Tabelle in einen neuen Arbeitsbereich importieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Light, dark, or the system setting.</source>
      <translation>Hell, dunkel oder wie im System eingestellt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Log level</source>
      <translation>Protokollstufe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Log loss</source>
      <translation>Log-Loss</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>Log loss and calibration error (ECE) have bootstrap 95% intervals; when two models are compared, the same rows are drawn for both.</source>
      <translation>Log-Loss und Kalibrierungsfehler (ECE) haben 95-%-Bootstrap-Intervalle; beim Vergleich zweier Modelle werden für beide dieselben Zeilen gezogen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_guideline.py" />
      <source>Looking for examples</source>
      <translation>Beispiele werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Macro F1</source>
      <translation>Makro-F1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Majority</source>
      <translation>Mehrheit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/texts.py" />
      <source>Make it simpler: avoid a repetition inside a repetition.</source>
      <translation>Den Ausdruck vereinfachen: keine Wiederholung in einer Wiederholung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Make the file and its folder writable.</source>
      <translation>Die Datei und ihren Ordner beschreibbar machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Mark as off topic</source>
      <translation>Als themenfremd markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Mark as on topic</source>
      <translation>Als zum Thema gehörend markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Mark as unsure</source>
      <translation>Als unsicher kennzeichnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Marked as off topic</source>
      <translation>Als themenfremd markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Marked as on topic</source>
      <translation>Als zum Thema gehörend markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Marked as unsure</source>
      <translation>Als unsicher gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>May fail because</source>
      <translation>Darf fehlschlagen, weil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Mean confidence</source>
      <translation>Mittlere Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Merge source changes ({added:,} new, {changed:,} changed, {gone:,} removed)</source>
      <translation>Änderungen der Quelle übernehmen ({added:,} neu, {changed:,} geändert, {gone:,} entfallen)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Merge the two tags instead.</source>
      <translation>Stattdessen die beiden Schlagwörter zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Merge them, or choose another name.</source>
      <translation>Zusammenführen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Merge {gone} into {heir}</source>
      <translation>{gone} mit {heir} zusammenführen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Micro F1</source>
      <translation>Mikro-F1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Micro precision</source>
      <translation>Mikro-Präzision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Micro recall</source>
      <translation>Mikro-Recall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Missing content came from the backup {name}.</source>
      <translation>Fehlendes kam aus der Sicherung {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../resources/report/summary.html.j2" />
      <source>Model report</source>
      <translation>Modellbericht</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>Model report on {rows}, {n:,} rows</source>
      <extracomment>Singular: Model report on {rows}, {n:,} row</extracomment>
      <translation>
        <numerusform>Modellbericht: {rows}, {n:,} Zeile</numerusform>
        <numerusform>Modellbericht: {rows}, {n:,} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Model report: {rows}</source>
      <translation>Modellbericht: {rows}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} could not be unpacked: {strerror}.</source>
      <translation>Modell {version} ließ sich nicht entpacken: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>Model {version} is active again. It has other tags, so yours are estimated from their names and your decisions.</source>
      <translation>Modell {version} ist wieder aktiv. Es hat andere Schlagwörter; Ihre Schlagwörter werden aus ihren Namen und Ihren Entscheidungen geschätzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>Model {version} is active again. Its predictions replace the earlier ones.</source>
      <translation>Modell {version} ist wieder aktiv. Seine Vorhersagen ersetzen die früheren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} is already active.</source>
      <translation>Modell {version} ist bereits aktiv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} was active before, so it cannot be discarded.</source>
      <translation>Modell {version} war bereits aktiv und kann darum nicht verworfen werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} {what} and cannot be deleted.</source>
      <translation>Modell {version} {what} und kann nicht gelöscht werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Most frequent confusions</source>
      <translation>Häufigste Verwechslungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Most of the sure records stay in review at any confidence, because they are unlike the training data.</source>
      <translation>Die meisten sicheren Datensätze müssen bei jeder Konfidenz geprüft werden, weil sie den Trainingsdaten nicht ähneln.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Move it back, or save a copy: everything saved so far is still available.</source>
      <translation>Zurückverschieben oder eine Kopie speichern: Alles bisher Gespeicherte ist noch verfügbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Move the workspace to a local disk, then open it again.</source>
      <translation>Den Arbeitsbereich auf ein lokales Laufwerk verschieben, dann erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>NLP about transformers, LLMs, BERT</source>
      <translation>NLP über Transformer, LLMs, BERT</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Name a file to write to.</source>
      <translation>Eine Datei zum Schreiben nennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Name one file.</source>
      <translation>Eine einzelne Datei angeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>Name one of: {names}.</source>
      <translation>Geben Sie eines davon an: {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>Naming the groups</source>
      <translation>Gruppen werden benannt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>No action is needed.</source>
      <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>No answer reaches the review threshold of {threshold:.2f}.</source>
      <translation>Keine Antwort erreicht die Prüfschwelle von {threshold:.2f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>No blinking cursor, no fading menus or tooltips.</source>
      <translation>Kein blinkender Cursor, keine eingeblendeten Menüs oder Tooltips.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>No certification is running.</source>
      <translation>Es läuft keine Zertifizierung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>No clear difference between {named} and {old}: {against}.</source>
      <translation>Unklar, ob {named} besser ist als {old}: {against}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>No clear difference between {named} and {old}: {against}; {counts}.</source>
      <translation>Unklar, ob {named} besser ist als {old}: {against}; {counts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>No clear difference in confidence between {new} and {old}: {figures}; {answers}.</source>
      <translation>Kein klarer Unterschied in der Konfidenz ({new} – {old}): {figures}; {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>No column contains text.</source>
      <translation>Keine Spalte enthält Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>No file is called {path}, and patterns are not understood.</source>
      <translation>Keine Datei heißt {path}, und Platzhalter werden nicht verstanden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>No header line.</source>
      <translation>Keine Kopfzeile.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>No header row.</source>
      <translation>Keine Kopfzeile.</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>No labelled text is about contracts or law.</source>
      <translation>Kein Text in den Trainingsdaten handelt von Verträgen oder Recht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>No model for these tags is active, so the candidate cannot be compared with one.</source>
      <translation>Kein Modell für diese Schlagwörter ist aktiv; der Kandidat wird deshalb mit keinem verglichen.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>No model for these tags is active, so there is none to compare the candidate with.</source>
      <translation>Kein Modell für diese Schlagwörter ist aktiv; der Kandidat wird deshalb mit keinem verglichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>No model is active now; tags are estimated from their names and your decisions.</source>
      <translation>Kein Modell ist aktiv. Die Schlagwörter werden wieder aus ihren Namen und Ihren Entscheidungen geschätzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>No model was named.</source>
      <translation>Es wurde kein Modell genannt.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>No regressions that need confirmation.</source>
      <translation>Keine Verschlechterungen, die bestätigt werden müssen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>No row here has the tag {tag}.</source>
      <translation>Keine Zeile hat hier das Schlagwort {tag}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>No row was predicted with this tag.</source>
      <translation>Keine Zeile wurde mit diesem Schlagwort vorhergesagt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>No rows for evaluation.</source>
      <translation>Keine Zeilen zur Bewertung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>No tagged record matches a row of the evaluation data, exactly or nearly.</source>
      <translation>Kein Datensatz mit Schlagwort stimmt ganz oder fast mit einer Zeile der Bewertungsdaten überein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>No text column is selected.</source>
      <translation>Es ist keine Textspalte ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>No two records have the same text.</source>
      <translation>Keine zwei Datensätze haben denselben Text.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/macros.html.j2" />
      <source>None of {n:,} rows.</source>
      <extracomment>Singular: None of {n:,} row.</extracomment>
      <translation>
        <numerusform>Keine von {n:,} Zeile.</numerusform>
        <numerusform>Keine von {n:,} Zeilen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>None: no tag, slice, behaviour test or calibration.</source>
      <translation>Keine: weder Schlagwörter noch Teilmengen, Verhaltenstests oder Kalibrierung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Noted</source>
      <translation>Notiert</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Notes</source>
      <translation>Hinweise</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Nothing of {path} can be read.</source>
      <translation>Aus {path} lässt sich nichts mehr lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Nothing was changed. Choose a folder that you may write to.</source>
      <translation>Nichts wurde geändert. Einen Ordner mit Schreibberechtigung wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Nothing was changed. Free some space or choose another folder, then try again.</source>
      <translation>Nichts wurde geändert. Platz schaffen oder einen anderen Ordner wählen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Nothing was changed. Free some space, or set {variable} to another folder.</source>
      <translation>Nichts wurde geändert. Schaffen Sie Platz, oder setzen Sie {variable} auf einen anderen Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Nothing was changed. The file is read-only, or open in another program such as Excel. Close it there, or choose another name.</source>
      <translation>Es wurde nichts geändert. Die Datei ist schreibgeschützt oder in einem anderen Programm wie Excel geöffnet. Schließen Sie sie dort, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>Nothing was lost. Close other programs and try again.</source>
      <translation>Nichts ging verloren. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/table_file.py" />
      <source>Nothing was pasted.</source>
      <translation>Es wurde nichts eingefügt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Nothing was unpacked. Use only model files from people you trust.</source>
      <translation>Nichts wurde entpackt. Verwenden Sie nur Modelldateien von Personen, denen Sie vertrauen.</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>Of 11 labelled texts about speech or audio none is other; 9 are natural-language-processing.</source>
      <translation>Von 11 Texten über Sprache oder Ton in den Trainingsdaten hat keiner das Schlagwort other; 9 haben natural-language-processing.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Omit the encoding and the delimiter.</source>
      <translation>Kodierung und Trennzeichen weglassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Omit the sheet.</source>
      <translation>Das Blatt weglassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>On the audit set: {sentence}</source>
      <translation>In der Prüfstichprobe: {sentence}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/macros.html.j2" />
      <source>On the table’s {n:,} tagged records, each predicted by a model that had not seen it, against {old}: {verdict}.</source>
      <extracomment>Singular: On the table’s only tagged record, predicted by a model that had not seen it, against {old}: {verdict}.</extracomment>
      <translation>
        <numerusform>Beim einzigen Datensatz der Tabelle mit Schlagwort ({n:,}), vorhergesagt von einem Modell, das ihn nicht kannte, im Vergleich mit „{old}“: {verdict}.</numerusform>
        <numerusform>Bei den {n:,} Datensätzen der Tabelle mit Schlagwort, jeder vorhergesagt von einem Modell, das ihn nicht kannte, im Vergleich mit „{old}“: {verdict}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>On this table: {sentence}</source>
      <translation>In dieser Tabelle: {sentence}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Only confidence and probabilities can be compared.</source>
      <translation>Nur Konfidenz und Wahrscheinlichkeiten lassen sich vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Only tagged records that neither model was trained on are counted. They are not a random sample: they show which model suits the table better, not how accurate it is there.</source>
      <translation>Gezählt werden nur Datensätze mit Schlagwort, mit denen keines der Modelle trainiert wurde. Sie sind keine Zufallsstichprobe: Sie zeigen, welches Modell besser zur Tabelle passt, nicht, wie genau es dort ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Open a CSV file, or export the table as CSV first.</source>
      <translation>Eine CSV-Datei öffnen oder die Tabelle zuerst als CSV exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/text_store.py" />
      <source>Open it again.</source>
      <translation>Erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Open it in a spreadsheet program, then save it as .xlsx.</source>
      <translation>In einem Tabellenprogramm öffnen und als .xlsx speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Open it, or choose another name.</source>
      <translation>Sie öffnen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>OpenDocument spreadsheet</source>
      <translation>OpenDocument-Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Parquet file with {count} typed columns.</source>
      <translation>Parquet-Datei mit {count} typisierten Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Parquet support needs pyarrow, which is not installed.</source>
      <translation>Für Parquet wird pyarrow benötigt, das nicht installiert ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Picked at random: records can be ranked once two tags have decisions.</source>
      <translation>Zufällig ausgewählt: Ordnen lassen sich Datensätze, sobald zwei Schlagwörter Entscheidungen haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>Precision and recall by threshold</source>
      <translation>Präzision und Recall je Schwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>Precision and recall by threshold of {name}</source>
      <translation>Präzision und Recall je Schwelle von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>Precision and recall of {name}</source>
      <translation>Präzision und Recall von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Precision at {rank}</source>
      <translation>Präzision bei {rank}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Predict all records first. If the active model does not know your tags, train and promote a new model.</source>
      <translation>Zuerst alle Datensätze vorhersagen lassen. Kennt das aktive Modell die eigenen Schlagwörter nicht, ein neues Modell trainieren und aktivieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Predicted tag</source>
      <translation>Vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/bulk_prediction.py" />
      <source>Predicting</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Prediction changes</source>
      <translation>Geänderte Vorhersagen</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Prediction changes in the table</source>
      <translation>Geänderte Vorhersagen in der Tabelle</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Prediction changes in {rows}</source>
      <translation>Geänderte Vorhersagen: {rows}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>Predictions and settings of the last minutes may be missing, too.</source>
      <translation>Auch Vorhersagen und Einstellungen der letzten Minuten fehlen möglicherweise.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Predictions below this confidence are marked for review unless the table has its own threshold.</source>
      <translation>Vorhersagen unter dieser Konfidenz werden zur Prüfung vorgemerkt, sofern die Tabelle keine eigene Schwelle hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Promote another model first.</source>
      <translation>Zuerst ein anderes Modell aktivieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Promote another model instead.</source>
      <translation>Stattdessen ein anderes Modell aktivieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Promote model {version}</source>
      <translation>Modell {version} aktivieren</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Promotion asks for confirmation: {regressions}.</source>
      <translation>Vor dem Aktivieren ist zu bestätigen: {regressions}.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Protected tags: {tags}.</source>
      <translation>Geschützte Schlagwörter: {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Quotes in cells are escaped with a backslash.</source>
      <translation>Anführungszeichen in Zellen sind mit einem Backslash maskiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Random check: about 1 in 10 questions is picked at random to measure accuracy. The answer is not used for training.</source>
      <translation>Zufallskontrolle: Etwa jede zehnte Frage wird zufällig ausgewählt, um die Genauigkeit zu messen. Die Antwort wird nicht zum Training verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/column_values.py" />
      <source>Reading a column</source>
      <translation>Eine Spalte wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/column_values.py" />
      <source>Reading columns</source>
      <translation>Spalten werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Reading stored records</source>
      <translation>Gespeicherte Datensätze werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Reading the columns</source>
      <translation>Die Spalten werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Reading the damaged workspace</source>
      <translation>Beschädigter Arbeitsbereich wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/similar_records.py" />
      <source>Reading the decided records</source>
      <translation>Die entschiedenen Datensätze werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>Reading the table</source>
      <translation>Die Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>Reading the texts</source>
      <translation>Die Texte werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Recipe chosen by cross-validation on {rows:,} rows: {features}; C = {c}, class weights {weights}.</source>
      <translation>Rezept durch Kreuzvalidierung auf {rows:,} Zeilen gewählt: {features}; C = {c}, Klassengewichte {weights}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Record</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Records</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Recovering records</source>
      <translation>Datensätze werden wiederhergestellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Redone: {label}</source>
      <translation>Wiederhergestellt: {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Reduce motion</source>
      <translation>Bewegung reduzieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Regressions</source>
      <translation>Verschlechterungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>Reliability</source>
      <translation>Zuverlässigkeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>Reliability of {models}</source>
      <translation>Zuverlässigkeit von {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Remove a slice first.</source>
      <translation>Zuerst eine Teilmenge entfernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove flag</source>
      <translation>Markierung entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove skip mark</source>
      <translation>Nicht mehr überspringen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Remove some tests first.</source>
      <translation>Zuerst einige Tests entfernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove the additional tag {tag}</source>
      <translation>Weiteres Schlagwort {tag} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>Remove the minus, the brackets, OR or the other “~”.</source>
      <translation>Minus, Klammern, OR oder das andere „~“ entfernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Remove the password in a spreadsheet program, then save the workbook again.</source>
      <translation>Das Passwort in einem Tabellenprogramm entfernen, dann die Arbeitsmappe erneut speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Remove the tag {gone}</source>
      <translation>Schlagwort {gone} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove unsure mark</source>
      <translation>Nicht mehr als unsicher kennzeichnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed flag</source>
      <translation>Markierung entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed skip mark</source>
      <translation>Nicht mehr übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed the additional tag {tag}</source>
      <translation>Weiteres Schlagwort {tag} entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed unsure mark</source>
      <translation>Nicht mehr als unsicher gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Rename the tag.</source>
      <translation>Das Schlagwort umbenennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Rename {gone} to {heir}</source>
      <translation>{gone} in {heir} umbenennen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>Restore it from a backup, or salvage the readable data to a new workspace.</source>
      <translation>Aus einer Sicherung wiederherstellen oder die lesbaren Daten in einen neuen Arbeitsbereich retten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Restore the workspace from a backup.</source>
      <translation>Den Arbeitsbereich aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Return to step {number}</source>
      <translation>Zu Schritt {number} zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Return to the beginning</source>
      <translation>Zum Anfang zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Returned to step {number}</source>
      <translation>Zu Schritt {number} zurückgekehrt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Returned to the beginning</source>
      <translation>Zum Anfang zurückgekehrt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Review all records instead, or allow a larger error.</source>
      <translation>Stattdessen alle Datensätze prüfen, oder einen größeren Fehler zulassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Review all records tagged {tag}</source>
      <translation>Alle Datensätze mit {tag} prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Review below {default:.2f}</source>
      <translation>Unter {default:.2f} prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Review order</source>
      <translation>Prüfreihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Review them first, or export without predicted tags.</source>
      <translation>Zuerst prüfen, oder ohne vorhergesagte Schlagwörter exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Review threshold</source>
      <translation>Prüfschwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Review {tag} as all tags</source>
      <translation>{tag} prüfen wie alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Review {tag} below {limit:.2f}</source>
      <translation>{tag} unter {limit:.2f} prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Reviewing</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/named_training.py" />
      <source>Ridge regression on estimates from tag names and decisions</source>
      <translation>Ridge-Regression auf Schätzungen aus Schlagwortnamen und Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Roll back from model {promotions}</source>
      <translation>Von Modell {promotions} zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Roll back to another model instead.</source>
      <translation>Stattdessen zu einem anderen Modell zurückkehren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>Roll back to another model, then train one here.</source>
      <translation>Zu einem anderen Modell zurückkehren und dann hier eines trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Roll back to another model.</source>
      <translation>Zu einem anderen Modell zurückkehren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Rows are true tags, columns predicted ones.</source>
      <translation>Zeilen sind wahre, Spalten vorhergesagte Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Salvaged {steps} with {decisions}</source>
      <translation>{steps} mit {decisions} gerettet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Save it as UTF-8.</source>
      <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Save it in the previous format, or create a new workspace for it.</source>
      <translation>Im bisherigen Format speichern oder einen neuen Arbeitsbereich dafür anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Save it to a file first.</source>
      <translation>Zuerst in einer Datei speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Save the records as a list of objects, or as one object per line.</source>
      <translation>Die Datensätze als Liste von Objekten oder als ein Objekt pro Zeile speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Save the rows you need as a .csv file.</source>
      <translation>Die benötigten Zeilen als .csv-Datei speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Save the sheet you need as a .csv file.</source>
      <translation>Das benötigte Blatt als .csv-Datei speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>Saved from a damaged file</source>
      <translation>Aus einer beschädigten Datei gerettet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Saved with each decision from now on. If empty, your login name is used.</source>
      <translation>Wird ab jetzt mit jeder Entscheidung gespeichert. Wenn leer, gilt der Anmeldename.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/table_scan.py" />
      <source>Searching</source>
      <translation>Suche läuft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Set the policy for unsure predictions to “{policy}”</source>
      <translation>Regel für unsichere Vorhersagen auf „{policy}“ setzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Settings will not be saved this time.</source>
      <translation>Die Einstellungen werden diesmal nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training_checks.py" />
      <source>Settle some of them, or decide on other records.</source>
      <translation>Einige davon klären oder über andere Datensätze entscheiden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Sheet “{name}” of a workbook, one of {count}.</source>
      <translation>Blatt „{name}“ einer Arbeitsmappe, eines von {count}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Sheet “{name}” of a workbook.</source>
      <translation>Blatt „{name}“ einer Arbeitsmappe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>Short texts (fewer than {short_words} words)</source>
      <translation>Kurze Texte (weniger als {short_words} Wörter)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Show hints</source>
      <translation>Hinweise anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Slice</source>
      <translation>Teilmenge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Slices</source>
      <translation>Teilmengen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Some bytes are still not {encoding}; they are shown as �.</source>
      <translation>Einige Bytes sind noch kein {encoding}; sie werden als � angezeigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Some records have no prediction of the active model yet.</source>
      <translation>Einige Datensätze haben noch keine Vorhersage des aktiven Modells.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/table_scan.py" />
      <source>Sorting</source>
      <translation>Wird sortiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Spaces before a quote are ignored.</source>
      <translation>Leerzeichen vor einem Anführungszeichen werden ignoriert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Start a certification first.</source>
      <translation>Zuerst eine Zertifizierung beginnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Start certifying the records above {cut}</source>
      <translation>Zertifizierung der Datensätze ab {cut} beginnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Storage</source>
      <translation>Speicherung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>System language</source>
      <translation>Systemsprache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>System setting</source>
      <translation>Systemeinstellung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Tab-separated text</source>
      <translation>Tabulatorgetrennter Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Table order</source>
      <translation>Tabellenreihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export_options.py" />
      <source>Tables cannot be written as {suffix}.</source>
      <translation>Tabellen können nicht als {suffix} geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Tag a few records of another tag, then train again.</source>
      <translation>Einige Datensätze mit einem anderen Schlagwort versehen, dann erneut trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Tag as {tag}</source>
      <translation>Als {tag} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Tagged as {tag}</source>
      <translation>Als {tag} verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>Tagged records are not a random sample: other records may be harder or easier. Figures on the audit set hold for the whole table, unless a search chose which of its records were decided; to enlarge it, decide random checks and train again.</source>
      <translation>Datensätze mit Schlagwort sind keine Zufallsstichprobe: Andere Datensätze können schwerer oder leichter sein. Die Zahlen der Prüfstichprobe gelten für die ganze Tabelle, außer wenn eine Suche bestimmt hat, welche ihrer Datensätze entschieden wurden; um die Stichprobe zu vergrößern, entscheiden Sie Zufallskontrollen und trainieren Sie erneut.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Tags, all tags of each record</source>
      <translation>Schlagwörter, alle je Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Tags, confidence, topics, words and languages of the table match the training data.</source>
      <translation>Schlagwörter, Konfidenz, Themen, Wörter und Sprachen der Tabelle entsprechen den Trainingsdaten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>Take the tags of {count:,} records from the column {name}</source>
      <translation>Schlagwörter von {count:,} Datensätzen aus der Spalte {name} übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Takes effect after a restart.</source>
      <translation>Wirkt nach einem Neustart.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>Taking the tags from the table</source>
      <translation>Schlagwörter werden aus der Tabelle übernommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>The English encoder did not read the texts. {reason}</source>
      <translation>Der englische Encoder hat die Texte nicht gelesen. {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>The IDs of {name} come from {used}, not from {named}.</source>
      <translation>Die IDs von {name} kommen aus {used}, nicht aus {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The active model</source>
      <translation>Das aktive Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The active model has changed.</source>
      <translation>Das aktive Modell hat sich geändert.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model knows none of these tags, so it cannot be compared with the candidate.</source>
      <translation>Das aktive Modell kennt keines dieser Schlagwörter und kann darum nicht mit dem Kandidaten verglichen werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>The active model was made for other holdout rows and cannot be evaluated on these.</source>
      <translation>Das aktive Modell wurde für andere Holdout-Zeilen erstellt und kann anhand von diesen nicht bewertet werden.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was made for other tags, so it cannot be compared with the candidate.</source>
      <translation>Das aktive Modell ist für andere Schlagwörter gemacht und kann darum nicht mit dem Kandidaten verglichen werden.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on all of these decisions, so it is not compared with the candidate here. Both are evaluated on the audit set once records of it are decided.</source>
      <translation>Das aktive Modell wurde mit allen diesen Entscheidungen trainiert und wird darum hier nicht mit dem Kandidaten verglichen. Anhand der Prüfstichprobe werden beide bewertet, sobald Datensätze daraus entschieden sind.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on all of these records, so it is not compared with the candidate here. Both are evaluated on the audit set once records of it are decided.</source>
      <translation>Das aktive Modell wurde mit allen diesen Datensätzen trainiert und wird darum hier nicht mit dem Kandidaten verglichen. Anhand der Prüfstichprobe werden beide bewertet, sobald Datensätze daraus entschieden sind.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on {rows} of these, so it is compared with the candidate only on the others: see the decisions new to both.</source>
      <translation>Das aktive Modell wurde mit {rows} davon trainiert und wird darum nur anhand der übrigen mit dem Kandidaten verglichen: siehe die für beide Modelle neuen Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on {rows} of these, so it is compared with the candidate only on the others: see the tagged records new to both.</source>
      <translation>Das aktive Modell wurde mit {rows} davon trainiert und wird darum nur anhand der übrigen mit dem Kandidaten verglichen: siehe die für beide Modelle neuen Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The allowed error is not proven yet.</source>
      <translation>Der zulässige Fehler ist noch nicht bewiesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>The allowed error must be above 0% and at most 50%.</source>
      <translation>Der zulässige Fehler muss über 0 % und darf höchstens 50 % sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The array {args} of the model in {folder} is missing.</source>
      <translation>Dem Modell in {folder} fehlt das Array {args}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>The audit set is a random sample that is never used for training, so these figures represent the whole table.</source>
      <translation>Die Prüfstichprobe ist eine Zufallsstichprobe, die nie zum Training verwendet wird; diese Zahlen stehen darum für die ganze Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>The backup could not be restored: {strerror}.</source>
      <translation>Die Sicherung ließ sich nicht wiederherstellen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>The backup folder {folder} could not be created: {strerror}.</source>
      <translation>Der Sicherungsordner {folder} konnte nicht erstellt werden: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>The backup still exists: {backup}.</source>
      <translation>Die Sicherung ist noch vorhanden: {backup}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The base model is more accurate on the decided records ({worse} compared with {better}).</source>
      <translation>Das Grundmodell ist auf den entschiedenen Datensätzen genauer ({worse} gegenüber {better}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>The base model is more accurate on the tagged records ({worse} compared with {better}).</source>
      <translation>Das Grundmodell ist auf den Datensätzen mit Schlagwort genauer ({worse} gegenüber {better}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>The behaviour tests in {path} could not be read: {error}.</source>
      <translation>Die Verhaltenstests in {path} ließen sich nicht lesen: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The bundled model</source>
      <translation>Das mitgelieferte Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>The bundled model is active again. Its predictions replace the earlier ones.</source>
      <translation>Das mitgelieferte Modell ist wieder aktiv. Seine Vorhersagen ersetzen die früheren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>The bundled model is unsure: {first} or {second}.</source>
      <translation>Das mitgelieferte Modell ist unsicher: {first} oder {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>The bundled model suits this table; adapting it without decisions would not improve it.</source>
      <translation>Das mitgelieferte Modell passt zu dieser Tabelle; eine Anpassung ohne Entscheidungen würde es nicht verbessern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The byte order mark indicates {encoding}.</source>
      <translation>Die Bytereihenfolge-Marke weist auf {encoding} hin.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The candidate</source>
      <translation>Der Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>The candidate could not be written to {work_folder}: {value}.</source>
      <translation>Der Kandidat ließ sich nicht in {work_folder} schreiben: {value}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The candidate is evaluated by {folds}-fold cross-validation on its training rows.</source>
      <translation>Der Kandidat wird durch {folds}-fache Kreuzvalidierung anhand seiner Trainingszeilen bewertet.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The candidate is not based on the bundled model, or the bundled model has no holdout.</source>
      <translation>Der Kandidat beruht nicht auf dem mitgelieferten Modell, oder dieses hat keinen Holdout.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The column {name} contains {type}; the new tags do not fit.</source>
      <translation>Die Spalte {name} enthält {type}, und die neuen Schlagwörter passen nicht hinein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>The columns are being changed.</source>
      <translation>Die Spalten werden gerade geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>The columns are: {columns}.</source>
      <translation>Die Spalten sind: {columns}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>The computer may be short of memory. Close other programs, then try again.</source>
      <translation>Möglicherweise ist der Arbeitsspeicher knapp. Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>The confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}).</source>
      <translation>Bei der Konfidenz ist {new} {verdict} als {old}: {figures}; {answers} ({sure}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>The confidence on these texts differs from the confidence when the model was evaluated.</source>
      <translation>Die Konfidenz bei diesen Texten weicht von der bei der Bewertung des Modells ab.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>The deciding metric of this workspace is {metric}.</source>
      <translation>Entscheidende Kennzahl dieses Arbeitsbereichs: {metric}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>The delimiter {delimiter} has more than one character.</source>
      <translation>Das Trennzeichen {delimiter} besteht aus mehr als einem Zeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>The difference between {named} and {old} may be due to chance: {against}.</source>
      <translation>Ob {named} besser oder schlechter ist als {old}, kann Zufall sein: {against}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The encoding {encoding} does not include the character {body!r}.</source>
      <translation>Die Kodierung {encoding} enthält das Zeichen {body!r} nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The encoding {encoding} does not include the character {sign!r} in the text {short}.</source>
      <translation>Die Kodierung {encoding} enthält das Zeichen {sign!r} im Text {short} nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/texts.py" />
      <source>The expression /{source}/ takes too long.</source>
      <translation>Der Ausdruck /{source}/ dauert zu lange.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>The figures of the {rows} come first, those of the other rows below.</source>
      <translation>Zuerst kommen die Werte für {rows}, darunter die für die anderen Zeilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The file is a list of JSON objects; the first {sample_records:,} have {count} keys.</source>
      <translation>Die Datei ist eine Liste von JSON-Objekten; die ersten {sample_records:,} haben {count} Schlüssel.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}” ({rivals} would read “{other}”).</source>
      <translation>Die Datei ist kein UTF-8; ihre Nicht-ASCII-Buchstaben sehen nach {encoding} aus, wie in „{example}“ ({rivals} würde „{other}“ lesen).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}”.</source>
      <translation>Die Datei ist kein UTF-8; ihre Nicht-ASCII-Buchstaben sehen nach {encoding} aus, wie in „{example}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>The file lost its end and may have had more records.</source>
      <translation>Das Ende der Datei fehlt; es können mehr Datensätze gewesen sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} could not be read: {value}.</source>
      <translation>Die Datei {name} des Modells in {folder} konnte nicht gelesen werden: {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} is missing.</source>
      <translation>Dem Modell in {folder} fehlt die Datei {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} is not an array.</source>
      <translation>Die Datei {name} des Modells in {folder} ist kein Array.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} was modified (checksum mismatch).</source>
      <translation>Die Datei {name} des Modells in {folder} wurde verändert (Prüfsumme stimmt nicht).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The files of the model in {folder} are inconsistent: {error}.</source>
      <translation>Die Dateien des Modells in {folder} sind nicht konsistent: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>The first line is the header.</source>
      <translation>Die erste Zeile ist die Kopfzeile.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>The folder {folder} does not exist.</source>
      <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>The folder {path} could not be created: {reason}.</source>
      <translation>Der Ordner {path} konnte nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>The import of this workspace is not complete.</source>
      <translation>Der Import dieses Arbeitsbereichs ist nicht abgeschlossen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The key that signs your models could not be read or written: {path}: {why}.</source>
      <translation>Der Schlüssel, mit dem eigene Modelle signiert werden, konnte nicht gelesen oder geschrieben werden: {path}: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>The known tags of {name} come from {used}, not from {named}.</source>
      <translation>Die vorgegebenen Schlagwörter von {name} kommen aus {used}, nicht aus {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_vectors.py" />
      <source>The last record is {last}.</source>
      <translation>Der letzte Datensatz ist {last}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The library already contains a model “{name}”.</source>
      <translation>Die Bibliothek enthält bereits ein Modell „{name}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The library is empty.</source>
      <translation>Die Bibliothek ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>The line is blank.</source>
      <translation>Die Zeile ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The line is not valid JSON: {error}.</source>
      <translation>Die Zeile ist kein gültiges JSON: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>The list has no names.</source>
      <translation>Die Liste enthält keine Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>The list has {count:,} different names.</source>
      <translation>Die Liste hat {count:,} verschiedene Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>The log contains times, counts and file names, never texts or decisions. It stays on this computer.</source>
      <translation>Das Protokoll enthält Zeiten, Anzahlen und Dateinamen, nie Texte oder Entscheidungen. Es bleibt auf diesem Rechner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>The log of the last changes of {name} is damaged.</source>
      <translation>Das Protokoll der letzten Änderungen an {name} ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The manifest in {folder} is damaged ({error}).</source>
      <translation>Das Manifest in {folder} ist beschädigt ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The manifest of the model in {folder} was changed (its hash is wrong).</source>
      <translation>Das Manifest des Modells in {folder} wurde verändert (sein Hash stimmt nicht).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model cannot be kept: {error}.</source>
      <translation>Das Modell kann nicht gespeichert werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model changed while it was copied.</source>
      <translation>Das Modell wurde während des Kopierens geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>The model does not have the tag “{tag}”.</source>
      <translation>Das Modell hat das Schlagwort „{tag}“ nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>The model does not know the tag {tag}.</source>
      <translation>Das Modell kennt das Schlagwort {tag} nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} refers to a file outside its folder.</source>
      <translation>Das Modell in {folder} verweist auf eine Datei außerhalb seines Ordners.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model library contains no model “{name}”.</source>
      <translation>Die Modellbibliothek enthält kein Modell „{name}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model library in {folder} could not be read: {why}.</source>
      <translation>Die Modellbibliothek in {folder} konnte nicht gelesen werden: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model library in {folder} could not be written: {why}.</source>
      <translation>In die Modellbibliothek in {folder} konnte nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The model of the recipe {name} could not be loaded</source>
      <translation>Das Modell des Rezepts {name} konnte nicht geladen werden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>The model {version} names a file outside itself.</source>
      <translation>Das Modell {version} verweist auf eine Datei außerhalb seines Ordners.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model “{name}” of the library is damaged.</source>
      <translation>Das Modell „{name}“ der Bibliothek ist beschädigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>The model's manifest could not be read ({error}).</source>
      <translation>Das Manifest des Modells ist nicht lesbar ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The most frequent tag</source>
      <translation>Das häufigste Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The name and the note of this model were damaged.</source>
      <translation>Name und Notiz dieses Modells waren beschädigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>The name “{start}…” has {count:,} characters.</source>
      <translation>Der Name „{start}…“ hat {count:,} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>The non-ASCII letters can be read as {encoding}.</source>
      <translation>Die Nicht-ASCII-Buchstaben lassen sich als {encoding} lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The object is nested too deeply.</source>
      <translation>Das Objekt ist zu tief verschachtelt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The object must be on one line.</source>
      <translation>Das Objekt muss in einer Zeile stehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>The order used by “Next to review”. Uncertain records, which come first automatically, improve the model most.</source>
      <translation>Die Reihenfolge von „Nächster zu prüfender“. Unsichere Datensätze, die automatisch zuerst kommen, verbessern das Modell am meisten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>The packaged program does not include it. Install Python 3.11 or later, then in a folder with the source of MLTag Desktop: {command}</source>
      <translation>Im Programmpaket ist es nicht enthalten. Installieren Sie Python 3.11 oder neuer und führen Sie dann in einem Ordner mit dem Quellcode von MLTag Desktop aus: {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>The place of this record in the table was lost with a part of the file.</source>
      <translation>Die Position dieses Datensatzes in der Tabelle ging mit einem Teil der Datei verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>The predicted tag can be compared with the known or the decided tag.</source>
      <translation>Das vorhergesagte Schlagwort lässt sich mit dem bekannten oder dem entschiedenen vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>The program file {name} is missing.</source>
      <translation>Die Programmdatei {name} fehlt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>The queue’s model is unsure: {first} or {second}.</source>
      <translation>Das Modell ist unsicher: {first} oder {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/own_recipes.py" />
      <source>The recipe {name} ended the process that trained it.</source>
      <translation>Das Rezept {name} hat den Prozess beendet, der es trainierte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The recipe {name} failed while it explained</source>
      <translation>Das Rezept {name} ist beim Erklären gescheitert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The recipe {name} failed while it predicted</source>
      <translation>Das Rezept {name} ist bei der Vorhersage gescheitert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The recipe {name} failed while it was trained</source>
      <translation>Das Rezept {name} ist beim Training gescheitert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/own_recipes.py" />
      <source>The recipe {name} is not installed; it was offered by the package {package}.</source>
      <translation>Das Rezept {name} ist nicht installiert; es stammt aus dem Paket {package}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>The recipe {name} is not linear, so there is no explanation.</source>
      <translation>Das Rezept {name} ist nicht linear, daher gibt es keine Erklärung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>The recipe {name} reads the texts of all rows, which the base model does not keep.</source>
      <translation>Das Rezept {name} liest die Texte aller Zeilen, die das Basismodell nicht aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The record contains bytes that are not UTF-8.</source>
      <translation>Der Datensatz enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>The record contains bytes that are not {encoding}.</source>
      <translation>Der Datensatz enthält Bytes, die kein {encoding} sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The record has no cell {index}.</source>
      <translation>Der Datensatz hat keine Zelle {index}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>The record has {n} cells; the table has {width}.</source>
      <extracomment>Singular: The record has {n} cell; the table has {width}.</extracomment>
      <translation>
        <numerusform>Der Datensatz hat {n} Zelle, die Tabelle {width}.</numerusform>
        <numerusform>Der Datensatz hat {n} Zellen, die Tabelle {width}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The record is empty.</source>
      <translation>Der Datensatz ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The record is not a JSON object.</source>
      <translation>Der Datensatz ist kein JSON-Objekt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The rules</source>
      <translation>Die Regeln</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>The same for {rows}</source>
      <translation>Ebenso für: {rows}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>The sentence encoder could not be loaded: {error}.</source>
      <translation>Der Satz-Encoder konnte nicht geladen werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>The sentence encoder is not installed (package {package}).</source>
      <translation>Der Satz-Encoder ist nicht installiert (Paket {package}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The table has changed.</source>
      <translation>Die Tabelle hat sich geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>The table has no column “{key}”.</source>
      <translation>Die Tabelle hat keine Spalte „{key}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>The table has no such column.</source>
      <translation>Diese Spalte gibt es in der Tabelle nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>The table has only {columns} columns.</source>
      <translation>Die Tabelle hat nur {columns} Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>The table is still being read.</source>
      <translation>Die Tabelle wird noch gelesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>The tag {new} already exists.</source>
      <translation>Das Schlagwort {new} ist bereits vorhanden.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>The tag {tag} has {n} decisions and needs {missing} more to be predicted reliably.</source>
      <extracomment>Singular: The tag {tag} has {n} decision and needs {missing} more to be predicted reliably.</extracomment>
      <translation>
        <numerusform>Das Schlagwort {tag} hat {n} Entscheidung; für verlässliche Vorhersagen fehlen noch {missing}.</numerusform>
        <numerusform>Das Schlagwort {tag} hat {n} Entscheidungen; für verlässliche Vorhersagen fehlen noch {missing}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>The tag {tag} has {n} decisions; {missing} more are needed to predict it reliably.</source>
      <extracomment>Singular: The tag {tag} has {n} decision; {missing} more are needed to predict it reliably.</extracomment>
      <translation>
        <numerusform>Das Schlagwort {tag} hat {n} Entscheidung; für verlässliche Vorhersagen fehlen noch {missing}.</numerusform>
        <numerusform>Das Schlagwort {tag} hat {n} Entscheidungen; für verlässliche Vorhersagen fehlen noch {missing}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>The tag {tag} has {n} decisions; {missing} more needed for training.</source>
      <extracomment>Singular: The tag {tag} has {n} decision; {missing} more needed for training.</extracomment>
      <translation>
        <numerusform>Das Schlagwort {tag} hat {n} Entscheidung; für das Training fehlen noch {missing}.</numerusform>
        <numerusform>Das Schlagwort {tag} hat {n} Entscheidungen; für das Training fehlen noch {missing}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>The tag {tag} has {n} records and needs {missing} more to be predicted reliably.</source>
      <extracomment>Singular: The tag {tag} has {n} record and needs {missing} more to be predicted reliably.</extracomment>
      <translation>
        <numerusform>Das Schlagwort {tag} hat {n} Datensatz; für verlässliche Vorhersagen fehlen noch {missing}.</numerusform>
        <numerusform>Das Schlagwort {tag} hat {n} Datensätze; für verlässliche Vorhersagen fehlen noch {missing}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The tags have changed.</source>
      <translation>Die Schlagwörter haben sich geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The text contains {count} records; enter only one.</source>
      <translation>Der Text enthält {count} Datensätze; nur einen eingeben.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The text is UTF-8 with {n} invalid places.</source>
      <extracomment>Singular: The text is UTF-8 with {n} invalid place.</extracomment>
      <translation>
        <numerusform>Der Text ist UTF-8 mit {n} ungültiger Stelle.</numerusform>
        <numerusform>Der Text ist UTF-8 mit {n} ungültigen Stellen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/table_file.py" />
      <source>The text was pasted.</source>
      <translation>Der Text wurde eingefügt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The text {short} cannot be written to a table without quotes.</source>
      <translation>Der Text {short} kann nicht ohne Anführungszeichen in eine Tabelle geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>The texts of {name} come from {used}, not from {named}.</source>
      <translation>Die Texte von {name} kommen aus {used}, nicht aus {named}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The texts use words that the model does not know.</source>
      <translation>Die Texte enthalten Wörter, die das Modell nicht kennt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>The trained model is identical to the bundled model.</source>
      <translation>Das trainierte Modell ist mit dem mitgelieferten identisch.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>The two models differ only in their confidence. It may have been calibrated on some of these records, so the result here may be slightly too good.</source>
      <translation>Die beiden Modelle unterscheiden sich nur in ihrer Konfidenz. Sie wurde eventuell an einigen dieser Datensätze kalibriert; das Ergebnis kann daher etwas zu gut ausfallen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>The weights of the sentence encoder are damaged.</source>
      <translation>Die Gewichte des Satz-Encoders sind beschädigt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The workbook</source>
      <translation>Die Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The workbook could not be written: {error}.</source>
      <translation>Die Arbeitsmappe ließ sich nicht schreiben: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The workbook's {parts} may be missing from the exported file.</source>
      <translation>In der exportierten Datei können {parts} der Arbeitsmappe fehlen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>The workspace</source>
      <translation>Der Arbeitsbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>The workspace is damaged: some of its records fail their checksum.</source>
      <translation>Der Arbeitsbereich ist beschädigt: Bei einigen Datensätzen stimmt die Prüfsumme nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>The workspace {path} could not be created: {why}.</source>
      <translation>Der Arbeitsbereich {path} ließ sich nicht anlegen: {why}.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>The {n} most confident are shown.</source>
      <translation>Gezeigt werden die {n} mit der höchsten Konfidenz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>The {words} is {figure:.3f} ({low:.3f} to {high:.3f}) for {named}.</source>
      <translation>{words}: {figure:.3f} ({low:.3f} bis {high:.3f}), {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>There are no decisions to train on yet.</source>
      <translation>Es gibt noch keine Entscheidungen für das Training.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>There are no rows that neither of the two models was trained on.</source>
      <translation>Es gibt keine Zeilen, mit denen keines der beiden Modelle trainiert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/answer_gain.py" />
      <source>There are too few decisions for an estimate.</source>
      <translation>Für eine Schätzung gibt es zu wenige Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>There is no certificate for this table: the error of unreviewed records is unverified.</source>
      <translation>Für diese Tabelle gibt es kein Zertifikat: Der Fehler der nicht geprüften Datensätze ist ungeprüft.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>There is no column “{name}”.</source>
      <translation>Es gibt keine Spalte „{name}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>There is no earlier model to roll back to.</source>
      <translation>Es gibt kein früheres Modell, zu dem zurückgekehrt werden kann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>There is no holdout for this candidate.</source>
      <translation>Für diesen Kandidaten gibt es keinen Holdout.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>There is no model bundle {path}, and the model library is empty.</source>
      <translation>Es gibt kein Modell {path}, und die Modellbibliothek ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>There is no model bundle {path}.</source>
      <translation>Es gibt keinen Modellordner {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>There is no model in {folder}.</source>
      <translation>In {folder} ist kein Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>There is no model {version} in this workspace.</source>
      <translation>In diesem Arbeitsbereich gibt es kein Modell {version}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>There is no model {version}.</source>
      <translation>Es gibt kein Modell {version}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_strategies.py" />
      <source>There is no query strategy called {order}.</source>
      <translation>Es gibt keine Abfragestrategie namens {order}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_vectors.py" />
      <source>There is no record {number}.</source>
      <translation>Datensatz {number} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>There is no record {wrong}.</source>
      <translation>Es gibt keinen Datensatz {wrong}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>There is no step {number} in the journal.</source>
      <translation>Im Journal gibt es keinen Schritt {number}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_meaning.py" />
      <source>There is no tag {value}.</source>
      <translation>Es gibt kein Schlagwort {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/errors.py" />
      <source>There is not enough memory for this computation.</source>
      <translation>Für diese Berechnung ist nicht genügend Arbeitsspeicher vorhanden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>There is nothing left to certify.</source>
      <translation>Es gibt nichts mehr zu zertifizieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>There is one column; {named}.</source>
      <translation>Es gibt eine Spalte; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>These settings do not describe a table: {self}.</source>
      <translation>Diese Einstellungen beschreiben keine Tabelle: {self}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>This model contains code of the recipe {name}, and it was not trained by you on this computer.</source>
      <translation>Dieses Modell enthält Code des Rezepts {name} und wurde nicht mit diesem Benutzerkonto auf diesem Computer trainiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/twin.py" />
      <source>This model reads the sentence encoder and predicts {speed:,} texts a second. A fast twin without it predicts {twin_speed:,}; out of fold its accuracy is {twin_accuracy:.3f} instead of {accuracy:.3f}. To train it, choose the recipe fast-twin.</source>
      <translation>Dieses Modell liest den Satz-Encoder und sagt {speed:,} Texte pro Sekunde vorher. Ein schneller Zwilling ohne ihn schafft {twin_speed:,}; seine Genauigkeit ist in der Kreuzvalidierung {twin_accuracy:.3f} statt {accuracy:.3f}. Dazu das Rezept fast-twin wählen und trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>This model was written by a newer version of the program (format {found}, this version reads {format}).</source>
      <translation>Dieses Modell wurde von einer neueren Version des Programms geschrieben (Format {found}, diese Version liest {format}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>This record is no longer in the list of unreadable rows.</source>
      <translation>Dieser Datensatz steht nicht mehr in der Liste der nicht lesbaren Zeilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>This table differs from the base model's training data (AUC {strangeness:.2f}). A second head was trained on the records that the base model is confident about, with the tags it predicted; none of them has been decided yet. This head predicts for this table; for other texts, a gate uses the base model.</source>
      <translation>Diese Tabelle unterscheidet sich von den Trainingsdaten des Grundmodells (AUC {strangeness:.2f}). Ein zweiter Kopf wurde mit den Datensätzen trainiert, bei denen das Grundmodell sicher ist, und mit den Schlagwörtern, die es vorhergesagt hat; noch ist keiner davon entschieden. Dieser Kopf gilt für diese Tabelle; für andere Texte verwendet eine Weiche das Grundmodell.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>This table differs from the base model's training data, so a second head was trained on the decisions and the undecided records. This head predicts for this table; for other texts, a gate uses the base model.</source>
      <translation>Diese Tabelle unterscheidet sich von den Trainingsdaten des Grundmodells; darum wurde ein zweiter Kopf mit den Entscheidungen und den unentschiedenen Datensätzen trainiert. Dieser Kopf gilt für diese Tabelle; für andere Texte verwendet eine Weiche das Grundmodell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>This table differs from the base model's training data, so a second head was trained on the tagged and the undecided records. This head predicts for this table; for other texts, a gate uses the base model.</source>
      <translation>Diese Tabelle unterscheidet sich von den Trainingsdaten des Grundmodells; darum wurde ein zweiter Kopf mit den Datensätzen mit Schlagwort und den unentschiedenen trainiert. Dieser Kopf gilt für diese Tabelle; für andere Texte verwendet eine Weiche das Grundmodell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>This workspace already contains records.</source>
      <translation>Dieser Arbeitsbereich enthält bereits Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>This workspace already has a table.</source>
      <translation>Dieser Arbeitsbereich hat bereits eine Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>This workspace has one tag per record.</source>
      <translation>Dieser Arbeitsbereich hat ein Schlagwort je Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Three of four bytes are zero, as in {widest}.</source>
      <translation>Drei von vier Bytes sind null, wie in {widest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>To certify {allowed:.0%}, most of the sure records would have to be checked.</source>
      <translation>Um {allowed:.0%} zu zertifizieren, müssten die meisten sicheren Datensätze kontrolliert werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>To search for a bracket, write "(".</source>
      <translation>Für die Suche nach einer Klammer "(" schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>To search for the word, write "OR".</source>
      <translation>Für die Suche nach dem Wort "OR" schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>To search for these words, write {chr}{key}{sign}{value}{chr}.</source>
      <translation>Um diese Wörter zu suchen, {chr}{key}{sign}{value}{chr} schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>To search for this text, write "/{source}/".</source>
      <translation>Für die Suche nach diesem Text "/{source}/" schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>To search in the column {column}, write {condition}.</source>
      <translation>Für die Spalte {column}: {condition} schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Too few undecided records are sure enough to certify {allowed:.0%}.</source>
      <translation>Zu wenige unentschiedene Datensätze sind sicher genug, um {allowed:.0%} zu zertifizieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Too many checks were wrong. Cancel and start again.</source>
      <translation>Zu viele Kontrollen waren falsch. Abbrechen und neu beginnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Train a model with another recipe to share it.</source>
      <translation>Zum Weitergeben ein Modell mit einem anderen Rezept trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Train and promote a model with decisions on this table first.</source>
      <translation>Trainieren und aktivieren Sie zuerst ein Modell mit Entscheidungen zu dieser Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Train the model again.</source>
      <translation>Das Modell erneut trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Train without a base model, or choose another recipe.</source>
      <translation>Ohne Basismodell trainieren oder ein anderes Rezept wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Training needs examples of at least two tags; there are no tags with examples.</source>
      <translation>Training braucht Beispiele für mindestens zwei Schlagwörter; es gibt keine.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Training needs examples of at least two tags; there is only one.</source>
      <translation>Training braucht Beispiele für mindestens zwei Schlagwörter; es gibt nur eines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>True tag</source>
      <translation>Wahres Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Try UTF-8 or cp1252.</source>
      <translation>UTF-8 oder cp1252 versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Try again in a moment.</source>
      <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Try again, or copy it to another disk.</source>
      <translation>Noch einmal versuchen oder auf einen anderen Datenträger kopieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Try again.</source>
      <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>Two behaviour tests in {path} are named “{name}”.</source>
      <translation>Zwei Verhaltenstests in {path} heißen „{name}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Two slices have the name {twice}.</source>
      <translation>Zwei Teilmengen haben den Namen {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Two tags have the key {shared}.</source>
      <translation>Zwei Schlagwörter haben die Taste {shared}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Two tags have the name {twice}.</source>
      <translation>Zwei Schlagwörter haben den Namen {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Undone: {label}</source>
      <translation>Rückgängig gemacht: {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Unknown encoding: {encoding!r}.</source>
      <translation>Unbekannte Kodierung: {encoding!r}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Unknown export type: {what}.</source>
      <translation>Unbekannte Exportart: {what}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Unknown status: {value}.</source>
      <translation>Unbekannter Status: {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Update MLTag Desktop, or choose another model.</source>
      <translation>MLTag Desktop aktualisieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Update MLTag Desktop, or export the model again with this version.</source>
      <translation>Aktualisieren Sie MLTag Desktop, oder exportieren Sie das Modell erneut mit dieser Version.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Update the program, then import the file.</source>
      <translation>Das Programm aktualisieren, dann die Datei importieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Use 1 to {most} characters; begin with a letter or a number.</source>
      <translation>Verwenden Sie 1 bis {most} Zeichen; beginnen Sie mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Use CSV instead. {how_to_get}</source>
      <translation>Verwenden Sie stattdessen CSV. {how_to_get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Use more rows or fewer folds.</source>
      <translation>Verwenden Sie mehr Zeilen oder weniger Teile.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Use no slashes and not the ending {suffix}.</source>
      <translation>Verwenden Sie keine Schrägstriche und nicht die Endung {suffix}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Use one of {suffixes}.</source>
      <translation>Eine dieser Endungen verwenden: {suffixes}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Use the general review threshold for {tag}</source>
      <translation>Allgemeine Prüfschwelle für {tag} verwenden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Wait until all records are predicted, or export without predicted tags.</source>
      <translation>Warten Sie, bis alle Datensätze vorhergesagt sind, oder exportieren Sie ohne vorhergesagte Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Waiting for the import</source>
      <translation>Warten auf den Import</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Windows allows no file of the name {name}.</source>
      <translation>Windows erlaubt keine Datei mit dem Namen {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>With 95% confidence at most {allowed:.0%} of the {records:,} records at {cut} or above are wrong; {checked:,} checked on {day} by {curator}, model {model}.</source>
      <translation>Mit 95 % Sicherheit sind höchstens {allowed:.0%} der {records:,} Datensätze ab {cut} falsch; {checked:,} geprüft am {day} von {curator}, Modell {model}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>With more than nine tags, the keys 1 to 9 set the first nine of the tag set. If off, they set the record's likeliest tags.</source>
      <translation>Bei mehr als neun Schlagwörtern setzen die Tasten 1 bis 9 die ersten neun Schlagwörter. Wenn ausgeschaltet, setzen sie die wahrscheinlichsten Schlagwörter des Datensatzes.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>With so few decisions, the candidate also learned from {n:,} undecided records, whose tags were estimated from the tag names and the decisions. Out of fold, {right:,} of {decisions:,} decisions are predicted correctly; from the decisions alone, {alone:,} are.</source>
      <translation>Bei so wenigen Entscheidungen hat der Kandidat auch aus {n:,} nicht entschiedenen Datensätzen gelernt, deren Schlagwörter aus den Schlagwortnamen und den Entscheidungen geschätzt wurden. Kreuzvalidiert werden {right:,} von {decisions:,} Entscheidungen richtig vorhergesagt, aus den Entscheidungen allein {alone:,}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>With so few decisions, the candidate also learned from {n:,} undecided records, whose tags were estimated from the tag names and the decisions. Out of fold, {share:.0%} of the decisions are predicted correctly; from the decisions alone, {alone:.0%} are.</source>
      <translation>Bei so wenigen Entscheidungen hat der Kandidat auch aus {n:,} nicht entschiedenen Datensätzen gelernt, deren Schlagwörter aus den Schlagwortnamen und den Entscheidungen geschätzt wurden. Kreuzvalidiert werden {share:.0%} der Entscheidungen richtig vorhergesagt, aus den Entscheidungen allein {alone:.0%}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>With so few rows for each tag, logistic regression is used.</source>
      <translation>Bei so wenigen Zeilen je Schlagwort wird logistische Regression verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>With so few tagged records, the candidate also learned from {n:,} undecided records, whose tags were estimated from the tag names and the tagged records. Out of fold, {right:,} of {tagged:,} tagged records are predicted correctly; from these alone, {alone:,} are.</source>
      <translation>Bei so wenigen Datensätzen mit Schlagwort hat der Kandidat auch aus {n:,} nicht entschiedenen Datensätzen gelernt, deren Schlagwörter aus den Schlagwortnamen und den Datensätzen mit Schlagwort geschätzt wurden. Kreuzvalidiert werden {right:,} von {tagged:,} Datensätzen mit Schlagwort richtig vorhergesagt, aus ihnen allein {alone:,}.</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>Words of one letter are not read, so Q-learning is read as learning.</source>
      <translation>Wörter mit nur einem Buchstaben werden nicht gelesen, Q-learning also nur als learning.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>Write "exact phrase".</source>
      <translation>"genauer Ausdruck" schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write confidence&lt;0.6 or confidence&lt;60%.</source>
      <translation>confidence&lt;0.6 oder confidence&lt;60% schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write confidence&lt;0.6 or confidence&gt;=90%.</source>
      <translation>confidence&lt;0.6 oder confidence&gt;=90% schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write is: followed by one of {is_words}.</source>
      <translation>is: schreiben, gefolgt von einem dieser Wörter: {is_words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Write its model to a folder with mltag publish {path} FOLDER.</source>
      <translation>Schreiben Sie das Modell mit mltag publish {path} ORDNER in einen Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write note:WORD, or has:note for any note.</source>
      <translation>note:WORT schreiben, oder has:note für jede Notiz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Write one object with keys per line.</source>
      <translation>Ein Objekt mit Schlüsseln je Zeile schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write p:{tag}&gt;=0.1 or p:{tag}&lt;60%.</source>
      <translation>p:{tag}&gt;=0.1 oder p:{tag}&lt;60% schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write predicted≠known, predicted!=decided or predicted=known.</source>
      <translation>predicted≠known, predicted!=decided oder predicted=known schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write {key}:VALUE to match part of the cell, {key}=VALUE to match the whole cell.</source>
      <translation>{key}:WERT für einen Teil der Zelle schreiben, {key}=WERT für die ganze Zelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write {key}:VALUE.</source>
      <translation>{key}:WERT schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>Write ~ and a few words, or ~#12 for record 12.</source>
      <translation>~ und ein paar Wörter schreiben, oder ~#12 für Datensatz 12.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Writing</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Writing the corrections</source>
      <translation>Die Korrekturen werden geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Writing the decisions</source>
      <translation>Die Entscheidungen werden geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Writing the original</source>
      <translation>Das Original wird geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Writing the table</source>
      <translation>Die Tabelle wird geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>You</source>
      <translation>Person</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>You do not have permission to read {path}.</source>
      <translation>Keine Leseberechtigung für {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>You do not have permission to write to {folder}.</source>
      <translation>Keine Berechtigung zum Schreiben in {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Your name</source>
      <translation>Eigener Name</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>a colleague</source>
      <translation>jemand anders</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a dataset for</source>
      <translation>eine Datensammlung für …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>a part of {get}</source>
      <translation>ein Teil: {get}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a python library for</source>
      <translation>eine Python-Bibliothek für …</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a robot that learns to walk</source>
      <translation>ein Roboter lernt laufen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a survey of recent work on</source>
      <translation>ein Überblick über neue Arbeiten zu …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>accepted</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>adapting to the table</source>
      <translation>Anpassung an die Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>after</source>
      <translation>nachher</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>after the notebook</source>
      <translation>nach dem Notebook</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>almost certainly better</source>
      <translation>fast sicher besser</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>almost certainly worse</source>
      <translation>fast sicher schlechter</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>an introduction to</source>
      <translation>eine Einführung in …</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>an open-source toolkit for</source>
      <translation>quelloffene Werkzeuge für …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>another program</source>
      <translation>ein anderes Programm</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>assembling the model</source>
      <translation>das Modell wird zusammengesetzt</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f}, {n:,} predictions</source>
      <extracomment>Singular: at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f}, {n:,} prediction</extracomment>
      <translation>
        <numerusform>ab {threshold:.2f}: Präzision {precision:.3f}, Recall {recall:.3f}, {n:,} Vorhersage</numerusform>
        <numerusform>ab {threshold:.2f}: Präzision {precision:.3f}, Recall {recall:.3f}, {n:,} Vorhersagen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>audit set</source>
      <translation>Prüfstichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>balanced</source>
      <translation>ausgeglichen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>bayesian statistics</source>
      <translation>bayessche Statistik</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>behaviour test</source>
      <translation>Verhaltenstest</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>behaviour tests</source>
      <translation>Verhaltenstests</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>best practices for</source>
      <translation>bewährte Verfahren für …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>better on {better:,}, worse on {worse:,}</source>
      <translation>bei {better:,} besser, bei {worse:,} schlechter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>both are right on the same rows</source>
      <translation>beide liegen bei denselben Zeilen richtig</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>bundled + 1 decision</source>
      <translation>mitgeliefert + 1 Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>bundled + 1 record</source>
      <translation>mitgeliefert + 1 Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>bundled + this table, no decisions</source>
      <translation>mitgeliefert + diese Tabelle, keine Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>bundled + {count:,} decisions</source>
      <translation>mitgeliefert + {count:,} Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>bundled + {count:,} records</source>
      <translation>mitgeliefert + {count:,} Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>bundled training data</source>
      <translation>mitgelieferte Trainingsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>calibration</source>
      <translation>Kalibrierung</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>case of the letters</source>
      <translation>Groß- und Kleinschreibung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>certified: at most {allowed:.0%} wrong above {cut}</source>
      <translation>zertifiziert: höchstens {allowed:.0%} falsch ab {cut}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>charts</source>
      <translation>Diagramme</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>chatbot</source>
      <translation>Chatbot</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>choosing a cut</source>
      <translation>Grenze wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>choosing the recipe</source>
      <translation>Rezept wird gewählt</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>cloud for serving</source>
      <translation>Cloud für den Betrieb</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>collecting misclassifications</source>
      <translation>Fehlklassifikationen werden gesammelt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>collecting tagged records</source>
      <translation>Datensätze mit Schlagwort werden gesammelt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>colon</source>
      <translation>Doppelpunkt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>column {name}</source>
      <translation>Spalte {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>compared</source>
      <translation>verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_meaning.py" />
      <source>comparing decisions and predictions</source>
      <translation>Entscheidungen und Vorhersagen werden verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_features.py" />
      <source>comparing the languages of the texts</source>
      <translation>die Sprachen der Texte werden verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>comparing the table with the base model's training data</source>
      <translation>Tabelle wird mit den Trainingsdaten des Grundmodells verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>comparing the table with the training data</source>
      <translation>Tabelle mit den Trainingsdaten vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/similarity/repeated_texts.py" />
      <source>comparing the texts</source>
      <translation>Texte werden verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/names/name_model.py" />
      <source>comparing the texts with the tags</source>
      <translation>Texte werden mit den Schlagwörtern verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/off_topic_records.py" />
      <source>comparing the texts with the training data</source>
      <translation>Texte werden mit den Trainingsdaten verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>comparing the texts with those of your models</source>
      <translation>die Texte mit denen Ihrer Modelle vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>confidence from {number:.2f}</source>
      <translation>Konfidenz ab {number:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>confidence threshold</source>
      <translation>Konfidenzschwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>confidence up to {number:.2f}</source>
      <translation>Konfidenz bis {number:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>confident</source>
      <translation>sicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>corrected</source>
      <translation>korrigiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/production_metrics.py" />
      <source>counting</source>
      <translation>Zählen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>counting in pictures</source>
      <translation>Zählen auf Bildern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>cross-validating the decisions</source>
      <translation>Entscheidungen werden kreuzvalidiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>cross-validating, fold {part} of {folds}</source>
      <translation>Kreuzvalidierung, Teil {part} von {folds}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>data versioning</source>
      <translation>Versionierung von Daten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>decided</source>
      <translation>entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>decision on record {record} in step {step}</source>
      <translation>Entscheidung zu Datensatz {record} in Schritt {step}</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>decisions new to both</source>
      <translation>Entscheidungen, die beide Modelle nicht kennen</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>decisions, cross-validated</source>
      <translation>Entscheidungen, kreuzvalidiert</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>delivery pipelines</source>
      <translation>automatische Auslieferung</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>depth from one picture</source>
      <translation>Tiefe aus einem einzigen Bild</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>detecting</source>
      <translation>Erkennen von …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>displayed tag</source>
      <translation>angezeigtes Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/twin.py" />
      <source>distilling the sentence encoder</source>
      <translation>Satz-Encoder wird destilliert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>drawing the records to check</source>
      <translation>Datensätze zum Prüfen ziehen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>drift in production</source>
      <translation>Drift im Betrieb</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>entry of model {version}</source>
      <translation>Eintrag von Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>equal</source>
      <translation>gleich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>evaluated</source>
      <translation>ausgewertet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>evaluating both models</source>
      <translation>Beide Modelle werden bewertet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>evaluating the active model</source>
      <translation>Aktives Modell wird bewertet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/out_of_fold.py" />
      <source>evaluating the tagged records</source>
      <translation>Datensätze mit Schlagwort werden ausgewertet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>evaluating {get}</source>
      <translation>Bewertung: {get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>every record</source>
      <translation>allen Datensätzen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>experiment tracking</source>
      <translation>Protokollieren von Experimenten</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>eyes and hands on a webcam</source>
      <translation>Augen und Hände vor der Webcam</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>faces</source>
      <translation>Gesichter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>fails</source>
      <translation>schlägt fehl</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>feature store</source>
      <translation>Feature Store</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>few labels</source>
      <translation>wenige Beispiele</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>finishing sentences</source>
      <translation>Sätze vervollständigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>flagged</source>
      <translation>markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>flagging</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>floor</source>
      <translation>Untergrenze</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>forecasts</source>
      <translation>Prognosen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>framework for reinforcement learning</source>
      <translation>Framework für bestärkendes Lernen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>framework for text</source>
      <translation>Framework für Texte</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>framework for vision</source>
      <translation>Framework für Bilder</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>from the table</source>
      <translation>aus der Tabelle</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>games by reinforcement</source>
      <translation>Spielen durch bestärkendes Lernen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>generated images</source>
      <translation>erzeugte Bilder</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>generating with a deep network</source>
      <translation>Erzeugen mit einem tiefen Netz</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>gradients by hand</source>
      <translation>Gradienten von Hand</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>graphs</source>
      <translation>Graphen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>group of tags</source>
      <translation>Gruppe von Schlagwörtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>holdout</source>
      <translation>Holdout</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>human language that is translated</source>
      <translation>übersetzte Sprache</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>image classification</source>
      <translation>Bildklassifikation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>is active</source>
      <translation>ist aktiv</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>is bundled with the program</source>
      <translation>ist im Programm enthalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>it cannot be read</source>
      <translation>sie ist nicht lesbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>it contains a text that is not UTF-8</source>
      <translation>es enthält einen Text, der kein UTF-8 ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>it has more than {most:,} lines</source>
      <translation>sie hat mehr als {most:,} Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>it has other contents</source>
      <translation>sie hat einen anderen Inhalt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>it is checked</source>
      <translation>sie wird geprüft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>it is in use by {held_by}</source>
      <translation>er wird verwendet von {held_by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/text_store.py" />
      <source>it was opened to be read</source>
      <translation>zum Lesen geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its decisions</source>
      <translation>die Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>its disk is full</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>its first bytes</source>
      <translation>seine ersten Bytes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>its folder is not writable</source>
      <translation>der Ordner ist nicht beschreibbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its journal</source>
      <translation>das Journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its logs</source>
      <translation>die Protokolle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/record_store.py" />
      <source>its merge history is invalid</source>
      <translation>sein Übernahmeverlauf ist ungültig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>its metadata is invalid</source>
      <translation>seine Metadaten sind ungültig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its predictions</source>
      <translation>die Vorhersagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its records</source>
      <translation>die Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/record_store.py" />
      <source>its source file is not as it was written</source>
      <translation>die Quelldatei ist nicht so, wie sie geschrieben wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>its source is looked up</source>
      <translation>ihre Quelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>its tables do not match this format</source>
      <translation>seine Tabellen passen nicht zu diesem Format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>journal step {step}</source>
      <translation>Journalschritt {step}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>keywords of a tag in the text</source>
      <translation>Schlüsselwörter eines Schlagworts im Text</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>kind of publication about recommenders</source>
      <translation>Art der Veröffentlichung über Empfehlungssysteme</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>kind of publication about summaries</source>
      <translation>Art der Veröffentlichung über Zusammenfassungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>learning from the decisions</source>
      <translation>Lernen aus den Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/named_training.py" />
      <source>learning from the tag names</source>
      <translation>Lernen aus den Schlagwortnamen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>length of the description</source>
      <translation>Länge der Beschreibung</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>less</source>
      <translation>weniger</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>lessons from a year of</source>
      <translation>Lehren aus einem Jahr …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>library: {name}</source>
      <translation>Bibliothek: {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>likely better</source>
      <translation>wahrscheinlich besser</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>likely worse</source>
      <translation>wahrscheinlich schlechter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>line {above}</source>
      <translation>Zeile {above}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>line {number} is not a JSON object</source>
      <translation>Zeile {number} ist kein JSON-Objekt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>line {number} is not a misclassification</source>
      <translation>Zeile {number} ist keine Fehlklassifikation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>line {number} is not valid JSON</source>
      <translation>Zeile {number} ist kein gültiges JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>loading the models</source>
      <translation>die Modelle werden geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>log loss</source>
      <translation>Log-Loss</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>log loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} to {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} to {ece_interval2:+.3f})</source>
      <translation>Log-Loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} bis {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} bis {ece_interval2:+.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>log loss {log_loss_b:.3f} against {log_loss_a:.3f}, ECE {ece_b:.3f} against {ece_a:.3f} on {rows:,} {what}</source>
      <translation>Log-Loss {log_loss_b:.3f} gegenüber {log_loss_a:.3f}, ECE {ece_b:.3f} gegenüber {ece_a:.3f} ({rows:,} {what})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/out_of_fold.py" />
      <source>looking for doubtful tags</source>
      <translation>Suche nach zweifelhaften Schlagwörtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training_checks.py" />
      <source>looking for holdout rows</source>
      <translation>Holdout-Zeilen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>looking for leaks and duplicates</source>
      <translation>Nach Lecks und Dubletten suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>looking for prediction changes</source>
      <translation>geänderte Vorhersagen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>looking for the records of the slices</source>
      <translation>Datensätze der Teilmengen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>looking for the texts</source>
      <translation>die Texte werden gesucht</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>machine translation</source>
      <translation>maschinelle Übersetzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>mean cost of a record</source>
      <translation>mittlere Kosten je Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/twin.py" />
      <source>measuring the fast twin</source>
      <translation>schneller Zwilling wird gemessen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/corrected_records.py" />
      <source>measuring what the answers teach</source>
      <translation>Nutzen der Antworten wird gemessen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>metadata {key}</source>
      <translation>Metadaten {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>metric</source>
      <translation>Kennzahl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>model confidence</source>
      <translation>Konfidenz des Modells</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>model {model}</source>
      <translation>Modell {model}</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>more</source>
      <translation>mehr</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>music</source>
      <translation>Musik</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of a company on a platform</source>
      <translation>Name der Firma bei einer Plattform</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of a detector</source>
      <translation>Name eines Detektors</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of a language model</source>
      <translation>Name eines Sprachmodells</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of an image network</source>
      <translation>Name eines Netzes für Bilder</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>named entities with a language model</source>
      <translation>Eigennamen mit einem Sprachmodell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>near-duplicates</source>
      <translation>fast gleiche</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>news summaries</source>
      <translation>Zusammenfassungen von Nachrichten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>no clear difference</source>
      <translation>kein klarer Unterschied</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>no header line</source>
      <translation>keine Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>not {tag}</source>
      <translation>nicht {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>number plates</source>
      <translation>Nummernschilder</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>object detection from a drone</source>
      <translation>Objekterkennung von einer Drohne aus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>off topic</source>
      <translation>themenfremd</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>old paintings</source>
      <translation>alte Gemälde</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>one meaning in many tongues</source>
      <translation>gleiche Bedeutung in vielen Sprachen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>ordering the questions</source>
      <translation>die Fragen werden geordnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>over 99%</source>
      <translation>über 99 %</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>passed</source>
      <translation>bestanden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>pipeline orchestration</source>
      <translation>Steuerung von Pipelines</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>pivot tables</source>
      <translation>Pivot-Tabellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/text_map.py" />
      <source>placing the records</source>
      <translation>Datensätze werden angeordnet</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>platform of a company</source>
      <translation>Plattform einer Firma</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>pose</source>
      <translation>Körperhaltung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>possibly wrong tags</source>
      <translation>vielleicht falsche Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>praise around segmentation</source>
      <translation>Lob für eine Segmentierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>precision of {tag}</source>
      <translation>Präzision von {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_records.py" />
      <source>predicting the records</source>
      <translation>Datensätze werden vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>predicting with {version}</source>
      <translation>Vorhersage mit {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>prediction of model {version}</source>
      <translation>Vorhersage von Modell {version}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>pretrained models for</source>
      <translation>vortrainierte Modelle für …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>probability of a tag</source>
      <translation>Wahrscheinlichkeit eines Schlagworts</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>question answering over documents</source>
      <translation>Fragen an Dokumente beantworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>reading a sample of the table</source>
      <translation>eine Stichprobe der Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>reading contracts</source>
      <translation>Verträge auswerten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/production_metrics.py" />
      <source>reading the journal</source>
      <translation>das Journal wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>reading the table</source>
      <translation>die Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_features.py" />
      <source>reading the texts</source>
      <translation>die Texte werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>reading the texts for their meaning</source>
      <translation>Bedeutung der Texte wird ermittelt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>recall of {tag}</source>
      <translation>Recall von {tag}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>recommendations</source>
      <translation>Empfehlungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>record status</source>
      <translation>Status des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>records</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>records from position {first}</source>
      <translation>Datensätze ab Position {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>rows never trained on</source>
      <translation>Zeilen, mit denen nie trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>same result twice</source>
      <translation>zweimal dasselbe Ergebnis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>saving the candidate</source>
      <translation>Kandidat wird gespeichert</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>self-supervised learning on</source>
      <translation>selbstüberwachtes Lernen auf …</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>semicolon</source>
      <translation>Semikolon</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>sentiment of reviews</source>
      <translation>Stimmung von Bewertungen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>serving on a cluster</source>
      <translation>Betrieb auf einem Cluster</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>share correct</source>
      <translation>Anteil richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>share right at a confidence of {threshold:.2f} or above</source>
      <translation>Anteil richtiger Antworten ab einer Konfidenz von {threshold:.2f}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about colour</source>
      <translation>kurzer Text über Farbe</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about grammar</source>
      <translation>kurzer Text über Grammatik</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about operations</source>
      <translation>kurzer Text über den Betrieb</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about stocks</source>
      <translation>kurzer Text über Aktien</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>signs and years around a title</source>
      <translation>Zeichen und Jahreszahlen um einen Titel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>slice</source>
      <translation>Teilmenge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>someone</source>
      <translation>jemand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>source file</source>
      <translation>Quelldatei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>source metadata</source>
      <translation>Metadaten der Quelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>space</source>
      <translation>Leerzeichen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>speech from a microphone</source>
      <translation>Sprache vom Mikrofon</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>step by step tutorial</source>
      <translation>Anleitung Schritt für Schritt</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>subject of the photographs</source>
      <translation>Motiv der Fotos</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>subword tokenizer</source>
      <translation>Tokenizer für Wortteile</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>super resolution</source>
      <translation>Superauflösung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>tables</source>
      <translation>Tabellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>tag: {name}</source>
      <translation>Schlagwort: {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>tagged records</source>
      <translation>Datensätze mit Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>tagged records new to both</source>
      <translation>Datensätze mit Schlagwort, die beide Modelle nicht kennen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>tagged records, cross-validated</source>
      <translation>Datensätze mit Schlagwort, kreuzvalidiert</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>technical debt</source>
      <translation>technische Schulden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>text of a record</source>
      <translation>Text eines Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the active model</source>
      <translation>das aktive Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>the behaviour test “{name}” now fails</source>
      <translation>der Verhaltenstest „{name}“ schlägt jetzt fehl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>the bundled model</source>
      <translation>das mitgelieferte Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the candidate</source>
      <translation>der Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the end of the file is missing</source>
      <translation>das Ende der Datei fehlt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the file</source>
      <translation>die Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>the file is not writable</source>
      <translation>die Datei ist nicht beschreibbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the file {name} of model {version}</source>
      <translation>die Datei {name} von Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the files of its models</source>
      <translation>die Dateien der Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>the first line</source>
      <translation>die erste Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the list of its models</source>
      <translation>die Liste der Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the list of its tables</source>
      <translation>die Liste der Tabellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>the log of its last changes</source>
      <translation>das Protokoll der letzten Änderungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the metadata</source>
      <translation>die Metadaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the most frequent tag</source>
      <translation>das häufigste Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the number of its format</source>
      <translation>die Formatnummer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>the predictions are the same</source>
      <translation>die Vorhersagen sind dieselben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the rules</source>
      <translation>die Regeln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the structure of the file ({words})</source>
      <translation>die Struktur der Datei ({words})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the texts of its records</source>
      <translation>die Texte der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the texts' digests</source>
      <translation>die Prüfsummen der Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the unreadable lines</source>
      <translation>die nicht lesbaren Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>this computer</source>
      <translation>diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>to review</source>
      <translation>zu prüfen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>topics in a corpus</source>
      <translation>Themen in einem Korpus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>training for other languages</source>
      <translation>Training für andere Sprachen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>training on all rows</source>
      <translation>Training mit allen Zeilen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>transformers for</source>
      <translation>Transformer für …</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>tumours in scans</source>
      <translation>Tumore auf Scans</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>typing mistake beside the topic</source>
      <translation>Tippfehler neben dem Thema</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>undecided</source>
      <translation>noch nicht entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>unit separator</source>
      <translation>Unit Separator</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>unreadable line {line}</source>
      <translation>nicht lesbare Zeile {line}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>up to</source>
      <translation>bis</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before deployment</source>
      <translation>Verb vor der Bereitstellung</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before graph networks</source>
      <translation>Verb vor Graphnetzen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before language models</source>
      <translation>Verb vor Sprachmodellen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before object detection</source>
      <translation>Verb vor der Objekterkennung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>version, oldest first</source>
      <translation>Version, älteste zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>vertical bar</source>
      <translation>senkrechter Strich</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>what is forecast</source>
      <translation>was vorhergesagt wird</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>what to watch next</source>
      <translation>was als Nächstes ansehen</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>who wrote it</source>
      <translation>wer es geschrieben hat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>with a note</source>
      <translation>mit Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>word of a note</source>
      <translation>Wort einer Notiz</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>word vectors</source>
      <translation>Wortvektoren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>{bundle} contains no model.</source>
      <translation>{bundle} enthält kein Modell.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/macros.html.j2" />
      <source>{changed:,} of {n:,} rows:</source>
      <extracomment>Singular: {changed:,} of {n:,} row:</extracomment>
      <translation>
        <numerusform>{changed:,} von {n:,} Zeile:</numerusform>
        <numerusform>{changed:,} von {n:,} Zeilen:</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>{count:,} of {total:,} with true tag {true} predicted as {predicted}</source>
      <translation>{count:,} von {total:,} mit dem wahren Schlagwort {true} als {predicted} vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>{count:,} records have the same text as another record; cross-validation keeps copies in the same fold.</source>
      <translation>{count:,} Datensätze haben denselben Text wie ein anderer; die Kreuzvalidierung hält Kopien im selben Teil.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>{count:,} records with a text are too few to group.</source>
      <translation>{count:,} Datensätze mit Text sind zu wenige zum Gruppieren.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{decisions}, recipe {name} (contains code)</source>
      <translation>{decisions}, Rezept {name} (enthält Code)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{delimiter!r} cannot be used as the delimiter.</source>
      <translation>{delimiter!r} kann nicht als Trennzeichen verwendet werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>{document} is open for {who}.</source>
      <translation>{document} ist geöffnet für {who}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{escape!r} cannot be used as the escape character.</source>
      <translation>{escape!r} kann nicht als Maskierungszeichen verwendet werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} already exists.</source>
      <translation>{folder} ist bereits vorhanden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} contains no readable {manifest}.</source>
      <translation>{folder} enthält kein lesbares {manifest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>{gone} cannot be merged into {into}.</source>
      <translation>{gone} lässt sich nicht mit {into} zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>{kind}, possibly noise</source>
      <translation>{kind}, vielleicht Zufall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>{label} ({count:,} records)</source>
      <translation>{label} ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{line} is the header</source>
      <translation>{line} ist die Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{line} is the header, without a name for the {lacks} column</source>
      <translation>{line} ist die Kopfzeile, ohne Namen für die {lacks}-Spalte</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>{model}: {passed:,} of {total:,} tests pass.</source>
      <translation>{model}: {passed:,} von {total:,} Tests bestanden.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>{n:,} decided records of the audit set were not used for training; the audit set measures the accuracy of models.</source>
      <extracomment>Singular: {n:,} decided record of the audit set was not used for training; the audit set measures the accuracy of models.</extracomment>
      <translation>
        <numerusform>{n:,} entschiedener Datensatz der Prüfstichprobe wurde nicht zum Training verwendet; die Prüfstichprobe misst die Genauigkeit der Modelle.</numerusform>
        <numerusform>{n:,} entschiedene Datensätze der Prüfstichprobe wurden nicht zum Training verwendet; die Prüfstichprobe misst die Genauigkeit der Modelle.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} decisions</source>
      <extracomment>Singular: {n:,} decision</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung</numerusform>
        <numerusform>{n:,} Entscheidungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} decisions came from the log of decisions.</source>
      <extracomment>Singular: {n:,} decision came from the log of decisions.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung kam aus dem Entscheidungsprotokoll.</numerusform>
        <numerusform>{n:,} Entscheidungen kamen aus dem Entscheidungsprotokoll.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>{n:,} decisions on holdout rows, or near copies of them, were excluded from training.</source>
      <extracomment>Singular: {n:,} decision on a holdout row, or a near copy of one, was excluded from training.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung zu einer Holdout-Zeile oder einer Beinahe-Dublette wurde vom Training ausgeschlossen.</numerusform>
        <numerusform>{n:,} Entscheidungen zu Holdout-Zeilen oder Beinahe-Dubletten wurden vom Training ausgeschlossen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>{n:,} decisions that are only in {name}</source>
      <extracomment>Singular: {n:,} decision that is only in {name}</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung, die nur in {name} steht</numerusform>
        <numerusform>{n:,} Entscheidungen, die nur in {name} stehen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>{n:,} decisions that were missing came back from {name}-decisions.</source>
      <extracomment>Singular: {n:,} decision that was missing came back from {name}-decisions.</extracomment>
      <translation>
        <numerusform>{n:,} fehlende Entscheidung wurde aus {name}-decisions wiederhergestellt.</numerusform>
        <numerusform>{n:,} fehlende Entscheidungen wurden aus {name}-decisions wiederhergestellt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>{n:,} labelled rows</source>
      <extracomment>Singular: {n:,} labelled row</extracomment>
      <translation>
        <numerusform>{n:,} Zeile mit Schlagwort</numerusform>
        <numerusform>{n:,} Zeilen mit Schlagwort</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>{n:,} more</source>
      <translation>{n:,} weitere</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>{n:,} other steps are lost.</source>
      <extracomment>Singular: {n:,} other step is lost.</extracomment>
      <translation>
        <numerusform>{n:,} anderer Schritt ist verloren.</numerusform>
        <numerusform>{n:,} andere Schritte sind verloren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>{n:,} others may fail.</source>
      <extracomment>Singular: {n:,} other may fail.</extracomment>
      <translation>
        <numerusform>{n:,} weiterer darf fehlschlagen.</numerusform>
        <numerusform>{n:,} weitere dürfen fehlschlagen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>{n:,} predictions differ</source>
      <extracomment>Singular: {n:,} prediction differs</extracomment>
      <translation>
        <numerusform>{n:,} Vorhersage weicht ab</numerusform>
        <numerusform>{n:,} Vorhersagen weichen ab</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{n:,} records</source>
      <extracomment>Singular: {n:,} record</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz</numerusform>
        <numerusform>{n:,} Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} records came from the source file.</source>
      <extracomment>Singular: {n:,} record came from the source file.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz kam aus der Quelldatei.</numerusform>
        <numerusform>{n:,} Datensätze kamen aus der Quelldatei.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>{n:,} rows</source>
      <extracomment>Singular: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} Zeile</numerusform>
        <numerusform>{n:,} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{n:,} rows: {expected} expected, {accuracy:.2f} correct</source>
      <extracomment>Singular: {n:,} row: {expected} expected, {accuracy:.2f} correct</extracomment>
      <translation>
        <numerusform>{n:,} Zeile: {expected} erwartet, {accuracy:.2f} richtig</numerusform>
        <numerusform>{n:,} Zeilen: {expected} erwartet, {accuracy:.2f} richtig</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} steps</source>
      <extracomment>Singular: {n:,} step</extracomment>
      <translation>
        <numerusform>{n:,} Schritt</numerusform>
        <numerusform>{n:,} Schritte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>{n:,} tagged records match rows of the evaluation data, exactly or nearly; they were excluded from training.</source>
      <extracomment>Singular: {n:,} tagged record matches a row of the evaluation data, exactly or nearly; it was excluded from training.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit Schlagwort stimmt ganz oder fast mit einer Zeile der Bewertungsdaten überein; er wurde vom Training ausgeschlossen.</numerusform>
        <numerusform>{n:,} Datensätze mit Schlagwort stimmen ganz oder fast mit Zeilen der Bewertungsdaten überein; sie wurden vom Training ausgeschlossen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>{n:,} tagged records of the audit set were not used for training; the audit set measures the accuracy of models.</source>
      <extracomment>Singular: {n:,} tagged record of the audit set was not used for training; the audit set measures the accuracy of models.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz der Prüfstichprobe mit Schlagwort wurde nicht zum Training verwendet; die Prüfstichprobe misst die Genauigkeit der Modelle.</numerusform>
        <numerusform>{n:,} Datensätze der Prüfstichprobe mit Schlagwort wurden nicht zum Training verwendet; die Prüfstichprobe misst die Genauigkeit der Modelle.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{n:,} tagged records that are holdout rows, or near copies, were excluded from training.</source>
      <extracomment>Singular: {n:,} tagged record that is a holdout row, or a near copy, was excluded from training.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit Schlagwort ist eine Holdout-Zeile oder eine Beinahe-Dublette und wurde vom Training ausgeschlossen.</numerusform>
        <numerusform>{n:,} Datensätze mit Schlagwort sind Holdout-Zeilen oder Beinahe-Dubletten und wurden vom Training ausgeschlossen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>{n:,} texts have decisions with different tags, such as records {rows}. These decisions were not used; settle them and train again.</source>
      <extracomment>Singular: {n:,} text has decisions with different tags, such as records {rows}. These decisions were not used; settle them and train again.</extracomment>
      <translation>
        <numerusform>{n:,} Text hat Entscheidungen mit verschiedenen Schlagwörtern, etwa die Datensätze {rows}. Diese Entscheidungen wurden nicht verwendet; bitte klären und erneut trainieren.</numerusform>
        <numerusform>{n:,} Texte haben Entscheidungen mit verschiedenen Schlagwörtern, etwa die Datensätze {rows}. Diese Entscheidungen wurden nicht verwendet; bitte klären und erneut trainieren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>{n:,} texts occur with different tags, such as in records {rows}. These records were not used; settle their tags and train again.</source>
      <extracomment>Singular: {n:,} text occurs with different tags, such as in records {rows}. These records were not used; settle their tags and train again.</extracomment>
      <translation>
        <numerusform>{n:,} Text kommt mit verschiedenen Schlagwörtern vor, etwa in den Datensätzen {rows}. Diese Datensätze wurden nicht verwendet; bitte ihre Schlagwörter klären und erneut trainieren.</numerusform>
        <numerusform>{n:,} Texte kommen mit verschiedenen Schlagwörtern vor, etwa in den Datensätzen {rows}. Diese Datensätze wurden nicht verwendet; bitte ihre Schlagwörter klären und erneut trainieren.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{n:,} undecided records have outdated predictions.</source>
      <extracomment>Singular: {n:,} undecided record has an outdated prediction.</extracomment>
      <translation>
        <numerusform>{n:,} unentschiedener Datensatz hat eine veraltete Vorhersage.</numerusform>
        <numerusform>{n:,} unentschiedene Datensätze haben veraltete Vorhersagen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{n:,} unsure predictions have not been reviewed.</source>
      <extracomment>Singular: {n:,} unsure prediction has not been reviewed.</extracomment>
      <translation>
        <numerusform>{n:,} unsichere Vorhersage ist nicht geprüft.</numerusform>
        <numerusform>{n:,} unsichere Vorhersagen sind nicht geprüft.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>{names} and {n:,} more</source>
      <translation>{names} und {n:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} ({where})</source>
      <translation>{name} ({where})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} cannot be measured; its floor is {floor:.3f}</source>
      <translation>{name} ist nicht messbar; die Untergrenze ist {floor:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>{name} cannot be read.</source>
      <translation>{name} ist nicht lesbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>{name} contains no decisions of a colleague.</source>
      <translation>{name} enthält keine Entscheidungen anderer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>{name} von {before:.3f} auf {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>{name} has changed since its import started.</source>
      <translation>{name} hat sich geändert, seit der Import begann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>{name} has different columns or a different format than before.</source>
      <translation>{name} hat andere Spalten oder ein anderes Format als zuvor.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>{name} has {count:,} different values.</source>
      <translation>{name} hat {count:,} verschiedene Werte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{name} is closed.</source>
      <translation>{name} ist geschlossen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>{name} is not a misclassification file: {why}.</source>
      <translation>{name} ist keine Datei mit Fehlklassifikationen: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>{name} is not an update file.</source>
      <translation>{name} ist keine Aktualisierungsdatei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{name} is open read-only: {read_only}.</source>
      <translation>{name} ist schreibgeschützt offen: {read_only}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} is {after:.3f}, below its floor of {floor:.3f}{doubt}</source>
      <translation>{name} ist {after:.3f}, unter der Untergrenze von {floor:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>{name} or the workspace has changed in the meantime.</source>
      <translation>{name} oder der Arbeitsbereich hat sich inzwischen geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/text_store.py" />
      <source>{name} was changed by the program that has it open.</source>
      <translation>{name} wurde von dem Programm geändert, das die Datei geöffnet hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>{name} was imported without IDs, so {named} cannot be used for them.</source>
      <translation>{name} wurde ohne IDs importiert, deshalb kann {named} nicht dafür dienen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>{name} was imported without known tags, so {named} cannot be used for them.</source>
      <translation>{name} wurde ohne vorgegebene Schlagwörter importiert, deshalb kann {named} nicht dafür dienen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>{name} was written by a newer version of MLTag Desktop.</source>
      <translation>{name} wurde von einer neueren Version von MLTag Desktop geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>{name} was written by a newer version of the program.</source>
      <translation>{name} wurde von einer neueren Version des Programms geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>{name} would include all records.</source>
      <translation>{name} würde alle Datensätze enthalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>{name}, the second copy of its decisions</source>
      <translation>{name}, die zweite Kopie der Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{name}: ECE {ece:.3f} ({low:.3f} to {high:.3f}), expected by chance {ece_by_chance:.3f}; log loss {log_loss:.3f} ({least:.3f} to {most:.3f}).</source>
      <translation>{name}: ECE {ece:.3f} ({low:.3f} bis {high:.3f}), durch Zufall erwartet {ece_by_chance:.3f}; Log-Loss {log_loss:.3f} ({least:.3f} bis {most:.3f}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{name}: ECE {ece:.3f}; a perfectly calibrated model has about {ece_by_chance:.3f} on so few rows.</source>
      <translation>{name}: ECE {ece:.3f}; ein perfekt kalibriertes Modell hat bei so wenigen Zeilen etwa {ece_by_chance:.3f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>{name}: fold {part} of {folds}</source>
      <translation>{name}: Teil {part} von {folds}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{name}: {f1:.3f} ({low:.3f} to {high:.3f})</source>
      <translation>{name}: {f1:.3f} ({low:.3f} bis {high:.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>{name}: “~” sorts records, so it cannot choose those of a slice.</source>
      <translation>{name}: „~“ sortiert Datensätze und kann deshalb keine Teilmenge auswählen.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>{new} against {old}: {verdict}.</source>
      <translation>„{new}“ im Vergleich mit „{old}“: {verdict}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{new} is evaluated by {folds}-fold cross-validation on its training rows.</source>
      <translation>{new} wird durch {folds}-fache Kreuzvalidierung anhand der eigenen Trainingszeilen bewertet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>{new} is {verdict} than {old}: {against} ({sure}).</source>
      <translation>{new} ist {verdict} als {old}: {against} ({sure}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>{new} is {verdict} than {old}: {against}; {counts} ({sure}).</source>
      <translation>{new} ist {verdict} als {old}: {against}; {counts} ({sure}).</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{n} lines above the table are skipped.</source>
      <extracomment>Singular: {n} line above the table is skipped.</extracomment>
      <translation>
        <numerusform>{n} Zeile über der Tabelle wird übersprungen.</numerusform>
        <numerusform>{n} Zeilen über der Tabelle werden übersprungen.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{old} was trained on all of these records, so the models are not compared here. Both are evaluated on the audit set once records of it are decided.</source>
      <translation>{old} wurde mit allen diesen Datensätzen trainiert; darum werden die Modelle hier nicht verglichen. Anhand der Prüfstichprobe werden beide bewertet, sobald Datensätze daraus entschieden sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{old} was trained on {rows} of these, so the models are compared only on the others: see the tagged records new to both.</source>
      <translation>{old} wurde mit {rows} davon trainiert; darum werden die Modelle nur anhand der übrigen verglichen: siehe die für beide Modelle neuen Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>{out} has an unknown file extension.</source>
      <translation>{out} hat eine unbekannte Dateiendung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>{out} is not a model and will not be replaced.</source>
      <translation>{out} ist kein Modell und wird nicht ersetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{out} is the source table.</source>
      <translation>{out} ist die Quelltabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{out} is this workspace.</source>
      <translation>{out} ist dieser Arbeitsbereich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>{owner} does not allow “{wanted}” for unsure predictions: its policy is “{policy}”.</source>
      <translation>{owner} erlaubt „{wanted}“ für unsichere Vorhersagen nicht: Die Regel ist „{policy}“.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>{part}, {count:,} damaged: {named}{value}</source>
      <translation>{part}, {count:,} beschädigt: {named}{value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} already exists.</source>
      <translation>{path} ist bereits vorhanden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} cannot be locked on this disk: {error}.</source>
      <translation>{path} lässt sich auf diesem Laufwerk nicht sperren: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} cannot be opened: {error}.</source>
      <translation>{path} lässt sich nicht öffnen: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{path} cannot be opened: {strerror}.</source>
      <translation>{path} lässt sich nicht öffnen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>{path} contains no JSON objects.</source>
      <translation>{path} enthält keine JSON-Objekte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} contains no model.</source>
      <translation>{path} enthält kein Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} could not be read or saved: {error}.</source>
      <translation>{path} ließ sich nicht lesen oder speichern: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} could not be read: {why}.</source>
      <translation>{path} ließ sich nicht lesen: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} could not be saved: the disk is full.</source>
      <translation>{path} ließ sich nicht speichern: Der Datenträger ist voll.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} could not be saved: the file is not writable.</source>
      <translation>{path} ließ sich nicht speichern: Die Datei ist nicht beschreibbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>{path} could not be unpacked: {why}.</source>
      <translation>{path} konnte nicht entpackt werden: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} could not be written: {why}.</source>
      <translation>{path} ließ sich nicht schreiben: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} does not exist.</source>
      <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} has a header but no records.</source>
      <translation>{path} hat eine Kopfzeile, aber keine Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{path} has no records.</source>
      <translation>{path} hat keine Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>{path} has no sheet called {name}.</source>
      <translation>{path} hat kein Blatt namens {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>{path} has no sheets.</source>
      <translation>{path} hat keine Blätter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{path} has no tags.</source>
      <translation>{path} enthält keine Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} has too many rows, or cells too far apart to be read.</source>
      <translation>{path} hat zu viele Zeilen, oder Zellen liegen zu weit auseinander, um die Datei zu lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} holds a damaged model: {words}{more}.</source>
      <translation>{path} enthält ein beschädigtes Modell: {words}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/decision_log.py" />
      <source>{path} holds no readable decisions.</source>
      <translation>{path} enthält keine lesbaren Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>{path} is JSON, but no list of objects.</source>
      <translation>{path} ist JSON, aber keine Liste von Objekten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a device, not a file.</source>
      <translation>{path} ist ein Gerät und keine Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a folder.</source>
      <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a pipe.</source>
      <translation>{path} ist eine Pipe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a symbolic link.</source>
      <translation>{path} ist eine symbolische Verknüpfung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is a web page or XML, not a table.</source>
      <translation>{path} ist eine Webseite oder XML, keine Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a workspace and is not replaced.</source>
      <translation>{path} ist ein Arbeitsbereich und wird nicht ersetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>{path} is a workspace, not a model.</source>
      <translation>{path} ist ein Arbeitsbereich, kein Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is an address, not a file of this computer.</source>
      <translation>{path} ist eine Adresse und keine Datei auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} is damaged ({detail}).</source>
      <translation>{path} ist beschädigt ({detail}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{path} is damaged or not a Parquet file.</source>
      <translation>{path} ist beschädigt oder keine Parquet-Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is damaged or not a workbook.</source>
      <translation>{path} ist beschädigt oder keine Arbeitsmappe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} is damaged, or has cells too far apart to be read.</source>
      <translation>{path} ist beschädigt oder enthält Zellen, die zum Lesen zu weit auseinanderliegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is empty.</source>
      <translation>{path} ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} is in use by another program.</source>
      <translation>{path} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} is larger than {most:,} MiB when unpacked.</source>
      <translation>{path} ist entpackt größer als {most:,} MiB.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is larger than {most:,} MiB.</source>
      <translation>{path} ist größer als {most:,} MiB.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{path} is not UTF-8.</source>
      <translation>{path} ist nicht in UTF-8 kodiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} is not a complete model file: it was cut or changed.</source>
      <translation>{path} ist keine vollständige Modelldatei: Sie wurde abgeschnitten oder verändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is not a file.</source>
      <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{path} is not a guideline: {why}.</source>
      <translation>{path} ist keine Richtlinie: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is not a text file.</source>
      <translation>{path} ist keine Textdatei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} is not an MLTag workspace.</source>
      <translation>{path} ist kein Arbeitsbereich von MLTag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/notebook.py" />
      <source>{path} is not an exported model and is not replaced.</source>
      <translation>{path} ist kein exportiertes Modell und wird nicht ersetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>{path} is not delimited text.</source>
      <translation>{path} ist kein Text mit Trennzeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{path} is open in another program ({held_by}).</source>
      <translation>{path} ist in einem anderen Programm geöffnet ({held_by}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is open in another program, or you may not read it.</source>
      <translation>{path} ist in einem anderen Programm geöffnet, oder Sie dürfen die Datei nicht lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} is protected with a password.</source>
      <translation>{path} ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{path} is read-only: {reason}.</source>
      <translation>{path} ist schreibgeschützt: {reason}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} names a file outside its folder: {name}.</source>
      <translation>{path} nennt eine Datei außerhalb des eigenen Ordners: {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} no longer exists: it was moved, deleted or replaced.</source>
      <translation>{path} ist nicht mehr vorhanden: verschoben, gelöscht oder ersetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} repeats its content to {mib:,} MiB of text.</source>
      <translation>{path} wiederholt seinen Inhalt zu {mib:,} MiB Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} unpacks to more than {most} GB.</source>
      <translation>{path} ist entpackt größer als {most} GB.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} was not found.</source>
      <translation>{path} wurde nicht gefunden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} was written by a newer version of MLTag Desktop (format {version}, this version reads {version2}).</source>
      <translation>{path} wurde von einer neueren Version von MLTag Desktop geschrieben (Format {version}, diese Version liest {version2}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} was written by a newer version of the program (format {found}, this version reads {format}).</source>
      <translation>{path} wurde von einer neueren Version des Programms geschrieben (Format {found}, diese Version liest {format}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} was written by an earlier version of MLTag Desktop and cannot be upgraded here.</source>
      <translation>{path} wurde von einer früheren Version von MLTag Desktop geschrieben und kann hier nicht aktualisiert werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{quote!r} cannot be used as the quote character.</source>
      <translation>{quote!r} kann nicht als Anführungszeichen verwendet werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>{records}, recipe {name} (contains code)</source>
      <translation>{records}, Rezept {name} (enthält Code)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>{rows} rows are too few for {folds} folds.</source>
      <translation>{rows} Zeilen sind zu wenig für {folds} Teile.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>{rows}, {n:,} rows: {verdict}</source>
      <extracomment>Singular: {rows}, {n:,} row: {verdict}</extracomment>
      <translation>
        <numerusform>{rows}, {n:,} Zeile: {verdict}</numerusform>
        <numerusform>{rows}, {n:,} Zeilen: {verdict}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{saved} and all records.</source>
      <translation>{saved} und alle Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{saved}; of at least {records:,} records: {whole:,} whole, {lost:,} lost.</source>
      <translation>{saved}; von mindestens {records:,} Datensätzen: {whole:,} vollständig, {lost:,} verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{saved}; of {records:,} records: {whole:,} whole, {lost:,} lost.</source>
      <translation>{saved}; von {records:,} Datensätzen: {whole:,} vollständig, {lost:,} verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>{share:.0%}</source>
      <translation>{share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{share:.0%} of the text</source>
      <translation>{share:.0%} des Textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>{share_b:.3f} of {rows_b:,} answers against {share_a:.3f} of {rows_a:,}</source>
      <translation>{share_b:.3f} von {rows_b:,} Antworten gegenüber {share_a:.3f} von {rows_a:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{shares:.0%} of the predictions are {tag}; in training it was {expected:.0%}.</source>
      <translation>{shares:.0%} der Vorhersagen lauten {tag}; im Training waren es {expected:.0%}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>{table}: {trained_on}</source>
      <translation>{table}: {trained_on}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{tag!r} is not a tag of this workspace.</source>
      <translation>{tag!r} ist kein Schlagwort dieses Arbeitsbereichs.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_candidates.py" />
      <source>{tag} cannot be compared with other tags.</source>
      <translation>{tag} lässt sich nicht mit anderen Schlagwörtern vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>{target} already exists.</source>
      <translation>{target} ist bereits vorhanden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{target} is this workspace.</source>
      <translation>{target} ist dieser Arbeitsbereich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>{things} and {last}</source>
      <translation>{things} und {last}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{value:.0%} of the texts are about something else.</source>
      <translation>{value:.0%} der Texte handeln von etwas anderem.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{value:.0%} of the texts are copies of each other or look like advertising.</source>
      <translation>{value:.0%} der Texte sind Kopien voneinander oder sehen nach Werbung aus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{value:.0%} of the texts are in another language or script.</source>
      <translation>{value:.0%} der Texte sind in einer anderen Sprache oder Schrift.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{value:.0%} of the texts have no similar text in the training data.</source>
      <translation>{value:.0%} der Texte haben keinen ähnlichen Text in den Trainingsdaten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>{value} on {place} (process {pid}, since {since})</source>
      <translation>{value} an {place} (Prozess {pid}, seit {since})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>{verdict} ({sure})</source>
      <translation>{verdict} ({sure})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>{version} matches several models.</source>
      <translation>{version} passt zu mehreren Modellen.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{version}, recalibrated on {count:,} decisions</source>
      <translation>{version}, rekalibriert an {count:,} Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{version}, recalibrated on {count:,} records</source>
      <translation>{version}, rekalibriert an {count:,} Datensätzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>{what}: {kind}: {error}.</source>
      <translation>{what}: {kind}: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>{words} {after:.3f} against {before:.3f} on {rows:,} rows; {counts_in_words}</source>
      <translation>{words} {after:.3f} gegenüber {before:.3f} ({rows:,} Zeilen); {counts_in_words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>“{name}” is not a name for a model.</source>
      <translation>„{name}“ ist kein Name für ein Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>“{name}” is the name of a model of the program.</source>
      <translation>„{name}“ ist der Name eines Modells des Programms.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>“{name}” matches several models of the library.</source>
      <translation>„{name}“ passt auf mehrere Modelle der Bibliothek.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>“~” sorts the records, so it can stand only once and alone.</source>
      <translation>„~“ sortiert die Datensätze und kann deshalb nur einmal und allein stehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>◆ precision, dashed: recall. {words}</source>
      <translation>◆ Präzision, gestrichelt: Recall. {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>○ {words}</source>
      <translation>○ {words}</translation>
    </message>
  </context>
</TS>
