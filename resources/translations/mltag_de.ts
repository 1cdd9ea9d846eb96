<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>MLTag</name>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>  ·  {left:,} to review</source>
      <translation>  ·  {left:,} zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source> (undone)</source>
      <translation> (zurückgenommen)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source> The first {count:,} are listed.</source>
      <translation> Die ersten {count:,} sind aufgeführt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source> The first {most} texts of {count:,} are shown.</source>
      <translation> Die ersten {most} von {count:,} Texten sind zu sehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source> and others</source>
      <translation> und andere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source> and {rest:,} more</source>
      <translation> und {rest:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source> by an earlier model</source>
      <translation> von einem früheren Modell</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source> {n:,} are about tags that it does not know.</source>
      <extracomment>Singular:  {n:,} is about tags that it does not know.</extracomment>
      <translation>
        <numerusform> {n:,} betrifft Schlagwörter, die es nicht kennt.</numerusform>
        <numerusform> {n:,} betreffen Schlagwörter, die es nicht kennt.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;About MLTag Desktop</source>
      <translation>&amp;Über MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Accept tag</source>
      <translation>Schlagwort &amp;bestätigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>&amp;Add to table</source>
      <translation>Zur Tabelle &amp;hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Add to the tag set</source>
      <translation>Zu den Schlagwörtern &amp;hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>&amp;Add to the tag set: {names}</source>
      <translation>Zu den Schlagwörtern &amp;hinzufügen: {names}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>&amp;Add what is shown</source>
      <translation>Gezeigtes &amp;hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>&amp;Bring in</source>
      <translation>&amp;Übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Bring in decisions…</source>
      <translation>Entscheidungen &amp;übernehmen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Clear decision</source>
      <translation>Entscheidung &amp;löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>&amp;Close</source>
      <translation>&amp;Schließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Close table</source>
      <translation>Tabelle s&amp;chließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Commands…</source>
      <translation>&amp;Befehle…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>&amp;Contents</source>
      <translation>&amp;Inhalt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/diagnostics.py" />
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>&amp;Copy details</source>
      <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Copy rows</source>
      <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Dark colours</source>
      <translation>D&amp;unkle Farben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>&amp;Date</source>
      <translation>&amp;Datum</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>&amp;Delete…</source>
      <translation>&amp;Löschen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>&amp;Discard</source>
      <translation>&amp;Verwerfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>&amp;Do not ask again for this workspace</source>
      <translation>In diesem Arbeitsbereich &amp;nicht mehr fragen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>&amp;Encoding</source>
      <translation>&amp;Kodierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>&amp;Escape them</source>
      <translation>&amp;Umschreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>&amp;Export</source>
      <translation>&amp;Exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>&amp;Export misclassifications…</source>
      <translation>Fehlklassifikationen &amp;exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Export…</source>
      <translation>&amp;Exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>&amp;Fill undecided records with the predicted tag</source>
      <translation>Unentschiedene Datensätze mit dem vorhergesagten Schlagwort &amp;füllen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Find</source>
      <translation>&amp;Suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>&amp;Fit the confidence</source>
      <translation>Konfidenz an&amp;passen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Flag</source>
      <translation>&amp;Markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>&amp;Forward</source>
      <translation>&amp;Vor</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Go</source>
      <translation>&amp;Gehe zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Go back to the model before</source>
      <translation>&amp;Zurück zum vorherigen Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>&amp;Guard cells that a spreadsheet would take for formulas</source>
      <translation>Zellen &amp;schützen, die eine Tabellenkalkulation für Formeln hielte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>&amp;Guard them</source>
      <translation>&amp;Schützen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Guide</source>
      <translation>&amp;Anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>&amp;Id</source>
      <translation>&amp;Id</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Import report…</source>
      <translation>&amp;Importbericht…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Journal…</source>
      <translation>&amp;Journal…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Keys</source>
      <translation>&amp;Tasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Least confident first</source>
      <translation>&amp;Am wenigsten sichere zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>&amp;Licence texts</source>
      <translation>&amp;Lizenztexte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Light colours</source>
      <translation>&amp;Helle Farben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>&amp;Look at this state in the table</source>
      <translation>Diesen Stand in der Tabelle &amp;ansehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Look through all</source>
      <translation>Alle &amp;durchsehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Map to</source>
      <translation>&amp;Zuordnen zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Model</source>
      <translation>&amp;Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Next to review</source>
      <translation>&amp;Nächster zu prüfender</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Not now</source>
      <translation>&amp;Nicht jetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Note…</source>
      <translation>&amp;Notiz…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>&amp;Open</source>
      <translation>&amp;Öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>&amp;Open as a new table</source>
      <translation>Als neue Tabelle &amp;öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Open…</source>
      <translation>&amp;Öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Paste text…</source>
      <translation>&amp;Text einfügen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Previous to review</source>
      <translation>&amp;Vorheriger zu prüfender</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>&amp;Promote</source>
      <translation>&amp;In Betrieb nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Put it in place</source>
      <translation>&amp;Einsetzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Quit</source>
      <translation>Been&amp;den</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>&amp;Read again</source>
      <translation>&amp;Erneut lesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>&amp;Records</source>
      <translation>&amp;Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Redo</source>
      <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>&amp;Remove</source>
      <translation>&amp;Entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Renew the list</source>
      <translation>Liste e&amp;rneuern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Report</source>
      <translation>&amp;Bericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>&amp;Restore defaults</source>
      <translation>Voreinstellungen &amp;wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>&amp;Restore this state</source>
      <translation>Diesen Stand &amp;wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Restore…</source>
      <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>&amp;Return to the state after this step</source>
      <translation>Zum Stand nach diesem Schritt &amp;zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Save what can be read</source>
      <translation>Lesbares &amp;retten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>&amp;Sheet</source>
      <translation>&amp;Blatt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Show them in the table</source>
      <translation>In der Tabelle &amp;zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Skip</source>
      <translation>Über&amp;springen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Slices…</source>
      <translation>Te&amp;ilmengen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>&amp;Start from my own labels, without the bundled model</source>
      <translation>Von eigenen Schlagwörtern &amp;ausgehen, ohne das mitgelieferte Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Table</source>
      <translation>&amp;Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Tag</source>
      <translation>&amp;Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>&amp;Take in misclassifications…</source>
      <translation>Fehlklassifikationen ein&amp;lesen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>&amp;Take over</source>
      <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>&amp;Train a candidate</source>
      <translation>Kandidaten &amp;trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Train…</source>
      <translation>&amp;Trainieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Unsure</source>
      <translation>&amp;Unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>&amp;Use the measured one</source>
      <translation>Die &amp;gemessene nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>&amp;Use {measured:.2f}</source>
      <translation>{measured:.2f} &amp;nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>&amp;Wrapped in</source>
      <translation>&amp;Umschlossen von</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>+ added</source>
      <translation>+ hinzugekommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>, also {also}</source>
      <translation>, auch {also}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>, the {count:,} surest shown</source>
      <translation>, die {count:,} sichersten sind zu sehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>, which noise may explain</source>
      <translation>, was Zufall sein kann</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>, {gone_decided:,} of them with a decision</source>
      <translation>, {gone_decided:,} davon mit einer Entscheidung</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>, {n:,} decided</source>
      <extracomment>Singular: , {n:,} decided</extracomment>
      <translation>
        <numerusform>, {n:,} entschieden</numerusform>
        <numerusform>, {n:,} entschieden</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>. Click one to see it in the table.</source>
      <translation>. Ein Klick zeigt ihn in der Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>95% int.</source>
      <translation>95-%-Int.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>95% interval of F1</source>
      <translation>95-%-Intervall von F1</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>; {n:,} lines cannot be read</source>
      <extracomment>Singular: ; {n:,} line cannot be read</extracomment>
      <translation>
        <numerusform>; {n:,} Zeile ist nicht lesbar</numerusform>
        <numerusform>; {n:,} Zeilen sind nicht lesbar</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>A &amp;table, with columns</source>
      <translation>Eine &amp;Tabelle mit Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>A colleague with the same records can bring them in.</source>
      <translation>Wer dieselben Datensätze hat, kann sie übernehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>A line for each wrong prediction: text, tag, prediction, who and when.</source>
      <translation>Eine Zeile je falscher Vorhersage: Text, Schlagwort, Vorhersage, wer und wann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>A model fitted to it would tag {changed:,} of {count:,} otherwise.</source>
      <translation>Ein darauf angepasstes Modell würde {changed:,} von {count:,} anders verschlagworten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>A past state is shown</source>
      <translation>Ein früherer Stand wird gezeigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>A report without any of your texts is in
{path}</source>
      <translation>Ein Bericht ohne eigene Texte liegt in
{path}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>A single letter or figure would get in the way of typing; add Ctrl or Alt.</source>
      <translation>Ein einzelner Buchstabe oder eine Ziffer käme dem Tippen in die Quere; Strg oder Alt hinzunehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>A slice is a part of the table that the report judges on its own, for every model, with intervals: a search, such as tag:mlops -video. It counts on the audit set and on decisions.</source>
      <translation>Eine Teilmenge ist ein Teil der Tabelle, den der Bericht für jedes Modell gesondert beurteilt, mit Intervallen: eine Suche wie tag:mlops -video. Sie zählt auf der Prüfstichprobe und auf Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>A spreadsheet takes texts that begin with = + - or @ for formulas. They can get a ' before them, so that they stay texts.</source>
      <translation>Eine Tabellenkalkulation hält Texte, die mit = + - oder @ beginnen, für Formeln. Ein ' davor lässt sie Texte bleiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>A tag needs a name.</source>
      <translation>Ein Schlagwort braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>A tag with less confidence is to review, where “Model › In use” set nothing for the table.</source>
      <translation>Ein Schlagwort mit weniger Konfidenz ist zu prüfen, wo „Modell › Im Einsatz“ für die Tabelle nichts festlegt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>About MLTag Desktop</source>
      <translation>Über MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Accept or correct with one key</source>
      <translation>Mit einer Taste bestätigen oder korrigieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Accepted</source>
      <translation>Bestätigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Add tag</source>
      <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Add the tags that are missing first</source>
      <translation>Zuerst die fehlenden Schlagwörter hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Add, rename, merge and describe tags</source>
      <translation>Schlagwörter hinzufügen, umbenennen, zusammenführen und beschreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>After this step</source>
      <translation>Nach diesem Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>After this step every record stood as it stands now.</source>
      <translation>Nach diesem Schritt stand jeder Datensatz so wie jetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Agreement beyond chance (Cohen's kappa): {kappa:.2f}, {grade}.</source>
      <translation>Übereinstimmung über den Zufall hinaus (Cohens Kappa): {kappa:.2f}, {grade}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Agreement by tag</source>
      <translation>Übereinstimmung je Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>All answers</source>
      <translation>Alle Antworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>All are reviewed: {records}.</source>
      <translation>Alle werden geprüft: {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>All columns</source>
      <translation>Alle Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>All directions ({total:,})</source>
      <translation>Alle Richtungen ({total:,})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>All keys, to search and change</source>
      <translation>Alle Tasten, zum Suchen und Ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>All records</source>
      <translation>Alle Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>All records, one a row</source>
      <translation>Alle Datensätze, einer je Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_rows.py" />
      <source>All rows</source>
      <translation>Alle Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>All tags</source>
      <translation>Alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>All {rows:,} answers: {precision:.0%} right.</source>
      <translation>Alle {rows:,} Antworten: {precision:.0%} richtig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Also</source>
      <translation>Auch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_offers.py" />
      <source>Also tag as {name}</source>
      <translation>Auch als {name} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Also tag {key}</source>
      <translation>Auch Schlagwort {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Also {name}, or no more</source>
      <translation>Auch {name} oder nicht mehr</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>An export writes all of them.</source>
      <translation>Ein Export schreibt sie alle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>An outlined tag is a prediction, a filled one a decision. Rows the model is unsure of stand out.</source>
      <translation>Ein umrandetes Schlagwort ist eine Vorhersage, ein gefülltes eine Entscheidung. Zeilen, bei denen das Modell unsicher ist, fallen auf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Answered</source>
      <translation>Geantwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Apostrophes '</source>
      <translation>Apostrophe '</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Apply the filter to what changed since</source>
      <translation>Filter auf das anwenden, was sich seitdem geändert hat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Arabic</source>
      <translation>Arabisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Armenian</source>
      <translation>Armenisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>As &amp;data (JSON)…</source>
      <translation>Als &amp;Daten (JSON)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>As a web &amp;page (HTML)…</source>
      <translation>Als Web&amp;seite (HTML)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>As for all ta&amp;gs</source>
      <translation>&amp;Wie für alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>As set</source>
      <translation>Wie eingestellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Ask a person below</source>
      <translation>Nachfragen unter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask about the records that the model is least sure of first</source>
      <translation>Zuerst nach den Datensätzen fragen, bei denen das Modell am unsichersten ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask b&amp;y lot</source>
      <translation>Per &amp;Los fragen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Ask before promotion when the F1 of these tags got worse</source>
      <translation>Vor der Inbetriebnahme fragen, wenn F1 dieser Schlagwörter schlechter wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask down the t&amp;able</source>
      <translation>Der &amp;Tabelle nach fragen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Ask next</source>
      <translation>Als Nächstes fragen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask where close, and not alike &amp;twice</source>
      <translation>Wo es knapp ist, &amp;Ähnliches nicht zweimal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask where models &amp;disagree</source>
      <translation>Fragen, wo &amp;Modelle uneins sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask where two tags are &amp;close</source>
      <translation>Fragen, wo zwei Schlagwörter &amp;dicht beieinanderliegen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Asked</source>
      <translation>Gefragt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Bac&amp;kups…</source>
      <translation>&amp;Sicherungen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Back up &amp;now</source>
      <translation>Jetzt &amp;sichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Backups of each workspace</source>
      <translation>Sicherungen je Arbeitsbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Backups of {name}</source>
      <translation>Sicherungen von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Backups, the newest first</source>
      <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Bar</source>
      <translation>Senkrechter Strich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Becomes</source>
      <translation>Wird zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Behaviour cases</source>
      <translation>Verhaltenstests</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Behaviour cases that fail</source>
      <translation>Verhaltenstests, die scheitern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Bengali</source>
      <translation>Bengalisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Blank</source>
      <translation>Leerzeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Bring in the decisions of a colleague</source>
      <translation>Entscheidungen anderer übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Built on</source>
      <translation>Beruht auf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Bulgarian</source>
      <translation>Bulgarisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Bundled</source>
      <translation>Mitgeliefert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By confidence</source>
      <translation>Nach Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By day</source>
      <translation>Nach Tag</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By lot</source>
      <translation>Per Los</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By predicted tag</source>
      <translation>Nach Vorhersage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>C&amp;lose</source>
      <translation>Sch&amp;ließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>C&amp;ontinue</source>
      <translation>Weiter&amp;arbeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Cancelled. Nothing was kept.</source>
      <translation>Abgebrochen. Es wurde nichts behalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Candidate</source>
      <translation>Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Candidate beside the model in force</source>
      <translation>Kandidat neben dem Modell im Einsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Candidate {version} is discarded.</source>
      <translation>Der Kandidat {version} ist verworfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Candidate {version} was never in force.</source>
      <translation>Der Kandidat {version} war nie im Einsatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Case</source>
      <translation>Fall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Cells &amp;parted by</source>
      <translation>Zellen &amp;getrennt durch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Cells from a spreadsheet, with tabs between them</source>
      <translation>Zellen aus einer Tabellenkalkulation, durch Tabulatoren getrennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>Change…</source>
      <translation>Ändern…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Check an &amp;installer…</source>
      <translation>&amp;Installationsdatei prüfen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Check an &amp;update file…</source>
      <translation>Aktualisierungsdatei &amp;prüfen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Check an update file</source>
      <translation>Aktualisierungsdatei prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the &amp;update file…</source>
      <translation>&amp;Aktualisierungsdatei wählen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Choose the column that holds the text.</source>
      <translation>Die Spalte mit dem Text wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the installer that you downloaded</source>
      <translation>Die heruntergeladene Installationsdatei wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the update file</source>
      <translation>Aktualisierungsdatei wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the update file first.</source>
      <translation>Zuerst die Aktualisierungsdatei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Clear &amp;filters</source>
      <translation>&amp;Filter aufheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Clear filters</source>
      <translation>Filter aufheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Click a tag or drag over the histogram at the left, or type tag:mlops confidence&lt;0.6 at the top. Each condition shows as a chip that comes off with a click.</source>
      <translation>Links auf ein Schlagwort klicken oder über das Histogramm ziehen, oder oben tag:mlops confidence&lt;0.6 eingeben. Jede Bedingung erscheint als Marke, die ein Klick wieder entfernt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/notices.py" />
      <source>Close this notice</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>Close this to keep it.</source>
      <translation>Zum Beibehalten diesen Hinweis schließen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Close, and not alike twice</source>
      <translation>Dicht, und nichts Ähnliches zweimal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Co&amp;lumns</source>
      <translation>S&amp;palten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Co&amp;mpare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Colon</source>
      <translation>Doppelpunkt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Colours of the s&amp;ystem</source>
      <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>Column with the date</source>
      <translation>Spalte mit dem Datum</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Column with the id</source>
      <translation>Spalte mit der Id</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Column with the known tag</source>
      <translation>Spalte mit dem vorgegebenen Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Columns that the model reads, in the order in which they are chosen</source>
      <translation>Spalten, die das Modell liest, in der gewählten Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>Columns that the model reads: {names}</source>
      <translation>Spalten, die das Modell liest: {names}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Columns that the model reads: {shown}</source>
      <translation>Spalten, die das Modell liest: {shown}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Columns to write: {words}</source>
      <translation>Zu schreibende Spalten: {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/header.py" />
      <source>Columns; click one to sort by it</source>
      <translation>Spalten; ein Klick sortiert danach</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Commands and their keys</source>
      <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Commands that fit</source>
      <translation>Passende Befehle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Compare a colleague's decisions with yours, and bring them in</source>
      <translation>Entscheidungen anderer mit den eigenen vergleichen und übernehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Compare the file with what was read of it</source>
      <translation>Die Datei mit dem vergleichen, was daraus gelesen wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Condition {words}: take off</source>
      <translation>Bedingung {words}: aufheben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Conditions of the filter</source>
      <translation>Bedingungen des Filters</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Conf.</source>
      <translation>Konf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Confidence below which a person is asked</source>
      <translation>Konfidenz, unter der nachgefragt wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Confidence of the records</source>
      <translation>Konfidenz der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Conflicts</source>
      <translation>Konflikte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Confusion</source>
      <translation>Verwechslungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>Confusion matrix of {name}</source>
      <translation>Konfusionsmatrix von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide_list.py" />
      <source>Contents of the guide</source>
      <translation>Inhalt der Anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Copies are made once a day and after many decisions, and lie in {folder}. The oldest go.</source>
      <translation>Sicherungen entstehen einmal am Tag und nach vielen Entscheidungen und liegen in {folder}. Die ältesten werden entfernt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copies of the workspace, and the way back to one</source>
      <translation>Kopien des Arbeitsbereichs und der Weg zurück zu einer davon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copy &amp;diagnostics…</source>
      <translation>&amp;Diagnose kopieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>Copy its rows again.</source>
      <translation>Die Zeilen erneut kopieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copy the selected rows as a table</source>
      <translation>Die gewählten Zeilen als Tabelle kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>Copy the table to another folder.</source>
      <translation>Die Tabelle in einen anderen Ordner kopieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copy the workspace, all that is in it</source>
      <translation>Den Arbeitsbereich mit allem Inhalt kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Corrected</source>
      <translation>Korrigiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Corrected records only</source>
      <translation>Nur korrigierte Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Corrected to {tag}</source>
      <translation>Korrigiert zu {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Correctio&amp;ns only</source>
      <translation>Nur &amp;Korrekturen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Corrections</source>
      <translation>Korrekturen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Counting</source>
      <translation>Wird gezählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Counting the decisions</source>
      <translation>Die Entscheidungen werden gezählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Created</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Ctrl+2 shows one text at a time. After some corrections, Train makes a candidate model and shows where it is better before anything changes. Ctrl+K finds every command.</source>
      <translation>Strg+2 zeigt einen Text nach dem anderen. Nach einigen Korrekturen macht Trainieren ein Kandidatenmodell und zeigt, wo es besser ist, bevor sich etwas ändert. Strg+K findet jeden Befehl.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Current</source>
      <translation>Aktuell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Czech</source>
      <translation>Tschechisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>D&amp;etail pane</source>
      <translation>&amp;Detailbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Danish</source>
      <translation>Dänisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/data_checks.py" />
      <source>Data checks</source>
      <translation>Blick auf die Daten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Decide all records with the text of the last one decided</source>
      <translation>Alle Datensätze mit dem Text des zuletzt entschiedenen entscheiden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Decide this tag for the records with the known tag; Undo takes it back</source>
      <translation>Für die Datensätze mit dem vorgegebenen Schlagwort dieses entscheiden; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Decided</source>
      <translation>Entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Decides the headline, and what must be confirmed before a promotion</source>
      <translation>Entscheidet die Überschrift und was vor der Inbetriebnahme zu bestätigen ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Decisions (*.jsonl);;All files (*)</source>
      <translation>Entscheidungen (*.jsonl);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Decisions of a colleague</source>
      <translation>Entscheidungen anderer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Decisions of each tag</source>
      <translation>Entscheidungen je Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>Define &amp;slices…</source>
      <translation>&amp;Teilmengen festlegen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Delete for &amp;good</source>
      <translation>&amp;Endgültig löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Details of the failure</source>
      <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/diagnostics.py" />
      <source>Diagnostics</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>Direction of the flips</source>
      <translation>Richtung der Wechsel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Discarded.</source>
      <translation>Verworfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Done. The report is open.</source>
      <translation>Fertig. Der Bericht ist offen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Down the table</source>
      <translation>Der Tabelle nach</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Drag to choose a range of confidence; click to take it back</source>
      <translation>Ziehen wählt einen Bereich der Konfidenz; ein Klick hebt ihn auf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Each row has a tag and a confidence</source>
      <translation>Jede Zeile hat ein Schlagwort und eine Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Earlier</source>
      <translation>Früher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Either</source>
      <translation>Eine von beiden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Empty texts</source>
      <translation>Leere Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Encoding of the file</source>
      <translation>Kodierung der Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Encoding, delimiter, quotes, header, sheet</source>
      <translation>Kodierung, Trennzeichen, Anführungszeichen, Kopfzeile, Blatt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Every column as it was; only the tags that were decided are new.</source>
      <translation>Jede Spalte wie zuvor; neu sind nur die entschiedenen Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Every decision was written to the workspace as you made it. You can go on; have a look at the last thing you did, it may have to be done again.

{kept}</source>
      <translation>Jede Entscheidung wurde gleich in den Arbeitsbereich geschrieben. Die Arbeit kann weitergehen; das zuletzt Getane bitte prüfen, es ist vielleicht zu wiederholen.

{kept}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Every line of the table is a record that can be read.</source>
      <translation>Jede Zeile der Tabelle ist ein lesbarer Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Every record looked at can be read so.</source>
      <translation>Jeder betrachtete Datensatz ist so lesbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Every step</source>
      <translation>Jeder Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Everything is as it was after this step already.</source>
      <translation>Alles ist bereits so wie nach diesem Schritt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Examples of what changed</source>
      <translation>Beispiele für Änderungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Excel workbook</source>
      <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Expected</source>
      <translation>Erwartet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Export &amp;anyway…</source>
      <translation>Trotzdem e&amp;xportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Export &amp;decisions…</source>
      <translation>Entscheidungen e&amp;xportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Export misclassifications</source>
      <translation>Fehlklassifikationen exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Export the decisions</source>
      <translation>Entscheidungen exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>Export the report</source>
      <translation>Bericht exportieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Export…</source>
      <translation>Exportieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>F&amp;ocus</source>
      <translation>F&amp;okus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>F&amp;orm</source>
      <translation>F&amp;ormat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>F1 from version to version</source>
      <translation>F1 von Version zu Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>F1 of {model} against {other}: {change}</source>
      <translation>F1 von {model} gegenüber {other}: {change}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>F1 of {name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>F1 von {name}: {before:.3f} auf {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>F1 on the same rows, with 95% intervals.</source>
      <translation>F1 auf denselben Zeilen, mit 95-%-Intervallen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>F1 {f1:.3f} of {name}</source>
      <translation>F1 {f1:.3f} von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>F1, {scale_start:.1f} to 1</source>
      <translation>F1, {scale_start:.1f} bis 1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/diagnostics.py" />
      <source>Facts for whoever helps you. No text, no tag, no name and no folder of yours is among them. Nothing is sent: read it, copy it, and pass it on yourself.</source>
      <translation>Tatsachen für Helfende. Kein eigener Text, kein Schlagwort, kein Name und kein Ordner ist darunter. Nichts wird gesendet: lesen, kopieren und selbst weitergeben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Far longer than the others.</source>
      <translation>Weit länger als die anderen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Far shorter than the others.</source>
      <translation>Weit kürzer als die anderen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_table.py" />
      <source>Figures of {models}</source>
      <translation>Zahlen von {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Filter &amp;pane</source>
      <translation>Filter&amp;bereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Find and do anything by name</source>
      <translation>Alles nach dem Namen finden und ausführen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Finnish</source>
      <translation>Finnisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Five steps, on the sample when no table is open</source>
      <translation>Fünf Schritte, am Beispiel, wenn keine Tabelle offen ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Flag the record for a second look, or remove the flag</source>
      <translation>Den Datensatz für einen zweiten Blick markieren oder die Markierung entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Flag the records that a file of misclassifications names</source>
      <translation>Die Datensätze markieren, die eine Datei mit Fehlklassifikationen nennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Flag with this note</source>
      <translation>Mit dieser Notiz markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Flagged</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Focus</source>
      <translation>Fokus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>For a record's text in the detail and in the focus view. All else follows the system's font.</source>
      <translation>Für den Text eines Datensatzes im Detail und in der Fokusansicht. Alles andere folgt der Schrift des Systems.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>For reading only, until you return to now</source>
      <translation>Nur zum Lesen, bis zur Rückkehr ins Jetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>For tags that mean something else here than the bundled model learnt</source>
      <translation>Für Schlagwörter, die hier etwas anderes bedeuten, als das mitgelieferte Modell gelernt hat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Forget this filter</source>
      <translation>Diesen Filter vergessen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Form of the file</source>
      <translation>Format der Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>From now on a person is asked below {default:.2f}.</source>
      <translation>Von nun an wird unter {default:.2f} gefragt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>From now on a person is asked below: {said}{more}.</source>
      <translation>Von nun an wird gefragt unter: {said}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>From the next start on</source>
      <translation>Ab dem nächsten Start</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>From the next start on.</source>
      <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>From version to version</source>
      <translation>Von Version zu Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>From ○ to ◆: {change}.</source>
      <translation>Von ○ zu ◆: {change}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Further tag {name}: take off</source>
      <translation>Weiteres Schlagwort {name}: entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Further tags</source>
      <translation>Weitere Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Georgian</source>
      <translation>Georgisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Give the record a further tag, or take it off</source>
      <translation>Dem Datensatz ein weiteres Schlagwort geben oder es entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Go on after a decision</source>
      <translation>Nach einer Entscheidung weitergehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Go on reviewing</source>
      <translation>Weiter prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Greatest confidence</source>
      <translation>Größte Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Greek</source>
      <translation>Griechisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Gui&amp;deline</source>
      <translation>R&amp;ichtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>Guide – MLTag Desktop</source>
      <translation>Anleitung – MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>Guideline</source>
      <translation>Richtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Half of them are of one day each, the rest the newest. Beyond that the oldest go.</source>
      <translation>Die Hälfte steht für je einen Tag, der Rest sind die neuesten. Darüber hinaus werden die ältesten entfernt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Hebrew</source>
      <translation>Hebräisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Hindi</source>
      <translation>Hindi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>History of the record</source>
      <translation>Verlauf des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Holdout records</source>
      <translation>Holdout-Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>How</source>
      <translation>Wie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How good the models are</source>
      <translation>Wie gut die Modelle sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How it is done, on the page that fits</source>
      <translation>Wie es geht, auf der passenden Seite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How many, how fast, how often the model was right</source>
      <translation>Wie viele, wie schnell, wie oft das Modell recht hatte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>How often answers were right</source>
      <translation>Wie oft Antworten richtig waren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How often the model in force is right, and below which confidence to review</source>
      <translation>Wie oft das Modell im Einsatz recht hat und unter welcher Konfidenz zu prüfen ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>How often the model is right on the whole table is hardly known yet: {low:.0%} to {high:.0%}, from {records} drawn by lot.</source>
      <translation>Wie oft das Modell auf der ganzen Tabelle recht hat, ist noch kaum bekannt: {low:.0%} bis {high:.0%}, aus einer Auslosung von {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>How often the model is right on the whole table is not known yet: no record drawn by lot was decided.</source>
      <translation>Wie oft das Modell auf der ganzen Tabelle recht hat, ist noch nicht bekannt: Kein ausgeloster Datensatz wurde entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How the table is &amp;read…</source>
      <translation>Ein&amp;lesen der Tabelle…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>How the table is read</source>
      <translation>Wie die Tabelle gelesen wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>How the table is read: encoding, quotes, header, sheet, and what comes out</source>
      <translation>Wie die Tabelle gelesen wird: Kodierung, Anführungszeichen, Kopfzeile, Blatt und was dabei herauskommt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>How {name} is read</source>
      <translation>Wie {name} gelesen wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Hungarian</source>
      <translation>Ungarisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Import report</source>
      <translation>Importbericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>In &amp;use…</source>
      <translation>Im &amp;Einsatz…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_window.py" />
      <source>In force</source>
      <translation>Im Einsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>In force. Undo takes it back.</source>
      <translation>Im Einsatz. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>In use</source>
      <translation>Im Einsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Indonesian</source>
      <translation>Indonesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Is the download whole?</source>
      <translation>Ist das Heruntergeladene vollständig?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>It could not be opened.</source>
      <translation>Das Öffnen ist gescheitert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>It failed; nothing was kept.</source>
      <translation>Gescheitert; es wurde nichts behalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>It is not certain how this table is written. Which reading is right?</source>
      <translation>Es ist nicht sicher, wie diese Tabelle geschrieben ist. Welche Lesart stimmt?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>It is of {date}.</source>
      <translation>Sie ist vom {date}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>It is still there: {backup}.</source>
      <translation>Sie ist noch da: {backup}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Its folder; it holds no texts</source>
      <translation>Sein Ordner; es enthält keine Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Its tags stand in a second column, disagreements come first in the queue, and the score runs</source>
      <translation>Seine Schlagwörter stehen in einer zweiten Spalte, Uneinigkeiten kommen zuerst, und der Punktestand läuft mit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>JSON lines</source>
      <translation>JSON-Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Journal</source>
      <translation>Journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>Judge a part of the table on its own: any filter or search</source>
      <translation>Einen Teil der Tabelle gesondert beurteilen: jeder Filter, jede Suche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Judge it against another model, on rows that neither learnt from</source>
      <translation>Gegen ein anderes Modell beurteilen, auf Zeilen, aus denen keines gelernt hat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Judged</source>
      <translation>Beurteilt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Judged on {rows:,} {where}</source>
      <translation>Beurteilt an {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Keep &amp;ours here</source>
      <translation>Hier &amp;eigene behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Keep everything still</source>
      <translation>Alles ruhig halten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Keep it in the filter pane</source>
      <translation>Im Filterbereich behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Keeping</source>
      <translation>Aufbewahren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Keys named in the focus view</source>
      <translation>Tasten, die in der Fokusansicht genannt sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Keys, recent files and the window's place stay as they are</source>
      <translation>Tasten, zuletzt geöffnete Dateien und der Platz des Fensters bleiben, wie sie sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/readings.py" />
      <source>Keyword rules: {tag} for {words}</source>
      <translation>Stichwortregeln: {tag} wegen {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Known tag</source>
      <translation>Vorgegebenes Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Known tags that are not in the tag set</source>
      <translation>Vorgegebene Schlagwörter, die nicht zur Liste gehören</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Korean</source>
      <translation>Koreanisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>L&amp;anguage</source>
      <translation>S&amp;prache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Learn from the corrections</source>
      <translation>Aus den Korrekturen lernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Least confidence</source>
      <translation>Kleinste Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Leave the record out of the queue for now, or put it back</source>
      <translation>Den Datensatz vorerst aus der Warteschlange nehmen oder wieder aufnehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Leave the tour</source>
      <translation>Rundgang verlassen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Libraries and their licences</source>
      <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Library</source>
      <translation>Bibliothek</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Licence texts</source>
      <translation>Lizenztexte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Light, dark, or as the system is set.</source>
      <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Line {line:,}: {reason}</source>
      <translation>Zeile {line:,}: {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Lines of the source that cannot be read</source>
      <translation>Zeilen der Quelle, die nicht lesbar sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Lines that cannot be read; mend them</source>
      <translation>Zeilen, die nicht lesbar sind, berichtigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>Look at some before you trust the answers there.</source>
      <translation>Einige ansehen, ehe man den Antworten dort traut.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Look for changes in the so&amp;urce</source>
      <translation>Nach &amp;Änderungen der Quelle suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Looking at an earlier state</source>
      <translation>Ein früherer Stand wird betrachtet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Looking at the beginning, before anything was decided; for reading only.</source>
      <translation>Gezeigt wird der Anfang, bevor etwas entschieden war; nur zum Lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>Looking at the table</source>
      <translation>Die Tabelle wird betrachtet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Looking at the table as of step {step}{label}; for reading only.</source>
      <translation>Gezeigt wird die Tabelle nach Schritt {step}{label}; nur zum Lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Looking at the table…</source>
      <translation>Die Tabelle wird betrachtet…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Looking for backups</source>
      <translation>Sicherungen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Looking through all records: {share:.0%}</source>
      <translation>Alle Datensätze werden durchgesehen: {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>MIT, © the MLTag Desktop developers</source>
      <translation>MIT, © die Entwickler von MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Make a candidate that answers the same, as sure as it was right</source>
      <translation>Einen Kandidaten anlegen, der gleich antwortet, so sicher, wie er recht hatte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>Make a slice of the filter that is set in the window</source>
      <translation>Aus dem im Fenster gesetzten Filter eine Teilmenge machen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>Make the candidate</source>
      <translation>Kandidaten erstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Mark the record as unsure, or remove the mark</source>
      <translation>Den Datensatz als unsicher kennzeichnen oder die Kennzeichnung entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Measure for at &amp;most</source>
      <translation>Messen für &amp;höchstens</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Measured</source>
      <translation>Gemessen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Merge into</source>
      <translation>Zusammenführen mit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Misclassifications (*.jsonl)</source>
      <translation>Fehlklassifikationen (*.jsonl)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Model right</source>
      <translation>Modell richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Model version</source>
      <translation>Version des Modells</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_window.py" />
      <source>Model {second} against {first}</source>
      <translation>Modell {second} gegen {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Model {version}</source>
      <translation>Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Model {version} is deleted.</source>
      <translation>Modell {version} ist gelöscht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Model {version} is in force; the table is tagged anew.</source>
      <translation>Modell {version} ist im Einsatz; die Tabelle wird neu verschlagwortet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Model {version} was in force once; nobody can go back to it any more.</source>
      <translation>Modell {version} war einmal im Einsatz; zu ihm führt dann kein Weg mehr zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Models of this workspace</source>
      <translation>Modelle dieses Arbeitsbereichs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Most others are in {languages}.</source>
      <translation>Die meisten anderen sind in: {languages}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Name of a command</source>
      <translation>Name eines Befehls</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Name of the tag</source>
      <translation>Name des Schlagworts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Name, look, reviewing, backups, log</source>
      <translation>Name, Aussehen, Prüfen, Sicherungen, Protokoll</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Narrow it down</source>
      <translation>Eingrenzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Nearly repeated texts</source>
      <translation>Fast gleiche Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Nearly the same text stands in an earlier record.</source>
      <translation>Fast derselbe Text steht in einem früheren Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>New key for the command</source>
      <translation>Neue Taste für den Befehl</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is drawn at random</source>
      <translation>Der nächste zu prüfende wird ausgelost</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is the next unsure record of the table</source>
      <translation>Der nächste zu prüfende ist der nächste unsichere Datensatz der Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is the record that the model wavers about most</source>
      <translation>Der nächste zu prüfende ist der, bei dem das Modell am meisten schwankt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is what the model wavers about, spread over the table; not ten alike</source>
      <translation>Als Nächstes kommt, wobei das Modell schwankt, über die Tabelle verteilt; nicht zehnmal Ähnliches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is where what your answers teach differs most from the model in force</source>
      <translation>Als Nächstes wird geprüft, wo die eigenen Antworten am stärksten vom Modell im Einsatz abweichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Next: {parts}</source>
      <translation>Als Nächstes: {parts}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>No blinking cursor, no menu or tip that fades in.</source>
      <translation>Kein blinkender Cursor, kein eingeblendetes Menü, kein eingeblendeter Hinweis.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>No browser could be opened to print.</source>
      <translation>Zum Drucken ließ sich kein Browser öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/recent_menu.py" />
      <source>No file was open yet</source>
      <translation>Es war noch keine Datei offen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>No guideline is written yet.</source>
      <translation>Noch ist keine Richtlinie geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>No record is chosen.</source>
      <translation>Kein Datensatz ist gewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>No record matches</source>
      <translation>Kein Datensatz passt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>No report could be kept.</source>
      <translation>Es ließ sich kein Bericht behalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>No row is tagged wrongly.</source>
      <translation>Keine Zeile ist falsch verschlagwortet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>No row was answered so.</source>
      <translation>Keine Zeile wurde so beantwortet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>No table is open.</source>
      <translation>Es ist keine Tabelle offen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/model_decisions.py" />
      <source>No workspace is open.</source>
      <translation>Es ist kein Arbeitsbereich offen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Nobody decided on it yet.</source>
      <translation>Noch hat niemand darüber entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Nobody expected this; the report of the crash says more.</source>
      <translation>Das war unerwartet; mehr sagt der Bericht über den Absturz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>None were asked.</source>
      <translation>Es gab keine.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Not predicted yet</source>
      <translation>Noch nicht vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Note on the record</source>
      <translation>Notiz zum Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Note ✎</source>
      <translation>Notiz ✎</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Note: {note}</source>
      <translation>Notiz: {note}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Nothing</source>
      <translation>Nichts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Nothing can be decided in a past state: return to now, or restore it.</source>
      <translation>In einem früheren Stand lässt sich nichts entscheiden: zurück ins Jetzt oder ihn wiederherstellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Nothing decided in this sitting yet</source>
      <translation>In dieser Sitzung ist noch nichts entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Nothing got worse: no tag, no slice, no behaviour case, no confidence.</source>
      <translation>Nichts wurde schlechter: kein Schlagwort, keine Teilmenge, kein Verhaltenstest, keine Konfidenz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Nothing got worse: no tag, no slice, no behaviour case.</source>
      <translation>Nichts wurde schlechter: kein Schlagwort, keine Teilmenge, kein Verhaltenstest.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>Nothing in the guide has all of these words. Try fewer of them.</source>
      <translation>Nichts in der Anleitung hat alle diese Wörter. Mit weniger versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Nothing is called so. Try another word, or a part of it.</source>
      <translation>Nichts heißt so. Ein anderes Wort versuchen, oder einen Teil davon.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>Nothing is filtered: every record is shown. Search or filter first.</source>
      <translation>Nichts ist gefiltert: Jeder Datensatz ist zu sehen. Zuerst suchen oder filtern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Nothing is left to review.</source>
      <translation>Es ist nichts mehr zu prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>Nothing is taken over before you say so.</source>
      <translation>Ohne Zustimmung wird nichts übernommen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Nothing left to review</source>
      <translation>Nichts mehr zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>Nothing left to review here.</source>
      <translation>Hier ist nichts mehr zu prüfen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Nothing remarkable was found in the texts.</source>
      <translation>An den Texten fiel nichts auf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Of conflicts &amp;not decided one by one</source>
      <translation>Bei &amp;nicht einzeln entschiedenen Konflikten</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Of the first {looked_at:,} records {n:,} cannot be read so and are set aside, the first in line {line:,}: {reason}</source>
      <extracomment>Singular: Of the first {looked_at:,} records {n:,} cannot be read so and is set aside, in line {line:,}: {reason}</extracomment>
      <translation>
        <numerusform>Von den ersten {looked_at:,} Datensätzen ist {n:,} so nicht lesbar und wird zurückgestellt, in Zeile {line:,}: {reason}</numerusform>
        <numerusform>Von den ersten {looked_at:,} Datensätzen sind {n:,} so nicht lesbar und werden zurückgestellt, der erste in Zeile {line:,}: {reason}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Of {total:,} cases, {words}.{skipped}</source>
      <translation>Von {total:,} Fällen: {words}.{skipped}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>On the audit set, {verdict}</source>
      <translation>Auf der Prüfstichprobe: {verdict}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>On the whole table about {share:.0%} of the answers are right ({low:.0%}–{high:.0%}), from {records} drawn by lot.</source>
      <translation>Auf der ganzen Tabelle sind etwa {share:.0%} der Antworten richtig ({low:.0%}–{high:.0%}), aus einer Auslosung von {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>On this table, {verdict}</source>
      <translation>Auf dieser Tabelle: {verdict}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>One record a &amp;line</source>
      <translation>Ein Datensatz je &amp;Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>One record a &amp;paragraph</source>
      <translation>Ein Datensatz je A&amp;bsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>One record at a time</source>
      <translation>Ein Datensatz nach dem anderen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>One record at a time, large</source>
      <translation>Ein Datensatz nach dem anderen, groß</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>One step for all of them; Ctrl+Z takes it back.</source>
      <translation>Ein Schritt für alle; Strg+Z nimmt ihn zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>One step; Undo takes it back</source>
      <translation>Ein Schritt; Rückgängig nimmt ihn zurück</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>Only {right:,} of {checks:,} confident answers in random checks are right, so records that model {earlier} was unsure about stay in review.</source>
      <translation>Nur {right:,} von {checks:,} sicheren Antworten in Stichproben sind richtig; daher bleiben Datensätze zu prüfen, bei denen Modell {earlier} unsicher war.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open a small table to try things on</source>
      <translation>Eine kleine Tabelle zum Ausprobieren öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Open a table and correct some records.</source>
      <translation>Eine Tabelle öffnen und einige Datensätze korrigieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Open a table and each row gets a tag and an honest confidence. Correct what is wrong; the model learns from it. Nothing leaves this computer.</source>
      <translation>Eine Tabelle öffnen, und jede Zeile erhält ein Schlagwort und eine ehrliche Konfidenz. Korrigieren, was falsch ist; das Modell lernt daraus. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/model_decisions.py" />
      <source>Open a table first.</source>
      <translation>Zuerst eine Tabelle öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open a table or a workspace</source>
      <translation>Eine Tabelle oder einen Arbeitsbereich öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Open a table…</source>
      <translation>Tabelle öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Open another table…</source>
      <translation>Andere Tabelle öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Open it for writing first.</source>
      <translation>Zuerst zum Schreiben öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/recent_menu.py" />
      <source>Open recen&amp;t</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open the &amp;sample</source>
      <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Open {name} in {parent}</source>
      <translation>{name} in {parent} öffnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/first_look.py" />
      <source>Opening {name}</source>
      <translation>{name} wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Orange</source>
      <translation>Orange</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Other languages</source>
      <translation>Andere Sprachen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Ours</source>
      <translation>Eigene</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide_page.py" />
      <source>Page of the guide</source>
      <translation>Seite der Anleitung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Parts of the table that reports judge apart</source>
      <translation>Teile der Tabelle, die Berichte gesondert beurteilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Paste some text, or open another table.</source>
      <translation>Text einfügen oder eine andere Tabelle öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Paste text</source>
      <translation>Text einfügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Paste text…</source>
      <translation>Text einfügen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Persian</source>
      <translation>Persisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Pink</source>
      <translation>Rosa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Place in the list</source>
      <translation>Platz in der Liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Prec.</source>
      <translation>Präz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>Precision and recall by threshold of {name}</source>
      <translation>Präzision und Recall je Schwelle von {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Precision and recall by threshold, {model}</source>
      <translation>Präzision und Recall je Schwelle, {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Predicted</source>
      <translation>Vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Predicted {predicted}, {confidence}{by}</source>
      <translation>Vorhergesagt: {predicted}, {confidence}{by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Prediction and decision</source>
      <translation>Vorhersage und Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Preview…</source>
      <translation>Vorschau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Prin&amp;t…</source>
      <translation>&amp;Drucken…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>Print {path} from another program.</source>
      <translation>{path} mit einem anderen Programm drucken.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Probabilities</source>
      <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Probabilities of record {row:,}</source>
      <translation>Wahrscheinlichkeiten des Datensatzes {row:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/thin_bar.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Progress of the export</source>
      <translation>Fortschritt des Exports</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Progress of the training</source>
      <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Progress of this sitting</source>
      <translation>Fortschritt dieser Sitzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Promote &amp;anyway</source>
      <translation>&amp;Trotzdem in Betrieb nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Protect tags</source>
      <translation>Schlagwörter schützen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Put &amp;first</source>
      <translation>&amp;Vorrang für</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Put the model that was in force before in force again</source>
      <translation>Das zuvor eingesetzte Modell wieder in Betrieb nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Puts ' before texts that begin with = + - or @. Numbers stay as they are.</source>
      <translation>Setzt ' vor Texte, die mit = + - oder @ beginnen. Zahlen bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Quotes "</source>
      <translation>Anführungszeichen "</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Read &amp;as</source>
      <translation>Lesen &amp;als</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Read as</source>
      <translation>Gelesen als</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Read as you chose.</source>
      <translation>Gelesen wie gewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Read as {encoding}, {delimiter}…</source>
      <translation>Gelesen als {encoding}, {delimiter}…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Read without distraction, then train</source>
      <translation>Ohne Ablenkung lesen, dann trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Read-only</source>
      <translation>Schreibgeschützt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Reading examples</source>
      <translation>Beispiele werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>Reading the first records</source>
      <translation>Die ersten Datensätze werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>Reading the journal</source>
      <translation>Das Journal wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Reading the table</source>
      <translation>Die Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Reading {name}…</source>
      <translation>{name} wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Record</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>Record {place:,} of {count:,}</source>
      <translation>Datensatz {place:,} von {count:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Record {reference}. {text}</source>
      <translation>Datensatz {reference}. {text}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Record {reference}: {before} ({confidence_before}) becomes {after} ({confidence_after})</source>
      <translation>Datensatz {reference}: {before} ({confidence_before}) wird {after} ({confidence_after})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Records</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Records are told apart {told}. Decisions stay with their records.</source>
      <translation>Datensätze werden {told} unterschieden. Entscheidungen bleiben bei ihren Datensätzen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Records decided otherwise than predicted</source>
      <translation>Datensätze, die anders entschieden sind als vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Records of your table that change</source>
      <translation>Datensätze der eigenen Tabelle, die wechseln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Records set &amp;aside…</source>
      <translation>Zu&amp;rückgestellte Datensätze…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Records set aside</source>
      <translation>Zurückgestellte Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Records that stood otherwise</source>
      <translation>Datensätze, die anders standen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Records to write</source>
      <translation>Zu schreibende Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Redo</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Reliability</source>
      <translation>Zuverlässigkeit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>Reliability of {models}</source>
      <translation>Zuverlässigkeit von {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Remark</source>
      <translation>Bemerkung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Remarks…</source>
      <translation>Anmerkungen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Remove the decision; marks and the note stay</source>
      <translation>Die Entscheidung löschen; Kennzeichnungen und Notiz bleiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Repeated texts</source>
      <translation>Wiederholte Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Repeats, leaks, odd texts, unknown tags</source>
      <translation>Wiederholungen, Lecks, auffällige Texte, unbekannte Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_window.py" />
      <source>Report on model {version}</source>
      <translation>Bericht über Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Restore default</source>
      <translation>Voreinstellung wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Restore or save…</source>
      <translation>Wiederherstellen oder retten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Return accepts   1–9 sets a tag   Shift+1–9 a further one   S skip   U unsure   F flag   N note   G guideline   J next   Esc table</source>
      <translation>Return bestätigt   1–9 setzt ein Schlagwort   Umschalt+1–9 ein weiteres   S überspringen   U unsicher   F markieren   N Notiz   G Richtlinie   J weiter   Esc Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Return accepts the predicted tag, a figure sets another one, Z takes the last step back. Try it.</source>
      <translation>Return bestätigt das vorhergesagte Schlagwort, eine Ziffer setzt ein anderes, Z nimmt den letzten Schritt zurück. Einfach ausprobieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Return to &amp;now</source>
      <translation>Zurück ins &amp;Jetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Review &amp;them now</source>
      <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Review below</source>
      <translation>Prüfen unter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Review thresholds</source>
      <translation>Prüfschwellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Reviewed records only</source>
      <translation>Nur geprüfte Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Reviewing</source>
      <translation>Prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Right</source>
      <translation>Richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Roll &amp;back</source>
      <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Romanian</source>
      <translation>Rumänisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Rows of the {name} that change</source>
      <translation>Zeilen aus „{name}“, die wechseln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Russian</source>
      <translation>Russisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>S&amp;top</source>
      <translation>&amp;Anhalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Said</source>
      <translation>Gesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Save a cop&amp;y as…</source>
      <translation>&amp;Kopie speichern unter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Save a copy as</source>
      <translation>Kopie speichern unter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Save a copy as…</source>
      <translation>Kopie speichern unter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Save guideline</source>
      <translation>Richtlinie speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Save note</source>
      <translation>Notiz speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Save this filter</source>
      <translation>Diesen Filter speichern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Saved filters</source>
      <translation>Gespeicherte Filter</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>Saved {n:,} unfinished notes, on records {records}.</source>
      <extracomment>Singular: Saved the unfinished note on record {records}.</extracomment>
      <translation>
        <numerusform>Die angefangene Notiz zu Datensatz {records} wurde gespeichert.</numerusform>
        <numerusform>{n:,} angefangene Notizen wurden gespeichert, zu den Datensätzen {records}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Say that something is wrong with the record, and what (Ctrl+Shift+Return)</source>
      <translation>Sagen, dass mit dem Datensatz etwas nicht stimmt, und was (Strg+Umschalt+Return)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Se&amp;ttings…</source>
      <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>Search</source>
      <translation>Suche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Search a command or a key</source>
      <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filter_line.py" />
      <source>Search and filter</source>
      <translation>Suchen und filtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>Search the guide</source>
      <translation>In der Anleitung suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Search, or filter with tag:NAME and conf&lt;0.6</source>
      <translation>Suchen oder mit tag:NAME und conf&lt;0.6 filtern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filter_line.py" />
      <source>Search, or tag:NAME  is:flagged  conf&lt;0.6</source>
      <translation>Suchen, oder tag:NAME  is:flagged  conf&lt;0.6</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>See whether a file that you downloaded is of a newer version; no network</source>
      <translation>Sehen, ob eine heruntergeladene Datei zu einer neueren Version gehört; ohne Netz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>See why</source>
      <translation>Sehen, warum</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Semicolon</source>
      <translation>Semikolon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Set aside…</source>
      <translation>Zurückgestellt…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Set tag &amp;{key}</source>
      <translation>Schlagwort &amp;{key} setzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Share of unseen answers that may be wrong</source>
      <translation>Anteil ungesehener Antworten, der falsch sein darf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Sheet of the workbook</source>
      <translation>Blatt der Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>Sheet {sheet}</source>
      <translation>Blatt {sheet}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Short</source>
      <translation>Kurz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Short name</source>
      <translation>Kurzer Name</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Show &amp;folder</source>
      <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Show &amp;hints</source>
      <translation>Hin&amp;weise anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Show &amp;report</source>
      <translation>&amp;Bericht zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Show &amp;them</source>
      <translation>&amp;Zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Show all records</source>
      <translation>Alle Datensätze zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>Show examples</source>
      <translation>Beispiele zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Show hints</source>
      <translation>Hinweise anzeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Show in folder</source>
      <translation>Im Ordner zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>Show it</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>Show random checks</source>
      <translation>Stichproben zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Show the &amp;log</source>
      <translation>Protokoll &amp;zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Show the &amp;wrong ones</source>
      <translation>&amp;Falsche zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Show the figures on {name}</source>
      <translation>Zahlen zu {name} zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/notices.py" />
      <source>Show the next notice; this one stays</source>
      <translation>Den nächsten Hinweis zeigen; dieser bleibt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>Show them</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Show {name}</source>
      <translation>{name} zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>Show…</source>
      <translation>Zeigen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Sign</source>
      <translation>Zeichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Similar</source>
      <translation>Ähnliche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Similar record</source>
      <translation>Ähnlicher Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Similar records show once some are decided.</source>
      <translation>Ähnliche Datensätze erscheinen, sobald einige entschieden sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Similar records that are decided</source>
      <translation>Ähnliche Datensätze, die entschieden sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Similar records, history, note, guideline</source>
      <translation>Ähnliche Datensätze, Verlauf, Notiz, Richtlinie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Since then</source>
      <translation>Seither</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Single keys act while the table or the detail has the focus, never while you type.</source>
      <translation>Einzelne Tasten wirken, solange die Tabelle oder das Detail den Fokus hat, nie beim Tippen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Size of the reading text</source>
      <translation>Größe des Lesetextes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Sky</source>
      <translation>Himmelblau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_rows.py" />
      <source>Slices</source>
      <translation>Teilmengen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Something went wrong</source>
      <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Something went wrong {count} times, and your work is saved.</source>
      <translation>Etwas ist {count}-mal schiefgegangen; die Arbeit ist gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Something went wrong, and your work is saved.</source>
      <translation>Etwas ist schiefgegangen; die Arbeit ist gespeichert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Sort content by topic</source>
      <translation>Inhalte nach Themen ordnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Sort content by topic on your own machine. Nothing you open ever leaves it: the program never uses the network.</source>
      <translation>Inhalte nach Themen ordnen, auf dem eigenen Rechner. Nichts Geöffnetes verlässt ihn je: Das Programm nutzt nie das Netz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Stands beside each decision from now on. Left empty, it is the name of your login.</source>
      <translation>Steht von nun an neben jeder Entscheidung. Leer ist es der Anmeldename.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Start reviewing</source>
      <translation>Mit dem Prüfen beginnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Starting</source>
      <translation>Beginnt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table_model.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Steps, the newest first</source>
      <translation>Schritte, der neueste zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Stop tr&amp;ying beside</source>
      <translation>N&amp;icht mehr daneben erproben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Swedish</source>
      <translation>Schwedisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ta&amp;g set…</source>
      <translation>S&amp;chlagwörter bearbeiten…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>Tables and workspaces (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag);;All files (*)</source>
      <translation>Tabellen und Arbeitsbereiche (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_offers.py" />
      <source>Tag as {name}</source>
      <translation>Als {name} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Tag text as you type or paste it</source>
      <translation>Text beim Tippen oder Einfügen verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Tag to map to</source>
      <translation>Schlagwort, dem zugeordnet wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Tag whose precision and recall are drawn</source>
      <translation>Schlagwort, dessen Präzision und Recall gezeichnet sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Tags in the order of their keys</source>
      <translation>Schlagwörter in der Reihenfolge ihrer Tasten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste_results.py" />
      <source>Tags of the records</source>
      <translation>Schlagwörter der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Take a condition away, or show all records.</source>
      <translation>Eine Bedingung aufheben oder alle Datensätze zeigen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Take in misclassifications</source>
      <translation>Fehlklassifikationen einlesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Take off the further tag {name}</source>
      <translation>Weiteres Schlagwort {name} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Take off: {words}</source>
      <translation>Aufheben: {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Take t&amp;heirs here</source>
      <translation>Hier &amp;deren nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Take the &amp;tour</source>
      <translation>&amp;Rundgang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Take the last step &amp;back</source>
      <translation>Letzten Schritt &amp;zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Take the tour</source>
      <translation>Rundgang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Taking over…</source>
      <translation>Wird übernommen…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Tamil</source>
      <translation>Tamil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Text of the record</source>
      <translation>Text des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Text to tag</source>
      <translation>Zu verschlagwortender Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Text with commas</source>
      <translation>Text mit Kommas</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Text with tabs</source>
      <translation>Text mit Tabulatoren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Thai</source>
      <translation>Thailändisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>That is no key.</source>
      <translation>Das ist keine Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>The &amp;table, tagged</source>
      <translation>Die &amp;Tabelle, verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The backup could not be put in its place: {strerror}.</source>
      <translation>Die Sicherung ließ sich nicht einsetzen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>The beginning: nothing decided</source>
      <translation>Der Anfang: nichts entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>The bundled model is still being loaded.</source>
      <translation>Das mitgelieferte Modell wird noch geladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/asking.py" />
      <source>The candidate model predicts a different tag.</source>
      <translation>Der Kandidat sagt ein anderes Schlagwort voraus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>The changed source is taken over.</source>
      <translation>Die geänderte Quelle ist übernommen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>The chosen step</source>
      <translation>Der gewählte Schritt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help_desk.py" />
      <source>The damaged file is kept as {path}.</source>
      <translation>Die beschädigte Datei bleibt als {path} erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The decisions made so far stay in {name}.</source>
      <translation>Die bisherigen Entscheidungen bleiben in {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>The file as it was opened, byte for byte.</source>
      <translation>Die Datei, wie sie geöffnet wurde, Byte für Byte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>The first line &amp;names the columns</source>
      <translation>Die erste Zeile &amp;nennt die Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>The first records</source>
      <translation>Die ersten Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/first_look.py" />
      <source>The first records will be here in a moment.</source>
      <translation>Die ersten Datensätze sind gleich da.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>The first {records:,} of {selected:,} records are copied.</source>
      <translation>Die ersten {records:,} von {selected:,} Datensätzen sind kopiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The folder {folder} could not be made: {strerror}.</source>
      <translation>Der Ordner {folder} ließ sich nicht anlegen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>The guide has no page {name}.</source>
      <translation>Die Anleitung hat keine Seite {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>The keys, below the record in the focus view.</source>
      <translation>Die Tasten, unter dem Datensatz in der Fokusansicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>The language changes at the next start.</source>
      <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>The log holds</source>
      <translation>Das Protokoll enthält</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help_desk.py" />
      <source>The log lies in {folder}.</source>
      <translation>Das Protokoll liegt in {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>The metric that decides</source>
      <translation>Das Maß, das entscheidet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>The model &amp;reads</source>
      <translation>Das Modell &amp;liest</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>The model before is in force again; the table is tagged anew.</source>
      <translation>Das vorherige Modell ist wieder im Einsatz; die Tabelle wird neu verschlagwortet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>The model has nothing to read.</source>
      <translation>Das Modell hat nichts zu lesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>The model in force is still being loaded. Try again in a moment.</source>
      <translation>Das Modell im Einsatz wird noch geladen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>The model is still being loaded.</source>
      <translation>Das Modell wird noch geladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>The model was right {right:.0%} of the time.</source>
      <translation>Das Modell hatte in {right:.0%} der Fälle recht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>The model's licences</source>
      <translation>Lizenzen des Modells</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>The new confidence is not measured on this table yet ({checks:,} of {needed:,} random checks), so records that model {earlier} was unsure about stay in review.</source>
      <translation>Die neue Konfidenz ist auf dieser Tabelle noch nicht gemessen ({checks:,} von {needed:,} Stichproben); daher bleiben Datensätze zu prüfen, bei denen Modell {earlier} unsicher war.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>The next record</source>
      <translation>Der nächste Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>The or&amp;iginal</source>
      <translation>Das Or&amp;iginal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>The order gives the keys 1 to 9. Renaming and merging take the history along; Undo takes each step back.</source>
      <translation>Die Reihenfolge ergibt die Tasten 1 bis 9. Umbenennen und Zusammenführen nehmen den Verlauf mit; Rückgängig nimmt jeden Schritt zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>The pane at the right marks the words that spoke for the tag. Point at another tag to see its words; Similar shows decided records that are alike.</source>
      <translation>Der Bereich rechts markiert die Wörter, die für das Schlagwort sprachen. Auf ein anderes Schlagwort zeigen, um dessen Wörter zu sehen; Ähnliche zeigt entschiedene Datensätze, die ähnlich sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>The predicted tag is right</source>
      <translation>Das vorhergesagte Schlagwort ist richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>The program never uses the network, so it cannot look for updates. Download release.json or SHA256SUMS from where you got the program, and choose it here.</source>
      <translation>Das Programm nutzt nie das Netz und kann darum nicht nach Aktualisierungen suchen. release.json oder SHA256SUMS von dort herunterladen, woher das Programm kam, und hier wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>The records stand in another order.</source>
      <translation>Die Datensätze stehen in anderer Reihenfolge.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document_desk.py" />
      <source>The records were pasted, or the file is gone.</source>
      <translation>Die Datensätze wurden eingefügt, oder die Datei ist weg.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>The records were pasted, or the file was moved.</source>
      <translation>Die Datensätze wurden eingefügt, oder die Datei wurde verschoben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>The report is written to {name}.</source>
      <translation>Der Bericht ist in {name} geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>The same for all &amp;equal texts</source>
      <translation>Dasselbe für alle &amp;gleichen Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/equals.py" />
      <source>The same for all {count:,} (A)</source>
      <translation>Dasselbe für alle {count:,} (A)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>The same text stands in an earlier record.</source>
      <translation>Derselbe Text steht in einem früheren Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>The source changed</source>
      <translation>Die Quelle hat sich geändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>The source has not changed since it was read.</source>
      <translation>Die Quelle hat sich seit dem Lesen nicht geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>The state after it</source>
      <translation>Der Stand danach</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>The system's &amp;language</source>
      <translation>Sprache des &amp;Systems</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>The table has no record that can be read.</source>
      <translation>Die Tabelle hat keinen lesbaren Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>The table has {things}.</source>
      <translation>Die Tabelle hat {things}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The table is kept in {path}.</source>
      <translation>Die Tabelle liegt in {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>The table says {known_tag}</source>
      <translation>Die Tabelle sagt {known_tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The texts are kept in {place}.</source>
      <translation>Die Texte liegen in {place}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>The tour goes on where you left it: Help › Take the tour.</source>
      <translation>Der Rundgang geht weiter, wo er verlassen wurde: Hilfe › Rundgang.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>The update file names no file like {name}. Choose the installer of this version.</source>
      <translation>Die Aktualisierungsdatei nennt keine Datei wie {name}. Die Installationsdatei dieser Version wählen.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>The update file names {n} files</source>
      <extracomment>Singular: The update file names {n} file</extracomment>
      <translation>
        <numerusform>Die Aktualisierungsdatei nennt {n} Datei</numerusform>
        <numerusform>Die Aktualisierungsdatei nennt {n} Dateien</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>The workspace becomes what it was at {when}. What it is now stays beside it in a file of its own.</source>
      <translation>Der Arbeitsbereich wird, was er am {when} war. Der jetzige Stand bleibt daneben in einer eigenen Datei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>The workspace is copied to {name}.</source>
      <translation>Der Arbeitsbereich ist nach {name} kopiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Theirs</source>
      <translation>Deren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>There are no decisions yet. Accept or correct some records first; a few dozen make a difference.</source>
      <translation>Es gibt noch keine Entscheidungen. Zuerst einige Datensätze bestätigen oder korrigieren; ein paar Dutzend machen einen Unterschied.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>There are no records</source>
      <translation>Es gibt keine Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>There is no backup of this workspace yet. They will lie in {folder}.</source>
      <translation>Von diesem Arbeitsbereich gibt es noch keine Sicherung. Sie werden in {folder} liegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>There is no conflict.</source>
      <translation>Es gibt keinen Konflikt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document_desk.py" />
      <source>There is no file to read anew.</source>
      <translation>Es gibt keine Datei, die neu zu lesen wäre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>There is no report yet.</source>
      <translation>Es gibt noch keinen Bericht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>There is no source to compare with.</source>
      <translation>Es gibt keine Quelle zum Vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>There is none yet. Filter the table in the window, then add here what is shown.</source>
      <translation>Es gibt noch keine. Die Tabelle im Fenster filtern, dann hier hinzufügen, was gezeigt wird.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>There is nothing to learn from yet.</source>
      <translation>Es gibt noch nichts, woraus zu lernen wäre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slice_desk.py" />
      <source>There is nothing to slice yet.</source>
      <translation>Es gibt noch nichts zu unterteilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>There may be more behind the filter.</source>
      <translation>Hinter dem Filter kann mehr sein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>These rows are none of your table’s. Slices of your own are judged on records of your table:</source>
      <translation>Diese Zeilen gehören nicht zur eigenen Tabelle. Eigene Teilmengen werden auf Datensätzen der Tabelle beurteilt:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>These rows are none of your table’s. Your slices ({names}) are judged on records of your table:</source>
      <translation>Diese Zeilen gehören nicht zur eigenen Tabelle. Die eigenen Teilmengen ({names}) werden auf Datensätzen der Tabelle beurteilt:</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>They show {shown}.</source>
      <translation>Sie zeigen {shown}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>They stand in the data that models are judged on; a good figure on them means little.</source>
      <translation>Sie stehen in den Daten, an denen Modelle beurteilt werden; eine gute Zahl auf ihnen sagt wenig.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>They stand in the training data too: the model has seen their tags.</source>
      <translation>Sie stehen auch in den Trainingsdaten: Das Modell hat ihre Schlagwörter gesehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>This &amp;sitting</source>
      <translation>Diese &amp;Sitzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>This got worse: {losses}.</source>
      <translation>Dies wurde schlechter: {losses}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>This key moves through the window; add Ctrl or Alt.</source>
      <translation>Diese Taste bewegt sich im Fenster; Strg oder Alt dazunehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>This leads out of the guide, and the program opens nothing there: {address}</source>
      <translation>Das führt aus der Anleitung hinaus, und das Programm öffnet dort nichts: {address}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>This record has a note</source>
      <translation>Dieser Datensatz hat eine Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>This sitting</source>
      <translation>Diese Sitzung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>This table is unlike the training data (told apart in {strangeness:.0%} of pairs).</source>
      <translation>Diese Tabelle gleicht den Trainingsdaten nicht (in {strangeness:.0%} der Paare unterscheidbar).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>This workspace can only be read.</source>
      <translation>Dieser Arbeitsbereich ist nur lesbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>This workspace can only be read: {why}.</source>
      <translation>Dieser Arbeitsbereich ist nur lesbar: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>This workspace is open read-only, so no candidate can be kept in it.</source>
      <translation>Dieser Arbeitsbereich ist schreibgeschützt offen; ein Kandidat ließe sich darin nicht behalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Times, counts and names of files: never a text or a decision. It stays on this computer.</source>
      <translation>Zeiten, Anzahlen und Dateinamen: nie ein Text oder eine Entscheidung. Es bleibt auf diesem Rechner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>To review</source>
      <translation>Zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>To the next record. Off, the record stays until you press J.</source>
      <translation>Zum nächsten Datensatz. Ausgeschaltet bleibt der Datensatz, bis J gedrückt wird.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/toolbar.py" />
      <source>Toolbar</source>
      <translation>Symbolleiste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Tour, step {step} of {count}: {title}</source>
      <translation>Rundgang, Schritt {step} von {count}: {title}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Tr&amp;y beside</source>
      <translation>&amp;Daneben erproben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Train a candidate, and it is judged.</source>
      <translation>Einen Kandidaten trainieren, dann wird er beurteilt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>Train with your decisions, or export the table.</source>
      <translation>Mit den Entscheidungen trainieren oder die Tabelle exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Trained on</source>
      <translation>Trainiert mit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Training records</source>
      <translation>Trainingsdatensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Train…</source>
      <translation>Trainieren…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>True tag</source>
      <translation>Wahres Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Try the sample</source>
      <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Turkish</source>
      <translation>Türkisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Type or paste text. It is tagged as you go.</source>
      <translation>Text tippen oder einfügen. Er wird dabei verschlagwortet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Ukrainian</source>
      <translation>Ukrainisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Undo (Z)</source>
      <translation>Rückgängig (Z)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Undo takes it back.</source>
      <translation>Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Undo takes the flags back.</source>
      <translation>Rückgängig nimmt die Markierungen zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Undo takes them back.</source>
      <translation>Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Undo, with one key</source>
      <translation>Rückgängig, mit einer Taste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Unlike anything the model was trained on: mind its confidence.</source>
      <translation>Anders als alles, womit das Modell trainiert wurde: Vorsicht mit seiner Konfidenz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Unseen wrong</source>
      <translation>Ungesehen falsch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Unsure</source>
      <translation>Unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Update files (release.json SHA256SUMS *.json *.txt);;All files (*)</source>
      <translation>Aktualisierungsdateien (release.json SHA256SUMS *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Urdu</source>
      <translation>Urdu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Use &amp;all measured</source>
      <translation>&amp;Alle gemessenen nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Use this key</source>
      <translation>Diese Taste nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Vermilion</source>
      <translation>Zinnoberrot</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Version {theirs} is newer than yours, {ours}.</source>
      <translation>Version {theirs} ist neuer als die vorhandene, {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Version {theirs} is older than yours, {ours}.</source>
      <translation>Version {theirs} ist älter als die vorhandene, {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Version {theirs} is the one you have.</source>
      <translation>Version {theirs} ist die vorhandene.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Version {version}, judged on {rows:,} {where}</source>
      <translation>Version {version}, beurteilt an {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Versions, counts and times for whoever helps you, and no text of yours</source>
      <translation>Versionen, Anzahlen und Zeiten für Helfende, und kein eigener Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Very long texts</source>
      <translation>Sehr lange Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Very short texts</source>
      <translation>Sehr kurze Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Vietnamese</source>
      <translation>Vietnamesisch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Ways to read the table</source>
      <translation>Lesarten der Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>Web page (*.html)</source>
      <translation>Webseite (*.html)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>What a candidate learns from</source>
      <translation>Woraus ein Kandidat lernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>What becomes of the other conflicts</source>
      <translation>Was aus den übrigen Konflikten wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>What belongs to each tag, with examples</source>
      <translation>Was zu jedem Schlagwort gehört, mit Beispielen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>What belongs to the tag, and what does not?</source>
      <translation>Was gehört zum Schlagwort und was nicht?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>What do you want to do?</source>
      <translation>Was soll geschehen?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>What does not work</source>
      <translation>Was nicht geht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>What got worse</source>
      <translation>Was schlechter wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>What happened</source>
      <translation>Was geschah</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>What is left to review</source>
      <translation>Was noch zu prüfen ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>What is remarkable</source>
      <translation>Was auffällt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>What is remarkable about the records: the import report</source>
      <translation>Was an den Datensätzen auffällt: der Importbericht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>What is shown of the step</source>
      <translation>Was vom Schritt gezeigt wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>What is under way</source>
      <translation>Was gerade läuft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>What is wrong with the search</source>
      <translation>Was an der Suche nicht stimmt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>What parts the cells</source>
      <translation>Was die Zellen trennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>What should be known of this record?</source>
      <translation>Was sollte man von diesem Datensatz wissen?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>What the review threshold means</source>
      <translation>Was die Prüfschwelle bedeutet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>What the step did</source>
      <translation>Was der Schritt tat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>What to look at before training</source>
      <translation>Worauf vor dem Training zu achten ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>What to write</source>
      <translation>Was geschrieben wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>What was just done</source>
      <translation>Was eben getan wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>What was there before is {name}.</source>
      <translation>Was zuvor da war, ist {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>What wraps cells</source>
      <translation>Was Zellen umschließt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Where models disagree</source>
      <translation>Wo Modelle uneins sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Where two tags are close</source>
      <translation>Wo zwei Schlagwörter dicht beieinanderliegen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Where “Next to review” goes. Close calls teach the model most.</source>
      <translation>Wohin „Nächster zu prüfender“ führt. Aus knappen Fällen lernt das Modell am meisten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Whether everything is saved</source>
      <translation>Ob alles gespeichert ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Whether the model knows such texts</source>
      <translation>Ob das Modell solche Texte kennt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Which version?</source>
      <translation>Welche Version?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Who did what, and the way back to any past state</source>
      <translation>Wer was tat, und der Weg zurück zu jedem früheren Stand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Why the key cannot be used</source>
      <translation>Warum die Taste nicht geht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Why this record is asked about</source>
      <translation>Warum nach diesem Datensatz gefragt wird</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>With a note</source>
      <translation>Mit Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>With {limit:.2f}</source>
      <translation>Bei {limit:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>Words for the new tag</source>
      <translation>Wörter für das neue Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>Words for the tag now</source>
      <translation>Wörter für das jetzige Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filter_line.py" />
      <source>Words, "an exact phrase", -without, tag:NAME, is:flagged, is:review, confidence&lt;0.6, COLUMN:part, COLUMN=whole</source>
      <translation>Wörter, "ein genauer Ausdruck", -ohne, tag:NAME, is:flagged, is:review, confidence&lt;0.6, SPALTE:teil, SPALTE=ganz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Workspaces (*.mltag)</source>
      <translation>Arbeitsbereiche (*.mltag)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Write a note on the record, or flag it with one</source>
      <translation>Eine Notiz zum Datensatz schreiben oder ihn damit markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Write as &amp;UTF-8</source>
      <translation>Als &amp;UTF-8 schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>Write one</source>
      <translation>Eine schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Write the table or the corrections</source>
      <translation>Die Tabelle oder die Korrekturen schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Write them as they &amp;are</source>
      <translation>Unverändert &amp;schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Write them for a colleague</source>
      <translation>Für eine Kollegin oder einen Kollegen schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Write your decisions for a colleague</source>
      <translation>Die eigenen Entscheidungen für andere schreiben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Yellow</source>
      <translation>Gelb</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>You</source>
      <translation>Person</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>You go on working in the first one.</source>
      <translation>Die Arbeit geht im ersten weiter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>You have not decided on the same records yet.</source>
      <translation>Es wurde noch nicht über dieselben Datensätze entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>Your decisions are signed with the name {name}.</source>
      <translation>Entscheidungen werden mit dem Namen {name} gezeichnet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Your name</source>
      <translation>Eigener Name</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help_desk.py" />
      <source>Your settings could not be read, so all are as they came.</source>
      <translation>Die Einstellungen waren nicht lesbar; alle sind wie ausgeliefert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>a colleague</source>
      <translation>jemand anders</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>accepted</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>all decisions, which the queue chose for being hard</source>
      <translation>allen Entscheidungen, die als schwierig ausgewählt wurden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>almost perfect</source>
      <translation>fast vollkommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>also</source>
      <translation>auch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>also tagged</source>
      <translation>auch verschlagwortet als</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>and {more}, marked ▼ below</source>
      <translation>und {more}, unten mit ▼ gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>answered with {low:.2f} to {high:.2f}</source>
      <translation>beantwortet mit {low:.2f} bis {high:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>as record {record:,}</source>
      <translation>wie Datensatz {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>before a new version of the format</source>
      <translation>vor einer neuen Version des Formats</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>below the review threshold</source>
      <translation>unter der Prüfschwelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>below {threshold:.2f} in the {name}</source>
      <translation>unter {threshold:.2f} in „{name}“</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>by the id column</source>
      <translation>an der Id-Spalte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>by their content</source>
      <translation>an ihrem Inhalt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>choose a column</source>
      <translation>Spalte wählen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>cleared</source>
      <translation>gelöscht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>columns chosen</source>
      <translation>Spalten gewählt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>confidence</source>
      <translation>Konfidenz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/query.py" />
      <source>confidence {min_confidence:.2f} to {max_confidence:.2f}</source>
      <translation>Konfidenz {min_confidence:.2f} bis {max_confidence:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>confirms all</source>
      <translation>bestätigt alle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>contradicting decisions</source>
      <translation>widersprüchliche Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/copying.py" />
      <source>copying</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>corrected</source>
      <translation>korrigiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>corrected to</source>
      <translation>korrigiert zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>decided</source>
      <translation>entschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>decided otherwise than predicted</source>
      <translation>anders entschieden als vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>decisions for a second look</source>
      <translation>Entscheidungen für einen zweiten Blick</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>decisions of the audit set</source>
      <translation>Entscheidungen der Prüfstichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>decisions on this table, each answered by a model that had not seen it</source>
      <translation>Entscheidungen zu dieser Tabelle, jede von einem Modell beantwortet, das sie nicht kannte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>decisions on this table, from which neither model had learnt</source>
      <translation>Entscheidungen dieser Tabelle, aus denen keines der Modelle gelernt hatte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>empty texts</source>
      <translation>leere Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>fair</source>
      <translation>ausreichend</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>first of the day</source>
      <translation>erste des Tages</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>flag removed</source>
      <translation>Markierung entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>flag the record</source>
      <translation>den Datensatz markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>flagged</source>
      <translation>markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>gone back to</source>
      <translation>zurückgekehrt zu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>holdout records</source>
      <translation>Holdout-Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>holdout rows, on which no model was trained</source>
      <translation>Holdout-Zeilen, mit denen kein Modell trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>in the holdout</source>
      <translation>im Holdout</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>in the training data</source>
      <translation>in den Trainingsdaten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>it cannot be written to</source>
      <translation>er ist nicht beschreibbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>keep ours</source>
      <translation>eigene behalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training_job.py" />
      <source>keeping the candidate</source>
      <translation>der Kandidat wird abgelegt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>keeping the table</source>
      <translation>die Tabelle wird abgelegt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>least confidence that is taken</source>
      <translation>kleinste Konfidenz, die gilt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>left out as rows that models are judged on</source>
      <translation>ausgelassen als Zeilen, an denen Modelle beurteilt werden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>less than by chance</source>
      <translation>weniger als durch Zufall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>loading the model</source>
      <translation>Modell wird geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>long</source>
      <translation>lang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>many decisions</source>
      <translation>viele Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>model {version}</source>
      <translation>Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>model {version} (bundled)</source>
      <translation>Modell {version} (mitgeliefert)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>moderate</source>
      <translation>mäßig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>nearly repeated texts</source>
      <translation>fast gleiche Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>new tag</source>
      <translation>neues Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>new tag {number}</source>
      <translation>neues Schlagwort {number}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>no longer tagged</source>
      <translation>nicht mehr verschlagwortet als</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>no rows to judge by</source>
      <translation>keine Zeilen zum Beurteilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>not found in {folder}</source>
      <translation>nicht gefunden in {folder}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panel_desk.py" />
      <source>not loaded</source>
      <translation>nicht geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>not predicted</source>
      <translation>nicht vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>note removed</source>
      <translation>Notiz entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>opening</source>
      <translation>wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>or drop a table anywhere in this window: CSV, a workbook, JSON lines, Parquet</source>
      <translation>oder eine Tabelle irgendwo in dieses Fenster ziehen: CSV, Arbeitsmappe, JSON-Zeilen, Parquet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/opening.py" />
      <source>pasted table</source>
      <translation>eingefügte Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/opening.py" />
      <source>pasted text</source>
      <translation>eingefügter Text</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (95% interval {low:.3f} to {high:.3f})</source>
      <translation>Präzision {precision:.3f}, Recall {recall:.3f}, F1 {f1:.3f} (95-%-Intervall {low:.3f} bis {high:.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>predicted</source>
      <translation>vorhergesagt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>predicting</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/cells.py" />
      <source>predicting…</source>
      <translation>wird vorhergesagt…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>put in force</source>
      <translation>in Einsatz genommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>random checks</source>
      <translation>Stichproben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>records of this table drawn by lot, on which no model was trained</source>
      <translation>ausgeloste Datensätze dieser Tabelle, mit denen kein Modell trainiert wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>repeated texts</source>
      <translation>wiederholte Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>restoring</source>
      <translation>wird wiederhergestellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>review threshold set</source>
      <translation>Prüfschwelle gesetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>rows of {name}</source>
      <translation>Zeilen aus {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>share right</source>
      <translation>Anteil richtig</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>short</source>
      <translation>kurz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>skip mark removed</source>
      <translation>nicht mehr übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>skipped</source>
      <translation>übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>slight</source>
      <translation>gering</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>source taken over</source>
      <translation>Quelle übernommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>substantial</source>
      <translation>beachtlich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>tag set changed</source>
      <translation>Schlagwörter geändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/query.py" />
      <source>tag: {name}</source>
      <translation>Schlagwort: {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>tagged as</source>
      <translation>verschlagwortet als</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>tagging</source>
      <translation>Verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>take the newer one</source>
      <translation>die neuere nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>take theirs</source>
      <translation>deren nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>taken back</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>texts in another language</source>
      <translation>Texte in einer anderen Sprache</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>the audit set</source>
      <translation>der Prüfstichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>the behaviour case “{name}” fails now</source>
      <translation>der Verhaltenstest „{name}“ scheitert jetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>the candidate</source>
      <translation>der Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>the program's own rows</source>
      <translation>den Zeilen des Programms</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>the records stand in another order</source>
      <translation>die Datensätze stehen in anderer Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>these decisions by cross-validation</source>
      <translation>diesen Entscheidungen durch Kreuzvalidierung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>to review</source>
      <translation>zu prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>too few</source>
      <translation>zu wenige</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>training records</source>
      <translation>Trainingsdatensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>true tag</source>
      <translation>wahres Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/query.py" />
      <source>undecided</source>
      <translation>unentschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>unsure</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>unsure mark removed</source>
      <translation>nicht mehr unsicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>version, oldest first</source>
      <translation>Version, älteste zuerst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>very long texts</source>
      <translation>sehr lange Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>very short texts</source>
      <translation>sehr kurze Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>with a header</source>
      <translation>mit Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record_marks.py" />
      <source>with a note</source>
      <translation>mit Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>with {version} ({state})</source>
      <translation>mit {version} ({state})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>without a header</source>
      <translation>ohne Kopfzeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>wrong answers among those that nobody looks at</source>
      <translation>falsche Antworten unter den ungesehenen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>you asked for it</source>
      <translation>auf Wunsch</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>your {n:,} decisions</source>
      <extracomment>Singular: your {n:,} decision</extracomment>
      <translation>
        <numerusform>{n:,} eigene Entscheidung</numerusform>
        <numerusform>{n:,} eigene Entscheidungen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>{count} protected</source>
      <translation>{count} geschützt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{decided} as {tag}</source>
      <translation>{decided} als {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{decided}, before its text changed with the source; look again</source>
      <translation>{decided}, bevor sich der Text mit der Quelle änderte; noch einmal ansehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>{done}: {title}</source>
      <translation>{done}: {title}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{head}, nobody judged anything that is left unseen, so how much of it is wrong is not known; {records}.</source>
      <translation>{head}: Vom Ungesehenen wurde nichts beurteilt; wie viel davon falsch ist, ist nicht bekannt; {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{head}, {wrong:.0%} of what you do not look at would be wrong ({low:.0%}–{high:.0%}, from {judged:,} judged), {records}.</source>
      <translation>{head}: {wrong:.0%} des Ungesehenen wären falsch ({low:.0%}–{high:.0%}, aus {judged:,} beurteilten), {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{hours:.0f} h</source>
      <translation>{hours:.0f} Std.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>{known} is in the tag set now.</source>
      <translation>{known} gehört jetzt zu den Schlagwörtern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{message} The table can be written as UTF-8, or such signs as {escaped} in {name}.</source>
      <translation>{message} Die Tabelle kann als UTF-8 geschrieben werden, oder solche Zeichen als {escaped} in {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{minutes:.0f} minutes of reading, {per_hour:,.0f} decisions an hour.</source>
      <translation>{minutes:.0f} Minuten gelesen, {per_hour:,.0f} Entscheidungen je Stunde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{minutes} min</source>
      <translation>{minutes} Min.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>{most} of {n:,} columns are shown.</source>
      <extracomment>Singular: {most} of {n:,} column are shown.</extracomment>
      <translation>
        <numerusform>{most} von {n:,} Spalte sind zu sehen.</numerusform>
        <numerusform>{most} von {n:,} Spalten sind zu sehen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} accepted</source>
      <extracomment>Singular: {n:,} accepted</extracomment>
      <translation>
        <numerusform>{n:,} bestätigt</numerusform>
        <numerusform>{n:,} bestätigt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} added</source>
      <extracomment>Singular: {n:,} added</extracomment>
      <translation>
        <numerusform>{n:,} hinzugekommen</numerusform>
        <numerusform>{n:,} hinzugekommen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} change</source>
      <extracomment>Singular: {n:,} changes</extracomment>
      <translation>
        <numerusform>{n:,} ändert sich</numerusform>
        <numerusform>{n:,} ändern sich</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/filtering.py" />
      <source>{n:,} chosen records</source>
      <extracomment>Singular: {n:,} chosen record</extracomment>
      <translation>
        <numerusform>{n:,} gewählter Datensatz</numerusform>
        <numerusform>{n:,} gewählte Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>{n:,} columns</source>
      <extracomment>Singular: {n:,} column</extracomment>
      <translation>
        <numerusform>{n:,} Spalte</numerusform>
        <numerusform>{n:,} Spalten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} conflicts</source>
      <extracomment>Singular: {n:,} conflict</extracomment>
      <translation>
        <numerusform>{n:,} Konflikt</numerusform>
        <numerusform>{n:,} Konflikte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} corrected</source>
      <extracomment>Singular: {n:,} corrected</extracomment>
      <translation>
        <numerusform>{n:,} korrigiert</numerusform>
        <numerusform>{n:,} korrigiert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{n:,} corrections</source>
      <extracomment>Singular: {n:,} correction</extracomment>
      <translation>
        <numerusform>{n:,} Korrektur</numerusform>
        <numerusform>{n:,} Korrekturen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} decided</source>
      <extracomment>Singular: {n:,} decided</extracomment>
      <translation>
        <numerusform>{n:,} entschieden</numerusform>
        <numerusform>{n:,} entschieden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>{n:,} decided in this sitting</source>
      <extracomment>Singular: {n:,} decided in this sitting</extracomment>
      <translation>
        <numerusform>{n:,} in dieser Sitzung entschieden</numerusform>
        <numerusform>{n:,} in dieser Sitzung entschieden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} decisions are left out as the audit set, which measures models in use.</source>
      <extracomment>Singular: {n:,} decision is left out as the audit set, which measures models in use.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung ist als Prüfstichprobe ausgelassen, die Modelle im Einsatz misst.</numerusform>
        <numerusform>{n:,} Entscheidungen sind als Prüfstichprobe ausgelassen, die Modelle im Einsatz misst.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} decisions are left out: the same texts, or near copies, stand among the rows that models are judged on.</source>
      <extracomment>Singular: {n:,} decision is left out: the same text, or a near copy, stands among the rows that models are judged on.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung ist ausgelassen: Derselbe Text oder fast derselbe steht unter den Zeilen, an denen Modelle beurteilt werden.</numerusform>
        <numerusform>{n:,} Entscheidungen sind ausgelassen: Dieselben Texte oder fast dieselben stehen unter den Zeilen, an denen Modelle beurteilt werden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} decisions brought in.</source>
      <extracomment>Singular: {n:,} decision brought in.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung übernommen.</numerusform>
        <numerusform>{n:,} Entscheidungen übernommen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} decisions look doubtful beside the others: record {row:,} is decided {decided}, but looks like {likelier} ({confidence:.0%}).</source>
      <extracomment>Singular: {n:,} decision looks doubtful beside the others: record {row:,} is decided {decided}, but looks like {likelier} ({confidence:.0%}).</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung wirkt neben den anderen zweifelhaft: Datensatz {row:,} ist als {decided} entschieden, sieht aber nach {likelier} aus ({confidence:.0%}).</numerusform>
        <numerusform>{n:,} Entscheidungen wirken neben den anderen zweifelhaft: Datensatz {row:,} ist als {decided} entschieden, sieht aber nach {likelier} aus ({confidence:.0%}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} decisions on texts that are not in this table, left out.</source>
      <extracomment>Singular: {n:,} decision on texts that are not in this table, left out.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung zu Texten, die nicht in dieser Tabelle stehen, ausgelassen.</numerusform>
        <numerusform>{n:,} Entscheidungen zu Texten, die nicht in dieser Tabelle stehen, ausgelassen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>{n:,} decisions written to {name}.</source>
      <extracomment>Singular: {n:,} decision written to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} Entscheidung in {name} geschrieben.</numerusform>
        <numerusform>{n:,} Entscheidungen in {name} geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} flagged</source>
      <extracomment>Singular: {n:,} flagged</extracomment>
      <translation>
        <numerusform>{n:,} markiert</numerusform>
        <numerusform>{n:,} markiert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} gone</source>
      <extracomment>Singular: {n:,} gone</extracomment>
      <translation>
        <numerusform>{n:,} weg</numerusform>
        <numerusform>{n:,} weg</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} have no prediction.</source>
      <extracomment>Singular: {n:,} has no prediction.</extracomment>
      <translation>
        <numerusform>{n:,} hat keine Vorhersage.</numerusform>
        <numerusform>{n:,} haben keine Vorhersage.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{n:,} known tags are not in the tag set</source>
      <extracomment>Singular: {n:,} known tag is not in the tag set</extracomment>
      <translation>
        <numerusform>{n:,} vorgegebenes Schlagwort, das nicht zur Liste gehört</numerusform>
        <numerusform>{n:,} vorgegebene Schlagwörter, die nicht zur Liste gehören</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>{n:,} lines could not be read and are set aside, kept byte for byte.</source>
      <extracomment>Singular: {n:,} line could not be read and is set aside, kept byte for byte.</extracomment>
      <translation>
        <numerusform>{n:,} Zeile war nicht lesbar und ist zurückgestellt, Byte für Byte erhalten.</numerusform>
        <numerusform>{n:,} Zeilen waren nicht lesbar und sind zurückgestellt, Byte für Byte erhalten.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>{n:,} lines of the source cannot be read as a record.{more} They are kept byte for byte, and an export writes them back in their place.</source>
      <extracomment>Singular: {n:,} line of the source cannot be read as a record.{more} It is kept byte for byte, and an export writes it back in its place.</extracomment>
      <translation>
        <numerusform>{n:,} Zeile der Quelle ist nicht als Datensatz lesbar.{more} Sie bleibt Byte für Byte erhalten, und ein Export schreibt sie an ihren Platz zurück.</numerusform>
        <numerusform>{n:,} Zeilen der Quelle sind nicht als Datensatz lesbar.{more} Sie bleiben Byte für Byte erhalten, und ein Export schreibt sie an ihren Platz zurück.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} lines set aside could not be written in this form.</source>
      <extracomment>Singular: {n:,} line set aside could not be written in this form.</extracomment>
      <translation>
        <numerusform>{n:,} zurückgestellte Zeile ließ sich in diesem Format nicht schreiben.</numerusform>
        <numerusform>{n:,} zurückgestellte Zeilen ließen sich in diesem Format nicht schreiben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>{n:,} misclassifications written to {name}.</source>
      <extracomment>Singular: {n:,} misclassification written to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} Fehlklassifikation in {name} geschrieben.</numerusform>
        <numerusform>{n:,} Fehlklassifikationen in {name} geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>{n:,} more figures</source>
      <extracomment>Singular: {n:,} more figure</extracomment>
      <translation>
        <numerusform>{n:,} weitere Zahl</numerusform>
        <numerusform>{n:,} weitere Zahlen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/equals.py" />
      <source>{n:,} more records have exactly this text.</source>
      <extracomment>Singular: {n:,} more record has exactly this text.</extracomment>
      <translation>
        <numerusform>{n:,} weiterer Datensatz hat genau diesen Text.</numerusform>
        <numerusform>{n:,} weitere Datensätze haben genau diesen Text.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{n:,} more tags not shown. </source>
      <extracomment>Singular: {n:,} more tag not shown. </extracomment>
      <translation>
        <numerusform>{n:,} weiteres Schlagwort nicht gezeigt. </numerusform>
        <numerusform>{n:,} weitere Schlagwörter nicht gezeigt. </numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} new decisions</source>
      <extracomment>Singular: {n:,} new decision</extracomment>
      <translation>
        <numerusform>{n:,} neue Entscheidung</numerusform>
        <numerusform>{n:,} neue Entscheidungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} of them are decided already.</source>
      <extracomment>Singular: {n:,} of them is decided already.</extracomment>
      <translation>
        <numerusform>{n:,} davon ist schon entschieden.</numerusform>
        <numerusform>{n:,} davon sind schon entschieden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>{n:,} records</source>
      <extracomment>Singular: {n:,} record</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz</numerusform>
        <numerusform>{n:,} Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>{n:,} records are copied.</source>
      <extracomment>Singular: {n:,} record is copied.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ist kopiert.</numerusform>
        <numerusform>{n:,} Datensätze sind kopiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} records are selected</source>
      <extracomment>Singular: {n:,} record is selected</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ist gewählt</numerusform>
        <numerusform>{n:,} Datensätze sind gewählt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>{n:,} records are skipped or unsure.</source>
      <extracomment>Singular: {n:,} record is skipped or unsure.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz ist übersprungen oder unsicher.</numerusform>
        <numerusform>{n:,} Datensätze sind übersprungen oder unsicher.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records below the review threshold have not been reviewed. The predicted tags would be written all the same.</source>
      <extracomment>Singular: {n:,} record below the review threshold has not been reviewed. The predicted tags would be written all the same.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz unter der Prüfschwelle ist nicht geprüft. Das vorhergesagte Schlagwort würde trotzdem geschrieben.</numerusform>
        <numerusform>{n:,} Datensätze unter der Prüfschwelle sind nicht geprüft. Die vorhergesagten Schlagwörter würden trotzdem geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} records decided</source>
      <extracomment>Singular: {n:,} record decided</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz entschieden</numerusform>
        <numerusform>{n:,} Datensätze entschieden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>{n:,} records decided so</source>
      <extracomment>Singular: {n:,} record decided so</extracomment>
      <translation>
        <numerusform>{n:,} so entschiedener Datensatz</numerusform>
        <numerusform>{n:,} so entschiedene Datensätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>{n:,} records flagged, {added:,} of them new here.</source>
      <extracomment>Singular: {n:,} record flagged, {added:,} of them new here.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz markiert, {added:,} davon hier neu.</numerusform>
        <numerusform>{n:,} Datensätze markiert, {added:,} davon hier neu.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records guarded against formulas.</source>
      <extracomment>Singular: {n:,} record guarded against formulas.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz vor Formeln geschützt.</numerusform>
        <numerusform>{n:,} Datensätze vor Formeln geschützt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>{n:,} records handed to the table</source>
      <extracomment>Singular: {n:,} record handed to the table</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz an die Tabelle übergeben</numerusform>
        <numerusform>{n:,} Datensätze an die Tabelle übergeben</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} records left to review, about {minutes:,} min at the usual pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {minutes:,} min at the usual pace.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz noch zu prüfen, in üblichem Tempo etwa {minutes:,} Min.</numerusform>
        <numerusform>{n:,} Datensätze noch zu prüfen, in üblichem Tempo etwa {minutes:,} Min.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} records left to review, about {minutes:,} min at this pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {minutes:,} min at this pace.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz noch zu prüfen, in diesem Tempo etwa {minutes:,} Min.</numerusform>
        <numerusform>{n:,} Datensätze noch zu prüfen, in diesem Tempo etwa {minutes:,} Min.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} records that are gone will be hidden{kept}; nothing is deleted.</source>
      <extracomment>Singular: {n:,} record that is gone will be hidden{kept}; nothing is deleted.</extracomment>
      <translation>
        <numerusform>{n:,} verschwundener Datensatz wird ausgeblendet{kept}; gelöscht wird nichts.</numerusform>
        <numerusform>{n:,} verschwundene Datensätze werden ausgeblendet{kept}; gelöscht wird nichts.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{n:,} records to review</source>
      <extracomment>Singular: {n:,} record to review</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz zu prüfen</numerusform>
        <numerusform>{n:,} Datensätze zu prüfen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} records with another text will be marked for another look.</source>
      <extracomment>Singular: {n:,} record with another text will be marked for another look.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit anderem Text wird zur erneuten Prüfung vorgemerkt.</numerusform>
        <numerusform>{n:,} Datensätze mit anderem Text werden zur erneuten Prüfung vorgemerkt.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>{n:,} records with the known tag {known} decided.</source>
      <extracomment>Singular: {n:,} record with the known tag {known} decided.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz mit dem vorgegebenen Schlagwort {known} entschieden.</numerusform>
        <numerusform>{n:,} Datensätze mit dem vorgegebenen Schlagwort {known} entschieden.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records written to {name}.</source>
      <extracomment>Singular: {n:,} record written to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz in {name} geschrieben.</numerusform>
        <numerusform>{n:,} Datensätze in {name} geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records, {decided}</source>
      <extracomment>Singular: {n:,} record, {decided}</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz, {decided}</numerusform>
        <numerusform>{n:,} Datensätze, {decided}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>{n:,} records: {words}.</source>
      <extracomment>Singular: {n:,} record: {words}.</extracomment>
      <translation>
        <numerusform>{n:,} Datensatz: {words}.</numerusform>
        <numerusform>{n:,} Datensätze: {words}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>{n:,} rows</source>
      <extracomment>Singular: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} Zeile</numerusform>
        <numerusform>{n:,} Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{n:,} rows of the bundled model {version}, and {decisions}</source>
      <extracomment>Singular: {n:,} row of the bundled model {version}, and {decisions}</extracomment>
      <translation>
        <numerusform>{n:,} Zeile des mitgelieferten Modells {version} und {decisions}</numerusform>
        <numerusform>{n:,} Zeilen des mitgelieferten Modells {version} und {decisions}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>{n:,} rows of {name} tagged rightly</source>
      <extracomment>Singular: {n:,} row of {name} tagged rightly</extracomment>
      <translation>
        <numerusform>{n:,} Zeile von {name} richtig verschlagwortet</numerusform>
        <numerusform>{n:,} Zeilen von {name} richtig verschlagwortet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>{n:,} rows of {name} tagged {answer}</source>
      <extracomment>Singular: {n:,} row of {name} tagged {answer}</extracomment>
      <translation>
        <numerusform>{n:,} Zeile von {name} als {answer} verschlagwortet</numerusform>
        <numerusform>{n:,} Zeilen von {name} als {answer} verschlagwortet</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{n:,} rows that no model was trained on</source>
      <extracomment>Singular: {n:,} row that no model was trained on</extracomment>
      <translation>
        <numerusform>{n:,} Zeile, mit der kein Modell trainiert wurde</numerusform>
        <numerusform>{n:,} Zeilen, mit denen kein Modell trainiert wurde</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} skipped</source>
      <extracomment>Singular: {n:,} skipped</extracomment>
      <translation>
        <numerusform>{n:,} übersprungen</numerusform>
        <numerusform>{n:,} übersprungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} texts have decisions with different tags. They are not used for training.</source>
      <extracomment>Singular: {n:,} text has decisions with different tags. They are not used for training.</extracomment>
      <translation>
        <numerusform>{n:,} Text hat Entscheidungen mit verschiedenen Schlagwörtern. Sie werden nicht zum Training verwendet.</numerusform>
        <numerusform>{n:,} Texte haben Entscheidungen mit verschiedenen Schlagwörtern. Sie werden nicht zum Training verwendet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} with another text</source>
      <extracomment>Singular: {n:,} with another text</extracomment>
      <translation>
        <numerusform>{n:,} mit anderem Text</numerusform>
        <numerusform>{n:,} mit anderem Text</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} with other cells</source>
      <extracomment>Singular: {n:,} with other cells</extracomment>
      <translation>
        <numerusform>{n:,} mit anderen Zellen</numerusform>
        <numerusform>{n:,} mit anderen Zellen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{named} have no decisions: a candidate never answers with them.</source>
      <extracomment>Singular: {named} has no decision: a candidate never answers with it.</extracomment>
      <translation>
        <numerusform>{named} hat keine Entscheidung: Ein Kandidat antwortet nie damit.</numerusform>
        <numerusform>{named} haben keine Entscheidungen: Ein Kandidat antwortet nie damit.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{named}; and {n:,} more figures</source>
      <extracomment>Singular: {named}; and {n:,} more figure</extracomment>
      <translation>
        <numerusform>{named}; und {n:,} weitere Zahl</numerusform>
        <numerusform>{named}; und {n:,} weitere Zahlen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{name} ({where}) from {before:.3f} to {after:.3f}</source>
      <translation>{name} ({where}) von {before:.3f} auf {after:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>{name} changed since it was read: {changes}.</source>
      <translation>{name} hat sich seit dem Lesen geändert: {changes}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{name} from {before:.3f} to {after:.3f}</source>
      <translation>{name} von {before:.3f} auf {after:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>{name}: {before:.3f} auf {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>{name} has this key.</source>
      <translation>{name} hat diese Taste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>{name} is not what the update file names. Do not install it; download it again.</source>
      <translation>{name} ist nicht, was die Aktualisierungsdatei nennt. Nicht installieren; erneut herunterladen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>{name} is removed.</source>
      <translation>{name} ist entfernt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>{name} is removed. It stays, in grey, on {decided:,} decided and {predicted:,} predicted records until they get another tag; Merge would give them one.</source>
      <translation>{name} ist entfernt. Grau bleibt es an {decided:,} entschiedenen und {predicted:,} vorhergesagten Datensätzen, bis sie ein anderes Schlagwort bekommen; Zusammenführen gäbe ihnen eins.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>{name} is whole: it is, byte for byte, what the update file names. You can install it.</source>
      <translation>{name} ist vollständig: Byte für Byte, was die Aktualisierungsdatei nennt. Es kann installiert werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>{name} pass {passed:,}</source>
      <translation>{name} bestehen {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>{name} passes {passed:,}</source>
      <translation>{name} besteht {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>{name}, alike {confidence}: {text}</source>
      <translation>{name}, ähnlich zu {confidence}: {text}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>{name}, {n:,} records</source>
      <extracomment>Singular: {name}, {n:,} record</extracomment>
      <translation>
        <numerusform>{name}, {n:,} Datensatz</numerusform>
        <numerusform>{name}, {n:,} Datensätze</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>{name}: ECE {ece:.3f} ({low:.3f} to {high:.3f}), by chance about {ece_by_chance:.3f}; log loss {log_loss:.3f} ({least:.3f} to {most:.3f}).</source>
      <translation>{name}: ECE {ece:.3f} ({low:.3f} bis {high:.3f}), durch Zufall etwa {ece_by_chance:.3f}; Log-Loss {log_loss:.3f} ({least:.3f} bis {most:.3f}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>{name}: ECE {ece:.3f}; a perfectly calibrated model shows about {ece_by_chance:.3f} on so few rows.</source>
      <translation>{name}: ECE {ece:.3f}; ein vollkommen kalibriertes Modell zeigt auf so wenigen Zeilen etwa {ece_by_chance:.3f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>{name}: a click sets it, with Shift adds it beside the main one or takes it off{guideline}</source>
      <translation>{name}: Ein Klick setzt es, mit Umschalt kommt es zum Hauptschlagwort hinzu oder geht weg{guideline}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{name}: {parts}, {n:,} the same</source>
      <extracomment>Singular: {name}: {parts}, {n:,} the same</extracomment>
      <translation>
        <numerusform>{name}: {parts}, {n:,} unverändert</numerusform>
        <numerusform>{name}: {parts}, {n:,} unverändert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/notices.py" />
      <source>{n} more</source>
      <extracomment>Singular: {n} more</extracomment>
      <translation>
        <numerusform>{n} weiterer</numerusform>
        <numerusform>{n} weitere</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>{n} places in the guide</source>
      <extracomment>Singular: {n} place in the guide</extracomment>
      <translation>
        <numerusform>{n} Stelle in der Anleitung</numerusform>
        <numerusform>{n} Stellen in der Anleitung</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{once} It and its report are deleted, which undo does not bring back.</source>
      <translation>{once} Es wird samt Bericht gelöscht; Rückgängig bringt sie nicht wieder.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{others}The candidate is judged on {judged}. Nothing changes until you promote it.</source>
      <translation>{others}Der Kandidat wird beurteilt an {judged}. Nichts ändert sich, bevor er in Betrieb genommen wird.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>{parent} is read-only: the workspace is kept in {place}.</source>
      <translation>{parent} ist schreibgeschützt: Der Arbeitsbereich liegt in {place}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{records:,} to review, about {about}</source>
      <translation>{records:,} zu prüfen, etwa {about}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>{records} decided then, {decided_now:,} now; {different} stood otherwise.</source>
      <translation>{records} damals entschieden, {decided_now:,} jetzt; {different} standen anders.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>{records}, {columns}; the model reads {names}{left}</source>
      <translation>{records}, {columns}; das Modell liest {names}{left}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>{said} From {threshold:.2f} on {precision:.0%} is right, for {part:.0%} of them.</source>
      <translation>{said} Ab {threshold:.2f} sind {precision:.0%} richtig, bei {part:.0%} davon.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{similarity:.0%} as record {record:,}</source>
      <translation>{similarity:.0%} wie Datensatz {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>{size:,.1f} MB</source>
      <translation>{size:,.1f} MB</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>{size:.1f} MB</source>
      <translation>{size:.1f} MB</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{some:,} of {total:,} records, drawn at random, were looked through; repeats, empty texts and known tags are those of all.</source>
      <translation>{some:,} von {total:,} Datensätzen, zufällig gezogen, wurden durchgesehen; Wiederholungen, leere Texte und vorgegebene Schlagwörter sind die aller.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>{step} of {count}</source>
      <translation>{step} von {count}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{tag} as all tags</source>
      <translation>{tag} wie alle</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{tag} has {n:,} decisions; {missing} more make it learnable.</source>
      <extracomment>Singular: {tag} has {n:,} decision; {missing} more make it learnable.</extracomment>
      <translation>
        <numerusform>{tag} hat {n:,} Entscheidung; {missing} weitere machen es lernbar.</numerusform>
        <numerusform>{tag} hat {n:,} Entscheidungen; {missing} weitere machen es lernbar.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>{tag} is the main tag already; a further tag is another.</source>
      <translation>{tag} ist schon das Hauptschlagwort; ein weiteres ist ein anderes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{tag}, flagged</source>
      <translation>{tag}, markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>{tag}, tagged {answer} by {model}</source>
      <translation>{tag}, von {model} als {answer} verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>{text}
Show this record</source>
      <translation>{text}
Diesen Datensatz zeigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{things} and {last}</source>
      <translation>{things} und {last}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>{total:,} of {n:,} records</source>
      <extracomment>Singular: {total:,} of {n:,} record</extracomment>
      <translation>
        <numerusform>{total:,} von {n:,} Datensatz</numerusform>
        <numerusform>{total:,} von {n:,} Datensätzen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>{total:,} of {n:,} rows</source>
      <extracomment>Singular: {total:,} of {n:,} row</extracomment>
      <translation>
        <numerusform>{total:,} von {n:,} Zeile</numerusform>
        <numerusform>{total:,} von {n:,} Zeilen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>{verb} step {target:,}</source>
      <translation>{verb}: Schritt {target:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>{verb}: {step}</source>
      <translation>{verb}: {step}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{what}:</source>
      <translation>{what}:</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{whose}: {decisions}, {n:,} the same, {conflicts}</source>
      <extracomment>Singular: {whose}: {decisions}, {n:,} the same, {conflicts}</extracomment>
      <translation>
        <numerusform>{whose}: {decisions}, {n:,} gleich, {conflicts}</numerusform>
        <numerusform>{whose}: {decisions}, {n:,} gleich, {conflicts}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{who}: {tag}, {when}.</source>
      <translation>{who}: {tag}, {when}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>{words} It is {name}.</source>
      <translation>{words} Er ist {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>{words}; it is {truth}</source>
      <translation>{words}; es ist {truth}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>“Asked” are decisions on what the queue asked about, where the model is unsure, so they make it look worse than it is; “by lot” is the audit set, which speaks for the table. Thresholds are measured on {source}.</source>
      <translation>„Gefragt“ sind Entscheidungen zu Datensätzen, bei denen das Modell unsicher ist und nach denen darum gefragt wurde; sie lassen es schlechter aussehen, als es ist. „Per Los“ ist die Prüfstichprobe, die für die Tabelle spricht. Schwellen sind gemessen an {source}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>“{note}”</source>
      <translation>„{note}“</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/reading.py" />
      <source>… and {n:,} characters more</source>
      <extracomment>Singular: … and {n:,} character more</extracomment>
      <translation>
        <numerusform>… und {n:,} weiteres Zeichen</numerusform>
        <numerusform>… und {n:,} weitere Zeichen</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>− gone</source>
      <translation>− verschwunden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>≠ changed</source>
      <translation>≠ geändert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>◆ precision, dashed recall. {words}</source>
      <translation>◆ Präzision, gestrichelt Recall. {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>✓ In force</source>
      <translation>✓ Im Einsatz</translation>
    </message>
  </context>
  <context>
    <name>MLTag core</name>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source> ({count:,} records)</source>
      <translation> ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> Blanks before a quote are left out.</source>
      <translation> Leerzeichen vor einem Anführungszeichen werden ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source> No row names the columns.</source>
      <translation> Keine Zeile nennt die Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> Quotes inside of cells are escaped by a backslash.</source>
      <translation> Anführungszeichen in Zellen sind mit einem Rückstrich maskiert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source> Row {skip} names the columns.</source>
      <translation> Zeile {skip} nennt die Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source> and {count:,} more</source>
      <translation> und {count:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source> and {more:,} more</source>
      <translation> und {more:,} weitere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> {skip} line stands above the table.</source>
      <translation> {skip} Zeile steht über der Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> {skip} lines stand above the table.</source>
      <translation> {skip} Zeilen stehen über der Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>, and it is unlike earlier questions</source>
      <translation>; der Datensatz ähnelt keiner früheren Frage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>, one of {count}.</source>
      <translation>, eines von {count}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>, says {curator}</source>
      <translation>, sagt {curator}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>1 decision equals, or nearly equals, a row that models are judged on; it was left out.</source>
      <translation>1 Entscheidung gleicht ganz oder fast einer Zeile, an der Modelle gemessen werden; sie blieb außen vor.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>1 text has</source>
      <translation>1 Text hat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>95% intervals: Wilson for accuracy, recall and each tag's figures; bootstrap of 1,000 draws for weighted precision, weighted F1 and macro F1.</source>
      <translation>95-%-Intervalle: Wilson für Genauigkeit, Recall und die Zahlen je Schlagwort; Bootstrap mit 1.000 Ziehungen für gewichtete Präzision, gewichtetes F1 und Makro-F1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>; something is missing of: {damaged}</source>
      <translation>; es fehlt etwas von: {damaged}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>A Parquet file of {count} columns, each with its type.</source>
      <translation>Eine Parquet-Datei mit {count} Spalten, jede mit ihrem Typ.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>A byte order mark says {encoding}.</source>
      <translation>Eine Bytereihenfolge-Marke sagt {encoding}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>A cell of a sheet holds {longest_cell:,} signs and no more; one here has {count:,}.</source>
      <translation>Eine Zelle eines Blatts fasst {longest_cell:,} Zeichen und nicht mehr; eine hier hat {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A confidence lies between 0 and 1, or 0% and 100%.</source>
      <translation>Eine Konfidenz liegt zwischen 0 und 1, oder 0 % und 100 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>A confidence lies between 0 and 1.</source>
      <translation>Eine Konfidenz liegt zwischen 0 und 1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>A model cannot be compared with itself.</source>
      <translation>Ein Modell lässt sich nicht mit sich selbst vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A quotation mark is not closed.</source>
      <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>A quoted cell opens in this line and is not closed.</source>
      <translation>Eine Zelle in Anführungszeichen beginnt in dieser Zeile und endet nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>A sheet holds {most_rows:,} rows and no more.</source>
      <translation>Ein Blatt fasst {most_rows:,} Zeilen und nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>A slice needs a name.</source>
      <translation>Eine Teilmenge braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A tag is missing after “tag:”.</source>
      <translation>Nach „tag:“ fehlt ein Schlagwort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>A tag needs a name.</source>
      <translation>Ein Schlagwort braucht einen Namen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A value is missing after “{key}:”.</source>
      <translation>Nach „{key}:“ fehlt ein Wert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A word is missing after “is:”.</source>
      <translation>Nach „is:“ fehlt ein Wort.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>A workspace keeps at most {most} slices.</source>
      <translation>Ein Arbeitsbereich behält höchstens {most} Teilmengen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>A {name} parts cells, too.</source>
      <translation>Auch {name} trennt Zellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>A {name} parts {width} cells in {share} looked at; {named}.</source>
      <translation>{name} trennt {width} Zellen in {share}; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Accept or correct a few records first.</source>
      <translation>Zuerst einige Datensätze bestätigen oder korrigieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Accept or correct a few records, then train.</source>
      <translation>Einige Datensätze bestätigen oder korrigieren, dann trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Accept or correct some more records first.</source>
      <translation>Zuerst weitere Datensätze bestätigen oder korrigieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/deciding.py" />
      <source>Accept the predicted tags ({count:,} records)</source>
      <translation>Die vorhergesagten Schlagwörter bestätigen ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Accepted the predicted tags ({count:,} records)</source>
      <translation>Vorhergesagte Schlagwörter bestätigt ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Add it first.</source>
      <translation>Zuerst hinzufügen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Add texts</source>
      <translation>Texte hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Add the tag {added}</source>
      <translation>Schlagwort {added} hinzufügen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>All decisions contradict each other: equal texts have different tags.</source>
      <translation>Alle Entscheidungen widersprechen sich: Gleiche Texte haben verschiedene Schlagwörter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Also tag as {tag}</source>
      <translation>Auch als {tag} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Also tagged as {tag}</source>
      <translation>Auch als {tag} verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Ask for a file that MLTag Desktop exported.</source>
      <translation>Um eine Datei bitten, die MLTag Desktop exportiert hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Ask its owner for access, or choose another file.</source>
      <translation>Den Besitzer um Zugriff bitten oder eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>At a confidence of {threshold:.2f} or above, {right_b:,} of {rows_b:,} answers of {new} are right, and {right_a:,} of {rows_a:,} of {old}.</source>
      <translation>Ab einer Konfidenz von {threshold:.2f} sind richtig: {right_b:,} von {rows_b:,} Antworten ({new}) und {right_a:,} von {rows_a:,} ({old}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>At {threshold:.2f} or above {new} is right less often than {old}: {figures}.</source>
      <translation>Ab {threshold:.2f} liegt {new} seltener richtig als {old}: {figures}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Bring in decisions of {whose} ({count:,} records)</source>
      <translation>Entscheidungen von {whose} übernehmen ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Bringing in the decisions</source>
      <translation>Die Entscheidungen werden übernommen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Candidate</source>
      <translation>Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/shadow.py" />
      <source>Candidate, in {decided:,} {decisions}: {counts}; {verdict_in_words}.</source>
      <translation>Kandidat, bei {decided:,} {decisions}: {counts}; {verdict_in_words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Change the columns</source>
      <translation>Spalten ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Change the review thresholds</source>
      <translation>Prüfschwellen ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Change the tags</source>
      <translation>Schlagwörter ändern</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Check that the file and its folder are there and can be written to.</source>
      <translation>Prüfen, ob Datei und Ordner vorhanden und beschreibbar sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Check the disk, then do it again. {safe}</source>
      <translation>Den Datenträger prüfen, dann wiederholen. {safe}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>Check the name and try again.</source>
      <translation>Den Namen prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Check the name, or choose another file.</source>
      <translation>Den Namen prüfen oder eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Check the name, or open the table to start anew.</source>
      <translation>Den Namen prüfen oder die Tabelle öffnen, um neu zu beginnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Check who owns the file and try again.</source>
      <translation>Prüfen, wem die Datei gehört, und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Check who owns the file.</source>
      <translation>Prüfen, wem die Datei gehört.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Choose a .mltag file, or open a table (CSV) to make one from it.</source>
      <translation>Eine .mltag-Datei wählen, oder eine Tabelle (CSV) öffnen, um eine daraus zu machen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Choose a .mltag file.</source>
      <translation>Eine .mltag-Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Choose a file that MLTag Desktop wrote.</source>
      <translation>Eine Datei wählen, die MLTag Desktop geschrieben hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Choose a file with a header line and at least one record.</source>
      <translation>Eine Datei mit Kopfzeile und mindestens einem Datensatz wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mapping.py" />
      <source>Choose a file with a title, description or text column, or name one.</source>
      <translation>Eine Datei mit einer Spalte title, description oder text wählen, oder eine Spalte nennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>Choose a file with at least one record.</source>
      <translation>Eine Datei mit mindestens einem Datensatz wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Choose a file.</source>
      <translation>Eine Datei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Choose a folder you can write to, with free space.</source>
      <translation>Einen beschreibbaren Ordner mit freiem Platz wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_table.py" />
      <source>Choose among the table's columns.</source>
      <translation>Unter den Spalten der Tabelle wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose among what is offered.</source>
      <translation>Unter dem Angebotenen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>Choose another delimiter, or leave out line breaks.</source>
      <translation>Ein anderes Trennzeichen wählen oder Zeilenumbrüche weglassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>Choose another folder, or free some space.</source>
      <translation>Einen anderen Ordner wählen oder Platz schaffen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another model, or get this one again from where it came.</source>
      <translation>Ein anderes Modell wählen oder dieses neu beschaffen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Choose another model, or make this one again.</source>
      <translation>Ein anderes Modell wählen oder dieses neu erstellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another name for the model.</source>
      <translation>Einen anderen Namen für das Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Choose another name, or allow it to be replaced.</source>
      <translation>Einen anderen Namen wählen oder das Ersetzen erlauben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Choose another name.</source>
      <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Choose another name; the source is kept.</source>
      <translation>Einen anderen Namen wählen; die Quelle bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>Choose another one in the settings.</source>
      <translation>In den Einstellungen einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>Choose another one.</source>
      <translation>Ein anderes wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Choose another review threshold.</source>
      <translation>Eine andere Prüfschwelle wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Choose at least one column to read.</source>
      <translation>Mindestens eine Spalte zum Lesen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Choose columns that are there.</source>
      <translation>Vorhandene Spalten wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one character, such as ", or none.</source>
      <translation>Ein Zeichen wählen, etwa ", oder keines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one character, such as , or ;</source>
      <translation>Ein Zeichen wählen, etwa , oder ;</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one character, such as \, or none.</source>
      <translation>Ein Zeichen wählen, etwa \, oder keines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>Choose one from 0 to {last}.</source>
      <translation>Einen von 0 bis {last} wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Choose one from 1 to {count}.</source>
      <translation>Einen von 1 bis {count} wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Choose one from its list.</source>
      <translation>Eines aus der Liste wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>Choose one of the table's columns.</source>
      <translation>Eine Spalte der Tabelle wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>Choose one of these: {sheet_names}.</source>
      <translation>Eines von diesen wählen: {sheet_names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Choose one of {known}.</source>
      <translation>Eines davon wählen: {known}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/asking.py" />
      <source>Choose one of: {orders}.</source>
      <translation>Eine davon wählen: {orders}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Choose table, corrections or original.</source>
      <translation>Tabelle, Korrekturen oder Original wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>Choose the file release.json or SHA256SUMS of a release of MLTag Desktop.</source>
      <translation>Die Datei release.json oder SHA256SUMS einer Ausgabe von MLTag Desktop wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>Choose the installer that you downloaded.</source>
      <translation>Die heruntergeladene Installationsdatei wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Choose two tags of the set.</source>
      <translation>Zwei Schlagwörter der Liste wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Clear</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Clear decision</source>
      <translation>Entscheidung löschen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Cleared</source>
      <translation>Entscheidung gelöscht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Cleared decision</source>
      <translation>Entscheidung gelöscht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Close it there or make the folder writable, then open it again.</source>
      <translation>Dort schließen oder den Ordner beschreibbar machen, dann erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Close it there, then do it again.</source>
      <translation>Dort schließen, dann wiederholen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Compare them again.</source>
      <translation>Noch einmal vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/snapshot.py" />
      <source>Compare without the rules.</source>
      <translation>Ohne die Regeln vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/inspection.py" />
      <source>Comparing records</source>
      <translation>Datensätze werden verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Comparing the decisions</source>
      <translation>Die Entscheidungen werden verglichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Comparing with what was read before</source>
      <translation>Vergleich mit dem bisher Gelesenen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Confidence is compared with a number.</source>
      <translation>Konfidenz wird mit einer Zahl verglichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Copy it to a folder that can be written to, and open the copy.</source>
      <translation>In einen beschreibbaren Ordner kopieren und die Kopie öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/reader.py" />
      <source>Copy some cells first, then paste again.</source>
      <translation>Zuerst Zellen kopieren, dann erneut einfügen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>Copying the workspace</source>
      <translation>Der Arbeitsbereich wird kopiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Decide on some records first.</source>
      <translation>Zuerst über einige Datensätze entscheiden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>Delete what stands far from the table, or save the sheet that you need as a .csv file.</source>
      <translation>Löschen, was weit von der Tabelle entfernt steht, oder das benötigte Blatt als .csv-Datei speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Discard model {version}</source>
      <translation>Modell {version} verwerfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>Each line is a JSON object; the first {looked_at:,} have {count} keys.</source>
      <translation>Jede Zeile ist ein JSON-Objekt; die ersten {looked_at:,} haben {count} Schlüssel.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Edit it again, or leave it set aside.</source>
      <translation>Erneut bearbeiten oder zurückgestellt lassen.</translation>
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
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Everything that was saved before is kept.</source>
      <translation>Alles zuvor Gespeicherte bleibt erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>Export as .csv instead, or choose another column for the tag.</source>
      <translation>Stattdessen als .csv exportieren oder eine andere Spalte für das Schlagwort wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>Export as .csv, or open it as .xlsx first.</source>
      <translation>Als .csv exportieren oder zuerst als .xlsx öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>Export as UTF-8 instead, or with what it lacks written as \u2192 and the like (--escape).</source>
      <translation>Stattdessen als UTF-8 ausgeben, oder was fehlt, als \u2192 und dergleichen (--escape).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} rows.</source>
      <translation>F1 {f1:.3f} ({low:.3f} bis {high:.3f}) auf {rows:,} Zeilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>F1 {f1_b:.3f} against {f1_a:.3f} on {rows:,} {what}</source>
      <translation>F1 {f1_b:.3f} gegenüber {f1_a:.3f} auf {rows:,} {what}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Few uncertain records are left. The bundled model suggests {first}, then {second}.</source>
      <translation>Es sind nur noch wenige unsichere Datensätze übrig. Das mitgelieferte Modell schlägt {first} vor, dann {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Few uncertain records are left. The queue’s model suggests {first}, then {second}.</source>
      <translation>Es sind nur noch wenige unsichere Datensätze übrig. Das Modell der Warteschlange schlägt {first} vor, dann {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>Fewer than {fewest} records are too few to tell drift from chance.</source>
      <translation>Weniger als {fewest} Datensätze sind zu wenige, um Drift von Zufall zu unterscheiden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Flag</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Flag {count:,} misclassification from {name}</source>
      <translation>{count:,} Fehlklassifikation aus {name} markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Flag {count:,} misclassifications from {name}</source>
      <translation>{count:,} Fehlklassifikationen aus {name} markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Flagged</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Flagged {count:,} misclassification from {name}</source>
      <translation>{count:,} Fehlklassifikation aus {name} markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Flagged {count:,} misclassifications from {name}</source>
      <translation>{count:,} Fehlklassifikationen aus {name} markiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>For the figures on the decisions, the confidence of each was fitted without it. Decisions are not drawn at random, so they say which confidence suits the table better, not how far it can be believed there.</source>
      <translation>Für die Zahlen zu den Entscheidungen wurde die Konfidenz jeder einzelnen ohne sie angepasst. Entscheidungen sind nicht zufällig gezogen; sie sagen darum, welche Konfidenz besser zur Tabelle passt, nicht, wie weit man ihr dort trauen kann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>For the figures on this table, each decision was answered by a model trained without it. Decisions are not drawn at random, so they say which model suits the table better, not how often it is right there.</source>
      <translation>Für die Zahlen zu dieser Tabelle wurde jede Entscheidung von einem Modell beantwortet, das ohne sie trainiert wurde. Entscheidungen sind nicht zufällig gezogen; sie sagen darum, welches Modell besser zur Tabelle passt, nicht, wie oft es dort recht hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Free some space and try again.</source>
      <translation>Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Free some space or choose another folder, then try again.</source>
      <translation>Platz schaffen oder einen anderen Ordner wählen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Free some space, then do it again. {safe}</source>
      <translation>Platz schaffen, dann wiederholen. {safe}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Free some space, then train again; no decision is lost.</source>
      <translation>Platz schaffen, dann erneut trainieren; keine Entscheidung ist verloren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Go back from model {promotions}</source>
      <translation>Von Modell {promotions} zurückgehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Go back to an earlier model and discard the damaged one, or restore a backup. The table and the decisions are intact.</source>
      <translation>Zu einem früheren Modell zurückkehren und das beschädigte verwerfen, oder eine Sicherung wiederherstellen. Tabelle und Entscheidungen sind unversehrt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Go back to another model.</source>
      <translation>Zu einem anderen Modell zurückgehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Go back to another one instead.</source>
      <translation>Stattdessen zu einem anderen zurückgehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Import the table first.</source>
      <translation>Zuerst die Tabelle importieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>In {strangeness:.0%} of pairs of a record of this table and a row that the base model was trained on, one can tell which is which. So a second head was fitted to the records that the base model is sure about, with the tags that it gave them; nobody has decided any of them yet. It answers for this table; elsewhere a gate leaves the answer to the base model.</source>
      <translation>In {strangeness:.0%} der Paare aus einem Datensatz dieser Tabelle und einer Zeile, mit der das Grundmodell trainiert wurde, lässt sich sagen, welches welches ist. Darum wurde ein zweiter Kopf an die Datensätze angepasst, bei denen das Grundmodell sicher ist, mit den Schlagwörtern, die es ihnen gab; noch hat niemand über einen davon entschieden. Er antwortet für diese Tabelle; anderswo überlässt eine Weiche die Antwort dem Grundmodell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>Install MLTag Desktop again.</source>
      <translation>MLTag Desktop erneut installieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>Install it with: {command}</source>
      <translation>Zum Installieren: {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Install the newer version to open it; the file was not touched.</source>
      <translation>Zum Öffnen die neuere Version installieren; die Datei blieb unberührt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Install the newer version to read it.</source>
      <translation>Zum Lesen die neuere Version installieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear.py" />
      <source>It knows: {tags}.</source>
      <translation>Es kennt: {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>It would answer {value:.0%} of the records otherwise of which the model was sure.</source>
      <translation>Es würde {value:.0%} der Datensätze anders beantworten, bei denen das Modell sicher war.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Its confidence was fitted to {count:,} decisions that the model had not learnt from: it says that it is {sure} sure, and answers as before. Left out in turn, the decisions' mean log loss was {loss_before:.3f} before and {loss_after:.3f} after.</source>
      <translation>Seine Konfidenz wurde an {count:,} Entscheidungen angepasst, aus denen das Modell nicht gelernt hatte: Es nennt sich nun {sure} sicher und antwortet wie zuvor. Reihum ausgelassen, betrug der mittlere Log-Verlust der Entscheidungen vorher {loss_before:.3f} und nachher {loss_after:.3f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Keep the workspace on a disk of this computer, then open it again.</source>
      <translation>Den Arbeitsbereich auf ein Laufwerk dieses Rechners legen, dann erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>Leave out encoding and delimiter; name a sheet of a workbook.</source>
      <translation>Kodierung und Trennzeichen weglassen; das Blatt einer Arbeitsmappe nennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>Leave out the sheet.</source>
      <translation>Das Blatt weglassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>Left out here, since the current model has learnt from them: {rows}.</source>
      <translation>Hier ausgelassen, weil das Modell im Einsatz daraus gelernt hat: {rows}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>Log loss and calibration error (ECE) carry 95% intervals of the bootstrap too; where two models are compared, both are drawn with the same rows.</source>
      <translation>Auch Log-Loss und Kalibrierungsfehler (ECE) haben 95-%-Intervalle aus dem Bootstrap; wo zwei Modelle verglichen werden, werden für beide dieselben Zeilen gezogen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Look at the list again.</source>
      <translation>Die Liste noch einmal ansehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/columns.py" />
      <source>Looking at the columns</source>
      <translation>Die Spalten werden betrachtet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/twins.py" />
      <source>Looking for equal texts</source>
      <translation>Gleiche Texte werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/guideline.py" />
      <source>Looking for examples</source>
      <translation>Beispiele werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/inspection.py" />
      <source>Looking through the records</source>
      <translation>Die Datensätze werden durchgesehen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Make a new workspace for another one.</source>
      <translation>Für eine andere einen neuen Arbeitsbereich anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Make a new workspace for it; this one keeps what was read.</source>
      <translation>Einen neuen Arbeitsbereich dafür anlegen; dieser behält, was gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Make a new workspace for the table.</source>
      <translation>Einen neuen Arbeitsbereich für die Tabelle anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Make the file and its folder writable. {safe}</source>
      <translation>Die Datei und ihren Ordner beschreibbar machen. {safe}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Mark as unsure</source>
      <translation>Als unsicher kennzeichnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Marked as unsure</source>
      <translation>Als unsicher gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonrecords.py" />
      <source>Mend it first.</source>
      <translation>Zuerst berichtigen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Mend line {line}</source>
      <translation>Zeile {line} berichtigen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Mend records once all of it is there.</source>
      <translation>Datensätze berichtigen, sobald alles gelesen ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Merge the two instead.</source>
      <translation>Stattdessen die beiden zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Merge them, or choose another name.</source>
      <translation>Zusammenführen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Merge {gone} into {heir}</source>
      <translation>{gone} mit {heir} zusammenführen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} could not be unpacked: {strerror}.</source>
      <translation>Modell {version} ließ sich nicht entpacken: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} is in force already.</source>
      <translation>Modell {version} ist schon im Einsatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} was promoted once, so it is kept.</source>
      <translation>Modell {version} war einmal im Einsatz und bleibt darum erhalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} {what}, so it stays.</source>
      <translation>Modell {version} {what} und bleibt darum.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/slices.py" />
      <source>NLP about transformers, LLMs, BERT</source>
      <translation>NLP über Transformer, LLMs, BERT</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Name a file to write to.</source>
      <translation>Eine Datei zum Schreiben nennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Name a folder that holds a manifest.json.</source>
      <translation>Einen Ordner mit einer manifest.json nennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Name the folder of a model.</source>
      <translation>Den Ordner eines Modells nennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>No clear difference between {named} and {old}: {against}.</source>
      <translation>Kein klarer Unterschied ({named} – {old}): {against}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>No clear difference in confidence between {new} and {old}: {figures}; {answers}.</source>
      <translation>Kein klarer Unterschied in der Konfidenz ({new} – {old}): {figures}; {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mapping.py" />
      <source>No column holds text.</source>
      <translation>Keine Spalte enthält Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>No column is chosen for the text.</source>
      <translation>Für den Text ist keine Spalte gewählt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>No decision equals, or nearly equals, a row that models are judged on.</source>
      <translation>Keine Entscheidung gleicht ganz oder fast einer Zeile, an der Modelle gemessen werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>No line names the columns.</source>
      <translation>Keine Zeile nennt die Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>No record is ever {value}.</source>
      <translation>Kein Datensatz ist je {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>No row here is about {tag}. {headline}</source>
      <translation>Keine Zeile hier handelt von {tag}. {headline}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>No rows to judge on.</source>
      <translation>Keine Zeilen zum Beurteilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>No table is written like this: {self}.</source>
      <translation>So ist keine Tabelle geschrieben: {self}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>No tag is called {value}.</source>
      <translation>Kein Schlagwort heißt {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>No two records have the same text.</source>
      <translation>Keine zwei Datensätze haben denselben Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Noted</source>
      <translation>Notiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Nothing is to be done.</source>
      <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Nothing needs to be done.</source>
      <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Nothing of {path} can be read ({error}).</source>
      <translation>Nichts von {path} ist lesbar ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Nothing was changed. Free some space or choose another folder, then try again.</source>
      <translation>Nichts wurde geändert. Platz schaffen oder einen anderen Ordner wählen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/shadow.py" />
      <source>Nothing was decided since the candidate is beside.</source>
      <translation>Seit der Kandidat daneben läuft, wurde nichts entschieden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/reader.py" />
      <source>Nothing was pasted.</source>
      <translation>Es wurde nichts eingefügt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>On the audit set, </source>
      <translation>Auf der Prüfstichprobe: </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>On this table, </source>
      <translation>Auf dieser Tabelle: </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Only confidence can be compared.</source>
      <translation>Nur Konfidenz lässt sich vergleichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>Only decisions that neither of the two models has learnt from are counted. They are not drawn at random, so they say which model suits the table better, not how often it is right there.</source>
      <translation>Gezählt werden nur Entscheidungen, aus denen keines der beiden Modelle gelernt hat. Sie sind nicht zufällig gezogen; sie sagen darum, welches Modell besser zur Tabelle passt, nicht, wie oft es dort recht hat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Open a CSV file, or export the table as CSV first.</source>
      <translation>Eine CSV-Datei öffnen oder die Tabelle zuerst als CSV exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Open it again.</source>
      <translation>Erneut öffnen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Open it, or choose another name.</source>
      <translation>Sie öffnen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Picked at random, as chosen.</source>
      <translation>Zufällig ausgewählt, wie eingestellt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Picked at random: records can be ranked once two tags have decisions.</source>
      <translation>Zufällig ausgewählt: Ordnen lassen sich Datensätze, sobald zwei Schlagwörter Entscheidungen haben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Precision of {tag}</source>
      <translation>Präzision von {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Promote another one first.</source>
      <translation>Zuerst ein anderes in Betrieb nehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Promote another one instead.</source>
      <translation>Stattdessen ein anderes in Betrieb nehmen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Promote model {version}</source>
      <translation>Modell {version} in Betrieb nehmen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Put it back, or save a copy: all that was saved before is still held.</source>
      <translation>Zurücklegen oder eine Kopie speichern: alles zuvor Gespeicherte ist noch vorhanden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Random check: about 1 in 10 questions is picked at random to measure accuracy. The answer is not used for training.</source>
      <translation>Stichprobe: Etwa 1 von 10 Fragen wird zufällig ausgewählt, um die Genauigkeit zu messen. Die Antwort wird nicht zum Training verwendet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Reading a column</source>
      <translation>Eine Spalte wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Reading and writing Parquet needs pyarrow, which is not installed.</source>
      <translation>Zum Lesen und Schreiben von Parquet wird pyarrow gebraucht, das nicht installiert ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Reading the column</source>
      <translation>Die Spalte wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Reading the columns</source>
      <translation>Die Spalten werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/similar.py" />
      <source>Reading the decided records</source>
      <translation>Die entschiedenen Datensätze werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Reading the table</source>
      <translation>Die Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Reading the texts</source>
      <translation>Die Texte werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Reading what is stored</source>
      <translation>Das Abgelegte wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Recall of {tag}</source>
      <translation>Recall von {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Records</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/history.py" />
      <source>Redone</source>
      <translation>Wiederhergestellt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Redone: {label}</source>
      <translation>Wiederhergestellt: {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Remove flag</source>
      <translation>Markierung entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Remove one first.</source>
      <translation>Zuerst eine entfernen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Remove skip mark</source>
      <translation>Nicht mehr überspringen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Remove the tag {gone}</source>
      <translation>Schlagwort {gone} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Remove unsure mark</source>
      <translation>Nicht mehr als unsicher kennzeichnen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Removed flag</source>
      <translation>Markierung entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Removed skip mark</source>
      <translation>Nicht mehr übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Removed unsure mark</source>
      <translation>Nicht mehr als unsicher gekennzeichnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Rename the tag.</source>
      <translation>Das Schlagwort umbenennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Rename {gone} to {heir}</source>
      <translation>{gone} in {heir} umbenennen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Restore it from a backup, or save what can still be read as a new workspace.</source>
      <translation>Aus einer Sicherung wiederherstellen oder Lesbares als neuen Arbeitsbereich retten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Restore it from a backup.</source>
      <translation>Aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>Return to step {number}</source>
      <translation>Zu Schritt {number} zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>Return to the beginning</source>
      <translation>Zum Anfang zurückkehren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Returned to step {number}</source>
      <translation>Zu Schritt {number} zurückgekehrt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Returned to the beginning</source>
      <translation>Zum Anfang zurückgekehrt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review all of {tag}</source>
      <translation>Alle von {tag} prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review below {default:.2f}</source>
      <translation>Unter {default:.2f} prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review {tag} as all tags</source>
      <translation>{tag} prüfen wie alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review {tag} below {limit:.2f}</source>
      <translation>{tag} unter {limit:.2f} prüfen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Save it again as .xlsx.</source>
      <translation>Erneut als .xlsx speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Save it as it was, or make a new workspace for it.</source>
      <translation>Wie zuvor speichern oder einen neuen Arbeitsbereich dafür anlegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Save the sheet that you need as a .csv file.</source>
      <translation>Das benötigte Blatt als .csv-Datei speichern.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>Saved from a damaged file</source>
      <translation>Aus einer beschädigten Datei gerettet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Saved {get:,} steps with {get2:,} decisions</source>
      <translation>{get:,} Schritte mit {get2:,} Entscheidungen gerettet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Saving {table}</source>
      <translation>{table} wird gerettet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Searching</source>
      <translation>Suche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Settle some of them, or decide on other records.</source>
      <translation>Einige davon klären oder über andere Datensätze entscheiden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/slices.py" />
      <source>Short texts (under {short_words} words)</source>
      <translation>Kurze Texte (unter {short_words} Wörtern)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Skip</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Skipped</source>
      <translation>Übersprungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/byletters.py" />
      <source>Sorting</source>
      <translation>Wird sortiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>Tag a few records of another tag, then train again.</source>
      <translation>Einige Datensätze mit einem anderen Schlagwort versehen, dann erneut trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Tag as {tag}</source>
      <translation>Als {tag} verschlagworten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Tagged as {tag}</source>
      <translation>Als {tag} verschlagwortet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>Tags, confidence, subjects, words and languages of the table look like the training data.</source>
      <translation>Tags, Konfidenz, Themen, Wörter und Sprachen der Tabelle sehen aus wie die Trainingsdaten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Take off the further tag {tag}</source>
      <translation>Weiteres Schlagwort {tag} entfernen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Take over the changed table ({added:,} new, {changed:,} changed, {gone:,} gone)</source>
      <translation>Die geänderte Tabelle übernehmen ({added:,} neu, {changed:,} geändert, {gone:,} weg)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The audit set was drawn by lot and never trained on, so these figures speak for the whole table.</source>
      <translation>Die Prüfstichprobe wurde ausgelost und nie zum Training benutzt; diese Zahlen sprechen darum für die ganze Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>The backups' folder {folder} could not be made: {strerror}.</source>
      <translation>Der Ordner {folder} für Sicherungen ließ sich nicht anlegen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>The base model answers the decided records better ({worse} against {better}).</source>
      <translation>Das Grundmodell beantwortet die entschiedenen Datensätze besser ({worse} gegenüber {better}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>The bundled model</source>
      <translation>Das mitgelieferte Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>The bundled model is unsure: {first} or {second}{unlike}.</source>
      <translation>Das mitgelieferte Modell ist unsicher: {first} oder {second}{unlike}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The bundled model suits this table; one fitted to it without decisions would be no better.</source>
      <translation>Das mitgelieferte Modell passt zu dieser Tabelle; ein ohne Entscheidungen angepasstes wäre nicht besser.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/codepages.py" />
      <source>The bytes are not UTF-8; the letters beyond ASCII look like {encoding}, as in “{example}”</source>
      <translation>Die Bytes sind kein UTF-8; die Buchstaben jenseits von ASCII sehen nach {encoding} aus, wie in „{example}“</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The candidate could not be written to {work_folder}: {value}.</source>
      <translation>Der Kandidat ließ sich nicht in {work_folder} schreiben: {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The candidate is not built on the bundled model, or that has no holdout.</source>
      <translation>Der Kandidat baut nicht auf dem mitgelieferten Modell auf, oder dieses hat keinen Holdout.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>The column {name} holds {type}, and the new tags do not fit.</source>
      <translation>Die Spalte {name} enthält {type}, und die neuen Schlagwörter passen nicht hinein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>The columns are being changed just now.</source>
      <translation>Die Spalten werden gerade geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The confidence can be fitted to {fewest} or more decisions that the model in force has not learnt from; there are {count:,}.</source>
      <translation>Die Konfidenz lässt sich an {fewest} oder mehr Entscheidungen anpassen, aus denen das Modell im Einsatz nicht gelernt hat; es gibt {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The confidence of the model in force suits the decisions already; fitting makes it no better.</source>
      <translation>Die Konfidenz des Modells im Einsatz passt schon zu den Entscheidungen; Anpassen macht sie nicht besser.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>The confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}.</source>
      <translation>Bei der Konfidenz ist {new} {verdict} als {old}: {figures}; {answers} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>The current model</source>
      <translation>Das Modell im Einsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model has learnt from {rows} of these, so it stands beside the candidate on the others alone: see the decisions new to both.</source>
      <translation>Das Modell im Einsatz hat aus {rows} hiervon gelernt und steht darum nur auf den anderen neben dem Kandidaten: siehe die für beide neuen Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model knows none of these tags, so it cannot stand beside the candidate.</source>
      <translation>Das Modell im Einsatz kennt keines dieser Schlagwörter und kann darum nicht neben dem Kandidaten stehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model was made for other holdout rows and cannot be judged on these.</source>
      <translation>Das Modell im Einsatz wurde für andere Holdout-Zeilen gemacht und ist an diesen nicht zu beurteilen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model was trained on all of these decisions, so it does not stand beside the candidate here; on the audit set both are judged, as soon as records of it are decided.</source>
      <translation>Das Modell im Einsatz wurde mit allen diesen Entscheidungen trainiert und steht darum hier nicht neben dem Kandidaten; auf der Prüfstichprobe werden beide beurteilt, sobald Datensätze von ihr entschieden sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>The encoding {encoding} has no sign {body}.</source>
      <translation>Die Kodierung {encoding} hat kein Zeichen {body}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>The encoding {encoding} has no sign {sign} for the text {short}.</source>
      <translation>Die Kodierung {encoding} hat kein Zeichen {sign} für den Text {short}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>The encoding {encoding} is not known.</source>
      <translation>Die Kodierung {encoding} ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} could not be read: {value}.</source>
      <translation>Die Datei {name} des Modells in {folder} konnte nicht gelesen werden: {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} is no array.</source>
      <translation>Die Datei {name} des Modells in {folder} ist kein Array.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} was changed (its hash is wrong).</source>
      <translation>Die Datei {name} des Modells in {folder} wurde verändert (ihr Hash ist falsch).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>The first line names the columns.</source>
      <translation>Die erste Zeile nennt die Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/rows.py" />
      <source>The input</source>
      <translation>Die Eingabe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>The letters beyond ASCII can be read as {encoding}. {evidence}</source>
      <translation>Die Buchstaben jenseits von ASCII lassen sich als {encoding} lesen. {evidence}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>The line is blank.</source>
      <translation>Die Zeile ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>The line is no JSON object.</source>
      <translation>Die Zeile ist kein JSON-Objekt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>The line is no JSON: {error}.</source>
      <translation>Die Zeile ist kein JSON: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>The line is no JSON: {said}.</source>
      <translation>Die Zeile ist kein JSON: {said}.</translation>
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
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model could not be written to {folder}: {value}.</source>
      <translation>Das Modell ließ sich nicht in {folder} schreiben: {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear.py" />
      <source>The model does not know the tag {tag}.</source>
      <translation>Das Modell kennt das Schlagwort {tag} nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} does not fit together: {error}.</source>
      <translation>Das Modell in {folder} passt nicht zusammen: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} lacks its file {name}.</source>
      <translation>Dem Modell in {folder} fehlt die Datei {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} lacks the array {args}.</source>
      <translation>Dem Modell in {folder} fehlt das Array {args}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} names a file outside itself.</source>
      <translation>Das Modell in {folder} nennt eine Datei außerhalb von sich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>The model is sure, or unsure, more often than on rows it had not learnt from.</source>
      <translation>Das Modell ist öfter sicher oder unsicher als bei Zeilen, aus denen es nicht gelernt hatte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>The model {version} names a file outside itself.</source>
      <translation>Das Modell {version} verweist auf eine Datei außerhalb seines Ordners.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>The model's manifest cannot be read ({error}).</source>
      <translation>Das Manifest des Modells ist nicht lesbar ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>The object is nested too deeply.</source>
      <translation>Das Objekt ist zu tief verschachtelt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>The object must stand in one line.</source>
      <translation>Das Objekt muss in einer Zeile stehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>The program's own file {name} is missing.</source>
      <translation>Die Programmdatei {name} fehlt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>The queue’s model is unsure: {first} or {second}{unlike}.</source>
      <translation>Das Modell der Warteschlange ist unsicher: {first} oder {second}{unlike}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>The queue’s model suggests {first}, the bundled model {other}.</source>
      <translation>Das Modell der Warteschlange schlägt {first} vor, das mitgelieferte Modell {other}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>The record has no cell {index}.</source>
      <translation>Der Datensatz hat keine Zelle {index}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>The record has {cells} where the table has {width}.</source>
      <translation>Der Datensatz hat {cells}, die Tabelle {width}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>The record holds bytes that are not UTF-8.</source>
      <translation>Der Datensatz enthält Bytes, die kein UTF-8 sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>The record holds bytes that are not {encoding}.</source>
      <translation>Der Datensatz enthält Bytes, die kein {encoding} sind.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>The record is empty.</source>
      <translation>Der Datensatz ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonrecords.py" />
      <source>The record is no JSON object.</source>
      <translation>Der Datensatz ist kein JSON-Objekt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>The rules</source>
      <translation>Die Regeln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>The sheet “{name}” of a workbook</source>
      <translation>Das Blatt „{name}“ einer Arbeitsmappe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>The table has no column {key}.</source>
      <translation>Die Tabelle hat keine Spalte {key}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>The table has {columns} columns only.</source>
      <translation>Die Tabelle hat nur {columns} Spalten.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>The table is still being read.</source>
      <translation>Die Tabelle wird noch gelesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>The tag {tag} has {have}; {missing} more make it learnable.</source>
      <translation>Das Schlagwort {tag} hat {have}; {missing} weitere machen es lernbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The text is UTF-8 but for {bad} broken places.</source>
      <translation>Der Text ist UTF-8 bis auf {bad} fehlerhafte Stellen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/reader.py" />
      <source>The text was pasted.</source>
      <translation>Der Text wurde eingefügt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>The text {short} cannot stand in a table without quotes.</source>
      <translation>Der Text {short} kann ohne Anführungszeichen nicht in einer Tabelle stehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>The texts use words that the model does not know.</source>
      <translation>Die Texte enthalten Wörter, die das Modell nicht kennt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>The trained model is the same as the bundled one.</source>
      <translation>Das trainierte Modell ist dasselbe wie das mitgelieferte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>The two models differ in how sure they say they are alone. The confidence may have been fitted to some of these decisions, which speaks for it a little too much here.</source>
      <translation>Die beiden Modelle unterscheiden sich nur darin, wie sicher sie sich nennen. Die Konfidenz kann an einige dieser Entscheidungen angepasst worden sein, was hier etwas zu sehr für sie spricht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>The two models have no rows in common that neither was trained on.</source>
      <translation>Die beiden Modelle haben keine gemeinsamen Zeilen, mit denen keines trainiert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>The workbook cannot be written back: {error}.</source>
      <translation>Die Arbeitsmappe lässt sich nicht zurückschreiben: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>The workbook's {parts} may be missing from the new file.</source>
      <translation>In der neuen Datei können {parts} der Arbeitsmappe fehlen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/stretches.py" />
      <source>The workspace is damaged: some of its records are not as they were written.</source>
      <translation>Der Arbeitsbereich ist beschädigt: Einige seiner Datensätze sind nicht, wie sie geschrieben wurden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>The workspace {path} could not be made: {why}.</source>
      <translation>Der Arbeitsbereich {path} ließ sich nicht anlegen: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>The {words} is {figure:.3f} ({low:.3f} to {high:.3f}) for {named}.</source>
      <translation>{words}: {figure:.3f} ({low:.3f} bis {high:.3f}), {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>There are no decisions to learn from yet.</source>
      <translation>Es gibt noch keine Entscheidungen, aus denen zu lernen wäre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>There are still bytes that are not {encoding}: they stand as �.</source>
      <translation>Es gibt noch Bytes, die kein {encoding} sind: Sie stehen als �.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>There are {some}.</source>
      <translation>Es gibt {some}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>There is a tag {new} already.</source>
      <translation>Es gibt schon ein Schlagwort {new}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>There is no earlier model to go back to.</source>
      <translation>Es gibt kein früheres Modell zum Zurückgehen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>There is no model in {folder}.</source>
      <translation>In {folder} ist kein Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>There is no model {version} in this workspace.</source>
      <translation>In diesem Arbeitsbereich gibt es kein Modell {version}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/asking.py" />
      <source>There is no order called {order}.</source>
      <translation>Es gibt keine Reihenfolge {order}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>There is no record {wrong}.</source>
      <translation>Es gibt keinen Datensatz {wrong}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>There is no step {number} in the journal.</source>
      <translation>Im Journal gibt es keinen Schritt {number}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_table.py" />
      <source>There is no such column to export.</source>
      <translation>Diese Spalte gibt es zum Exportieren nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>There is nothing called {what} to export.</source>
      <translation>Zum Exportieren gibt es nichts namens {what}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>There is one column; {named}.</source>
      <translation>Es gibt eine Spalte; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>These are {count} records; write one.</source>
      <translation>Das sind {count} Datensätze; nur einen schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>This is not text.</source>
      <translation>Das ist kein Text.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/snapshot.py" />
      <source>This model carries no answers of the rules.</source>
      <translation>Dieses Modell enthält keine Antworten der Regeln.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>This model was written by a newer program (format {found}, this one reads {format}).</source>
      <translation>Dieses Modell hat ein neueres Programm geschrieben (Format {found}, dieses liest {format}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>This packaged program comes without it. In an environment of Python 3.11 or later: {command}</source>
      <translation>Dieses Programmpaket enthält es nicht. In einer Umgebung mit Python 3.11 oder neuer: {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>This record is no longer set aside.</source>
      <translation>Dieser Datensatz ist nicht mehr zurückgestellt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>This table can be told from the data that the base model was trained on, so a second head was fitted to it, from the decisions and from the records that nobody decided. It answers for this table; elsewhere a gate leaves the answer to the base model.</source>
      <translation>Diese Tabelle ist von den Daten unterscheidbar, mit denen das Grundmodell trainiert wurde; darum wurde ein zweiter Kopf an sie angepasst, aus den Entscheidungen und aus den Datensätzen, über die niemand entschieden hat. Er antwortet für diese Tabelle; anderswo überlässt eine Weiche die Antwort dem Grundmodell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>This workspace has not read all of a table yet.</source>
      <translation>Dieser Arbeitsbereich hat noch keine ganze Tabelle gelesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>This workspace holds its table already.</source>
      <translation>Dieser Arbeitsbereich hat seine Tabelle schon.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>This workspace holds records already.</source>
      <translation>Dieser Arbeitsbereich hat schon Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Three of four bytes are zero, as in {widest}.</source>
      <translation>Drei von vier Bytes sind null, wie in {widest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>To search for these words, write {chr}{key}{sign}{value}{chr}.</source>
      <translation>Um diese Wörter zu suchen, {chr}{key}{sign}{value}{chr} schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Took off the further tag {tag}</source>
      <translation>Weiteres Schlagwort {tag} entfernt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Train the model again.</source>
      <translation>Das Modell erneut trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>Training needs at least two tags with examples; there is none.</source>
      <translation>Training braucht mindestens zwei Schlagwörter mit Beispielen; es gibt keines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>Training needs at least two tags with examples; there is one.</source>
      <translation>Training braucht mindestens zwei Schlagwörter mit Beispielen; es gibt eines.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Try UTF-8 or cp1252.</source>
      <translation>UTF-8 oder cp1252 versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Try again in a moment.</source>
      <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Try again, or copy it to another disk.</source>
      <translation>Noch einmal versuchen oder auf einen anderen Datenträger kopieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Two slices would be called {twice}.</source>
      <translation>Zwei Teilmengen hießen {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Two tags would go by the name {twice}.</source>
      <translation>Zwei Schlagwörter hießen {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/history.py" />
      <source>Undone</source>
      <translation>Rückgängig gemacht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Undone: {label}</source>
      <translation>Rückgängig gemacht: {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Update MLTag Desktop, or choose another model.</source>
      <translation>MLTag Desktop aktualisieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Update, then take it in.</source>
      <translation>Aktualisieren, dann einlesen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/rows.py" />
      <source>Use .csv, .tsv, .jsonl, .xlsx or .parquet.</source>
      <translation>.csv, .tsv, .jsonl, .xlsx oder .parquet verwenden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Use a CSV file, or export the table as CSV first.</source>
      <translation>Eine CSV-Datei verwenden oder die Tabelle zuerst als CSV exportieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Waiting for the import</source>
      <translation>Warten auf den Import</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write "exact phrase".</source>
      <translation>"genauer Ausdruck" schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Write a .csv file instead.</source>
      <translation>Stattdessen eine .csv-Datei schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Write a name for each slice.</source>
      <translation>Für jede Teilmenge einen Namen schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Write a name for each tag.</source>
      <translation>Für jedes Schlagwort einen Namen schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Write a search, such as tag:mlops.</source>
      <translation>Eine Suche schreiben, etwa tag:mlops.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write confidence&lt;0.6 or confidence&lt;60%.</source>
      <translation>confidence&lt;0.6 oder confidence&lt;60% schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write confidence&lt;0.6 or confidence&gt;=90%.</source>
      <translation>confidence&lt;0.6 oder confidence&gt;=90% schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write is: and one of {is_words}.</source>
      <translation>is: schreiben und eines von {is_words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Write it again, or use CSV.</source>
      <translation>Erneut schreiben oder CSV verwenden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>Write one object a line.</source>
      <translation>Ein Objekt je Zeile schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>Write one object with keys a line.</source>
      <translation>Ein Objekt mit Schlüsseln je Zeile schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write {key}:VALUE for a part of it, {key}=VALUE for all of it.</source>
      <translation>{key}:WERT für einen Teil davon schreiben, {key}=WERT für das Ganze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write {key}:VALUE.</source>
      <translation>{key}:WERT schreiben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Writing</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_corrections.py" />
      <source>Writing the corrections</source>
      <translation>Die Korrekturen werden geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Writing the decisions</source>
      <translation>Die Entscheidungen werden geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Writing the original</source>
      <translation>Das Original wird geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Writing the table</source>
      <translation>Die Tabelle wird geschrieben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>a colleague</source>
      <translation>jemand anders</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a decision of step {step}, on record {record}</source>
      <translation>eine Entscheidung von Schritt {step}, zu Datensatz {record},</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a part of {get}</source>
      <translation>ein Teil: {get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a prediction of model {version}</source>
      <translation>eine Vorhersage von Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a record from place {first} on</source>
      <translation>ein Datensatz ab Platz {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>a text in it is no UTF-8</source>
      <translation>ein Text darin ist kein UTF-8</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a text of its records</source>
      <translation>ein Text der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>adapting to the table</source>
      <translation>Anpassung an die Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>all</source>
      <translation>alle sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/usage.py" />
      <source>all tags</source>
      <translation>alle Schlagwörter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>all {undecided:,}</source>
      <translation>alle {undecided:,} sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>almost certainly</source>
      <translation>fast sicher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>almost certainly better</source>
      <translation>fast sicher besser</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>almost certainly worse</source>
      <translation>fast sicher schlechter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/holder.py" />
      <source>another program</source>
      <translation>ein anderes Programm</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/shadow.py" />
      <source>asking the candidate</source>
      <translation>der Kandidat wird befragt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>at {threshold:.2f} or above {new} is right less often than {old}: {figures}.</source>
      <translation>ab {threshold:.2f} liegt {new} seltener richtig als {old}: {figures}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>audit set</source>
      <translation>Prüfstichprobe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>bar</source>
      <translation>Senkrechter Strich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>better on {better:,}, worse on {worse:,}</source>
      <translation>besser auf {better:,}, schlechter auf {worse:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>bundled + this table, no decision</source>
      <translation>mitgeliefert + diese Tabelle, keine Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>bundled + {count:,} decisions</source>
      <translation>mitgeliefert + {count:,} Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>came with the program</source>
      <translation>kam mit dem Programm</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>candidate</source>
      <translation>der Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>checking on decisions left out</source>
      <translation>Prüfung an ausgelassenen Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>checking on rows left out, {part} of {folds}</source>
      <translation>Prüfung an ausgelassenen Zeilen, {part} von {folds}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/decisions.py" />
      <source>checking on the table's decisions</source>
      <translation>Prüfung an den Entscheidungen der Tabelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>comma</source>
      <translation>Komma</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>comparing the table with the training data</source>
      <translation>Tabelle mit den Trainingsdaten vergleichen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>decisions neither learnt from</source>
      <translation>Entscheidungen, aus denen keines gelernt hat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>decisions new to both</source>
      <translation>für beide neue Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>decisions, cross-validated</source>
      <translation>Entscheidungen, kreuzvalidiert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>earlier states of the source</source>
      <translation>frühere Stände der Quelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>every record</source>
      <translation>allen Datensätzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>fitting all rows</source>
      <translation>Anpassung an alle Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/recalibrate.py" />
      <source>fitting the confidence</source>
      <translation>die Konfidenz wird angepasst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>flagging</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>gathering decisions</source>
      <translation>Entscheidungen werden gesammelt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>gathering misclassifications</source>
      <translation>Fehlklassifikationen werden gesammelt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>holdout</source>
      <translation>Holdout</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>how sure the model is</source>
      <translation>wie sicher das Modell ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>is in force</source>
      <translation>ist im Einsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>is wrong</source>
      <translation>ist falsch</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>it cannot be read</source>
      <translation>sie ist nicht lesbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it cannot be read as text, or is far too long</source>
      <translation>sie ist nicht als Text lesbar oder viel zu lang</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it describes something else</source>
      <translation>sie beschreibt etwas anderes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>it holds more than {most:,} lines</source>
      <translation>sie enthält mehr als {most:,} Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>it holds something else</source>
      <translation>sie enthält etwas anderes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/verification.py" />
      <source>it is checked</source>
      <translation>sie wird geprüft</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it is neither a description nor a list of hashes</source>
      <translation>sie ist weder eine Beschreibung noch eine Liste von Hashes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it is no JSON</source>
      <translation>sie ist kein JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>it is open for {held_by}</source>
      <translation>er ist geöffnet für {held_by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it lists no files</source>
      <translation>sie nennt keine Dateien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it names no version</source>
      <translation>sie nennt keine Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its decisions</source>
      <translation>die Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>its end is missing</source>
      <translation>das Ende fehlt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>its files do not name one version</source>
      <translation>ihre Dateien nennen nicht dieselbe Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>its folder cannot be written to</source>
      <translation>der Ordner ist nicht beschreibbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its journal</source>
      <translation>das Journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>its list of files is damaged</source>
      <translation>ihre Dateiliste ist beschädigt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its predictions</source>
      <translation>die Vorhersagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its records</source>
      <translation>die Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its source file</source>
      <translation>die Quelldatei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/originals.py" />
      <source>its source file is not as it was written</source>
      <translation>die Quelldatei ist nicht so, wie sie geschrieben wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/verification.py" />
      <source>its source is looked up</source>
      <translation>ihre Quelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>its tables are not those of this format</source>
      <translation>die Tabellen sind nicht die dieses Formats</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>judging both models</source>
      <translation>Beurteilung beider Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>judging the current model</source>
      <translation>das Modell im Einsatz wird beurteilt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>judging {get}</source>
      <translation>Beurteilung: {get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>known tag {known}</source>
      <translation>vorgegebenes Schlagwort {known}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>learning from the decisions</source>
      <translation>Lernen aus den Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>likely better</source>
      <translation>wahrscheinlich besser</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>likely worse</source>
      <translation>wahrscheinlich schlechter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>line {above}</source>
      <translation>Zeile {above}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>line {line}, which is set aside</source>
      <translation>die beiseitegelegte Zeile {line}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>line {number} is no JSON</source>
      <translation>Zeile {number} ist kein JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>line {number} is no JSON object</source>
      <translation>Zeile {number} ist kein JSON-Objekt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>line {number} is no misclassification</source>
      <translation>Zeile {number} ist keine Fehlklassifikation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>loading the models</source>
      <translation>die Modelle werden geladen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/losses.py" />
      <source>log loss</source>
      <translation>Log-Loss</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>log loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} to {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} to {ece_interval2:+.3f})</source>
      <translation>Log-Loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} bis {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} bis {ece_interval2:+.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>log loss {log_loss_b:.3f} against {log_loss_a:.3f}, ECE {ece_b:.3f} against {ece_a:.3f} on {rows:,} {what}</source>
      <translation>Log-Loss {log_loss_b:.3f} gegenüber {log_loss_a:.3f}, ECE {ece_b:.3f} gegenüber {ece_a:.3f} ({rows:,} {what})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/decisions.py" />
      <source>looking for doubtful decisions</source>
      <translation>zweifelhafte Entscheidungen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>looking for leaks and duplicates</source>
      <translation>Nach Lecks und Dubletten suchen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/guarding.py" />
      <source>looking for rows of the holdout</source>
      <translation>Zeilen des Holdouts werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>looking for rows that flip</source>
      <translation>wechselnde Zeilen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>looking for the records of the slices</source>
      <translation>Datensätze der Teilmengen werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>looking for the texts</source>
      <translation>die Texte werden gesucht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_options.py" />
      <source>model {answered_by}</source>
      <translation>Modell {answered_by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_options.py" />
      <source>model {current_version}</source>
      <translation>Modell {current_version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>model {model}</source>
      <translation>Modell {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>no clear difference</source>
      <translation>kein klarer Unterschied</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>no clear difference between {named} and {old}: {against}; {counts}.</source>
      <translation>kein klarer Unterschied ({named} – {old}): {against}; {counts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>no clear difference in confidence between {new} and {old}: {figures}; {answers}.</source>
      <translation>kein klarer Unterschied in der Konfidenz ({new} – {old}): {figures}; {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>no line names the columns</source>
      <translation>keine Zeile nennt die Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>ordering the questions</source>
      <translation>die Fragen werden geordnet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>over 99%)</source>
      <translation>über 99 %)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>pip install "mltag-desktop[{extra}]"</source>
      <translation>pip install "mltag-desktop[{extra}]"</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>pivot tables</source>
      <translation>Pivot-Tabellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>precision of {tag}</source>
      <translation>Präzision von {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>putting the model together</source>
      <translation>das Modell wird zusammengesetzt</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>reading a sample of the table</source>
      <translation>eine Stichprobe der Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/usage.py" />
      <source>reading the journal</source>
      <translation>das Journal wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>reading the table</source>
      <translation>die Tabelle wird gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>reading the texts</source>
      <translation>die Texte werden gelesen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>recall of {tag}</source>
      <translation>Recall von {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>record</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>record of the audit set was</source>
      <translation>Datensatz der Prüfstichprobe wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>records</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>records of the audit set were</source>
      <translation>Datensätze der Prüfstichprobe wurden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>right and wrong on the same rows</source>
      <translation>richtig und falsch auf denselben Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>saving the candidate</source>
      <translation>der Kandidat wird gespeichert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>semicolon</source>
      <translation>Semikolon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>share right at a confidence of {threshold:.2f} or above</source>
      <translation>Anteil richtiger Antworten ab einer Konfidenz von {threshold:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>should be {right}</source>
      <translation>sollte {right} sein</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>someone</source>
      <translation>jemand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>step {step} of its journal</source>
      <translation>Schritt {step} des Journals</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>tab</source>
      <translation>Tabulator</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>telling the table from the base's rows</source>
      <translation>die Tabelle wird von den Zeilen des Grundmodells unterschieden</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>the answers are the same</source>
      <translation>die Antworten sind dieselben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the bundled model</source>
      <translation>das mitgelieferte Modell</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the candidate</source>
      <translation>der Kandidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>the column {name}</source>
      <translation>die Spalte {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>the confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}.</source>
      <translation>bei der Konfidenz ist {new} {verdict} als {old}: {figures}; {answers} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the current model</source>
      <translation>das Modell im Einsatz</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the decisions</source>
      <translation>den Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the file</source>
      <translation>die Datei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>the file cannot be written to</source>
      <translation>die Datei ist nicht beschreibbar</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the file {name} of model {version}</source>
      <translation>die Datei {name} von Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the files of its models</source>
      <translation>die Dateien der Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>the first line</source>
      <translation>die erste Zeile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the journal</source>
      <translation>dem Journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the lines set aside</source>
      <translation>den beiseitegelegten Zeilen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the list of its models</source>
      <translation>die Liste der Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>the list of its tables</source>
      <translation>die Liste der Tabellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the models</source>
      <translation>den Modellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the models' files</source>
      <translation>den Dateien der Modelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>the number of its format</source>
      <translation>die Formatnummer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the predictions</source>
      <translation>den Vorhersagen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>the program's own examples</source>
      <translation>die Beispiele des Programms</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the records</source>
      <translation>den Datensätzen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the rules</source>
      <translation>die Regeln</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the source file</source>
      <translation>der Quelldatei</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>the structure of the file ({words})</source>
      <translation>die Struktur der Datei ({words})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>the tag that is shown</source>
      <translation>das gezeigte Schlagwort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the texts of its records</source>
      <translation>die Texte der Datensätze</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the texts' digests</source>
      <translation>die Prüfsummen der Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/holder.py" />
      <source>this computer</source>
      <translation>diesem Rechner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>unit separator</source>
      <translation>Unit Separator</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>was</source>
      <translation>ist</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>were</source>
      <translation>sind</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/editions.py" />
      <source>what it says of a merge makes no sense</source>
      <translation>seine Angaben über eine Übernahme ergeben keinen Sinn</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>what it says of its source</source>
      <translation>die Angabe zur Quelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>what it says of itself</source>
      <translation>den Angaben zum Arbeitsbereich</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>what it says of itself makes no sense</source>
      <translation>seine Angaben über sich ergeben keinen Sinn</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>what it says of itself: {key}</source>
      <translation>die Angabe zum Arbeitsbereich: {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>what it says of model {version}</source>
      <translation>die Angabe zu Modell {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>where a record stands</source>
      <translation>wo ein Datensatz steht</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{audited:,} decided {words} not trained on; that set judges models in use.</source>
      <translation>Mit {audited:,} {words} nicht trainiert; diese Stichprobe beurteilt Modelle im Einsatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>{bundle} holds no model.</source>
      <translation>{bundle} enthält kein Modell.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>{called} is {verdict} than {old}: {against} ({sure}.</source>
      <translation>{called} ist {verdict} als {old}: {against} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>{changed:,} of the answers differ</source>
      <translation>{changed:,} der Antworten sind andere</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>{count:,} decision</source>
      <translation>{count:,} Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>{count:,} decisions</source>
      <translation>{count:,} Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>{count:,} decisions equal, or nearly equal, rows that models are judged on; they were left out.</source>
      <translation>{count:,} Entscheidungen gleichen ganz oder fast Zeilen, an denen Modelle gemessen werden; sie blieben außen vor.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>{count:,} records have the same text as another one; where decisions are left out in turn, copies are left out together.</source>
      <translation>{count:,} Datensätze haben denselben Text wie ein anderer; wo Entscheidungen der Reihe nach ausgelassen werden, fehlen Kopien gemeinsam.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{count:,} texts have</source>
      <translation>{count:,} Texte haben</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{count:,} {rows} about holdout rows, or near copies of them, {have} left out of training.</source>
      <translation>{count:,} {rows} zu Holdout-Zeilen oder fast gleichen Texten {have} beim Training ausgelassen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>{count} cells</source>
      <translation>{count} Zellen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{delimiter} cannot part cells.</source>
      <translation>{delimiter} kann keine Zellen trennen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{escape} cannot escape quotes.</source>
      <translation>{escape} kann keine Anführungszeichen maskieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>{first} On this table, {verdict}</source>
      <translation>{first} Auf dieser Tabelle: {verdict}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} exists already.</source>
      <translation>{folder} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} holds no readable {manifest}.</source>
      <translation>{folder} enthält kein lesbares {manifest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>{gone} cannot be merged into {into}.</source>
      <translation>{gone} lässt sich nicht mit {into} zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{have} decision</source>
      <translation>{have} Entscheidung</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{have} decisions</source>
      <translation>{have} Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{how_to_get}, or use CSV.</source>
      <translation>{how_to_get}, oder CSV verwenden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>{label} ({count:,} records)</source>
      <translation>{label} ({count:,} Datensätze)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{left:,} decisions</source>
      <translation>{left:,} Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>{line} names all columns but the {lacks} one</source>
      <translation>{line} nennt alle Spalten außer der {lacks}-Spalte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>{line} names the columns</source>
      <translation>{line} nennt die Spalten</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>{much} {verdict} ({percent})</source>
      <translation>{much} {verdict} ({percent})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>{name} cannot be read.</source>
      <translation>{name} ist nicht lesbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>{name} has changed since its import began.</source>
      <translation>{name} hat sich geändert, seit der Import begann.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>{name} has other columns or is written in another way than before.</source>
      <translation>{name} hat andere Spalten oder ist anders geschrieben als zuvor.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>{name} holds no decisions of a colleague.</source>
      <translation>{name} enthält keine Entscheidungen anderer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{name} is closed.</source>
      <translation>{name} ist geschlossen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>{name} is no file of misclassifications: {why}.</source>
      <translation>{name} ist keine Datei mit Fehlklassifikationen: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>{name} is no update file: {why}.</source>
      <translation>{name} ist keine Aktualisierungsdatei: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{name} is open read-only: {read_only}.</source>
      <translation>{name} ist schreibgeschützt offen: {read_only}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>{name} or the workspace changed meanwhile.</source>
      <translation>{name} oder der Arbeitsbereich hat sich inzwischen geändert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/texts.py" />
      <source>{name} was changed by the program that holds it.</source>
      <translation>{name} wurde von dem Programm geändert, das ihn hält.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>{name} was written by a newer MLTag Desktop.</source>
      <translation>{name} wurde von einem neueren MLTag Desktop geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>{name} was written by a newer version of the program.</source>
      <translation>{name} wurde von einer neueren Version des Programms geschrieben.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>{name} would hold every record.</source>
      <translation>{name} enthielte jeden Datensatz.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>{name}: fold {part} of {folds}</source>
      <translation>{name}: Teil {part} von {folds}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>{new} is {verdict} than {old}: {against}; {counts} ({sure}.</source>
      <translation>{new} ist {verdict} als {old}: {against}; {counts} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{no_holdout} The candidate is judged on its own rows, by {folds}-fold cross-validation.</source>
      <translation>{no_holdout} Der Kandidat wird an seinen eigenen Zeilen beurteilt, durch {folds}-fache Kreuzvalidierung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{no_holdout} Two tags with two decisions each are needed before a model can be judged.</source>
      <translation>{no_holdout} Zwei Schlagwörter mit je zwei Entscheidungen sind nötig, bevor ein Modell zu beurteilen ist.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/rows.py" />
      <source>{out} has no known ending.</source>
      <translation>{out} hat keine bekannte Endung.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>{out} is the table that was opened.</source>
      <translation>{out} ist die geöffnete Tabelle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>{out} is this workspace.</source>
      <translation>{out} ist dieser Arbeitsbereich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>{part}, {count:,} damaged: {named}{value}</source>
      <translation>{part}, {count:,} beschädigt: {named}{value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} cannot be locked where it lies: {error}.</source>
      <translation>{path} lässt sich an seinem Ort nicht sperren: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} cannot be opened: {error}.</source>
      <translation>{path} lässt sich nicht öffnen: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} cannot be read: {strerror}.</source>
      <translation>{path} ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} could not be read or saved: {error}.</source>
      <translation>{path} ließ sich nicht lesen oder speichern: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} could not be read: {why}.</source>
      <translation>{path} ließ sich nicht lesen: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} could not be saved: it cannot be written to.</source>
      <translation>{path} ließ sich nicht speichern: Es ist nicht beschreibbar.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} could not be saved: the disk is full.</source>
      <translation>{path} ließ sich nicht speichern: Der Datenträger ist voll.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} could not be written: {why}.</source>
      <translation>{path} ließ sich nicht schreiben: {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} does not exist.</source>
      <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} exists already.</source>
      <translation>{path} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} has a header but no records.</source>
      <translation>{path} hat eine Kopfzeile, aber keine Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>{path} has no records.</source>
      <translation>{path} hat keine Datensätze.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>{path} has no sheet called {name}.</source>
      <translation>{path} hat kein Blatt namens {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>{path} has no sheets.</source>
      <translation>{path} hat keine Blätter.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} holds a damaged model: {words}{more}.</source>
      <translation>{path} enthält ein beschädigtes Modell: {words}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} holds cells too far apart to be read.</source>
      <translation>{path} enthält Zellen, die zum Lesen zu weit auseinanderliegen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>{path} holds no JSON objects.</source>
      <translation>{path} enthält keine JSON-Objekte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>{path} holds something that cannot be read: {error}.</source>
      <translation>{path} enthält etwas, das nicht gelesen werden kann: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} is a damaged workbook.</source>
      <translation>{path} ist eine beschädigte Arbeitsmappe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} is a folder.</source>
      <translation>{path} ist ein Ordner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} is a workspace and is not replaced.</source>
      <translation>{path} ist ein Arbeitsbereich und wird nicht ersetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} is damaged ({detail}).</source>
      <translation>{path} ist beschädigt ({detail}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} is empty.</source>
      <translation>{path} ist leer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} is in use by another program.</source>
      <translation>{path} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{path} is no Parquet file that can be read: {error}.</source>
      <translation>{path} ist keine lesbare Parquet-Datei: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>{path} is no delimited text.</source>
      <translation>{path} ist kein Text mit Trennzeichen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} is no longer there: it was moved, deleted or replaced.</source>
      <translation>{path} liegt nicht mehr dort: verschoben, gelöscht oder ersetzt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>{path} is no readable spreadsheet: {error}.</source>
      <translation>{path} ist keine lesbare Tabellenkalkulation: {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} is not a text file.</source>
      <translation>{path} ist keine Textdatei.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} is not an MLTag workspace.</source>
      <translation>{path} ist kein Arbeitsbereich von MLTag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} may not be read.</source>
      <translation>{path} darf nicht gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} unpacks to more than {most:,} MiB.</source>
      <translation>{path} wird entpackt größer als {most:,} MiB.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} was not found.</source>
      <translation>{path} wurde nicht gefunden.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} was written by a newer MLTag Desktop (format {version}, this program reads {version2}).</source>
      <translation>{path} wurde von einem neueren MLTag Desktop geschrieben (Format {version}, dieses Programm liest {version2}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} was written by an earlier MLTag Desktop, and here it cannot be brought up to date.</source>
      <translation>{path} wurde von einem früheren MLTag Desktop geschrieben und lässt sich hier nicht aktualisieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{quote} cannot wrap cells.</source>
      <translation>{quote} kann keine Zellen umschließen.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/codepages.py" />
      <source>{said} ({rivals} would read “{other}”).</source>
      <translation>{said} ({rivals} läse „{other}“).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>{saved}, and every record{missing}.</source>
      <translation>{saved} und jeden Datensatz{missing}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>{saved}; 1 record could not be read and stands empty{missing}.</source>
      <translation>{saved}; 1 Datensatz war nicht lesbar und steht leer{missing}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>{saved}; {lost:,} records could not be read and stand empty{missing}.</source>
      <translation>{saved}; {lost:,} Datensätze waren nicht lesbar und stehen leer{missing}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>{share:.0%} of the text</source>
      <translation>{share:.0%} des Textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>{share_b:.3f} of {rows_b:,} answers against {share_a:.3f} of {rows_a:,}</source>
      <translation>{share_b:.3f} von {rows_b:,} Antworten gegenüber {share_a:.3f} von {rows_a:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>{tag} is no tag of this workspace.</source>
      <translation>{tag} ist kein Schlagwort dieses Arbeitsbereichs.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{tag} is {shares:.0%} of the answers; it was {expected:.0%} in training.</source>
      <translation>{tag} macht {shares:.0%} der Antworten aus; im Training waren es {expected:.0%}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>{target} could not be written: {strerror}.</source>
      <translation>{target} ließ sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>{target} exists already.</source>
      <translation>{target} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>{target} is this workspace.</source>
      <translation>{target} ist dieser Arbeitsbereich.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{texts} decisions with different tags, such as records {rows}. These decisions were not used; settle them and train again.</source>
      <translation>{texts} Entscheidungen mit verschiedenen Schlagwörtern, etwa die Datensätze {rows}. Diese Entscheidungen wurden nicht verwendet; bitte klären und erneut trainieren.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{value:.0%} of the texts are copies of each other or advertise something.</source>
      <translation>{value:.0%} der Texte sind Kopien voneinander oder werben für etwas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{value:.0%} of the texts are in another language or script.</source>
      <translation>{value:.0%} der Texte sind in einer anderen Sprache oder Schrift.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{value:.0%} of the texts are unlike any that the model was trained on.</source>
      <translation>{value:.0%} der Texte ähneln keinem, mit dem das Modell trainiert wurde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/holder.py" />
      <source>{value} on {place} (process {pid}, since {since})</source>
      <translation>{value} an {place} (Prozess {pid}, seit {since})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>{version}, confidence fitted to {count:,} decisions</source>
      <translation>{version}, Konfidenz an {count:,} Entscheidungen angepasst</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{words} is not as it was written</source>
      <translation>{words} ist nicht, wie geschrieben wurde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>{words} {after:.3f} against {before:.3f} on {rows:,} rows; {counts_in_words}</source>
      <translation>{words} {after:.3f} gegenüber {before:.3f} auf {rows:,} Zeilen; {counts_in_words}</translation>
    </message>
  </context>
</TS>
