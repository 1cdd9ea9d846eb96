<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>MLTag</name>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>  ·  {left:,} to review</source>
      <translation>  ·  {left:,} à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source> (undone)</source>
      <translation> (annulé)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source> Showing the first {count:,}.</source>
      <translation> Les {count:,} premières sont affichées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source> Showing the first {most} of {count:,} texts.</source>
      <translation> Les {most} premiers textes sur {count:,} sont affichés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source> and others</source>
      <translation> et d’autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source> and {rest:,} more</source>
      <translation> et {rest:,} autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source> by an earlier model</source>
      <translation> par un modèle antérieur</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source> {n:,} may fail.</source>
      <extracomment>Singular:  {n:,} may fail.</extracomment>
      <translation>
        <numerusform> {n:,} peut échouer.</numerusform>
        <numerusform> {n:,} peuvent échouer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source> {n:,} use tags that it does not know.</source>
      <extracomment>Singular:  {n:,} uses tags that it does not know.</extracomment>
      <translation>
        <numerusform> {n:,} utilise des étiquettes qu’il ne connaît pas.</numerusform>
        <numerusform> {n:,} utilisent des étiquettes qu’il ne connaît pas.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;About MLTag Desktop</source>
      <translation>À &amp;propos de MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Accept tag</source>
      <translation>&amp;Accepter l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>&amp;Add current filter</source>
      <translation>&amp;Ajouter le filtre actuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>&amp;Add to table</source>
      <translation>&amp;Ajouter au tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Add to the tag set</source>
      <translation>&amp;Ajouter au jeu d’étiquettes</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>&amp;Add {n:,} new tags</source>
      <extracomment>Singular: &amp;Add {n:,} new tag</extracomment>
      <translation>
        <numerusform>&amp;Ajouter {n:,} nouvelle étiquette</numerusform>
        <numerusform>&amp;Ajouter {n:,} nouvelles étiquettes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>&amp;Back</source>
      <translation>&amp;Retour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Certify…</source>
      <translation>&amp;Certifier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Check all records</source>
      <translation>&amp;Examiner tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Clear decision</source>
      <translation>&amp;Effacer la décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>&amp;Close</source>
      <translation>&amp;Fermer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Close table</source>
      <translation>&amp;Fermer le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Commands…</source>
      <translation>&amp;Commandes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>&amp;Contents</source>
      <translation>&amp;Sommaire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>&amp;Copy</source>
      <translation>&amp;Copier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>&amp;Copy details</source>
      <translation>&amp;Copier les détails</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Copy rows</source>
      <translation>&amp;Copier les lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Dark colours</source>
      <translation>Couleurs so&amp;mbres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Date</source>
      <translation>&amp;Date</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>&amp;Delete</source>
      <translation>&amp;Supprimer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>&amp;Delete…</source>
      <translation>&amp;Supprimer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>&amp;Discard</source>
      <translation>&amp;Abandonner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Do not ask again for this workspace</source>
      <translation>&amp;Ne plus demander pour cet espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Edit</source>
      <translation>&amp;Édition</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Encoding</source>
      <translation>&amp;Encodage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Escape characters</source>
      <translation>&amp;Échapper les caractères</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>&amp;Estimate gain</source>
      <translation>&amp;Estimer le gain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>&amp;Export</source>
      <translation>&amp;Exporter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Export for notebooks…</source>
      <translation>E&amp;xporter pour les notebooks…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>&amp;Export misclassifications…</source>
      <translation>&amp;Exporter les erreurs…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Export…</source>
      <translation>&amp;Exporter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;File</source>
      <translation>&amp;Fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>&amp;Fill in predicted tags for undecided records</source>
      <translation>&amp;Remplir les non décidés avec la prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Find</source>
      <translation>Rec&amp;hercher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Flag</source>
      <translation>&amp;Signaler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>&amp;Forward</source>
      <translation>&amp;Avancer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Go</source>
      <translation>A&amp;ller</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Guide</source>
      <translation>&amp;Guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Help</source>
      <translation>Ai&amp;de</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;ID</source>
      <translation>&amp;Identifiant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>&amp;Import</source>
      <translation>&amp;Importer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Import report…</source>
      <translation>&amp;Rapport d’importation…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>&amp;Import…</source>
      <translation>&amp;Importer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>&amp;Issue certificate</source>
      <translation>&amp;Émettre le certificat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Journal…</source>
      <translation>&amp;Journal…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Keyboard shortcuts</source>
      <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Library…</source>
      <translation>&amp;Bibliothèque…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>&amp;Licence texts</source>
      <translation>Textes des &amp;licences</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Light colours</source>
      <translation>Couleurs &amp;claires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Lowest confidence first</source>
      <translation>&amp;Moindre confiance d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Map</source>
      <translation>Ca&amp;rte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Map to</source>
      <translation>&amp;Associer à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>&amp;Maximum checks</source>
      <translation>No&amp;mbre maximal de contrôles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>&amp;Merge changes</source>
      <translation>&amp;Fusionner les modifications</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Model</source>
      <translation>&amp;Modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;More like this</source>
      <translation>Enregistrements &amp;similaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>&amp;Name:</source>
      <translation>&amp;Nom :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Next to review</source>
      <translation>&amp;Suivant à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Not now</source>
      <translation>&amp;Pas maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Note…</source>
      <translation>&amp;Note…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>&amp;Open</source>
      <translation>&amp;Ouvrir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>&amp;Open as a new table</source>
      <translation>&amp;Ouvrir comme nouveau tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Open…</source>
      <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Paste text…</source>
      <translation>&amp;Coller du texte…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Previous to review</source>
      <translation>&amp;Précédent à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>&amp;Promote</source>
      <translation>Acti&amp;ver</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>&amp;Protect cells that look like formulas</source>
      <translation>Protéger &amp;ce qui ressemble à une formule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>&amp;Quit</source>
      <translation>&amp;Quitter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Quotes</source>
      <translation>&amp;Guillemets</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>&amp;Read again</source>
      <translation>&amp;Relire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>&amp;Records</source>
      <translation>Enre&amp;gistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Redo</source>
      <translation>&amp;Rétablir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Refresh</source>
      <translation>Act&amp;ualiser</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>&amp;Remove</source>
      <translation>&amp;Retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>&amp;Restore defaults</source>
      <translation>&amp;Rétablir les valeurs d’origine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>&amp;Restore this state</source>
      <translation>&amp;Restaurer cet état</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Restore…</source>
      <translation>&amp;Restaurer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>&amp;Return to this state</source>
      <translation>&amp;Revenir à cet état</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Roll back to the previous model</source>
      <translation>Re&amp;venir au modèle précédent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Salvage readable data</source>
      <translation>Ré&amp;cupérer les données lisibles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Session</source>
      <translation>&amp;Session</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Sheet</source>
      <translation>&amp;Feuille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>&amp;Show in folder</source>
      <translation>Afficher dans le &amp;dossier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>&amp;Show in the table</source>
      <translation>&amp;Afficher dans le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>&amp;Show this state in the table</source>
      <translation>&amp;Afficher cet état dans le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Skip</source>
      <translation>&amp;Passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Slices…</source>
      <translation>Sous-ense&amp;mbles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>&amp;Start</source>
      <translation>&amp;Commencer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Table</source>
      <translation>&amp;Tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>&amp;Table with columns</source>
      <translation>&amp;Tableau avec colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>&amp;Tag</source>
      <translation>É&amp;tiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>&amp;Train a candidate</source>
      <translation>&amp;Entraîner un candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Train…</source>
      <translation>&amp;Entraîner…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;Unsure</source>
      <translation>&amp;Incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>&amp;Use only the tags of this table, without the bundled model</source>
      <translation>&amp;Utiliser seulement les étiquettes de ce tableau, sans le modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;View</source>
      <translation>&amp;Affichage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>&amp;What are the tags…</source>
      <translation>&amp;Quelles étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>&amp;Without predictions…</source>
      <translation>Sans les pré&amp;dictions…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>&amp;Words</source>
      <translation>&amp;Mots</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>+ added</source>
      <translation>+ ajouté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, also {also}</source>
      <translation>, aussi {also}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, estimated from tag names</source>
      <translation>, estimée d’après les noms des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, suggested: {tags}</source>
      <translation>, suggérées : {tags}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, updated since the last training</source>
      <translation>, ajustée depuis le dernier entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>, with its decision</source>
      <translation>, avec sa décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>, {gone_decided:,} of them with a decision</source>
      <translation>, dont {gone_decided:,} avec une décision</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>, {n:,} decided</source>
      <extracomment>Singular: , {n:,} decided</extracomment>
      <translation>
        <numerusform>, {n:,} décidé</numerusform>
        <numerusform>, {n:,} décidés</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>95% interval</source>
      <translation>intervalle à 95 %</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>95% interval {low:.3f} to {high:.3f}</source>
      <translation>intervalle à 95 % de {low:.3f} à {high:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>; </source>
      <translation> ; </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>; {n:,} lines are unreadable</source>
      <extracomment>Singular: ; {n:,} line is unreadable</extracomment>
      <translation>
        <numerusform> ; {n:,} ligne illisible</numerusform>
        <numerusform> ; {n:,} lignes illisibles</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>A &amp;column has them</source>
      <translation>Une &amp;colonne les contient</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>A colleague with the same records can import them.</source>
      <translation>Un collègue ayant les mêmes enregistrements peut les importer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>A crash report without any of your texts was saved:
{path}</source>
      <translation>Un rapport de plantage sans aucun de vos textes a été enregistré :
{path}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>A model is being trained.</source>
      <translation>Un modèle est en cours d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>A model may learn the time or the source instead of the topic.</source>
      <translation>Un modèle risque d’apprendre la période ou la source au lieu du sujet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>A model needs at least two tags.</source>
      <translation>Un modèle a besoin d’au moins deux étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>A model needs at least {fewest} records of a tag to learn it.</source>
      <translation>Un modèle a besoin d’au moins {fewest} enregistrements d’une étiquette pour l’apprendre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>A model of the &amp;library</source>
      <translation>Un modèle de la &amp;bibliothèque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>A model that was trained on other records expects another tag</source>
      <translation>Un modèle entraîné sur d’autres enregistrements attend une autre étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>A model trained on the other records expects another tag. The most doubtful come first.</source>
      <translation>Un modèle entraîné sur les autres enregistrements attend une autre étiquette. Les plus douteuses viennent en premier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>A note belongs to one record.</source>
      <translation>Une note concerne un seul enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>A single letter or digit would interfere with typing. Add Ctrl or Alt.</source>
      <translation>Une lettre ou un chiffre seul gênerait la saisie. Ajouter Ctrl ou Alt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>A single tag is not predicted. Set it by its key.</source>
      <translation>Une étiquette seule n’est pas prédite. Attribuez-la avec sa touche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>A slice is a part of the table, defined by a search such as tag:mlops -video. Reports evaluate every model on it separately, with intervals, using the audit set and the decisions.</source>
      <translation>Un sous-ensemble est une partie du tableau, définie par une recherche comme tag:mlops -video. Les rapports y évaluent chaque modèle séparément, avec des intervalles, d’après l’échantillon d’audit et les décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/session.py" />
      <source>A tag's key is one letter.</source>
      <translation>La touche d’une étiquette est une lettre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>A tour in six steps; opens the sample if no table is open</source>
      <translation>Une visite en six étapes ; ouvre l’exemple si aucun tableau n’est ouvert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>A&amp;utomatic order</source>
      <translation>Ordre a&amp;utomatique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>About MLTag Desktop</source>
      <translation>À propos de MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>About the certification</source>
      <translation>À propos de la certification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>About {share:.0%} of all answers of the service are correct ({low:.0%}–{high:.0%}), from {texts} drawn at random.</source>
      <translation>Environ {share:.0%} des réponses du service sont justes ({low:.0%}–{high:.0%}). Base (tirage au hasard) : {texts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Accept or correct with one key</source>
      <translation>Accepter ou corriger d’une touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Accepted</source>
      <translation>Acceptés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Accepting the predicted tag adds these tags; remove those that are wrong first.</source>
      <translation>Accepter l’étiquette prédite ajoute aussi celles-ci ; retirer d’abord celles qui sont fausses.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Accuracy of the active model and review thresholds</source>
      <translation>Exactitude du modèle actif et seuils de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Action</source>
      <translation>Action</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Active</source>
      <translation>Actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Add a column needs_review</source>
      <translation>Ajouter une colonne needs_review</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Add a tag “other” if some texts may fit none of these.</source>
      <translation>Ajouter une étiquette « Autre » si des textes peuvent ne correspondre à aucune.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Add or remove an additional tag</source>
      <translation>Ajouter ou retirer une étiquette supplémentaire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Add or remove {name}</source>
      <translation>Ajouter ou retirer {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Add some in Tag › Tag set….</source>
      <translation>En ajouter dans Étiquette › Jeu d’étiquettes….</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Add tag</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Add tags</source>
      <translation>Ajouter les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Add test</source>
      <translation>Ajouter le test</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Add the missing tags first</source>
      <translation>Ajouter d’abord les étiquettes manquantes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Add to {name}</source>
      <translation>Ajouter à {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Add, rename, merge and describe tags</source>
      <translation>Ajouter, renommer, fusionner et décrire des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Added colu&amp;mns</source>
      <translation>Colonnes a&amp;joutées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Added columns: {words}</source>
      <translation>Colonnes ajoutées : {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Additiona&amp;l tags</source>
      <translation>Étiquettes supplé&amp;mentaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Additional tags</source>
      <translation>Étiquettes supplémentaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Adds ' before texts that begin with = + - or @. Numbers stay unchanged.</source>
      <translation>Ajoute ' devant les textes commençant par = + - ou @. Les nombres restent inchangés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>After some corrections, Train ({train}) makes a candidate model and shows where it is better before anything changes. Export ({export}) writes your table with its tags. {show_focus} shows one text at a time, {palette} finds any command.</source>
      <translation>Après quelques corrections, Entraîner ({train}) crée un modèle candidat et montre où il est meilleur avant tout changement. Exporter ({export}) écrit le tableau avec ses étiquettes. {show_focus} montre un texte à la fois, {palette} trouve toutes les commandes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>After this step</source>
      <translation>Après cette étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement</source>
      <translation>Accord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement beyond chance (Cohen's kappa): {kappa:.2f}, {grade}.</source>
      <translation>Accord au-delà du hasard (kappa de Cohen) : {kappa:.2f}, {grade}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement by tag</source>
      <translation>Accord par étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Agreement by week</source>
      <translation>Accord par semaine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>All answers</source>
      <translation>Toutes les réponses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>All changes ({total:,})</source>
      <translation>Tous les changements ({total:,})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>All columns</source>
      <translation>Toutes les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>All columns unchanged, with the decided tags.</source>
      <translation>Toutes les colonnes inchangées, avec les étiquettes décidées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>All random checks are decided.</source>
      <translation>Tous les contrôles aléatoires sont traités.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>All records</source>
      <translation>Tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>All records are reviewed: {records}.</source>
      <translation>Tous les enregistrements sont vérifiés : {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>All records in the preview are readable.</source>
      <translation>Tous les enregistrements de l’aperçu sont lisibles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>All tags</source>
      <translation>Toutes les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>All tags of each record</source>
      <translation>Toutes les étiquettes de chaque enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>All tags of {group}; the arrow hides or shows them</source>
      <translation>Toutes les étiquettes de {group} ; la flèche les masque ou les affiche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Allowed &amp;error</source>
      <translation>&amp;Erreur autorisée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Allowed error</source>
      <translation>Erreur autorisée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Also</source>
      <translation>Aussi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Also tag as {name}</source>
      <translation>Étiqueter aussi {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Also tag {key}</source>
      <translation>Aussi l’étiquette {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>An earlier record has nearly the same text.</source>
      <translation>Un enregistrement antérieur a presque le même texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>An earlier record has the same text.</source>
      <translation>Un enregistrement antérieur a le même texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>An unexpected error occurred. Details are in the crash report.</source>
      <translation>Une erreur inattendue s’est produite. Les détails figurent dans le rapport de plantage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>An unexpected error occurred. Your work is saved.</source>
      <translation>Une erreur inattendue s’est produite. Votre travail est enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Another record has the same text and another tag. One of them is wrong.</source>
      <translation>Un autre enregistrement a le même texte et une autre étiquette. L’une des deux est fausse.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Answers</source>
      <translation>Réponses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Apostrophes '</source>
      <translation>Apostrophes '</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Apply the filter to records that have changed since</source>
      <translation>Appliquer le filtre aux enregistrements modifiés depuis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Apply the last decision to all records with the same text</source>
      <translation>Appliquer la dernière décision à tous les enregistrements de même texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Apply to all id&amp;entical texts</source>
      <translation>Appliquer à tous &amp;les textes identiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>Apply to all {count:,} (A)</source>
      <translation>Appliquer aux {count:,} (A)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Arabic</source>
      <translation>arabe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Armenian</source>
      <translation>arménien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Arrow keys go to the next point, plus and minus zoom, Home shows all, Escape leaves.</source>
      <translation>Les flèches vont au point suivant, plus et moins zooment, Début montre tout, Échap quitte la carte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>As &amp;data (JSON)…</source>
      <translation>En &amp;données (JSON)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>As a &amp;summary (PDF)…</source>
      <translation>Comme &amp;résumé (PDF)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>As a web &amp;page (HTML)…</source>
      <translation>En &amp;page web (HTML)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Asked</source>
      <translation>Demandés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>At {limit:.2f}</source>
      <translation>À {limit:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Bac&amp;kups…</source>
      <translation>S&amp;auvegardes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Back</source>
      <translation>Précédent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Back up &amp;now</source>
      <translation>Sauvegarder &amp;maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups</source>
      <translation>Sauvegardes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups are made once a day and after many decisions. Folder: {folder}. The oldest are deleted.</source>
      <translation>Les sauvegardes sont faites une fois par jour et après de nombreuses décisions. Dossier : {folder}. Les plus anciennes sont supprimées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups of {name}</source>
      <translation>Sauvegardes de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Backups, newest first</source>
      <translation>Sauvegardes, les plus récentes d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Behaviour tests</source>
      <translation>Tests de comportement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Behaviour tests…</source>
      <translation>Tests de comportement…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Belongs to it (Y)</source>
      <translation>En fait partie (Y)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Bengali</source>
      <translation>bengali</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Beta: weight of recall</source>
      <translation>Bêta : poids du rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Between {low:.0%} and {high:.0%} of all answers of the service are correct, from {texts} drawn at random.</source>
      <translation>Entre {low:.0%} et {high:.0%} des réponses du service sont justes. Base (tirage au hasard) : {texts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Blue</source>
      <translation>Bleu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Both</source>
      <translation>Les deux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Built on</source>
      <translation>Construit avec</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Bulgarian</source>
      <translation>bulgare</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>Bundled</source>
      <translation>Fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Bundled model</source>
      <translation>Modèle intégré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>By confidence</source>
      <translation>Par confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>By day</source>
      <translation>Par jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>By predicted tag</source>
      <translation>Par étiquette prédite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>By status</source>
      <translation>Par état</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>By tag</source>
      <translation>Par étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>C&amp;hoose another file…</source>
      <translation>C&amp;hoisir un autre fichier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>C&amp;hoose tag…</source>
      <translation>C&amp;hoisir une étiquette…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>C&amp;lose</source>
      <translation>&amp;Fermer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>C&amp;onfusions</source>
      <translation>C&amp;onfusions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>C&amp;ontinue</source>
      <translation>C&amp;ontinuer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Ca&amp;ncel certification</source>
      <translation>A&amp;nnuler la certification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Cancelled. Nothing was saved.</source>
      <translation>Annulé. Rien n’a été enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Candidate</source>
      <translation>Candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Candidate {version} was discarded.</source>
      <translation>Le candidat {version} a été abandonné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Candidate {version} was never active.</source>
      <translation>Le candidat {version} n’a jamais été actif.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Cells</source>
      <translation>Cellules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Cells copied from a spreadsheet, separated by tabs</source>
      <translation>Cellules d’un tableur, séparées par des tabulations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Cer&amp;tify…</source>
      <translation>Cer&amp;tifier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Certificate</source>
      <translation>Certificat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Certification c&amp;hecks</source>
      <translation>Contrôles du certi&amp;ficat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Certify</source>
      <translation>Certifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Certify…</source>
      <translation>Certifier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>Change</source>
      <translation>Écart</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Changes in this step</source>
      <translation>Modifications de cette étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Change…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Check &amp;records</source>
      <translation>&amp;Vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Check an &amp;installer…</source>
      <translation>Vérifier un &amp;installateur…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Check an &amp;update file…</source>
      <translation>Vérifier un fichier de mise à &amp;jour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Check an update file</source>
      <translation>Vérifier un fichier de mise à jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Check records</source>
      <translation>Vérifier les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Check so&amp;urce for changes</source>
      <translation>Rechercher des changements dans la so&amp;urce</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>Check some of these records before you rely on the predictions.</source>
      <translation>Vérifier quelques-uns de ces enregistrements avant de se fier aux prédictions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Check the permissions of this folder and the free space on the disk.</source>
      <translation>Vérifiez les droits d’accès à ce dossier et l’espace disque libre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Check the sheet and the header of this workbook.</source>
      <translation>Vérifier la feuille et l’en-tête de ce classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Check whether a downloaded file is a newer version; works offline</source>
      <translation>Vérifier si un fichier téléchargé est une version plus récente ; fonctionne hors ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Checking all records: {share:.0%}</source>
      <translation>Examen de tous les enregistrements : {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Checking the records: {share:.0%}</source>
      <translation>Examen des enregistrements : {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Checking the table</source>
      <translation>Examen du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Checking the tagged records…</source>
      <translation>Vérification des enregistrements étiquetés…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Chinese</source>
      <translation>chinois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Choose a tag</source>
      <translation>Choisir une étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Choose tags…</source>
      <translation>Choisir les étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose the &amp;update file…</source>
      <translation>Choisir le fichier de &amp;mise à jour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Choose the columns of the table</source>
      <translation>Choisir les colonnes du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose the downloaded installer</source>
      <translation>Choisir l’installateur téléchargé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Choose the text column.</source>
      <translation>Choisir la colonne de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose the update file first.</source>
      <translation>Choisir d’abord le fichier de mise à jour.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Choose update file</source>
      <translation>Choisir le fichier de mise à jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Choosing a confidence…</source>
      <translation>Choix du seuil de confiance…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Clear &amp;filters</source>
      <translation>&amp;Effacer les filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Clear filters</source>
      <translation>Effacer les filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Click a record to show it in the table.</source>
      <translation>Cliquer sur un enregistrement pour l’afficher dans le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Click a tag or drag over the histogram, or press {find} and type confidence&lt;0.6. Each condition is shown as a chip; click a chip to remove it.</source>
      <translation>Cliquer sur une étiquette, glisser sur l’histogramme, ou appuyer sur {find} et saisir confidence&lt;0.6. Chaque condition apparaît comme une pastille ; un clic sur la pastille la retire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>Click to sort the tags</source>
      <translation>Cliquer pour trier les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Close and discard</source>
      <translation>Fermer et abandonner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Close it there, then open the table here again.</source>
      <translation>Le fermer là-bas, puis rouvrir le tableau ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Close this message</source>
      <translation>Fermer ce message</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Close this message to keep the name.</source>
      <translation>Fermer ce message pour garder ce nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Closing the table discards the training.</source>
      <translation>Si vous fermez le tableau, l’entraînement est perdu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Co&amp;lumns</source>
      <translation>Co&amp;lonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Co&amp;mpare</source>
      <translation>Co&amp;mparer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Colour of the points</source>
      <translation>Couleur des points</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Colum&amp;ns…</source>
      <translation>Colo&amp;nnes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Column</source>
      <translation>Colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Column with tags</source>
      <translation>Colonne avec des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_commands.py" />
      <source>Columns that &amp;fit</source>
      <translation>Colonnes qui &amp;tiennent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Columns to export: {words}</source>
      <translation>Colonnes à exporter : {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Columns used as text, in this order</source>
      <translation>Colonnes utilisées comme texte, dans cet ordre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_view.py" />
      <source>Columns; click to sort</source>
      <translation>Colonnes ; cliquer pour trier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Command</source>
      <translation>Commande</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Commands</source>
      <translation>Commandes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Commands and their keys</source>
      <translation>Commandes et leurs touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Compare a colleague's decisions with yours and import them</source>
      <translation>Comparer les décisions d’un collègue aux vôtres et les importer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Compare it with another model on rows that neither was trained on</source>
      <translation>L’évaluer face à un autre modèle, sur des lignes qui n’ont servi à entraîner aucun des deux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Compare the models' accuracy</source>
      <translation>Comparer l’exactitude des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Compare the source file with the imported records</source>
      <translation>Comparer le fichier source aux enregistrements importés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Compared with the mean of the tag, {by}. The least typical ones may have a wrong tag.</source>
      <translation>Comparaison avec la moyenne de l’étiquette, {by}. Les moins typiques ont peut-être une mauvaise étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Comparing the decided records with the tag…</source>
      <translation>Comparaison des enregistrements décidés avec l’étiquette…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Comparing the texts…</source>
      <translation>Comparaison des textes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Comparing the texts… {share:.0%}</source>
      <translation>Comparaison des textes… {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Conf.</source>
      <translation>Conf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Confidence of the records</source>
      <translation>Confiance des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Confirm the predicted tag</source>
      <translation>Confirmer l’étiquette prédite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Confirmed as {tag}</source>
      <translation>Confirmé comme {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Conflicts</source>
      <translation>Conflits</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Confused tags</source>
      <translation>Étiquettes confondues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Confusion</source>
      <translation>Confusion</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Confusion matrix of {name}</source>
      <translation>Matrice de confusion de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Content</source>
      <translation>Contenu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>Contents of the guide</source>
      <translation>Sommaire du guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Continue reviewing</source>
      <translation>Continuer à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Continue the tour at any time: Help › Take the tour.</source>
      <translation>Reprendre la visite à tout moment : Aide › Visite guidée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Contradicting tags</source>
      <translation>Étiquettes contradictoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Copy &amp;diagnostics…</source>
      <translation>Copier le &amp;diagnostic…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Copy the rows again.</source>
      <translation>Copier de nouveau ses lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Copy the selected rows as a table</source>
      <translation>Copier les lignes sélectionnées sous forme de tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Copy the table to another folder.</source>
      <translation>Copier le tableau dans un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Correct</source>
      <translation>Justes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Corrected</source>
      <translation>Corrigés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Corrected records only</source>
      <translation>Enregistrements corrigés seulement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Corrected to {tag}</source>
      <translation>Corrigé en {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Correction&amp;s only</source>
      <translation>Corrections &amp;seulement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Cost</source>
      <translation>Coût</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Cost of errors</source>
      <translation>Coût des erreurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Counting</source>
      <translation>Décompte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Counting tagged records</source>
      <translation>Décompte des enregistrements étiquetés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>Create a slice from the current filter</source>
      <translation>Créer un sous-ensemble à partir du filtre actuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Create, show and restore backups of the workspace</source>
      <translation>Créer, afficher et restaurer des sauvegardes de l’espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Created</source>
      <translation>Créé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Curator</source>
      <translation>Curateur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Current</source>
      <translation>Actuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Current activity</source>
      <translation>Activité en cours</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Current setting</source>
      <translation>Réglage actuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Czech</source>
      <translation>tchèque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>D&amp;etail pane</source>
      <translation>Volet de &amp;détail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>D&amp;uplicate</source>
      <translation>D&amp;upliquer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Damaged:</source>
      <translation>Endommagé :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Danish</source>
      <translation>danois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Data checks</source>
      <translation>Contrôle des données</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Date column</source>
      <translation>Colonne de date</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>De&amp;ciding metric</source>
      <translation>Mesure &amp;décisive</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>De&amp;limiter</source>
      <translation>&amp;Séparateur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Decide this tag for all records with the known tag; can be undone</source>
      <translation>Décider cette étiquette pour tous les enregistrements ayant l’étiquette connue ; peut être annulé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Decided</source>
      <translation>Décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Decided records</source>
      <translation>Enregistrements décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Deciding metric</source>
      <translation>Mesure décisive</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Deciding metric, floors, and tags and slices that must not get worse</source>
      <translation>Mesure décisive, planchers, étiquettes et sous-ensembles qui ne doivent pas se dégrader</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Decision</source>
      <translation>Décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Decisions</source>
      <translation>Décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Decisions (*.jsonl);;All files (*)</source>
      <translation>Décisions (*.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Decisions by tag</source>
      <translation>Décisions par étiquette</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Decisions imported: {n:,} records changed.</source>
      <extracomment>Singular: Decisions imported: {n:,} record changed.</extracomment>
      <translation>
        <numerusform>Décisions importées : {n:,} enregistrement modifié.</numerusform>
        <numerusform>Décisions importées : {n:,} enregistrements modifiés.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Decisions of a colleague</source>
      <translation>Décisions d’un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Define &amp;slices…</source>
      <translation>Définir des &amp;sous-ensembles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Delete &amp;permanently</source>
      <translation>Supprimer &amp;définitivement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Delimiter</source>
      <translation>Séparateur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Describe which records get this tag and which do not</source>
      <translation>Décrire quels enregistrements reçoivent cette étiquette et lesquels non</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Diagnostics</source>
      <translation>Diagnostic</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Direction of the prediction changes</source>
      <translation>Direction des changements de prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Discarded.</source>
      <translation>Abandonné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Does this record belong to {tag}?</source>
      <translation>Cet enregistrement appartient-il à {tag} ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Done</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Done. The report is open.</source>
      <translation>Terminé. Le rapport est ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Doubtful tags</source>
      <translation>Étiquettes douteuses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Down</source>
      <translation>Descendre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Download check</source>
      <translation>Contrôle du téléchargement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Drag to select a confidence range; click to clear it</source>
      <translation>Glisser pour sélectionner une plage de confiance ; cliquer pour l’effacer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Duplicate texts</source>
      <translation>Textes en double</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Duplicates, leaks, unusual texts, unknown tags</source>
      <translation>Doublons, fuites, textes inhabituels, étiquettes inconnues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Dutch</source>
      <translation>néerlandais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Each row has a tag and a confidence</source>
      <translation>Chaque ligne a une étiquette et une confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>Earlier</source>
      <translation>Antérieur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Earlier decisions</source>
      <translation>Décisions antérieures</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Effect of the review threshold</source>
      <translation>Effet du seuil de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Either</source>
      <translation>L’une ou l’autre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Empty texts</source>
      <translation>Textes vides</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Encoding, delimiter, quotes, header, sheet</source>
      <translation>Encodage, séparateur, guillemets, en-tête, feuille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>End the tour</source>
      <translation>Quitter la visite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>English</source>
      <translation>anglais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Enter a name for the tag.</source>
      <translation>Saisir un nom pour l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Error</source>
      <translation>Erreur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Error above it</source>
      <translation>Erreur au-dessus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Error details</source>
      <translation>Détails de l’erreur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Esc</source>
      <translation>Échap</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Estimate what 50 more answers would add to the accuracy</source>
      <translation>Estimer ce que 50 réponses de plus ajouteraient à l’exactitude</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Estimated accuracy</source>
      <translation>Exactitude estimée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Estimates from tag names</source>
      <translation>Estimations d’après les noms des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Evaluate part of the table separately, defined by any filter or search</source>
      <translation>Évaluer à part une partie du tableau, définie par un filtre ou une recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Evaluated on {rows:,} {where}</source>
      <translation>Évalué sur {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Every decision was saved when you made it. You can continue. Check your last action: you may have to repeat it.

{kept}</source>
      <translation>Chaque décision a été enregistrée aussitôt. Vous pouvez continuer. Vérifiez votre dernière action : elle est peut-être à refaire.

{kept}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Every line of the table is a readable record.</source>
      <translation>Chaque ligne du tableau est un enregistrement lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Examples of changes</source>
      <translation>Exemples de modifications</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Expectation</source>
      <translation>Attente</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Expected</source>
      <translation>Attendu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export &amp;anyway…</source>
      <translation>Exporter &amp;quand même…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Export &amp;decisions…</source>
      <translation>Exporter les &amp;décisions…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Export a model</source>
      <translation>Exporter un modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export as &amp;UTF-8</source>
      <translation>Exporter en &amp;UTF-8</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Export decisions</source>
      <translation>Exporter les décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Export guideline</source>
      <translation>Exporter la consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Export guideline…</source>
      <translation>Exporter la consigne…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Export misclassifications</source>
      <translation>Exporter les erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Export progress</source>
      <translation>Progression de l’exportation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Export the active model for notebooks</source>
      <translation>Exporter le modèle actif pour les notebooks</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Export the report</source>
      <translation>Exporter le rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Export the table or the corrections</source>
      <translation>Exporter le tableau ou les corrections</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Export wrong predictions for a colleague</source>
      <translation>Exporter les prédictions erronées pour un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Export your decisions for a colleague</source>
      <translation>Exporter vos décisions pour un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Exports include all of them.</source>
      <translation>Une exportation les contient tous.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>F&amp;ocus</source>
      <translation>F&amp;ocus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>F&amp;ormat</source>
      <translation>F&amp;ormat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F-beta</source>
      <translation>F-bêta</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F1 balances precision and recall.</source>
      <translation>F1 équilibre précision et rappel.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>F1 by version</source>
      <translation>F1 par version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>F1 of these tags and slices must not get worse.</source>
      <translation>Le F1 de ces étiquettes et sous-ensembles ne doit pas baisser.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>F1 of {model} compared with {other}: {change}</source>
      <translation>F1 de {model} comparé à {other} : {change}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>F1 on the same rows, with 95% intervals.</source>
      <translation>F1 sur les mêmes lignes, avec intervalles à 95 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>F1 {f1:.3f}: {rows} ({n:,})</source>
      <translation>F1 {f1:.3f} : {rows} ({n:,})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>F1, {scale_start:.1f} to 1</source>
      <translation>F1, {scale_start:.1f} à 1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Failed. Nothing was saved.</source>
      <translation>Échec. Rien n’a été enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>File encoding</source>
      <translation>Encodage du fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>File format</source>
      <translation>Format du fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Filter</source>
      <translation>Filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Filter &amp;pane</source>
      <translation>&amp;Volet des filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Filter conditions</source>
      <translation>Conditions du filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Filter the table</source>
      <translation>Filtrer le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Find a tag</source>
      <translation>Chercher une étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Find a tag by typing part of its name</source>
      <translation>Trouver une étiquette en tapant une partie de son nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Find and run any command by name</source>
      <translation>Trouver et exécuter une commande par son nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Find records…</source>
      <translation>Chercher des enregistrements…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Finding</source>
      <translation>Observation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Findings</source>
      <translation>Observations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Findings…</source>
      <translation>Observations…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Finnish</source>
      <translation>finnois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>First line is the &amp;header</source>
      <translation>La première ligne est l’e&amp;n-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>First records</source>
      <translation>Premiers enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Flag</source>
      <translation>Signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Flag the record and save the note (Ctrl+Shift+Return)</source>
      <translation>Signaler l’enregistrement et enregistrer la note (Ctrl+Maj+Retour)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Flag the record for a second look, or remove the flag</source>
      <translation>Signaler l’enregistrement pour un second examen, ou retirer le signalement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Flag the records listed in a misclassification file</source>
      <translation>Signaler les enregistrements listés dans un fichier d’erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Flag with this note</source>
      <translation>Signaler avec la note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Flagged</source>
      <translation>Signalés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Floors</source>
      <translation>Planchers</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>For tags whose meaning differs from the bundled model's</source>
      <translation>Pour des étiquettes dont le sens diffère de celui du modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Found in the table: {things}.</source>
      <translation>Trouvé dans le tableau : {things}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>French</source>
      <translation>français</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>From the report of the model, on records that it was not trained on.</source>
      <translation>D’après le rapport du modèle, sur des enregistrements qui n’ont pas servi à l’entraîner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>From the table</source>
      <translation>Du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>From the tagged records; the model may have been trained on some of them.</source>
      <translation>D’après les enregistrements étiquetés ; certains ont pu servir à entraîner le modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>From ○ to ◆: {change}.</source>
      <translation>De ○ à ◆ : {change}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Further checks may prove it for up to {records:,} records at {cut} or above.</source>
      <translation>D’autres contrôles peuvent le prouver pour jusqu’à {records:,} enregistrements à partir de {cut}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Gain from further answers</source>
      <translation>Gain de réponses supplémentaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Georgian</source>
      <translation>géorgien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>German</source>
      <translation>allemand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Greek</source>
      <translation>grec</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Green</source>
      <translation>Vert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Group the records</source>
      <translation>Grouper les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Grouping the records…</source>
      <translation>Groupement des enregistrements…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Grouping the records… {share}</source>
      <translation>Groupement des enregistrements… {share}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Groups of records</source>
      <translation>Groupes d’enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Gu&amp;ideline as a page…</source>
      <translation>Consi&amp;gne en page…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Gui&amp;deline</source>
      <translation>C&amp;onsigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>Guide – MLTag Desktop</source>
      <translation>Guide – MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guideline</source>
      <translation>Consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/guideline_controller.py" />
      <source>Guideline as a page</source>
      <translation>Consigne en page</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Guideline for {table}</source>
      <translation>Consigne pour {table}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guideline written to {name}.</source>
      <translation>Consigne enregistrée dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guidelines (*.toml)</source>
      <translation>Consignes (*.toml)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Guidelines and lists of tags (*.toml *.csv *.txt)</source>
      <translation>Consignes et listes d’étiquettes (*.toml *.csv *.txt)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Hebrew</source>
      <translation>hébreu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Hindi</source>
      <translation>hindi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>History of the record</source>
      <translation>Historique de l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Holdout records</source>
      <translation>Enregistrements réservés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>How much a text with only this word speaks for the tag, compared with the other tags.</source>
      <translation>Poids d’un texte contenant ce seul mot en faveur de l’étiquette, par rapport aux autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Hungarian</source>
      <translation>hongrois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>I &amp;do not know yet</source>
      <translation>&amp;Je ne sais pas encore</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>I &amp;type or paste them</source>
      <translation>Les &amp;saisir ou les coller</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>I&amp;mport decisions…</source>
      <translation>I&amp;mporter des décisions…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>I&amp;mport misclassifications…</source>
      <translation>&amp;Importer des erreurs…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>ID column</source>
      <translation>Colonne d’identifiant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>If you cancel, the next certification draws other records and needs more checks.</source>
      <translation>Après une annulation, la certification suivante tire d’autres enregistrements et demande plus de contrôles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Import a colleague's decisions</source>
      <translation>Importer les décisions d’un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Import a model</source>
      <translation>Importer un modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Import guideline</source>
      <translation>Importer une consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Import guideline…</source>
      <translation>Importer une consigne…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Import misclassifications</source>
      <translation>Importer des erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Import report</source>
      <translation>Rapport d’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Import settin&amp;gs…</source>
      <translation>Options d’importatio&amp;n…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Import settings</source>
      <translation>Options d’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Import settings for {name}</source>
      <translation>Options d’importation de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Import settings: encoding, quotes, header, sheet, and a preview</source>
      <translation>Options d’importation : encodage, guillemets, en-tête, feuille et aperçu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>In the list: 1 keeps your tag, 2 uses theirs, Backspace leaves it to the rule.</source>
      <translation>Dans la liste : 1 garde votre étiquette, 2 prend l’autre, Retour arrière laisse la règle décider.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Indonesian</source>
      <translation>indonésien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Information for a bug report. It contains none of your texts, tags, names or folders. Nothing is sent: read it, copy it, and pass it on yourself.</source>
      <translation>Informations pour un rapport d’erreur. Aucun texte, étiquette, nom ou dossier à vous n’y figure. Rien n’est envoyé : à lire, copier et transmettre soi-même.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>Install MLTag Desktop again.</source>
      <translation>Réinstaller MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>It is not clear that {more} more answers would add accuracy ({low:.1f} to {high:.1f} percentage points).</source>
      <translation>Il n’est pas clair que {more} réponses de plus amélioreraient l’exactitude ({low:.1f} à {high:.1f} points de pourcentage).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Italian</source>
      <translation>italien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Its tag is {tag}.</source>
      <translation>Son étiquette est {tag}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Its training texts are like the texts of this table. Other models: Model › Library…</source>
      <translation>Ses textes d’entraînement ressemblent aux textes de ce tableau. Autres modèles : Modèle › Bibliothèque…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Japanese</source>
      <translation>japonais</translation>
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
      <translation>&amp;Garder la mienne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Keep the active model of the open table for other tables</source>
      <translation>Garder le modèle actif du tableau ouvert pour d’autres tableaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Keep the model in the library, for other tables</source>
      <translation>Conserver le modèle dans la bibliothèque, pour d’autres tableaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Keep this filter in the filter pane</source>
      <translation>Conserver ce filtre dans le volet des filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Keep this model for other tables</source>
      <translation>Garder ce modèle pour d’autres tableaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Keep training</source>
      <translation>Continuer l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Key</source>
      <translation>Touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Key conflict</source>
      <translation>Conflit de touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>Keyboard shortcuts, recent files and the window position are not changed</source>
      <translation>Les raccourcis clavier, les fichiers récents et la position de la fenêtre restent inchangés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Keys 1 to 9 follow this order. Renaming and merging keep the history; every step can be undone.</source>
      <translation>Les touches 1 à 9 suivent cet ordre. Renommer et fusionner conservent l’historique ; chaque étape peut être annulée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/record_loader.py" />
      <source>Keyword rules: {tag} for {words}</source>
      <translation>Règles par mots-clés : {tag} d’après {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Keywords against the tag</source>
      <translation>Mots-clés contre l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Keywords for the tag</source>
      <translation>Mots-clés pour l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Known tag</source>
      <translation>Étiquette connue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Known tag in the table: {known_tag}</source>
      <translation>Étiquette connue dans le tableau : {known_tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Known tags that are not in the tag set</source>
      <translation>Étiquettes connues absentes du jeu d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Known-tag column</source>
      <translation>Colonne de l’étiquette connue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Korean</source>
      <translation>coréen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>L&amp;anguage</source>
      <translation>&amp;Langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Last action</source>
      <translation>Dernière action</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Last used with</source>
      <translation>Dernière utilisation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Least typical records</source>
      <translation>Enregistrements les moins typiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Leave the record out of the queue for now, or put it back</source>
      <translation>Retirer l’enregistrement de la file pour l’instant, ou l’y remettre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Leave the tag empty</source>
      <translation>Laisser l’étiquette vide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Legend</source>
      <translation>Légende</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Libraries and their licences</source>
      <translation>Bibliothèques et leurs licences</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Library</source>
      <translation>Bibliothèque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Licence texts</source>
      <translation>Textes des licences</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Line</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Line {line:,}: {reason}</source>
      <translation>Ligne {line:,} : {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Lines: true tags. Columns: predicted tags.</source>
      <translation>Lignes : étiquettes vraies. Colonnes : étiquettes prédites.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Loading an earlier state</source>
      <translation>Chargement d’un état antérieur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Look for decided records that belong to this tag, which was added or split off later</source>
      <translation>Chercher des enregistrements décidés qui relèvent de cette étiquette, ajoutée ou séparée plus tard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Looking for backups</source>
      <translation>Recherche de sauvegardes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Looking for columns with tags…</source>
      <translation>Recherche de colonnes avec des étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Lower, perhaps by chance</source>
      <translation>Plus bas, peut-être par hasard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Lowest value</source>
      <translation>Valeur minimale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>MIT, © the MLTag Desktop developers</source>
      <translation>MIT, © les développeurs de MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Make the previously active model active again</source>
      <translation>Réactiver le modèle précédemment actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Map of the texts</source>
      <translation>Carte des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Mark the record as unsure, or remove the mark</source>
      <translation>Marquer l’enregistrement comme incertain, ou retirer la marque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Marked as off topic, or unlike the training data and undecided</source>
      <translation>Signalé hors sujet, ou différent des données d’entraînement et non décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Matching commands</source>
      <translation>Commandes correspondantes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Matching tags</source>
      <translation>Étiquettes correspondantes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Maximum checks</source>
      <translation>Nombre maximal de contrôles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Maximum confidence</source>
      <translation>Confiance maximale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Merge</source>
      <translation>Fusionner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Merge into</source>
      <translation>Fusionner dans</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Merging changes…</source>
      <translation>Fusion des modifications…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Metric of the floor</source>
      <translation>Mesure du plancher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>Metrics of {models}</source>
      <translation>Mesures de {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Mine</source>
      <translation>La mienne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>Minimum confidence</source>
      <translation>Confiance minimale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Minimum values. A candidate below one is promoted only on confirmation.</source>
      <translation>Valeurs minimales : un candidat en dessous n’est activé qu’après confirmation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Misclassifications (*.jsonl)</source>
      <translation>Erreurs de classement (*.jsonl)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Model library</source>
      <translation>Bibliothèque de modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Model library…</source>
      <translation>Bibliothèque de modèles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Model right</source>
      <translation>Modèle juste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Model version</source>
      <translation>Version du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Model {second} compared with {first}</source>
      <translation>Modèle {second} comparé à {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Model {version}</source>
      <translation>Modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Model {version} is active. Its predictions replace the earlier ones.</source>
      <translation>Le modèle {version} est actif. Ses prédictions remplacent les précédentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Model {version} was deleted.</source>
      <translation>Le modèle {version} a été supprimé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Model {version} was exported to {name}.</source>
      <translation>Le modèle {version} a été exporté dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Models (*{suffix})</source>
      <translation>Modèles (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Models for other tables, in {folder}.</source>
      <translation>Modèles pour d’autres tableaux, dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Models of the library</source>
      <translation>Modèles de la bibliothèque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Models of this workspace</source>
      <translation>Modèles de cet espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Models that are kept for other tables</source>
      <translation>Modèles conservés pour d’autres tableaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Most of the other texts are in {languages}.</source>
      <translation>Langue de la plupart des autres textes : {languages}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Most typical records</source>
      <translation>Enregistrements les plus typiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Much longer than the others.</source>
      <translation>Bien plus longs que les autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Much shorter than the others.</source>
      <translation>Bien plus courts que les autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Must have</source>
      <translation>Doit contenir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Must not have</source>
      <translation>Ne doit pas contenir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>N&amp;ote:</source>
      <translation>N&amp;ote :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Name of a command</source>
      <translation>Nom d’une commande</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Name of the new tag</source>
      <translation>Nom de la nouvelle étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Name of the tag</source>
      <translation>Nom de l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Name, appearance, review, backups, log</source>
      <translation>Nom, apparence, vérification, sauvegardes, journal technique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Names of the tags</source>
      <translation>Noms des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Near-duplicate texts</source>
      <translation>Textes quasi identiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Near-duplicates</source>
      <translation>Quasi-doublons</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>New key for the command</source>
      <translation>Nouvelle touche de la commande</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>New tag</source>
      <translation>Nouvelle étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>New tag “{name}”</source>
      <translation>Nouvelle étiquette « {name} »</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>New tags: {names}.</source>
      <translation>Nouvelles étiquettes : {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>New to the model: {answers}.</source>
      <translation>Nouveau pour le modèle : {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Next: {parts}</source>
      <translation>Suivant : {parts}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No behaviour tests were run.</source>
      <translation>Aucun test de comportement n’a été exécuté.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>No browser could be opened for printing.</source>
      <translation>Aucun navigateur n’a pu être ouvert pour imprimer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>No column looks like tags. Choose one to see what it holds.</source>
      <translation>Aucune colonne ne ressemble à des étiquettes. Choisissez-en une pour voir son contenu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>No columns</source>
      <translation>Aucune colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>No command, key or tag matches.</source>
      <translation>Aucune commande, touche ou étiquette ne correspond.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>No confidence could be proposed.</source>
      <translation>Aucun seuil de confiance n’a pu être proposé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>No crash report could be saved.</source>
      <translation>Aucun rapport de plantage n’a pu être enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>No decided record is similar.</source>
      <translation>Aucun enregistrement décidé n’est similaire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>No decided record shows yet how often confident predictions are right, so all stay in review.</source>
      <translation>Aucun enregistrement décidé ne montre encore combien de prédictions sûres sont justes ; tous restent donc à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>No decided record with this tag has another prediction.</source>
      <translation>Aucun enregistrement décidé avec cette étiquette n’a une autre prédiction.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>No decisions in this session yet</source>
      <translation>Aucune décision dans cette session pour l’instant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>No decisions on this record yet.</source>
      <translation>Aucune décision sur cet enregistrement pour l’instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>No filter is set.</source>
      <translation>Aucun filtre n’est défini.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>No filter is set: all records are shown. Search or filter first.</source>
      <translation>Aucun filtre n’est défini : tous les enregistrements sont affichés. Chercher ou filtrer d’abord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>No findings.</source>
      <translation>Aucune observation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>No matching command. Try another word or part of a word.</source>
      <translation>Aucune commande correspondante. Essayer un autre mot ou une partie de mot.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>No model yet</source>
      <translation>Aucun modèle pour l’instant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>No models yet. Save one in Model › Train…, or drop a {suffix} file here.</source>
      <translation>Aucun modèle. En enregistrer un dans Modèle › Entraîner…, ou déposer ici un fichier {suffix}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>No page of the guide contains all of these words. Try fewer words.</source>
      <translation>Aucune page du guide ne contient tous ces mots. Essayer avec moins de mots.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>No prediction for your tags yet</source>
      <translation>Pas encore de prédiction pour vos étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>No recent files</source>
      <translation>Aucun fichier récent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/text_view.py" />
      <source>No record is selected.</source>
      <translation>Aucun enregistrement n’est sélectionné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>No record matches</source>
      <translation>Aucun enregistrement ne correspond</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>No records are tagged {named}; the model will never predict them. Tag some records with them first.</source>
      <extracomment>Singular: No records are tagged {named}; the model will never predict it. Tag some records with it first.</extracomment>
      <translation>
        <numerusform>Aucun enregistrement n’a l’étiquette {named} ; le modèle ne la prédira jamais. Attribuez-la d’abord à quelques enregistrements.</numerusform>
        <numerusform>Aucun enregistrement n’a les étiquettes {named} ; le modèle ne les prédira jamais. Attribuez-les d’abord à quelques enregistrements.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>No records to train on for {named}. Training tries to learn such tags from their names; a few records help.</source>
      <translation>Aucun enregistrement pour l’entraînement de {named}. L’entraînement tente d’apprendre ces étiquettes à partir de leurs noms ; quelques enregistrements aident.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No regressions: no tag, slice or behaviour test got worse.</source>
      <translation>Aucune régression : ni étiquette, ni sous-ensemble, ni test de comportement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No regressions: no tag, slice, behaviour test or confidence got worse.</source>
      <translation>Aucune régression : ni étiquette, ni sous-ensemble, ni test de comportement, ni confiance.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>No regressions: the differences below may be due to chance.</source>
      <translation>Aucune régression : les écarts ci-dessous peuvent être dus au hasard.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>No row has a wrong prediction.</source>
      <translation>Aucune ligne n’a de prédiction fausse.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>No slices yet. Filter the table in the window, then add the filter here.</source>
      <translation>Pas encore de sous-ensembles. Filtrer le tableau dans la fenêtre, puis ajouter le filtre ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>No tag matches. Try a part of its name.</source>
      <translation>Aucune étiquette ne correspond. Essayer une partie de son nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>No tag of the tag set is predicted here. Choose one by its key.</source>
      <translation>Aucune étiquette existante n’est prédite ici. Choisissez-en une avec sa touche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>No workspace is open.</source>
      <translation>Aucun espace de travail n’est ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Not predicted yet</source>
      <translation>Pas encore prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Not predicted yet, so digits set no tag. Press {key} to choose one by name.</source>
      <translation>Pas encore prédit : les chiffres n’attribuent aucune étiquette. Appuyez sur {key} pour en choisir une par son nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>Not predicted yet. Choose a tag by its key.</source>
      <translation>Pas encore prédit. Choisissez une étiquette avec sa touche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Note on the record</source>
      <translation>Note sur l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Note ✎</source>
      <translation>Note ✎</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Note: {note}</source>
      <translation>Note : {note}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Nothing can be saved in {folder}: {strerror}.</source>
      <translation>Impossible d’enregistrer dans {folder} : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Nothing has changed since this step.</source>
      <translation>Rien n’a changé depuis cette étape.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Nothing is exported until all records to review are reviewed.</source>
      <translation>Rien n’est exporté tant que tous les enregistrements à vérifier n’ont pas été vérifiés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Nothing is imported until you confirm.</source>
      <translation>Rien n’est importé sans confirmation.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Nothing is written until {n:,} more records are reviewed.</source>
      <extracomment>Singular: Nothing is written until {n:,} more record is reviewed.</extracomment>
      <translation>
        <numerusform>Rien n’est écrit tant que {n:,} enregistrement n’est pas vérifié.</numerusform>
        <numerusform>Rien n’est écrit tant que {n:,} enregistrements ne sont pas vérifiés.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Nothing left to review</source>
      <translation>Plus rien à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Nothing left to review here.</source>
      <translation>Plus rien à vérifier ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Nothing left to review.</source>
      <translation>Plus rien à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Number of decisions, pace, and how often the model was right</source>
      <translation>Nombre de décisions, rythme et taux de réussite du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Number of groups</source>
      <translation>Nombre de groupes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>Of {checks:,} tagged records at or above the review threshold, {right:,} are predicted correctly by models that have not seen them. Records of a confidence that this does not prove stay in review.</source>
      <translation>Sur {checks:,} enregistrements étiquetés au-dessus du seuil de vérification, {right:,} sont prédits correctement par des modèles qui ne les ont pas vus. Ceux dont la confiance n’est pas ainsi prouvée restent à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Of {total:,} behaviour tests, {words}.{skipped}</source>
      <translation>Sur {total:,} tests de comportement, {words}.{skipped}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Off &amp;topic</source>
      <translation>Hors suje&amp;t</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Off topic</source>
      <translation>Hors sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>On the whole table, about {share:.0%} of the predictions are correct ({low:.0%}–{high:.0%}), from {records} checked at random.</source>
      <translation>Sur tout le tableau, environ {share:.0%} des prédictions sont justes ({low:.0%}–{high:.0%}). Base (tirage au hasard) : {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>On the whole table, at least {low:.0%} of the predictions are correct: all {records} checked at random were.</source>
      <translation>Sur tout le tableau, au moins {low:.0%} des prédictions sont justes. Base (contrôle aléatoire) : {records}, tous justes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>On to&amp;pic</source>
      <translation>&amp;Dans le sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>One name per line, or with commas between them. A definition may follow each name, after a colon or a tab. With a header (tag, description, keywords) the list can also be a table.</source>
      <translation>Un nom par ligne, ou séparés par des virgules. Chaque nom peut être suivi d’une définition, après un deux-points ou une tabulation. Avec un en-tête (étiquette, description, mots-clés), la liste peut aussi être un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>One record at a time</source>
      <translation>Un enregistrement à la fois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>One record per &amp;line</source>
      <translation>Un enregistrement par &amp;ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>One record per &amp;paragraph</source>
      <translation>Un enregistrement par &amp;paragraphe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>One row per correction: text, table tag, tag, prediction, curator, time.</source>
      <translation>Une ligne par correction : texte, étiquette du tableau, étiquette, prédiction, personne, heure.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>One step for all records; Ctrl+Z undoes it.</source>
      <translation>Une seule étape pour tous les enregistrements ; Ctrl+Z l’annule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>One step; can be undone</source>
      <translation>Une étape ; peut être annulée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>Only {right:,} of {checks:,} confident answers in random checks are right, so records that model {earlier} was unsure about stay in review.</source>
      <translation>Seules {right:,} réponses sûres sur {checks:,} contrôles aléatoires sont justes ; les enregistrements sur lesquels le modèle {earlier} hésitait restent donc à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open a small table to try the program</source>
      <translation>Ouvrir un petit tableau pour essayer le programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Open a table first</source>
      <translation>Ouvrez d’abord un tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open a table first.</source>
      <translation>Ouvrir d’abord un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/application.py" />
      <source>Open a table or a workspace</source>
      <translation>Ouvrir un tableau ou un espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Open a table, and each row gets a tag and a calibrated confidence. Correct wrong tags; the model learns from your corrections. Your data stays on this computer.</source>
      <translation>Ouvrir un tableau : chaque ligne reçoit une étiquette et une confiance calibrée. Corriger les étiquettes fausses ; le modèle apprend de vos corrections. Vos données restent sur cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Open a table…</source>
      <translation>Ouvrir un tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Open another table…</source>
      <translation>Ouvrir un autre tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Open for writing</source>
      <translation>Ouvrir en écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Open it again to make decisions.</source>
      <translation>Ouvrez-le à nouveau pour prendre des décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open log folder</source>
      <translation>Ouvrir le dossier du journal technique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Open recen&amp;t</source>
      <translation>Ouvrir un fichier récen&amp;t</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open the &amp;sample</source>
      <translation>Ouvrir l’e&amp;xemple</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Open the guide at the page for what you are doing</source>
      <translation>Ouvrir le guide à la page correspondante</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Open the workspace for writing first.</source>
      <translation>Ouvrir d’abord l’espace de travail en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/fast_start.py" />
      <source>Opening {name}</source>
      <translation>Ouverture de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Options</source>
      <translation>Options</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Or&amp;iginal file</source>
      <translation>Fichier or&amp;iginal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Orange</source>
      <translation>Orange</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Order of the records</source>
      <translation>Ordre des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Other co&amp;nflicts</source>
      <translation>Autres co&amp;nflits</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Other languages</source>
      <translation>Autres langues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/pdf_page.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>Page of the guide</source>
      <translation>Page du guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Part of a tag's name</source>
      <translation>Partie du nom d’une étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Parts</source>
      <translation>Parties</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Parts of the table that reports evaluate separately</source>
      <translation>Parties du tableau que les rapports évaluent séparément</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Pass (N)</source>
      <translation>Passer (N)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>Past state</source>
      <translation>État passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Paste a list of tags</source>
      <translation>Coller une liste d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Paste a list…</source>
      <translation>Coller une liste…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Paste some text, or open another table.</source>
      <translation>Coller du texte, ou ouvrir un autre tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Paste text</source>
      <translation>Coller du texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Paste text…</source>
      <translation>Coller du texte…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Per hour</source>
      <translation>Par heure</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Persian</source>
      <translation>persan</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Pink</source>
      <translation>Rose</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>Placing the records…</source>
      <translation>Placement des enregistrements…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>Placing the records… {share:.0%}</source>
      <translation>Placement des enregistrements… {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Polish</source>
      <translation>polonais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Portuguese</source>
      <translation>portugais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Position in the list</source>
      <translation>Position dans la liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Possible readings</source>
      <translation>Lectures possibles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Possibly wrong tags</source>
      <translation>Étiquettes douteuses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Precision and recall by threshold, {model}</source>
      <translation>Précision et rappel par seuil, {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Precision: how many of the predicted tags are right.</source>
      <translation>Précision : combien d’étiquettes prédites sont justes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Predict the open table with this model; decisions stay, and the change can be undone</source>
      <translation>Prédire le tableau ouvert avec ce modèle ; les décisions restent, et le changement peut être annulé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Predicted</source>
      <translation>Prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Predicted tag</source>
      <translation>Étiquette prédite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Predicted {predicted}, {confidence}{by}</source>
      <translation>Prédit : {predicted}, {confidence}{by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Prediction and decision</source>
      <translation>Prédiction et décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Prediction changes in your table</source>
      <translation>Changements de prédiction dans votre tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Prediction changes in {name}</source>
      <translation>Changements de prédiction ({name})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Preview…</source>
      <translation>Aperçu…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Prin&amp;t…</source>
      <translation>I&amp;mprimer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Print {path} from another program.</source>
      <translation>Imprimer {path} depuis un autre programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Priorities</source>
      <translation>Priorités</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Priorities ({count})…</source>
      <translation>Priorités ({count})…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Priorities…</source>
      <translation>Priorités…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Probabilities</source>
      <translation>Probabilités</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Probabilities of record {row:,}</source>
      <translation>Probabilités de l’enregistrement {row:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Production &amp;metrics…</source>
      <translation>Métriques de &amp;production…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Production metrics</source>
      <translation>Métriques de production</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/common.py" />
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Progress by day</source>
      <translation>Progrès par jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Promote &amp;anyway</source>
      <translation>Activer &amp;quand même</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Promoted. This can be undone.</source>
      <translation>Activé. Cette action peut être annulée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Proposed certification</source>
      <translation>Certification proposée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Protected slices</source>
      <translation>Sous-ensembles protégés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Protected tags</source>
      <translation>Étiquettes protégées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Protection</source>
      <translation>Protection</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Prove by random checks how many of the sure records are wrong at most</source>
      <translation>Prouver par des contrôles aléatoires combien d’enregistrements sûrs sont faux au plus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/inputs.py" />
      <source>Question</source>
      <translation>Question</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Quote character</source>
      <translation>Guillemets</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Quotes "</source>
      <translation>Guillemets "</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>R&amp;estore</source>
      <translation>&amp;Restaurer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Random check</source>
      <translation>Contrôle aléatoire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Random check for the certificate: {words}.</source>
      <translation>Contrôle aléatoire pour le certificat : {words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Random check: the prediction is hidden until you choose a tag</source>
      <translation>Contrôle aléatoire : la prédiction est masquée jusqu’à votre choix</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Random checks prove that no more than the allowed share of the records above some confidence is wrong. These records then need no review.</source>
      <translation>Des contrôles aléatoires prouvent qu’au-dessus d’une certaine confiance, la part d’enregistrements faux ne dépasse pas l’erreur admise. Ces enregistrements n’ont alors pas besoin d’être vérifiés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Rare tags</source>
      <translation>Étiquettes rares</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Re&amp;port</source>
      <translation>&amp;Rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Read &amp;as</source>
      <translation>Lire &amp;comme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Read as {encoding}, {delimiter}…</source>
      <translation>Lu en {encoding}, {delimiter}…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Read-only</source>
      <translation>Lecture seule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Read-only, until you return to now</source>
      <translation>En lecture seule, jusqu’au retour au présent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Reading examples</source>
      <translation>Lecture d’exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Reading the first records</source>
      <translation>Lecture des premiers enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Reading the journal</source>
      <translation>Lecture du journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Reading the table</source>
      <translation>Lecture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Reading the table…</source>
      <translation>Lecture du tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Reading {name}…</source>
      <translation>Lecture de {name}…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Reason</source>
      <translation>Raison</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Reason for the question</source>
      <translation>Raison de la question</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Rec&amp;ipe</source>
      <translation>Rece&amp;tte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Recall: how many of the records with a tag are found.</source>
      <translation>Rappel : combien d’enregistrements d’une étiquette sont trouvés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Recent</source>
      <translation>Récents</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Recipe</source>
      <translation>Recette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Record</source>
      <translation>Enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Record text</source>
      <translation>Texte de l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>Record {place:,} of {count:,}</source>
      <translation>Enregistrement {place:,} sur {count:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Record {place} of {count}, nearest first. {confirmed} confirmed.</source>
      <translation>Enregistrement {place} sur {count}, les plus proches d’abord. {confirmed} confirmés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Record {reference}: {before} ({confidence_before}) changes to {after} ({confidence_after})</source>
      <translation>Enregistrement {reference} : {before} ({confidence_before}) devient {after} ({confidence_after})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>Record {row:,} has the tag {decided}, but looks like {likelier} ({confidence:.0%}).</source>
      <translation>L’enregistrement {row:,} a l’étiquette {decided}, mais ressemble à {likelier} ({confidence:.0%}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Records</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Records are matched {matching}. Decisions stay with their records.</source>
      <translation>Les enregistrements sont associés {matching}. Les décisions restent avec leurs enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Records at {cut} or above need no review.</source>
      <translation>Les enregistrements à partir de {cut} n’ont pas besoin d’être vérifiés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Records drawn at random; no model is trained on your decisions on them</source>
      <translation>Enregistrements tirés au hasard ; vos décisions à leur sujet ne servent jamais à l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Records for {tag}</source>
      <translation>Enregistrements pour {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Records left to review</source>
      <translation>Enregistrements restant à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Records per tag</source>
      <translation>Enregistrements par étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Records that have changed since</source>
      <translation>Enregistrements modifiés depuis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Records that teach the model most come first</source>
      <translation>D’abord les enregistrements qui apprennent le plus au modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Records to export</source>
      <translation>Enregistrements à exporter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Records to review are exported without a tag.</source>
      <translation>Les enregistrements à vérifier sont exportés sans étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Records to review in table order</source>
      <translation>Enregistrements à vérifier dans l’ordre du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Records with nearly the same words as another one</source>
      <translation>Enregistrements ayant presque les mêmes mots qu’un autre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Records with similar texts form a group, which can become a tag.</source>
      <translation>Les enregistrements aux textes similaires forment un groupe, qui peut devenir une étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Records with the lowest confidence</source>
      <translation>Enregistrements de plus faible confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Refuse the export</source>
      <translation>Refuser l’export</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Regressions</source>
      <translation>Régressions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Regressions: {regressions}.</source>
      <translation>Régressions : {regressions}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Release date: {date}.</source>
      <translation>Publiée le {date}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Reliability</source>
      <translation>Fiabilité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Remove a condition, or show all records.</source>
      <translation>Retirer une condition, ou afficher tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Remove additional tag {name}</source>
      <translation>Retirer l’étiquette supplémentaire {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Remove all</source>
      <translation>Tout supprimer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Remove condition: {words}</source>
      <translation>Retirer la condition : {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Remove from {name}</source>
      <translation>Retirer de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Remove saved filter</source>
      <translation>Retirer le filtre enregistré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Remove the additional tag {name}</source>
      <translation>Retirer l’étiquette supplémentaire {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Remove the decision; marks and the note stay</source>
      <translation>Effacer la décision ; les marques et la note restent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Remove: {words}</source>
      <translation>Retirer : {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Rename the groups. Groups with the same name become one tag; unchecked ones are dropped.</source>
      <translation>Renommez les groupes. Des groupes du même nom deviennent une étiquette ; ceux qui sont décochés sont ignorés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Repeat what was not saved.</source>
      <translation>Recommencez ce qui n’a pas été enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Replace the present tags</source>
      <translation>Remplacer les étiquettes actuelles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>Report on model {version}</source>
      <translation>Rapport sur le modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Reset to the &amp;general threshold</source>
      <translation>Réinitialiser au seuil &amp;général</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Restore default</source>
      <translation>Rétablir la valeur d’origine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Restore or salvage…</source>
      <translation>Restaurer ou récupérer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>Return sets the tag, Shift+Return adds it as an additional tag.</source>
      <translation>Entrée choisit l’étiquette, Maj+Entrée l’ajoute comme étiquette supplémentaire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>Return to &amp;now</source>
      <translation>Revenir au &amp;présent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Revie&amp;w now</source>
      <translation>&amp;Vérifier maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review threshold</source>
      <translation>Seuil de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review threshold set: {default:.2f}.</source>
      <translation>Seuil de vérification fixé : {default:.2f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review thresholds</source>
      <translation>Seuils de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Review thresholds set: {limits}{more}.</source>
      <translation>Seuils de vérification fixés : {limits}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Reviewed records only</source>
      <translation>Enregistrements vérifiés seulement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Roll &amp;back</source>
      <translation>Re&amp;venir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Romanian</source>
      <translation>roumain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Rule for the other conflicts</source>
      <translation>Règle pour les autres conflits</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Runs code of the package {package} on this computer. Models of this recipe stay in this workspace.</source>
      <translation>Exécute du code du paquet {package} sur cet ordinateur. Les modèles de cette recette restent dans cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Russian</source>
      <translation>russe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>S&amp;top</source>
      <translation>A&amp;rrêter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>S&amp;ystem colours</source>
      <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Sa&amp;ve to library…</source>
      <translation>Enregistrer dans la &amp;bibliothèque…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Save a complete copy of the workspace</source>
      <translation>Enregistrer une copie complète de l’espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Save a cop&amp;y as…</source>
      <translation>Enregistrer une co&amp;pie sous…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Save a copy as</source>
      <translation>Enregistrer une copie sous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Save a copy as…</source>
      <translation>Enregistrer une copie sous…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Save active &amp;model</source>
      <translation>Enregistrer le &amp;modèle actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Save note</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Save state</source>
      <translation>État d’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Save this filter</source>
      <translation>Enregistrer ce filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>Saved</source>
      <translation>Enregistré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Saved filters</source>
      <translation>Filtres enregistrés</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>Saved {n:,} unfinished notes, on records {records}.</source>
      <extracomment>Singular: Saved the unfinished note on record {records}.</extracomment>
      <translation>
        <numerusform>{n:,} note inachevée a été conservée, sur l’enregistrement {records}.</numerusform>
        <numerusform>{n:,} notes inachevées ont été conservées, sur les enregistrements {records}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Saving works again.</source>
      <translation>L’enregistrement fonctionne à nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Se&amp;ttings…</source>
      <translation>Ré&amp;glages…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>Search</source>
      <translation>Recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Search and change all keyboard shortcuts</source>
      <translation>Rechercher et modifier tous les raccourcis clavier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_bar.py" />
      <source>Search and filter</source>
      <translation>Chercher et filtrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Search commands and keys</source>
      <translation>Rechercher une commande ou une touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Search error</source>
      <translation>Erreur de recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>Search the guide</source>
      <translation>Chercher dans le guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Search, or filter with tag:NAME and conf&lt;0.6</source>
      <translation>Chercher, ou filtrer avec tag:NOM et conf&lt;0.6</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_bar.py" />
      <source>Search, or tag:NAME  is:flagged  conf&lt;0.6</source>
      <translation>Chercher, ou tag:NOM  is:flagged  conf&lt;0.6</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>See the explanation</source>
      <translation>Voir l’explication</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>Select a single record to write one.</source>
      <translation>Sélectionnez un seul enregistrement pour en écrire une.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Selected step</source>
      <translation>Étape sélectionnée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Session</source>
      <translation>Session</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Session progress</source>
      <translation>Progression de la session</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Set a letter for the tag in Tag › Tag set</source>
      <translation>Choisir une lettre dans Étiquette › Jeu d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Set tag &amp;{key}</source>
      <translation>Poser l’étiquette &amp;{key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Several tags in a cell</source>
      <translation>Plusieurs étiquettes par cellule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Several tags per record</source>
      <translation>Plusieurs étiquettes par enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Share</source>
      <translation>Part</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Sheet {sheet}</source>
      <translation>Feuille {sheet}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Sho&amp;w random checks</source>
      <translation>&amp;Montrer les contrôles aléatoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Short name</source>
      <translation>Nom court</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Show &amp;folder</source>
      <translation>Afficher le &amp;dossier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show &amp;hints</source>
      <translation>&amp;Afficher les conseils</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show &amp;log</source>
      <translation>Afficher le journal tech&amp;nique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Show &amp;records</source>
      <translation>Afficher les e&amp;nregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Show &amp;report</source>
      <translation>Afficher le &amp;rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Show &amp;wrong predictions</source>
      <translation>Afficher les erre&amp;urs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Show all</source>
      <translation>Tout afficher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Show all points</source>
      <translation>Montrer tous les points</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_chips.py" />
      <source>Show all records</source>
      <translation>Afficher tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show all records in a table</source>
      <translation>Afficher tous les enregistrements dans un tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show and fix rows that could not be read</source>
      <translation>Afficher et corriger les lignes illisibles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Show decisions…</source>
      <translation>Afficher les décisions…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show each text as a point, similar ones together</source>
      <translation>Montrer chaque texte comme un point, les textes similaires ensemble</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>Show examples</source>
      <translation>Afficher des exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Show in folder</source>
      <translation>Afficher dans le dossier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show keyboard shortcuts in the focus view</source>
      <translation>Afficher les raccourcis clavier dans la vue focus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show one record at a time</source>
      <translation>Afficher un enregistrement à la fois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Show only these records, or all again</source>
      <translation>Montrer seulement ces enregistrements, ou tous à nouveau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>Show random checks</source>
      <translation>Montrer les contrôles aléatoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Show records whose decision differs from the prediction</source>
      <translation>Afficher les enregistrements dont la décision diffère de la prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Show the metrics for {name}</source>
      <translation>Afficher les mesures pour {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Show the next message; this one stays</source>
      <translation>Afficher le message suivant ; celui-ci reste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>Show the whole message</source>
      <translation>Afficher tout le message</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Show these tags, then the tags that are confused with them</source>
      <translation>Afficher ces étiquettes, puis celles avec lesquelles elles sont confondues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Show who did what and return to an earlier state</source>
      <translation>Afficher qui a fait quoi et revenir à un état antérieur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Show {name}</source>
      <translation>Afficher {name}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Showing {most} of {n:,} columns.</source>
      <extracomment>Singular: Showing {most} of {n:,} column.</extracomment>
      <translation>
        <numerusform>{most} colonnes sur {n:,} sont affichées.</numerusform>
        <numerusform>{most} colonnes sur {n:,} sont affichées.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Show…</source>
      <translation>Afficher…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar</source>
      <translation>Similaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar decided records</source>
      <translation>Enregistrements similaires déjà décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar records are shown after some records have been decided.</source>
      <translation>Les enregistrements similaires s’affichent dès que des enregistrements sont décidés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similar records, history, note, guideline</source>
      <translation>Enregistrements similaires, historique, note, consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Similarity</source>
      <translation>Similarité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Similarity to the training data</source>
      <translation>Similarité avec les données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Simulating answers… {share}</source>
      <translation>Simulation des réponses… {share}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Single keys work while the table or the detail pane has the focus, never while you type.</source>
      <translation>Les touches seules agissent quand le tableau ou le volet de détail a le focus, jamais pendant la saisie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Skipped</source>
      <translation>Passés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Sky</source>
      <translation>Ciel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/slices.py" />
      <source>Slices</source>
      <translation>Sous-ensembles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Sort content by topic</source>
      <translation>Trier des contenus par thème</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Sort content by topic on your own computer. Your data never leaves it: the program does not use the network.</source>
      <translation>Trier des contenus par thème sur votre ordinateur. Vos données n’en sortent jamais : le programme n’utilise pas le réseau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Sort the records by similarity to the current one</source>
      <translation>Trier les enregistrements par similarité avec l’enregistrement actuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar meaning.</source>
      <translation>Trié par sens similaire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar words.</source>
      <translation>Trié par mots similaires.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar words; the meaning of {share:.0%} of the texts is known so far.</source>
      <translation>Trié par mots similaires ; pour l’instant, le sens de {share:.0%} des textes est connu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by similar words; the sentence encoder is missing.</source>
      <translation>Trié par mots similaires ; l’encodeur de phrases manque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>Sorted by the probability of {tags}.</source>
      <translation>Trié par probabilité de {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Source changes</source>
      <translation>Modifications de la source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Source lines that could not be read</source>
      <translation>Lignes illisibles de la source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Spanish</source>
      <translation>espagnol</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Start reviewing</source>
      <translation>Commencer la vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Start: no decisions</source>
      <translation>Début : aucune décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Starting</source>
      <translation>Démarrage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>State after step {step}{label}, read-only.</source>
      <translation>État après l’étape {step}{label}, en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>State after this step</source>
      <translation>État après cette étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>State before the first decision, read-only.</source>
      <translation>État avant la première décision, en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>State of the certification</source>
      <translation>État de la certification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>State of the map</source>
      <translation>État de la carte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Step</source>
      <translation>Étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Step details</source>
      <translation>Détails de l’étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Steps, newest first</source>
      <translation>Étapes, les plus récentes d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>Suggested</source>
      <translation>Suggérées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Swedish</source>
      <translation>suédois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Symbol</source>
      <translation>Symbole</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>System &amp;language</source>
      <translation>Langue du &amp;système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>T&amp;able order</source>
      <translation>&amp;Ordre du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Ta&amp;g set…</source>
      <translation>&amp;Jeu d’étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/application.py" />
      <source>Tables, workspaces and models (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag *.mltagmodel);;All files (*)</source>
      <translation>Tableaux, espaces de travail et modèles (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag *.mltagmodel);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>Tag</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>Tag as {name}</source>
      <translation>Étiqueter {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Tag for the precision and recall curves</source>
      <translation>Étiquette des courbes de précision et de rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Tag name</source>
      <translation>Nom de l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/record_loader.py" />
      <source>Tag name: {tag} for {words}</source>
      <translation>Nom de l’étiquette : {tag} d’après {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Tag of the deciding metric</source>
      <translation>Étiquette de la mesure décisive</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>Tag of the floor</source>
      <translation>Étiquette du plancher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Tag of the test</source>
      <translation>Étiquette du test</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Tag set</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Tag text as you type or paste it</source>
      <translation>Étiqueter du texte pendant la saisie ou le collage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Tag › What are the tags… takes over the tags of the column {name}.</source>
      <translation>Étiquette › Quelles étiquettes… reprend les étiquettes de la colonne {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>Tagged &amp;table</source>
      <translation>&amp;Tableau étiqueté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Tags in key order</source>
      <translation>Étiquettes dans l’ordre des touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Tags of the matrix</source>
      <translation>Étiquettes de la matrice</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Tags of the records</source>
      <translation>Étiquettes des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Tags to re&amp;view</source>
      <translation>Étiquettes à véri&amp;fier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Tags to re&amp;view in exports</source>
      <translation>Étiquettes à &amp;vérifier dans les exports</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Tags to review in exports</source>
      <translation>Étiquettes à vérifier dans les exports</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Tags to review look like any other tag.</source>
      <translation>Les étiquettes à vérifier ressemblent aux autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Tags, keywords and behaviour tests as one file</source>
      <translation>Étiquettes, mots-clés et tests de comportement en un seul fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Take the &amp;tour</source>
      <translation>&amp;Visite guidée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Take the tags from a column, a list, a model or groups of records</source>
      <translation>Reprendre les étiquettes d’une colonne, d’une liste, d’un modèle ou de groupes d’enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Take the tour</source>
      <translation>Visite guidée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Takes effect after a restart</source>
      <translation>Prend effet après un redémarrage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Tamil</source>
      <translation>tamoul</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Target tag</source>
      <translation>Étiquette cible</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Te&amp;xt</source>
      <translation>Te&amp;xte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Text as in the source</source>
      <translation>Texte comme dans la source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Text columns: {names}</source>
      <translation>Colonnes de texte : {names}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>Text of the record</source>
      <translation>Texte de l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Text of the test</source>
      <translation>Texte du test</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Text to tag</source>
      <translation>Texte à étiqueter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Texts that get this tag, one per line</source>
      <translation>Textes qui reçoivent cette étiquette, un par ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>Texts whose tag you are certain of. The report of every new model shows which tests it passes.</source>
      <translation>Textes dont l’étiquette est certaine. Le rapport de chaque nouveau modèle indique les tests réussis.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Thai</source>
      <translation>thaï</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>That of {name}: “{start}”.</source>
      <translation>Celle de {name} : « {start} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>That was the last one. {confirmed} confirmed.</source>
      <translation>C’était le dernier. {confirmed} confirmés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>The English encoder has read {read} records. The estimates of the others are derived from these.</source>
      <translation>L’encodeur anglais a lu {read} enregistrements. Les estimations des autres en sont déduites.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>The README in it says how to load it with scikit-learn.</source>
      <translation>Le fichier README qu’il contient explique comment le charger avec scikit-learn.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The accuracy of the service is not known: no text that it drew at random has been decided. Start it with --sample to draw some.</source>
      <translation>L’exactitude du service n’est pas connue : aucun texte qu’il a tiré au hasard n’a été décidé. Le lancer avec --sample pour qu’il en tire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The accuracy on the whole table is not known yet: no random check has been decided.</source>
      <translation>L’exactitude sur tout le tableau n’est pas encore connue : aucun contrôle aléatoire n’a été décidé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The accuracy on the whole table is still uncertain: {low:.0%} to {high:.0%}, from {records} checked at random.</source>
      <translation>L’exactitude sur tout le tableau est encore incertaine : de {low:.0%} à {high:.0%}. Base (tirage au hasard) : {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The active model is still loading. Try again in a moment.</source>
      <translation>Le modèle actif est encore en cours de chargement. Réessayer dans un instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>The audit set measures accuracy. No model is trained on it.</source>
      <translation>L’échantillon d’audit mesure l’exactitude. Il ne sert à entraîner aucun modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>The best settings are found by cross-validation.</source>
      <translation>Les meilleurs réglages sont trouvés par validation croisée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The bundled model is still loading.</source>
      <translation>Le modèle fourni est encore en cours de chargement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The checksum of {name} does not match the update file. Do not install it; download it again.</source>
      <translation>La somme de contrôle de {name} ne correspond pas au fichier de mise à jour. Ne pas l’installer ; le télécharger de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>The colons are read as part of the names. A tab divides name and definition.</source>
      <translation>Les deux-points font partie des noms. Une tabulation sépare le nom de la définition.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>The column is true where a person should look at the tag.</source>
      <translation>La colonne vaut true là où quelqu’un devrait regarder l’étiquette.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>The column {name} has {n:,} different values. Are these the tags?</source>
      <extracomment>Singular: The column {name} has {n:,} different value. Are these the tags?</extracomment>
      <translation>
        <numerusform>La colonne {name} a {n:,} valeur. Est-ce que ce sont les étiquettes ?</numerusform>
        <numerusform>La colonne {name} a {n:,} valeurs différentes. Est-ce que ce sont les étiquettes ?</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>The damaged file was kept as {path}.</source>
      <translation>Le fichier endommagé a été conservé sous {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The decisions could not be counted. To try again, open this dialog again.</source>
      <translation>Les décisions n’ont pas pu être comptées. Pour réessayer, rouvrez cette boîte de dialogue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The decisions made so far stay in {name}.</source>
      <translation>Les décisions prises jusqu’ici restent dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>The file could not be opened.</source>
      <translation>Le fichier n’a pas pu être ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>The file is damaged and was not changed. It has no backups. Salvage the readable data to a new workspace in the same folder.</source>
      <translation>Le fichier est endommagé et n’a pas été modifié. Il n’en existe aucune sauvegarde. Les données lisibles peuvent être récupérées dans un nouvel espace de travail du même dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>The file is damaged and was not changed. Restore the newest backup, or salvage the readable data to a new workspace in the same folder. If you do both, you can compare them.</source>
      <translation>Le fichier est endommagé et n’a pas été modifié. Restaurer la sauvegarde la plus récente, ou récupérer les données lisibles dans un nouvel espace de travail du même dossier. Faire les deux permet de comparer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>The filter may hide more records to review.</source>
      <translation>Le filtre masque peut-être d’autres enregistrements à vérifier.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>The first proof takes {n:,} checks if all are right.</source>
      <extracomment>Singular: The first proof takes {n:,} check if it is right.</extracomment>
      <translation>
        <numerusform>La première preuve demande {n:,} contrôle s’il est juste.</numerusform>
        <numerusform>La première preuve demande {n:,} contrôles si tous sont justes.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/fast_start.py" />
      <source>The first records will appear in a moment.</source>
      <translation>Les premiers enregistrements apparaîtront dans un instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>The first {records:,} of {selected:,} records were copied.</source>
      <translation>Les {records:,} premiers enregistrements sur {selected:,} ont été copiés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>The flags can be undone.</source>
      <translation>Les signalements peuvent être annulés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The focus view has no panes.</source>
      <translation>La vue focus n’a pas de volets.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>The format of this table is ambiguous. Choose the correct reading.</source>
      <translation>Le format de ce tableau est ambigu. Choisir la bonne interprétation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>The guide has no page {name}.</source>
      <translation>Le guide n’a pas de page {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/guideline_controller.py" />
      <source>The guideline was written to {name}.</source>
      <translation>La consigne a été écrite dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The import did not finish, and its table is no longer there: {path}. The workspace has {count} records so far.</source>
      <translation>L’importation n’est pas terminée et son tableau n’est plus là : {path}. L’espace de travail contient {count} enregistrements pour l’instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/preferences_controller.py" />
      <source>The language changes after a restart.</source>
      <translation>La langue change après un redémarrage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>The last ones were passed; the others are farther away.</source>
      <translation>Les derniers ont été passés ; les autres sont plus éloignés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>The log is in {folder}.</source>
      <translation>Le journal technique se trouve dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>The map could not be drawn.</source>
      <translation>La carte n’a pas pu être dessinée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>The map is drawn when the table is read.</source>
      <translation>La carte est dessinée une fois le tableau lu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>The model does not know this tag: these words are more frequent in its records.</source>
      <translation>Le modèle ne connaît pas cette étiquette : ces mots sont plus fréquents dans ses enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>The model is still loading.</source>
      <translation>Le modèle est encore en cours de chargement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>The model was right {right:.0%} of the time.</source>
      <translation>Le modèle avait raison dans {right:.0%} des cas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>The model was written to {path}.</source>
      <translation>Le modèle a été écrit dans {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>The model “{name}” is active. Its predictions replace the earlier ones.</source>
      <translation>Le modèle « {name} » est actif. Ses prédictions remplacent les précédentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>The model “{name}” may fit this table.</source>
      <translation>Le modèle « {name} » pourrait convenir à ce tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>The model's licences</source>
      <translation>Licences du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>The model's tags become the tags of this table.</source>
      <translation>Les étiquettes du modèle deviennent celles de ce tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>The new confidence is not measured on this table yet ({checks:,} of {needed:,} random checks), so records that model {earlier} was unsure about stay in review.</source>
      <translation>La nouvelle confiance n’est pas encore mesurée sur ce tableau (contrôles aléatoires : {checks:,} sur {needed:,}) ; les enregistrements sur lesquels le modèle {earlier} hésitait restent donc à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>The next record</source>
      <translation>L’enregistrement suivant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The order is updated when the sentence encoder has read all texts.</source>
      <translation>L’ordre sera mis à jour quand l’encodeur de phrases aura lu tous les textes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>The order of the records has changed.</source>
      <translation>L’ordre des enregistrements a changé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>The original workspace stays open.</source>
      <translation>L’espace de travail d’origine reste ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>The page {name} of the guide is damaged.</source>
      <translation>La page {name} du guide est endommagée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_pages.py" />
      <source>The page {name} of the guide is missing.</source>
      <translation>La page {name} du guide est introuvable.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>The predictions of {n:,} random checks are hidden. Choose their tags by their keys.</source>
      <extracomment>Singular: The prediction of {n:,} random check is hidden. Choose its tag by its key.</extracomment>
      <translation>
        <numerusform>La prédiction de {n:,} contrôle aléatoire est masquée. Choisissez l’étiquette avec sa touche.</numerusform>
        <numerusform>Les prédictions de {n:,} contrôles aléatoires sont masquées. Choisissez les étiquettes avec leurs touches.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The previous file was kept as {name}.</source>
      <translation>Le fichier précédent a été conservé sous {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>The program does not open external links. Address: {address}</source>
      <translation>Le programme n’ouvre pas de liens externes. Adresse : {address}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The program does not use the network, so it cannot look for updates. Download SHA256SUMS and SHA256SUMS.minisig from where you got the program into one folder, then choose SHA256SUMS here.</source>
      <translation>Le programme n’utilise pas le réseau et ne peut donc pas chercher de mises à jour. Téléchargez SHA256SUMS et SHA256SUMS.minisig depuis l’endroit d’où vient le programme dans un même dossier, puis choisissez ici SHA256SUMS.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The random checks of the running certification; without one, start one</source>
      <translation>Les contrôles aléatoires de la certification en cours ; sans elle, en commencer une</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>The records were pasted, or the file no longer exists.</source>
      <translation>Les enregistrements ont été collés, ou le fichier n’existe plus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>The records were pasted, or the file was moved.</source>
      <translation>Les enregistrements ont été collés, ou le fichier a été déplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_window.py" />
      <source>The report was exported to {name}.</source>
      <translation>Le rapport a été exporté dans {name}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>The review threshold is {cut} now, so there are {n:,} more records to review.</source>
      <extracomment>Singular: The review threshold is {cut} now, so there is {n:,} more record to review.</extracomment>
      <translation>
        <numerusform>Le seuil de vérification est maintenant de {cut} : il y a {n:,} enregistrement de plus à vérifier.</numerusform>
        <numerusform>Le seuil de vérification est maintenant de {cut} : il y a {n:,} enregistrements de plus à vérifier.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The sentence encoder compared the texts.</source>
      <translation>L’encodeur de phrases a comparé les textes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The sentence encoder reads at most {most:,} records.</source>
      <translation>L’encodeur de phrases lit au plus {most:,} enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The signature is missing. Download {signature} into the folder of {name}, then choose {name} again.</source>
      <translation>La signature manque. Téléchargez {signature} dans le dossier de {name}, puis choisissez de nouveau {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>The source changes were merged.</source>
      <translation>Les modifications de la source ont été fusionnées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>The source file is written byte for byte.</source>
      <translation>Le fichier source est écrit octet par octet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>The source file, byte for byte.</source>
      <translation>Le fichier source, octet par octet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>The source has not changed since the last import.</source>
      <translation>La source n’a pas changé depuis la dernière importation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>The table has no readable records.</source>
      <translation>Le tableau n’a aucun enregistrement lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The table is saved in {path}.</source>
      <translation>Le tableau est enregistré dans {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>The tag stays empty, and the column unsure_tag has the prediction.</source>
      <translation>L’étiquette reste vide ; la prédiction est dans la colonne unsure_tag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>The tag {name} already exists.</source>
      <translation>L’étiquette {name} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/embedding_controller.py" />
      <source>The tags are estimated from their names without the sentence encoder, less precisely.</source>
      <translation>Sans l’encodeur de phrases, les étiquettes sont estimées moins précisément d’après leurs noms.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>The tags of this table are {tags}. An outlined tag is a prediction, a filled tag is a decision. Rows with low confidence are bold.</source>
      <translation>Les étiquettes de ce tableau sont {tags}. Une étiquette avec contour est une prédiction, une étiquette pleine est une décision. Les lignes de faible confiance sont en gras.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The text is about something else: no tag, and not trained on</source>
      <translation>Le texte parle d’autre chose : pas d’étiquette, pas d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>The text is on topic, although it is unlike the training data</source>
      <translation>Le texte est dans le sujet, bien que différent des données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>The texts are saved in {place}.</source>
      <translation>Les textes sont enregistrés dans {place}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>The update file lists {n} files</source>
      <extracomment>Singular: The update file lists {n} file</extracomment>
      <translation>
        <numerusform>Le fichier de mise à jour liste {n} fichier</numerusform>
        <numerusform>Le fichier de mise à jour liste {n} fichiers</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>The words that support the tag are marked in the text. Point at another tag to see its words. “Similar” lists decided records with similar texts.</source>
      <translation>Les mots en faveur de l’étiquette sont marqués dans le texte. Pointer sur une autre étiquette pour voir ses mots. « Similaires » liste les enregistrements décidés dont le texte est proche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>The workspace is no longer open in another program.</source>
      <translation>L’espace de travail n’est plus ouvert dans un autre programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>The workspace is read-only, so the results of the sentence encoder cannot be saved.</source>
      <translation>L’espace de travail est en lecture seule ; les résultats de l’encodeur de phrases ne peuvent pas être enregistrés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>The workspace is restored to its state of {when}. The current state is kept in a separate file in the same folder.</source>
      <translation>L’espace de travail est restauré dans son état du {when}. L’état actuel est conservé dans un fichier à part, dans le même dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>The workspace was copied to {name}.</source>
      <translation>L’espace de travail a été copié dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>The {rows:,} records were drawn at random from {all:,}.</source>
      <translation>Les {rows:,} enregistrements ont été tirés au hasard parmi {all:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>Their tags: {shown}.</source>
      <translation>Leurs étiquettes : {shown}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Theirs</source>
      <translation>La leur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>There are no backups of this workspace yet. They will be saved in {folder}.</source>
      <translation>Il n’y a pas encore de sauvegarde de cet espace de travail. Elles seront enregistrées dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>There are no conflicts.</source>
      <translation>Il n’y a pas de conflits.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_candidates_dialog.py" />
      <source>There are no decided records with another tag.</source>
      <translation>Aucun enregistrement décidé n’a une autre étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>There are no decisions yet. Accept or correct some records first; a few dozen make a difference.</source>
      <translation>Il n’y a pas encore de décisions. Accepter ou corriger d’abord quelques enregistrements ; quelques dizaines font une différence.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>There are no models yet.</source>
      <translation>Il n’y a pas encore de modèles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>There are no records</source>
      <translation>Il n’y a pas d’enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>There are no records that you both decided yet.</source>
      <translation>Il n’y a pas encore d’enregistrements décidés par vous deux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>There are no tags yet.</source>
      <translation>Il n’y a pas encore d’étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>There are no tags yet. Add one, or paste a list.</source>
      <translation>Il n’y a pas encore d’étiquettes. Ajoutez-en une ou collez une liste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>There are no tags yet. Add some first.</source>
      <translation>Il n’y a pas encore d’étiquettes. Ajoutez-en d’abord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_picker.py" />
      <source>There are no tags yet. Type the name of the first one.</source>
      <translation>Il n’y a pas encore d’étiquettes. Saisir le nom de la première.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>There is no earlier model.</source>
      <translation>Il n’y a pas de modèle antérieur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>There is no file to read again.</source>
      <translation>Il n’y a pas de fichier à relire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>There is no guideline yet.</source>
      <translation>Il n’y a pas encore de consigne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>There is no report yet.</source>
      <translation>Il n’y a pas encore de rapport.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>There is no source to compare with.</source>
      <translation>Il n’y a pas de source à comparer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>There is no text to classify.</source>
      <translation>Il n’y a pas de texte à classer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>There is no undecided record to compare.</source>
      <translation>Il n’y a aucun enregistrement non décidé à comparer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>There is nothing to redo.</source>
      <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>There is nothing to undo.</source>
      <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>These records are also in the evaluation data. A good score on them means little.</source>
      <translation>Ces enregistrements figurent aussi dans les données d’évaluation. Un bon score sur eux ne signifie pas grand-chose.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>These records are also in the training data. The model has already seen their tags.</source>
      <translation>Ces enregistrements figurent aussi dans les données d’entraînement. Le modèle a déjà vu leurs étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>These rows are not from your table. Slices are evaluated on records of your table:</source>
      <translation>Ces lignes ne sont pas de votre tableau. Les sous-ensembles sont évalués sur des enregistrements de votre tableau :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>These rows are not from your table. Your slices ({names}) are evaluated on records of your table:</source>
      <translation>Ces lignes ne sont pas de votre tableau. Vos sous-ensembles ({names}) sont évalués sur des enregistrements de votre tableau :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>These texts are not about machine learning. Which tags do you want?</source>
      <translation>Ces textes ne portent pas sur l’apprentissage automatique. Quelles étiquettes voulez-vous ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>They are kept in {name}.</source>
      <translation>Elles sont conservées dans {name}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>They belong to another version of this workspace; some may be in it already. They are kept in {names}; delete the files when you no longer need them.</source>
      <extracomment>Singular: They belong to another version of this workspace; some may be in it already. They are kept in {names}; delete the file when you no longer need it.</extracomment>
      <translation>
        <numerusform>Elles appartiennent à une autre version de cet espace de travail ; certaines s’y trouvent peut-être déjà. Elles sont conservées dans {names}. Supprimez le fichier quand vous n’en avez plus besoin.</numerusform>
        <numerusform>Elles appartiennent à une autre version de cet espace de travail ; certaines s’y trouvent peut-être déjà. Elles sont conservées dans {names}. Supprimez les fichiers quand vous n’en avez plus besoin.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>This can be undone.</source>
      <translation>Cette action peut être annulée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>This column is empty.</source>
      <translation>Cette colonne est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>This copy of the program has no key, so it cannot check who made {name}. Use only files from a source that you trust.</source>
      <translation>Cette copie du programme ne contient aucune clé et ne peut donc pas vérifier de qui vient {name}. N’utilisez que des fichiers d’une source de confiance.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>This is an estimate from your {n:,} decisions: half were answered in simulation, half measured.</source>
      <extracomment>Singular: This is an estimate from your {n:,} decision: half were answered in simulation, half measured.</extracomment>
      <translation>
        <numerusform>Estimation à partir de {n:,} décision : la moitié a servi de réponses simulées, l’autre moitié de mesure.</numerusform>
        <numerusform>Estimation à partir de {n:,} décisions : la moitié a servi de réponses simulées, l’autre moitié de mesure.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>This is not a valid key.</source>
      <translation>Ce n’est pas une touche valide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>This key is already used by {name}.</source>
      <translation>Cette touche est déjà utilisée par {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/actions.py" />
      <source>This key is used for navigation. Add Ctrl or Alt.</source>
      <translation>Cette touche sert à la navigation. Ajouter Ctrl ou Alt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>This model is active</source>
      <translation>Ce modèle est actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>This record has a note</source>
      <translation>Cet enregistrement a une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/text_view.py" />
      <source>This record has no text.</source>
      <translation>Cet enregistrement n’a pas de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>This report has no slices to protect. Define some with “Define slices…” below the metrics of a report on records of the table.</source>
      <translation>Ce rapport n’a aucun sous-ensemble à protéger. « Définir des sous-ensembles… », sous les mesures d’un rapport sur des enregistrements du tableau, en ajoute.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>This table cannot be changed.</source>
      <translation>Ce tableau ne peut pas être modifié.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>This table has no tags yet.</source>
      <translation>Ce tableau n’a pas encore d’étiquettes.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>This takes {n:,} random checks if all are right</source>
      <extracomment>Singular: This takes {n:,} random check if all are right</extracomment>
      <translation>
        <numerusform>Il faut {n:,} contrôle aléatoire s’il est juste</numerusform>
        <numerusform>Il faut {n:,} contrôles aléatoires si tous sont justes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>This workspace is read-only, so no candidate can be saved.</source>
      <translation>Cet espace de travail est en lecture seule ; aucun candidat ne peut être enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>This workspace is read-only.</source>
      <translation>Cet espace de travail est en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>This workspace is read-only: {why}.</source>
      <translation>Cet espace de travail est en lecture seule : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>This workspace was open for {who}. If it still is, close it there.</source>
      <translation>Cet espace de travail était ouvert par {who}. S’il l’est encore, fermez-le là-bas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Time</source>
      <translation>Heure</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>To prove: at most {allowed:.0%} of the {records:,} records at {cut} or above are wrong.</source>
      <translation>À prouver : au plus {allowed:.0%} des {records:,} enregistrements à partir de {cut} sont faux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>To review</source>
      <translation>À vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>To stop here, issue the certificate: Model › Certify…</source>
      <translation>Pour s’arrêter ici, émettre le certificat : Modèle › Certifier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>Toolbar</source>
      <translation>Barre d’outils</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Tour, step {step} of {count}: {title}</source>
      <translation>Visite, étape {step} sur {count} : {title}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Train a candidate model on your decisions</source>
      <translation>Entraîner un modèle candidat sur vos décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Train a candidate to get a report.</source>
      <translation>Entraîner un candidat pour obtenir un rapport.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Train a candidate. You see its report before it is used.</source>
      <translation>Entraînez un candidat. Son rapport s’affiche avant toute utilisation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>Train again for a report on them.</source>
      <translation>Relancez l’entraînement pour obtenir un rapport à leur sujet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Train with the corrected records, or allow a larger error.</source>
      <translation>Entraîner avec les enregistrements corrigés, ou autoriser une erreur plus grande.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Train with your decisions, or export the table.</source>
      <translation>Entraîner avec vos décisions, ou exporter le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Train, then export</source>
      <translation>Entraîner, puis exporter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Trained on</source>
      <translation>Entraîné sur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/model_dialogs.py" />
      <source>Training</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>Training checks</source>
      <translation>Contrôles avant l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Training data</source>
      <translation>Données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>Training progress</source>
      <translation>Progression de l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Training records</source>
      <translation>Enregistrements d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Train…</source>
      <translation>Entraîner…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>True tag</source>
      <translation>Étiquette vraie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>True tag → predicted tag. Errors that are not listed cost 1.</source>
      <translation>Étiquette vraie → étiquette prédite. Les erreurs non listées coûtent 1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>Try the sample</source>
      <translation>Essayer l’exemple</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Turkish</source>
      <translation>turc</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Turn into tags</source>
      <translation>Transformer en étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>Type or paste text. It is tagged as you type.</source>
      <translation>Saisir ou coller du texte. Il est étiqueté pendant la saisie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Ukrainian</source>
      <translation>ukrainien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Und&amp;o</source>
      <translation>Ann&amp;uler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>Undecided</source>
      <translation>Non décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>Undo ({key})</source>
      <translation>Annuler ({key})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Undo with a single key</source>
      <translation>Annuler d’une seule touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Uneven sampling</source>
      <translation>Échantillonnage inégal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>Unexpected error</source>
      <translation>Erreur inattendue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Unlike the training data. The confidence may be wrong.</source>
      <translation>Différent des données d’entraînement. La confiance peut être fausse.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Unre&amp;adable rows…</source>
      <translation>Lignes illisi&amp;bles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>Unreadable rows</source>
      <translation>Lignes illisibles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Unreadable rows…</source>
      <translation>Lignes illisibles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>Unsaved changes of another version of this workspace were found. They were not applied.</source>
      <translation>Des modifications non enregistrées d’une autre version de cet espace de travail ont été trouvées. Elles n’ont pas été appliquées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>Unsaved decisions</source>
      <translation>Décisions non enregistrées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Unsure</source>
      <translation>Incertains</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>Unusual records: the import report</source>
      <translation>Enregistrements inhabituels : le rapport d’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Unverified: there is no certificate.</source>
      <translation>Non vérifié : il n’y a pas de certificat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Unverified: {reason} This certificate is void: {sentence}</source>
      <translation>Non vérifié : {reason} Ce certificat n’est plus valable : {sentence}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>Up</source>
      <translation>Monter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>Up to {most:,} random checks show how far down the confidence may go: {first:,} records at {cut} or above would need no review, or even {last:,} at {loosest} or above, of {table:,} in the table.</source>
      <translation>Jusqu’à {most:,} contrôles aléatoires montrent jusqu’où la confiance peut descendre : {first:,} enregistrements à partir de {cut} n’auraient pas besoin d’être vérifiés, voire {last:,} à partir de {loosest}, sur {table:,} dans le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Update files (release.json SHA256SUMS *.json *.txt);;All files (*)</source>
      <translation>Fichiers de mise à jour (release.json SHA256SUMS *.json *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Urdu</source>
      <translation>ourdou</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Use for &amp;this table</source>
      <translation>Utiliser pour ce &amp;tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Use t&amp;heirs</source>
      <translation>Utiliser la &amp;leur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>Use tags of your own</source>
      <translation>Utiliser ses propres étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Use these tags</source>
      <translation>Utiliser ces étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/keymap_dialog.py" />
      <source>Use this key</source>
      <translation>Utiliser cette touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Use this model</source>
      <translation>Utiliser ce modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Used for the headline and for the check before promotion</source>
      <translation>Utilisée pour le titre et pour le contrôle avant l’activation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>Using the settings you chose.</source>
      <translation>Lu avec les options choisies.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Vermilion</source>
      <translation>Vermillon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Version {theirs} is already installed.</source>
      <translation>La version {theirs} est déjà installée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Version {theirs} is newer than the installed version {ours}.</source>
      <translation>La version {theirs} est plus récente que la version installée {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>Version {theirs} is older than the installed version {ours}.</source>
      <translation>La version {theirs} est plus ancienne que la version installée {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>Version {version}, evaluated on {rows:,} {where}</source>
      <translation>Version {version}, évaluée sur {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Versions, counts and times for a bug report; contains none of your texts</source>
      <translation>Versions, nombres et durées pour un rapport d’erreur ; sans aucun de vos textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Very long texts</source>
      <translation>Textes très longs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>Very short texts</source>
      <translation>Textes très courts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>Vietnamese</source>
      <translation>vietnamien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/guideline_controller.py" />
      <source>Web page (*.html)</source>
      <translation>Page web (*.html)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Week from</source>
      <translation>Semaine du</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Weight</source>
      <translation>Poids</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>What are the tags?</source>
      <translation>Quelles sont les étiquettes ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>What belongs to each tag, with examples</source>
      <translation>Ce qui relève de chaque étiquette, avec des exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/command_palette.py" />
      <source>What do you want to do?</source>
      <translation>Que faire ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>What the export writes</source>
      <translation>Contenu de l’export</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>What the list holds</source>
      <translation>Contenu de la liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>What the ta&amp;gs mean…</source>
      <translation>Si&amp;gnification des étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>What the tag means…</source>
      <translation>Signification de l’étiquette…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>What the tags mean to the model</source>
      <translation>Signification des étiquettes pour le modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>What the tags mean…</source>
      <translation>Signification des étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Which tags do you want?</source>
      <translation>Quelles étiquettes voulez-vous ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>Whole matrix</source>
      <translation>Matrice entière</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>With a note</source>
      <translation>Avec une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>With more than nine tags, the keys 1 to 9 set the record's likeliest tags. Every step can be undone.</source>
      <translation>Avec plus de neuf étiquettes, les touches 1 à 9 choisissent les étiquettes les plus probables de l’enregistrement. Chaque étape peut être annulée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>With one tag per record, additional tags are kept, but neither shown nor used.</source>
      <translation>Avec une étiquette par enregistrement, les étiquettes supplémentaires sont conservées, mais ni affichées ni utilisées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>With β above 1, recall counts more than precision; with β below 1, less.</source>
      <translation>Si β est supérieur à 1, le rappel compte plus que la précision ; s’il est inférieur à 1, moins.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Word</source>
      <translation>Mot</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Words against the tag</source>
      <translation>Mots contre l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>Words and example</source>
      <translation>Mots et exemple</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>Words for the tag</source>
      <translation>Mots pour l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>Words for the tag, {model}</source>
      <translation>Mots pour l’étiquette, {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Words that speak against it</source>
      <translation>Mots qui l’excluent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Words that speak for the tag</source>
      <translation>Mots qui parlent pour l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Words that speak for the tag, with commas</source>
      <translation>Mots en faveur de l’étiquette, séparés par des virgules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_bar.py" />
      <source>Words, "an exact phrase", -without, this OR that, (a group), /expression/, tag:NAME, is:flagged, is:review, confidence&lt;0.6, note:WORD, COLUMN:part, COLUMN=whole, ~a text to sort by its meaning</source>
      <translation>Mots, "une expression exacte", -sans, ceci OR cela, (un groupe), /expression/, tag:NOM, is:flagged, is:review, confidence&lt;0.6, note:MOT, COLONNE:partie, COLONNE=tout, ~un texte pour trier selon son sens</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>Words, typical records and confusions of each tag, for the active model</source>
      <translation>Mots, enregistrements typiques et confusions de chaque étiquette, pour le modèle actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>Workbook sheet</source>
      <translation>Feuille du classeur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>Workspaces (*.mltag)</source>
      <translation>Espaces de travail (*.mltag)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Write a note on the record, or flag it with a note</source>
      <translation>Écrire une note sur l’enregistrement, ou le signaler avec une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>Write a note on this record</source>
      <translation>Écrire une note sur cet enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>Write guideline</source>
      <translation>Rédiger la consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Write like all predictions</source>
      <translation>Écrire comme toutes les prédictions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Write the active model as a scikit-learn classifier for Python</source>
      <translation>Écrire le modèle actif comme classifieur scikit-learn pour Python</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>Write the guideline as a web page or PDF that others can read</source>
      <translation>Écrire la consigne comme page web ou PDF pour d’autres lecteurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>Write to a separate column</source>
      <translation>Écrire dans une colonne à part</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>Yellow</source>
      <translation>Jaune</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>You can use any tags. In the Tag menu, “What are the tags” takes them from a column, a list or groups of similar records, and “Tag set” ({edit_tags}) adds, renames and describes tags.</source>
      <translation>Toutes les étiquettes sont possibles. Dans le menu Étiquette, « Quelles étiquettes » les prend d’une colonne, d’une liste ou de groupes d’enregistrements semblables, et « Jeu d’étiquettes » ({edit_tags}) les ajoute, renomme et décrit.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/history_preview.py" />
      <source>You cannot decide in a past state. Return to now, or restore this state.</source>
      <translation>Aucune décision n’est possible dans un état passé. Revenir au présent, ou restaurer cet état.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>You will not be able to roll back to model {version}.</source>
      <translation>Vous ne pourrez plus revenir au modèle {version}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>Your decisions are signed with the name {name}.</source>
      <translation>Vos décisions sont enregistrées sous le nom {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>Your settings could not be read; defaults are in use.</source>
      <translation>Vos réglages n’ont pas pu être lus ; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>Zip files (*{suffix})</source>
      <translation>Fichiers zip (*{suffix})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>a JSON list</source>
      <translation>une liste JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>a colleague</source>
      <translation>un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>accept</source>
      <translation>accepter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>accuracy f1 precision recall metrics confusion evaluation model</source>
      <translation>exactitude f1 précision rappel métriques confusion évaluation modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>active learning uncertain</source>
      <translation>apprentissage actif incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>active learning uncertain strategy</source>
      <translation>apprentissage actif incertain stratégie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>additional tag</source>
      <translation>étiquette supplémentaire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>additional tag removed:</source>
      <translation>étiquette supplémentaire retirée :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>after many decisions</source>
      <translation>après de nombreuses décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>all</source>
      <translation>tous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>almost perfect</source>
      <translation>presque parfait</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>almost the same as record {record:,}</source>
      <translation>presque identique à l’enregistrement {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>also</source>
      <translation>aussi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>and {more}, marked ▼ below</source>
      <translation>et {more}, marqués ▼ ci-dessous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>and {n:,} more</source>
      <translation>et {n:,} de plus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>at most {allowed:.0%}</source>
      <translation>au plus {allowed:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>audit random sample</source>
      <translation>audit hasard échantillon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>back last question</source>
      <translation>retour dernière question</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>before a format upgrade</source>
      <translation>avant une mise à niveau du format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>below {threshold:.2f} in the {name}</source>
      <translation>sous {threshold:.2f} ({name})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>bookmark star</source>
      <translation>signet étoile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>broken bad quarantine repair</source>
      <translation>cassées mauvaises quarantaine réparer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>by similar meaning</source>
      <translation>par sens similaire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>by similar words</source>
      <translation>par mots similaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>by the id column</source>
      <translation>par la colonne d’identifiant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>by their content</source>
      <translation>par leur contenu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>card arrival
refund
stolen card</source>
      <translation>arrivée de la carte
remboursement
carte volée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/source_controls.py" />
      <source>choose a column</source>
      <translation>choisir une colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>choose tag</source>
      <translation>chercher une étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>cleared</source>
      <translation>effacé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>clipboard</source>
      <translation>presse-papiers</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>clipboard new records</source>
      <translation>presse-papiers nouveaux enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>columns chosen</source>
      <translation>colonnes choisies</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>comment remark</source>
      <translation>commentaire remarque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>confidence {low:.2f} to {high:.2f}</source>
      <translation>confiance de {low:.2f} à {high:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>confirm label correct yes</source>
      <translation>confirmer label correct oui</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>confirms all</source>
      <translation>confirme tous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>contradicting tags</source>
      <translation>étiquettes contradictoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_commands.py" />
      <source>copying</source>
      <translation>copie en cours</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>corrected</source>
      <translation>corrigé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>corrected to</source>
      <translation>corrigé en</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>costs of errors</source>
      <translation>coûts des erreurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>counting the records to review…</source>
      <translation>comptage des enregistrements à vérifier…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>csv encoding columns separator sheet</source>
      <translation>csv encodage colonnes séparateur feuille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>daily backup</source>
      <translation>sauvegarde quotidienne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>decided</source>
      <translation>décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>decision differs from prediction</source>
      <translation>décision différente de la prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>delete remove label</source>
      <translation>supprimer retirer label</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>doubt</source>
      <translation>doute</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>duplicate file</source>
      <translation>dupliquer fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>duplicates propagate</source>
      <translation>doublons propager</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>empty</source>
      <translation>vide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>estimated from tag names</source>
      <translation>estimation d’après les noms des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>estimating tags</source>
      <translation>estimation des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>example demo</source>
      <translation>exemple démo</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of texts in another language or script</source>
      <translation>exemples de textes dans une autre langue ou écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of texts that may be spam</source>
      <translation>exemples de textes qui sont peut-être du spam</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of texts unlike the training data</source>
      <translation>exemples de textes différents des données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_suggestion.py" />
      <source>examples of unusual predictions</source>
      <translation>exemples de prédictions inhabituelles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>excluded: part of the evaluation data</source>
      <translation>exclues : présentes dans les données d’évaluation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>exit end program</source>
      <translation>fermer sortir programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>exit workspace</source>
      <translation>sortir espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>explain words weights</source>
      <translation>expliquer mots poids</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>export instructions html pdf</source>
      <translation>exporter consignes html pdf</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>fair</source>
      <translation>passable</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>fields headings hide</source>
      <translation>champs en-têtes masquer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>flag</source>
      <translation>signaler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>flag removed</source>
      <translation>signalement retiré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>flag the record</source>
      <translation>signaler l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>flagged</source>
      <translation>signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>floors</source>
      <translation>planchers</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>from the table</source>
      <translation>du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>from the table:</source>
      <translation>du tableau :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>guarantee error rate sample</source>
      <translation>garantie taux erreur échantillon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>guideline</source>
      <translation>consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>help keys shortcuts</source>
      <translation>aide touches raccourcis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>help manual documentation</source>
      <translation>aide manuel documentation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>history log audit</source>
      <translation>historique registre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>holdout rows that no model was trained on</source>
      <translation>lignes réservées, sur lesquelles aucun modèle n’a été entraîné</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>hotkeys keybindings</source>
      <translation>touches raccourcis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>import load file csv tsv excel xlsx workbook parquet json</source>
      <translation>importer charger fichier csv tsv excel xlsx classeur parquet json</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>imported from {curator}</source>
      <translation>importé de {curator}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>in the holdout</source>
      <translation>dans le jeu réservé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>in the training data</source>
      <translation>dans les données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>instructions definition codebook</source>
      <translation>instructions définition manuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>irrelevant outlier other subject</source>
      <translation>hors sujet aberrant autre thème</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>keep mine</source>
      <translation>garder la mienne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>label class category assign</source>
      <translation>label classe catégorie attribuer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>label labels class classes category categories taxonomy topics new own add</source>
      <translation>label classe catégorie catégories thèmes nouveau propre ajouter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>label labels classes categories topics own list</source>
      <translation>label classes catégories thèmes propres liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>learn fit model retrain machine learning</source>
      <translation>apprendre ajuster modèle réentraîner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>list grid rows</source>
      <translation>liste grille lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>loading the model</source>
      <translation>chargement du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>long</source>
      <translation>long</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>manual backup</source>
      <translation>sauvegarde manuelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>merge labels colleague agreement kappa</source>
      <translation>fusionner labels collègue accord kappa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>model models reuse import</source>
      <translation>modèle modèles réutiliser importer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>model scikit-learn joblib python jupyter</source>
      <translation>modèle scikit-learn joblib python jupyter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>model {version}</source>
      <translation>modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>model {version} (bundled)</source>
      <translation>modèle {version} (fourni)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>model {version} and {answers}</source>
      <translation>modèle {version} et {answers}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>moderate</source>
      <translation>modéré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>monitor drift accuracy threshold model</source>
      <translation>surveiller dérive exactitude seuil modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>must be</source>
      <translation>doit être</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>must not be</source>
      <translation>ne doit pas être</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>nearly equal to audit records</source>
      <translation>presque identiques à l’échantillon d’audit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>new version download signature</source>
      <translation>nouvelle version téléchargement signature</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>next</source>
      <translation>suivant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>no certificate</source>
      <translation>pas de certificat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>no model for these tags</source>
      <translation>aucun modèle pour ces étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>no rows for evaluation</source>
      <translation>aucune ligne pour l’évaluation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>no tag</source>
      <translation>aucune étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>no tags yet</source>
      <translation>aucune étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/focus_view.py" />
      <source>no text</source>
      <translation>aucun texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_form.py" />
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>not found in {folder}</source>
      <translation>introuvable dans {folder}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/dialogs.py" />
      <source>not loaded</source>
      <translation>non chargé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>not predicted</source>
      <translation>non prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>not {tag}</source>
      <translation>pas {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>note</source>
      <translation>note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>note removed</source>
      <translation>note supprimée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>number of tags per record chosen</source>
      <translation>nombre d’étiquettes par enregistrement choisi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>off topic</source>
      <translation>hors sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>on topic</source>
      <translation>dans le sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>one record read large</source>
      <translation>un enregistrement lire grand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>one tag per cell</source>
      <translation>une étiquette par cellule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>opening</source>
      <translation>ouverture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/start_page.py" />
      <source>or drop a table anywhere in this window: CSV, a workbook, JSON lines</source>
      <translation>ou déposer un tableau n’importe où dans cette fenêtre : CSV, classeur, lignes JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_opener.py" />
      <source>pasted table</source>
      <translation>tableau collé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_opener.py" />
      <source>pasted text</source>
      <translation>texte collé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>perhaps off topic</source>
      <translation>peut-être hors sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>plot scatter clusters</source>
      <translation>graphique nuage de points groupes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>postpone later</source>
      <translation>reporter plus tard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>predicted</source>
      <translation>prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>predicting</source>
      <translation>prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>predicting…</source>
      <translation>prédiction…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>preferences options configure</source>
      <translation>préférences options configurer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>progress statistics pace remaining</source>
      <translation>progrès statistiques rythme reste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>promoted</source>
      <translation>activé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>protocol folder errors</source>
      <translation>journal dossier erreurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>quality duplicates</source>
      <translation>qualité doublons</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>queue sequence rows</source>
      <translation>file suite lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/cell_painter.py" />
      <source>random check</source>
      <translation>contrôle aléatoire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/fallback_controller.py" />
      <source>random checks</source>
      <translation>contrôles aléatoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>random checks for the certificate</source>
      <translation>contrôles aléatoires pour le certificat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>randomly drawn records of this table that no model was trained on</source>
      <translation>enregistrements de ce tableau tirés au hasard, sur lesquels aucun modèle n’a été entraîné</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>reading</source>
      <translation>lecture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>reading texts</source>
      <translation>lecture des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>relevant</source>
      <translation>pertinent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>reload changed update</source>
      <translation>recharger modifié mettre à jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>reload update filter</source>
      <translation>recharger mettre à jour filtrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>repeat again</source>
      <translation>répéter encore</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>reset search all records</source>
      <translation>réinitialiser recherche tous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>restore older version</source>
      <translation>restaurer ancienne version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>restoring</source>
      <translation>restauration</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>revert back</source>
      <translation>revenir en arrière</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>revert model</source>
      <translation>revenir modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>review threshold set</source>
      <translation>seuil de vérification fixé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>rolled back to</source>
      <translation>retour à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>rows of {name}</source>
      <translation>lignes de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>same as record {record:,}</source>
      <translation>identique à l’enregistrement {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>save write result csv excel xlsx download labels</source>
      <translation>enregistrer écrire résultat csv excel xlsx labels</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_controller.py" />
      <source>saving the candidate</source>
      <translation>enregistrement du candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>saving the table</source>
      <translation>enregistrement du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>search actions</source>
      <translation>recherche actions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>search filter query</source>
      <translation>rechercher filtrer requête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>separated by ,</source>
      <translation>séparées par ,</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>separated by ;</source>
      <translation>séparées par ;</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>separated by |</source>
      <translation>séparées par |</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>set tag</source>
      <translation>choisir l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>share labels colleague</source>
      <translation>partager labels collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>short</source>
      <translation>court</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>sidebar facets histogram</source>
      <translation>barre facettes histogramme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>sidebar text similar</source>
      <translation>barre texte semblable</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>similar near duplicates meaning</source>
      <translation>semblables quasi-doublons sens</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>skip</source>
      <translation>passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>skip mark removed</source>
      <translation>n’est plus passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>skipped</source>
      <translation>passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>slight</source>
      <translation>faible</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>sort uncertain</source>
      <translation>trier incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>source changes merged</source>
      <translation>modifications de la source fusionnées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>subset segment</source>
      <translation>sous-ensemble segment</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>substantial</source>
      <translation>substantiel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>suggested</source>
      <translation>suggérée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>support bug</source>
      <translation>assistance bogue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/curation_controller.py" />
      <source>table</source>
      <translation>tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>tag names</source>
      <translation>noms d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>tag names, {answers}</source>
      <translation>noms des étiquettes, {answers}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>tag set changed</source>
      <translation>jeu d’étiquettes modifié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tag to review</source>
      <translation>étiquette à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tagged records of the audit set</source>
      <translation>enregistrements étiquetés de l’échantillon d’audit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>tagged records of this table (cross-validated)</source>
      <translation>enregistrements étiquetés de ce tableau (validation croisée)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>tagged records that neither model was trained on</source>
      <translation>enregistrements étiquetés dont aucun modèle ne s’est servi pour l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tagged {tag}</source>
      <translation>étiquetés {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tagged, {value}</source>
      <translation>étiquetés, {value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>tagging</source>
      <translation>étiquetage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>tags to review</source>
      <translation>étiquettes à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>the bundled training data</source>
      <translation>les données d’entraînement fournies</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>the file is not writable</source>
      <translation>le fichier n’est pas accessible en écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>the order of the records has changed</source>
      <translation>l’ordre des enregistrements a changé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>theme appearance</source>
      <translation>thème apparence</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>theme day mode</source>
      <translation>thème jour clair</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>theme night mode</source>
      <translation>thème nuit sombre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>these records, cross-validated</source>
      <translation>ces enregistrements, en validation croisée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/confidence_histogram.py" />
      <source>to</source>
      <translation>à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>to review</source>
      <translation>à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>training</source>
      <translation>entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>translation locale</source>
      <translation>traduction langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>tutorial introduction</source>
      <translation>tutoriel introduction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>undecided</source>
      <translation>non décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>undone</source>
      <translation>annulée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>unsure</source>
      <translation>incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>unsure mark removed</source>
      <translation>n’est plus incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>unusual for the model</source>
      <translation>inhabituel pour le modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>unverified</source>
      <translation>non vérifié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>use the newer one</source>
      <translation>utiliser la plus récente</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>use theirs</source>
      <translation>utiliser la leur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/state/commands.py" />
      <source>version licence</source>
      <translation>version licence</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>with a header</source>
      <translation>avec en-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/table_model.py" />
      <source>with a note</source>
      <translation>avec une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>with {version} ({state})</source>
      <translation>avec {version} ({state})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>without a header</source>
      <translation>sans en-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>worse than chance</source>
      <translation>moins bon que le hasard</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>your {n:,} decisions</source>
      <extracomment>Singular: your {n:,} decision</extracomment>
      <translation>
        <numerusform>votre {n:,} décision</numerusform>
        <numerusform>vos {n:,} décisions</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>{accept} accepts the predicted tag, a digit sets another tag, {undo_key} undoes the last step. Try it.</source>
      <translation>{accept} accepte l’étiquette prédite, un chiffre en pose une autre, {undo_key} annule la dernière étape. À essayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{advice} Cancel this certification first. The next one draws other records and needs more checks.</source>
      <translation>{advice} Annuler d’abord cette certification. La suivante tire d’autres enregistrements et demande plus de contrôles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{checked:,} checked, {wrong:,} wrong</source>
      <translation>{checked:,} vérifiés, {wrong:,} faux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>{count} of {all} records have one.</source>
      <translation>{count} des {all} enregistrements en ont une.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/crash_dialog.py" />
      <source>{count} unexpected errors occurred. Your work is saved.</source>
      <translation>{count} erreurs inattendues se sont produites. Votre travail est enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided} as {tag}</source>
      <translation>{decided} : {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided} before the text changed. Please review again.</source>
      <translation>{decided}, avant la modification du texte. À vérifier de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided}, perhaps off topic</source>
      <translation>{decided}, peut-être hors sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{decided}, unusual for the model</source>
      <translation>{decided}, inhabituel pour le modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>{decisions}, {audited:,} of them in the audit set</source>
      <translation>{decisions}, dont {audited:,} dans l’échantillon d’audit</translation>
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
        <numerusform>{done} ({n:,} passé ou incertain)</numerusform>
        <numerusform>{done} ({n:,} passés ou incertains)</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}: too many to prove {allowed:.0%}</source>
      <translation>{done} : trop pour prouver {allowed:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}: {allowed:.0%} is proven</source>
      <translation>{done} : {allowed:.0%} est prouvé</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}: {records:,} records at {cut} or above are proven; about {n:,} more checks may prove {more:,} at {loosest} or above</source>
      <extracomment>Singular: {done}: {records:,} records at {cut} or above are proven; about {n:,} more check may prove {more:,} at {loosest} or above</extracomment>
      <translation>
        <numerusform>{done} : {records:,} enregistrements à partir de {cut} sont prouvés ; encore {n:,} contrôle environ peut en prouver {more:,} à partir de {loosest}</numerusform>
        <numerusform>{done} : {records:,} enregistrements à partir de {cut} sont prouvés ; encore {n:,} contrôles environ peuvent en prouver {more:,} à partir de {loosest}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>{done}: {title}</source>
      <translation>{done} : {title}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{done}; about {n:,} more to prove at most {allowed:.0%} wrong</source>
      <extracomment>Singular: {done}; about {n:,} more to prove at most {allowed:.0%} wrong</extracomment>
      <translation>
        <numerusform>{done} ; encore {n:,} environ pour prouver au plus {allowed:.0%} d’erreurs</numerusform>
        <numerusform>{done} ; encore {n:,} environ pour prouver au plus {allowed:.0%} d’erreurs</numerusform>
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
        <numerusform>{fewest}, et jusqu’à {most:,} si {n:,} est faux.</numerusform>
        <numerusform>{fewest}, et jusqu’à {most:,} si {n:,} sont faux.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{fewest}. None may be wrong.</source>
      <translation>{fewest}. Aucun ne doit être faux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{first} The error above the threshold is unverified; random checks can certify it.</source>
      <translation>{first} L’erreur au-dessus du seuil n’est pas vérifiée ; des contrôles aléatoires peuvent la certifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{head}: {records}.</source>
      <translation>{head} : {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/i18n.py" />
      <source>{hours:.0f} h</source>
      <translation>{hours:.0f} h</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{inside:.0%} of the records with {column} {value} are tagged, and {outside:.0%} of the others. Tag some of the others, too.</source>
      <translation>{inside:.0%} des enregistrements avec {column} {value} sont étiquetés, et {outside:.0%} des autres. Étiquetez aussi quelques-uns des autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{inside:.0%} of the tagged records with {column} {value} are {tag}, and {outside:.0%} of the others. The model may learn {column} instead of the topic.</source>
      <translation>{inside:.0%} des enregistrements étiquetés avec {column} {value} sont {tag}, et {outside:.0%} des autres. Le modèle risque d’apprendre {column} au lieu du sujet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{key} adds the first one.</source>
      <translation>{key} ajoute la première.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{known} was added to the tag set.</source>
      <translation>{known} a été ajoutée au jeu d’étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>{low:.2f} to {high:.2f}</source>
      <translation>{low:.2f} à {high:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{message} Export the table as UTF-8, or write such characters as {escaped} in {name}.</source>
      <translation>{message} Exporter le tableau en UTF-8, ou écrire ces caractères sous la forme {escaped} en {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>{metric}: never below {least}</source>
      <translation>{metric} : jamais sous {least}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{minutes:.0f} minutes of reading, {per_hour:,.0f} decisions per hour.</source>
      <translation>{minutes:.0f} minutes de lecture, {per_hour:,.0f} décisions par heure.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/i18n.py" />
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>{model} and {n:,} answers</source>
      <extracomment>Singular: {model} and {n:,} answer</extracomment>
      <translation>
        <numerusform>{model} et {n:,} réponse</numerusform>
        <numerusform>{model} et {n:,} réponses</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{more} more answers would add about {gain:.1f} percentage points of accuracy ({low:.1f} to {high:.1f}).</source>
      <translation>{more} réponses de plus ajouteraient environ {gain:.1f} points de pourcentage d’exactitude ({low:.1f} à {high:.1f}).</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} accepted</source>
      <extracomment>Singular: {n:,} accepted</extracomment>
      <translation>
        <numerusform>{n:,} accepté</numerusform>
        <numerusform>{n:,} acceptés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} added</source>
      <extracomment>Singular: {n:,} added</extracomment>
      <translation>
        <numerusform>{n:,} ajouté</numerusform>
        <numerusform>{n:,} ajoutés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} behaviour tests read.</source>
      <extracomment>Singular: {n:,} behaviour test read.</extracomment>
      <translation>
        <numerusform>{n:,} test de comportement lu.</numerusform>
        <numerusform>{n:,} tests de comportement lus.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} change</source>
      <extracomment>Singular: {n:,} changes</extracomment>
      <translation>
        <numerusform>{n:,} change</numerusform>
        <numerusform>{n:,} changent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>{n:,} changes are listed, those with the highest confidence.</source>
      <extracomment>Singular: {n:,} change is listed, the one with the highest confidence.</extracomment>
      <translation>
        <numerusform>{n:,} changement est affiché, celui dont la confiance est la plus élevée.</numerusform>
        <numerusform>{n:,} changements sont affichés, ceux dont la confiance est la plus élevée.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_form.py" />
      <source>{n:,} columns</source>
      <extracomment>Singular: {n:,} column</extracomment>
      <translation>
        <numerusform>{n:,} colonne</numerusform>
        <numerusform>{n:,} colonnes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} conflicts</source>
      <extracomment>Singular: {n:,} conflict</extracomment>
      <translation>
        <numerusform>{n:,} conflit</numerusform>
        <numerusform>{n:,} conflits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} corrected</source>
      <extracomment>Singular: {n:,} corrected</extracomment>
      <translation>
        <numerusform>{n:,} corrigé</numerusform>
        <numerusform>{n:,} corrigés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} corrections are written.</source>
      <extracomment>Singular: {n:,} correction is written.</extracomment>
      <translation>
        <numerusform>{n:,} correction est écrite.</numerusform>
        <numerusform>{n:,} corrections sont écrites.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/focus_controller.py" />
      <source>{n:,} decided in this session</source>
      <extracomment>Singular: {n:,} decided in this session</extracomment>
      <translation>
        <numerusform>{n:,} décidé dans cette session</numerusform>
        <numerusform>{n:,} décidés dans cette session</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} decided records keep it (grey); Merge would give them another tag.</source>
      <extracomment>Singular: {n:,} decided record keeps it (grey); Merge would give it another tag.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement décidé la garde (en gris) ; une fusion lui donnerait une autre étiquette.</numerusform>
        <numerusform>{n:,} enregistrements décidés la gardent (en gris) ; une fusion leur donnerait une autre étiquette.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} decided tags</source>
      <extracomment>Singular: {n:,} decided tag</extracomment>
      <translation>
        <numerusform>{n:,} étiquette décidée</numerusform>
        <numerusform>{n:,} étiquettes décidées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/state/words.py" />
      <source>{n:,} decisions</source>
      <extracomment>Singular: {n:,} decision</extracomment>
      <translation>
        <numerusform>{n:,} décision</numerusform>
        <numerusform>{n:,} décisions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>{n:,} decisions ({corrected:,} corrected, {accepted:,} accepted)</source>
      <extracomment>Singular: {n:,} decision ({corrected:,} corrected, {accepted:,} accepted)</extracomment>
      <translation>
        <numerusform>{n:,} décision (corrections : {corrected:,}, acceptations : {accepted:,})</numerusform>
        <numerusform>{n:,} décisions (corrections : {corrected:,}, acceptations : {accepted:,})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} decisions exported to {name}.</source>
      <extracomment>Singular: {n:,} decision exported to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} décision exportée dans {name}.</numerusform>
        <numerusform>{n:,} décisions exportées dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>{n:,} decisions found.</source>
      <extracomment>Singular: {n:,} decision found.</extracomment>
      <translation>
        <numerusform>{n:,} décision trouvée.</numerusform>
        <numerusform>{n:,} décisions trouvées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} decisions on texts that are not in this table were skipped.</source>
      <extracomment>Singular: {n:,} decision on a text that is not in this table was skipped.</extracomment>
      <translation>
        <numerusform>{n:,} décision sur un texte absent de ce tableau a été ignorée.</numerusform>
        <numerusform>{n:,} décisions sur des textes absents de ce tableau ont été ignorées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} decisions were shared before and do not count as agreement.</source>
      <extracomment>Singular: {n:,} decision was shared before and does not count as agreement.</extracomment>
      <translation>
        <numerusform>{n:,} décision avait déjà été partagée et ne compte pas comme accord.</numerusform>
        <numerusform>{n:,} décisions avaient déjà été partagées et ne comptent pas comme accord.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} different tags on {records} of {all} records: {shown}</source>
      <extracomment>Singular: {n:,} different tag on {records} of {all} records: {shown}</extracomment>
      <translation>
        <numerusform>{n:,} étiquette sur {records} des {all} enregistrements : {shown}</numerusform>
        <numerusform>{n:,} étiquettes différentes sur {records} des {all} enregistrements : {shown}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} exist already.</source>
      <extracomment>Singular: {n:,} exists already.</extracomment>
      <translation>
        <numerusform>{n:,} existe déjà.</numerusform>
        <numerusform>{n:,} existent déjà.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} flagged</source>
      <extracomment>Singular: {n:,} flagged</extracomment>
      <translation>
        <numerusform>{n:,} signalé</numerusform>
        <numerusform>{n:,} signalés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} have a guideline.</source>
      <extracomment>Singular: {n:,} has a guideline.</extracomment>
      <translation>
        <numerusform>{n:,} a une consigne.</numerusform>
        <numerusform>{n:,} ont une consigne.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} have no prediction.</source>
      <extracomment>Singular: {n:,} has no prediction.</extracomment>
      <translation>
        <numerusform>{n:,} n’a pas de prédiction.</numerusform>
        <numerusform>{n:,} n’ont pas de prédiction.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} lines could not be read. They are kept byte for byte.</source>
      <extracomment>Singular: {n:,} line could not be read. It is kept byte for byte.</extracomment>
      <translation>
        <numerusform>{n:,} ligne n’a pas pu être lue. Elle est conservée octet par octet.</numerusform>
        <numerusform>{n:,} lignes n’ont pas pu être lues. Elles sont conservées octet par octet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{n:,} lines of the source could not be read as records.{more} They are kept byte for byte, and exports write them back in their place.</source>
      <extracomment>Singular: {n:,} line of the source could not be read as a record.{more} It is kept byte for byte, and exports write it back in its place.</extracomment>
      <translation>
        <numerusform>{n:,} ligne de la source ne peut être lue comme enregistrement.{more} Elle est conservée octet par octet, et une exportation la réécrit à sa place.</numerusform>
        <numerusform>{n:,} lignes de la source ne peuvent être lues comme enregistrements.{more} Elles sont conservées octet par octet, et une exportation les réécrit à leur place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} misclassifications exported to {name}.</source>
      <extracomment>Singular: {n:,} misclassification exported to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} erreur de classement exportée dans {name}.</numerusform>
        <numerusform>{n:,} erreurs de classement exportées dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{n:,} more metrics</source>
      <extracomment>Singular: {n:,} more metric</extracomment>
      <translation>
        <numerusform>{n:,} autre mesure</numerusform>
        <numerusform>{n:,} autres mesures</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{n:,} more tags not shown. </source>
      <extracomment>Singular: {n:,} more tag not shown. </extracomment>
      <translation>
        <numerusform>{n:,} autre étiquette non montrée. </numerusform>
        <numerusform>{n:,} autres étiquettes non montrées. </numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} names are repeated.</source>
      <extracomment>Singular: {n:,} name is repeated.</extracomment>
      <translation>
        <numerusform>{n:,} nom est répété.</numerusform>
        <numerusform>{n:,} noms sont répétés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} new decisions</source>
      <extracomment>Singular: {n:,} new decision</extracomment>
      <translation>
        <numerusform>{n:,} nouvelle décision</numerusform>
        <numerusform>{n:,} nouvelles décisions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/preview_dialog.py" />
      <source>{n:,} of the first {looked_at:,} records cannot be read with these settings, the first in line {line:,}: {reason}</source>
      <extracomment>Singular: {n:,} of the first {looked_at:,} records cannot be read with these settings, in line {line:,}: {reason}</extracomment>
      <translation>
        <numerusform>{n:,} des {looked_at:,} premiers enregistrements est illisible avec ces options, à la ligne {line:,} : {reason}</numerusform>
        <numerusform>{n:,} des {looked_at:,} premiers enregistrements sont illisibles avec ces options, le premier à la ligne {line:,} : {reason}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} of them are already decided.</source>
      <extracomment>Singular: {n:,} of them is already decided.</extracomment>
      <translation>
        <numerusform>{n:,} d’entre eux est déjà décidé.</numerusform>
        <numerusform>{n:,} d’entre eux sont déjà décidés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>{n:,} other records have the same text.</source>
      <extracomment>Singular: {n:,} other record has the same text.</extracomment>
      <translation>
        <numerusform>{n:,} autre enregistrement a le même texte.</numerusform>
        <numerusform>{n:,} autres enregistrements ont le même texte.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} other spellings count as the same tags, such as {other} for {tag}.</source>
      <extracomment>Singular: {n:,} other spelling counts as the same tag, such as {other} for {tag}.</extracomment>
      <translation>
        <numerusform>{n:,} autre graphie compte comme la même étiquette, par exemple {other} pour {tag}.</numerusform>
        <numerusform>{n:,} autres graphies comptent comme les mêmes étiquettes, par exemple {other} pour {tag}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} pairs of names are nearly the same, such as {first} and {second}. If they are one tag, merge them (Tag › Tag set…).</source>
      <extracomment>Singular: {n:,} pair of names is nearly the same: {first} and {second}. If they are one tag, merge them (Tag › Tag set…).</extracomment>
      <translation>
        <numerusform>{n:,} paire de noms est presque identique : {first} et {second}. Si c’est la même étiquette, fusionner dans « Jeu d’étiquettes… ».</numerusform>
        <numerusform>{n:,} paires de noms sont presque identiques, par exemple {first} et {second}. Si c’est la même étiquette, fusionner dans « Jeu d’étiquettes… ».</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} predicted tags above the review threshold are unverified.</source>
      <extracomment>Singular: {n:,} predicted tag above the review threshold is unverified.</extracomment>
      <translation>
        <numerusform>{n:,} étiquette prédite au-dessus du seuil de vérification n’est pas vérifiée.</numerusform>
        <numerusform>{n:,} étiquettes prédites au-dessus du seuil de vérification ne sont pas vérifiées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} predicted tags filled in</source>
      <extracomment>Singular: {n:,} predicted tag filled in</extracomment>
      <translation>
        <numerusform>{n:,} étiquette prédite ajoutée</numerusform>
        <numerusform>{n:,} étiquettes prédites ajoutées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{n:,} random checks that exist already count.</source>
      <extracomment>Singular: {n:,} random check that exists already counts.</extracomment>
      <translation>
        <numerusform>{n:,} contrôle aléatoire qui existe déjà compte.</numerusform>
        <numerusform>{n:,} contrôles aléatoires qui existent déjà comptent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>{n:,} records</source>
      <extracomment>Singular: {n:,} record</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement</numerusform>
        <numerusform>{n:,} enregistrements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>{n:,} records added to the table</source>
      <extracomment>Singular: {n:,} record added to the table</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement ajouté au tableau</numerusform>
        <numerusform>{n:,} enregistrements ajoutés au tableau</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{n:,} records are skipped or unsure.</source>
      <extracomment>Singular: {n:,} record is skipped or unsure.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement est passé ou incertain.</numerusform>
        <numerusform>{n:,} enregistrements sont passés ou incertains.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records are still to review. Their predicted tags will be exported.</source>
      <extracomment>Singular: {n:,} record is still to review. Its predicted tag will be exported.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement reste à vérifier. Son étiquette prédite sera exportée.</numerusform>
        <numerusform>{n:,} enregistrements restent à vérifier. Leurs étiquettes prédites seront exportées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{n:,} records at {cut} or above would need no review, of {table:,} in the table.</source>
      <extracomment>Singular: {n:,} record at {cut} or above would need no review, of {table:,} in the table.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement à partir de {cut} n’aurait pas besoin d’être vérifié, sur {table:,} dans le tableau.</numerusform>
        <numerusform>{n:,} enregistrements à partir de {cut} n’auraient pas besoin d’être vérifiés, sur {table:,} dans le tableau.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{n:,} records copied.</source>
      <extracomment>Singular: {n:,} record copied.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement copié.</numerusform>
        <numerusform>{n:,} enregistrements copiés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} records decided</source>
      <extracomment>Singular: {n:,} record decided</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement décidé</numerusform>
        <numerusform>{n:,} enregistrements décidés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records exported to {name}.</source>
      <extracomment>Singular: {n:,} record exported to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement exporté dans {name}.</numerusform>
        <numerusform>{n:,} enregistrements exportés dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} records flagged, {added:,} of them added to the table.</source>
      <extracomment>Singular: {n:,} record flagged, {added:,} of them added to the table.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement signalé (ajouté au tableau : {added:,}).</numerusform>
        <numerusform>{n:,} enregistrements signalés (ajoutés au tableau : {added:,}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records have texts that spreadsheet programs read as formulas. Export them with cells protected if you do not trust the texts.</source>
      <extracomment>Singular: {n:,} record has a text that spreadsheet programs read as a formula. Export it with cells protected if you do not trust the texts.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement contient un texte que les tableurs lisent comme une formule. Exportez-le avec des cellules protégées si vous ne vous fiez pas aux textes.</numerusform>
        <numerusform>{n:,} enregistrements contiennent des textes que les tableurs lisent comme des formules. Exportez-les avec des cellules protégées si vous ne vous fiez pas aux textes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{n:,} records have the same tag, but other additional tags; yours are kept.</source>
      <extracomment>Singular: {n:,} record has the same tag, but other additional tags; yours are kept.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement a la même étiquette, mais d’autres étiquettes supplémentaires ; les vôtres restent.</numerusform>
        <numerusform>{n:,} enregistrements ont la même étiquette, mais d’autres étiquettes supplémentaires ; les vôtres restent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/tag_meaning_dialog.py" />
      <source>{n:,} records have this tag.</source>
      <extracomment>Singular: {n:,} record has this tag.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement a cette étiquette.</numerusform>
        <numerusform>{n:,} enregistrements ont cette étiquette.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} records left to review, about {about} at the average pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {about} at the average pace.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement reste à vérifier, environ {about} au rythme moyen.</numerusform>
        <numerusform>{n:,} enregistrements restent à vérifier, environ {about} au rythme moyen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} records left to review, about {about} at this pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {about} at this pace.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement reste à vérifier, environ {about} à ce rythme.</numerusform>
        <numerusform>{n:,} enregistrements restent à vérifier, environ {about} à ce rythme.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records must be reviewed before the export.</source>
      <extracomment>Singular: {n:,} record must be reviewed before the export.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement doit être vérifié avant l’exportation.</numerusform>
        <numerusform>{n:,} enregistrements doivent être vérifiés avant l’exportation.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records protected from being read as formulas.</source>
      <extracomment>Singular: {n:,} record protected from being read as a formula.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement protégé contre les formules.</numerusform>
        <numerusform>{n:,} enregistrements protégés contre les formules.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{n:,} records selected</source>
      <extracomment>Singular: {n:,} record selected</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement sélectionné</numerusform>
        <numerusform>{n:,} enregistrements sélectionnés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} records to review</source>
      <extracomment>Singular: {n:,} record to review</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement à vérifier</numerusform>
        <numerusform>{n:,} enregistrements à vérifier</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records were lost with a part of a damaged file and are not in it.</source>
      <extracomment>Singular: {n:,} record was lost with a part of a damaged file and is not in it.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement, perdu avec une partie d’un fichier endommagé, n’y figure pas.</numerusform>
        <numerusform>{n:,} enregistrements, perdus avec une partie d’un fichier endommagé, n’y figurent pas.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} records with a keyword of this tag have another tag.</source>
      <extracomment>Singular: {n:,} record with a keyword of this tag has another tag.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement avec un mot-clé de cette étiquette a une autre étiquette.</numerusform>
        <numerusform>{n:,} enregistrements avec un mot-clé de cette étiquette ont une autre étiquette.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{n:,} records with changed text will be marked for review.</source>
      <extracomment>Singular: {n:,} record with changed text will be marked for review.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement au texte modifié sera marqué à vérifier.</numerusform>
        <numerusform>{n:,} enregistrements au texte modifié seront marqués à vérifier.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{n:,} records with the known tag {known} decided.</source>
      <extracomment>Singular: {n:,} record with the known tag {known} decided.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement ayant l’étiquette connue {known} décidé.</numerusform>
        <numerusform>{n:,} enregistrements ayant l’étiquette connue {known} décidés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/guideline.py" />
      <source>{n:,} records with this tag</source>
      <extracomment>Singular: {n:,} record with this tag</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement avec cette étiquette</numerusform>
        <numerusform>{n:,} enregistrements avec cette étiquette</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} records with this tag have a keyword against it.</source>
      <extracomment>Singular: {n:,} record with this tag has a keyword against it.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement avec cette étiquette contient un mot qui l’exclut.</numerusform>
        <numerusform>{n:,} enregistrements avec cette étiquette contiennent un mot qui l’exclut.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>{n:,} records, {by}</source>
      <extracomment>Singular: {n:,} record, {by}</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement, {by}</numerusform>
        <numerusform>{n:,} enregistrements, {by}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} records: {parts}.</source>
      <extracomment>Singular: {n:,} record: {parts}.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement : {parts}.</numerusform>
        <numerusform>{n:,} enregistrements : {parts}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} records: {words}</source>
      <extracomment>Singular: {n:,} record: {words}</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement : {words}</numerusform>
        <numerusform>{n:,} enregistrements : {words}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} records: {words}.</source>
      <extracomment>Singular: {n:,} record: {words}.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement : {words}.</numerusform>
        <numerusform>{n:,} enregistrements : {words}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} removed</source>
      <extracomment>Singular: {n:,} removed</extracomment>
      <translation>
        <numerusform>{n:,} supprimé</numerusform>
        <numerusform>{n:,} supprimés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{n:,} removed records will be hidden{kept}; nothing is deleted.</source>
      <extracomment>Singular: {n:,} removed record will be hidden{kept}; nothing is deleted.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement supprimé sera masqué{kept} ; aucune donnée n’est effacée.</numerusform>
        <numerusform>{n:,} enregistrements supprimés seront masqués{kept} ; aucune donnée n’est effacée.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/metrics_table.py" />
      <source>{n:,} rows</source>
      <extracomment>Singular: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} ligne</numerusform>
        <numerusform>{n:,} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{n:,} rows of the bundled model {version} and {decisions}</source>
      <extracomment>Singular: {n:,} row of the bundled model {version} and {decisions}</extracomment>
      <translation>
        <numerusform>{n:,} ligne du modèle fourni {version} et {decisions}</numerusform>
        <numerusform>{n:,} lignes du modèle fourni {version} et {decisions}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>{n:,} rows of {name} predicted as {answer}</source>
      <extracomment>Singular: {n:,} row of {name} predicted as {answer}</extracomment>
      <translation>
        <numerusform>{n:,} ligne de {name} prédite {answer}</numerusform>
        <numerusform>{n:,} lignes de {name} prédites {answer}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>{n:,} rows of {name} predicted correctly</source>
      <extracomment>Singular: {n:,} row of {name} predicted correctly</extracomment>
      <translation>
        <numerusform>{n:,} ligne de {name} bien prédite</numerusform>
        <numerusform>{n:,} lignes de {name} bien prédites</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{n:,} rows that no model was trained on</source>
      <extracomment>Singular: {n:,} row that no model was trained on</extracomment>
      <translation>
        <numerusform>{n:,} ligne sur laquelle aucun modèle n’a été entraîné</numerusform>
        <numerusform>{n:,} lignes sur lesquelles aucun modèle n’a été entraîné</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} selected records</source>
      <extracomment>Singular: {n:,} selected record</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement sélectionné</numerusform>
        <numerusform>{n:,} enregistrements sélectionnés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/main_window/filter_controller.py" />
      <source>{n:,} shown records</source>
      <extracomment>Singular: {n:,} shown record</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement affiché</numerusform>
        <numerusform>{n:,} enregistrements affichés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/curation_session.py" />
      <source>{n:,} skipped</source>
      <extracomment>Singular: {n:,} skipped</extracomment>
      <translation>
        <numerusform>{n:,} passé</numerusform>
        <numerusform>{n:,} passés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tagged records are excluded because their texts, or near copies, are in the evaluation data.</source>
      <extracomment>Singular: {n:,} tagged record is excluded because its text, or a near copy, is in the evaluation data.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté est exclu, car son texte ou un quasi-doublon figure dans les données d’évaluation.</numerusform>
        <numerusform>{n:,} enregistrements étiquetés sont exclus, car leurs textes ou des quasi-doublons figurent dans les données d’évaluation.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tagged records belong to the audit set and are not used for training.</source>
      <extracomment>Singular: {n:,} tagged record belongs to the audit set and is not used for training.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté appartient à l’échantillon d’audit et ne sert pas à l’entraînement.</numerusform>
        <numerusform>{n:,} enregistrements étiquetés appartiennent à l’échantillon d’audit et ne servent pas à l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tagged records nearly equal records of the audit set. Many of these make its figures too good.</source>
      <extracomment>Singular: {n:,} tagged record nearly equals a record of the audit set. Many of these make its figures too good.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté est presque identique à un enregistrement de l’échantillon d’audit. S’il y en a beaucoup, ses chiffres sont trop favorables.</numerusform>
        <numerusform>{n:,} enregistrements étiquetés sont presque identiques à des enregistrements de l’échantillon d’audit. S’il y en a beaucoup, ses chiffres sont trop favorables.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{n:,} tags added.</source>
      <extracomment>Singular: {n:,} tag added.</extracomment>
      <translation>
        <numerusform>{n:,} étiquette ajoutée.</numerusform>
        <numerusform>{n:,} étiquettes ajoutées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} tags from the table</source>
      <extracomment>Singular: {n:,} tag from the table</extracomment>
      <translation>
        <numerusform>{n:,} étiquette du tableau</numerusform>
        <numerusform>{n:,} étiquettes du tableau</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} tags may be wrong. Check them before you train.</source>
      <extracomment>Singular: {n:,} tag may be wrong. Check it before you train.</extracomment>
      <translation>
        <numerusform>{n:,} étiquette est peut-être fausse. Vérifiez-la avant l’entraînement.</numerusform>
        <numerusform>{n:,} étiquettes sont peut-être fausses. Vérifiez-les avant l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/application/tag_sources_controller.py" />
      <source>{n:,} tags of the column {name} are known on {records} records.</source>
      <extracomment>Singular: {n:,} tag of the column {name} is known on {records} records.</extracomment>
      <translation>
        <numerusform>{n:,} étiquette de la colonne {name} est connue pour {records} enregistrements.</numerusform>
        <numerusform>{n:,} étiquettes de la colonne {name} sont connues pour {records} enregistrements.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{n:,} tags: {names}.</source>
      <extracomment>Singular: {n:,} tag: {names}.</extracomment>
      <translation>
        <numerusform>{n:,} étiquette : {names}.</numerusform>
        <numerusform>{n:,} étiquettes : {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/guideline_button.py" />
      <source>{n:,} tests</source>
      <extracomment>Singular: {n:,} test</extracomment>
      <translation>
        <numerusform>{n:,} test</numerusform>
        <numerusform>{n:,} tests</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{n:,} texts</source>
      <extracomment>Singular: {n:,} text</extracomment>
      <translation>
        <numerusform>{n:,} texte</numerusform>
        <numerusform>{n:,} textes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{n:,} texts occur with different tags. Their records are not used for training.</source>
      <extracomment>Singular: {n:,} text occurs with different tags. Its records are not used for training.</extracomment>
      <translation>
        <numerusform>{n:,} texte apparaît avec des étiquettes différentes. Ces enregistrements ne servent pas à l’entraînement.</numerusform>
        <numerusform>{n:,} textes apparaissent avec des étiquettes différentes. Ces enregistrements ne servent pas à l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>{n:,} that were undone are not listed.</source>
      <extracomment>Singular: {n:,} that was undone is not listed.</extracomment>
      <translation>
        <numerusform>{n:,} décision annulée n’est pas affichée.</numerusform>
        <numerusform>{n:,} décisions annulées ne sont pas affichées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} unchanged</source>
      <extracomment>Singular: {n:,} unchanged</extracomment>
      <translation>
        <numerusform>{n:,} inchangé</numerusform>
        <numerusform>{n:,} inchangés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} undecided records have predictions of an earlier model or an earlier text.</source>
      <extracomment>Singular: {n:,} undecided record has a prediction of an earlier model or an earlier text.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement non décidé a une prédiction d’un modèle antérieur ou d’un texte antérieur.</numerusform>
        <numerusform>{n:,} enregistrements non décidés ont des prédictions d’un modèle antérieur ou d’un texte antérieur.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} unreadable lines could not be written in this format.</source>
      <extracomment>Singular: {n:,} unreadable line could not be written in this format.</extracomment>
      <translation>
        <numerusform>{n:,} ligne illisible n’a pas pu être écrite dans ce format.</numerusform>
        <numerusform>{n:,} lignes illisibles n’ont pas pu être écrites dans ce format.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} with changed cells</source>
      <extracomment>Singular: {n:,} with changed cells</extracomment>
      <translation>
        <numerusform>{n:,} aux cellules modifiées</numerusform>
        <numerusform>{n:,} aux cellules modifiées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{n:,} with changed text</source>
      <extracomment>Singular: {n:,} with changed text</extracomment>
      <translation>
        <numerusform>{n:,} au texte modifié</numerusform>
        <numerusform>{n:,} au texte modifié</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/import_export/export_dialog.py" />
      <source>{n:,} without a tag</source>
      <extracomment>Singular: {n:,} without a tag</extracomment>
      <translation>
        <numerusform>{n:,} sans étiquette</numerusform>
        <numerusform>{n:,} sans étiquette</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>{named} and {n:,} more</source>
      <extracomment>Singular: {named} and {n:,} more</extracomment>
      <translation>
        <numerusform>{named} et {n:,} autre</numerusform>
        <numerusform>{named} et {n:,} autres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/report_header.py" />
      <source>{named}; and {n:,} more metrics</source>
      <extracomment>Singular: {named}; and {n:,} more metric</extracomment>
      <translation>
        <numerusform>{named} ; et {n:,} autre mesure</numerusform>
        <numerusform>{named} ; et {n:,} autres mesures</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>{name} (key {key})</source>
      <translation>{name} (touche {key})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_view.py" />
      <source>{name} ({n})</source>
      <translation>{name} ({n})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{name} and {other} are nearly the same. If they are one tag, merge them.</source>
      <translation>{name} et {other} sont presque identiques. Si c’est la même étiquette, les fusionner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_watcher.py" />
      <source>{name} has changed since the last import: {changes}.</source>
      <translation>{name} a changé depuis la dernière importation : {changes}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is intact (checksum matches). You can install it.</source>
      <translation>{name} est intact (somme de contrôle correcte). Il peut être installé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is not listed in the update file. Choose the installer of this version.</source>
      <translation>{name} ne figure pas dans le fichier de mise à jour. Choisir l’installateur de cette version.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is not the file that the developers of MLTag Desktop signed. Do not install anything from it. Download it and {signature} again.</source>
      <translation>{name} n’est pas le fichier que les développeurs de MLTag Desktop ont signé. N’installez rien de ce qu’il contient. Téléchargez-le de nouveau, ainsi que {signature}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is signed by the developers of MLTag Desktop.</source>
      <translation>{name} est signé par les développeurs de MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{name} is signed with a key that this version does not know. Do not install anything from it, unless the developers of MLTag Desktop have announced a new key.</source>
      <translation>{name} est signé avec une clé que cette version ne connaît pas. N’installez rien de ce qu’il contient, sauf si les développeurs de MLTag Desktop ont annoncé une nouvelle clé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{name} pass {passed:,}</source>
      <translation>{name} en réussissent {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{name} passes {passed:,}</source>
      <translation>{name} en réussit {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{name} was removed.</source>
      <translation>{name} a été retirée.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>{name} was removed. {n:,} records predicted with it are to review.</source>
      <extracomment>Singular: {name} was removed. {n:,} record predicted with it is to review.</extracomment>
      <translation>
        <numerusform>{name} a été supprimée. {n:,} enregistrement prédit avec elle est à vérifier.</numerusform>
        <numerusform>{name} a été supprimée. {n:,} enregistrements prédits avec elle sont à vérifier.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>{name}, similarity {confidence}: {text}</source>
      <translation>{name}, similarité {confidence} : {text}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/filters/filter_panel.py" />
      <source>{name}, {n:,} records</source>
      <extracomment>Singular: {name}, {n:,} record</extracomment>
      <translation>
        <numerusform>{name}, {n:,} enregistrement</numerusform>
        <numerusform>{name}, {n:,} enregistrements</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/tag_buttons.py" />
      <source>{name}: click to set the tag, Shift+click to add or remove it as an additional tag{guideline}</source>
      <translation>{name} : cliquer pour poser l’étiquette, Maj+clic pour l’ajouter ou la retirer comme étiquette supplémentaire{guideline}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>{name}: {parts}, {n:,} unchanged</source>
      <extracomment>Singular: {name}: {parts}, {n:,} unchanged</extracomment>
      <translation>
        <numerusform>{name} : {parts}, {n:,} inchangé</numerusform>
        <numerusform>{name} : {parts}, {n:,} inchangés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/help/help_window.py" />
      <source>{n} matches in the guide</source>
      <extracomment>Singular: {n} match in the guide</extracomment>
      <translation>
        <numerusform>{n} résultat dans le guide</numerusform>
        <numerusform>{n} résultats dans le guide</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/widgets/notifications.py" />
      <source>{n} more</source>
      <extracomment>Singular: {n} more</extracomment>
      <translation>
        <numerusform>{n} autre</numerusform>
        <numerusform>{n} autres</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table/map_controller.py" />
      <source>{n} without a known word</source>
      <translation>{n} sans mot connu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{once} The model and its report will be deleted. This cannot be undone.</source>
      <translation>{once} Le modèle et son rapport seront supprimés. Cette action ne peut être annulée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{others}The candidate is evaluated on {evaluated}. Nothing changes until you promote it.</source>
      <translation>{others}Le candidat est évalué sur {evaluated}. Rien ne change avant son activation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>{parent} is read-only; the workspace is saved in {place}.</source>
      <translation>{parent} est en lecture seule ; l’espace de travail est enregistré dans {place}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_panel.py" />
      <source>{predicted} · text in {language}</source>
      <translation>{predicted} · langue : {language}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{reason} The checks do not count any more. Cancel the certification and start again.</source>
      <translation>{reason} Les contrôles ne comptent plus. Annuler la certification et recommencer.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/training/certification.py" />
      <source>{records:,} records proven; about {n:,} more checks may prove {more:,}</source>
      <extracomment>Singular: {records:,} records proven; about {n:,} more check may prove {more:,}</extracomment>
      <translation>
        <numerusform>{records:,} enregistrements prouvés ; encore {n:,} contrôle environ peut en prouver {more:,}</numerusform>
        <numerusform>{records:,} enregistrements prouvés ; encore {n:,} contrôles environ peuvent en prouver {more:,}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/bars.py" />
      <source>{records:,} to review, about {about}</source>
      <translation>{records:,} à vérifier, environ {about}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>{records} decided at that time, {decided_now:,} now; {different} changed since.</source>
      <translation>{records} décidés à ce moment, {decided_now:,} maintenant ; {different} modifiés depuis.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/paste_dialog.py" />
      <source>{records}, {columns}; text columns: {names}{left}</source>
      <translation>{records}, {columns} ; colonnes de texte : {names}{left}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{share:.0%} of the tagged records are {tag}. Tag more records with other tags.</source>
      <translation>{share:.0%} des enregistrements étiquetés sont {tag}. Étiquetez davantage d’enregistrements avec d’autres étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/confusion.py" />
      <source>{shown} of {count} tags</source>
      <translation>{shown} étiquettes sur {count}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/update_dialog.py" />
      <source>{signature} is not a signature. Download it again.</source>
      <translation>{signature} n’est pas une signature. Téléchargez de nouveau le fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/recovery_dialogs.py" />
      <source>{size:,.1f} MB</source>
      <translation>{size:,.1f} Mo</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>{size:.1f} MB</source>
      <translation>{size:.1f} Mo</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{some:,} of {total:,} records were checked (random sample). Duplicates, empty texts and known tags were checked in all records.</source>
      <translation>{some:,} enregistrements sur {total:,} ont été examinés (échantillon aléatoire). Les doublons, textes vides et étiquettes connues ont été examinés dans tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{some:,} of {total:,} tagged records were searched for wrong tags (random sample).</source>
      <translation>Des étiquettes fausses ont été cherchées dans {some:,} enregistrements étiquetés sur {total:,} (échantillon aléatoire).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/main_window/onboarding.py" />
      <source>{step} of {count}</source>
      <translation>{step} sur {count}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{tag} is already the main tag. Choose a different additional tag.</source>
      <translation>{tag} est déjà l’étiquette principale. Choisir une autre étiquette supplémentaire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>{tag} is not in the tag set.</source>
      <translation>{tag} ne fait pas partie des étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{tag}, flagged</source>
      <translation>{tag}, signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{tag}, looks like {likelier} ({confidence:.0%})</source>
      <translation>{tag}, ressemble à {likelier} ({confidence:.0%})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/report_body.py" />
      <source>{tag}, tagged {answer} by {model}</source>
      <translation>{tag}, étiqueté {answer} par {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{tag}, {value}</source>
      <translation>{tag}, {value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>{tag}: general threshold</source>
      <translation>{tag} : seuil général</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{tag}: {inside:.0%} with {column} {value}, {outside:.0%} otherwise</source>
      <translation>{tag} : {inside:.0%} avec {column} {value}, {outside:.0%} sinon</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{tag}: {n:,} records, {missing} more needed for training.</source>
      <extracomment>Singular: {tag}: {n:,} record, {missing} more needed for training.</extracomment>
      <translation>
        <numerusform>{tag} : {n:,} enregistrement, il en faut {missing} de plus pour l’entraînement.</numerusform>
        <numerusform>{tag} : {n:,} enregistrements, il en faut {missing} de plus pour l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/findings_view.py" />
      <source>{tag}: {n:,} records. Training also tries to learn the tag from its name.</source>
      <extracomment>Singular: {tag}: {n:,} record. Training also tries to learn the tag from its name.</extracomment>
      <translation>
        <numerusform>{tag} : {n:,} enregistrement. L’entraînement essaie aussi d’apprendre l’étiquette à partir de son nom.</numerusform>
        <numerusform>{tag} : {n:,} enregistrements. L’entraînement essaie aussi d’apprendre l’étiquette à partir de son nom.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/import_export/import_report.py" />
      <source>{tag}; record {record:,} is {other}</source>
      <translation>{tag} ; l’enregistrement {record:,} est {other}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record/detail_tabs.py" />
      <source>{text}
Show this record</source>
      <translation>{text}
Afficher cet enregistrement</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>{total:,} of {n:,} predictions change.</source>
      <extracomment>Singular: {total:,} of {n:,} prediction changes.</extracomment>
      <translation>
        <numerusform>{total:,} prédiction sur {n:,} change.</numerusform>
        <numerusform>{total:,} prédictions sur {n:,} changent.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/result_notifications.py" />
      <source>{train} ({count} new)</source>
      <translation>{train} ({count} nouv.)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/priorities_dialog.py" />
      <source>{true} tagged as {predicted} costs {cost}</source>
      <translation>{true} étiqueté {predicted} coûte {cost}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/journal.py" />
      <source>{verb} step {target:,}</source>
      <translation>{verb} : étape {target:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/application/window_state.py" />
      <source>{verb}: {step}</source>
      <translation>{verb} : {step}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help/about_dialog.py" />
      <source>{version} (unsigned development build)</source>
      <translation>{version} (version de développement non signée)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/training_dialog.py" />
      <source>{what}:</source>
      <translation>{what} :</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{whose}: {decisions}, {n:,} identical, {conflicts}</source>
      <extracomment>Singular: {whose}: {decisions}, {n:,} identical, {conflicts}</extracomment>
      <translation>
        <numerusform>{whose} : {decisions}, {n:,} identique, {conflicts}</numerusform>
        <numerusform>{whose} : {decisions}, {n:,} identiques, {conflicts}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>{who}: {tag}, {when}.</source>
      <translation>{who} : {tag}, {when}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/workspace_files.py" />
      <source>{words} File: {name}.</source>
      <translation>{words} Fichier : {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{words}. A tag set has at most {most} tags. Choose another column.</source>
      <translation>{words}. Un jeu compte au plus {most} étiquettes. Choisissez une autre colonne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{words}. Are these tags?</source>
      <translation>{words}. Est-ce des étiquettes ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_sources_dialog.py" />
      <source>{words}. These are too long to be tags. Choose another column.</source>
      <translation>{words}. Ces valeurs sont trop longues pour être des étiquettes. Choisissez une autre colonne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/report/prediction_changes.py" />
      <source>{words}; true tag: {truth}</source>
      <translation>{words} ; vraie étiquette : {truth}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>“Asked” counts all other decisions: questions, on which the model was unsure, checks of a certification, on which it was sure, and records that you chose. “Random check” is the audit set; only it represents the whole table.</source>
      <translation>« Demandés » compte toutes les autres décisions : les questions, où le modèle hésitait, les vérifications d’une certification, où il était sûr, et les enregistrements que vous avez choisis. « Contrôle aléatoire » est l’échantillon d’audit ; lui seul représente tout le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/tag_set_editor.py" />
      <source>“Find records…” looks for decided records that belong to {name}.</source>
      <translation>« Chercher des enregistrements… » cherche les enregistrements décidés qui relèvent de {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/production.py" />
      <source>“Random check” counts texts that the service drew at random among all its answers. “Asked” counts texts that were sent for another reason, such as low confidence; it says nothing about the others.</source>
      <translation>« Contrôle aléatoire » compte les textes que le service a tirés au hasard parmi toutes ses réponses. « Demandés » compte les textes envoyés pour une autre raison, comme une confiance basse ; cela ne dit rien des autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>“{name}” is in the library.</source>
      <translation>« {name} » est dans la bibliothèque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/library.py" />
      <source>“{name}” was deleted.</source>
      <translation>« {name} » a été supprimé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/sharing.py" />
      <source>“{note}”</source>
      <translation>« {note} »</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/record/text_view.py" />
      <source>… and {n:,} more characters</source>
      <extracomment>Singular: … and {n:,} more character</extracomment>
      <translation>
        <numerusform>… et {n:,} caractère de plus</numerusform>
        <numerusform>… et {n:,} caractères de plus</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>− removed</source>
      <translation>− supprimé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document/source_dialogs.py" />
      <source>≠ changed</source>
      <translation>≠ modifié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/training/model_list.py" />
      <source>✓ Active</source>
      <translation>✓ Actif</translation>
    </message>
  </context>
  <context>
    <name>MLTag core</name>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source> and </source>
      <translation> et </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source> and {count:,} more</source>
      <translation> et {count:,} autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source> and {more:,} more</source>
      <translation> et {more:,} autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>, perhaps by chance</source>
      <translation>, peut-être par hasard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>/{source}/ is not a valid regular expression.</source>
      <translation>/{source}/ n’est pas une expression régulière valide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>95% intervals: Wilson for accuracy, recall and the metrics per tag; bootstrap (1,000 draws) for weighted precision, weighted F1 and macro F1.</source>
      <translation>Intervalles à 95 % : Wilson pour l’exactitude, le rappel et les mesures par étiquette ; bootstrap (1 000 tirages) pour la précision pondérée, le F1 pondéré et le macro-F1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>; </source>
      <translation> ; </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>A behaviour test has no text.</source>
      <translation>Un test de comportement n’a pas de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>A cell of a sheet can hold at most {max_length:,} characters; one cell has {count:,}.</source>
      <translation>Une cellule de feuille peut contenir au plus {max_length:,} caractères ; une cellule en a {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>A certification is running already.</source>
      <translation>Une certification est déjà en cours.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>A certification takes 1 to {most:,} checks.</source>
      <translation>Une certification demande de 1 à {most:,} contrôles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>A check has been taken back.</source>
      <translation>Un contrôle a été annulé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A closing bracket is missing.</source>
      <translation>Il manque une parenthèse fermante.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A condition is missing before or after OR.</source>
      <translation>Il manque une condition avant ou après OR.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>A model can be evaluated once two tags have two decisions each.</source>
      <translation>Un modèle peut être évalué dès que deux étiquettes ont deux décisions chacune.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>A model can be evaluated once two tags have two records each.</source>
      <translation>Un modèle peut être évalué dès que deux étiquettes ont deux enregistrements chacune.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>A model cannot be compared with itself.</source>
      <translation>Un modèle ne peut être comparé à lui-même.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>A model of the recipe {name} contains code that runs, so it stays in its workspace.</source>
      <translation>Un modèle de la recette {name} contient du code exécutable ; il reste donc dans son espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>A model of the tagged records alone predicts more of them correctly, but the difference may be due to chance.</source>
      <translation>Un modèle des seuls enregistrements étiquetés en prédit davantage correctement, mais la différence peut être due au hasard.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>A model was trained on all {total:,} rows or near-copies of them, so these figures do not show how good it is on new texts.</source>
      <translation>Un modèle a été entraîné sur les {total:,} lignes ou sur leurs quasi-copies : ces chiffres ne montrent donc pas sa qualité sur de nouveaux textes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>A model was trained on {count:,} of {total:,} rows or near-copies of them, so the figures on all rows are too good. Look at the rows never trained on.</source>
      <translation>Un modèle a été entraîné sur {count:,} des {total:,} lignes ou sur leurs quasi-copies : les chiffres sur toutes les lignes sont donc trop bons. Consultez ceux des lignes jamais utilisées pour l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>A name has at most {most} characters.</source>
      <translation>Un nom a au plus {most} caractères.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>A prediction needs at least two tags.</source>
      <translation>Une prédiction demande au moins deux étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A quotation mark is missing.</source>
      <translation>Il manque un guillemet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>A quoted cell starts in this line and is not closed.</source>
      <translation>Une cellule entre guillemets s’ouvre à cette ligne et ne se ferme pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>A record that was drawn at random to measure accuracy shows its prediction only after your decision, so that it does not influence you.</source>
      <translation>Un enregistrement tiré au hasard pour mesurer l’exactitude ne montre sa prédiction qu’après votre décision, afin de ne pas vous influencer.</translation>
    </message>
    <message>
      <location filename="../../resources/report/summary.html.j2" />
      <source>A reliable model is right about as often as its confidence says.</source>
      <translation>Un modèle fiable a raison à peu près aussi souvent que sa confiance l’indique.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>A sheet can have at most {max_columns:,} columns; the table would have {columns:,}.</source>
      <translation>Une feuille peut avoir au plus {max_columns:,} colonnes ; le tableau en aurait {columns:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>A sheet can have at most {max_rows:,} rows.</source>
      <translation>Une feuille peut avoir au plus {max_rows:,} lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A tag is missing after “{key}:”.</source>
      <translation>Il manque une étiquette après « {key} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>A tag set has at most {most:,} tags. Choose another column.</source>
      <translation>Il y a au plus {most:,} étiquettes. Choisissez une autre colonne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>A tag set has at most {most:,} tags; check that these are tags.</source>
      <translation>Un jeu d’étiquettes en a au plus {most:,} ; vérifiez que ce sont des étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>A text is missing after “~”.</source>
      <translation>Il manque un texte après « ~ ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A value is missing after “{key}:”.</source>
      <translation>Il manque une valeur après « {key}: ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A word is missing after “is:”.</source>
      <translation>Il manque un mot après « is: ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>A word is missing after “note:”.</source>
      <translation>Il manque un mot après « note: ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>A worker process could not be started: {reason}.</source>
      <translation>Un processus de travail n’a pas pu être démarré : {reason}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>A worker process ended unexpectedly (exit code {code}).</source>
      <translation>Un processus de travail s’est arrêté de façon inattendue (code de sortie {code}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>A workspace can have at most {most:,} behaviour tests.</source>
      <translation>Un espace de travail peut contenir au plus {most:,} tests de comportement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>A workspace can have at most {most} slices.</source>
      <translation>Un espace de travail peut avoir au plus {most} sous-ensembles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>Accept or correct a few records first.</source>
      <translation>Accepter ou corriger d’abord quelques enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>Accept or correct a few records, then train.</source>
      <translation>Accepter ou corriger quelques enregistrements, puis entraîner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>Accept or correct other records, then train.</source>
      <translation>Acceptez ou corrigez d’autres enregistrements, puis lancez l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curation/decision_controller.py" />
      <source>Accept the predicted tags ({count:,} records)</source>
      <translation>Accepter les étiquettes prédites ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Accepted the predicted tags ({count:,} records)</source>
      <translation>Étiquettes prédites acceptées ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Accuracy</source>
      <translation>Exactitude</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is used.</source>
      <translation>Exactitude par caractéristiques : {table}. Parmi les candidats à moins d’une erreur type du meilleur, le plus rapide est utilisé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is used; with few rows for each tag, the one with all features, or the best if it is not among them.</source>
      <translation>Exactitude par caractéristiques : {table}. Parmi les candidats à moins d’une erreur type du meilleur, le plus rapide est utilisé ; avec peu de lignes par étiquette, celui qui a toutes les caractéristiques, ou le meilleur s’il n’en fait pas partie.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest is used; with few rows for each tag, the one with all features.</source>
      <translation>Exactitude par caractéristiques : {table}. Parmi les candidats à moins d’une erreur type du meilleur, le plus rapide est utilisé ; avec peu de lignes par étiquette, celui qui a toutes les caractéristiques.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Active</source>
      <translation>Actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_candidates.py" />
      <source>Add another tag first.</source>
      <translation>Ajouter d’abord une autre étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Add rows of the same tags, or choose another column of tags.</source>
      <translation>Ajoutez des lignes avec les mêmes étiquettes, ou choisissez une autre colonne d’étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>Add tags to the list.</source>
      <translation>Ajoutez des étiquettes à la liste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Add texts</source>
      <translation>Ajouter des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Add the tag first.</source>
      <translation>Ajouter d’abord l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Add the tag {added}</source>
      <translation>Ajouter l’étiquette {added}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Advance after a decision</source>
      <translation>Avancer après une décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>All 6 labelled texts about recommendation are natural-language-processing.</source>
      <translation>Les 6 textes étiquetés sur la recommandation ont tous l’étiquette natural-language-processing.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>All records are decided.</source>
      <translation>Tous les enregistrements ont une décision.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>All rows</source>
      <translation>Toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training_checks.py" />
      <source>All tagged records contradict each other: equal texts have different tags.</source>
      <translation>Tous les enregistrements étiquetés se contredisent : des textes identiques ont des étiquettes différentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>All tags</source>
      <translation>Toutes les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>All tags of each record</source>
      <translation>Toutes les étiquettes de chaque enregistrement</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>All {n:,} tagged records are holdout rows, or near copies of them, so they are excluded from training: models are not evaluated on rows that they were trained on.</source>
      <extracomment>Singular: {n:,} tagged record is a holdout row, or a near copy of one, so it is excluded from training: models are not evaluated on rows that they were trained on.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté est une ligne du jeu réservé, ou presque, et n’est donc pas utilisé pour l’entraînement : un modèle n’est pas évalué sur les lignes qui ont servi à l’entraîner.</numerusform>
        <numerusform>Les {n:,} enregistrements étiquetés sont des lignes du jeu réservé, ou presque, et ne sont donc pas utilisés pour l’entraînement : un modèle n’est pas évalué sur les lignes qui ont servi à l’entraîner.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>All {rows:,} answers: {precision:.0%} correct.</source>
      <translation>Les {rows:,} réponses : {precision:.0%} justes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Allow more checks or a larger error, or review all records.</source>
      <translation>Autoriser plus de contrôles ou une erreur plus grande, ou vérifier tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Allow one tag per record</source>
      <translation>Autoriser une étiquette par enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Allow several in Tag set…, or with mltag tags WORKSPACE --several.</source>
      <translation>En autoriser plusieurs dans « Jeu d’étiquettes… », ou avec mltag tags ESPACE --several.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Allow several tags per record</source>
      <translation>Autoriser plusieurs étiquettes par enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Also tag as {tag}</source>
      <translation>Étiqueter aussi {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Also tagged as {tag}</source>
      <translation>Aussi étiqueté {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Appearance</source>
      <translation>Apparence</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Ask for a file exported by MLTag Desktop.</source>
      <translation>Demander un fichier exporté par MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Ask its owner for access, or choose another file.</source>
      <translation>Demander l’accès à son propriétaire, ou choisir un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>At a confidence of {threshold:.2f} or above, {right_b:,} of {rows_b:,} answers of {new} are right, and {right_a:,} of {rows_a:,} of {old}.</source>
      <translation>À partir d’une confiance de {threshold:.2f}, réponses justes : {right_b:,} sur {rows_b:,} ({new}) et {right_a:,} sur {rows_a:,} ({old}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>At least {fewest} are needed.</source>
      <translation>Il en faut au moins {fewest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/answer_gain.py" />
      <source>At least {least} decisions with two tags are needed.</source>
      <translation>Il faut au moins {least} décisions avec deux étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>At the review threshold of {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}.</source>
      <translation>Au seuil de vérification de {threshold:.2f} : précision {precision:.3f}, rappel {recall:.3f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>At {threshold:.2f} or above {new} is right less often than {old}: {figures}.</source>
      <translation>À partir de {threshold:.2f}, {new} a moins souvent raison que {old} : {figures}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>At {threshold:.2f} or above: {precision:.0%} correct, {part:.0%} of all answers.</source>
      <translation>À partir de {threshold:.2f} : {precision:.0%} justes, {part:.0%} des réponses.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Automatic order</source>
      <translation>Ordre automatique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_meaning.py" />
      <source>Available tags: {some}.</source>
      <translation>Étiquettes disponibles : {some}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Backups per workspace</source>
      <translation>Sauvegardes par espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Before promotion</source>
      <translation>Avant l’activation</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Behaviour tests</source>
      <translation>Tests de comportement</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>Both labelled texts about music are natural-language-processing.</source>
      <translation>Les deux textes étiquetés sur la musique ont l’étiquette natural-language-processing.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Bundled</source>
      <translation>Fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Calibration error</source>
      <translation>Erreur de calibration</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Cancel the certification</source>
      <translation>Annuler la certification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Cancel the certification and start again.</source>
      <translation>Annuler la certification et recommencer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Candidate</source>
      <translation>Candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Case</source>
      <translation>Cas</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Certify at most {allowed:.0%} wrong above {cut}</source>
      <translation>Certifier au plus {allowed:.0%} d’erreurs à partir de {cut}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Change the columns</source>
      <translation>Changer les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Change the review thresholds</source>
      <translation>Changer les seuils de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Change the tags</source>
      <translation>Changer les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Changes in {log} were not used.</source>
      <translation>Les modifications de {log} n’ont pas été utilisées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Check its name and permissions.</source>
      <translation>Vérifiez son nom et ses droits d’accès.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Check its name.</source>
      <translation>Vérifier son nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Check its permissions, or set {variable} to another folder.</source>
      <translation>Vérifiez ses droits d’accès, ou donnez un autre dossier à {variable}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Check its permissions.</source>
      <translation>Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Check that the file and its folder exist and are writable.</source>
      <translation>Vérifier que le fichier et son dossier existent et sont accessibles en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Check the disk, then try again.</source>
      <translation>Vérifier le disque, puis réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Check the list again.</source>
      <translation>Vérifier de nouveau la liste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Check the name and try again.</source>
      <translation>Vérifier le nom et réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Check the name, or choose another file.</source>
      <translation>Vérifier le nom, ou choisir un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Check the name, or open the table to create a new workspace.</source>
      <translation>Vérifier le nom, ou ouvrir le tableau pour créer un nouvel espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>Check the permissions of the folder.</source>
      <translation>Vérifier les autorisations du dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/decision_log.py" />
      <source>Check who owns the file and try again.</source>
      <translation>Vérifier à qui appartient le fichier et réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Check who owns the file.</source>
      <translation>Vérifier à qui appartient le fichier.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Check {n:,} more records.</source>
      <extracomment>Singular: Check {n:,} more record.</extracomment>
      <translation>
        <numerusform>Vérifier encore {n:,} enregistrement.</numerusform>
        <numerusform>Vérifier encore {n:,} enregistrements.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_checks.py" />
      <source>Checking the records</source>
      <translation>Examen des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Choose 1%, 3%, 5% or 10%.</source>
      <translation>Choisir 1 %, 3 %, 5 % ou 10 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Choose a .mltag file, or open a table (CSV) to create a workspace.</source>
      <translation>Choisir un fichier .mltag, ou ouvrir un tableau (CSV) pour créer un espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Choose a .mltag file.</source>
      <translation>Choisir un fichier .mltag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Choose a delimiter of one character.</source>
      <translation>Choisissez un séparateur d’un seul caractère.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/decision_log.py" />
      <source>Choose a file NAME.mltag-decisions, or move this one away.</source>
      <translation>Choisissez un fichier NOM.mltag-decisions, ou déplacez celui-ci.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Choose a file that MLTag Desktop wrote.</source>
      <translation>Choisir un fichier écrit par MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Choose a file that was exported as a guideline.</source>
      <translation>Choisir un fichier exporté comme consigne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>Choose a file with a column title, description or text, or choose a column.</source>
      <translation>Choisir un fichier avec une colonne title, description ou text, ou choisir une colonne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Choose a file with a header line and at least one record.</source>
      <translation>Choisir un fichier avec une ligne d’en-tête et au moins un enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Choose a file with at least one record.</source>
      <translation>Choisir un fichier avec au moins un enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose a file.</source>
      <translation>Choisir un fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose a folder that contains a manifest.json.</source>
      <translation>Choisir un dossier qui contient un manifest.json.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Choose a folder written by mltag train.</source>
      <translation>Choisissez un dossier écrit par mltag train.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose a model folder.</source>
      <translation>Choisir un dossier de modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Choose a model from the list.</source>
      <translation>Choisir un modèle dans la liste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose a name without {signs}, without a dot or blank at the end, and other than CON, NUL, PRN, AUX, COM1 and LPT1.</source>
      <translation>Choisissez un nom sans {signs}, sans point ni espace à la fin, et autre que CON, NUL, PRN, AUX, COM1 et LPT1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Choose a record from 1 to {count}.</source>
      <translation>Choisir un enregistrement de 1 à {count}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose a single character, such as ", or none.</source>
      <translation>Choisir un seul caractère, comme ", ou aucun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose a single character, such as , or ;</source>
      <translation>Choisir un seul caractère, comme , ou ;</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose a single character, such as \, or none.</source>
      <translation>Choisir un seul caractère, comme \, ou aucun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Choose a step from 0 to {last}.</source>
      <translation>Choisir une étape de 0 à {last}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Choose a writable folder with free space.</source>
      <translation>Choisir un dossier accessible en écriture, avec de l’espace libre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Choose a {suffix} file.</source>
      <translation>Choisissez un fichier {suffix}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Choose another delimiter, or remove line breaks.</source>
      <translation>Choisir un autre séparateur, ou supprimer les sauts de ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another file; this one is too large for its purpose.</source>
      <translation>Choisissez un autre fichier ; celui-ci est trop grand pour cet usage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>Choose another folder in the settings.</source>
      <translation>Choisir un autre dossier dans les réglages.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>Choose another folder, or free some space.</source>
      <translation>Choisir un autre dossier, ou libérer de l’espace.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another folder.</source>
      <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another model, or get a new copy of this one.</source>
      <translation>Choisir un autre modèle, ou récupérer une nouvelle copie de celui-ci.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Choose another model, or train this one again.</source>
      <translation>Choisir un autre modèle, ou entraîner celui-ci de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Choose another model.</source>
      <translation>Choisir un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another name for the model.</source>
      <translation>Choisir un autre nom pour le modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another name, or allow overwriting.</source>
      <translation>Choisir un autre nom, ou autoriser le remplacement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Choose another name, or rename or delete that model first.</source>
      <translation>Choisissez un autre nom, ou renommez ou supprimez d’abord ce modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Choose another name.</source>
      <translation>Choisir un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Choose another name; the source file is never overwritten.</source>
      <translation>Choisir un autre nom ; le fichier source n’est jamais écrasé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Choose another number of checks.</source>
      <translation>Choisir un autre nombre de contrôles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>Choose another recipe, or ask the authors of the package {package}. No decision is lost.</source>
      <translation>Choisir une autre recette ou contacter les auteurs du paquet {package}. Aucune décision n’est perdue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Choose another review threshold.</source>
      <translation>Choisir un autre seuil de vérification.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Choose at least one text column.</source>
      <translation>Choisir au moins une colonne de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>Choose columns of the table.</source>
      <translation>Choisir des colonnes du tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Choose existing columns.</source>
      <translation>Choisir des colonnes existantes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>Choose from {names}.</source>
      <translation>Choix possibles : {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>Choose one of its tags.</source>
      <translation>Choisissez une de ses étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one of the available options.</source>
      <translation>Choisir une des options disponibles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Choose one of the table's columns.</source>
      <translation>Choisir une des colonnes du tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>Choose one of these as the text column: {columns}.</source>
      <translation>Choisissez l’une de celles-ci comme colonne de texte : {columns}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Choose one of these: {sheet_names}.</source>
      <translation>Choisir l’une de celles-ci : {sheet_names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Choose one of {known}.</source>
      <translation>En choisir une parmi : {known}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_strategies.py" />
      <source>Choose one of: {orders}.</source>
      <translation>Choisir une stratégie : {orders}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Choose table, corrections or original.</source>
      <translation>Choisir tableau, corrections ou original.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>Choose the downloaded installer.</source>
      <translation>Choisir l’installateur téléchargé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>Choose the file release.json or SHA256SUMS of an MLTag Desktop release.</source>
      <translation>Choisir le fichier release.json ou SHA256SUMS d’une version de MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Choose the same or a stricter policy, or change it where it was set.</source>
      <translation>Choisir la même règle ou une règle plus stricte, ou la modifier là où elle a été définie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Choose two tags of the tag set.</source>
      <translation>Choisir deux étiquettes du jeu d’étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Clear decision</source>
      <translation>Effacer la décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Cleared decision</source>
      <translation>Décision effacée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Close it there, or choose another file.</source>
      <translation>Fermez-le dans ce programme ou choisissez un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>Close it there, or choose another name.</source>
      <translation>Fermez-le là-bas ou choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Close it there, then try again.</source>
      <translation>Le fermer là-bas, puis réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Close it: what was not in the file yet is kept beside it.</source>
      <translation>Fermez-le : ce qui n’était pas encore dans le fichier est conservé à côté.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/errors.py" />
      <source>Close other programs and try again.</source>
      <translation>Fermez d’autres programmes, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Close programs that use it, or choose another folder.</source>
      <translation>Fermez les programmes qui l’utilisent, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Compare confidence with a number.</source>
      <translation>Comparer la confiance à un nombre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Compare the probability of a tag with a number between 0 and 1, or 0% and 100%.</source>
      <translation>Comparer la probabilité d’une étiquette à un nombre entre 0 et 1, ou 0 % et 100 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Compare them again.</source>
      <translation>Les comparer de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Comparing the decisions</source>
      <translation>Comparaison des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>Comparing with the imported records</source>
      <translation>Comparaison avec les enregistrements importés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Confidence above</source>
      <translation>Confiance au-dessus de</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Confidence before</source>
      <translation>Confiance avant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Confidence must be between 0 and 1, or 0% and 100%.</source>
      <translation>La confiance doit être comprise entre 0 et 1, ou 0 % et 100 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Confidence must be between 0 and 1.</source>
      <translation>La confiance doit être comprise entre 0 et 1.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confidence of {new} against {old}, paired bootstrap: {verdict}.</source>
      <translation>Confiance, « {new} » par rapport à « {old} » (bootstrap apparié) : {verdict}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Confidence recalibrated on {count:,} decisions that the model was not trained on: it is now {sure} confident, and the tags are unchanged. The mean cross-validated log loss of the decisions went from {loss_before:.3f} to {loss_after:.3f}.</source>
      <translation>Confiance recalibrée sur {count:,} décisions dont le modèle ne s’est pas servi pour l’entraînement : il est maintenant {sure} sûr, et les étiquettes sont inchangées. La log-loss moyenne des décisions, en validation croisée, est passée de {loss_before:.3f} à {loss_after:.3f}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Confidence recalibrated on {count:,} tagged records that the model was not trained on: it is now {sure} confident, and the tags are unchanged. The mean cross-validated log loss of these records went from {loss_before:.3f} to {loss_after:.3f}.</source>
      <translation>Confiance recalibrée sur {count:,} enregistrements étiquetés dont le modèle ne s’est pas servi pour l’entraînement : il est maintenant {sure} sûr, et les étiquettes sont inchangées. La log-loss moyenne de ces enregistrements, en validation croisée, est passée de {loss_before:.3f} à {loss_after:.3f}.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confusing two tags of a group is no error here.</source>
      <translation>Confondre deux étiquettes d’un groupe n’est pas une erreur ici.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confusion</source>
      <translation>Confusion</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Confusion of {title}: rows are true tags, columns are predicted tags</source>
      <translation>Confusions, {title} : les lignes sont les vraies étiquettes, les colonnes les étiquettes prédites</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Copy it to a writable folder and open the copy.</source>
      <translation>Le copier dans un dossier accessible en écriture, et ouvrir la copie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Copy it to this computer first. Only mltag predict with --engine ray reads addresses.</source>
      <translation>Copiez-le d’abord sur cet ordinateur. Seul mltag predict avec --engine ray lit des adresses.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Copy or download it again, or save it again as .xlsx or .csv.</source>
      <translation>Le copier ou le télécharger de nouveau, ou l’enregistrer de nouveau en .xlsx ou .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/table_file.py" />
      <source>Copy some cells first, then paste again.</source>
      <translation>Copier d’abord des cellules, puis coller de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>Copying the workspace</source>
      <translation>Copie de l’espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>Correct the file, or omit it.</source>
      <translation>Corriger le fichier, ou l’omettre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Create a new workspace for another table.</source>
      <translation>Créer un nouvel espace de travail pour un autre tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>Create a new workspace for it; this workspace keeps the imported records.</source>
      <translation>Créer un nouvel espace de travail pour lui ; celui-ci garde les enregistrements importés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Create a new workspace for the table.</source>
      <translation>Créer un nouvel espace de travail pour le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Create it first, or choose another folder.</source>
      <translation>Créer d’abord ce dossier, ou en choisir un autre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Data checks</source>
      <translation>Contrôle des données</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Decide some records first.</source>
      <translation>Décider d’abord de quelques enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>Decisions of the last minutes may be missing: their copy {name}-decisions does not exist or belongs to another file.</source>
      <translation>Des décisions des dernières minutes manquent peut-être : leur copie {name}-decisions n’existe pas ou appartient à un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Delete cells far from the table, or save the sheet you need as a .csv file.</source>
      <translation>Supprimer les cellules loin du tableau, ou enregistrer la feuille voulue en fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Delimited text</source>
      <translation>Texte délimité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Delimiter {name} is also possible.</source>
      <translation>Le séparateur {name} est aussi possible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Delimiter {name}: {width} cells in {share} checked; {named}.</source>
      <translation>Séparateur {name} : {width} cellules dans {share} ; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Detailed</source>
      <translation>Détaillé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Discard model {version}</source>
      <translation>Abandonner le modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Drift is checked once a model for these tags is active.</source>
      <translation>La dérive est vérifiée dès qu’un modèle est actif pour ces étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Drift is checked once the model is trained on more records.</source>
      <translation>La dérive est vérifiée dès que le modèle est entraîné sur davantage d’enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Each line is a JSON object; the first {sample_records:,} have {count} keys.</source>
      <translation>Chaque ligne est un objet JSON ; les {sample_records:,} premières ont {count} clés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Each slice needs a name.</source>
      <translation>Chaque sous-ensemble doit avoir un nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Each tag has only one distinct text, so no text is left for the evaluation.</source>
      <translation>Aucune étiquette n’a deux textes différents ; il n’en reste donc aucun pour l’évaluation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Each tag needs a name.</source>
      <translation>Chaque étiquette doit avoir un nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Edit the record again, or leave it as unreadable.</source>
      <translation>Modifier de nouveau l’enregistrement, ou le laisser illisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>English texts keep their first estimates. {reason}</source>
      <translation>Les textes en anglais gardent leurs premières estimations. {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Enter a name for the slice.</source>
      <translation>Saisir un nom pour le sous-ensemble.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Enter a name for the tag.</source>
      <translation>Saisir un nom pour l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Enter a search, such as tag:mlops.</source>
      <translation>Saisir une recherche, comme tag:mlops.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Enter a text.</source>
      <translation>Saisir un texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>Enter one name per line.</source>
      <translation>Saisissez un nom par ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>Estimated: each word was left out to see how much it counts.</source>
      <translation>Estimation : chaque mot a été retiré pour voir combien il compte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Estimates from names and answers were shown before. Of {n:,} records, {before:.0%} had the right one when they were decided; the candidate is right on {after:.0%} of the same records, cross-validated.</source>
      <translation>Des estimations d’après les noms et les réponses étaient affichées jusqu’ici. Sur {n:,} enregistrements, {before:.0%} avaient la bonne étiquette au moment de leur décision ; le candidat a raison sur {after:.0%} des mêmes enregistrements (validation croisée).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Every byte is plain ASCII, read as UTF-8.</source>
      <translation>Tous les octets sont de l’ASCII pur, lu en UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Every byte is valid UTF-8.</source>
      <translation>Tous les octets sont de l’UTF-8 valide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Every second byte is zero, as in {wide}.</source>
      <translation>Un octet sur deux est nul, comme en {wide}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Everything saved before is kept.</source>
      <translation>Tout ce qui était enregistré est conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Exact match</source>
      <translation>Correspondance exacte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Excel workbook</source>
      <translation>Classeur Excel</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Excluded here because the active model was trained on them: {rows}.</source>
      <translation>Exclues ici, car le modèle actif a été entraîné dessus : {rows}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Excluded here because {old} was trained on them: {rows}.</source>
      <translation>Exclues ici, car {old} a été entraîné dessus : {rows}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Expected</source>
      <translation>Attendu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Expected by chance</source>
      <translation>Attendue par hasard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Export a .csv file instead, or fewer columns.</source>
      <translation>Exportez plutôt un fichier .csv ou moins de colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Export a .csv file instead.</source>
      <translation>Exporter plutôt un fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>Export as .csv, or choose another column for the tag.</source>
      <translation>Exporter en .csv, ou choisir une autre colonne pour l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>Export as .csv, or save the workbook as .xlsx first.</source>
      <translation>Exporter en .csv, ou enregistrer d’abord le classeur en .xlsx.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Export as UTF-8, or write missing characters as \u2192 and the like (--escape).</source>
      <translation>Exporter en UTF-8, ou écrire les caractères manquants sous la forme \u2192 (--escape).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Export it again, or use CSV.</source>
      <translation>L’exporter de nouveau, ou utiliser CSV.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>Exports have no column “{name}”.</source>
      <translation>Les exports n’ont pas de colonne « {name} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>F1 by version</source>
      <translation>F1 par version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>F1 of {name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>F1 de {name} : de {before:.3f} à {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>F1 of {tag}</source>
      <translation>F1 de {tag}</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>F1 {difference:+.3f} ({low:+.3f} to {high:+.3f}), McNemar p {p:.2g}.</source>
      <translation>F1 {difference:+.3f} ({low:+.3f} à {high:+.3f}), McNemar p {p:.2g}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} decisions.</source>
      <translation>F1 {f1:.3f} ({low:.3f} à {high:.3f}) sur {rows:,} décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} rows.</source>
      <translation>F1 {f1:.3f} ({low:.3f} à {high:.3f}) sur {rows:,} lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} tagged records.</source>
      <translation>F1 {f1:.3f} ({low:.3f} à {high:.3f}) sur {rows:,} enregistrements étiquetés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>F1 {f1:.3f} of {name}</source>
      <translation>F1 {f1:.3f} de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>F1 {f1_b:.3f} against {f1_a:.3f} on {rows:,} {what}</source>
      <translation>F1 {f1_b:.3f} contre {f1_a:.3f} sur {rows:,} {what}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Failed behaviour tests</source>
      <translation>Tests de comportement en échec</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Features, C and class weights chosen by cross-validation</source>
      <translation>Variables, C et poids des classes choisis par validation croisée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Few uncertain records are left. The bundled model suggests {first}, then {second}.</source>
      <translation>Il reste peu d’enregistrements incertains. Le modèle fourni propose {first}, puis {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Few uncertain records are left. The queue’s model suggests {first}, then {second}.</source>
      <translation>Il reste peu d’enregistrements incertains. Le modèle de la file propose {first}, puis {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Fewer than {fewest} records that were not trained on are not enough to distinguish drift from chance.</source>
      <translation>Moins de {fewest} enregistrements non utilisés pour l’entraînement ne suffisent pas à distinguer une dérive du hasard.</translation>
    </message>
    <message>
      <location filename="../../resources/report/summary.html.j2" />
      <source>Figures in brackets are 95% intervals.</source>
      <translation>Les valeurs entre parenthèses sont des intervalles à 95 %.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Figures on the decisions come from cross-validation: the confidence of each was calibrated without it. Decisions are not a random sample: they show which confidence suits the table better, not how reliable it is there.</source>
      <translation>Les chiffres sur les décisions viennent d’une validation croisée : la confiance de chacune a été calibrée sans elle. Les décisions ne forment pas un échantillon aléatoire : elles montrent quelle confiance convient mieux au tableau, non sa fiabilité.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Figures on the tagged records come from cross-validation: the confidence of each was calibrated without it. Tagged records are not a random sample: they show which confidence suits the table better, not how reliable it is there.</source>
      <translation>Les chiffres sur les enregistrements étiquetés viennent d’une validation croisée : la confiance de chacun a été calibrée sans lui. Ces enregistrements ne forment pas un échantillon aléatoire : ils montrent quelle confiance convient mieux au tableau, non sa fiabilité.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>Figures on this table come from cross-validation: each decision was predicted by a model trained without it. Decisions are not a random sample: they show which model suits the table better, not how accurate it is there.</source>
      <translation>Les chiffres sur ce tableau viennent d’une validation croisée : chaque décision a été prédite par un modèle entraîné sans elle. Les décisions ne forment pas un échantillon aléatoire : elles montrent quel modèle convient mieux au tableau, non son exactitude.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Figures on this table come from cross-validation: each record was predicted by a model trained without it. All records of the table are tagged, so the figures represent the table.</source>
      <translation>Les chiffres de ce tableau viennent d’une validation croisée : chaque enregistrement a été prédit par un modèle entraîné sans lui. Tous les enregistrements du tableau ont une étiquette ; les chiffres représentent donc tout le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Figures on this table come from cross-validation: each record was predicted by a model trained without it. Tagged records are not a random sample: they show which model suits the table better, not how accurate it is there.</source>
      <translation>Les chiffres sur ce tableau viennent d’une validation croisée : chaque enregistrement a été prédit par un modèle entraîné sans lui. Les enregistrements étiquetés ne forment pas un échantillon aléatoire : ils montrent quel modèle convient mieux au tableau, non son exactitude.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Files beside a workspace are not opened through links. Remove it, then try again.</source>
      <translation>Les fichiers à côté d’un espace de travail ne s’ouvrent pas par des liens. Supprimez ce lien, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Finish or cancel it first.</source>
      <translation>La terminer ou l’annuler d’abord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Fix line {line}</source>
      <translation>Corriger la ligne {line}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Fix records after the import has finished.</source>
      <translation>Corriger les enregistrements une fois l’importation terminée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Fix the record first.</source>
      <translation>Corriger d’abord l’enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Fix {count:,} lines</source>
      <translation>Corriger {count:,} lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Fixed tag keys</source>
      <translation>Touches d’étiquettes fixes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Flag</source>
      <translation>Signaler</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Flag {n:,} misclassifications from {name}</source>
      <extracomment>Singular: Flag {n:,} misclassification from {name}</extracomment>
      <translation>
        <numerusform>Signaler {n:,} erreur de classement de {name}</numerusform>
        <numerusform>Signaler {n:,} erreurs de classement de {name}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Flagged</source>
      <translation>Signalé</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Flagged {n:,} misclassifications from {name}</source>
      <extracomment>Singular: Flagged {n:,} misclassification from {name}</extracomment>
      <translation>
        <numerusform>{n:,} erreur de classement de {name} signalée</numerusform>
        <numerusform>{n:,} erreurs de classement de {name} signalées</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>For the record text in the detail pane and the focus view. All other text uses the system font size.</source>
      <translation>Pour le texte de l’enregistrement dans le volet de détail et la vue focus. Les autres textes suivent la taille du système.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Free some space and try again.</source>
      <translation>Libérer de l’espace et réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>Free some space, and check who owns the file and its folder.</source>
      <translation>Libérez de l’espace et vérifiez à qui appartiennent le fichier et son dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Free some space, then open it again.</source>
      <translation>Libérez de l’espace, puis rouvrez-le.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>Free some space, then train again; no decision is lost.</source>
      <translation>Libérer de l’espace, puis entraîner de nouveau ; aucune décision n’est perdue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Free some space, then try again.</source>
      <translation>Libérer de l’espace, puis réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>F{beta:g}</source>
      <translation>F{beta:g}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>F{beta:g} of {tag}</source>
      <translation>F{beta:g} de {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Get a new copy of the file.</source>
      <translation>Procurez-vous une nouvelle copie du fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>Give each test its own name.</source>
      <translation>Donner à chaque test son propre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Give one of them another key.</source>
      <translation>Attribuez une autre touche à l’une d’elles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Go back from model {promotions}</source>
      <translation>Revenir du modèle {promotions}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Go back to an earlier model and discard the damaged one, or restore a backup. The table and the decisions are intact.</source>
      <translation>Revenir à un modèle antérieur et supprimer le modèle endommagé, ou restaurer une sauvegarde. Le tableau et les décisions sont intacts.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Go to the next record. If off, the record stays until you press J.</source>
      <translation>Passer à l’enregistrement suivant. Si désactivé, l’enregistrement reste jusqu’à la touche J.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>Grouping the records</source>
      <translation>Groupement des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Groups of tags</source>
      <translation>Groupes d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Half are kept as daily backups, the rest are the latest. Older ones are deleted.</source>
      <translation>La moitié est conservée comme sauvegardes quotidiennes, le reste sont les plus récentes. Les plus anciennes sont supprimées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Header in row {skip}.</source>
      <translation>En-tête à la ligne {skip}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Hide predictions of random checks</source>
      <translation>Masquer les prédictions des contrôles aléatoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>If you trust the file, set the environment variable {name}, then try again.</source>
      <translation>Si vous faites confiance au fichier, définissez la variable d’environnement {name}, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Import</source>
      <translation>Importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Import decisions from {whose} ({count:,} records)</source>
      <translation>Importer les décisions de {whose} ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Import the table first.</source>
      <translation>Importer d’abord le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Importing decisions</source>
      <translation>Importation des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Incomplete: {parts}.</source>
      <translation>Incomplet : {parts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Install MLTag Desktop again.</source>
      <translation>Réinstaller MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Install it with: {command}</source>
      <translation>L’installer avec : {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Install the newer version to open it; the file was not changed.</source>
      <translation>Installer la version plus récente pour l’ouvrir ; le fichier n’a pas été modifié.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Install the newer version to read it.</source>
      <translation>Installer la version plus récente pour le lire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/own_recipes.py" />
      <source>Install the package again, or choose another recipe.</source>
      <translation>Réinstaller le paquet ou choisir une autre recette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>It contains: {names}.</source>
      <translation>Elle contient : {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>It would change {value:.0%} of the predictions that the model was confident about.</source>
      <translation>Il changerait {value:.0%} des prédictions dont le modèle était sûr.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>JSON lines</source>
      <translation>Lignes JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>JSON list</source>
      <translation>Liste JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Keyboard shortcuts below the record in the focus view.</source>
      <translation>Raccourcis clavier sous l’enregistrement dans la vue focus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>Known tags: {tags}.</source>
      <translation>Étiquettes connues : {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>Language: {language}, which no training text has. Predicted through the sentence encoder; the shares of words are estimates.</source>
      <translation>Langue {language}, absente des textes d’entraînement. Prédiction par l’encodeur de phrases ; les parts des mots sont des estimations.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Leave out “~”, or select records one by one.</source>
      <translation>Retirer « ~ », ou choisir les enregistrements un par un.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>Leave the column out to keep it, or import the table into a new workspace.</source>
      <translation>Omettre la colonne pour la conserver, ou importer le tableau dans un nouvel espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Light, dark, or the system setting.</source>
      <translation>Clair, sombre, ou selon le système.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Log level</source>
      <translation>Niveau du journal technique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Log loss</source>
      <translation>Log-loss</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>Log loss and calibration error (ECE) have bootstrap 95% intervals; when two models are compared, the same rows are drawn for both.</source>
      <translation>La log-loss et l’erreur de calibration (ECE) ont des intervalles bootstrap à 95 % ; pour comparer deux modèles, les mêmes lignes sont tirées pour les deux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_guideline.py" />
      <source>Looking for examples</source>
      <translation>Recherche d’exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Macro F1</source>
      <translation>F1 macro</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Majority</source>
      <translation>Majorité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/texts.py" />
      <source>Make it simpler: avoid a repetition inside a repetition.</source>
      <translation>Simplifiez-la : évitez une répétition dans une répétition.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Make the file and its folder writable.</source>
      <translation>Rendre le fichier et son dossier accessibles en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Mark as off topic</source>
      <translation>Marquer hors sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Mark as on topic</source>
      <translation>Marquer dans le sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Mark as unsure</source>
      <translation>Marquer comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Marked as off topic</source>
      <translation>Marqué hors sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Marked as on topic</source>
      <translation>Marqué dans le sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Marked as unsure</source>
      <translation>Marqué comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>May fail because</source>
      <translation>Échec admis, car</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Mean confidence</source>
      <translation>Confiance moyenne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Merge source changes ({added:,} new, {changed:,} changed, {gone:,} removed)</source>
      <translation>Fusionner les modifications de la source ({added:,} nouveaux, {changed:,} modifiés, {gone:,} supprimés)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Merge the two tags instead.</source>
      <translation>Fusionner plutôt les deux étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Merge them, or choose another name.</source>
      <translation>Les fusionner, ou choisir un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Merge {gone} into {heir}</source>
      <translation>Fusionner {gone} dans {heir}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Micro F1</source>
      <translation>F1 micro</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Micro precision</source>
      <translation>Précision micro</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Micro recall</source>
      <translation>Rappel micro</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Missing content came from the backup {name}.</source>
      <translation>Ce qui manquait vient de la sauvegarde {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../../resources/report/summary.html.j2" />
      <source>Model report</source>
      <translation>Rapport sur le modèle</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>Model report on {rows}, {n:,} rows</source>
      <extracomment>Singular: Model report on {rows}, {n:,} row</extracomment>
      <translation>
        <numerusform>Rapport sur le modèle : {rows}, {n:,} ligne</numerusform>
        <numerusform>Rapport sur le modèle : {rows}, {n:,} lignes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Model report: {rows}</source>
      <translation>Rapport sur le modèle : {rows}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} could not be unpacked: {strerror}.</source>
      <translation>Le modèle {version} n’a pas pu être décompressé : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>Model {version} is active again. It has other tags, so yours are estimated from their names and your decisions.</source>
      <translation>Le modèle {version} est de nouveau actif. Il a d’autres étiquettes ; les vôtres sont estimées d’après leurs noms et vos décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>Model {version} is active again. Its predictions replace the earlier ones.</source>
      <translation>Le modèle {version} est de nouveau actif. Ses prédictions remplacent les précédentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} is already active.</source>
      <translation>Le modèle {version} est déjà actif.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} was active before, so it cannot be discarded.</source>
      <translation>Le modèle {version} a déjà été actif, il ne peut donc pas être abandonné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Model {version} {what} and cannot be deleted.</source>
      <translation>Le modèle {version} {what} et ne peut être supprimé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Most frequent confusions</source>
      <translation>Confusions les plus fréquentes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Most of the sure records stay in review at any confidence, because they are unlike the training data.</source>
      <translation>La plupart des enregistrements sûrs restent à vérifier quelle que soit leur confiance, car ils diffèrent des données d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Move it back, or save a copy: everything saved so far is still available.</source>
      <translation>Le remettre en place ou enregistrer une copie : tout ce qui a été enregistré est encore disponible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>Move the workspace to a local disk, then open it again.</source>
      <translation>Déplacer l’espace de travail sur un disque local, puis l’ouvrir de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>NLP about transformers, LLMs, BERT</source>
      <translation>NLP sur les transformers, LLM, BERT</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Name a file to write to.</source>
      <translation>Nommer un fichier où écrire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Name one file.</source>
      <translation>Indiquez un seul fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>Name one of: {names}.</source>
      <translation>Indiquez l’un de ceux-ci : {names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>Naming the groups</source>
      <translation>Nommage des groupes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>No action is needed.</source>
      <translation>Aucune action n’est nécessaire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>No answer reaches the review threshold of {threshold:.2f}.</source>
      <translation>Aucune réponse n’atteint le seuil de vérification de {threshold:.2f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>No blinking cursor, no fading menus or tooltips.</source>
      <translation>Pas de curseur clignotant, ni menus ni infobulles en fondu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>No certification is running.</source>
      <translation>Aucune certification n’est en cours.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>No clear difference between {named} and {old}: {against}.</source>
      <translation>Pas de différence nette entre {named} et {old} : {against}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>No clear difference between {named} and {old}: {against}; {counts}.</source>
      <translation>Pas de différence nette entre {named} et {old} : {against} ; {counts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>No clear difference in confidence between {new} and {old}: {figures}; {answers}.</source>
      <translation>Pas de différence nette de confiance entre {new} et {old} : {figures} ; {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>No column contains text.</source>
      <translation>Aucune colonne ne contient de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>No file is called {path}, and patterns are not understood.</source>
      <translation>Aucun fichier ne s’appelle {path}, et les caractères génériques ne sont pas compris.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>No header line.</source>
      <translation>Pas de ligne d’en-tête.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>No header row.</source>
      <translation>Pas de ligne d’en-tête.</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>No labelled text is about contracts or law.</source>
      <translation>Aucun texte étiqueté ne porte sur les contrats ou le droit.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>No model for these tags is active, so the candidate cannot be compared with one.</source>
      <translation>Aucun modèle n’est actif pour ces étiquettes ; le candidat n’est donc comparé à aucun autre.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>No model for these tags is active, so there is none to compare the candidate with.</source>
      <translation>Aucun modèle n’est actif pour ces étiquettes ; le candidat n’est donc comparé à aucun autre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>No model is active now; tags are estimated from their names and your decisions.</source>
      <translation>Aucun modèle n’est actif : les étiquettes sont estimées d’après leurs noms et vos décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>No model was named.</source>
      <translation>Aucun modèle n’a été indiqué.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>No regressions that need confirmation.</source>
      <translation>Aucune régression à confirmer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>No row here has the tag {tag}.</source>
      <translation>Aucune ligne n’a ici l’étiquette {tag}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>No row was predicted with this tag.</source>
      <translation>Aucune ligne n’a été prédite avec cette étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>No rows for evaluation.</source>
      <translation>Aucune ligne pour l’évaluation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>No tagged record matches a row of the evaluation data, exactly or nearly.</source>
      <translation>Aucun enregistrement étiqueté ne correspond, exactement ou presque, à une ligne des données d’évaluation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>No text column is selected.</source>
      <translation>Aucune colonne de texte n’est sélectionnée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>No two records have the same text.</source>
      <translation>Il n’y a pas deux enregistrements avec le même texte.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/macros.html.j2" />
      <source>None of {n:,} rows.</source>
      <extracomment>Singular: None of {n:,} row.</extracomment>
      <translation>
        <numerusform>Aucune sur {n:,} ligne.</numerusform>
        <numerusform>Aucune sur {n:,} lignes.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>None: no tag, slice, behaviour test or calibration.</source>
      <translation>Aucune : ni étiquette, ni sous-ensemble, ni test de comportement, ni calibration.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Normal</source>
      <translation>Normal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Noted</source>
      <translation>Noté</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Notes</source>
      <translation>Remarques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Nothing of {path} can be read.</source>
      <translation>Rien ne peut être lu dans {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Nothing was changed. Choose a folder that you may write to.</source>
      <translation>Rien n’a changé. Choisir un dossier accessible en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Nothing was changed. Free some space or choose another folder, then try again.</source>
      <translation>Rien n’a été changé. Libérer de l’espace ou choisir un autre dossier, puis réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Nothing was changed. Free some space, or set {variable} to another folder.</source>
      <translation>Rien n’a été modifié. Libérez de l’espace, ou donnez un autre dossier à {variable}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Nothing was changed. The file is read-only, or open in another program such as Excel. Close it there, or choose another name.</source>
      <translation>Rien n’a été modifié. Le fichier est en lecture seule, ou ouvert dans un autre programme comme Excel. Fermez-le là-bas, ou choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>Nothing was lost. Close other programs and try again.</source>
      <translation>Rien n’a été perdu. Fermez d’autres programmes, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/table_file.py" />
      <source>Nothing was pasted.</source>
      <translation>Rien n’a été collé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Nothing was unpacked. Use only model files from people you trust.</source>
      <translation>Rien n’a été extrait. N’utilisez que des fichiers de modèle provenant de personnes de confiance.</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>Of 11 labelled texts about speech or audio none is other; 9 are natural-language-processing.</source>
      <translation>Sur 11 textes étiquetés sur la parole ou le son, aucun n’est other ; 9 sont natural-language-processing.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Off</source>
      <translation>Désactivé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Omit the encoding and the delimiter.</source>
      <translation>Omettre l’encodage et le séparateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Omit the sheet.</source>
      <translation>Omettre la feuille.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>On the audit set: {sentence}</source>
      <translation>Sur l’échantillon d’audit : {sentence}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/macros.html.j2" />
      <source>On the table’s {n:,} tagged records, each predicted by a model that had not seen it, against {old}: {verdict}.</source>
      <extracomment>Singular: On the table’s only tagged record, predicted by a model that had not seen it, against {old}: {verdict}.</extracomment>
      <translation>
        <numerusform>Sur le seul enregistrement étiqueté du tableau ({n:,}), prédit par un modèle qui ne l’avait pas vu, par rapport à « {old} » : {verdict}.</numerusform>
        <numerusform>Sur les {n:,} enregistrements étiquetés du tableau, chacun prédit par un modèle qui ne l’avait pas vu, par rapport à « {old} » : {verdict}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>On this table: {sentence}</source>
      <translation>Sur ce tableau : {sentence}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Only confidence and probabilities can be compared.</source>
      <translation>Seules la confiance et les probabilités peuvent se comparer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>Only tagged records that neither model was trained on are counted. They are not a random sample: they show which model suits the table better, not how accurate it is there.</source>
      <translation>Seuls comptent les enregistrements étiquetés dont aucun modèle ne s’est servi pour l’entraînement. Ils ne forment pas un échantillon aléatoire : ils montrent quel modèle convient mieux au tableau, non son exactitude.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Open a CSV file, or export the table as CSV first.</source>
      <translation>Ouvrir un fichier CSV, ou exporter d’abord le tableau en CSV.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/text_store.py" />
      <source>Open it again.</source>
      <translation>Le rouvrir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Open it in a spreadsheet program, then save it as .xlsx.</source>
      <translation>L’ouvrir dans un tableur, puis l’enregistrer en .xlsx.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>Open it, or choose another name.</source>
      <translation>L’ouvrir, ou choisir un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>OpenDocument spreadsheet</source>
      <translation>Feuille OpenDocument</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Parquet file with {count} typed columns.</source>
      <translation>Fichier Parquet avec {count} colonnes typées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Parquet support needs pyarrow, which is not installed.</source>
      <translation>La prise en charge de Parquet demande pyarrow, qui n’est pas installé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Picked at random: records can be ranked once two tags have decisions.</source>
      <translation>Tiré au hasard : le classement est possible dès que deux étiquettes ont des décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>Precision and recall by threshold</source>
      <translation>Précision et rappel selon le seuil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>Precision and recall by threshold of {name}</source>
      <translation>Précision et rappel par seuil de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>Precision and recall of {name}</source>
      <translation>Précision et rappel de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Precision at {rank}</source>
      <translation>Précision à {rank}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Predict all records first. If the active model does not know your tags, train and promote a new model.</source>
      <translation>Lancez d’abord la prédiction de tous les enregistrements. Si le modèle actif ne connaît pas vos étiquettes, entraînez et activez un nouveau modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Predicted tag</source>
      <translation>Étiquette prédite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/bulk_prediction.py" />
      <source>Predicting</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Prediction changes</source>
      <translation>Prédictions modifiées</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Prediction changes in the table</source>
      <translation>Changements de prédiction dans le tableau</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Prediction changes in {rows}</source>
      <translation>Changements de prédiction : {rows}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>Predictions and settings of the last minutes may be missing, too.</source>
      <translation>Des prédictions et des réglages des dernières minutes manquent peut-être aussi.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Predictions below this confidence are marked for review unless the table has its own threshold.</source>
      <translation>Les prédictions sous cette confiance sont à vérifier, sauf si le tableau a son propre seuil.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Promote another model first.</source>
      <translation>Activer d’abord un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Promote another model instead.</source>
      <translation>Activer plutôt un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Promote model {version}</source>
      <translation>Activer le modèle {version}</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Promotion asks for confirmation: {regressions}.</source>
      <translation>L’activation demande une confirmation : {regressions}.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>Protected tags: {tags}.</source>
      <translation>Étiquettes protégées : {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Quotes in cells are escaped with a backslash.</source>
      <translation>Les guillemets dans les cellules sont échappés par une barre oblique inverse.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>Random check: about 1 in 10 questions is picked at random to measure accuracy. The answer is not used for training.</source>
      <translation>Contrôle aléatoire : environ une question sur dix est tirée au hasard pour mesurer l’exactitude. La réponse ne sert pas à l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/column_values.py" />
      <source>Reading a column</source>
      <translation>Lecture d’une colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/column_values.py" />
      <source>Reading columns</source>
      <translation>Lecture des colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Reading stored records</source>
      <translation>Lecture des enregistrements stockés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Reading the columns</source>
      <translation>Lecture des colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Reading the damaged workspace</source>
      <translation>Lecture de l’espace de travail endommagé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/similar_records.py" />
      <source>Reading the decided records</source>
      <translation>Lecture des enregistrements décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>Reading the table</source>
      <translation>Lecture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>Reading the texts</source>
      <translation>Lecture des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Recipe chosen by cross-validation on {rows:,} rows: {features}; C = {c}, class weights {weights}.</source>
      <translation>Recette choisie par validation croisée sur {rows:,} lignes : {features} ; C = {c}, poids des classes {weights}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Record</source>
      <translation>Enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Records</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Recovering records</source>
      <translation>Récupération des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Redone: {label}</source>
      <translation>Rétabli : {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Reduce motion</source>
      <translation>Réduire les animations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Regressions</source>
      <translation>Régressions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/html_report.py" />
      <source>Reliability</source>
      <translation>Fiabilité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>Reliability of {models}</source>
      <translation>Fiabilité de {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Remove a slice first.</source>
      <translation>Retirer d’abord un sous-ensemble.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove flag</source>
      <translation>Retirer le signalement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove skip mark</source>
      <translation>Ne plus passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Remove some tests first.</source>
      <translation>Supprimer d’abord quelques tests.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove the additional tag {tag}</source>
      <translation>Retirer l’étiquette supplémentaire {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>Remove the minus, the brackets, OR or the other “~”.</source>
      <translation>Retirer le moins, les parenthèses, OR ou l’autre « ~ ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Remove the password in a spreadsheet program, then save the workbook again.</source>
      <translation>Retirer le mot de passe dans un tableur, puis enregistrer de nouveau le classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Remove the tag {gone}</source>
      <translation>Retirer l’étiquette {gone}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Remove unsure mark</source>
      <translation>Ne plus marquer comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed flag</source>
      <translation>Signalement retiré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed skip mark</source>
      <translation>N’est plus passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed the additional tag {tag}</source>
      <translation>Étiquette supplémentaire {tag} retirée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Removed unsure mark</source>
      <translation>N’est plus marqué comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Rename the tag.</source>
      <translation>Renommer l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Rename {gone} to {heir}</source>
      <translation>Renommer {gone} en {heir}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>Restore it from a backup, or salvage the readable data to a new workspace.</source>
      <translation>Restaurer à partir d’une sauvegarde, ou récupérer les données lisibles dans un nouvel espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Restore the workspace from a backup.</source>
      <translation>Restaurer l’espace de travail à partir d’une sauvegarde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Return to step {number}</source>
      <translation>Revenir à l’étape {number}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Return to the beginning</source>
      <translation>Revenir au début</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Returned to step {number}</source>
      <translation>Retour à l’étape {number}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Returned to the beginning</source>
      <translation>Retour au début</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Review all records instead, or allow a larger error.</source>
      <translation>Vérifier plutôt tous les enregistrements, ou autoriser une erreur plus grande.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Review all records tagged {tag}</source>
      <translation>Vérifier tous les enregistrements étiquetés {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Review below {default:.2f}</source>
      <translation>Vérifier sous {default:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Review order</source>
      <translation>Ordre de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Review them first, or export without predicted tags.</source>
      <translation>Les vérifier d’abord, ou exporter sans étiquettes prédites.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Review threshold</source>
      <translation>Seuil de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Review {tag} as all tags</source>
      <translation>Vérifier {tag} comme toutes les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Review {tag} below {limit:.2f}</source>
      <translation>Vérifier {tag} sous {limit:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Reviewing</source>
      <translation>Vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/named_training.py" />
      <source>Ridge regression on estimates from tag names and decisions</source>
      <translation>Régression ridge sur des estimations tirées des noms d’étiquettes et des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Roll back from model {promotions}</source>
      <translation>Revenir du modèle {promotions}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Roll back to another model instead.</source>
      <translation>Revenir plutôt à un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>Roll back to another model, then train one here.</source>
      <translation>Revenir à un autre modèle, puis en entraîner un ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Roll back to another model.</source>
      <translation>Revenir à un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>Rows are true tags, columns predicted ones.</source>
      <translation>Les lignes sont les vraies étiquettes, les colonnes les étiquettes prédites.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>Rules</source>
      <translation>Règles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>Salvaged {steps} with {decisions}</source>
      <translation>Récupération de {steps} avec {decisions}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>Save it as UTF-8.</source>
      <translation>L’enregistrer en UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Save it in the previous format, or create a new workspace for it.</source>
      <translation>L’enregistrer dans le format précédent, ou créer un nouvel espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Save it to a file first.</source>
      <translation>L’enregistrer d’abord dans un fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Save the records as a list of objects, or as one object per line.</source>
      <translation>Enregistrez les données comme une liste d’objets, ou un objet par ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Save the rows you need as a .csv file.</source>
      <translation>Enregistrez les lignes nécessaires dans un fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>Save the sheet you need as a .csv file.</source>
      <translation>Enregistrer la feuille voulue en fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>Saved from a damaged file</source>
      <translation>Récupéré d’un fichier endommagé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Saved with each decision from now on. If empty, your login name is used.</source>
      <translation>Enregistré désormais avec chaque décision. Si le champ est vide, votre nom de session est utilisé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/table_scan.py" />
      <source>Searching</source>
      <translation>Recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Set the policy for unsure predictions to “{policy}”</source>
      <translation>Définir la règle des prédictions incertaines sur « {policy} »</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Settings will not be saved this time.</source>
      <translation>Les paramètres ne seront pas enregistrés cette fois.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training_checks.py" />
      <source>Settle some of them, or decide on other records.</source>
      <translation>Tranchez-en quelques-unes ou décidez d’autres enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Share</source>
      <translation>Part</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Sheet “{name}” of a workbook, one of {count}.</source>
      <translation>Feuille « {name} » d’un classeur, une parmi {count}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>Sheet “{name}” of a workbook.</source>
      <translation>Feuille « {name} » d’un classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>Short texts (fewer than {short_words} words)</source>
      <translation>Textes courts (moins de {short_words} mots)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Show hints</source>
      <translation>Afficher les conseils</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Skipped</source>
      <translation>Passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Slice</source>
      <translation>Sous-ensemble</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Slices</source>
      <translation>Sous-ensembles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>Some bytes are still not {encoding}; they are shown as �.</source>
      <translation>Certains octets ne sont toujours pas du {encoding} ; ils sont affichés comme �.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Some records have no prediction of the active model yet.</source>
      <translation>Certains enregistrements n’ont pas encore de prédiction du modèle actif.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/table_scan.py" />
      <source>Sorting</source>
      <translation>Tri</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Spaces before a quote are ignored.</source>
      <translation>Les espaces devant un guillemet sont ignorés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Start a certification first.</source>
      <translation>Commencer d’abord une certification.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Start certifying the records above {cut}</source>
      <translation>Commencer à certifier les enregistrements à partir de {cut}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Storage</source>
      <translation>Stockage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>System language</source>
      <translation>Langue du système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>System setting</source>
      <translation>Réglage du système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Tab-separated text</source>
      <translation>Texte séparé par des tabulations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Table order</source>
      <translation>Ordre du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export_options.py" />
      <source>Tables cannot be written as {suffix}.</source>
      <translation>Les tableaux ne peuvent pas être écrits en {suffix}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Tag</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Tag a few records of another tag, then train again.</source>
      <translation>Étiqueter quelques enregistrements d’une autre étiquette, puis entraîner de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>Tag as {tag}</source>
      <translation>Étiqueter {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Tagged as {tag}</source>
      <translation>Étiqueté {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>Tagged records are not a random sample: other records may be harder or easier. Figures on the audit set hold for the whole table, unless a search chose which of its records were decided; to enlarge it, decide random checks and train again.</source>
      <translation>Les enregistrements étiquetés ne forment pas un échantillon aléatoire : d’autres enregistrements peuvent être plus difficiles ou plus faciles. Les chiffres de l’échantillon d’audit valent pour tout le tableau, sauf si une recherche a choisi lesquels de ses enregistrements ont été traités ; pour l’agrandir, traitez des contrôles aléatoires, puis relancez l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Tags, all tags of each record</source>
      <translation>Étiquettes, toutes celles de chaque enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>Tags, confidence, topics, words and languages of the table match the training data.</source>
      <translation>Étiquettes, confiance, sujets, mots et langues du tableau correspondent aux données d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>Take the tags of {count:,} records from the column {name}</source>
      <translation>Reprendre les étiquettes de {count:,} enregistrements de la colonne {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Takes effect after a restart.</source>
      <translation>Prend effet après un redémarrage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>Taking the tags from the table</source>
      <translation>Reprise des étiquettes du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Text size</source>
      <translation>Taille du texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>The English encoder did not read the texts. {reason}</source>
      <translation>L’encodeur anglais n’a pas lu les textes. {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>The IDs of {name} come from {used}, not from {named}.</source>
      <translation>Les identifiants de {name} viennent de {used}, et non de {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The active model</source>
      <translation>Le modèle actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The active model has changed.</source>
      <translation>Le modèle actif a changé.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model knows none of these tags, so it cannot be compared with the candidate.</source>
      <translation>Le modèle actif ne connaît aucune de ces étiquettes ; il ne peut donc pas être comparé au candidat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>The active model was made for other holdout rows and cannot be evaluated on these.</source>
      <translation>Le modèle actif a été créé pour d’autres lignes réservées et ne peut être évalué sur celles-ci.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was made for other tags, so it cannot be compared with the candidate.</source>
      <translation>Le modèle actif est fait pour d’autres étiquettes ; il ne peut donc pas être comparé au candidat.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on all of these decisions, so it is not compared with the candidate here. Both are evaluated on the audit set once records of it are decided.</source>
      <translation>Le modèle actif a été entraîné sur toutes ces décisions ; il n’est donc pas comparé ici au candidat. Les deux sont évalués sur l’échantillon d’audit dès que des enregistrements en sont décidés.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on all of these records, so it is not compared with the candidate here. Both are evaluated on the audit set once records of it are decided.</source>
      <translation>Le modèle actif a été entraîné sur tous ces enregistrements ; il n’est donc pas comparé ici au candidat. Les deux sont évalués sur l’échantillon d’audit dès que des enregistrements en sont décidés.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on {rows} of these, so it is compared with the candidate only on the others: see the decisions new to both.</source>
      <translation>Le modèle actif a été entraîné sur {rows} d’entre elles ; il n’est donc comparé au candidat que sur les autres : voir les décisions nouvelles pour les deux modèles.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The active model was trained on {rows} of these, so it is compared with the candidate only on the others: see the tagged records new to both.</source>
      <translation>Le modèle actif a été entraîné sur {rows} d’entre eux ; il n’est donc comparé au candidat que sur les autres : voir les enregistrements inconnus des deux modèles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The allowed error is not proven yet.</source>
      <translation>L’erreur autorisée n’est pas encore prouvée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>The allowed error must be above 0% and at most 50%.</source>
      <translation>L’erreur autorisée doit être supérieure à 0 % et d’au plus 50 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The array {args} of the model in {folder} is missing.</source>
      <translation>Il manque au modèle dans {folder} le tableau {args}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>The audit set is a random sample that is never used for training, so these figures represent the whole table.</source>
      <translation>L’échantillon d’audit est tiré au hasard et ne sert jamais à l’entraînement ; ces chiffres représentent donc tout le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>The backup could not be restored: {strerror}.</source>
      <translation>La sauvegarde n’a pas pu être restaurée : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>The backup folder {folder} could not be created: {strerror}.</source>
      <translation>Le dossier des sauvegardes {folder} n’a pas pu être créé : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>The backup still exists: {backup}.</source>
      <translation>La sauvegarde existe toujours : {backup}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The base model is more accurate on the decided records ({worse} compared with {better}).</source>
      <translation>Le modèle de base est plus exact sur les enregistrements décidés ({worse} contre {better}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>The base model is more accurate on the tagged records ({worse} compared with {better}).</source>
      <translation>Le modèle de base est plus exact sur les enregistrements étiquetés ({worse} contre {better}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>The behaviour tests in {path} could not be read: {error}.</source>
      <translation>Impossible de lire les tests de comportement de {path} : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The bundled model</source>
      <translation>Le modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>The bundled model is active again. Its predictions replace the earlier ones.</source>
      <translation>Le modèle fourni est de nouveau actif. Ses prédictions remplacent les précédentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>The bundled model is unsure: {first} or {second}.</source>
      <translation>Le modèle fourni hésite : {first} ou {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>The bundled model suits this table; adapting it without decisions would not improve it.</source>
      <translation>Le modèle fourni convient à ce tableau ; une adaptation sans décisions ne l’améliorerait pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The byte order mark indicates {encoding}.</source>
      <translation>L’indicateur d’ordre des octets indique {encoding}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The candidate</source>
      <translation>Le candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>The candidate could not be written to {work_folder}: {value}.</source>
      <translation>Le candidat n’a pas pu être écrit dans {work_folder} : {value}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The candidate is evaluated by {folds}-fold cross-validation on its training rows.</source>
      <translation>Le candidat est évalué par validation croisée à {folds} plis sur ses lignes d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The candidate is not based on the bundled model, or the bundled model has no holdout.</source>
      <translation>Le candidat n’est pas basé sur le modèle fourni, ou celui-ci n’a pas de jeu réservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The column {name} contains {type}; the new tags do not fit.</source>
      <translation>La colonne {name} contient {type}, et les nouvelles étiquettes n’y entrent pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>The columns are being changed.</source>
      <translation>Les colonnes sont en train d’être changées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>The columns are: {columns}.</source>
      <translation>Les colonnes sont : {columns}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/processes/pool.py" />
      <source>The computer may be short of memory. Close other programs, then try again.</source>
      <translation>L’ordinateur manque peut-être de mémoire. Fermez d’autres programmes, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>The confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}).</source>
      <translation>Pour la confiance, {new} est {verdict} que {old} : {figures} ; {answers} ({sure}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>The confidence on these texts differs from the confidence when the model was evaluated.</source>
      <translation>La confiance sur ces textes diffère de celle mesurée lors de l’évaluation du modèle.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>The deciding metric of this workspace is {metric}.</source>
      <translation>Mesure décisive de cet espace de travail : {metric}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>The delimiter {delimiter} has more than one character.</source>
      <translation>Le séparateur {delimiter} comporte plus d’un caractère.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>The difference between {named} and {old} may be due to chance: {against}.</source>
      <translation>La différence entre {named} et {old} peut être due au hasard : {against}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The encoding {encoding} does not include the character {body!r}.</source>
      <translation>L’encodage {encoding} ne contient pas le caractère {body!r}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The encoding {encoding} does not include the character {sign!r} in the text {short}.</source>
      <translation>L’encodage {encoding} ne contient pas le caractère {sign!r} du texte {short}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/texts.py" />
      <source>The expression /{source}/ takes too long.</source>
      <translation>L’expression /{source}/ prend trop de temps.</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>The figures of the {rows} come first, those of the other rows below.</source>
      <translation>D’abord les valeurs pour {rows}, plus bas celles pour les autres lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The file is a list of JSON objects; the first {sample_records:,} have {count} keys.</source>
      <translation>Le fichier est une liste d’objets JSON ; les {sample_records:,} premiers ont {count} clés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}” ({rivals} would read “{other}”).</source>
      <translation>Le fichier n’est pas en UTF-8 ; ses lettres non ASCII ressemblent à {encoding}, comme dans « {example} » ({rivals} lirait « {other} »).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The file is not UTF-8; its non-ASCII letters look like {encoding}, as in “{example}”.</source>
      <translation>Le fichier n’est pas en UTF-8 ; ses lettres non ASCII ressemblent à {encoding}, comme dans « {example} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>The file lost its end and may have had more records.</source>
      <translation>La fin du fichier manque ; il y avait peut-être d’autres enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} could not be read: {value}.</source>
      <translation>Le fichier {name} du modèle dans {folder} n’a pas pu être lu : {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} is missing.</source>
      <translation>Il manque au modèle dans {folder} le fichier {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} is not an array.</source>
      <translation>Le fichier {name} du modèle dans {folder} n’est pas un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} was modified (checksum mismatch).</source>
      <translation>Le fichier {name} du modèle dans {folder} a été modifié (somme de contrôle incorrecte).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The files of the model in {folder} are inconsistent: {error}.</source>
      <translation>Le modèle dans {folder} est incohérent : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>The first line is the header.</source>
      <translation>La première ligne est l’en-tête.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>The folder {folder} does not exist.</source>
      <translation>Le dossier {folder} n’existe pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>The folder {path} could not be created: {reason}.</source>
      <translation>Le dossier {path} n’a pas pu être créé : {reason}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>The import of this workspace is not complete.</source>
      <translation>L’importation de cet espace de travail n’est pas terminée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The key that signs your models could not be read or written: {path}: {why}.</source>
      <translation>La clé qui signe vos modèles n’a pas pu être lue ou écrite : {path} : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>The known tags of {name} come from {used}, not from {named}.</source>
      <translation>Les étiquettes connues de {name} viennent de {used}, et non de {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_vectors.py" />
      <source>The last record is {last}.</source>
      <translation>Le dernier enregistrement est le {last}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The library already contains a model “{name}”.</source>
      <translation>La bibliothèque contient déjà un modèle « {name} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The library is empty.</source>
      <translation>La bibliothèque est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>The line is blank.</source>
      <translation>La ligne est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The line is not valid JSON: {error}.</source>
      <translation>La ligne n’est pas du JSON valide : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>The list has no names.</source>
      <translation>La liste ne contient aucun nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>The list has {count:,} different names.</source>
      <translation>La liste a {count:,} noms différents.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>The log contains times, counts and file names, never texts or decisions. It stays on this computer.</source>
      <translation>Le journal contient des heures, des nombres et des noms de fichiers, jamais de textes ni de décisions. Il reste sur cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>The log of the last changes of {name} is damaged.</source>
      <translation>Le journal des derniers changements de {name} est endommagé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The manifest in {folder} is damaged ({error}).</source>
      <translation>Le manifeste dans {folder} est endommagé ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The manifest of the model in {folder} was changed (its hash is wrong).</source>
      <translation>Le manifeste du modèle dans {folder} a été modifié (son empreinte ne correspond pas).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model cannot be kept: {error}.</source>
      <translation>Le modèle ne peut pas être enregistré : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model changed while it was copied.</source>
      <translation>Le modèle a changé pendant la copie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_tags.py" />
      <source>The model does not have the tag “{tag}”.</source>
      <translation>Le modèle n’a pas l’étiquette « {tag} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>The model does not know the tag {tag}.</source>
      <translation>Le modèle ne connaît pas l’étiquette {tag}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} refers to a file outside its folder.</source>
      <translation>Le modèle dans {folder} renvoie à un fichier hors de son dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model library contains no model “{name}”.</source>
      <translation>La bibliothèque de modèles ne contient pas de modèle « {name} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model library in {folder} could not be read: {why}.</source>
      <translation>La bibliothèque de modèles dans {folder} n’a pas pu être lue : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model library in {folder} could not be written: {why}.</source>
      <translation>Impossible d’écrire dans la bibliothèque de modèles {folder} : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The model of the recipe {name} could not be loaded</source>
      <translation>Le modèle de la recette {name} n’a pas pu être chargé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>The model {version} names a file outside itself.</source>
      <translation>Le modèle {version} désigne un fichier hors de son dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The model “{name}” of the library is damaged.</source>
      <translation>Le modèle « {name} » de la bibliothèque est endommagé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>The model's manifest could not be read ({error}).</source>
      <translation>Le manifeste du modèle est illisible ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The most frequent tag</source>
      <translation>L’étiquette la plus fréquente</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>The name and the note of this model were damaged.</source>
      <translation>Le nom et la note de ce modèle étaient endommagés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_lists.py" />
      <source>The name “{start}…” has {count:,} characters.</source>
      <translation>Le nom « {start}… » a {count:,} caractères.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>The non-ASCII letters can be read as {encoding}.</source>
      <translation>Les lettres non ASCII peuvent se lire en {encoding}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The object is nested too deeply.</source>
      <translation>L’objet est imbriqué trop profondément.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The object must be on one line.</source>
      <translation>L’objet doit tenir sur une ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>The order used by “Next to review”. Uncertain records, which come first automatically, improve the model most.</source>
      <translation>L’ordre suivi par « Suivant à vérifier ». Les enregistrements incertains, placés automatiquement en premier, améliorent le plus le modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>The packaged program does not include it. Install Python 3.11 or later, then in a folder with the source of MLTag Desktop: {command}</source>
      <translation>Le programme empaqueté ne le contient pas. Installez Python 3.11 ou une version ultérieure, puis exécutez dans un dossier contenant le code source de MLTag Desktop : {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>The place of this record in the table was lost with a part of the file.</source>
      <translation>La position de cet enregistrement dans le tableau a été perdue avec une partie du fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>The predicted tag can be compared with the known or the decided tag.</source>
      <translation>L’étiquette prédite peut être comparée à l’étiquette connue ou décidée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>The program file {name} is missing.</source>
      <translation>Le fichier {name} du programme manque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>The queue’s model is unsure: {first} or {second}.</source>
      <translation>Le modèle hésite : {first} ou {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/own_recipes.py" />
      <source>The recipe {name} ended the process that trained it.</source>
      <translation>La recette {name} a mis fin au processus qui l’entraînait.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The recipe {name} failed while it explained</source>
      <translation>La recette {name} a échoué pendant l’explication</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The recipe {name} failed while it predicted</source>
      <translation>La recette {name} a échoué pendant la prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>The recipe {name} failed while it was trained</source>
      <translation>La recette {name} a échoué pendant l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/own_recipes.py" />
      <source>The recipe {name} is not installed; it was offered by the package {package}.</source>
      <translation>La recette {name} n’est pas installée ; elle provient du paquet {package}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear_model.py" />
      <source>The recipe {name} is not linear, so there is no explanation.</source>
      <translation>La recette {name} n’est pas linéaire ; il n’y a donc pas d’explication.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>The recipe {name} reads the texts of all rows, which the base model does not keep.</source>
      <translation>La recette {name} lit les textes de toutes les lignes, que le modèle de base ne conserve pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The record contains bytes that are not UTF-8.</source>
      <translation>L’enregistrement contient des octets qui ne sont pas de l’UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>The record contains bytes that are not {encoding}.</source>
      <translation>L’enregistrement contient des octets qui ne sont pas du {encoding}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The record has no cell {index}.</source>
      <translation>L’enregistrement n’a pas de cellule {index}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/tables/record_parser.py" />
      <source>The record has {n} cells; the table has {width}.</source>
      <extracomment>Singular: The record has {n} cell; the table has {width}.</extracomment>
      <translation>
        <numerusform>L’enregistrement a {n} cellule, le tableau {width}.</numerusform>
        <numerusform>L’enregistrement a {n} cellules, le tableau {width}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The record is empty.</source>
      <translation>L’enregistrement est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>The record is not a JSON object.</source>
      <translation>L’enregistrement n’est pas un objet JSON.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>The rules</source>
      <translation>Les règles</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>The same for {rows}</source>
      <translation>De même pour : {rows}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>The sentence encoder could not be loaded: {error}.</source>
      <translation>L’encodeur de phrases n’a pas pu être chargé : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>The sentence encoder is not installed (package {package}).</source>
      <translation>L’encodeur de phrases n’est pas installé (paquet {package}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The table has changed.</source>
      <translation>Le tableau a changé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>The table has no column “{key}”.</source>
      <translation>Le tableau n’a pas de colonne « {key} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/table_export.py" />
      <source>The table has no such column.</source>
      <translation>Le tableau n’a pas cette colonne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>The table has only {columns} columns.</source>
      <translation>Le tableau n’a que {columns} colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>The table is still being read.</source>
      <translation>Le tableau est encore en cours de lecture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>The tag {new} already exists.</source>
      <translation>L’étiquette {new} existe déjà.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>The tag {tag} has {n} decisions and needs {missing} more to be predicted reliably.</source>
      <extracomment>Singular: The tag {tag} has {n} decision and needs {missing} more to be predicted reliably.</extracomment>
      <translation>
        <numerusform>L’étiquette {tag} a {n} décision ; il en faut {missing} de plus pour des prédictions fiables.</numerusform>
        <numerusform>L’étiquette {tag} a {n} décisions ; il en faut {missing} de plus pour des prédictions fiables.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>The tag {tag} has {n} decisions; {missing} more are needed to predict it reliably.</source>
      <extracomment>Singular: The tag {tag} has {n} decision; {missing} more are needed to predict it reliably.</extracomment>
      <translation>
        <numerusform>L’étiquette {tag} a {n} décision ; il en faut {missing} de plus pour des prédictions fiables.</numerusform>
        <numerusform>L’étiquette {tag} a {n} décisions ; il en faut {missing} de plus pour des prédictions fiables.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>The tag {tag} has {n} decisions; {missing} more needed for training.</source>
      <extracomment>Singular: The tag {tag} has {n} decision; {missing} more needed for training.</extracomment>
      <translation>
        <numerusform>L’étiquette {tag} a {n} décision ; il en faut {missing} de plus pour l’entraînement.</numerusform>
        <numerusform>L’étiquette {tag} a {n} décisions ; il en faut {missing} de plus pour l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>The tag {tag} has {n} records and needs {missing} more to be predicted reliably.</source>
      <extracomment>Singular: The tag {tag} has {n} record and needs {missing} more to be predicted reliably.</extracomment>
      <translation>
        <numerusform>L’étiquette {tag} a {n} enregistrement ; il en faut {missing} de plus pour des prédictions fiables.</numerusform>
        <numerusform>L’étiquette {tag} a {n} enregistrements ; il en faut {missing} de plus pour des prédictions fiables.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>The tags have changed.</source>
      <translation>Les étiquettes ont changé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The text contains {count} records; enter only one.</source>
      <translation>Le texte contient {count} enregistrements ; n’en saisir qu’un.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The text is UTF-8 with {n} invalid places.</source>
      <extracomment>Singular: The text is UTF-8 with {n} invalid place.</extracomment>
      <translation>
        <numerusform>Le texte est de l’UTF-8 avec {n} endroit invalide.</numerusform>
        <numerusform>Le texte est de l’UTF-8 avec {n} endroits invalides.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/table_file.py" />
      <source>The text was pasted.</source>
      <translation>Le texte a été collé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/record_writer.py" />
      <source>The text {short} cannot be written to a table without quotes.</source>
      <translation>Le texte {short} ne peut être écrit sans guillemets dans un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>The texts of {name} come from {used}, not from {named}.</source>
      <translation>Les textes de {name} viennent de {used}, et non de {named}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>The texts use words that the model does not know.</source>
      <translation>Les textes emploient des mots que le modèle ne connaît pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>The trained model is identical to the bundled model.</source>
      <translation>Le modèle entraîné est identique au modèle fourni.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>The two models differ only in their confidence. It may have been calibrated on some of these records, so the result here may be slightly too good.</source>
      <translation>Les deux modèles ne diffèrent que par leur confiance. Elle a pu être calibrée sur certains de ces enregistrements ; le résultat peut donc être un peu trop favorable.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>The weights of the sentence encoder are damaged.</source>
      <translation>Les poids de l’encodeur de phrases sont endommagés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The workbook</source>
      <translation>Le classeur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The workbook could not be written: {error}.</source>
      <translation>Le classeur n’a pas pu être écrit : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>The workbook's {parts} may be missing from the exported file.</source>
      <translation>Le fichier exporté peut ne pas contenir : {parts} du classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>The workspace</source>
      <translation>L’espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>The workspace is damaged: some of its records fail their checksum.</source>
      <translation>L’espace de travail est endommagé : la somme de contrôle de certains enregistrements est incorrecte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>The workspace {path} could not be created: {why}.</source>
      <translation>L’espace de travail {path} n’a pas pu être créé : {why}.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>The {n} most confident are shown.</source>
      <translation>Les {n} de plus grande confiance sont affichées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>The {words} is {figure:.3f} ({low:.3f} to {high:.3f}) for {named}.</source>
      <translation>{words} : {figure:.3f} ({low:.3f} à {high:.3f}), {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>There are no decisions to train on yet.</source>
      <translation>Il n’y a pas encore de décisions pour l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>There are no rows that neither of the two models was trained on.</source>
      <translation>Il n’y a pas de lignes n’ayant servi à entraîner aucun des deux modèles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/answer_gain.py" />
      <source>There are too few decisions for an estimate.</source>
      <translation>Il y a trop peu de décisions pour une estimation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>There is no certificate for this table: the error of unreviewed records is unverified.</source>
      <translation>Il n’y a pas de certificat pour ce tableau : l’erreur des enregistrements non vérifiés n’est pas connue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/columns.py" />
      <source>There is no column “{name}”.</source>
      <translation>Il n’y a pas de colonne « {name} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>There is no earlier model to roll back to.</source>
      <translation>Il n’y a pas de modèle antérieur auquel revenir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>There is no holdout for this candidate.</source>
      <translation>Il n’y a pas de jeu réservé pour ce candidat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>There is no model bundle {path}, and the model library is empty.</source>
      <translation>Il n’y a pas de modèle {path}, et la bibliothèque de modèles est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>There is no model bundle {path}.</source>
      <translation>Il n’y a pas de dossier de modèle {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>There is no model in {folder}.</source>
      <translation>Il n’y a pas de modèle dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>There is no model {version} in this workspace.</source>
      <translation>Il n’y a pas de modèle {version} dans cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>There is no model {version}.</source>
      <translation>Il n’y a pas de modèle {version}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_strategies.py" />
      <source>There is no query strategy called {order}.</source>
      <translation>Il n’y a pas de stratégie de requête nommée {order}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_vectors.py" />
      <source>There is no record {number}.</source>
      <translation>Il n’y a pas d’enregistrement {number}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>There is no record {wrong}.</source>
      <translation>Il n’y a pas d’enregistrement {wrong}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>There is no step {number} in the journal.</source>
      <translation>Il n’y a pas d’étape {number} dans le journal.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_meaning.py" />
      <source>There is no tag {value}.</source>
      <translation>Il n’y a pas d’étiquette {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/errors.py" />
      <source>There is not enough memory for this computation.</source>
      <translation>La mémoire est insuffisante pour ce calcul.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>There is nothing left to certify.</source>
      <translation>Il ne reste rien à certifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>There is one column; {named}.</source>
      <translation>Il y a une colonne ; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>These settings do not describe a table: {self}.</source>
      <translation>Ces options ne décrivent pas un tableau : {self}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>This model contains code of the recipe {name}, and it was not trained by you on this computer.</source>
      <translation>Ce modèle contient du code de la recette {name} et n’a pas été entraîné par vous sur cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/twin.py" />
      <source>This model reads the sentence encoder and predicts {speed:,} texts a second. A fast twin without it predicts {twin_speed:,}; out of fold its accuracy is {twin_accuracy:.3f} instead of {accuracy:.3f}. To train it, choose the recipe fast-twin.</source>
      <translation>Ce modèle utilise l’encodeur de phrases et prédit {speed:,} textes par seconde. Un jumeau rapide sans encodeur en prédit {twin_speed:,} ; en validation croisée, son exactitude est de {twin_accuracy:.3f} au lieu de {accuracy:.3f}. Pour l’entraîner, choisir la recette fast-twin.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>This model was written by a newer version of the program (format {found}, this version reads {format}).</source>
      <translation>Ce modèle a été écrit par une version plus récente du programme (format {found}, cette version lit {format}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>This record is no longer in the list of unreadable rows.</source>
      <translation>Cet enregistrement n’est plus dans la liste des lignes illisibles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>This table differs from the base model's training data (AUC {strangeness:.2f}). A second head was trained on the records that the base model is confident about, with the tags it predicted; none of them has been decided yet. This head predicts for this table; for other texts, a gate uses the base model.</source>
      <translation>Ce tableau diffère des données d’entraînement du modèle de base (AUC {strangeness:.2f}). Une seconde tête a été entraînée sur les enregistrements dont le modèle de base est sûr, avec les étiquettes qu’il a prédites ; aucun n’a encore été décidé. Cette tête prédit pour ce tableau ; pour d’autres textes, un aiguillage utilise le modèle de base.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>This table differs from the base model's training data, so a second head was trained on the decisions and the undecided records. This head predicts for this table; for other texts, a gate uses the base model.</source>
      <translation>Ce tableau diffère des données d’entraînement du modèle de base ; une seconde tête a donc été entraînée sur les décisions et les enregistrements non décidés. Cette tête prédit pour ce tableau ; pour d’autres textes, un aiguillage utilise le modèle de base.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>This table differs from the base model's training data, so a second head was trained on the tagged and the undecided records. This head predicts for this table; for other texts, a gate uses the base model.</source>
      <translation>Ce tableau diffère des données d’entraînement du modèle de base ; une seconde tête a donc été entraînée sur les enregistrements étiquetés et non décidés. Cette tête prédit pour ce tableau ; pour d’autres textes, un aiguillage utilise le modèle de base.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>This workspace already contains records.</source>
      <translation>Cet espace de travail contient déjà des enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>This workspace already has a table.</source>
      <translation>Cet espace de travail a déjà son tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>This workspace has one tag per record.</source>
      <translation>Cet espace de travail a une étiquette par enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Three of four bytes are zero, as in {widest}.</source>
      <translation>Trois octets sur quatre sont nuls, comme en {widest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>To certify {allowed:.0%}, most of the sure records would have to be checked.</source>
      <translation>Pour certifier {allowed:.0%}, il faudrait contrôler la plupart des enregistrements sûrs.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>To search for a bracket, write "(".</source>
      <translation>Pour chercher une parenthèse, écrivez "(".</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>To search for the word, write "OR".</source>
      <translation>Pour chercher le mot, écrivez "OR".</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>To search for these words, write {chr}{key}{sign}{value}{chr}.</source>
      <translation>Pour chercher ces mots, écrire {chr}{key}{sign}{value}{chr}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>To search for this text, write "/{source}/".</source>
      <translation>Pour chercher ce texte, écrivez "/{source}/".</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>To search in the column {column}, write {condition}.</source>
      <translation>Pour la colonne {column}, écrire {condition}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Too few undecided records are sure enough to certify {allowed:.0%}.</source>
      <translation>Trop peu d’enregistrements non décidés sont assez sûrs pour certifier {allowed:.0%}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>Too many checks were wrong. Cancel and start again.</source>
      <translation>Trop de contrôles étaient faux. Annuler et recommencer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Train a model with another recipe to share it.</source>
      <translation>Pour partager un modèle, en entraîner un avec une autre recette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>Train and promote a model with decisions on this table first.</source>
      <translation>Entraînez et activez d’abord un modèle avec des décisions sur ce tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>Train the model again.</source>
      <translation>Entraîner de nouveau le modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Train without a base model, or choose another recipe.</source>
      <translation>Entraîner sans modèle de base ou choisir une autre recette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Training needs examples of at least two tags; there are no tags with examples.</source>
      <translation>L’entraînement demande des exemples d’au moins deux étiquettes ; il n’y en a aucun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>Training needs examples of at least two tags; there is only one.</source>
      <translation>L’entraînement demande des exemples d’au moins deux étiquettes ; il n’y en a qu’une.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>True tag</source>
      <translation>Étiquette vraie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Try UTF-8 or cp1252.</source>
      <translation>Essayer UTF-8 ou cp1252.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Try again in a moment.</source>
      <translation>Réessayer dans un instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>Try again, or copy it to another disk.</source>
      <translation>Réessayer, ou le copier sur un autre disque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Try again.</source>
      <translation>Réessayez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>Two behaviour tests in {path} are named “{name}”.</source>
      <translation>Deux tests de comportement de {path} s’appellent « {name} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>Two slices have the name {twice}.</source>
      <translation>Deux sous-ensembles portent le nom {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Two tags have the key {shared}.</source>
      <translation>Deux étiquettes ont la touche {shared}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>Two tags have the name {twice}.</source>
      <translation>Deux étiquettes portent le nom {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/history.py" />
      <source>Undone: {label}</source>
      <translation>Annulé : {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Unknown encoding: {encoding!r}.</source>
      <translation>Encodage inconnu : {encoding!r}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Unknown export type: {what}.</source>
      <translation>Type d’exportation inconnu : {what}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Unknown status: {value}.</source>
      <translation>État inconnu : {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Update MLTag Desktop, or choose another model.</source>
      <translation>Mettre à jour MLTag Desktop, ou choisir un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>Update MLTag Desktop, or export the model again with this version.</source>
      <translation>Mettez MLTag Desktop à jour, ou exportez de nouveau le modèle avec cette version.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>Update the program, then import the file.</source>
      <translation>Mettre le programme à jour, puis importer le fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Use 1 to {most} characters; begin with a letter or a number.</source>
      <translation>Utilisez de 1 à {most} caractères ; commencez par une lettre ou un chiffre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Use CSV instead. {how_to_get}</source>
      <translation>Utilisez plutôt CSV. {how_to_get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>Use more rows or fewer folds.</source>
      <translation>Utilisez plus de lignes ou moins de parties.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>Use no slashes and not the ending {suffix}.</source>
      <translation>N’utilisez ni barre oblique ni l’extension {suffix}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>Use one of {suffixes}.</source>
      <translation>Utiliser l’une de ces extensions : {suffixes}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/review_thresholds.py" />
      <source>Use the general review threshold for {tag}</source>
      <translation>Utiliser le seuil de vérification général pour {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Wait until all records are predicted, or export without predicted tags.</source>
      <translation>Attendez que tous les enregistrements soient prédits, ou exportez sans les étiquettes prédites.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/table.py" />
      <source>Waiting for the import</source>
      <translation>Attente de l’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>Windows allows no file of the name {name}.</source>
      <translation>Windows ne permet pas de fichier nommé {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>With 95% confidence at most {allowed:.0%} of the {records:,} records at {cut} or above are wrong; {checked:,} checked on {day} by {curator}, model {model}.</source>
      <translation>Avec une confiance de 95 %, au plus {allowed:.0%} des {records:,} enregistrements à partir de {cut} sont faux ; {checked:,} vérifiés le {day} par {curator}, modèle {model}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>With more than nine tags, the keys 1 to 9 set the first nine of the tag set. If off, they set the record's likeliest tags.</source>
      <translation>Avec plus de neuf étiquettes, les touches 1 à 9 choisissent les neuf premières. Si désactivé, elles choisissent les étiquettes les plus probables de l’enregistrement.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>With so few decisions, the candidate also learned from {n:,} undecided records, whose tags were estimated from the tag names and the decisions. Out of fold, {right:,} of {decisions:,} decisions are predicted correctly; from the decisions alone, {alone:,} are.</source>
      <translation>Avec si peu de décisions, le candidat a aussi appris de {n:,} enregistrements non décidés, dont les étiquettes ont été estimées d’après les noms d’étiquettes et les décisions. En validation croisée, {right:,} décisions sur {decisions:,} sont prédites correctement ; à partir des décisions seules, {alone:,}.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>With so few decisions, the candidate also learned from {n:,} undecided records, whose tags were estimated from the tag names and the decisions. Out of fold, {share:.0%} of the decisions are predicted correctly; from the decisions alone, {alone:.0%} are.</source>
      <translation>Avec si peu de décisions, le candidat a aussi appris de {n:,} enregistrements non décidés, dont les étiquettes ont été estimées d’après les noms d’étiquettes et les décisions. En validation croisée, {share:.0%} des décisions sont prédites correctement ; à partir des décisions seules, {alone:.0%}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>With so few rows for each tag, logistic regression is used.</source>
      <translation>Avec si peu de lignes par étiquette, la régression logistique est utilisée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>With so few tagged records, the candidate also learned from {n:,} undecided records, whose tags were estimated from the tag names and the tagged records. Out of fold, {right:,} of {tagged:,} tagged records are predicted correctly; from these alone, {alone:,} are.</source>
      <translation>Avec si peu d’enregistrements étiquetés, le candidat a aussi appris de {n:,} enregistrements non décidés, dont les étiquettes ont été estimées d’après les noms d’étiquettes et les enregistrements étiquetés. En validation croisée, {right:,} enregistrements étiquetés sur {tagged:,} sont prédits correctement ; à partir de ceux-ci seuls, {alone:,}.</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>Words of one letter are not read, so Q-learning is read as learning.</source>
      <translation>Les mots d’une seule lettre ne sont pas lus : Q-learning est donc lu comme learning.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>Write "exact phrase".</source>
      <translation>Écrire "expression exacte".</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write confidence&lt;0.6 or confidence&lt;60%.</source>
      <translation>Écrire confidence&lt;0.6 ou confidence&lt;60%.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write confidence&lt;0.6 or confidence&gt;=90%.</source>
      <translation>Écrire confidence&lt;0.6 ou confidence&gt;=90%.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write is: followed by one of {is_words}.</source>
      <translation>Écrire is: suivi de l’un de ces mots : {is_words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>Write its model to a folder with mltag publish {path} FOLDER.</source>
      <translation>Écrire son modèle dans un dossier avec mltag publish {path} DOSSIER.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write note:WORD, or has:note for any note.</source>
      <translation>Écrivez note:MOT, ou has:note pour toute note.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>Write one object with keys per line.</source>
      <translation>Écrire un objet avec des clés par ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write p:{tag}&gt;=0.1 or p:{tag}&lt;60%.</source>
      <translation>Écrire p:{tag}&gt;=0.1 ou p:{tag}&lt;60%.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write predicted≠known, predicted!=decided or predicted=known.</source>
      <translation>Écrivez predicted≠known, predicted!=decided ou predicted=known.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write {key}:VALUE to match part of the cell, {key}=VALUE to match the whole cell.</source>
      <translation>Écrire {key}:VALEUR pour une partie de la cellule, {key}=VALEUR pour la cellule entière.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>Write {key}:VALUE.</source>
      <translation>Écrire {key}:VALEUR.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>Write ~ and a few words, or ~#12 for record 12.</source>
      <translation>Écrire ~ et quelques mots, ou ~#12 pour l’enregistrement 12.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>Writing</source>
      <translation>Écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Writing the corrections</source>
      <translation>Écriture des corrections</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>Writing the decisions</source>
      <translation>Écriture des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Writing the original</source>
      <translation>Écriture de l’original</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>Writing the table</source>
      <translation>Écriture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>You</source>
      <translation>Vous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>You do not have permission to read {path}.</source>
      <translation>Vous n’avez pas l’autorisation de lire {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>You do not have permission to write to {folder}.</source>
      <translation>Vous n’avez pas l’autorisation d’écrire dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/settings.py" />
      <source>Your name</source>
      <translation>Votre nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>a colleague</source>
      <translation>un collègue</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a dataset for</source>
      <translation>un jeu de données pour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>a part of {get}</source>
      <translation>une partie : {get}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a python library for</source>
      <translation>une bibliothèque Python pour…</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a robot that learns to walk</source>
      <translation>un robot qui apprend à marcher</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>a survey of recent work on</source>
      <translation>une synthèse des travaux récents sur…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>adapting to the table</source>
      <translation>adaptation au tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>after</source>
      <translation>après</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>after the notebook</source>
      <translation>après le notebook</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>almost certainly better</source>
      <translation>presque certainement meilleur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>almost certainly worse</source>
      <translation>presque certainement moins bon</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>an introduction to</source>
      <translation>une introduction à…</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>an open-source toolkit for</source>
      <translation>une boîte à outils libre pour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>another program</source>
      <translation>un autre programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>assembling the model</source>
      <translation>assemblage du modèle</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f}, {n:,} predictions</source>
      <extracomment>Singular: at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f}, {n:,} prediction</extracomment>
      <translation>
        <numerusform>à partir de {threshold:.2f} : précision {precision:.3f}, rappel {recall:.3f}, {n:,} prédiction</numerusform>
        <numerusform>à partir de {threshold:.2f} : précision {precision:.3f}, rappel {recall:.3f}, {n:,} prédictions</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>audit set</source>
      <translation>échantillon d’audit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>balanced</source>
      <translation>équilibrés</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>bayesian statistics</source>
      <translation>statistique bayésienne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>behaviour test</source>
      <translation>test de comportement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>behaviour tests</source>
      <translation>tests de comportement</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>best practices for</source>
      <translation>bonnes pratiques pour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>better on {better:,}, worse on {worse:,}</source>
      <translation>meilleur sur {better:,}, moins bon sur {worse:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>both are right on the same rows</source>
      <translation>les deux ont raison sur les mêmes lignes</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>bundled + 1 decision</source>
      <translation>fourni + 1 décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>bundled + 1 record</source>
      <translation>fourni + 1 enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>bundled + this table, no decisions</source>
      <translation>fourni + ce tableau, sans décisions</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>bundled + {count:,} decisions</source>
      <translation>fourni + {count:,} décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>bundled + {count:,} records</source>
      <translation>fourni + {count:,} enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>bundled training data</source>
      <translation>données d’entraînement fournies</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>calibration</source>
      <translation>calibration</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>case of the letters</source>
      <translation>majuscules et minuscules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/certificates.py" />
      <source>certified: at most {allowed:.0%} wrong above {cut}</source>
      <translation>certifié : au plus {allowed:.0%} d’erreurs à partir de {cut}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>charts</source>
      <translation>graphiques</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>chatbot</source>
      <translation>agent conversationnel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>choosing a cut</source>
      <translation>choix du seuil</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>choosing the recipe</source>
      <translation>choix de la recette</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>cloud for serving</source>
      <translation>cloud de mise en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>collecting misclassifications</source>
      <translation>collecte des erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>collecting tagged records</source>
      <translation>collecte des enregistrements étiquetés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>colon</source>
      <translation>deux-points</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>column {name}</source>
      <translation>colonne {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>comma</source>
      <translation>virgule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>compared</source>
      <translation>comparé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_meaning.py" />
      <source>comparing decisions and predictions</source>
      <translation>comparaison des décisions et des prédictions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_features.py" />
      <source>comparing the languages of the texts</source>
      <translation>comparaison des langues des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/adaptation.py" />
      <source>comparing the table with the base model's training data</source>
      <translation>comparaison du tableau avec les données d’entraînement du modèle de base</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>comparing the table with the training data</source>
      <translation>comparaison du tableau avec les données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/similarity/repeated_texts.py" />
      <source>comparing the texts</source>
      <translation>comparaison des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/names/name_model.py" />
      <source>comparing the texts with the tags</source>
      <translation>comparaison des textes avec les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/off_topic_records.py" />
      <source>comparing the texts with the training data</source>
      <translation>comparaison des textes avec les données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>comparing the texts with those of your models</source>
      <translation>comparaison des textes avec ceux de vos modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>confidence</source>
      <translation>confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>confidence from {number:.2f}</source>
      <translation>confiance d’au moins {number:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>confidence threshold</source>
      <translation>seuil de confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>confidence up to {number:.2f}</source>
      <translation>confiance d’au plus {number:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>confident</source>
      <translation>sûres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>corrected</source>
      <translation>corrigé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/production_metrics.py" />
      <source>counting</source>
      <translation>décompte</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>counting in pictures</source>
      <translation>comptage sur des images</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>cross-validating the decisions</source>
      <translation>validation croisée des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>cross-validating, fold {part} of {folds}</source>
      <translation>validation croisée, pli {part} sur {folds}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>data versioning</source>
      <translation>gestion de versions des données</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>decided</source>
      <translation>décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>decision on record {record} in step {step}</source>
      <translation>décision sur l’enregistrement {record} à l’étape {step}</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>decisions</source>
      <translation>décisions</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>decisions new to both</source>
      <translation>décisions inconnues des deux modèles</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>decisions, cross-validated</source>
      <translation>décisions, en validation croisée</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>delivery pipelines</source>
      <translation>livraison automatisée</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>depth from one picture</source>
      <translation>profondeur à partir d’une seule image</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>detecting</source>
      <translation>détection de…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>displayed tag</source>
      <translation>étiquette affichée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/twin.py" />
      <source>distilling the sentence encoder</source>
      <translation>distillation de l’encodeur de phrases</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>done</source>
      <translation>terminé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/certification.py" />
      <source>drawing the records to check</source>
      <translation>tirage des enregistrements à vérifier</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>drift in production</source>
      <translation>dérive en production</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>entry of model {version}</source>
      <translation>entrée du modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>equal</source>
      <translation>égaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>evaluated</source>
      <translation>évalué</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>evaluating both models</source>
      <translation>évaluation des deux modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>evaluating the active model</source>
      <translation>évaluation du modèle actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/out_of_fold.py" />
      <source>evaluating the tagged records</source>
      <translation>évaluation des enregistrements étiquetés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>evaluating {get}</source>
      <translation>évaluation : {get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>every record</source>
      <translation>tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>experiment tracking</source>
      <translation>suivi d’expériences</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>eyes and hands on a webcam</source>
      <translation>yeux et mains devant une webcam</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>faces</source>
      <translation>visages</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>fails</source>
      <translation>échoue</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>feature store</source>
      <translation>feature store</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>few labels</source>
      <translation>peu d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>finishing sentences</source>
      <translation>compléter des phrases</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>flagged</source>
      <translation>signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>flagging</source>
      <translation>signalement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>floor</source>
      <translation>plancher</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>forecasts</source>
      <translation>prévisions</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>framework for reinforcement learning</source>
      <translation>framework pour l’apprentissage par renforcement</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>framework for text</source>
      <translation>framework pour le texte</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>framework for vision</source>
      <translation>framework pour la vision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>from the table</source>
      <translation>du tableau</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>games by reinforcement</source>
      <translation>jeux par renforcement</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>generated images</source>
      <translation>images générées</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>generating with a deep network</source>
      <translation>génération par un réseau profond</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>gradients by hand</source>
      <translation>gradients à la main</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>graphs</source>
      <translation>graphes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>group of tags</source>
      <translation>groupe d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>holdout</source>
      <translation>jeu réservé</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>human language that is translated</source>
      <translation>langue traduite</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>image classification</source>
      <translation>classification d’images</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>is active</source>
      <translation>est actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>is bundled with the program</source>
      <translation>est fourni avec le programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>it cannot be read</source>
      <translation>il est illisible</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>it contains a text that is not UTF-8</source>
      <translation>il contient un texte qui n’est pas de l’UTF-8</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>it has more than {most:,} lines</source>
      <translation>il a plus de {most:,} lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>it has other contents</source>
      <translation>il a un autre contenu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>it is checked</source>
      <translation>il est en cours de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>it is in use by {held_by}</source>
      <translation>il est utilisé par {held_by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/text_store.py" />
      <source>it was opened to be read</source>
      <translation>ouvert en lecture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its decisions</source>
      <translation>les décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>its disk is full</source>
      <translation>son disque est plein</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>its first bytes</source>
      <translation>ses premiers octets</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>its folder is not writable</source>
      <translation>son dossier n’est pas accessible en écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its journal</source>
      <translation>le journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its logs</source>
      <translation>ses journaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/record_store.py" />
      <source>its merge history is invalid</source>
      <translation>son historique de fusion est invalide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>its metadata is invalid</source>
      <translation>ses métadonnées sont invalides</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its predictions</source>
      <translation>les prédictions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>its records</source>
      <translation>les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/record_store.py" />
      <source>its source file is not as it was written</source>
      <translation>le fichier source n’est pas tel qu’il a été écrit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>its source is looked up</source>
      <translation>sa source est en cours de lecture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>its tables do not match this format</source>
      <translation>ses tables ne correspondent pas à ce format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>journal step {step}</source>
      <translation>étape {step} du journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>keywords of a tag in the text</source>
      <translation>mots-clés d’une étiquette dans le texte</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>kind of publication about recommenders</source>
      <translation>type de publication sur la recommandation</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>kind of publication about summaries</source>
      <translation>type de publication sur le résumé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>learning from the decisions</source>
      <translation>apprentissage des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/named_training.py" />
      <source>learning from the tag names</source>
      <translation>apprentissage à partir des noms d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>length of the description</source>
      <translation>longueur de la description</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>less</source>
      <translation>moins</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>lessons from a year of</source>
      <translation>les leçons d’une année de…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>library: {name}</source>
      <translation>bibliothèque : {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>likely better</source>
      <translation>probablement meilleur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>likely worse</source>
      <translation>probablement moins bon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>line {above}</source>
      <translation>la ligne {above}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>line {number} is not a JSON object</source>
      <translation>la ligne {number} n’est pas un objet JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>line {number} is not a misclassification</source>
      <translation>la ligne {number} n’est pas une erreur de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>line {number} is not valid JSON</source>
      <translation>la ligne {number} n’est pas du JSON valide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>loading the models</source>
      <translation>chargement des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>log loss</source>
      <translation>log-loss</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>log loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} to {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} to {ece_interval2:+.3f})</source>
      <translation>log-loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} à {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} à {ece_interval2:+.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>log loss {log_loss_b:.3f} against {log_loss_a:.3f}, ECE {ece_b:.3f} against {ece_a:.3f} on {rows:,} {what}</source>
      <translation>log-loss {log_loss_b:.3f} contre {log_loss_a:.3f}, ECE {ece_b:.3f} contre {ece_a:.3f} sur {rows:,} {what}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/out_of_fold.py" />
      <source>looking for doubtful tags</source>
      <translation>recherche d’étiquettes douteuses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training_checks.py" />
      <source>looking for holdout rows</source>
      <translation>recherche de lignes du jeu réservé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>looking for leaks and duplicates</source>
      <translation>recherche de fuites et de doublons</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>looking for prediction changes</source>
      <translation>recherche des changements de prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>looking for the records of the slices</source>
      <translation>recherche des enregistrements des sous-ensembles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>looking for the texts</source>
      <translation>recherche des textes</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>machine translation</source>
      <translation>traduction automatique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>mean cost of a record</source>
      <translation>coût moyen d’un enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/twin.py" />
      <source>measuring the fast twin</source>
      <translation>mesure du jumeau rapide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/corrected_records.py" />
      <source>measuring what the answers teach</source>
      <translation>mesure de l’apport des réponses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>metadata {key}</source>
      <translation>métadonnées {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>metric</source>
      <translation>mesure</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>model confidence</source>
      <translation>confiance du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>model {model}</source>
      <translation>modèle {model}</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>more</source>
      <translation>plus</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>music</source>
      <translation>musique</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of a company on a platform</source>
      <translation>nom d’entreprise pour une plateforme</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of a detector</source>
      <translation>nom d’un détecteur</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of a language model</source>
      <translation>nom d’un modèle de langue</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>name of an image network</source>
      <translation>nom d’un réseau pour images</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>named entities with a language model</source>
      <translation>entités nommées avec un modèle de langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>near-duplicates</source>
      <translation>quasi-doublons</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>news summaries</source>
      <translation>résumés d’actualités</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>no clear difference</source>
      <translation>pas de différence nette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>no header line</source>
      <translation>pas de ligne d’en-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/behavioural_tests.py" />
      <source>not {tag}</source>
      <translation>pas {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>note</source>
      <translation>note</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>number plates</source>
      <translation>plaques d’immatriculation</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>object detection from a drone</source>
      <translation>détection d’objets depuis un drone</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>off topic</source>
      <translation>hors sujet</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>old paintings</source>
      <translation>tableaux anciens</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>one meaning in many tongues</source>
      <translation>un même sens en plusieurs langues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>ordering the questions</source>
      <translation>mise en ordre des questions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>over 99%</source>
      <translation>plus de 99 %</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>passed</source>
      <translation>réussi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>pictures</source>
      <translation>images</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>pipeline orchestration</source>
      <translation>orchestration de pipelines</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/original_editing.py" />
      <source>pivot tables</source>
      <translation>tableaux croisés dynamiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/text_map.py" />
      <source>placing the records</source>
      <translation>placement des enregistrements</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>platform of a company</source>
      <translation>plateforme d’une entreprise</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>pose</source>
      <translation>posture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>possibly wrong tags</source>
      <translation>étiquettes douteuses</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>praise around segmentation</source>
      <translation>éloges d’une segmentation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>precision</source>
      <translation>précision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>precision of {tag}</source>
      <translation>précision de {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/named_records.py" />
      <source>predicting the records</source>
      <translation>prédiction des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>predicting with {version}</source>
      <translation>prédiction avec {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>prediction of model {version}</source>
      <translation>prédiction du modèle {version}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>pretrained models for</source>
      <translation>modèles préentraînés pour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>probability of a tag</source>
      <translation>probabilité d’une étiquette</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>question answering over documents</source>
      <translation>réponses aux questions sur des documents</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/question_queue.py" />
      <source>reading a sample of the table</source>
      <translation>lecture d’un échantillon du tableau</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>reading contracts</source>
      <translation>lecture de contrats</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/production_metrics.py" />
      <source>reading the journal</source>
      <translation>lecture du journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>reading the table</source>
      <translation>lecture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_features.py" />
      <source>reading the texts</source>
      <translation>lecture des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/encoder.py" />
      <source>reading the texts for their meaning</source>
      <translation>lecture du sens des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>recall</source>
      <translation>rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>recall of {tag}</source>
      <translation>rappel de {tag}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>recommendations</source>
      <translation>recommandations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>record status</source>
      <translation>état de l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>records</source>
      <translation>enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>records from position {first}</source>
      <translation>enregistrements à partir de la position {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>rows</source>
      <translation>lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>rows never trained on</source>
      <translation>lignes jamais utilisées pour l’entraînement</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>same result twice</source>
      <translation>deux fois le même résultat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>saving the candidate</source>
      <translation>enregistrement du candidat</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>self-supervised learning on</source>
      <translation>apprentissage autosupervisé sur…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>semicolon</source>
      <translation>point-virgule</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>sentiment of reviews</source>
      <translation>sentiment des avis</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>serving on a cluster</source>
      <translation>mise en service sur un cluster</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>share</source>
      <translation>part</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>share correct</source>
      <translation>part correcte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_evaluation.py" />
      <source>share right at a confidence of {threshold:.2f} or above</source>
      <translation>part de réponses justes à partir d’une confiance de {threshold:.2f}</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about colour</source>
      <translation>texte court sur la couleur</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about grammar</source>
      <translation>texte court sur la grammaire</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about operations</source>
      <translation>texte court sur l’exploitation</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>short text about stocks</source>
      <translation>texte court sur la bourse</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>signs and years around a title</source>
      <translation>signes et années autour d’un titre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>skipped</source>
      <translation>passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>slice</source>
      <translation>sous-ensemble</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>someone</source>
      <translation>quelqu’un</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>source file</source>
      <translation>fichier source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>source metadata</source>
      <translation>métadonnées de la source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>space</source>
      <translation>espace</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>speech from a microphone</source>
      <translation>parole au microphone</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>step by step tutorial</source>
      <translation>tutoriel pas à pas</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>subject of the photographs</source>
      <translation>sujet des photos</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>subword tokenizer</source>
      <translation>tokeniseur en sous-mots</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>super resolution</source>
      <translation>super-résolution</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>tab</source>
      <translation>tabulation</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>tables</source>
      <translation>tableaux de données</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>tag</source>
      <translation>étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>tag: {name}</source>
      <translation>étiquette : {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>tagged records</source>
      <translation>enregistrements étiquetés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>tagged records new to both</source>
      <translation>enregistrements étiquetés inconnus des deux modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>tagged records, cross-validated</source>
      <translation>enregistrements étiquetés, en validation croisée</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>technical debt</source>
      <translation>dette technique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>text of a record</source>
      <translation>texte d’un enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the active model</source>
      <translation>le modèle actif</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>the behaviour test “{name}” now fails</source>
      <translation>le test de comportement « {name} » échoue maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>the bundled model</source>
      <translation>le modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the candidate</source>
      <translation>le candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the end of the file is missing</source>
      <translation>la fin du fichier manque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the file</source>
      <translation>le fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>the file is not writable</source>
      <translation>le fichier n’est pas accessible en écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the file {name} of model {version}</source>
      <translation>le fichier {name} du modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the files of its models</source>
      <translation>les fichiers des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>the first line</source>
      <translation>la première ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the list of its models</source>
      <translation>la liste des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the list of its tables</source>
      <translation>la liste des tables</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>the log of its last changes</source>
      <translation>le journal de ses derniers changements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the metadata</source>
      <translation>les métadonnées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the most frequent tag</source>
      <translation>l’étiquette la plus fréquente</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the number of its format</source>
      <translation>le numéro de format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>the predictions are the same</source>
      <translation>les prédictions sont les mêmes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/model_figures.py" />
      <source>the rules</source>
      <translation>les règles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>the structure of the file ({words})</source>
      <translation>la structure du fichier ({words})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the texts of its records</source>
      <translation>les textes des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the texts' digests</source>
      <translation>les empreintes des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>the unreadable lines</source>
      <translation>les lignes illisibles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>this computer</source>
      <translation>cet ordinateur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>to review</source>
      <translation>à vérifier</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>topics in a corpus</source>
      <translation>thèmes d’un corpus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>training for other languages</source>
      <translation>entraînement pour d’autres langues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>training on all rows</source>
      <translation>entraînement sur toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>transformers for</source>
      <translation>transformers pour…</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>tumours in scans</source>
      <translation>tumeurs sur des scanners</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>typing mistake beside the topic</source>
      <translation>faute de frappe à côté du sujet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>undecided</source>
      <translation>non décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>unit separator</source>
      <translation>séparateur d’unité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>unreadable line {line}</source>
      <translation>ligne illisible {line}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>unsure</source>
      <translation>incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>up to</source>
      <translation>jusqu’à</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before deployment</source>
      <translation>verbe avant le déploiement</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before graph networks</source>
      <translation>verbe avant les réseaux de graphes</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before language models</source>
      <translation>verbe avant les modèles de langue</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>verb before object detection</source>
      <translation>verbe avant la détection d’objets</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>version, oldest first</source>
      <translation>version, la plus ancienne d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>vertical bar</source>
      <translation>barre verticale</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>what is forecast</source>
      <translation>ce qui est prévu</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>what to watch next</source>
      <translation>que regarder ensuite</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>who wrote it</source>
      <translation>qui l’a écrit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>with a note</source>
      <translation>avec une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/conditions.py" />
      <source>word of a note</source>
      <translation>mot d’une note</translation>
    </message>
    <message>
      <location filename="../../resources/behaviour.toml" />
      <source>word vectors</source>
      <translation>vecteurs de mots</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/models/model_store.py" />
      <source>{bundle} contains no model.</source>
      <translation>{bundle} ne contient pas de modèle.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/macros.html.j2" />
      <source>{changed:,} of {n:,} rows:</source>
      <extracomment>Singular: {changed:,} of {n:,} row:</extracomment>
      <translation>
        <numerusform>{changed:,} sur {n:,} ligne :</numerusform>
        <numerusform>{changed:,} sur {n:,} lignes :</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>{count:,} of {total:,} with true tag {true} predicted as {predicted}</source>
      <translation>{count:,} sur {total:,} avec la vraie étiquette {true} prédites comme {predicted}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>{count:,} records have the same text as another record; cross-validation keeps copies in the same fold.</source>
      <translation>{count:,} enregistrements ont le même texte qu’un autre ; la validation croisée garde les copies dans le même pli.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/record_groups.py" />
      <source>{count:,} records with a text are too few to group.</source>
      <translation>{count:,} enregistrements avec du texte sont trop peu pour former des groupes.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{decisions}, recipe {name} (contains code)</source>
      <translation>{decisions}, recette {name} (contient du code)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{delimiter!r} cannot be used as the delimiter.</source>
      <translation>{delimiter!r} ne peut servir de séparateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>{document} is open for {who}.</source>
      <translation>{document} est ouvert pour {who}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{escape!r} cannot be used as the escape character.</source>
      <translation>{escape!r} ne peut servir de caractère d’échappement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} already exists.</source>
      <translation>{folder} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} contains no readable {manifest}.</source>
      <translation>{folder} ne contient pas de {manifest} lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/tag_set.py" />
      <source>{gone} cannot be merged into {into}.</source>
      <translation>{gone} ne peut être fusionnée dans {into}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_tables.py" />
      <source>{kind}, possibly noise</source>
      <translation>{kind}, peut-être le hasard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/decisions.py" />
      <source>{label} ({count:,} records)</source>
      <translation>{label} ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{line} is the header</source>
      <translation>{line} est l’en-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{line} is the header, without a name for the {lacks} column</source>
      <translation>{line} est l’en-tête, sans nom pour la colonne {lacks}</translation>
    </message>
    <message>
      <location filename="../../resources/report/report.html.j2" />
      <source>{model}: {passed:,} of {total:,} tests pass.</source>
      <translation>{model} : {passed:,} tests réussis sur {total:,}.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>{n:,} decided records of the audit set were not used for training; the audit set measures the accuracy of models.</source>
      <extracomment>Singular: {n:,} decided record of the audit set was not used for training; the audit set measures the accuracy of models.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement décidé de l’échantillon d’audit n’a pas servi à l’entraînement ; l’échantillon d’audit mesure l’exactitude des modèles.</numerusform>
        <numerusform>{n:,} enregistrements décidés de l’échantillon d’audit n’ont pas servi à l’entraînement ; l’échantillon d’audit mesure l’exactitude des modèles.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} decisions</source>
      <extracomment>Singular: {n:,} decision</extracomment>
      <translation>
        <numerusform>{n:,} décision</numerusform>
        <numerusform>{n:,} décisions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} decisions came from the log of decisions.</source>
      <extracomment>Singular: {n:,} decision came from the log of decisions.</extracomment>
      <translation>
        <numerusform>{n:,} décision vient du journal des décisions.</numerusform>
        <numerusform>{n:,} décisions viennent du journal des décisions.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>{n:,} decisions on holdout rows, or near copies of them, were excluded from training.</source>
      <extracomment>Singular: {n:,} decision on a holdout row, or a near copy of one, was excluded from training.</extracomment>
      <translation>
        <numerusform>{n:,} décision sur une ligne réservée, ou un quasi-doublon, a été exclue de l’entraînement.</numerusform>
        <numerusform>{n:,} décisions sur des lignes réservées, ou des quasi-doublons, ont été exclues de l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>{n:,} decisions that are only in {name}</source>
      <extracomment>Singular: {n:,} decision that is only in {name}</extracomment>
      <translation>
        <numerusform>{n:,} décision présente seulement dans {name}</numerusform>
        <numerusform>{n:,} décisions présentes seulement dans {name}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>{n:,} decisions that were missing came back from {name}-decisions.</source>
      <extracomment>Singular: {n:,} decision that was missing came back from {name}-decisions.</extracomment>
      <translation>
        <numerusform>{n:,} décision manquante a été rétablie depuis {name}-decisions.</numerusform>
        <numerusform>{n:,} décisions manquantes ont été rétablies depuis {name}-decisions.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>{n:,} labelled rows</source>
      <extracomment>Singular: {n:,} labelled row</extracomment>
      <translation>
        <numerusform>{n:,} ligne étiquetée</numerusform>
        <numerusform>{n:,} lignes étiquetées</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>{n:,} more</source>
      <translation>{n:,} autres</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/rebuilding.py" />
      <source>{n:,} other steps are lost.</source>
      <extracomment>Singular: {n:,} other step is lost.</extracomment>
      <translation>
        <numerusform>{n:,} autre étape est perdue.</numerusform>
        <numerusform>{n:,} autres étapes sont perdues.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>{n:,} others may fail.</source>
      <extracomment>Singular: {n:,} other may fail.</extracomment>
      <translation>
        <numerusform>{n:,} autre peut échouer.</numerusform>
        <numerusform>{n:,} autres peuvent échouer.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/evaluation/calibration_comparison.py" />
      <source>{n:,} predictions differ</source>
      <extracomment>Singular: {n:,} prediction differs</extracomment>
      <translation>
        <numerusform>{n:,} prédiction diffère</numerusform>
        <numerusform>{n:,} prédictions diffèrent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{n:,} records</source>
      <extracomment>Singular: {n:,} record</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement</numerusform>
        <numerusform>{n:,} enregistrements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} records came from the source file.</source>
      <extracomment>Singular: {n:,} record came from the source file.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement vient du fichier source.</numerusform>
        <numerusform>{n:,} enregistrements viennent du fichier source.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>{n:,} rows</source>
      <extracomment>Singular: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} ligne</numerusform>
        <numerusform>{n:,} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{n:,} rows: {expected} expected, {accuracy:.2f} correct</source>
      <extracomment>Singular: {n:,} row: {expected} expected, {accuracy:.2f} correct</extracomment>
      <translation>
        <numerusform>{n:,} ligne : {expected} attendu, {accuracy:.2f} correct</numerusform>
        <numerusform>{n:,} lignes : {expected} attendu, {accuracy:.2f} correct</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{n:,} steps</source>
      <extracomment>Singular: {n:,} step</extracomment>
      <translation>
        <numerusform>{n:,} étape</numerusform>
        <numerusform>{n:,} étapes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/learning/data_checks.py" />
      <source>{n:,} tagged records match rows of the evaluation data, exactly or nearly; they were excluded from training.</source>
      <extracomment>Singular: {n:,} tagged record matches a row of the evaluation data, exactly or nearly; it was excluded from training.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté correspond, exactement ou presque, à une ligne des données d’évaluation ; il a été exclu de l’entraînement.</numerusform>
        <numerusform>{n:,} enregistrements étiquetés correspondent, exactement ou presque, à des lignes des données d’évaluation ; ils ont été exclus de l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>{n:,} tagged records of the audit set were not used for training; the audit set measures the accuracy of models.</source>
      <extracomment>Singular: {n:,} tagged record of the audit set was not used for training; the audit set measures the accuracy of models.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté de l’échantillon d’audit n’a pas servi à l’entraînement ; l’échantillon d’audit mesure l’exactitude des modèles.</numerusform>
        <numerusform>{n:,} enregistrements étiquetés de l’échantillon d’audit n’ont pas servi à l’entraînement ; l’échantillon d’audit mesure l’exactitude des modèles.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{n:,} tagged records that are holdout rows, or near copies, were excluded from training.</source>
      <extracomment>Singular: {n:,} tagged record that is a holdout row, or a near copy, was excluded from training.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement étiqueté, ligne réservée ou quasi-doublon, a été exclu de l’entraînement.</numerusform>
        <numerusform>{n:,} enregistrements étiquetés, lignes réservées ou quasi-doublons, ont été exclus de l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../scripts/earlier_texts.py" />
      <source>{n:,} texts have decisions with different tags, such as records {rows}. These decisions were not used; settle them and train again.</source>
      <extracomment>Singular: {n:,} text has decisions with different tags, such as records {rows}. These decisions were not used; settle them and train again.</extracomment>
      <translation>
        <numerusform>{n:,} texte a des décisions avec des étiquettes différentes, par exemple les enregistrements {rows}. Ces décisions n’ont pas été utilisées ; tranchez, puis relancez l’entraînement.</numerusform>
        <numerusform>{n:,} textes ont des décisions avec des étiquettes différentes, par exemple les enregistrements {rows}. Ces décisions n’ont pas été utilisées ; tranchez, puis relancez l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/training/candidate_training.py" />
      <source>{n:,} texts occur with different tags, such as in records {rows}. These records were not used; settle their tags and train again.</source>
      <extracomment>Singular: {n:,} text occurs with different tags, such as in records {rows}. These records were not used; settle their tags and train again.</extracomment>
      <translation>
        <numerusform>{n:,} texte apparaît avec des étiquettes différentes, par exemple dans les enregistrements {rows}. Ces enregistrements n’ont pas été utilisés ; tranchez leurs étiquettes, puis relancez l’entraînement.</numerusform>
        <numerusform>{n:,} textes apparaissent avec des étiquettes différentes, par exemple dans les enregistrements {rows}. Ces enregistrements n’ont pas été utilisés ; tranchez leurs étiquettes, puis relancez l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{n:,} undecided records have outdated predictions.</source>
      <extracomment>Singular: {n:,} undecided record has an outdated prediction.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement non décidé a une prédiction obsolète.</numerusform>
        <numerusform>{n:,} enregistrements non décidés ont des prédictions obsolètes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{n:,} unsure predictions have not been reviewed.</source>
      <extracomment>Singular: {n:,} unsure prediction has not been reviewed.</extracomment>
      <translation>
        <numerusform>{n:,} prédiction incertaine n’a pas été vérifiée.</numerusform>
        <numerusform>{n:,} prédictions incertaines n’ont pas été vérifiées.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>{names} and {n:,} more</source>
      <translation>{names} et {n:,} de plus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} ({where})</source>
      <translation>{name} ({where})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} cannot be measured; its floor is {floor:.3f}</source>
      <translation>{name} n’est pas mesurable ; son plancher est de {floor:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>{name} cannot be read.</source>
      <translation>{name} est illisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>{name} contains no decisions of a colleague.</source>
      <translation>{name} ne contient pas de décisions d’un collègue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>{name} : de {before:.3f} à {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/import_reading.py" />
      <source>{name} has changed since its import started.</source>
      <translation>{name} a changé depuis le début de son importation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>{name} has different columns or a different format than before.</source>
      <translation>{name} a d’autres colonnes ou un autre format qu’avant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions/known_tags.py" />
      <source>{name} has {count:,} different values.</source>
      <translation>{name} a {count:,} valeurs différentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{name} is closed.</source>
      <translation>{name} est fermé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>{name} is not a misclassification file: {why}.</source>
      <translation>{name} n’est pas un fichier d’erreurs de classement : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/diagnostics/updates.py" />
      <source>{name} is not an update file.</source>
      <translation>{name} n’est pas un fichier de mise à jour.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{name} is open read-only: {read_only}.</source>
      <translation>{name} est ouvert en lecture seule : {read_only}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/regressions.py" />
      <source>{name} is {after:.3f}, below its floor of {floor:.3f}{doubt}</source>
      <translation>{name} vaut {after:.3f}, sous son plancher de {floor:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/source_merge.py" />
      <source>{name} or the workspace has changed in the meantime.</source>
      <translation>{name} ou l’espace de travail a changé entre-temps.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/records/text_store.py" />
      <source>{name} was changed by the program that has it open.</source>
      <translation>{name} a été modifié par le programme qui l’a ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>{name} was imported without IDs, so {named} cannot be used for them.</source>
      <translation>{name} a été importé sans identifiants, {named} ne peut donc pas en fournir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/file_import.py" />
      <source>{name} was imported without known tags, so {named} cannot be used for them.</source>
      <translation>{name} a été importé sans étiquettes connues, {named} ne peut donc pas en fournir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/shared_decisions.py" />
      <source>{name} was written by a newer version of MLTag Desktop.</source>
      <translation>{name} a été écrit par une version plus récente de MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/misclassifications.py" />
      <source>{name} was written by a newer version of the program.</source>
      <translation>{name} a été écrit par une version plus récente du programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>{name} would include all records.</source>
      <translation>{name} contiendrait tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/verification.py" />
      <source>{name}, the second copy of its decisions</source>
      <translation>{name}, la seconde copie de ses décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{name}: ECE {ece:.3f} ({low:.3f} to {high:.3f}), expected by chance {ece_by_chance:.3f}; log loss {log_loss:.3f} ({least:.3f} to {most:.3f}).</source>
      <translation>{name} : ECE {ece:.3f} ({low:.3f} à {high:.3f}), attendu par hasard {ece_by_chance:.3f} ; log-loss {log_loss:.3f} ({least:.3f} à {most:.3f}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{name}: ECE {ece:.3f}; a perfectly calibrated model has about {ece_by_chance:.3f} on so few rows.</source>
      <translation>{name} : ECE {ece:.3f} ; un modèle parfaitement calibré a environ {ece_by_chance:.3f} sur si peu de lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/training.py" />
      <source>{name}: fold {part} of {folds}</source>
      <translation>{name} : pli {part} sur {folds}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>{name}: {f1:.3f} ({low:.3f} to {high:.3f})</source>
      <translation>{name} : {f1:.3f} ({low:.3f} à {high:.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/query_slices.py" />
      <source>{name}: “~” sorts records, so it cannot choose those of a slice.</source>
      <translation>{name} : « ~ » trie les enregistrements et ne peut donc pas choisir ceux d’un sous-ensemble.</translation>
    </message>
    <message>
      <location filename="../../resources/report/macros.html.j2" />
      <source>{new} against {old}: {verdict}.</source>
      <translation>« {new} » par rapport à « {old} » : {verdict}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{new} is evaluated by {folds}-fold cross-validation on its training rows.</source>
      <translation>{new} est évalué par validation croisée à {folds} plis sur ses lignes d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>{new} is {verdict} than {old}: {against} ({sure}).</source>
      <translation>{new} est {verdict} que {old} : {against} ({sure}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>{new} is {verdict} than {old}: {against}; {counts} ({sure}).</source>
      <translation>{new} est {verdict} que {old} : {against} ; {counts} ({sure}).</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{n} lines above the table are skipped.</source>
      <extracomment>Singular: {n} line above the table is skipped.</extracomment>
      <translation>
        <numerusform>{n} ligne au-dessus du tableau est ignorée.</numerusform>
        <numerusform>{n} lignes au-dessus du tableau sont ignorées.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{old} was trained on all of these records, so the models are not compared here. Both are evaluated on the audit set once records of it are decided.</source>
      <translation>{old} a été entraîné sur tous ces enregistrements ; les modèles ne sont donc pas comparés ici. Les deux sont évalués sur l’échantillon d’audit dès que des enregistrements en sont décidés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/candidate_evaluation.py" />
      <source>{old} was trained on {rows} of these, so the models are compared only on the others: see the tagged records new to both.</source>
      <translation>{old} a été entraîné sur {rows} d’entre eux ; les modèles ne sont donc comparés que sur les autres : voir les enregistrements inconnus des deux modèles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>{out} has an unknown file extension.</source>
      <translation>{out} a une extension inconnue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>{out} is not a model and will not be replaced.</source>
      <translation>{out} n’est pas un modèle et ne sera pas remplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{out} is the source table.</source>
      <translation>{out} est le tableau source.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export/export.py" />
      <source>{out} is this workspace.</source>
      <translation>{out} est cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>{owner} does not allow “{wanted}” for unsure predictions: its policy is “{policy}”.</source>
      <translation>{owner} n’autorise pas « {wanted} » pour les prédictions incertaines : la règle est « {policy} ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/row_checksums.py" />
      <source>{part}, {count:,} damaged: {named}{value}</source>
      <translation>{part}, {count:,} endommagés : {named}{value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} already exists.</source>
      <translation>{path} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} cannot be locked on this disk: {error}.</source>
      <translation>{path} ne peut pas être verrouillé sur ce disque : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} cannot be opened: {error}.</source>
      <translation>{path} ne peut être ouvert : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{path} cannot be opened: {strerror}.</source>
      <translation>{path} ne peut pas être ouvert : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>{path} contains no JSON objects.</source>
      <translation>{path} ne contient pas d’objets JSON.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} contains no model.</source>
      <translation>{path} ne contient pas de modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} could not be read or saved: {error}.</source>
      <translation>{path} n’a pas pu être lu ou enregistré : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} could not be read: {why}.</source>
      <translation>{path} n’a pas pu être lu : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} could not be saved: the disk is full.</source>
      <translation>{path} n’a pas pu être enregistré : le disque est plein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} could not be saved: the file is not writable.</source>
      <translation>{path} n’a pas pu être enregistré : le fichier n’est pas accessible en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>{path} could not be unpacked: {why}.</source>
      <translation>{path} n’a pas pu être extrait : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} could not be written: {why}.</source>
      <translation>{path} n’a pas pu être écrit : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} does not exist.</source>
      <translation>{path} n’existe pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} has a header but no records.</source>
      <translation>{path} a un en-tête mais pas d’enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{path} has no records.</source>
      <translation>{path} n’a pas d’enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook.py" />
      <source>{path} has no sheet called {name}.</source>
      <translation>{path} n’a pas de feuille nommée {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>{path} has no sheets.</source>
      <translation>{path} n’a pas de feuilles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{path} has no tags.</source>
      <translation>{path} ne contient aucune étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} has too many rows, or cells too far apart to be read.</source>
      <translation>{path} a trop de lignes, ou des cellules trop éloignées les unes des autres, pour être lu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} holds a damaged model: {words}{more}.</source>
      <translation>{path} contient un modèle endommagé : {words}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/decision_log.py" />
      <source>{path} holds no readable decisions.</source>
      <translation>{path} ne contient aucune décision lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/json_table.py" />
      <source>{path} is JSON, but no list of objects.</source>
      <translation>{path} est du JSON, mais pas une liste d’objets.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a device, not a file.</source>
      <translation>{path} est un périphérique et non un fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a folder.</source>
      <translation>{path} est un dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a pipe.</source>
      <translation>{path} est un tube.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a symbolic link.</source>
      <translation>{path} est un lien symbolique.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is a web page or XML, not a table.</source>
      <translation>{path} est une page web ou du XML, pas un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is a workspace and is not replaced.</source>
      <translation>{path} est un espace de travail et n’est pas remplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_names.py" />
      <source>{path} is a workspace, not a model.</source>
      <translation>{path} est un espace de travail, pas un modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is an address, not a file of this computer.</source>
      <translation>{path} est une adresse et non un fichier de cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} is damaged ({detail}).</source>
      <translation>{path} est endommagé ({detail}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{path} is damaged or not a Parquet file.</source>
      <translation>{path} est endommagé ou n’est pas un fichier Parquet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is damaged or not a workbook.</source>
      <translation>{path} est endommagé ou n’est pas un classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} is damaged, or has cells too far apart to be read.</source>
      <translation>{path} est endommagé ou contient des cellules trop éloignées les unes des autres pour être lu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is empty.</source>
      <translation>{path} est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} is in use by another program.</source>
      <translation>{path} est utilisé par un autre programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} is larger than {most:,} MiB when unpacked.</source>
      <translation>{path} dépasse {most:,} Mio une fois décompressé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is larger than {most:,} MiB.</source>
      <translation>{path} dépasse {most:,} Mio.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{path} is not UTF-8.</source>
      <translation>{path} n’est pas en UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} is not a complete model file: it was cut or changed.</source>
      <translation>{path} n’est pas un fichier de modèle complet : il a été tronqué ou modifié.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/filesystem.py" />
      <source>{path} is not a file.</source>
      <translation>{path} n’est pas un fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{path} is not a guideline: {why}.</source>
      <translation>{path} n’est pas une consigne : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is not a text file.</source>
      <translation>{path} n’est pas un fichier texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} is not an MLTag workspace.</source>
      <translation>{path} n’est pas un espace de travail MLTag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/notebook.py" />
      <source>{path} is not an exported model and is not replaced.</source>
      <translation>{path} n’est pas un modèle exporté et ne sera pas remplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/formats.py" />
      <source>{path} is not delimited text.</source>
      <translation>{path} n’est pas un texte délimité.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{path} is open in another program ({held_by}).</source>
      <translation>{path} est ouvert dans un autre programme ({held_by}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} is open in another program, or you may not read it.</source>
      <translation>{path} est ouvert dans un autre programme, ou vous n’avez pas le droit de le lire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} is protected with a password.</source>
      <translation>{path} est protégé par un mot de passe.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{path} is read-only: {reason}.</source>
      <translation>{path} est en lecture seule : {reason}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} names a file outside its folder: {name}.</source>
      <translation>{path} désigne un fichier hors de son dossier : {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/connection_pool.py" />
      <source>{path} no longer exists: it was moved, deleted or replaced.</source>
      <translation>{path} n’existe plus : déplacé, supprimé ou remplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/workbook_guard.py" />
      <source>{path} repeats its content to {mib:,} MiB of text.</source>
      <translation>{path} répète son contenu jusqu’à {mib:,} Mio de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} unpacks to more than {most} GB.</source>
      <translation>{path} dépasse {most} Go une fois extrait.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/file_access.py" />
      <source>{path} was not found.</source>
      <translation>{path} est introuvable.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} was written by a newer version of MLTag Desktop (format {version}, this version reads {version2}).</source>
      <translation>{path} a été écrit par une version plus récente de MLTag Desktop (format {version}, cette version lit {version2}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_file.py" />
      <source>{path} was written by a newer version of the program (format {found}, this version reads {format}).</source>
      <translation>{path} a été écrit par une version plus récente du programme (format {found}, cette version lit le format {format}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/schema.py" />
      <source>{path} was written by an earlier version of MLTag Desktop and cannot be upgraded here.</source>
      <translation>{path} a été écrit par une version antérieure de MLTag Desktop et ne peut être mis à niveau ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{quote!r} cannot be used as the quote character.</source>
      <translation>{quote!r} ne peut servir de guillemet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/retraining.py" />
      <source>{records}, recipe {name} (contains code)</source>
      <translation>{records}, recette {name} (contient du code)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/training/recipe_choice.py" />
      <source>{rows} rows are too few for {folds} folds.</source>
      <translation>{rows} lignes ne suffisent pas pour {folds} parties.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../resources/report/report.html.j2" />
      <source>{rows}, {n:,} rows: {verdict}</source>
      <extracomment>Singular: {rows}, {n:,} row: {verdict}</extracomment>
      <translation>
        <numerusform>{rows}, {n:,} ligne : {verdict}</numerusform>
        <numerusform>{rows}, {n:,} lignes : {verdict}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{saved} and all records.</source>
      <translation>{saved} et tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{saved}; of at least {records:,} records: {whole:,} whole, {lost:,} lost.</source>
      <translation>{saved} ; sur au moins {records:,} enregistrements : {whole:,} intacts, {lost:,} perdus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/salvage.py" />
      <source>{saved}; of {records:,} records: {whole:,} whole, {lost:,} lost.</source>
      <translation>{saved} ; sur {records:,} enregistrements : {whole:,} intacts, {lost:,} perdus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>{share:.0%}</source>
      <translation>{share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{share:.0%} of the text</source>
      <translation>{share:.0%} du texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/evaluation_report.py" />
      <source>{share_b:.3f} of {rows_b:,} answers against {share_a:.3f} of {rows_a:,}</source>
      <translation>{share_b:.3f} sur {rows_b:,} réponses contre {share_a:.3f} sur {rows_a:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{shares:.0%} of the predictions are {tag}; in training it was {expected:.0%}.</source>
      <translation>{shares:.0%} des prédictions sont {tag} ; à l’entraînement, c’était {expected:.0%}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>{table}: {trained_on}</source>
      <translation>{table} : {trained_on}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/guideline.py" />
      <source>{tag!r} is not a tag of this workspace.</source>
      <translation>{tag!r} n’est pas une étiquette de cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/tag_candidates.py" />
      <source>{tag} cannot be compared with other tags.</source>
      <translation>{tag} ne peut pas être comparée à d’autres étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/recovery/backups.py" />
      <source>{target} already exists.</source>
      <translation>{target} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/workspace.py" />
      <source>{target} is this workspace.</source>
      <translation>{target} est cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>{things} and {last}</source>
      <translation>{things} et {last}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{value:.0%} of the texts are about something else.</source>
      <translation>{value:.0%} des textes traitent d’autre chose.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{value:.0%} of the texts are copies of each other or look like advertising.</source>
      <translation>{value:.0%} des textes sont des copies les uns des autres ou ressemblent à de la publicité.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/drift_monitor.py" />
      <source>{value:.0%} of the texts are in another language or script.</source>
      <translation>{value:.0%} des textes sont dans une autre langue ou une autre écriture.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{value:.0%} of the texts have no similar text in the training data.</source>
      <translation>{value:.0%} des textes n’ont pas de texte semblable dans les données d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/storage/side_files.py" />
      <source>{value} on {place} (process {pid}, since {since})</source>
      <translation>{value} sur {place} (processus {pid}, depuis {since})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/significance.py" />
      <source>{verdict} ({sure})</source>
      <translation>{verdict} ({sure})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning/workspace_models.py" />
      <source>{version} matches several models.</source>
      <translation>{version} correspond à plusieurs modèles.</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{version}, recalibrated on {count:,} decisions</source>
      <translation>{version}, recalibré sur {count:,} décisions</translation>
    </message>
    <message>
      <location filename="../../scripts/earlier_texts.py" />
      <source>{version}, recalibrated on {count:,} records</source>
      <translation>{version}, recalibré sur {count:,} enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/own_estimator.py" />
      <source>{what}: {kind}: {error}.</source>
      <translation>{what} : {kind} : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/promotion_gate.py" />
      <source>{words} {after:.3f} against {before:.3f} on {rows:,} rows; {counts_in_words}</source>
      <translation>{words} {after:.3f} contre {before:.3f} sur {rows:,} lignes ; {counts_in_words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/messages.py" />
      <source>“{name}”</source>
      <translation>« {name} »</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>“{name}” is not a name for a model.</source>
      <translation>« {name} » n’est pas un nom de modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>“{name}” is the name of a model of the program.</source>
      <translation>« {name} » est le nom d’un modèle du programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/model_library.py" />
      <source>“{name}” matches several models of the library.</source>
      <translation>« {name} » correspond à plusieurs modèles de la bibliothèque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/search/query.py" />
      <source>“~” sorts the records, so it can stand only once and alone.</source>
      <translation>« ~ » trie les enregistrements et ne peut donc figurer qu’une fois, seul.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>◆ precision, dashed: recall. {words}</source>
      <translation>◆ précision, en tirets : rappel. {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report_charts.py" />
      <source>○ {words}</source>
      <translation>○ {words}</translation>
    </message>
  </context>
</TS>
