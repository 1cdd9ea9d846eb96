<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>MLTag</name>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>  ·  {left:,} to review</source>
      <translation>  ·  {left:,} à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source> (undone)</source>
      <translation> (annulé)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source> The first {count:,} are listed.</source>
      <translation> Les {count:,} premiers sont listés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source> The first {most} texts of {count:,} are shown.</source>
      <translation> Les {most} premiers textes sur {count:,} sont affichés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source> and others</source>
      <translation> et d’autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source> and {rest:,} more</source>
      <translation> et {rest:,} autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source> by an earlier model</source>
      <translation> par un modèle antérieur</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source> {n:,} are about tags that it does not know.</source>
      <extracomment>Singular:  {n:,} is about tags that it does not know.</extracomment>
      <translation>
        <numerusform> {n:,} porte sur des étiquettes qu’il ne connaît pas.</numerusform>
        <numerusform> {n:,} portent sur des étiquettes qu’il ne connaît pas.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;About MLTag Desktop</source>
      <translation>À &amp;propos de MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Accept tag</source>
      <translation>&amp;Accepter l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>&amp;Add to table</source>
      <translation>&amp;Ajouter au tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Add to the tag set</source>
      <translation>&amp;Ajouter au jeu d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>&amp;Add to the tag set: {names}</source>
      <translation>&amp;Ajouter au jeu d’étiquettes : {names}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>&amp;Add what is shown</source>
      <translation>&amp;Ajouter ce qui est affiché</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>&amp;Back</source>
      <translation>&amp;Retour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>&amp;Bring in</source>
      <translation>&amp;Importer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Bring in decisions…</source>
      <translation>&amp;Importer des décisions…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Clear decision</source>
      <translation>&amp;Effacer la décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>&amp;Close</source>
      <translation>&amp;Fermer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Close table</source>
      <translation>&amp;Fermer le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Commands…</source>
      <translation>&amp;Commandes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>&amp;Contents</source>
      <translation>&amp;Sommaire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/diagnostics.py" />
      <source>&amp;Copy</source>
      <translation>&amp;Copier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>&amp;Copy details</source>
      <translation>&amp;Copier les détails</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Copy rows</source>
      <translation>&amp;Copier les lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Dark colours</source>
      <translation>Couleurs so&amp;mbres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>&amp;Date</source>
      <translation>&amp;Date</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>&amp;Delete…</source>
      <translation>&amp;Supprimer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>&amp;Discard</source>
      <translation>&amp;Abandonner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>&amp;Do not ask again for this workspace</source>
      <translation>&amp;Ne plus demander pour cet espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Edit</source>
      <translation>&amp;Édition</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>&amp;Encoding</source>
      <translation>&amp;Encodage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>&amp;Escape them</source>
      <translation>Les &amp;remplacer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>&amp;Export</source>
      <translation>&amp;Exporter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>&amp;Export misclassifications…</source>
      <translation>&amp;Exporter les erreurs de classement…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Export…</source>
      <translation>&amp;Exporter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;File</source>
      <translation>&amp;Fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>&amp;Fill undecided records with the predicted tag</source>
      <translation>&amp;Remplir les enregistrements non décidés avec l’étiquette prédite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Find</source>
      <translation>Rec&amp;hercher</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>&amp;Fit the confidence</source>
      <translation>&amp;Ajuster la confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Flag</source>
      <translation>&amp;Signaler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>&amp;Forward</source>
      <translation>&amp;Avancer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Go</source>
      <translation>A&amp;ller</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Go back to the model before</source>
      <translation>Re&amp;venir au modèle précédent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>&amp;Guard cells that a spreadsheet would take for formulas</source>
      <translation>&amp;Protéger les cellules qu’un tableur prendrait pour des formules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>&amp;Guard them</source>
      <translation>Les &amp;protéger</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Guide</source>
      <translation>&amp;Guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Help</source>
      <translation>Ai&amp;de</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>&amp;Id</source>
      <translation>&amp;Id</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Import report…</source>
      <translation>Rapport d’i&amp;mportation…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Journal…</source>
      <translation>&amp;Journal…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Keys</source>
      <translation>&amp;Touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Least confident first</source>
      <translation>&amp;Moins sûrs d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>&amp;Licence texts</source>
      <translation>Textes des &amp;licences</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Light colours</source>
      <translation>Couleurs &amp;claires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>&amp;Look at this state in the table</source>
      <translation>&amp;Voir cet état dans le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Look through all</source>
      <translation>&amp;Examiner tout</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Map to</source>
      <translation>&amp;Associer à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Model</source>
      <translation>&amp;Modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Next to review</source>
      <translation>&amp;Suivant à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Not now</source>
      <translation>&amp;Pas maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Note…</source>
      <translation>&amp;Note…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>&amp;Open</source>
      <translation>&amp;Ouvrir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>&amp;Open as a new table</source>
      <translation>&amp;Ouvrir comme nouveau tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Open…</source>
      <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Paste text…</source>
      <translation>&amp;Coller du texte…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Previous to review</source>
      <translation>&amp;Précédent à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>&amp;Promote</source>
      <translation>&amp;Mettre en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Put it in place</source>
      <translation>&amp;Mettre en place</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Quit</source>
      <translation>&amp;Quitter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>&amp;Read again</source>
      <translation>&amp;Relire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>&amp;Records</source>
      <translation>&amp;Enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Redo</source>
      <translation>&amp;Rétablir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>&amp;Remove</source>
      <translation>&amp;Retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Renew the list</source>
      <translation>&amp;Actualiser la liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Report</source>
      <translation>&amp;Rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>&amp;Restore defaults</source>
      <translation>&amp;Rétablir les valeurs d’origine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>&amp;Restore this state</source>
      <translation>&amp;Restaurer cet état</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Restore…</source>
      <translation>&amp;Restaurer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>&amp;Return to the state after this step</source>
      <translation>&amp;Revenir à l’état après cette étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>&amp;Save what can be read</source>
      <translation>&amp;Sauver ce qui peut être lu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>&amp;Sheet</source>
      <translation>&amp;Feuille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>&amp;Show them in the table</source>
      <translation>&amp;Montrer dans le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Skip</source>
      <translation>&amp;Passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Slices…</source>
      <translation>Sous-ense&amp;mbles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>&amp;Start from my own labels, without the bundled model</source>
      <translation>&amp;Partir de mes propres étiquettes, sans le modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Table</source>
      <translation>&amp;Tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Tag</source>
      <translation>É&amp;tiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>&amp;Take in misclassifications…</source>
      <translation>&amp;Intégrer des erreurs…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>&amp;Take over</source>
      <translation>&amp;Reprendre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>&amp;Train a candidate</source>
      <translation>&amp;Entraîner un candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Train…</source>
      <translation>&amp;Entraîner…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Undo</source>
      <translation>&amp;Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;Unsure</source>
      <translation>&amp;Incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>&amp;Use the measured one</source>
      <translation>&amp;Utiliser la mesurée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>&amp;Use {measured:.2f}</source>
      <translation>&amp;Utiliser {measured:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>&amp;View</source>
      <translation>&amp;Affichage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>&amp;Wrapped in</source>
      <translation>Entre &amp;guillemets</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>+ added</source>
      <translation>+ ajouté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>, also {also}</source>
      <translation>, aussi {also}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>, the {count:,} surest shown</source>
      <translation>, les {count:,} plus sûrs affichés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>, which noise may explain</source>
      <translation>, ce que le bruit peut expliquer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>, {gone_decided:,} of them with a decision</source>
      <translation>, dont {gone_decided:,} avec une décision</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>, {n:,} decided</source>
      <extracomment>Singular: , {n:,} decided</extracomment>
      <translation>
        <numerusform>, {n:,} décidé</numerusform>
        <numerusform>, {n:,} décidés</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>. Click one to see it in the table.</source>
      <translation>. Un clic le montre dans le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>95% int.</source>
      <translation>int. 95 %</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>95% interval of F1</source>
      <translation>intervalle à 95 % de F1</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>; {n:,} lines cannot be read</source>
      <extracomment>Singular: ; {n:,} line cannot be read</extracomment>
      <translation>
        <numerusform> ; {n:,} ligne illisible</numerusform>
        <numerusform> ; {n:,} lignes illisibles</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>A &amp;table, with columns</source>
      <translation>Un &amp;tableau, avec des colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>A colleague with the same records can bring them in.</source>
      <translation>Un collègue ayant les mêmes enregistrements peut les importer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>A line for each wrong prediction: text, tag, prediction, who and when.</source>
      <translation>Une ligne par prédiction erronée : texte, étiquette, prédiction, qui et quand.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>A model fitted to it would tag {changed:,} of {count:,} otherwise.</source>
      <translation>Un modèle adapté étiquetterait autrement {changed:,} enregistrements sur {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>A past state is shown</source>
      <translation>Un état passé est affiché</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>A report without any of your texts is in
{path}</source>
      <translation>Un rapport sans aucun de vos textes se trouve dans
{path}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>A single letter or figure would get in the way of typing; add Ctrl or Alt.</source>
      <translation>Une lettre ou un chiffre seul gênerait la saisie ; ajouter Ctrl ou Alt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>A slice is a part of the table that the report judges on its own, for every model, with intervals: a search, such as tag:mlops -video. It counts on the audit set and on decisions.</source>
      <translation>Un sous-ensemble est une partie du tableau que le rapport juge à part, pour chaque modèle, avec des intervalles : une recherche, comme tag:mlops -video. Il compte sur l’échantillon d’audit et sur les décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>A spreadsheet takes texts that begin with = + - or @ for formulas. They can get a ' before them, so that they stay texts.</source>
      <translation>Un tableur prend pour des formules les textes commençant par = + - ou @. Un ' placé devant les garde en texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>A tag needs a name.</source>
      <translation>Une étiquette a besoin d’un nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>A tag with less confidence is to review, where “Model › In use” set nothing for the table.</source>
      <translation>Une étiquette de moindre confiance est à vérifier, là où « Modèle › En service » n’a rien fixé pour le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>About MLTag Desktop</source>
      <translation>À propos de MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Accept or correct with one key</source>
      <translation>Accepter ou corriger d’une touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Accepted</source>
      <translation>Acceptés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Add tag</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Add the tags that are missing first</source>
      <translation>Ajouter d’abord les étiquettes manquantes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Add, rename, merge and describe tags</source>
      <translation>Ajouter, renommer, fusionner et décrire des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>After this step</source>
      <translation>Après cette étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>After this step every record stood as it stands now.</source>
      <translation>Après cette étape, tous les enregistrements étaient comme maintenant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Agreement beyond chance (Cohen's kappa): {kappa:.2f}, {grade}.</source>
      <translation>Accord au-delà du hasard (kappa de Cohen) : {kappa:.2f}, {grade}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Agreement by tag</source>
      <translation>Accord par étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>All answers</source>
      <translation>Toutes les réponses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>All are reviewed: {records}.</source>
      <translation>Tous sont vérifiés : {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>All columns</source>
      <translation>Toutes les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>All directions ({total:,})</source>
      <translation>Toutes les directions ({total:,})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>All keys, to search and change</source>
      <translation>Toutes les touches, à chercher et à modifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>All records</source>
      <translation>Tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>All records, one a row</source>
      <translation>Tous les enregistrements, un par ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_rows.py" />
      <source>All rows</source>
      <translation>Toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>All tags</source>
      <translation>Toutes les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>All {rows:,} answers: {precision:.0%} right.</source>
      <translation>Les {rows:,} réponses : {precision:.0%} justes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Also</source>
      <translation>Aussi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_offers.py" />
      <source>Also tag as {name}</source>
      <translation>Étiqueter aussi {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Also tag {key}</source>
      <translation>Aussi l’étiquette {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Also {name}, or no more</source>
      <translation>Aussi {name}, ou plus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>An export writes all of them.</source>
      <translation>Un export les écrit tous.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>An outlined tag is a prediction, a filled one a decision. Rows the model is unsure of stand out.</source>
      <translation>Une étiquette cernée est une prédiction, une étiquette pleine une décision. Les lignes où le modèle doute ressortent.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Answered</source>
      <translation>Réponse</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Answers</source>
      <translation>Réponses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Apostrophes '</source>
      <translation>Apostrophes '</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Apply the filter to what changed since</source>
      <translation>Appliquer le filtre à ce qui a changé depuis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Arabic</source>
      <translation>arabe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Armenian</source>
      <translation>arménien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>As &amp;data (JSON)…</source>
      <translation>En &amp;données (JSON)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>As a web &amp;page (HTML)…</source>
      <translation>En &amp;page web (HTML)…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>As for all ta&amp;gs</source>
      <translation>Comme toutes les &amp;étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>As set</source>
      <translation>Tel que réglé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Ask a person below</source>
      <translation>Demander à une personne sous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask about the records that the model is least sure of first</source>
      <translation>Demander d’abord les enregistrements dont le modèle est le moins sûr</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask b&amp;y lot</source>
      <translation>Demander par &amp;tirage au sort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Ask before promotion when the F1 of these tags got worse</source>
      <translation>Demander avant la mise en service quand le F1 de ces étiquettes a baissé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask down the t&amp;able</source>
      <translation>Demander dans l’&amp;ordre du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Ask next</source>
      <translation>Demander ensuite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask where close, and not alike &amp;twice</source>
      <translation>Là où c’est serré, pas deux fois le m&amp;ême</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask where models &amp;disagree</source>
      <translation>Demander où les modèles diver&amp;gent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ask where two tags are &amp;close</source>
      <translation>Demander où deux étiquettes sont p&amp;roches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Asked</source>
      <translation>Demandés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Bac&amp;kups…</source>
      <translation>S&amp;auvegardes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Back</source>
      <translation>Précédent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Back up &amp;now</source>
      <translation>Sauvegarder &amp;maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Backups</source>
      <translation>Sauvegardes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Backups of each workspace</source>
      <translation>Sauvegardes par espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Backups of {name}</source>
      <translation>Sauvegardes de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Backups, the newest first</source>
      <translation>Sauvegardes, la plus récente d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Bar</source>
      <translation>Barre verticale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Becomes</source>
      <translation>Devient</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Behaviour cases</source>
      <translation>Cas de comportement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Behaviour cases that fail</source>
      <translation>Cas de comportement en échec</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Bengali</source>
      <translation>bengali</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Blank</source>
      <translation>Espace</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Blue</source>
      <translation>Bleu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Both</source>
      <translation>Les deux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Bring in the decisions of a colleague</source>
      <translation>Importer les décisions d’un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Built on</source>
      <translation>Construit avec</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Bulgarian</source>
      <translation>bulgare</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Bundled</source>
      <translation>Fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By confidence</source>
      <translation>Par confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By day</source>
      <translation>Par jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By lot</source>
      <translation>Tirés au sort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>By predicted tag</source>
      <translation>Par étiquette prédite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>C&amp;lose</source>
      <translation>F&amp;ermer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>C&amp;ontinue</source>
      <translation>C&amp;ontinuer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Cancelled. Nothing was kept.</source>
      <translation>Annulé. Rien n’a été conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Candidate</source>
      <translation>Candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Candidate beside the model in force</source>
      <translation>Candidat en parallèle du modèle en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Candidate {version} is discarded.</source>
      <translation>Le candidat {version} est abandonné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Candidate {version} was never in force.</source>
      <translation>Le candidat {version} n’a jamais été en service.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Case</source>
      <translation>Cas</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Cells &amp;parted by</source>
      <translation>Cellules &amp;séparées par</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Cells from a spreadsheet, with tabs between them</source>
      <translation>Cellules d’un tableur, séparées par des tabulations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Change</source>
      <translation>Écart</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>Change…</source>
      <translation>Changer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Check an &amp;installer…</source>
      <translation>Vérifier un &amp;installateur…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Check an &amp;update file…</source>
      <translation>Vérifier un fichier de mise à &amp;jour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Check an update file</source>
      <translation>Vérifier un fichier de mise à jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Chinese</source>
      <translation>chinois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the &amp;update file…</source>
      <translation>Choisir le fichier de &amp;mise à jour…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Choose the column that holds the text.</source>
      <translation>Choisir la colonne qui contient le texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the installer that you downloaded</source>
      <translation>Choisir l’installateur téléchargé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the update file</source>
      <translation>Choisir le fichier de mise à jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Choose the update file first.</source>
      <translation>Choisir d’abord le fichier de mise à jour.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Clear &amp;filters</source>
      <translation>&amp;Effacer les filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Clear filters</source>
      <translation>Effacer les filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Click a tag or drag over the histogram at the left, or type tag:mlops confidence&lt;0.6 at the top. Each condition shows as a chip that comes off with a click.</source>
      <translation>Cliquer sur une étiquette ou glisser sur l’histogramme à gauche, ou saisir tag:mlops confidence&lt;0.6 en haut. Chaque condition apparaît comme une pastille qu’un clic retire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/notices.py" />
      <source>Close this notice</source>
      <translation>Fermer cet avis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>Close this to keep it.</source>
      <translation>Fermer cet avis pour le garder.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Close, and not alike twice</source>
      <translation>Proches, sans se répéter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Co&amp;lumns</source>
      <translation>Co&amp;lonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Co&amp;mpare</source>
      <translation>Co&amp;mparer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Colon</source>
      <translation>Deux-points</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Colours of the s&amp;ystem</source>
      <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>Column with the date</source>
      <translation>Colonne de la date</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Column with the id</source>
      <translation>Colonne de l’identifiant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Column with the known tag</source>
      <translation>Colonne de l’étiquette connue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Columns that the model reads, in the order in which they are chosen</source>
      <translation>Colonnes que lit le modèle, dans l’ordre choisi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>Columns that the model reads: {names}</source>
      <translation>Colonnes que lit le modèle : {names}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Columns that the model reads: {shown}</source>
      <translation>Colonnes que lit le modèle : {shown}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Columns to write: {words}</source>
      <translation>Colonnes à écrire : {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/header.py" />
      <source>Columns; click one to sort by it</source>
      <translation>Colonnes ; un clic trie selon l’une d’elles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Comma</source>
      <translation>Virgule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Command</source>
      <translation>Commande</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Commands</source>
      <translation>Commandes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Commands and their keys</source>
      <translation>Commandes et leurs touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Commands that fit</source>
      <translation>Commandes correspondantes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Compare a colleague's decisions with yours, and bring them in</source>
      <translation>Comparer les décisions d’un collègue aux vôtres et les importer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Compare the file with what was read of it</source>
      <translation>Comparer le fichier à ce qui en a été lu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Condition {words}: take off</source>
      <translation>Condition {words} : retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Conditions of the filter</source>
      <translation>Conditions du filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Conf.</source>
      <translation>Conf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Confidence below which a person is asked</source>
      <translation>Confiance sous laquelle une personne est consultée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Confidence of the records</source>
      <translation>Confiance des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Conflicts</source>
      <translation>Conflits</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Confusion</source>
      <translation>Confusion</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>Confusion matrix of {name}</source>
      <translation>Matrice de confusion de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide_list.py" />
      <source>Contents of the guide</source>
      <translation>Sommaire du guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Copies are made once a day and after many decisions, and lie in {folder}. The oldest go.</source>
      <translation>Les copies sont faites une fois par jour et après beaucoup de décisions, dans {folder}. Les plus anciennes sont supprimées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copies of the workspace, and the way back to one</source>
      <translation>Copies de l’espace de travail, et le retour à l’une d’elles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copy &amp;diagnostics…</source>
      <translation>Copier le &amp;diagnostic…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>Copy its rows again.</source>
      <translation>Copier de nouveau ses lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copy the selected rows as a table</source>
      <translation>Copier les lignes choisies sous forme de tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>Copy the table to another folder.</source>
      <translation>Copier le tableau dans un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Copy the workspace, all that is in it</source>
      <translation>Copier l’espace de travail, avec tout son contenu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Corrected</source>
      <translation>Corrigés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Corrected records only</source>
      <translation>Enregistrements corrigés seulement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Corrected to {tag}</source>
      <translation>Corrigé en {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Correctio&amp;ns only</source>
      <translation>Correctio&amp;ns seulement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Corrections</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Counting</source>
      <translation>Décompte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Counting the decisions</source>
      <translation>Décompte des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Created</source>
      <translation>Créé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Ctrl+2 shows one text at a time. After some corrections, Train makes a candidate model and shows where it is better before anything changes. Ctrl+K finds every command.</source>
      <translation>Ctrl+2 montre un texte à la fois. Après quelques corrections, Entraîner produit un modèle candidat et montre où il est meilleur avant tout changement. Ctrl+K trouve toutes les commandes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Current</source>
      <translation>Actuel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Czech</source>
      <translation>tchèque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>D&amp;etail pane</source>
      <translation>Volet de &amp;détail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Danish</source>
      <translation>danois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/data_checks.py" />
      <source>Data checks</source>
      <translation>Examen des données</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Decide all records with the text of the last one decided</source>
      <translation>Décider tous les enregistrements ayant le texte du dernier décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Decide this tag for the records with the known tag; Undo takes it back</source>
      <translation>Décider cette étiquette pour les enregistrements ayant l’étiquette connue ; Annuler revient en arrière</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Decided</source>
      <translation>Décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Decides the headline, and what must be confirmed before a promotion</source>
      <translation>Décide du titre, et de ce qui doit être confirmé avant une mise en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Decisions (*.jsonl);;All files (*)</source>
      <translation>Décisions (*.jsonl);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Decisions of a colleague</source>
      <translation>Décisions d’un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Decisions of each tag</source>
      <translation>Décisions par étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>Define &amp;slices…</source>
      <translation>Définir des &amp;sous-ensembles…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Delete for &amp;good</source>
      <translation>Supprimer pour de &amp;bon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Details of the failure</source>
      <translation>Détails de la défaillance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/diagnostics.py" />
      <source>Diagnostics</source>
      <translation>Diagnostic</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>Direction of the flips</source>
      <translation>Direction des changements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Discarded.</source>
      <translation>Abandonné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Done</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Done. The report is open.</source>
      <translation>Terminé. Le rapport est ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Down</source>
      <translation>Descendre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Down the table</source>
      <translation>Dans l’ordre du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Drag to choose a range of confidence; click to take it back</source>
      <translation>Glisser pour choisir une plage de confiance ; cliquer pour la retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Dutch</source>
      <translation>néerlandais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Each row has a tag and a confidence</source>
      <translation>Chaque ligne a une étiquette et une confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Earlier</source>
      <translation>Antérieur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Either</source>
      <translation>L’une ou l’autre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Empty texts</source>
      <translation>Textes vides</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Encoding of the file</source>
      <translation>Encodage du fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Encoding, delimiter, quotes, header, sheet</source>
      <translation>Encodage, séparateur, guillemets, en-tête, feuille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>English</source>
      <translation>anglais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Every column as it was; only the tags that were decided are new.</source>
      <translation>Chaque colonne telle quelle ; seules les étiquettes décidées sont nouvelles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Every decision was written to the workspace as you made it. You can go on; have a look at the last thing you did, it may have to be done again.

{kept}</source>
      <translation>Chaque décision a été écrite aussitôt dans l’espace de travail. Le travail peut continuer ; vérifier la dernière action, elle est peut-être à refaire.

{kept}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Every line of the table is a record that can be read.</source>
      <translation>Chaque ligne du tableau est un enregistrement lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Every record looked at can be read so.</source>
      <translation>Tous les enregistrements examinés sont lisibles ainsi.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Every step</source>
      <translation>Chaque étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Everything is as it was after this step already.</source>
      <translation>Tout est déjà comme après cette étape.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Examples of what changed</source>
      <translation>Exemples de ce qui a changé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Excel workbook</source>
      <translation>Classeur Excel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Expected</source>
      <translation>Attendu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Export</source>
      <translation>Exporter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Export &amp;anyway…</source>
      <translation>Exporter &amp;quand même…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Export &amp;decisions…</source>
      <translation>Exporter les &amp;décisions…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Export misclassifications</source>
      <translation>Exporter les erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Export the decisions</source>
      <translation>Exporter les décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>Export the report</source>
      <translation>Exporter le rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>F&amp;ocus</source>
      <translation>F&amp;ocus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>F&amp;orm</source>
      <translation>F&amp;ormat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>F1 from version to version</source>
      <translation>F1 de version en version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>F1 of {model} against {other}: {change}</source>
      <translation>F1 de {model} par rapport à {other} : {change}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>F1 of {name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>F1 de {name} : de {before:.3f} à {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>F1 on the same rows, with 95% intervals.</source>
      <translation>F1 sur les mêmes lignes, avec intervalles à 95 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>F1 {f1:.3f} of {name}</source>
      <translation>F1 {f1:.3f} de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>F1, {scale_start:.1f} to 1</source>
      <translation>F1, {scale_start:.1f} à 1</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/diagnostics.py" />
      <source>Facts for whoever helps you. No text, no tag, no name and no folder of yours is among them. Nothing is sent: read it, copy it, and pass it on yourself.</source>
      <translation>Des faits pour qui vous aide. Aucun texte, aucune étiquette, aucun nom ni dossier à vous n’y figure. Rien n’est envoyé : à lire, copier et transmettre soi-même.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Far longer than the others.</source>
      <translation>Bien plus longs que les autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Far shorter than the others.</source>
      <translation>Bien plus courts que les autres.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_table.py" />
      <source>Figures of {models}</source>
      <translation>Chiffres de {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Filter</source>
      <translation>Filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Filter &amp;pane</source>
      <translation>&amp;Volet des filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Find and do anything by name</source>
      <translation>Trouver et faire n’importe quoi par son nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Finnish</source>
      <translation>finnois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Five steps, on the sample when no table is open</source>
      <translation>Cinq étapes, sur l’exemple si aucun tableau n’est ouvert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Flag the record for a second look, or remove the flag</source>
      <translation>Signaler l’enregistrement pour un second examen, ou retirer le signalement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Flag the records that a file of misclassifications names</source>
      <translation>Signaler les enregistrements que nomme un fichier d’erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Flag with this note</source>
      <translation>Signaler avec cette note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Flagged</source>
      <translation>Signalés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Focus</source>
      <translation>Focus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>For a record's text in the detail and in the focus view. All else follows the system's font.</source>
      <translation>Pour le texte d’un enregistrement dans le détail et la vue focus. Tout le reste suit la police du système.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>For reading only, until you return to now</source>
      <translation>En lecture seule, jusqu’au retour au présent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>For tags that mean something else here than the bundled model learnt</source>
      <translation>Pour des étiquettes qui signifient ici autre chose que ce que le modèle fourni a appris</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Forget this filter</source>
      <translation>Oublier ce filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Form of the file</source>
      <translation>Format du fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>French</source>
      <translation>français</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>From now on a person is asked below {default:.2f}.</source>
      <translation>Désormais, une personne est consultée en dessous de {default:.2f}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>From now on a person is asked below: {said}{more}.</source>
      <translation>Désormais, une personne est consultée en dessous de : {said}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>From the next start on</source>
      <translation>À partir du prochain démarrage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>From the next start on.</source>
      <translation>À partir du prochain démarrage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>From version to version</source>
      <translation>De version en version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>From ○ to ◆: {change}.</source>
      <translation>De ○ à ◆ : {change}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Further tag {name}: take off</source>
      <translation>Autre étiquette {name} : retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Further tags</source>
      <translation>Autres étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Georgian</source>
      <translation>géorgien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>German</source>
      <translation>allemand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Give the record a further tag, or take it off</source>
      <translation>Donner une autre étiquette à l’enregistrement, ou la retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Go on after a decision</source>
      <translation>Continuer après une décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Go on reviewing</source>
      <translation>Continuer à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Greatest confidence</source>
      <translation>Confiance maximale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Greek</source>
      <translation>grec</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Green</source>
      <translation>Vert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Grey</source>
      <translation>Gris</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Gui&amp;deline</source>
      <translation>C&amp;onsigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>Guide – MLTag Desktop</source>
      <translation>Guide – MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>Guideline</source>
      <translation>Consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Half of them are of one day each, the rest the newest. Beyond that the oldest go.</source>
      <translation>La moitié vaut chacune pour un jour, le reste est le plus récent. Au-delà, les plus anciennes partent.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Hebrew</source>
      <translation>hébreu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Hindi</source>
      <translation>hindi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>History of the record</source>
      <translation>Historique de l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Holdout records</source>
      <translation>Enregistrements réservés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>How</source>
      <translation>Comment</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How good the models are</source>
      <translation>La qualité des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How it is done, on the page that fits</source>
      <translation>Comment faire, à la page qui convient</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How many, how fast, how often the model was right</source>
      <translation>Combien, à quelle vitesse, combien de fois le modèle avait raison</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>How often answers were right</source>
      <translation>Combien de fois les réponses étaient justes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How often the model in force is right, and below which confidence to review</source>
      <translation>Combien de fois le modèle en service a raison, et sous quelle confiance vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>How often the model is right on the whole table is hardly known yet: {low:.0%} to {high:.0%}, from {records} drawn by lot.</source>
      <translation>On ne sait guère encore combien de fois le modèle a raison sur tout le tableau : de {low:.0%} à {high:.0%}, d’après un tirage au sort de {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>How often the model is right on the whole table is not known yet: no record drawn by lot was decided.</source>
      <translation>On ne sait pas encore combien de fois le modèle a raison sur tout le tableau : aucun enregistrement tiré au sort n’a été décidé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>How the table is &amp;read…</source>
      <translation>Options de &amp;lecture du tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>How the table is read</source>
      <translation>Comment le tableau est lu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>How the table is read: encoding, quotes, header, sheet, and what comes out</source>
      <translation>Comment le tableau est lu : encodage, guillemets, en-tête, feuille, et ce qui en sort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>How {name} is read</source>
      <translation>Comment {name} est lu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Hungarian</source>
      <translation>hongrois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Import report</source>
      <translation>Rapport d’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>In &amp;use…</source>
      <translation>En &amp;service…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_window.py" />
      <source>In force</source>
      <translation>En service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>In force. Undo takes it back.</source>
      <translation>En service. Annuler revient en arrière.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>In use</source>
      <translation>En service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Indonesian</source>
      <translation>indonésien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Is the download whole?</source>
      <translation>Le téléchargement est-il entier ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>It could not be opened.</source>
      <translation>L’ouverture a échoué.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>It failed; nothing was kept.</source>
      <translation>Échec ; rien n’a été conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>It is not certain how this table is written. Which reading is right?</source>
      <translation>La façon dont ce tableau est écrit n’est pas certaine. Quelle lecture est la bonne ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>It is of {date}.</source>
      <translation>Elle date du {date}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>It is still there: {backup}.</source>
      <translation>Elle est toujours là : {backup}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Italian</source>
      <translation>italien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Its folder; it holds no texts</source>
      <translation>Son dossier ; il ne contient aucun texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Its tags stand in a second column, disagreements come first in the queue, and the score runs</source>
      <translation>Ses étiquettes figurent dans une deuxième colonne, les désaccords passent d’abord dans la file, et le score défile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>JSON lines</source>
      <translation>Lignes JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Japanese</source>
      <translation>japonais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Journal</source>
      <translation>Journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>Judge a part of the table on its own: any filter or search</source>
      <translation>Juger une partie du tableau à part : tout filtre ou toute recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Judge it against another model, on rows that neither learnt from</source>
      <translation>Le juger contre un autre modèle, sur des lignes dont aucun n’a appris</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Judged</source>
      <translation>Jugés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Judged on {rows:,} {where}</source>
      <translation>Jugé sur {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Keep &amp;ours here</source>
      <translation>&amp;Garder les nôtres ici</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Keep everything still</source>
      <translation>Tout garder immobile</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Keep it in the filter pane</source>
      <translation>Le garder dans le volet des filtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Keeping</source>
      <translation>Conservation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Key</source>
      <translation>Touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Keys named in the focus view</source>
      <translation>Touches rappelées dans la vue focus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Keys, recent files and the window's place stay as they are</source>
      <translation>Touches, fichiers récents et place de la fenêtre restent tels quels</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/readings.py" />
      <source>Keyword rules: {tag} for {words}</source>
      <translation>Règles par mots-clés : {tag} d’après {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Known tag</source>
      <translation>Étiquette connue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Known tags that are not in the tag set</source>
      <translation>Étiquettes connues absentes du jeu d’étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Korean</source>
      <translation>coréen</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>L&amp;anguage</source>
      <translation>&amp;Langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Learn from the corrections</source>
      <translation>Apprendre des corrections</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>Least confidence</source>
      <translation>Confiance minimale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Leave the record out of the queue for now, or put it back</source>
      <translation>Retirer l’enregistrement de la file pour l’instant, ou l’y remettre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Leave the tour</source>
      <translation>Quitter la visite</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Libraries and their licences</source>
      <translation>Bibliothèques et leurs licences</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Library</source>
      <translation>Bibliothèque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Licence texts</source>
      <translation>Textes des licences</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Light, dark, or as the system is set.</source>
      <translation>Clair, sombre, ou comme le système.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Line</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Line {line:,}: {reason}</source>
      <translation>Ligne {line:,} : {reason}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Lines of the source that cannot be read</source>
      <translation>Lignes de la source qui sont illisibles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Lines that cannot be read; mend them</source>
      <translation>Lignes illisibles ; les réparer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Look</source>
      <translation>Apparence</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>Look at some before you trust the answers there.</source>
      <translation>En regarder quelques-unes avant de se fier aux réponses.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Look for changes in the so&amp;urce</source>
      <translation>Chercher des changements dans la so&amp;urce</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Looking at an earlier state</source>
      <translation>Examen d’un état antérieur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Looking at the beginning, before anything was decided; for reading only.</source>
      <translation>Vue du début, avant toute décision ; en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>Looking at the table</source>
      <translation>Examen du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Looking at the table as of step {step}{label}; for reading only.</source>
      <translation>Vue du tableau à l’étape {step}{label} ; en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Looking at the table…</source>
      <translation>Examen du tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Looking for backups</source>
      <translation>Recherche de sauvegardes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Looking through all records: {share:.0%}</source>
      <translation>Examen de tous les enregistrements : {share:.0%}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>MIT, © the MLTag Desktop developers</source>
      <translation>MIT, © les développeurs de MLTag Desktop</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Make a candidate that answers the same, as sure as it was right</source>
      <translation>Créer un candidat qui répond de même, aussi sûr qu’il a eu raison</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>Make a slice of the filter that is set in the window</source>
      <translation>Faire un sous-ensemble du filtre posé dans la fenêtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>Make the candidate</source>
      <translation>Créer le candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Mark the record as unsure, or remove the mark</source>
      <translation>Marquer l’enregistrement comme incertain, ou retirer la marque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Measure for at &amp;most</source>
      <translation>Mesurer pour au &amp;plus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Measured</source>
      <translation>Mesuré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Merge</source>
      <translation>Fusionner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Merge into</source>
      <translation>Fusionner dans</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Misclassifications (*.jsonl)</source>
      <translation>Erreurs de classement (*.jsonl)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Model right</source>
      <translation>Modèle juste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Model version</source>
      <translation>Version du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_window.py" />
      <source>Model {second} against {first}</source>
      <translation>Modèle {second} contre {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Model {version}</source>
      <translation>Modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Model {version} is deleted.</source>
      <translation>Le modèle {version} est supprimé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Model {version} is in force; the table is tagged anew.</source>
      <translation>Le modèle {version} est en service ; le tableau est étiqueté de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Model {version} was in force once; nobody can go back to it any more.</source>
      <translation>Le modèle {version} a été en service une fois ; plus personne ne pourra y revenir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Models of this workspace</source>
      <translation>Modèles de cet espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Most others are in {languages}.</source>
      <translation>La plupart des autres sont en : {languages}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Name of a command</source>
      <translation>Nom d’une commande</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Name of the tag</source>
      <translation>Nom de l’étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Name, look, reviewing, backups, log</source>
      <translation>Nom, apparence, vérification, sauvegardes, journal technique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Narrow it down</source>
      <translation>Restreindre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Nearly repeated texts</source>
      <translation>Textes presque répétés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Nearly the same text stands in an earlier record.</source>
      <translation>Presque le même texte figure dans un enregistrement antérieur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>New</source>
      <translation>Nouveau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>New key for the command</source>
      <translation>Nouvelle touche de la commande</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is drawn at random</source>
      <translation>Le suivant à vérifier est tiré au sort</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is the next unsure record of the table</source>
      <translation>Le suivant à vérifier est le prochain enregistrement incertain du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is the record that the model wavers about most</source>
      <translation>Le suivant à vérifier est celui sur lequel le modèle hésite le plus</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is what the model wavers about, spread over the table; not ten alike</source>
      <translation>Le suivant est là où le modèle hésite, réparti sur le tableau ; pas dix fois le même</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Next to review is where what your answers teach differs most from the model in force</source>
      <translation>Le suivant à vérifier est là où vos réponses s’écartent le plus du modèle en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Next: {parts}</source>
      <translation>Suivant : {parts}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>No blinking cursor, no menu or tip that fades in.</source>
      <translation>Pas de curseur clignotant, ni menu ni bulle en fondu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>No browser could be opened to print.</source>
      <translation>Aucun navigateur n’a pu être ouvert pour imprimer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/recent_menu.py" />
      <source>No file was open yet</source>
      <translation>Aucun fichier n’a encore été ouvert</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>No guideline is written yet.</source>
      <translation>Aucune consigne n’est encore écrite.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>No record is chosen.</source>
      <translation>Aucun enregistrement n’est choisi.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>No record matches</source>
      <translation>Aucun enregistrement ne correspond</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>No report could be kept.</source>
      <translation>Aucun rapport n’a pu être conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>No row is tagged wrongly.</source>
      <translation>Aucune ligne n’est mal étiquetée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>No row was answered so.</source>
      <translation>Aucune ligne n’a reçu cette réponse.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>No table is open.</source>
      <translation>Aucun tableau n’est ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/model_decisions.py" />
      <source>No workspace is open.</source>
      <translation>Aucun espace de travail n’est ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Nobody decided on it yet.</source>
      <translation>Personne n’a encore décidé à son sujet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Nobody expected this; the report of the crash says more.</source>
      <translation>C’était inattendu ; le rapport de plantage en dit plus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>None were asked.</source>
      <translation>Aucun n’a été posé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Not predicted yet</source>
      <translation>Pas encore prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Note on the record</source>
      <translation>Note sur l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Note ✎</source>
      <translation>Note ✎</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Note: {note}</source>
      <translation>Note : {note}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Nothing</source>
      <translation>Rien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Nothing can be decided in a past state: return to now, or restore it.</source>
      <translation>Rien ne peut être décidé dans un état passé : revenir au présent, ou le restaurer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Nothing decided in this sitting yet</source>
      <translation>Rien de décidé dans cette séance pour l’instant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Nothing got worse: no tag, no slice, no behaviour case, no confidence.</source>
      <translation>Rien n’a empiré : aucune étiquette, aucun sous-ensemble, aucun cas de comportement, aucune confiance.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Nothing got worse: no tag, no slice, no behaviour case.</source>
      <translation>Rien n’a empiré : aucune étiquette, aucun sous-ensemble, aucun cas de comportement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>Nothing in the guide has all of these words. Try fewer of them.</source>
      <translation>Rien dans le guide n’a tous ces mots. Essayer avec moins.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>Nothing is called so. Try another word, or a part of it.</source>
      <translation>Rien ne s’appelle ainsi. Essayer un autre mot, ou une partie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>Nothing is filtered: every record is shown. Search or filter first.</source>
      <translation>Rien n’est filtré : tous les enregistrements sont affichés. Chercher ou filtrer d’abord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Nothing is left to review.</source>
      <translation>Il ne reste rien à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>Nothing is taken over before you say so.</source>
      <translation>Rien n’est repris sans votre accord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Nothing left to review</source>
      <translation>Plus rien à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>Nothing left to review here.</source>
      <translation>Plus rien à vérifier ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Nothing remarkable was found in the texts.</source>
      <translation>Rien de remarquable dans les textes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>Now</source>
      <translation>Maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Of conflicts &amp;not decided one by one</source>
      <translation>Pour les conflits &amp;non décidés un par un</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Of the first {looked_at:,} records {n:,} cannot be read so and are set aside, the first in line {line:,}: {reason}</source>
      <extracomment>Singular: Of the first {looked_at:,} records {n:,} cannot be read so and is set aside, in line {line:,}: {reason}</extracomment>
      <translation>
        <numerusform>Sur les {looked_at:,} premiers enregistrements, {n:,} est illisible ainsi et mis de côté, à la ligne {line:,} : {reason}</numerusform>
        <numerusform>Sur les {looked_at:,} premiers enregistrements, {n:,} sont illisibles ainsi et mis de côté, le premier à la ligne {line:,} : {reason}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>Of {total:,} cases, {words}.{skipped}</source>
      <translation>Sur {total:,} cas, {words}.{skipped}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>On the audit set, {verdict}</source>
      <translation>Sur l’échantillon d’audit, {verdict}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>On the whole table about {share:.0%} of the answers are right ({low:.0%}–{high:.0%}), from {records} drawn by lot.</source>
      <translation>Sur tout le tableau, environ {share:.0%} des réponses sont justes ({low:.0%}–{high:.0%}), d’après un tirage au sort de {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>On this table, {verdict}</source>
      <translation>Sur ce tableau, {verdict}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>One record a &amp;line</source>
      <translation>Un enregistrement par &amp;ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>One record a &amp;paragraph</source>
      <translation>Un enregistrement par &amp;paragraphe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>One record at a time</source>
      <translation>Un enregistrement à la fois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>One record at a time, large</source>
      <translation>Un enregistrement à la fois, en grand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>One step for all of them; Ctrl+Z takes it back.</source>
      <translation>Une seule étape pour tous ; Ctrl+Z revient en arrière.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>One step; Undo takes it back</source>
      <translation>Une étape ; Annuler revient en arrière</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>Only {right:,} of {checks:,} confident answers in random checks are right, so records that model {earlier} was unsure about stay in review.</source>
      <translation>Seules {right:,} réponses sûres sur {checks:,} contrôles aléatoires sont justes ; les enregistrements sur lesquels le modèle {earlier} hésitait restent donc à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open a small table to try things on</source>
      <translation>Ouvrir un petit tableau pour essayer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Open a table and correct some records.</source>
      <translation>Ouvrir un tableau et corriger quelques enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Open a table and each row gets a tag and an honest confidence. Correct what is wrong; the model learns from it. Nothing leaves this computer.</source>
      <translation>Ouvrir un tableau, et chaque ligne reçoit une étiquette et une confiance honnête. Corriger ce qui est faux ; le modèle en apprend. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/model_decisions.py" />
      <source>Open a table first.</source>
      <translation>Ouvrir d’abord un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open a table or a workspace</source>
      <translation>Ouvrir un tableau ou un espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Open a table…</source>
      <translation>Ouvrir un tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Open another table…</source>
      <translation>Ouvrir un autre tableau…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Open it for writing first.</source>
      <translation>L’ouvrir d’abord en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/recent_menu.py" />
      <source>Open recen&amp;t</source>
      <translation>Ouvrir un fichier &amp;récent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open the &amp;sample</source>
      <translation>Ouvrir l’e&amp;xemple</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Open {name} in {parent}</source>
      <translation>Ouvrir {name} dans {parent}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/first_look.py" />
      <source>Opening {name}</source>
      <translation>Ouverture de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Open…</source>
      <translation>Ouvrir…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Orange</source>
      <translation>Orange</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Other languages</source>
      <translation>Autres langues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Ours</source>
      <translation>Les nôtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide_page.py" />
      <source>Page of the guide</source>
      <translation>Page du guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Parts of the table that reports judge apart</source>
      <translation>Parties du tableau que les rapports jugent à part</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Paste some text, or open another table.</source>
      <translation>Coller du texte, ou ouvrir un autre tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Paste text</source>
      <translation>Coller du texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Paste text…</source>
      <translation>Coller du texte…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Persian</source>
      <translation>persan</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Pink</source>
      <translation>Rose</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Place in the list</source>
      <translation>Position dans la liste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Polish</source>
      <translation>polonais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Portuguese</source>
      <translation>portugais</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Prec.</source>
      <translation>Préc.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>Precision and recall by threshold of {name}</source>
      <translation>Précision et rappel par seuil de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Precision and recall by threshold, {model}</source>
      <translation>Précision et rappel par seuil, {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Predicted</source>
      <translation>Prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Predicted {predicted}, {confidence}{by}</source>
      <translation>Prédit : {predicted}, {confidence}{by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Prediction and decision</source>
      <translation>Prédiction et décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Preview…</source>
      <translation>Aperçu…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Prin&amp;t…</source>
      <translation>I&amp;mprimer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>Print {path} from another program.</source>
      <translation>Imprimer {path} depuis un autre programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Probabilities</source>
      <translation>Probabilités</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Probabilities of record {row:,}</source>
      <translation>Probabilités de l’enregistrement {row:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/thin_bar.py" />
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Progress of the export</source>
      <translation>Progression de l’exportation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Progress of the training</source>
      <translation>Progression de l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Progress of this sitting</source>
      <translation>Progression de cette séance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Promote &amp;anyway</source>
      <translation>Mettre en service &amp;quand même</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Protect tags</source>
      <translation>Protéger des étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Put &amp;first</source>
      <translation>&amp;Priorité à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Put the model that was in force before in force again</source>
      <translation>Remettre en service le modèle qui l’était avant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Puts ' before texts that begin with = + - or @. Numbers stay as they are.</source>
      <translation>Place ' devant les textes commençant par = + - ou @. Les nombres restent tels quels.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Quotes "</source>
      <translation>Guillemets "</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Read &amp;as</source>
      <translation>Lire &amp;comme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Read as</source>
      <translation>Lu comme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Read as you chose.</source>
      <translation>Lu comme choisi.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Read as {encoding}, {delimiter}…</source>
      <translation>Lu en {encoding}, {delimiter}…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Read without distraction, then train</source>
      <translation>Lire sans distraction, puis entraîner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Read-only</source>
      <translation>Lecture seule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Reading examples</source>
      <translation>Lecture d’exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>Reading the first records</source>
      <translation>Lecture des premiers enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>Reading the journal</source>
      <translation>Lecture du journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Reading the table</source>
      <translation>Lecture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Reading {name}…</source>
      <translation>Lecture de {name}…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Recent</source>
      <translation>Récents</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Record</source>
      <translation>Enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>Record {place:,} of {count:,}</source>
      <translation>Enregistrement {place:,} sur {count:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Record {reference}. {text}</source>
      <translation>Enregistrement {reference}. {text}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>Record {reference}: {before} ({confidence_before}) becomes {after} ({confidence_after})</source>
      <translation>Enregistrement {reference} : {before} ({confidence_before}) devient {after} ({confidence_after})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Records</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Records are told apart {told}. Decisions stay with their records.</source>
      <translation>Les enregistrements sont distingués {told}. Les décisions restent avec leurs enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Records decided otherwise than predicted</source>
      <translation>Enregistrements décidés autrement que prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Records of your table that change</source>
      <translation>Enregistrements de votre tableau qui changent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Records set &amp;aside…</source>
      <translation>Enregistrements mis de cô&amp;té…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Records set aside</source>
      <translation>Enregistrements mis de côté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Records that stood otherwise</source>
      <translation>Enregistrements qui étaient autrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Records to write</source>
      <translation>Enregistrements à écrire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Reliability</source>
      <translation>Fiabilité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>Reliability of {models}</source>
      <translation>Fiabilité de {models}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Remark</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Remarks…</source>
      <translation>Remarques…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Remove the decision; marks and the note stay</source>
      <translation>Effacer la décision ; les marques et la note restent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Repeated texts</source>
      <translation>Textes répétés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Repeats, leaks, odd texts, unknown tags</source>
      <translation>Répétitions, fuites, textes étranges, étiquettes inconnues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_window.py" />
      <source>Report on model {version}</source>
      <translation>Rapport sur le modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Restore default</source>
      <translation>Rétablir la valeur d’origine</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Restore or save…</source>
      <translation>Restaurer ou sauver…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Return accepts   1–9 sets a tag   Shift+1–9 a further one   S skip   U unsure   F flag   N note   G guideline   J next   Esc table</source>
      <translation>Retour accepte   1–9 pose une étiquette   Maj+1–9 une autre en plus   S passer   U incertain   F signaler   N note   G consigne   J suivant   Échap tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Return accepts the predicted tag, a figure sets another one, Z takes the last step back. Try it.</source>
      <translation>Retour accepte l’étiquette prédite, un chiffre en pose une autre, Z annule la dernière étape. À essayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Return to &amp;now</source>
      <translation>Revenir au &amp;présent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Review &amp;them now</source>
      <translation>Les &amp;vérifier maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Review below</source>
      <translation>Vérifier sous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Review thresholds</source>
      <translation>Seuils de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Reviewed records only</source>
      <translation>Enregistrements vérifiés seulement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Reviewing</source>
      <translation>Vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Right</source>
      <translation>Justes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Roll &amp;back</source>
      <translation>Re&amp;venir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Romanian</source>
      <translation>roumain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Rows of the {name} that change</source>
      <translation>Lignes qui changent ({name})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Rules</source>
      <translation>Règles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Russian</source>
      <translation>russe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>S&amp;top</source>
      <translation>A&amp;rrêter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Said</source>
      <translation>Dit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Save a cop&amp;y as…</source>
      <translation>Enregistrer une co&amp;pie sous…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Save a copy as</source>
      <translation>Enregistrer une copie sous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Save a copy as…</source>
      <translation>Enregistrer une copie sous…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Save guideline</source>
      <translation>Enregistrer la consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Save note</source>
      <translation>Enregistrer la note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Save this filter</source>
      <translation>Enregistrer ce filtre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Saved</source>
      <translation>Enregistré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Saved filters</source>
      <translation>Filtres enregistrés</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>Saved {n:,} unfinished notes, on records {records}.</source>
      <extracomment>Singular: Saved the unfinished note on record {records}.</extracomment>
      <translation>
        <numerusform>La note inachevée de l’enregistrement {records} a été conservée.</numerusform>
        <numerusform>{n:,} notes inachevées ont été conservées, sur les enregistrements {records}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Say that something is wrong with the record, and what (Ctrl+Shift+Return)</source>
      <translation>Dire que quelque chose ne va pas dans l’enregistrement, et quoi (Ctrl+Maj+Retour)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Se&amp;ttings…</source>
      <translation>Ré&amp;glages…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>Search</source>
      <translation>Recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Search a command or a key</source>
      <translation>Chercher une commande ou une touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filter_line.py" />
      <source>Search and filter</source>
      <translation>Chercher et filtrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>Search the guide</source>
      <translation>Chercher dans le guide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Search, or filter with tag:NAME and conf&lt;0.6</source>
      <translation>Chercher, ou filtrer avec tag:NOM et conf&lt;0.6</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filter_line.py" />
      <source>Search, or tag:NAME  is:flagged  conf&lt;0.6</source>
      <translation>Chercher, ou tag:NOM  is:flagged  conf&lt;0.6</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>See whether a file that you downloaded is of a newer version; no network</source>
      <translation>Voir si un fichier téléchargé est d’une version plus récente ; sans réseau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>See why</source>
      <translation>Voir pourquoi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Semicolon</source>
      <translation>Point-virgule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Set aside…</source>
      <translation>Mis de côté…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Set tag &amp;{key}</source>
      <translation>Poser l’étiquette &amp;{key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Share of unseen answers that may be wrong</source>
      <translation>Part des réponses non vues qui peuvent être fausses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>Sheet of the workbook</source>
      <translation>Feuille du classeur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>Sheet {sheet}</source>
      <translation>Feuille {sheet}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Short</source>
      <translation>Court</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Short name</source>
      <translation>Nom court</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Show &amp;folder</source>
      <translation>Montrer le &amp;dossier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Show &amp;hints</source>
      <translation>&amp;Afficher les conseils</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Show &amp;report</source>
      <translation>Montrer le &amp;rapport</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Show &amp;them</source>
      <translation>Les &amp;montrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>Show all</source>
      <translation>Tout montrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Show all records</source>
      <translation>Montrer tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>Show examples</source>
      <translation>Montrer des exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Show hints</source>
      <translation>Afficher les conseils</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Show in folder</source>
      <translation>Montrer dans le dossier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>Show it</source>
      <translation>Montrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>Show random checks</source>
      <translation>Montrer les contrôles aléatoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Show the &amp;log</source>
      <translation>Montrer le journal tech&amp;nique</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Show the &amp;wrong ones</source>
      <translation>Montrer les &amp;erreurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>Show the figures on {name}</source>
      <translation>Montrer les chiffres sur {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/notices.py" />
      <source>Show the next notice; this one stays</source>
      <translation>Montrer l’avis suivant ; celui-ci reste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>Show them</source>
      <translation>Les montrer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Show {name}</source>
      <translation>Montrer {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>Show…</source>
      <translation>Montrer…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Sign</source>
      <translation>Signe</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Similar</source>
      <translation>Similaires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Similar record</source>
      <translation>Enregistrement similaire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Similar records show once some are decided.</source>
      <translation>Les enregistrements similaires apparaissent dès que certains sont décidés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Similar records that are decided</source>
      <translation>Enregistrements similaires déjà décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>Similar records, history, note, guideline</source>
      <translation>Enregistrements similaires, historique, note, consigne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Since then</source>
      <translation>Depuis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Single keys act while the table or the detail has the focus, never while you type.</source>
      <translation>Les touches seules agissent quand le tableau ou le détail a le focus, jamais pendant la saisie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Size of the reading text</source>
      <translation>Taille du texte de lecture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Skipped</source>
      <translation>Passés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Sky</source>
      <translation>Ciel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_rows.py" />
      <source>Slices</source>
      <translation>Sous-ensembles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Something went wrong</source>
      <translation>Un problème est survenu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Something went wrong {count} times, and your work is saved.</source>
      <translation>Un problème est survenu {count} fois ; votre travail est enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/crash.py" />
      <source>Something went wrong, and your work is saved.</source>
      <translation>Un problème est survenu ; votre travail est enregistré.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Sort content by topic</source>
      <translation>Trier des contenus par thème</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Sort content by topic on your own machine. Nothing you open ever leaves it: the program never uses the network.</source>
      <translation>Trier des contenus par thème sur votre propre machine. Rien de ce qui est ouvert ne la quitte : le programme n’utilise jamais le réseau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Spanish</source>
      <translation>espagnol</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Stands beside each decision from now on. Left empty, it is the name of your login.</source>
      <translation>Figure désormais à côté de chaque décision. Laissé vide, c’est le nom de session.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Start reviewing</source>
      <translation>Commencer à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Starting</source>
      <translation>Démarrage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>State</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/table_model.py" />
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Step</source>
      <translation>Étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Steps, the newest first</source>
      <translation>Étapes, la plus récente d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Stop tr&amp;ying beside</source>
      <translation>Ne plus essa&amp;yer en parallèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Swedish</source>
      <translation>suédois</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Ta&amp;g set…</source>
      <translation>&amp;Jeu d’étiquettes…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Tab</source>
      <translation>Tabulation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Table</source>
      <translation>Tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>Tables and workspaces (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag);;All files (*)</source>
      <translation>Tableaux et espaces de travail (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>Tag</source>
      <translation>Étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_offers.py" />
      <source>Tag as {name}</source>
      <translation>Étiqueter {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Tag text as you type or paste it</source>
      <translation>Étiqueter du texte à mesure qu’on le tape ou le colle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>Tag to map to</source>
      <translation>Étiquette à laquelle associer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>Tag whose precision and recall are drawn</source>
      <translation>Étiquette dont la précision et le rappel sont tracés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Tags in the order of their keys</source>
      <translation>Étiquettes dans l’ordre de leurs touches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste_results.py" />
      <source>Tags of the records</source>
      <translation>Étiquettes des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>Take a condition away, or show all records.</source>
      <translation>Retirer une condition, ou montrer tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Take in misclassifications</source>
      <translation>Intégrer des erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/further.py" />
      <source>Take off the further tag {name}</source>
      <translation>Retirer l’autre étiquette {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>Take off: {words}</source>
      <translation>Retirer : {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Take t&amp;heirs here</source>
      <translation>Prendre les &amp;leurs ici</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Take the &amp;tour</source>
      <translation>&amp;Visite guidée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Take the last step &amp;back</source>
      <translation>Annuler la &amp;dernière étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Take the tour</source>
      <translation>Visite guidée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>Taking over…</source>
      <translation>Reprise en cours…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Tamil</source>
      <translation>tamoul</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Text of the record</source>
      <translation>Texte de l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Text to tag</source>
      <translation>Texte à étiqueter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Text with commas</source>
      <translation>Texte avec virgules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export_form.py" />
      <source>Text with tabs</source>
      <translation>Texte avec tabulations</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Thai</source>
      <translation>thaï</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>That is no key.</source>
      <translation>Ce n’est pas une touche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>The &amp;table, tagged</source>
      <translation>Le &amp;tableau, étiqueté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The backup could not be put in its place: {strerror}.</source>
      <translation>La sauvegarde n’a pas pu être mise en place : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>The beginning: nothing decided</source>
      <translation>Le début : rien de décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>The bundled model is still being loaded.</source>
      <translation>Le modèle fourni est encore en cours de chargement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/asking.py" />
      <source>The candidate model predicts a different tag.</source>
      <translation>Le modèle candidat prédit une autre étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>The changed source is taken over.</source>
      <translation>La source modifiée est reprise.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>The chosen step</source>
      <translation>L’étape choisie</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help_desk.py" />
      <source>The damaged file is kept as {path}.</source>
      <translation>Le fichier endommagé est conservé sous {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The decisions made so far stay in {name}.</source>
      <translation>Les décisions prises jusqu’ici restent dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>The file as it was opened, byte for byte.</source>
      <translation>Le fichier tel qu’il a été ouvert, octet par octet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>The first line &amp;names the columns</source>
      <translation>La première ligne &amp;nomme les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>The first records</source>
      <translation>Les premiers enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/first_look.py" />
      <source>The first records will be here in a moment.</source>
      <translation>Les premiers enregistrements seront là dans un instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>The first {records:,} of {selected:,} records are copied.</source>
      <translation>Les {records:,} premiers enregistrements sur {selected:,} sont copiés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The folder {folder} could not be made: {strerror}.</source>
      <translation>Le dossier {folder} n’a pas pu être créé : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>The guide has no page {name}.</source>
      <translation>Le guide n’a pas de page {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>The keys, below the record in the focus view.</source>
      <translation>Les touches, sous l’enregistrement dans la vue focus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>The language changes at the next start.</source>
      <translation>La langue change au prochain démarrage.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>The log holds</source>
      <translation>Le journal technique contient</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help_desk.py" />
      <source>The log lies in {folder}.</source>
      <translation>Le journal technique se trouve dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>The metric that decides</source>
      <translation>La mesure qui décide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>The model &amp;reads</source>
      <translation>Le modèle &amp;lit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>The model before is in force again; the table is tagged anew.</source>
      <translation>Le modèle précédent est de nouveau en service ; le tableau est étiqueté de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>The model has nothing to read.</source>
      <translation>Le modèle n’a rien à lire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>The model in force is still being loaded. Try again in a moment.</source>
      <translation>Le modèle en service est encore en cours de chargement. Réessayer dans un instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>The model is still being loaded.</source>
      <translation>Le modèle est encore en cours de chargement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>The model was right {right:.0%} of the time.</source>
      <translation>Le modèle avait raison dans {right:.0%} des cas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>The model's licences</source>
      <translation>Licences du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>The new confidence is not measured on this table yet ({checks:,} of {needed:,} random checks), so records that model {earlier} was unsure about stay in review.</source>
      <translation>La nouvelle confiance n’est pas encore mesurée sur ce tableau ({checks:,} contrôles aléatoires sur {needed:,}) ; les enregistrements sur lesquels le modèle {earlier} hésitait restent donc à vérifier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>The next record</source>
      <translation>L’enregistrement suivant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>The or&amp;iginal</source>
      <translation>L’or&amp;iginal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>The order gives the keys 1 to 9. Renaming and merging take the history along; Undo takes each step back.</source>
      <translation>L’ordre donne les touches 1 à 9. Renommer et fusionner emportent l’historique ; Annuler revient sur chaque étape.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>The pane at the right marks the words that spoke for the tag. Point at another tag to see its words; Similar shows decided records that are alike.</source>
      <translation>Le volet de droite marque les mots qui ont parlé pour l’étiquette. Pointer une autre étiquette pour voir ses mots ; Similaires montre des enregistrements décidés qui ressemblent.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>The predicted tag is right</source>
      <translation>L’étiquette prédite est juste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>The program never uses the network, so it cannot look for updates. Download release.json or SHA256SUMS from where you got the program, and choose it here.</source>
      <translation>Le programme n’utilise jamais le réseau, il ne peut donc pas chercher de mises à jour. Télécharger release.json ou SHA256SUMS là d’où vient le programme, et le choisir ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>The records stand in another order.</source>
      <translation>Les enregistrements sont dans un autre ordre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document_desk.py" />
      <source>The records were pasted, or the file is gone.</source>
      <translation>Les enregistrements ont été collés, ou le fichier a disparu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>The records were pasted, or the file was moved.</source>
      <translation>Les enregistrements ont été collés, ou le fichier a été déplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>The report is written to {name}.</source>
      <translation>Le rapport est écrit dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>The same for all &amp;equal texts</source>
      <translation>Même étiquette pour tous &amp;les textes identiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/equals.py" />
      <source>The same for all {count:,} (A)</source>
      <translation>Même étiquette pour les {count:,} (A)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>The same text stands in an earlier record.</source>
      <translation>Le même texte figure dans un enregistrement antérieur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>The source changed</source>
      <translation>La source a changé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>The source has not changed since it was read.</source>
      <translation>La source n’a pas changé depuis sa lecture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>The state after it</source>
      <translation>L’état après</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>The system's &amp;language</source>
      <translation>Langue du &amp;système</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>The table has no record that can be read.</source>
      <translation>Le tableau n’a aucun enregistrement lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>The table has {things}.</source>
      <translation>Le tableau a {things}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The table is kept in {path}.</source>
      <translation>Le tableau est conservé dans {path}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>The table says {known_tag}</source>
      <translation>Le tableau dit {known_tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>The texts are kept in {place}.</source>
      <translation>Les textes sont conservés dans {place}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>The tour goes on where you left it: Help › Take the tour.</source>
      <translation>La visite reprend où vous l’avez quittée : Aide › Visite guidée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>The update file names no file like {name}. Choose the installer of this version.</source>
      <translation>Le fichier de mise à jour ne nomme aucun fichier comme {name}. Choisir l’installateur de cette version.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>The update file names {n} files</source>
      <extracomment>Singular: The update file names {n} file</extracomment>
      <translation>
        <numerusform>Le fichier de mise à jour nomme {n} fichier</numerusform>
        <numerusform>Le fichier de mise à jour nomme {n} fichiers</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>The workspace becomes what it was at {when}. What it is now stays beside it in a file of its own.</source>
      <translation>L’espace de travail redevient ce qu’il était le {when}. Son état actuel reste à côté, dans un fichier à part.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>The workspace is copied to {name}.</source>
      <translation>L’espace de travail est copié dans {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Theirs</source>
      <translation>Les leurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>There are no decisions yet. Accept or correct some records first; a few dozen make a difference.</source>
      <translation>Il n’y a pas encore de décisions. Accepter ou corriger d’abord quelques enregistrements ; quelques dizaines font une différence.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>There are no records</source>
      <translation>Il n’y a pas d’enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>There is no backup of this workspace yet. They will lie in {folder}.</source>
      <translation>Il n’y a pas encore de sauvegarde de cet espace de travail. Elles seront dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>There is no conflict.</source>
      <translation>Il n’y a pas de conflit.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/document_desk.py" />
      <source>There is no file to read anew.</source>
      <translation>Il n’y a pas de fichier à relire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>There is no report yet.</source>
      <translation>Il n’y a pas encore de rapport.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>There is no source to compare with.</source>
      <translation>Il n’y a pas de source à comparer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices.py" />
      <source>There is none yet. Filter the table in the window, then add here what is shown.</source>
      <translation>Il n’y en a pas encore. Filtrer le tableau dans la fenêtre, puis ajouter ici ce qui est affiché.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>There is nothing to learn from yet.</source>
      <translation>Il n’y a encore rien à apprendre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slice_desk.py" />
      <source>There is nothing to slice yet.</source>
      <translation>Il n’y a encore rien à diviser.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>There may be more behind the filter.</source>
      <translation>Il peut en rester derrière le filtre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>These rows are none of your table’s. Slices of your own are judged on records of your table:</source>
      <translation>Ces lignes ne sont pas de votre tableau. Vos sous-ensembles sont jugés sur des enregistrements du tableau :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/slices_row.py" />
      <source>These rows are none of your table’s. Your slices ({names}) are judged on records of your table:</source>
      <translation>Ces lignes ne sont pas de votre tableau. Vos sous-ensembles ({names}) sont jugés sur des enregistrements du tableau :</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>They show {shown}.</source>
      <translation>Ils montrent {shown}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>They stand in the data that models are judged on; a good figure on them means little.</source>
      <translation>Ils figurent dans les données sur lesquelles les modèles sont jugés ; un bon chiffre sur eux ne dit pas grand-chose.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>They stand in the training data too: the model has seen their tags.</source>
      <translation>Ils figurent aussi dans les données d’entraînement : le modèle a vu leurs étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>This &amp;sitting</source>
      <translation>Cette &amp;séance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>This got worse: {losses}.</source>
      <translation>Ceci a empiré : {losses}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>This key moves through the window; add Ctrl or Alt.</source>
      <translation>Cette touche sert à se déplacer dans la fenêtre ; ajouter Ctrl ou Alt.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>This leads out of the guide, and the program opens nothing there: {address}</source>
      <translation>Ceci mène hors du guide, et le programme n’y ouvre rien : {address}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>This record has a note</source>
      <translation>Cet enregistrement a une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>This sitting</source>
      <translation>Cette séance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/suggesting.py" />
      <source>This table is unlike the training data (told apart in {strangeness:.0%} of pairs).</source>
      <translation>Ce tableau ne ressemble pas aux données d’entraînement (distingué dans {strangeness:.0%} des paires).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>This workspace can only be read.</source>
      <translation>Cet espace de travail est en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>This workspace can only be read: {why}.</source>
      <translation>Cet espace de travail est en lecture seule : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>This workspace is open read-only, so no candidate can be kept in it.</source>
      <translation>Cet espace de travail est ouvert en lecture seule ; aucun candidat ne peut y être conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Times, counts and names of files: never a text or a decision. It stays on this computer.</source>
      <translation>Heures, nombres et noms de fichiers : jamais un texte ni une décision. Il reste sur cet ordinateur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>To review</source>
      <translation>À vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>To the next record. Off, the record stays until you press J.</source>
      <translation>À l’enregistrement suivant. Désactivé, l’enregistrement reste jusqu’à la touche J.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/toolbar.py" />
      <source>Toolbar</source>
      <translation>Barre d’outils</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>Tour, step {step} of {count}: {title}</source>
      <translation>Visite, étape {step} sur {count} : {title}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Tr&amp;y beside</source>
      <translation>Essa&amp;yer en parallèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>Train</source>
      <translation>Entraîner</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/models.py" />
      <source>Train a candidate, and it is judged.</source>
      <translation>Entraîner un candidat pour qu’il soit jugé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>Train with your decisions, or export the table.</source>
      <translation>Entraîner avec vos décisions, ou exporter le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>Trained on</source>
      <translation>Entraîné sur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Training records</source>
      <translation>Enregistrements d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Train…</source>
      <translation>Entraîner…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>True tag</source>
      <translation>Vraie étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>Try the sample</source>
      <translation>Essayer l’exemple</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Turkish</source>
      <translation>turc</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>Type or paste text. It is tagged as you go.</source>
      <translation>Taper ou coller du texte. Il est étiqueté au fur et à mesure.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Ukrainian</source>
      <translation>ukrainien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>Undo (Z)</source>
      <translation>Annuler (Z)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/looking_back.py" />
      <source>Undo takes it back.</source>
      <translation>Annuler revient en arrière.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>Undo takes the flags back.</source>
      <translation>Annuler retire les signalements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>Undo takes them back.</source>
      <translation>Annuler revient dessus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Undo, with one key</source>
      <translation>Annuler, d’une seule touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Unlike anything the model was trained on: mind its confidence.</source>
      <translation>Différent de tout ce sur quoi le modèle a été entraîné : se méfier de sa confiance.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Unseen wrong</source>
      <translation>Erreurs non vues</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>Unsure</source>
      <translation>Incertains</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Up</source>
      <translation>Monter</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Update files (release.json SHA256SUMS *.json *.txt);;All files (*)</source>
      <translation>Fichiers de mise à jour (release.json SHA256SUMS *.json *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Urdu</source>
      <translation>ourdou</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>Use &amp;all measured</source>
      <translation>Utiliser &amp;toutes les mesurées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Use this key</source>
      <translation>Utiliser cette touche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Vermilion</source>
      <translation>Vermillon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/about.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Version {theirs} is newer than yours, {ours}.</source>
      <translation>La version {theirs} est plus récente que la vôtre, {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Version {theirs} is older than yours, {ours}.</source>
      <translation>La version {theirs} est plus ancienne que la vôtre, {ours}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Version {theirs} is the one you have.</source>
      <translation>La version {theirs} est celle que vous avez.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>Version {version}, judged on {rows:,} {where}</source>
      <translation>Version {version}, jugée sur {rows:,} {where}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Versions, counts and times for whoever helps you, and no text of yours</source>
      <translation>Versions, nombres et heures pour qui vous aide, et aucun texte à vous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Very long texts</source>
      <translation>Textes très longs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Very short texts</source>
      <translation>Textes très courts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>Vietnamese</source>
      <translation>vietnamien</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>Ways to read the table</source>
      <translation>Façons de lire le tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report.py" />
      <source>Web page (*.html)</source>
      <translation>Page web (*.html)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>What a candidate learns from</source>
      <translation>Ce dont un candidat apprend</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>What becomes of the other conflicts</source>
      <translation>Ce que deviennent les autres conflits</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>What belongs to each tag, with examples</source>
      <translation>Ce qui relève de chaque étiquette, avec des exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>What belongs to the tag, and what does not?</source>
      <translation>Qu’est-ce qui relève de l’étiquette, et qu’est-ce qui n’en relève pas ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/palette.py" />
      <source>What do you want to do?</source>
      <translation>Que faire ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>What does not work</source>
      <translation>Ce qui ne va pas</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>What got worse</source>
      <translation>Ce qui a empiré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>What happened</source>
      <translation>Ce qui s’est passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>What is left to review</source>
      <translation>Ce qui reste à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>What is remarkable</source>
      <translation>Ce qui est remarquable</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>What is remarkable about the records: the import report</source>
      <translation>Ce qui est remarquable dans les enregistrements : le rapport d’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>What is shown of the step</source>
      <translation>Ce qui est montré de l’étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>What is under way</source>
      <translation>Ce qui est en cours</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/chips.py" />
      <source>What is wrong with the search</source>
      <translation>Ce qui ne va pas dans la recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>What parts the cells</source>
      <translation>Ce qui sépare les cellules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tabs.py" />
      <source>What should be known of this record?</source>
      <translation>Que faut-il savoir de cet enregistrement ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>What the review threshold means</source>
      <translation>Ce que signifie le seuil de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>What the step did</source>
      <translation>Ce qu’a fait l’étape</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>What to look at before training</source>
      <translation>À regarder avant l’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>What to write</source>
      <translation>Quoi écrire</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focus.py" />
      <source>What was just done</source>
      <translation>Ce qui vient d’être fait</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>What was there before is {name}.</source>
      <translation>Ce qui était là avant est {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/preview_controls.py" />
      <source>What wraps cells</source>
      <translation>Ce qui entoure les cellules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Where models disagree</source>
      <translation>Où les modèles divergent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Where two tags are close</source>
      <translation>Où deux étiquettes sont proches</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Where “Next to review” goes. Close calls teach the model most.</source>
      <translation>Où mène « Suivant à vérifier ». Les cas serrés apprennent le plus au modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>Whether everything is saved</source>
      <translation>Si tout est enregistré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>Whether the model knows such texts</source>
      <translation>Si le modèle connaît de tels textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>Which version?</source>
      <translation>Quelle version ?</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Who did what, and the way back to any past state</source>
      <translation>Qui a fait quoi, et le retour à tout état passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>Why</source>
      <translation>Pourquoi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap_dialog.py" />
      <source>Why the key cannot be used</source>
      <translation>Pourquoi la touche ne peut servir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>Why this record is asked about</source>
      <translation>Pourquoi cet enregistrement est demandé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>With a note</source>
      <translation>Avec une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>With {limit:.2f}</source>
      <translation>Avec {limit:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>Words for the new tag</source>
      <translation>Mots pour la nouvelle étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flip_detail.py" />
      <source>Words for the tag now</source>
      <translation>Mots pour l’étiquette actuelle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/filter_line.py" />
      <source>Words, "an exact phrase", -without, tag:NAME, is:flagged, is:review, confidence&lt;0.6, COLUMN:part, COLUMN=whole</source>
      <translation>Mots, "une expression exacte", -sans, tag:NOM, is:flagged, is:review, confidence&lt;0.6, COLONNE:partie, COLONNE=tout</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>Workspaces (*.mltag)</source>
      <translation>Espaces de travail (*.mltag)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Write a note on the record, or flag it with one</source>
      <translation>Écrire une note sur l’enregistrement, ou le signaler avec elle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Write as &amp;UTF-8</source>
      <translation>Écrire en &amp;UTF-8</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>Write one</source>
      <translation>En écrire une</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Write the table or the corrections</source>
      <translation>Écrire le tableau ou les corrections</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>Write them as they &amp;are</source>
      <translation>Les écrire &amp;tels quels</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>Write them for a colleague</source>
      <translation>Les écrire pour un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/commands.py" />
      <source>Write your decisions for a colleague</source>
      <translation>Écrire vos décisions pour un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>Yellow</source>
      <translation>Jaune</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>You</source>
      <translation>Vous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>You go on working in the first one.</source>
      <translation>Le travail continue dans le premier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>You have not decided on the same records yet.</source>
      <translation>Vous n’avez pas encore décidé des mêmes enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/desk.py" />
      <source>Your decisions are signed with the name {name}.</source>
      <translation>Vos décisions sont signées du nom {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/settings.py" />
      <source>Your name</source>
      <translation>Votre nom</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/help_desk.py" />
      <source>Your settings could not be read, so all are as they came.</source>
      <translation>Vos réglages n’ont pas pu être lus ; tous sont ceux d’origine.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>a colleague</source>
      <translation>un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>all</source>
      <translation>tous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>all decisions, which the queue chose for being hard</source>
      <translation>toutes les décisions, que la file a choisies pour leur difficulté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>almost perfect</source>
      <translation>presque parfait</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>also</source>
      <translation>aussi</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>also tagged</source>
      <translation>aussi étiqueté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>and {more}, marked ▼ below</source>
      <translation>et {more}, marqués ▼ ci-dessous</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>answered with {low:.2f} to {high:.2f}</source>
      <translation>répondus avec {low:.2f} à {high:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>as record {record:,}</source>
      <translation>comme l’enregistrement {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>before a new version of the format</source>
      <translation>avant une nouvelle version du format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>below the review threshold</source>
      <translation>sous le seuil de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>below {threshold:.2f} in the {name}</source>
      <translation>sous {threshold:.2f} ({name})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>by the id column</source>
      <translation>par la colonne d’identifiant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>by their content</source>
      <translation>par leur contenu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/columns.py" />
      <source>choose a column</source>
      <translation>choisir une colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>cleared</source>
      <translation>effacé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>columns chosen</source>
      <translation>colonnes choisies</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>confidence</source>
      <translation>confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/query.py" />
      <source>confidence {min_confidence:.2f} to {max_confidence:.2f}</source>
      <translation>confiance de {min_confidence:.2f} à {max_confidence:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>confirms all</source>
      <translation>confirme tout</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>contradicting decisions</source>
      <translation>décisions contradictoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/copying.py" />
      <source>copying</source>
      <translation>copie en cours</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>corrected</source>
      <translation>corrigé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>corrected to</source>
      <translation>corrigé en</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>decided</source>
      <translation>décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>decided otherwise than predicted</source>
      <translation>décidés autrement que prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>decisions for a second look</source>
      <translation>décisions à revoir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>decisions of the audit set</source>
      <translation>décisions de l’échantillon d’audit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>decisions on this table, each answered by a model that had not seen it</source>
      <translation>décisions sur ce tableau, chacune avec la réponse d’un modèle qui ne l’avait pas vue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>decisions on this table, from which neither model had learnt</source>
      <translation>décisions de ce tableau dont aucun des modèles n’avait appris</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>empty</source>
      <translation>vide</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>empty texts</source>
      <translation>textes vides</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>fair</source>
      <translation>passable</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>first of the day</source>
      <translation>première du jour</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>flag removed</source>
      <translation>signalement retiré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>flag the record</source>
      <translation>signaler l’enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>flagged</source>
      <translation>signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>gone back to</source>
      <translation>retour à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>holdout records</source>
      <translation>enregistrements réservés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>holdout rows, on which no model was trained</source>
      <translation>lignes réservées, sur lesquelles aucun modèle n’a été entraîné</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>in the holdout</source>
      <translation>dans le jeu réservé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>in the training data</source>
      <translation>dans les données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>it cannot be written to</source>
      <translation>l’écriture y est impossible</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>keep ours</source>
      <translation>garder les nôtres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training_job.py" />
      <source>keeping the candidate</source>
      <translation>enregistrement du candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>keeping the table</source>
      <translation>enregistrement du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>least confidence that is taken</source>
      <translation>confiance minimale retenue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>left out as rows that models are judged on</source>
      <translation>écartées comme lignes sur lesquelles les modèles sont jugés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>less than by chance</source>
      <translation>moins que par hasard</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>loading the model</source>
      <translation>chargement du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>long</source>
      <translation>long</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>many decisions</source>
      <translation>beaucoup de décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>model {version}</source>
      <translation>modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>model {version} (bundled)</source>
      <translation>modèle {version} (fourni)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>moderate</source>
      <translation>modéré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>nearly repeated texts</source>
      <translation>textes presque répétés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>new tag</source>
      <translation>nouvelle étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>new tag {number}</source>
      <translation>nouvelle étiquette {number}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>no longer tagged</source>
      <translation>n’est plus étiqueté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>no rows to judge by</source>
      <translation>aucune ligne pour juger</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>not found in {folder}</source>
      <translation>introuvable dans {folder}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panel_desk.py" />
      <source>not loaded</source>
      <translation>non chargé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>not predicted</source>
      <translation>non prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>note</source>
      <translation>note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>note removed</source>
      <translation>note supprimée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>opening</source>
      <translation>ouverture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/start_page.py" />
      <source>or drop a table anywhere in this window: CSV, a workbook, JSON lines, Parquet</source>
      <translation>ou déposer un tableau n’importe où dans cette fenêtre : CSV, classeur, lignes JSON, Parquet</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/opening.py" />
      <source>pasted table</source>
      <translation>tableau collé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/opening.py" />
      <source>pasted text</source>
      <translation>texte collé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>precision</source>
      <translation>précision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} (95% interval {low:.3f} to {high:.3f})</source>
      <translation>précision {precision:.3f}, rappel {recall:.3f}, F1 {f1:.3f} (intervalle à 95 % {low:.3f} à {high:.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>predicted</source>
      <translation>prédit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>predicting</source>
      <translation>prédiction</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/cells.py" />
      <source>predicting…</source>
      <translation>prédiction…</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>put in force</source>
      <translation>mis en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/fallback.py" />
      <source>random checks</source>
      <translation>contrôles aléatoires</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>reading</source>
      <translation>lecture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>recall</source>
      <translation>rappel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>records of this table drawn by lot, on which no model was trained</source>
      <translation>enregistrements de ce tableau tirés au sort, sur lesquels aucun modèle n’a été entraîné</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>repeated texts</source>
      <translation>textes répétés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>restoring</source>
      <translation>restauration</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>review threshold set</source>
      <translation>seuil de vérification fixé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>rows of {name}</source>
      <translation>lignes de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>share</source>
      <translation>part</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>share right</source>
      <translation>part juste</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>short</source>
      <translation>court</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>skip mark removed</source>
      <translation>n’est plus passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>skipped</source>
      <translation>passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>slight</source>
      <translation>faible</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>source taken over</source>
      <translation>source reprise</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>substantial</source>
      <translation>substantiel</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>tag set changed</source>
      <translation>jeu d’étiquettes modifié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/query.py" />
      <source>tag: {name}</source>
      <translation>étiquette : {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>tagged as</source>
      <translation>étiqueté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>tagging</source>
      <translation>étiquetage</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>take the newer one</source>
      <translation>prendre la plus récente</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>take theirs</source>
      <translation>prendre les leurs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>taken back</source>
      <translation>annulée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>texts in another language</source>
      <translation>textes dans une autre langue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>the audit set</source>
      <translation>l’échantillon d’audit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>the behaviour case “{name}” fails now</source>
      <translation>le cas de comportement « {name} » échoue maintenant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>the candidate</source>
      <translation>le candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>the program's own rows</source>
      <translation>les lignes du programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>the records stand in another order</source>
      <translation>les enregistrements sont dans un autre ordre</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>these decisions by cross-validation</source>
      <translation>ces décisions par validation croisée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/histogram.py" />
      <source>to</source>
      <translation>à</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>to review</source>
      <translation>à vérifier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>too few</source>
      <translation>trop peu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>training records</source>
      <translation>enregistrements d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>true tag</source>
      <translation>vraie étiquette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/query.py" />
      <source>undecided</source>
      <translation>non décidé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>unsure</source>
      <translation>incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>unsure mark removed</source>
      <translation>n’est plus incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>version, oldest first</source>
      <translation>version, la plus ancienne d’abord</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>very long texts</source>
      <translation>textes très longs</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>very short texts</source>
      <translation>textes très courts</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>with a header</source>
      <translation>avec en-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/record_marks.py" />
      <source>with a note</source>
      <translation>avec une note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>with {version} ({state})</source>
      <translation>avec {version} ({state})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/previewing.py" />
      <source>without a header</source>
      <translation>sans en-tête</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>wrong answers among those that nobody looks at</source>
      <translation>de réponses fausses parmi celles que personne ne regarde</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>you asked for it</source>
      <translation>à votre demande</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>your {n:,} decisions</source>
      <extracomment>Singular: your {n:,} decision</extracomment>
      <translation>
        <numerusform>votre {n:,} décision</numerusform>
        <numerusform>vos {n:,} décisions</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/first_choice.py" />
      <source>{count} protected</source>
      <translation>{count} protégées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{decided} as {tag}</source>
      <translation>{decided} : {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{decided}, before its text changed with the source; look again</source>
      <translation>{decided}, avant que son texte ne change avec la source ; à revoir</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>{done}: {title}</source>
      <translation>{done} : {title}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{head}, nobody judged anything that is left unseen, so how much of it is wrong is not known; {records}.</source>
      <translation>{head} : rien de ce qui reste non vu n’a été jugé, on ne sait donc pas combien en est faux ; {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{head}, {wrong:.0%} of what you do not look at would be wrong ({low:.0%}–{high:.0%}, from {judged:,} judged), {records}.</source>
      <translation>{head} : {wrong:.0%} de ce qui n’est pas regardé serait faux ({low:.0%}–{high:.0%}, d’après {judged:,} jugés), {records}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{hours:.0f} h</source>
      <translation>{hours:.0f} h</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>{known} is in the tag set now.</source>
      <translation>{known} fait maintenant partie du jeu d’étiquettes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{message} The table can be written as UTF-8, or such signs as {escaped} in {name}.</source>
      <translation>{message} Le tableau peut être écrit en UTF-8, ou de tels signes comme {escaped} en {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{minutes:.0f} minutes of reading, {per_hour:,.0f} decisions an hour.</source>
      <translation>{minutes:.0f} minutes de lecture, {per_hour:,.0f} décisions par heure.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/preview.py" />
      <source>{most} of {n:,} columns are shown.</source>
      <extracomment>Singular: {most} of {n:,} column are shown.</extracomment>
      <translation>
        <numerusform>{most} colonnes sur {n:,} sont affichées.</numerusform>
        <numerusform>{most} colonnes sur {n:,} sont affichées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} accepted</source>
      <extracomment>Singular: {n:,} accepted</extracomment>
      <translation>
        <numerusform>{n:,} accepté</numerusform>
        <numerusform>{n:,} acceptés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} added</source>
      <extracomment>Singular: {n:,} added</extracomment>
      <translation>
        <numerusform>{n:,} ajouté</numerusform>
        <numerusform>{n:,} ajoutés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} change</source>
      <extracomment>Singular: {n:,} changes</extracomment>
      <translation>
        <numerusform>{n:,} change</numerusform>
        <numerusform>{n:,} changent</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/filtering.py" />
      <source>{n:,} chosen records</source>
      <extracomment>Singular: {n:,} chosen record</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement choisi</numerusform>
        <numerusform>{n:,} enregistrements choisis</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/mapping_bar.py" />
      <source>{n:,} columns</source>
      <extracomment>Singular: {n:,} column</extracomment>
      <translation>
        <numerusform>{n:,} colonne</numerusform>
        <numerusform>{n:,} colonnes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} conflicts</source>
      <extracomment>Singular: {n:,} conflict</extracomment>
      <translation>
        <numerusform>{n:,} conflit</numerusform>
        <numerusform>{n:,} conflits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} corrected</source>
      <extracomment>Singular: {n:,} corrected</extracomment>
      <translation>
        <numerusform>{n:,} corrigé</numerusform>
        <numerusform>{n:,} corrigés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{n:,} corrections</source>
      <extracomment>Singular: {n:,} correction</extracomment>
      <translation>
        <numerusform>{n:,} correction</numerusform>
        <numerusform>{n:,} corrections</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} decided</source>
      <extracomment>Singular: {n:,} decided</extracomment>
      <translation>
        <numerusform>{n:,} décidé</numerusform>
        <numerusform>{n:,} décidés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/focusing.py" />
      <source>{n:,} decided in this sitting</source>
      <extracomment>Singular: {n:,} decided in this sitting</extracomment>
      <translation>
        <numerusform>{n:,} décidé dans cette séance</numerusform>
        <numerusform>{n:,} décidés dans cette séance</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} decisions are left out as the audit set, which measures models in use.</source>
      <extracomment>Singular: {n:,} decision is left out as the audit set, which measures models in use.</extracomment>
      <translation>
        <numerusform>{n:,} décision est écartée comme échantillon d’audit, qui mesure les modèles en service.</numerusform>
        <numerusform>{n:,} décisions sont écartées comme échantillon d’audit, qui mesure les modèles en service.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} decisions are left out: the same texts, or near copies, stand among the rows that models are judged on.</source>
      <extracomment>Singular: {n:,} decision is left out: the same text, or a near copy, stands among the rows that models are judged on.</extracomment>
      <translation>
        <numerusform>{n:,} décision est écartée : le même texte, ou presque, figure parmi les lignes sur lesquelles les modèles sont jugés.</numerusform>
        <numerusform>{n:,} décisions sont écartées : les mêmes textes, ou presque, figurent parmi les lignes sur lesquelles les modèles sont jugés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} decisions brought in.</source>
      <extracomment>Singular: {n:,} decision brought in.</extracomment>
      <translation>
        <numerusform>{n:,} décision importée.</numerusform>
        <numerusform>{n:,} décisions importées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} decisions look doubtful beside the others: record {row:,} is decided {decided}, but looks like {likelier} ({confidence:.0%}).</source>
      <extracomment>Singular: {n:,} decision looks doubtful beside the others: record {row:,} is decided {decided}, but looks like {likelier} ({confidence:.0%}).</extracomment>
      <translation>
        <numerusform>{n:,} décision semble douteuse à côté des autres : l’enregistrement {row:,} est décidé {decided}, mais ressemble à {likelier} ({confidence:.0%}).</numerusform>
        <numerusform>{n:,} décisions semblent douteuses à côté des autres : l’enregistrement {row:,} est décidé {decided}, mais ressemble à {likelier} ({confidence:.0%}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} decisions on texts that are not in this table, left out.</source>
      <extracomment>Singular: {n:,} decision on texts that are not in this table, left out.</extracomment>
      <translation>
        <numerusform>{n:,} décision sur des textes absents de ce tableau, écartée.</numerusform>
        <numerusform>{n:,} décisions sur des textes absents de ce tableau, écartées.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/sharing.py" />
      <source>{n:,} decisions written to {name}.</source>
      <extracomment>Singular: {n:,} decision written to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} décision écrite dans {name}.</numerusform>
        <numerusform>{n:,} décisions écrites dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} flagged</source>
      <extracomment>Singular: {n:,} flagged</extracomment>
      <translation>
        <numerusform>{n:,} signalé</numerusform>
        <numerusform>{n:,} signalés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} gone</source>
      <extracomment>Singular: {n:,} gone</extracomment>
      <translation>
        <numerusform>{n:,} disparu</numerusform>
        <numerusform>{n:,} disparus</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} have no prediction.</source>
      <extracomment>Singular: {n:,} has no prediction.</extracomment>
      <translation>
        <numerusform>{n:,} n’a pas de prédiction.</numerusform>
        <numerusform>{n:,} n’ont pas de prédiction.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{n:,} known tags are not in the tag set</source>
      <extracomment>Singular: {n:,} known tag is not in the tag set</extracomment>
      <translation>
        <numerusform>{n:,} étiquette connue absente du jeu d’étiquettes</numerusform>
        <numerusform>{n:,} étiquettes connues absentes du jeu d’étiquettes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>{n:,} lines could not be read and are set aside, kept byte for byte.</source>
      <extracomment>Singular: {n:,} line could not be read and is set aside, kept byte for byte.</extracomment>
      <translation>
        <numerusform>{n:,} ligne illisible est mise de côté, conservée octet par octet.</numerusform>
        <numerusform>{n:,} lignes illisibles sont mises de côté, conservées octet par octet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/aside.py" />
      <source>{n:,} lines of the source cannot be read as a record.{more} They are kept byte for byte, and an export writes them back in their place.</source>
      <extracomment>Singular: {n:,} line of the source cannot be read as a record.{more} It is kept byte for byte, and an export writes it back in its place.</extracomment>
      <translation>
        <numerusform>{n:,} ligne de la source ne peut être lue comme enregistrement.{more} Elle est conservée octet par octet, et une exportation la réécrit à sa place.</numerusform>
        <numerusform>{n:,} lignes de la source ne peuvent être lues comme enregistrements.{more} Elles sont conservées octet par octet, et une exportation les réécrit à leur place.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} lines set aside could not be written in this form.</source>
      <extracomment>Singular: {n:,} line set aside could not be written in this form.</extracomment>
      <translation>
        <numerusform>{n:,} ligne mise de côté n’a pas pu être écrite dans ce format.</numerusform>
        <numerusform>{n:,} lignes mises de côté n’ont pas pu être écrites dans ce format.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>{n:,} misclassifications written to {name}.</source>
      <extracomment>Singular: {n:,} misclassification written to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} erreur de classement écrite dans {name}.</numerusform>
        <numerusform>{n:,} erreurs de classement écrites dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>{n:,} more figures</source>
      <extracomment>Singular: {n:,} more figure</extracomment>
      <translation>
        <numerusform>{n:,} autre chiffre</numerusform>
        <numerusform>{n:,} autres chiffres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/equals.py" />
      <source>{n:,} more records have exactly this text.</source>
      <extracomment>Singular: {n:,} more record has exactly this text.</extracomment>
      <translation>
        <numerusform>{n:,} autre enregistrement a exactement ce texte.</numerusform>
        <numerusform>{n:,} autres enregistrements ont exactement ce texte.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{n:,} more tags not shown. </source>
      <extracomment>Singular: {n:,} more tag not shown. </extracomment>
      <translation>
        <numerusform>{n:,} autre étiquette non montrée. </numerusform>
        <numerusform>{n:,} autres étiquettes non montrées. </numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{n:,} new decisions</source>
      <extracomment>Singular: {n:,} new decision</extracomment>
      <translation>
        <numerusform>{n:,} nouvelle décision</numerusform>
        <numerusform>{n:,} nouvelles décisions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} of them are decided already.</source>
      <extracomment>Singular: {n:,} of them is decided already.</extracomment>
      <translation>
        <numerusform>{n:,} d’entre eux est déjà décidé.</numerusform>
        <numerusform>{n:,} d’entre eux sont déjà décidés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>{n:,} records</source>
      <extracomment>Singular: {n:,} record</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement</numerusform>
        <numerusform>{n:,} enregistrements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>{n:,} records are copied.</source>
      <extracomment>Singular: {n:,} record is copied.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement est copié.</numerusform>
        <numerusform>{n:,} enregistrements sont copiés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/detail_panel.py" />
      <source>{n:,} records are selected</source>
      <extracomment>Singular: {n:,} record is selected</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement est choisi</numerusform>
        <numerusform>{n:,} enregistrements sont choisis</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>{n:,} records are skipped or unsure.</source>
      <extracomment>Singular: {n:,} record is skipped or unsure.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement est passé ou incertain.</numerusform>
        <numerusform>{n:,} enregistrements sont passés ou incertains.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records below the review threshold have not been reviewed. The predicted tags would be written all the same.</source>
      <extracomment>Singular: {n:,} record below the review threshold has not been reviewed. The predicted tags would be written all the same.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement sous le seuil de vérification n’a pas été vérifié. L’étiquette prédite serait écrite malgré tout.</numerusform>
        <numerusform>{n:,} enregistrements sous le seuil de vérification n’ont pas été vérifiés. Les étiquettes prédites seraient écrites malgré tout.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} records decided</source>
      <extracomment>Singular: {n:,} record decided</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement décidé</numerusform>
        <numerusform>{n:,} enregistrements décidés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/guideline.py" />
      <source>{n:,} records decided so</source>
      <extracomment>Singular: {n:,} record decided so</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement décidé ainsi</numerusform>
        <numerusform>{n:,} enregistrements décidés ainsi</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/in_use_desk.py" />
      <source>{n:,} records flagged, {added:,} of them new here.</source>
      <extracomment>Singular: {n:,} record flagged, {added:,} of them new here.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement signalé (nouveau ici : {added:,}).</numerusform>
        <numerusform>{n:,} enregistrements signalés (nouveaux ici : {added:,}).</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records guarded against formulas.</source>
      <extracomment>Singular: {n:,} record guarded against formulas.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement protégé contre les formules.</numerusform>
        <numerusform>{n:,} enregistrements protégés contre les formules.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/paste.py" />
      <source>{n:,} records handed to the table</source>
      <extracomment>Singular: {n:,} record handed to the table</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement remis au tableau</numerusform>
        <numerusform>{n:,} enregistrements remis au tableau</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} records left to review, about {minutes:,} min at the usual pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {minutes:,} min at the usual pace.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement reste à vérifier, environ {minutes:,} min au rythme habituel.</numerusform>
        <numerusform>{n:,} enregistrements restent à vérifier, environ {minutes:,} min au rythme habituel.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} records left to review, about {minutes:,} min at this pace.</source>
      <extracomment>Singular: {n:,} record left to review, about {minutes:,} min at this pace.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement reste à vérifier, environ {minutes:,} min à ce rythme.</numerusform>
        <numerusform>{n:,} enregistrements restent à vérifier, environ {minutes:,} min à ce rythme.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} records that are gone will be hidden{kept}; nothing is deleted.</source>
      <extracomment>Singular: {n:,} record that is gone will be hidden{kept}; nothing is deleted.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement disparu sera masqué{kept} ; rien n’est supprimé.</numerusform>
        <numerusform>{n:,} enregistrements disparus seront masqués{kept} ; rien n’est supprimé.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{n:,} records to review</source>
      <extracomment>Singular: {n:,} record to review</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement à vérifier</numerusform>
        <numerusform>{n:,} enregistrements à vérifier</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} records with another text will be marked for another look.</source>
      <extracomment>Singular: {n:,} record with another text will be marked for another look.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement avec un autre texte sera marqué à revoir.</numerusform>
        <numerusform>{n:,} enregistrements avec un autre texte seront marqués à revoir.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/import_report.py" />
      <source>{n:,} records with the known tag {known} decided.</source>
      <extracomment>Singular: {n:,} record with the known tag {known} decided.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement ayant l’étiquette connue {known} décidé.</numerusform>
        <numerusform>{n:,} enregistrements ayant l’étiquette connue {known} décidés.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records written to {name}.</source>
      <extracomment>Singular: {n:,} record written to {name}.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement écrit dans {name}.</numerusform>
        <numerusform>{n:,} enregistrements écrits dans {name}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/export.py" />
      <source>{n:,} records, {decided}</source>
      <extracomment>Singular: {n:,} record, {decided}</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement, {decided}</numerusform>
        <numerusform>{n:,} enregistrements, {decided}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/program.py" />
      <source>{n:,} records: {words}.</source>
      <extracomment>Singular: {n:,} record: {words}.</extracomment>
      <translation>
        <numerusform>{n:,} enregistrement : {words}.</numerusform>
        <numerusform>{n:,} enregistrements : {words}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/figures_model.py" />
      <source>{n:,} rows</source>
      <extracomment>Singular: {n:,} row</extracomment>
      <translation>
        <numerusform>{n:,} ligne</numerusform>
        <numerusform>{n:,} lignes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{n:,} rows of the bundled model {version}, and {decisions}</source>
      <extracomment>Singular: {n:,} row of the bundled model {version}, and {decisions}</extracomment>
      <translation>
        <numerusform>{n:,} ligne du modèle fourni {version}, et {decisions}</numerusform>
        <numerusform>{n:,} lignes du modèle fourni {version}, et {decisions}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>{n:,} rows of {name} tagged rightly</source>
      <extracomment>Singular: {n:,} row of {name} tagged rightly</extracomment>
      <translation>
        <numerusform>{n:,} ligne de {name} bien étiquetée</numerusform>
        <numerusform>{n:,} lignes de {name} bien étiquetées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/confusion.py" />
      <source>{n:,} rows of {name} tagged {answer}</source>
      <extracomment>Singular: {n:,} row of {name} tagged {answer}</extracomment>
      <translation>
        <numerusform>{n:,} ligne de {name} étiquetée {answer}</numerusform>
        <numerusform>{n:,} lignes de {name} étiquetées {answer}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{n:,} rows that no model was trained on</source>
      <extracomment>Singular: {n:,} row that no model was trained on</extracomment>
      <translation>
        <numerusform>{n:,} ligne sur laquelle aucun modèle n’a été entraîné</numerusform>
        <numerusform>{n:,} lignes sur lesquelles aucun modèle n’a été entraîné</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/curating/summing_up.py" />
      <source>{n:,} skipped</source>
      <extracomment>Singular: {n:,} skipped</extracomment>
      <translation>
        <numerusform>{n:,} passé</numerusform>
        <numerusform>{n:,} passés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{n:,} texts have decisions with different tags. They are not used for training.</source>
      <extracomment>Singular: {n:,} text has decisions with different tags. They are not used for training.</extracomment>
      <translation>
        <numerusform>{n:,} texte a des décisions avec des étiquettes différentes. Elles ne servent pas à l’entraînement.</numerusform>
        <numerusform>{n:,} textes ont des décisions avec des étiquettes différentes. Elles ne servent pas à l’entraînement.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} with another text</source>
      <extracomment>Singular: {n:,} with another text</extracomment>
      <translation>
        <numerusform>{n:,} avec un autre texte</numerusform>
        <numerusform>{n:,} avec un autre texte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{n:,} with other cells</source>
      <extracomment>Singular: {n:,} with other cells</extracomment>
      <translation>
        <numerusform>{n:,} avec d’autres cellules</numerusform>
        <numerusform>{n:,} avec d’autres cellules</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{named} have no decisions: a candidate never answers with them.</source>
      <extracomment>Singular: {named} has no decision: a candidate never answers with it.</extracomment>
      <translation>
        <numerusform>{named} n’a aucune décision : un candidat ne la donne jamais comme réponse.</numerusform>
        <numerusform>{named} n’ont aucune décision : un candidat ne les donne jamais comme réponse.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{named}; and {n:,} more figures</source>
      <extracomment>Singular: {named}; and {n:,} more figure</extracomment>
      <translation>
        <numerusform>{named} ; et {n:,} autre chiffre</numerusform>
        <numerusform>{named} ; et {n:,} autres chiffres</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{name} ({where}) from {before:.3f} to {after:.3f}</source>
      <translation>{name} ({where}) de {before:.3f} à {after:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/watching.py" />
      <source>{name} changed since it was read: {changes}.</source>
      <translation>{name} a changé depuis sa lecture : {changes}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{name} from {before:.3f} to {after:.3f}</source>
      <translation>{name} de {before:.3f} à {after:.3f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_head.py" />
      <source>{name} from {before:.3f} to {after:.3f}{doubt}</source>
      <translation>{name} : de {before:.3f} à {after:.3f}{doubt}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/keymap.py" />
      <source>{name} has this key.</source>
      <translation>{name} a cette touche.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>{name} is not what the update file names. Do not install it; download it again.</source>
      <translation>{name} n’est pas ce que nomme le fichier de mise à jour. Ne pas l’installer ; le télécharger de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>{name} is removed.</source>
      <translation>{name} est retirée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/tag_editor.py" />
      <source>{name} is removed. It stays, in grey, on {decided:,} decided and {predicted:,} predicted records until they get another tag; Merge would give them one.</source>
      <translation>{name} est retirée. Elle reste, en gris, sur {decided:,} enregistrements décidés et {predicted:,} prédits jusqu’à ce qu’ils en reçoivent une autre ; Fusionner leur en donnerait une.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/updates.py" />
      <source>{name} is whole: it is, byte for byte, what the update file names. You can install it.</source>
      <translation>{name} est entier : octet par octet, ce que nomme le fichier de mise à jour. Il peut être installé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>{name} pass {passed:,}</source>
      <translation>{name} en réussissent {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/behaviour.py" />
      <source>{name} passes {passed:,}</source>
      <translation>{name} en réussit {passed:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>{name}, alike {confidence}: {text}</source>
      <translation>{name}, ressemblance {confidence} : {text}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/facets.py" />
      <source>{name}, {n:,} records</source>
      <extracomment>Singular: {name}, {n:,} record</extracomment>
      <translation>
        <numerusform>{name}, {n:,} enregistrement</numerusform>
        <numerusform>{name}, {n:,} enregistrements</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>{name}: ECE {ece:.3f} ({low:.3f} to {high:.3f}), by chance about {ece_by_chance:.3f}; log loss {log_loss:.3f} ({least:.3f} to {most:.3f}).</source>
      <translation>{name} : ECE {ece:.3f} ({low:.3f} à {high:.3f}), par hasard environ {ece_by_chance:.3f} ; log-loss {log_loss:.3f} ({least:.3f} à {most:.3f}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/reliability.py" />
      <source>{name}: ECE {ece:.3f}; a perfectly calibrated model shows about {ece_by_chance:.3f} on so few rows.</source>
      <translation>{name} : ECE {ece:.3f} ; un modèle parfaitement calibré montre environ {ece_by_chance:.3f} sur si peu de lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/tag_list.py" />
      <source>{name}: a click sets it, with Shift adds it beside the main one or takes it off{guideline}</source>
      <translation>{name} : un clic la pose, avec Maj elle s’ajoute à la principale ou s’en va{guideline}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>{name}: {parts}, {n:,} the same</source>
      <extracomment>Singular: {name}: {parts}, {n:,} the same</extracomment>
      <translation>
        <numerusform>{name} : {parts}, {n:,} inchangé</numerusform>
        <numerusform>{name} : {parts}, {n:,} inchangés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/notices.py" />
      <source>{n} more</source>
      <extracomment>Singular: {n} more</extracomment>
      <translation>
        <numerusform>{n} autre</numerusform>
        <numerusform>{n} autres</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guide.py" />
      <source>{n} places in the guide</source>
      <extracomment>Singular: {n} place in the guide</extracomment>
      <translation>
        <numerusform>{n} endroit du guide</numerusform>
        <numerusform>{n} endroits du guide</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{once} It and its report are deleted, which undo does not bring back.</source>
      <translation>{once} Il est supprimé avec son rapport, ce qu’Annuler ne rétablit pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{others}The candidate is judged on {judged}. Nothing changes until you promote it.</source>
      <translation>{others}Le candidat est jugé sur {judged}. Rien ne change avant sa mise en service.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>{parent} is read-only: the workspace is kept in {place}.</source>
      <translation>{parent} est en lecture seule : l’espace de travail est conservé dans {place}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/status_line.py" />
      <source>{records:,} to review, about {about}</source>
      <translation>{records:,} à vérifier, environ {about}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/journal.py" />
      <source>{records} decided then, {decided_now:,} now; {different} stood otherwise.</source>
      <translation>{records} décidés alors, {decided_now:,} maintenant ; {different} étaient autrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/pasting.py" />
      <source>{records}, {columns}; the model reads {names}{left}</source>
      <translation>{records}, {columns} ; le modèle lit {names}{left}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/curves.py" />
      <source>{said} From {threshold:.2f} on {precision:.0%} is right, for {part:.0%} of them.</source>
      <translation>{said} À partir de {threshold:.2f}, {precision:.0%} sont justes, pour {part:.0%} d’entre elles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{similarity:.0%} as record {record:,}</source>
      <translation>{similarity:.0%} comme l’enregistrement {record:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/backups.py" />
      <source>{size:,.1f} MB</source>
      <translation>{size:,.1f} Mo</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>{size:.1f} MB</source>
      <translation>{size:.1f} Mo</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{some:,} of {total:,} records, drawn at random, were looked through; repeats, empty texts and known tags are those of all.</source>
      <translation>{some:,} enregistrements sur {total:,}, tirés au hasard, ont été examinés ; répétitions, textes vides et étiquettes connues sont ceux de tous.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/steps.py" />
      <source>{step} of {count}</source>
      <translation>{step} sur {count}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/limits.py" />
      <source>{tag} as all tags</source>
      <translation>{tag} comme toutes</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/guards.py" />
      <source>{tag} has {n:,} decisions; {missing} more make it learnable.</source>
      <extracomment>Singular: {tag} has {n:,} decision; {missing} more make it learnable.</extracomment>
      <translation>
        <numerusform>{tag} a {n:,} décision ; {missing} de plus la rendent apprenable.</numerusform>
        <numerusform>{tag} a {n:,} décisions ; {missing} de plus la rendent apprenable.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/telling.py" />
      <source>{tag} is the main tag already; a further tag is another.</source>
      <translation>{tag} est déjà l’étiquette principale ; une autre étiquette s’y ajoute.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{tag}, flagged</source>
      <translation>{tag}, signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>{tag}, tagged {answer} by {model}</source>
      <translation>{tag}, étiqueté {answer} par {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/curating/similar.py" />
      <source>{text}
Show this record</source>
      <translation>{text}
Montrer cet enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>{things} and {last}</source>
      <translation>{things} et {last}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>{total:,} of {n:,} records</source>
      <extracomment>Singular: {total:,} of {n:,} record</extracomment>
      <translation>
        <numerusform>{total:,} sur {n:,} enregistrement</numerusform>
        <numerusform>{total:,} sur {n:,} enregistrements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/flips_section.py" />
      <source>{total:,} of {n:,} rows</source>
      <extracomment>Singular: {total:,} of {n:,} row</extracomment>
      <translation>
        <numerusform>{total:,} sur {n:,} ligne</numerusform>
        <numerusform>{total:,} sur {n:,} lignes</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/history.py" />
      <source>{verb} step {target:,}</source>
      <translation>{verb} : étape {target:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/outlook.py" />
      <source>{verb}: {step}</source>
      <translation>{verb} : {step}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/training.py" />
      <source>{what}:</source>
      <translation>{what} :</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{whose}: {decisions}, {n:,} the same, {conflicts}</source>
      <extracomment>Singular: {whose}: {decisions}, {n:,} the same, {conflicts}</extracomment>
      <translation>
        <numerusform>{whose} : {decisions}, {n:,} identique, {conflicts}</numerusform>
        <numerusform>{whose} : {decisions}, {n:,} identiques, {conflicts}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>{who}: {tag}, {when}.</source>
      <translation>{who} : {tag}, {when}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/sources.py" />
      <source>{words} It is {name}.</source>
      <translation>{words} C’est {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/flips.py" />
      <source>{words}; it is {truth}</source>
      <translation>{words} ; c’est {truth}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/in_use.py" />
      <source>“Asked” are decisions on what the queue asked about, where the model is unsure, so they make it look worse than it is; “by lot” is the audit set, which speaks for the table. Thresholds are measured on {source}.</source>
      <translation>« Demandés » sont les décisions sur ce que la file a demandé, là où le modèle doute ; elles le font paraître pire qu’il n’est. « Tirés au sort » est l’échantillon d’audit, qui parle pour le tableau. Les seuils sont mesurés sur {source}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/colleagues.py" />
      <source>“{note}”</source>
      <translation>« {note} »</translation>
    </message>
    <message numerus="yes">
      <location filename="../../mltag_desktop/gui/reading.py" />
      <source>… and {n:,} characters more</source>
      <extracomment>Singular: … and {n:,} character more</extracomment>
      <translation>
        <numerusform>… et {n:,} caractère de plus</numerusform>
        <numerusform>… et {n:,} caractères de plus</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>− gone</source>
      <translation>− disparu</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/merge.py" />
      <source>≠ changed</source>
      <translation>≠ modifié</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/report_body.py" />
      <source>◆ precision, dashed recall. {words}</source>
      <translation>◆ précision, en tirets le rappel. {words}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/shelf.py" />
      <source>✓ In force</source>
      <translation>✓ En service</translation>
    </message>
  </context>
  <context>
    <name>MLTag core</name>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source> ({count:,} records)</source>
      <translation> ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> Blanks before a quote are left out.</source>
      <translation> Les espaces devant un guillemet sont ignorés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source> No row names the columns.</source>
      <translation> Aucune ligne ne nomme les colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> Quotes inside of cells are escaped by a backslash.</source>
      <translation> Les guillemets dans les cellules sont échappés par une barre oblique inverse.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source> Row {skip} names the columns.</source>
      <translation> La ligne {skip} nomme les colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source> and {count:,} more</source>
      <translation> et {count:,} autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source> and {more:,} more</source>
      <translation> et {more:,} autres</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> {skip} line stands above the table.</source>
      <translation> {skip} ligne se trouve au-dessus du tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source> {skip} lines stand above the table.</source>
      <translation> {skip} lignes se trouvent au-dessus du tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>, and it is unlike earlier questions</source>
      <translation>, et il ne ressemble à aucune question précédente</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>, one of {count}.</source>
      <translation>, une parmi {count}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>, says {curator}</source>
      <translation>, dit {curator}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>1 decision equals, or nearly equals, a row that models are judged on; it was left out.</source>
      <translation>1 décision est identique, ou presque, à une ligne sur laquelle les modèles sont jugés ; elle a été écartée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>1 text has</source>
      <translation>1 texte a</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>95% intervals: Wilson for accuracy, recall and each tag's figures; bootstrap of 1,000 draws for weighted precision, weighted F1 and macro F1.</source>
      <translation>Intervalles à 95 % : Wilson pour l’exactitude, le rappel et les chiffres de chaque étiquette ; bootstrap de 1 000 tirages pour la précision pondérée, le F1 pondéré et le macro-F1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>; something is missing of: {damaged}</source>
      <translation> ; il manque quelque chose dans : {damaged}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>A Parquet file of {count} columns, each with its type.</source>
      <translation>Un fichier Parquet de {count} colonnes, chacune avec son type.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>A byte order mark says {encoding}.</source>
      <translation>Un indicateur d’ordre des octets dit {encoding}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>A cell of a sheet holds {longest_cell:,} signs and no more; one here has {count:,}.</source>
      <translation>Une cellule de feuille contient {longest_cell:,} signes et pas plus ; une ici en a {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A confidence lies between 0 and 1, or 0% and 100%.</source>
      <translation>Une confiance est comprise entre 0 et 1, ou 0 % et 100 %.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>A confidence lies between 0 and 1.</source>
      <translation>Une confiance se situe entre 0 et 1.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>A model cannot be compared with itself.</source>
      <translation>Un modèle ne peut être comparé à lui-même.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A quotation mark is not closed.</source>
      <translation>Un guillemet n’est pas fermé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>A quoted cell opens in this line and is not closed.</source>
      <translation>Une cellule entre guillemets s’ouvre à cette ligne et ne se ferme pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>A sheet holds {most_rows:,} rows and no more.</source>
      <translation>Une feuille contient {most_rows:,} lignes et pas plus.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>A slice needs a name.</source>
      <translation>Un sous-ensemble a besoin d’un nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A tag is missing after “tag:”.</source>
      <translation>Il manque une étiquette après « tag: ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>A tag needs a name.</source>
      <translation>Une étiquette a besoin d’un nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A value is missing after “{key}:”.</source>
      <translation>Il manque une valeur après « {key}: ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>A word is missing after “is:”.</source>
      <translation>Il manque un mot après « is: ».</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>A workspace keeps at most {most} slices.</source>
      <translation>Un espace de travail garde au plus {most} sous-ensembles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>A {name} parts cells, too.</source>
      <translation>{name} sépare aussi des cellules.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>A {name} parts {width} cells in {share} looked at; {named}.</source>
      <translation>{name} sépare {width} cellules dans {share} ; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Accept or correct a few records first.</source>
      <translation>Accepter ou corriger d’abord quelques enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Accept or correct a few records, then train.</source>
      <translation>Accepter ou corriger quelques enregistrements, puis entraîner.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Accept or correct some more records first.</source>
      <translation>Accepter ou corriger d’abord d’autres enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/deciding.py" />
      <source>Accept the predicted tags ({count:,} records)</source>
      <translation>Accepter les étiquettes prédites ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Accepted the predicted tags ({count:,} records)</source>
      <translation>Étiquettes prédites acceptées ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Add it first.</source>
      <translation>L’ajouter d’abord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Add texts</source>
      <translation>Ajouter des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Add the tag {added}</source>
      <translation>Ajouter l’étiquette {added}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>All decisions contradict each other: equal texts have different tags.</source>
      <translation>Toutes les décisions se contredisent : des textes identiques ont des étiquettes différentes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Also tag as {tag}</source>
      <translation>Étiqueter aussi {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Also tagged as {tag}</source>
      <translation>Aussi étiqueté {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Ask for a file that MLTag Desktop exported.</source>
      <translation>Demander un fichier exporté par MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Ask its owner for access, or choose another file.</source>
      <translation>Demander l’accès à son propriétaire, ou choisir un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>At a confidence of {threshold:.2f} or above, {right_b:,} of {rows_b:,} answers of {new} are right, and {right_a:,} of {rows_a:,} of {old}.</source>
      <translation>À partir d’une confiance de {threshold:.2f}, réponses justes : {right_b:,} sur {rows_b:,} ({new}) et {right_a:,} sur {rows_a:,} ({old}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>At {threshold:.2f} or above {new} is right less often than {old}: {figures}.</source>
      <translation>À partir de {threshold:.2f}, {new} a moins souvent raison que {old} : {figures}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Bring in decisions of {whose} ({count:,} records)</source>
      <translation>Importer les décisions de {whose} ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Bringing in the decisions</source>
      <translation>Importation des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Candidate</source>
      <translation>Candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/shadow.py" />
      <source>Candidate, in {decided:,} {decisions}: {counts}; {verdict_in_words}.</source>
      <translation>Candidat, sur {decided:,} {decisions} : {counts} ; {verdict_in_words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Change the columns</source>
      <translation>Changer les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Change the review thresholds</source>
      <translation>Changer les seuils de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Change the tags</source>
      <translation>Changer les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Check that the file and its folder are there and can be written to.</source>
      <translation>Vérifier que le fichier et son dossier existent et sont accessibles en écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Check the disk, then do it again. {safe}</source>
      <translation>Vérifier le disque, puis recommencer. {safe}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>Check the name and try again.</source>
      <translation>Vérifier le nom et réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Check the name, or choose another file.</source>
      <translation>Vérifier le nom, ou choisir un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Check the name, or open the table to start anew.</source>
      <translation>Vérifier le nom, ou ouvrir le tableau pour repartir à neuf.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Check who owns the file and try again.</source>
      <translation>Vérifier à qui appartient le fichier et réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Check who owns the file.</source>
      <translation>Vérifier à qui appartient le fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Choose a .mltag file, or open a table (CSV) to make one from it.</source>
      <translation>Choisir un fichier .mltag, ou ouvrir un tableau (CSV) pour en créer un.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Choose a .mltag file.</source>
      <translation>Choisir un fichier .mltag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Choose a file that MLTag Desktop wrote.</source>
      <translation>Choisir un fichier écrit par MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Choose a file with a header line and at least one record.</source>
      <translation>Choisir un fichier avec une ligne d’en-tête et au moins un enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mapping.py" />
      <source>Choose a file with a title, description or text column, or name one.</source>
      <translation>Choisir un fichier avec une colonne title, description ou text, ou en nommer une.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>Choose a file with at least one record.</source>
      <translation>Choisir un fichier avec au moins un enregistrement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Choose a file.</source>
      <translation>Choisir un fichier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Choose a folder you can write to, with free space.</source>
      <translation>Choisir un dossier accessible en écriture, avec de l’espace libre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_table.py" />
      <source>Choose among the table's columns.</source>
      <translation>Choisir parmi les colonnes du tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose among what is offered.</source>
      <translation>Choisir parmi ce qui est proposé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>Choose another delimiter, or leave out line breaks.</source>
      <translation>Choisir un autre séparateur, ou omettre les sauts de ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>Choose another folder, or free some space.</source>
      <translation>Choisir un autre dossier, ou libérer de l’espace.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another model, or get this one again from where it came.</source>
      <translation>Choisir un autre modèle, ou récupérer celui-ci à sa source.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Choose another model, or make this one again.</source>
      <translation>Choisir un autre modèle, ou refaire celui-ci.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Choose another name for the model.</source>
      <translation>Choisir un autre nom pour le modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Choose another name, or allow it to be replaced.</source>
      <translation>Choisir un autre nom, ou autoriser le remplacement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Choose another name.</source>
      <translation>Choisir un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Choose another name; the source is kept.</source>
      <translation>Choisir un autre nom ; la source est conservée.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>Choose another one in the settings.</source>
      <translation>En choisir un autre dans les réglages.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>Choose another one.</source>
      <translation>En choisir un autre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Choose another review threshold.</source>
      <translation>Choisir un autre seuil de vérification.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Choose at least one column to read.</source>
      <translation>Choisir au moins une colonne à lire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Choose columns that are there.</source>
      <translation>Choisir des colonnes existantes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one character, such as ", or none.</source>
      <translation>Choisir un caractère, comme ", ou aucun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one character, such as , or ;</source>
      <translation>Choisir un caractère, comme , ou ;</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Choose one character, such as \, or none.</source>
      <translation>Choisir un caractère, comme \, ou aucun.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>Choose one from 0 to {last}.</source>
      <translation>En choisir une de 0 à {last}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Choose one from 1 to {count}.</source>
      <translation>En choisir un de 1 à {count}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Choose one from its list.</source>
      <translation>En choisir un dans la liste.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>Choose one of the table's columns.</source>
      <translation>Choisir une des colonnes du tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>Choose one of these: {sheet_names}.</source>
      <translation>Choisir l’une de celles-ci : {sheet_names}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Choose one of {known}.</source>
      <translation>En choisir une parmi : {known}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/asking.py" />
      <source>Choose one of: {orders}.</source>
      <translation>En choisir un parmi : {orders}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Choose table, corrections or original.</source>
      <translation>Choisir tableau, corrections ou original.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>Choose the file release.json or SHA256SUMS of a release of MLTag Desktop.</source>
      <translation>Choisir le fichier release.json ou SHA256SUMS d’une version de MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>Choose the installer that you downloaded.</source>
      <translation>Choisir l’installateur téléchargé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Choose two tags of the set.</source>
      <translation>Choisir deux étiquettes du jeu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Clear decision</source>
      <translation>Effacer la décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Cleared</source>
      <translation>Décision effacée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Cleared decision</source>
      <translation>Décision effacée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Close it there or make the folder writable, then open it again.</source>
      <translation>Le fermer là-bas ou rendre le dossier accessible en écriture, puis le rouvrir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Close it there, then do it again.</source>
      <translation>Le fermer là-bas, puis recommencer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Compare them again.</source>
      <translation>Les comparer de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/snapshot.py" />
      <source>Compare without the rules.</source>
      <translation>Comparer sans les règles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/inspection.py" />
      <source>Comparing records</source>
      <translation>Comparaison des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Comparing the decisions</source>
      <translation>Comparaison des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Comparing with what was read before</source>
      <translation>Comparaison avec ce qui a été lu avant</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Confidence is compared with a number.</source>
      <translation>La confiance se compare à un nombre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Copy it to a folder that can be written to, and open the copy.</source>
      <translation>Le copier dans un dossier accessible en écriture, et ouvrir la copie.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/reader.py" />
      <source>Copy some cells first, then paste again.</source>
      <translation>Copier d’abord des cellules, puis coller de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>Copying the workspace</source>
      <translation>Copie de l’espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Decide on some records first.</source>
      <translation>Décider d’abord de quelques enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>Delete what stands far from the table, or save the sheet that you need as a .csv file.</source>
      <translation>Supprimer ce qui se trouve loin du tableau, ou enregistrer la feuille voulue en fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Discard model {version}</source>
      <translation>Abandonner le modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>Each line is a JSON object; the first {looked_at:,} have {count} keys.</source>
      <translation>Chaque ligne est un objet JSON ; les {looked_at:,} premières ont {count} clés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Edit it again, or leave it set aside.</source>
      <translation>Le modifier encore, ou le laisser de côté.</translation>
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
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Everything that was saved before is kept.</source>
      <translation>Tout ce qui était enregistré est conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>Export as .csv instead, or choose another column for the tag.</source>
      <translation>Exporter plutôt en .csv, ou choisir une autre colonne pour l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>Export as .csv, or open it as .xlsx first.</source>
      <translation>Exporter en .csv, ou l’ouvrir d’abord en .xlsx.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>Export as UTF-8 instead, or with what it lacks written as \u2192 and the like (--escape).</source>
      <translation>Exporter plutôt en UTF-8, ou ce qui manque sous la forme \u2192 (--escape).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} rows.</source>
      <translation>F1 {f1:.3f} ({low:.3f} à {high:.3f}) sur {rows:,} lignes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>F1 {f1_b:.3f} against {f1_a:.3f} on {rows:,} {what}</source>
      <translation>F1 {f1_b:.3f} contre {f1_a:.3f} sur {rows:,} {what}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Few uncertain records are left. The bundled model suggests {first}, then {second}.</source>
      <translation>Il reste peu d’enregistrements incertains. Le modèle fourni propose {first}, puis {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Few uncertain records are left. The queue’s model suggests {first}, then {second}.</source>
      <translation>Il reste peu d’enregistrements incertains. Le modèle de la file propose {first}, puis {second}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>Fewer than {fewest} records are too few to tell drift from chance.</source>
      <translation>Moins de {fewest} enregistrements ne suffisent pas à distinguer une dérive du hasard.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Flag</source>
      <translation>Signaler</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Flag {count:,} misclassification from {name}</source>
      <translation>Signaler {count:,} erreur de classement de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Flag {count:,} misclassifications from {name}</source>
      <translation>Signaler {count:,} erreurs de classement de {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Flagged</source>
      <translation>Signalé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Flagged {count:,} misclassification from {name}</source>
      <translation>{count:,} erreur de classement de {name} signalée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Flagged {count:,} misclassifications from {name}</source>
      <translation>{count:,} erreurs de classement de {name} signalées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>For the figures on the decisions, the confidence of each was fitted without it. Decisions are not drawn at random, so they say which confidence suits the table better, not how far it can be believed there.</source>
      <translation>Pour les chiffres sur les décisions, la confiance de chacune a été ajustée sans elle. Les décisions ne sont pas tirées au hasard ; elles disent donc quelle confiance convient mieux au tableau, non jusqu’où on peut s’y fier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>For the figures on this table, each decision was answered by a model trained without it. Decisions are not drawn at random, so they say which model suits the table better, not how often it is right there.</source>
      <translation>Pour les chiffres sur ce tableau, chaque décision a reçu la réponse d’un modèle entraîné sans elle. Les décisions ne sont pas tirées au hasard ; elles disent donc quel modèle convient mieux au tableau, non combien de fois il y a raison.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Free some space and try again.</source>
      <translation>Libérer de l’espace et réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Free some space or choose another folder, then try again.</source>
      <translation>Libérer de l’espace ou choisir un autre dossier, puis réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Free some space, then do it again. {safe}</source>
      <translation>Libérer de l’espace, puis recommencer. {safe}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Free some space, then train again; no decision is lost.</source>
      <translation>Libérer de l’espace, puis entraîner de nouveau ; aucune décision n’est perdue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Go back from model {promotions}</source>
      <translation>Revenir du modèle {promotions}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Go back to an earlier model and discard the damaged one, or restore a backup. The table and the decisions are intact.</source>
      <translation>Revenir à un modèle antérieur et supprimer le modèle endommagé, ou restaurer une sauvegarde. La table et les décisions sont intactes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Go back to another model.</source>
      <translation>Revenir à un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Go back to another one instead.</source>
      <translation>Revenir plutôt à un autre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Import</source>
      <translation>Importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Import the table first.</source>
      <translation>Importer d’abord le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>In {strangeness:.0%} of pairs of a record of this table and a row that the base model was trained on, one can tell which is which. So a second head was fitted to the records that the base model is sure about, with the tags that it gave them; nobody has decided any of them yet. It answers for this table; elsewhere a gate leaves the answer to the base model.</source>
      <translation>Dans {strangeness:.0%} des paires d’un enregistrement de ce tableau et d’une ligne sur laquelle le modèle de base a été entraîné, on peut dire lequel est lequel. Une seconde tête a donc été ajustée aux enregistrements dont le modèle de base est sûr, avec les étiquettes qu’il leur a données ; personne n’en a encore décidé aucun. Elle répond pour ce tableau ; ailleurs, un aiguillage laisse la réponse au modèle de base.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>Install MLTag Desktop again.</source>
      <translation>Réinstaller MLTag Desktop.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>Install it with: {command}</source>
      <translation>L’installer avec : {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Install the newer version to open it; the file was not touched.</source>
      <translation>Installer la version plus récente pour l’ouvrir ; le fichier n’a pas été touché.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Install the newer version to read it.</source>
      <translation>Installer la version plus récente pour le lire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear.py" />
      <source>It knows: {tags}.</source>
      <translation>Il connaît : {tags}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>It would answer {value:.0%} of the records otherwise of which the model was sure.</source>
      <translation>Il répondrait autrement à {value:.0%} des enregistrements dont le modèle était sûr.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Its confidence was fitted to {count:,} decisions that the model had not learnt from: it says that it is {sure} sure, and answers as before. Left out in turn, the decisions' mean log loss was {loss_before:.3f} before and {loss_after:.3f} after.</source>
      <translation>Sa confiance a été ajustée à {count:,} décisions dont le modèle n’avait pas appris : il se dit {sure} sûr, et répond comme avant. Laissées de côté tour à tour, la perte logarithmique moyenne des décisions était de {loss_before:.3f} avant et de {loss_after:.3f} après.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Keep the workspace on a disk of this computer, then open it again.</source>
      <translation>Garder l’espace de travail sur un disque de cet ordinateur, puis l’ouvrir de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>Leave out encoding and delimiter; name a sheet of a workbook.</source>
      <translation>Omettre encodage et séparateur ; nommer une feuille du classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>Leave out the sheet.</source>
      <translation>Omettre la feuille.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>Left out here, since the current model has learnt from them: {rows}.</source>
      <translation>Laissées de côté ici, car le modèle en service a déjà appris d’elles : {rows}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/metrics.py" />
      <source>Log loss and calibration error (ECE) carry 95% intervals of the bootstrap too; where two models are compared, both are drawn with the same rows.</source>
      <translation>Log-loss et erreur de calibration (ECE) portent aussi des intervalles à 95 % par bootstrap ; là où deux modèles sont comparés, les mêmes lignes sont tirées pour les deux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Look at the list again.</source>
      <translation>Regarder la liste de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/columns.py" />
      <source>Looking at the columns</source>
      <translation>Examen des colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/twins.py" />
      <source>Looking for equal texts</source>
      <translation>Recherche de textes égaux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/guideline.py" />
      <source>Looking for examples</source>
      <translation>Recherche d’exemples</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/inspection.py" />
      <source>Looking through the records</source>
      <translation>Examen des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Make a new workspace for another one.</source>
      <translation>Créer un nouvel espace de travail pour un autre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Make a new workspace for it; this one keeps what was read.</source>
      <translation>Créer un nouvel espace de travail pour lui ; celui-ci garde ce qui a été lu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Make a new workspace for the table.</source>
      <translation>Créer un nouvel espace de travail pour le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Make the file and its folder writable. {safe}</source>
      <translation>Rendre le fichier et son dossier accessibles en écriture. {safe}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Mark as unsure</source>
      <translation>Marquer comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Marked as unsure</source>
      <translation>Marqué comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonrecords.py" />
      <source>Mend it first.</source>
      <translation>Le réparer d’abord.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Mend line {line}</source>
      <translation>Réparer la ligne {line}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Mend records once all of it is there.</source>
      <translation>Réparer les enregistrements une fois que tout est là.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Merge the two instead.</source>
      <translation>Fusionner plutôt les deux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Merge them, or choose another name.</source>
      <translation>Les fusionner, ou choisir un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Merge {gone} into {heir}</source>
      <translation>Fusionner {gone} dans {heir}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} could not be unpacked: {strerror}.</source>
      <translation>Le modèle {version} n’a pas pu être décompressé : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} is in force already.</source>
      <translation>Le modèle {version} est déjà en service.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} was promoted once, so it is kept.</source>
      <translation>Le modèle {version} a été mis en service une fois, il est donc conservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Model {version} {what}, so it stays.</source>
      <translation>Le modèle {version} {what}, il reste donc.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/slices.py" />
      <source>NLP about transformers, LLMs, BERT</source>
      <translation>NLP sur les transformers, LLM, BERT</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Name a file to write to.</source>
      <translation>Nommer un fichier où écrire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Name a folder that holds a manifest.json.</source>
      <translation>Nommer un dossier qui contient un manifest.json.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Name the folder of a model.</source>
      <translation>Nommer le dossier d’un modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>No clear difference between {named} and {old}: {against}.</source>
      <translation>Pas de différence nette entre {named} et {old} : {against}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>No clear difference in confidence between {new} and {old}: {figures}; {answers}.</source>
      <translation>Pas de différence nette de confiance entre {new} et {old} : {figures} ; {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mapping.py" />
      <source>No column holds text.</source>
      <translation>Aucune colonne ne contient de texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>No column is chosen for the text.</source>
      <translation>Aucune colonne n’est choisie pour le texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>No decision equals, or nearly equals, a row that models are judged on.</source>
      <translation>Aucune décision n’est identique, ou presque, à une ligne sur laquelle les modèles sont jugés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>No line names the columns.</source>
      <translation>Aucune ligne ne nomme les colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>No record is ever {value}.</source>
      <translation>Aucun enregistrement n’est jamais {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>No row here is about {tag}. {headline}</source>
      <translation>Aucune ligne ici ne porte sur {tag}. {headline}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>No rows to judge on.</source>
      <translation>Aucune ligne pour juger.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>No table is written like this: {self}.</source>
      <translation>Aucun tableau n’est écrit ainsi : {self}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>No tag is called {value}.</source>
      <translation>Aucune étiquette ne s’appelle {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>No two records have the same text.</source>
      <translation>Il n’y a pas deux enregistrements avec le même texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Noted</source>
      <translation>Noté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Nothing is to be done.</source>
      <translation>Il n’y a rien à faire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Nothing needs to be done.</source>
      <translation>Il n’y a rien à faire.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Nothing of {path} can be read ({error}).</source>
      <translation>Rien de {path} n’est lisible ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>Nothing was changed. Free some space or choose another folder, then try again.</source>
      <translation>Rien n’a été changé. Libérer de l’espace ou choisir un autre dossier, puis réessayer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/shadow.py" />
      <source>Nothing was decided since the candidate is beside.</source>
      <translation>Rien n’a été décidé depuis que le candidat est en parallèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/reader.py" />
      <source>Nothing was pasted.</source>
      <translation>Rien n’a été collé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>On the audit set, </source>
      <translation>Sur l’échantillon d’audit, </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>On this table, </source>
      <translation>Sur ce tableau, </translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Only confidence can be compared.</source>
      <translation>Seule la confiance peut se comparer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>Only decisions that neither of the two models has learnt from are counted. They are not drawn at random, so they say which model suits the table better, not how often it is right there.</source>
      <translation>Seules comptent les décisions dont aucun des deux modèles n’a appris. Elles ne sont pas tirées au hasard ; elles disent donc quel modèle convient mieux au tableau, non combien de fois il y a raison.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Open a CSV file, or export the table as CSV first.</source>
      <translation>Ouvrir un fichier CSV, ou exporter d’abord le tableau en CSV.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Open it again.</source>
      <translation>Le rouvrir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Open it, or choose another name.</source>
      <translation>L’ouvrir, ou choisir un autre nom.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Picked at random, as chosen.</source>
      <translation>Tiré au hasard, comme choisi.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Picked at random: records can be ranked once two tags have decisions.</source>
      <translation>Tiré au hasard : le classement est possible dès que deux étiquettes ont des décisions.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Precision of {tag}</source>
      <translation>Précision de {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Promote another one first.</source>
      <translation>En mettre d’abord un autre en service.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Promote another one instead.</source>
      <translation>En mettre plutôt un autre en service.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Promote model {version}</source>
      <translation>Mettre en service le modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>Put it back, or save a copy: all that was saved before is still held.</source>
      <translation>Le remettre en place ou enregistrer une copie : tout ce qui a été enregistré est encore là.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>Random check: about 1 in 10 questions is picked at random to measure accuracy. The answer is not used for training.</source>
      <translation>Contrôle aléatoire : environ 1 question sur 10 est tirée au hasard pour mesurer l’exactitude. La réponse ne sert pas à l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Reading a column</source>
      <translation>Lecture d’une colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Reading and writing Parquet needs pyarrow, which is not installed.</source>
      <translation>Lire et écrire Parquet demande pyarrow, qui n’est pas installé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Reading the column</source>
      <translation>Lecture de la colonne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Reading the columns</source>
      <translation>Lecture des colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/similar.py" />
      <source>Reading the decided records</source>
      <translation>Lecture des enregistrements décidés</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Reading the table</source>
      <translation>Lecture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Reading the texts</source>
      <translation>Lecture des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Reading what is stored</source>
      <translation>Lecture de ce qui est conservé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Recall of {tag}</source>
      <translation>Rappel de {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Records</source>
      <translation>Enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/history.py" />
      <source>Redone</source>
      <translation>Rétabli</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Redone: {label}</source>
      <translation>Rétabli : {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Remove flag</source>
      <translation>Retirer le signalement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Remove one first.</source>
      <translation>En retirer d’abord un.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Remove skip mark</source>
      <translation>Ne plus passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Remove the tag {gone}</source>
      <translation>Retirer l’étiquette {gone}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Remove unsure mark</source>
      <translation>Ne plus marquer comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Removed flag</source>
      <translation>Signalement retiré</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Removed skip mark</source>
      <translation>N’est plus passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Removed unsure mark</source>
      <translation>N’est plus marqué comme incertain</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>Rename the tag.</source>
      <translation>Renommer l’étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Rename {gone} to {heir}</source>
      <translation>Renommer {gone} en {heir}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>Restore it from a backup, or save what can still be read as a new workspace.</source>
      <translation>Le restaurer d’une sauvegarde, ou sauver ce qui peut encore être lu dans un nouvel espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Restore it from a backup.</source>
      <translation>Le restaurer d’une sauvegarde.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>Return to step {number}</source>
      <translation>Revenir à l’étape {number}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>Return to the beginning</source>
      <translation>Revenir au début</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Returned to step {number}</source>
      <translation>Retour à l’étape {number}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Returned to the beginning</source>
      <translation>Retour au début</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review all of {tag}</source>
      <translation>Vérifier tout {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review below {default:.2f}</source>
      <translation>Vérifier sous {default:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review {tag} as all tags</source>
      <translation>Vérifier {tag} comme toutes les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/review.py" />
      <source>Review {tag} below {limit:.2f}</source>
      <translation>Vérifier {tag} sous {limit:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Save it again as .xlsx.</source>
      <translation>L’enregistrer de nouveau en .xlsx.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Save it as it was, or make a new workspace for it.</source>
      <translation>L’enregistrer comme avant, ou créer un nouvel espace de travail pour lui.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Save the sheet that you need as a .csv file.</source>
      <translation>Enregistrer la feuille voulue en fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>Saved from a damaged file</source>
      <translation>Récupéré d’un fichier endommagé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Saved {get:,} steps with {get2:,} decisions</source>
      <translation>{get:,} étapes avec {get2:,} décisions sauvées</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>Saving {table}</source>
      <translation>Sauvetage de {table}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/gleaning.py" />
      <source>Searching</source>
      <translation>Recherche</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>Settle some of them, or decide on other records.</source>
      <translation>Tranchez-en quelques-unes ou décidez d’autres enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/slices.py" />
      <source>Short texts (under {short_words} words)</source>
      <translation>Textes courts (moins de {short_words} mots)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Skipped</source>
      <translation>Passé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/byletters.py" />
      <source>Sorting</source>
      <translation>Tri</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>Tag a few records of another tag, then train again.</source>
      <translation>Étiqueter quelques enregistrements d’une autre étiquette, puis entraîner de nouveau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Tag as {tag}</source>
      <translation>Étiqueter {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Tagged as {tag}</source>
      <translation>Étiqueté {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>Tags, confidence, subjects, words and languages of the table look like the training data.</source>
      <translation>Étiquettes, confiance, sujets, mots et langues du tableau ressemblent aux données d’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>Take off the further tag {tag}</source>
      <translation>Retirer l’autre étiquette {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Take over the changed table ({added:,} new, {changed:,} changed, {gone:,} gone)</source>
      <translation>Reprendre le tableau modifié ({added:,} nouveaux, {changed:,} modifiés, {gone:,} disparus)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The audit set was drawn by lot and never trained on, so these figures speak for the whole table.</source>
      <translation>L’échantillon d’audit a été tiré au sort et n’a jamais servi à l’entraînement ; ces chiffres parlent donc pour tout le tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>The backups' folder {folder} could not be made: {strerror}.</source>
      <translation>Le dossier des sauvegardes {folder} n’a pas pu être créé : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>The base model answers the decided records better ({worse} against {better}).</source>
      <translation>Le modèle de base répond mieux aux enregistrements décidés ({worse} contre {better}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>The bundled model</source>
      <translation>Le modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>The bundled model is unsure: {first} or {second}{unlike}.</source>
      <translation>Le modèle fourni hésite : {first} ou {second}{unlike}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The bundled model suits this table; one fitted to it without decisions would be no better.</source>
      <translation>Le modèle fourni convient à ce tableau ; un modèle ajusté sans décisions ne serait pas meilleur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/codepages.py" />
      <source>The bytes are not UTF-8; the letters beyond ASCII look like {encoding}, as in “{example}”</source>
      <translation>Les octets ne sont pas de l’UTF-8 ; les lettres au-delà de l’ASCII ressemblent à {encoding}, comme dans « {example} »</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The candidate could not be written to {work_folder}: {value}.</source>
      <translation>Le candidat n’a pas pu être écrit dans {work_folder} : {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The candidate is not built on the bundled model, or that has no holdout.</source>
      <translation>Le candidat ne repose pas sur le modèle fourni, ou celui-ci n’a pas de jeu réservé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>The column {name} holds {type}, and the new tags do not fit.</source>
      <translation>La colonne {name} contient {type}, et les nouvelles étiquettes n’y entrent pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>The columns are being changed just now.</source>
      <translation>Les colonnes sont en train d’être changées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The confidence can be fitted to {fewest} or more decisions that the model in force has not learnt from; there are {count:,}.</source>
      <translation>La confiance peut être ajustée à {fewest} décisions ou plus dont le modèle en service n’a pas appris ; il y en a {count:,}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>The confidence of the model in force suits the decisions already; fitting makes it no better.</source>
      <translation>La confiance du modèle en service convient déjà aux décisions ; l’ajuster ne l’améliore pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>The confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}.</source>
      <translation>Pour la confiance, {new} est {verdict} que {old} : {figures} ; {answers} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>The current model</source>
      <translation>Le modèle en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model has learnt from {rows} of these, so it stands beside the candidate on the others alone: see the decisions new to both.</source>
      <translation>Le modèle en service a appris de {rows} parmi elles ; il ne figure donc à côté du candidat que sur les autres : voir les décisions nouvelles pour les deux.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model knows none of these tags, so it cannot stand beside the candidate.</source>
      <translation>Le modèle en service ne connaît aucune de ces étiquettes ; il ne peut donc pas figurer à côté du candidat.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model was made for other holdout rows and cannot be judged on these.</source>
      <translation>Le modèle en service a été fait pour d’autres lignes réservées et ne peut être jugé sur celles-ci.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>The current model was trained on all of these decisions, so it does not stand beside the candidate here; on the audit set both are judged, as soon as records of it are decided.</source>
      <translation>Le modèle en service a été entraîné sur toutes ces décisions ; il ne figure donc pas ici à côté du candidat ; sur l’échantillon d’audit les deux sont jugés, dès que des enregistrements en sont décidés.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>The encoding {encoding} has no sign {body}.</source>
      <translation>L’encodage {encoding} n’a pas de signe {body}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>The encoding {encoding} has no sign {sign} for the text {short}.</source>
      <translation>L’encodage {encoding} n’a pas de signe {sign} pour le texte {short}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>The encoding {encoding} is not known.</source>
      <translation>L’encodage {encoding} n’est pas connu.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} could not be read: {value}.</source>
      <translation>Le fichier {name} du modèle dans {folder} n’a pas pu être lu : {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} is no array.</source>
      <translation>Le fichier {name} du modèle dans {folder} n’est pas un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The file {name} of the model in {folder} was changed (its hash is wrong).</source>
      <translation>Le fichier {name} du modèle dans {folder} a été modifié (son empreinte est fausse).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>The first line names the columns.</source>
      <translation>La première ligne nomme les colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/rows.py" />
      <source>The input</source>
      <translation>L’entrée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>The letters beyond ASCII can be read as {encoding}. {evidence}</source>
      <translation>Les lettres au-delà de l’ASCII peuvent se lire en {encoding}. {evidence}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>The line is blank.</source>
      <translation>La ligne est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>The line is no JSON object.</source>
      <translation>La ligne n’est pas un objet JSON.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>The line is no JSON: {error}.</source>
      <translation>La ligne n’est pas du JSON : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>The line is no JSON: {said}.</source>
      <translation>La ligne n’est pas du JSON : {said}.</translation>
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
      <translation>Le modèle ne peut pas être enregistré : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model could not be written to {folder}: {value}.</source>
      <translation>Le modèle n’a pas pu être écrit dans {folder} : {value}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/linear.py" />
      <source>The model does not know the tag {tag}.</source>
      <translation>Le modèle ne connaît pas l’étiquette {tag}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} does not fit together: {error}.</source>
      <translation>Le modèle dans {folder} est incohérent : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} lacks its file {name}.</source>
      <translation>Il manque au modèle dans {folder} le fichier {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} lacks the array {args}.</source>
      <translation>Il manque au modèle dans {folder} le tableau {args}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>The model in {folder} names a file outside itself.</source>
      <translation>Le modèle dans {folder} nomme un fichier hors de lui-même.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>The model is sure, or unsure, more often than on rows it had not learnt from.</source>
      <translation>Le modèle est sûr, ou incertain, plus souvent que sur des lignes dont il n’avait pas appris.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>The model {version} names a file outside itself.</source>
      <translation>Le modèle {version} désigne un fichier hors de son dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>The model's manifest cannot be read ({error}).</source>
      <translation>Le manifeste du modèle est illisible ({error}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>The object is nested too deeply.</source>
      <translation>L’objet est imbriqué trop profondément.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>The object must stand in one line.</source>
      <translation>L’objet doit tenir sur une ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>The program's own file {name} is missing.</source>
      <translation>Le fichier {name} du programme manque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>The queue’s model is unsure: {first} or {second}{unlike}.</source>
      <translation>Le modèle de la file hésite : {first} ou {second}{unlike}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>The queue’s model suggests {first}, the bundled model {other}.</source>
      <translation>Le modèle de la file propose {first}, le modèle fourni {other}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>The record has no cell {index}.</source>
      <translation>L’enregistrement n’a pas de cellule {index}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>The record has {cells} where the table has {width}.</source>
      <translation>L’enregistrement a {cells}, le tableau {width}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>The record holds bytes that are not UTF-8.</source>
      <translation>L’enregistrement contient des octets qui ne sont pas de l’UTF-8.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>The record holds bytes that are not {encoding}.</source>
      <translation>L’enregistrement contient des octets qui ne sont pas du {encoding}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>The record is empty.</source>
      <translation>L’enregistrement est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonrecords.py" />
      <source>The record is no JSON object.</source>
      <translation>L’enregistrement n’est pas un objet JSON.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>The rules</source>
      <translation>Les règles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>The sheet “{name}” of a workbook</source>
      <translation>La feuille « {name} » d’un classeur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>The table has no column {key}.</source>
      <translation>Le tableau n’a pas de colonne {key}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>The table has {columns} columns only.</source>
      <translation>Le tableau n’a que {columns} colonnes.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>The table is still being read.</source>
      <translation>Le tableau est encore en cours de lecture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>The tag {tag} has {have}; {missing} more make it learnable.</source>
      <translation>L’étiquette {tag} a {have} ; {missing} de plus la rendent apprenable.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>The text is UTF-8 but for {bad} broken places.</source>
      <translation>Le texte est de l’UTF-8 à {bad} endroits abîmés près.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/reader.py" />
      <source>The text was pasted.</source>
      <translation>Le texte a été collé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/writer.py" />
      <source>The text {short} cannot stand in a table without quotes.</source>
      <translation>Le texte {short} ne peut figurer sans guillemets dans un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>The texts use words that the model does not know.</source>
      <translation>Les textes emploient des mots que le modèle ne connaît pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>The trained model is the same as the bundled one.</source>
      <translation>Le modèle entraîné est le même que le modèle fourni.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>The two models differ in how sure they say they are alone. The confidence may have been fitted to some of these decisions, which speaks for it a little too much here.</source>
      <translation>Les deux modèles ne diffèrent que par la confiance qu’ils annoncent. Elle a pu être ajustée à certaines de ces décisions, ce qui parle ici un peu trop pour elle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>The two models have no rows in common that neither was trained on.</source>
      <translation>Les deux modèles n’ont pas de lignes communes sur lesquelles aucun n’a été entraîné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>The workbook cannot be written back: {error}.</source>
      <translation>Le classeur ne peut être réécrit : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>The workbook's {parts} may be missing from the new file.</source>
      <translation>Dans le nouveau fichier, il peut manquer : {parts} du classeur.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/stretches.py" />
      <source>The workspace is damaged: some of its records are not as they were written.</source>
      <translation>L’espace de travail est endommagé : certains de ses enregistrements ne sont pas tels qu’ils ont été écrits.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>The workspace {path} could not be made: {why}.</source>
      <translation>L’espace de travail {path} n’a pas pu être créé : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>The {words} is {figure:.3f} ({low:.3f} to {high:.3f}) for {named}.</source>
      <translation>{words} : {figure:.3f} ({low:.3f} à {high:.3f}), {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>There are no decisions to learn from yet.</source>
      <translation>Il n’y a pas encore de décisions dont apprendre.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>There are still bytes that are not {encoding}: they stand as �.</source>
      <translation>Il reste des octets qui ne sont pas du {encoding} : ils apparaissent comme �.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>There are {some}.</source>
      <translation>Il y a {some}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>There is a tag {new} already.</source>
      <translation>Il y a déjà une étiquette {new}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>There is no earlier model to go back to.</source>
      <translation>Il n’y a pas de modèle antérieur auquel revenir.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>There is no model in {folder}.</source>
      <translation>Il n’y a pas de modèle dans {folder}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>There is no model {version} in this workspace.</source>
      <translation>Il n’y a pas de modèle {version} dans cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/asking.py" />
      <source>There is no order called {order}.</source>
      <translation>Il n’y a pas d’ordre nommé {order}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/decisions.py" />
      <source>There is no record {wrong}.</source>
      <translation>Il n’y a pas d’enregistrement {wrong}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/past.py" />
      <source>There is no step {number} in the journal.</source>
      <translation>Il n’y a pas d’étape {number} dans le journal.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_table.py" />
      <source>There is no such column to export.</source>
      <translation>Cette colonne n’existe pas pour l’exportation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>There is nothing called {what} to export.</source>
      <translation>Il n’y a rien à exporter nommé {what}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>There is one column; {named}.</source>
      <translation>Il y a une colonne ; {named}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/mending.py" />
      <source>These are {count} records; write one.</source>
      <translation>Ce sont {count} enregistrements ; en écrire un.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>This is not text.</source>
      <translation>Ceci n’est pas du texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/snapshot.py" />
      <source>This model carries no answers of the rules.</source>
      <translation>Ce modèle ne contient pas de réponses des règles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>This model was written by a newer program (format {found}, this one reads {format}).</source>
      <translation>Ce modèle a été écrit par un programme plus récent (format {found}, celui-ci lit {format}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>This packaged program comes without it. In an environment of Python 3.11 or later: {command}</source>
      <translation>Ce programme empaqueté ne le contient pas. Dans un environnement Python 3.11 ou ultérieur : {command}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>This record is no longer set aside.</source>
      <translation>Cet enregistrement n’est plus mis de côté.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>This table can be told from the data that the base model was trained on, so a second head was fitted to it, from the decisions and from the records that nobody decided. It answers for this table; elsewhere a gate leaves the answer to the base model.</source>
      <translation>Ce tableau se distingue des données sur lesquelles le modèle de base a été entraîné ; une seconde tête y a donc été ajustée, à partir des décisions et des enregistrements dont personne n’a décidé. Elle répond pour ce tableau ; ailleurs, un aiguillage laisse la réponse au modèle de base.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>This workspace has not read all of a table yet.</source>
      <translation>Cet espace de travail n’a pas encore lu tout un tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>This workspace holds its table already.</source>
      <translation>Cet espace de travail a déjà son tableau.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>This workspace holds records already.</source>
      <translation>Cet espace de travail contient déjà des enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/encoding.py" />
      <source>Three of four bytes are zero, as in {widest}.</source>
      <translation>Trois octets sur quatre sont nuls, comme en {widest}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>To search for these words, write {chr}{key}{sign}{value}{chr}.</source>
      <translation>Pour chercher ces mots, écrire {chr}{key}{sign}{value}{chr}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Took off the further tag {tag}</source>
      <translation>Autre étiquette {tag} retirée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>Train the model again.</source>
      <translation>Entraîner de nouveau le modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>Training needs at least two tags with examples; there is none.</source>
      <translation>L’entraînement demande au moins deux étiquettes avec des exemples ; il n’y en a aucune.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>Training needs at least two tags with examples; there is one.</source>
      <translation>L’entraînement demande au moins deux étiquettes avec des exemples ; il y en a une.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Try UTF-8 or cp1252.</source>
      <translation>Essayer UTF-8 ou cp1252.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/mending.py" />
      <source>Try again in a moment.</source>
      <translation>Réessayer dans un instant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>Try again, or copy it to another disk.</source>
      <translation>Réessayer, ou le copier sur un autre disque.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Two slices would be called {twice}.</source>
      <translation>Deux sous-ensembles s’appelleraient {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Two tags would go by the name {twice}.</source>
      <translation>Deux étiquettes s’appelleraient {twice}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/history.py" />
      <source>Undone</source>
      <translation>Annulé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>Undone: {label}</source>
      <translation>Annulé : {label}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/manifest.py" />
      <source>Update MLTag Desktop, or choose another model.</source>
      <translation>Mettre à jour MLTag Desktop, ou choisir un autre modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>Update, then take it in.</source>
      <translation>Mettre à jour, puis l’intégrer.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/rows.py" />
      <source>Use .csv, .tsv, .jsonl, .xlsx or .parquet.</source>
      <translation>Utiliser .csv, .tsv, .jsonl, .xlsx ou .parquet.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>Use a CSV file, or export the table as CSV first.</source>
      <translation>Utiliser un fichier CSV, ou exporter d’abord le tableau en CSV.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>Waiting for the import</source>
      <translation>Attente de l’importation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write "exact phrase".</source>
      <translation>Écrire "expression exacte".</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>Write a .csv file instead.</source>
      <translation>Écrire plutôt un fichier .csv.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Write a name for each slice.</source>
      <translation>Écrire un nom pour chaque sous-ensemble.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>Write a name for each tag.</source>
      <translation>Écrire un nom pour chaque étiquette.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>Write a search, such as tag:mlops.</source>
      <translation>Écrire une recherche, comme tag:mlops.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write confidence&lt;0.6 or confidence&lt;60%.</source>
      <translation>Écrivez confidence&lt;0.6 ou confidence&lt;60%.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write confidence&lt;0.6 or confidence&gt;=90%.</source>
      <translation>Écrire confidence&lt;0.6 ou confidence&gt;=90%.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write is: and one of {is_words}.</source>
      <translation>Écrire is: et l’un de {is_words}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>Write it again, or use CSV.</source>
      <translation>L’écrire de nouveau, ou utiliser CSV.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>Write one object a line.</source>
      <translation>Écrire un objet par ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsontable.py" />
      <source>Write one object with keys a line.</source>
      <translation>Écrire un objet avec des clés par ligne.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write {key}:VALUE for a part of it, {key}=VALUE for all of it.</source>
      <translation>Écrire {key}:VALEUR pour une partie, {key}=VALEUR pour le tout.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/query.py" />
      <source>Write {key}:VALUE.</source>
      <translation>Écrire {key}:VALEUR.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>Writing</source>
      <translation>Écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_corrections.py" />
      <source>Writing the corrections</source>
      <translation>Écriture des corrections</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>Writing the decisions</source>
      <translation>Écriture des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Writing the original</source>
      <translation>Écriture de l’original</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>Writing the table</source>
      <translation>Écriture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>a colleague</source>
      <translation>un collègue</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a decision of step {step}, on record {record}</source>
      <translation>une décision de l’étape {step}, sur l’enregistrement {record},</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a part of {get}</source>
      <translation>une partie : {get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a prediction of model {version}</source>
      <translation>une prédiction du modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a record from place {first} on</source>
      <translation>un enregistrement à partir de la place {first}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>a text in it is no UTF-8</source>
      <translation>un texte qu’il contient n’est pas de l’UTF-8</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>a text of its records</source>
      <translation>un texte des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>adapting to the table</source>
      <translation>adaptation au tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>all</source>
      <translation>tous sont</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/usage.py" />
      <source>all tags</source>
      <translation>toutes les étiquettes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>all {undecided:,}</source>
      <translation>les {undecided:,} sont</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>almost certainly</source>
      <translation>presque certainement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>almost certainly better</source>
      <translation>presque certainement meilleur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>almost certainly worse</source>
      <translation>presque certainement moins bon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/holder.py" />
      <source>another program</source>
      <translation>un autre programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/shadow.py" />
      <source>asking the candidate</source>
      <translation>interrogation du candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>at {threshold:.2f} or above {new} is right less often than {old}: {figures}.</source>
      <translation>à partir de {threshold:.2f}, {new} a moins souvent raison que {old} : {figures}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>audit set</source>
      <translation>échantillon d’audit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>bar</source>
      <translation>Une barre verticale</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>better on {better:,}, worse on {worse:,}</source>
      <translation>meilleur sur {better:,}, moins bon sur {worse:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>bundled + this table, no decision</source>
      <translation>fourni + ce tableau, aucune décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>bundled + {count:,} decisions</source>
      <translation>fourni + {count:,} décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>came with the program</source>
      <translation>est venu avec le programme</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>candidate</source>
      <translation>le candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>checking on decisions left out</source>
      <translation>contrôle sur des décisions laissées de côté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>checking on rows left out, {part} of {folds}</source>
      <translation>contrôle sur des lignes laissées de côté, {part} sur {folds}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/decisions.py" />
      <source>checking on the table's decisions</source>
      <translation>contrôle sur les décisions du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>comma</source>
      <translation>Une virgule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>comparing the table with the training data</source>
      <translation>comparaison du tableau avec les données d’entraînement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>decision</source>
      <translation>décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>decisions</source>
      <translation>décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>decisions neither learnt from</source>
      <translation>décisions dont aucun n’a appris</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>decisions new to both</source>
      <translation>décisions nouvelles pour les deux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>decisions, cross-validated</source>
      <translation>décisions, en validation croisée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>earlier states of the source</source>
      <translation>des états antérieurs de la source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>every record</source>
      <translation>tous les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>fitting all rows</source>
      <translation>ajustement de toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/recalibrate.py" />
      <source>fitting the confidence</source>
      <translation>ajustement de la confiance</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>flagging</source>
      <translation>signalement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>gathering decisions</source>
      <translation>collecte des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>gathering misclassifications</source>
      <translation>collecte des erreurs de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>holdout</source>
      <translation>jeu réservé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>how sure the model is</source>
      <translation>à quel point le modèle est sûr</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>is in force</source>
      <translation>est en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>is wrong</source>
      <translation>est faux</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>it cannot be read</source>
      <translation>il est illisible</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it cannot be read as text, or is far too long</source>
      <translation>il est illisible comme texte, ou bien trop long</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it describes something else</source>
      <translation>il décrit autre chose</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>it holds more than {most:,} lines</source>
      <translation>il contient plus de {most:,} lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>it holds something else</source>
      <translation>il contient autre chose</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/verification.py" />
      <source>it is checked</source>
      <translation>il est en cours de vérification</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it is neither a description nor a list of hashes</source>
      <translation>il n’est ni une description ni une liste d’empreintes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it is no JSON</source>
      <translation>il n’est pas du JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>it is open for {held_by}</source>
      <translation>il est ouvert par {held_by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it lists no files</source>
      <translation>il ne nomme aucun fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>it names no version</source>
      <translation>il ne nomme aucune version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its decisions</source>
      <translation>les décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>its end is missing</source>
      <translation>sa fin manque</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>its files do not name one version</source>
      <translation>ses fichiers ne nomment pas une même version</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>its folder cannot be written to</source>
      <translation>son dossier n’est pas accessible en écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its journal</source>
      <translation>le journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>its list of files is damaged</source>
      <translation>sa liste de fichiers est endommagée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its predictions</source>
      <translation>les prédictions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its records</source>
      <translation>les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>its source file</source>
      <translation>le fichier source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/originals.py" />
      <source>its source file is not as it was written</source>
      <translation>le fichier source n’est pas tel qu’il a été écrit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/verification.py" />
      <source>its source is looked up</source>
      <translation>sa source est en cours de lecture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>its tables are not those of this format</source>
      <translation>ses tables ne sont pas celles de ce format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>judging both models</source>
      <translation>jugement des deux modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>judging the current model</source>
      <translation>évaluation du modèle en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>judging {get}</source>
      <translation>jugement : {get}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/gui/panels/inspecting.py" />
      <source>known tag {known}</source>
      <translation>étiquette connue {known}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>learning from the decisions</source>
      <translation>apprentissage des décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>likely better</source>
      <translation>probablement meilleur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>likely worse</source>
      <translation>probablement moins bon</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>line {above}</source>
      <translation>la ligne {above}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>line {line}, which is set aside</source>
      <translation>la ligne {line}, mise de côté,</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>line {number} is no JSON</source>
      <translation>la ligne {number} n’est pas du JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>line {number} is no JSON object</source>
      <translation>la ligne {number} n’est pas un objet JSON</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>line {number} is no misclassification</source>
      <translation>la ligne {number} n’est pas une erreur de classement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/comparing.py" />
      <source>loading the models</source>
      <translation>chargement des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/losses.py" />
      <source>log loss</source>
      <translation>log-loss</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>log loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} to {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} to {ece_interval2:+.3f})</source>
      <translation>log-loss {log_loss_b:+.3f} ({log_loss_interval:+.3f} à {log_loss_interval2:+.3f}), ECE {ece_b:+.3f} ({ece_interval:+.3f} à {ece_interval2:+.3f})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>log loss {log_loss_b:.3f} against {log_loss_a:.3f}, ECE {ece_b:.3f} against {ece_a:.3f} on {rows:,} {what}</source>
      <translation>log-loss {log_loss_b:.3f} contre {log_loss_a:.3f}, ECE {ece_b:.3f} contre {ece_a:.3f} sur {rows:,} {what}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/decisions.py" />
      <source>looking for doubtful decisions</source>
      <translation>recherche de décisions douteuses</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>looking for leaks and duplicates</source>
      <translation>recherche de fuites et de doublons</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/guarding.py" />
      <source>looking for rows of the holdout</source>
      <translation>recherche de lignes du jeu réservé</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>looking for rows that flip</source>
      <translation>recherche de lignes qui changent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>looking for the records of the slices</source>
      <translation>recherche des enregistrements des sous-ensembles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>looking for the texts</source>
      <translation>recherche des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_options.py" />
      <source>model {answered_by}</source>
      <translation>modèle {answered_by}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export_options.py" />
      <source>model {current_version}</source>
      <translation>modèle {current_version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>model {model}</source>
      <translation>modèle {model}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>no clear difference</source>
      <translation>pas de différence nette</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>no clear difference between {named} and {old}: {against}; {counts}.</source>
      <translation>pas de différence nette entre {named} et {old} : {against} ; {counts}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>no clear difference in confidence between {new} and {old}: {figures}; {answers}.</source>
      <translation>pas de différence nette de confiance entre {new} et {old} : {figures} ; {answers}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>no line names the columns</source>
      <translation>aucune ligne ne nomme les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>ordering the questions</source>
      <translation>mise en ordre des questions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>over 99%)</source>
      <translation>plus de 99 %)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/resources.py" />
      <source>pip install "mltag-desktop[{extra}]"</source>
      <translation>pip install "mltag-desktop[{extra}]"</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/bookwriter.py" />
      <source>pivot tables</source>
      <translation>tableaux croisés dynamiques</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>precision of {tag}</source>
      <translation>précision de {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>putting the model together</source>
      <translation>assemblage du modèle</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/questions.py" />
      <source>reading a sample of the table</source>
      <translation>lecture d’un échantillon du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/usage.py" />
      <source>reading the journal</source>
      <translation>lecture du journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>reading the table</source>
      <translation>lecture du tableau</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>reading the texts</source>
      <translation>lecture des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>recall of {tag}</source>
      <translation>rappel de {tag}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>record</source>
      <translation>enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>record of the audit set was</source>
      <translation>enregistrement de l’échantillon d’audit n’a</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>records</source>
      <translation>enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>records of the audit set were</source>
      <translation>enregistrements de l’échantillon d’audit n’ont</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/paired.py" />
      <source>right and wrong on the same rows</source>
      <translation>justes et faux sur les mêmes lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>rows</source>
      <translation>lignes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>saving the candidate</source>
      <translation>enregistrement du candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>semicolon</source>
      <translation>Un point-virgule</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>share right at a confidence of {threshold:.2f} or above</source>
      <translation>part de réponses justes à partir d’une confiance de {threshold:.2f}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>should be {right}</source>
      <translation>devrait être {right}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>someone</source>
      <translation>quelqu’un</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>step {step} of its journal</source>
      <translation>l’étape {step} du journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>tab</source>
      <translation>Une tabulation</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/adapt.py" />
      <source>telling the table from the base's rows</source>
      <translation>distinction du tableau et des lignes du modèle de base</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>the answers are the same</source>
      <translation>les réponses sont les mêmes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the bundled model</source>
      <translation>le modèle fourni</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the candidate</source>
      <translation>le candidat</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>the column {name}</source>
      <translation>la colonne {name}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>the confidence of {new} is {verdict} than that of {old}: {figures}; {answers} ({sure}.</source>
      <translation>pour la confiance, {new} est {verdict} que {old} : {figures} ; {answers} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the current model</source>
      <translation>le modèle en service</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the decisions</source>
      <translation>les décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the file</source>
      <translation>le fichier</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>the file cannot be written to</source>
      <translation>le fichier n’est pas accessible en écriture</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the file {name} of model {version}</source>
      <translation>le fichier {name} du modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the files of its models</source>
      <translation>les fichiers des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>the first line</source>
      <translation>la première ligne</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the journal</source>
      <translation>le journal</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the lines set aside</source>
      <translation>les lignes mises de côté</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the list of its models</source>
      <translation>la liste des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>the list of its tables</source>
      <translation>la liste des tables</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the models</source>
      <translation>les modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the models' files</source>
      <translation>les fichiers des modèles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>the number of its format</source>
      <translation>le numéro de format</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the predictions</source>
      <translation>les prédictions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>the program's own examples</source>
      <translation>les exemples fournis</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the records</source>
      <translation>les enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>the rules</source>
      <translation>les règles</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>the source file</source>
      <translation>le fichier source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>the structure of the file ({words})</source>
      <translation>la structure du fichier ({words})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>the tag that is shown</source>
      <translation>l’étiquette affichée</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the texts of its records</source>
      <translation>les textes des enregistrements</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>the texts' digests</source>
      <translation>les empreintes des textes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/holder.py" />
      <source>this computer</source>
      <translation>cet ordinateur</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>unit separator</source>
      <translation>Un séparateur d’unité</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>was</source>
      <translation>est</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>were</source>
      <translation>sont</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/editions.py" />
      <source>what it says of a merge makes no sense</source>
      <translation>ce qu’il dit d’une fusion n’a pas de sens</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>what it says of its source</source>
      <translation>ce qui y est dit de la source</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>what it says of itself</source>
      <translation>ce qui y est dit de l’espace de travail</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>what it says of itself makes no sense</source>
      <translation>ce qu’il dit de lui-même n’a pas de sens</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>what it says of itself: {key}</source>
      <translation>ce qui y est dit de l’espace de travail : {key}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>what it says of model {version}</source>
      <translation>ce qui y est dit du modèle {version}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/completing.py" />
      <source>where a record stands</source>
      <translation>où en est un enregistrement</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{audited:,} decided {words} not trained on; that set judges models in use.</source>
      <translation>{audited:,} {words} pas servi à l’entraînement ; cet échantillon juge les modèles en service.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/shelf.py" />
      <source>{bundle} holds no model.</source>
      <translation>{bundle} ne contient pas de modèle.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>{called} is {verdict} than {old}: {against} ({sure}.</source>
      <translation>{called} est {verdict} que {old} : {against} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/calibration.py" />
      <source>{changed:,} of the answers differ</source>
      <translation>{changed:,} des réponses diffèrent</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>{count:,} decision</source>
      <translation>{count:,} décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>{count:,} decisions</source>
      <translation>{count:,} décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>{count:,} decisions equal, or nearly equal, rows that models are judged on; they were left out.</source>
      <translation>{count:,} décisions sont identiques, ou presque, à des lignes sur lesquelles les modèles sont jugés ; elles ont été écartées.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/checking.py" />
      <source>{count:,} records have the same text as another one; where decisions are left out in turn, copies are left out together.</source>
      <translation>{count:,} enregistrements ont le même texte qu’un autre ; quand les décisions sont écartées tour à tour, les copies le sont ensemble.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{count:,} texts have</source>
      <translation>{count:,} textes ont</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{count:,} {rows} about holdout rows, or near copies of them, {have} left out of training.</source>
      <translation>{count:,} {rows} sur des lignes réservées, ou presque identiques, {have} écartées de l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/records.py" />
      <source>{count} cells</source>
      <translation>{count} cellules</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{delimiter} cannot part cells.</source>
      <translation>{delimiter} ne peut séparer des cellules.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{escape} cannot escape quotes.</source>
      <translation>{escape} ne peut échapper des guillemets.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>{first} On this table, {verdict}</source>
      <translation>{first} Sur ce tableau, {verdict}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} exists already.</source>
      <translation>{folder} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/bundle.py" />
      <source>{folder} holds no readable {manifest}.</source>
      <translation>{folder} ne contient pas de {manifest} lisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>{gone} cannot be merged into {into}.</source>
      <translation>{gone} ne peut être fusionnée dans {into}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{have} decision</source>
      <translation>{have} décision</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{have} decisions</source>
      <translation>{have} décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{how_to_get}, or use CSV.</source>
      <translation>{how_to_get}, ou utiliser CSV.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>{label} ({count:,} records)</source>
      <translation>{label} ({count:,} enregistrements)</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{left:,} decisions</source>
      <translation>{left:,} décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>{line} names all columns but the {lacks} one</source>
      <translation>{line} nomme toutes les colonnes sauf la colonne {lacks}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>{line} names the columns</source>
      <translation>{line} nomme les colonnes</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core" />
      <source>{much} {verdict} ({percent})</source>
      <translation>{much} {verdict} ({percent})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>{name} cannot be read.</source>
      <translation>{name} est illisible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/table.py" />
      <source>{name} has changed since its import began.</source>
      <translation>{name} a changé depuis le début de son importation.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>{name} has other columns or is written in another way than before.</source>
      <translation>{name} a d’autres colonnes ou est écrit autrement qu’avant.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>{name} holds no decisions of a colleague.</source>
      <translation>{name} ne contient pas de décisions d’un collègue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{name} is closed.</source>
      <translation>{name} est fermé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>{name} is no file of misclassifications: {why}.</source>
      <translation>{name} n’est pas un fichier d’erreurs de classement : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/updates.py" />
      <source>{name} is no update file: {why}.</source>
      <translation>{name} n’est pas un fichier de mise à jour : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{name} is open read-only: {read_only}.</source>
      <translation>{name} est ouvert en lecture seule : {read_only}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/merging.py" />
      <source>{name} or the workspace changed meanwhile.</source>
      <translation>{name} ou l’espace de travail a changé entre-temps.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/texts.py" />
      <source>{name} was changed by the program that holds it.</source>
      <translation>{name} a été modifié par le programme qui le tient.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/colleagues.py" />
      <source>{name} was written by a newer MLTag Desktop.</source>
      <translation>{name} a été écrit par un MLTag Desktop plus récent.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/misses.py" />
      <source>{name} was written by a newer version of the program.</source>
      <translation>{name} a été écrit par une version plus récente du programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/slicing.py" />
      <source>{name} would hold every record.</source>
      <translation>{name} contiendrait tous les enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/model/train.py" />
      <source>{name}: fold {part} of {folds}</source>
      <translation>{name} : partie {part} sur {folds}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>{new} is {verdict} than {old}: {against}; {counts} ({sure}.</source>
      <translation>{new} est {verdict} que {old} : {against} ; {counts} ({sure}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{no_holdout} The candidate is judged on its own rows, by {folds}-fold cross-validation.</source>
      <translation>{no_holdout} Le candidat est jugé sur ses propres lignes, par validation croisée à {folds} plis.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/judging.py" />
      <source>{no_holdout} Two tags with two decisions each are needed before a model can be judged.</source>
      <translation>{no_holdout} Il faut deux étiquettes avec deux décisions chacune avant qu’un modèle puisse être jugé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/rows.py" />
      <source>{out} has no known ending.</source>
      <translation>{out} n’a pas d’extension connue.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>{out} is the table that was opened.</source>
      <translation>{out} est le tableau qui a été ouvert.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/export.py" />
      <source>{out} is this workspace.</source>
      <translation>{out} est cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/sums.py" />
      <source>{part}, {count:,} damaged: {named}{value}</source>
      <translation>{part}, {count:,} endommagés : {named}{value}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} cannot be locked where it lies: {error}.</source>
      <translation>{path} ne peut pas être verrouillé à son emplacement : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} cannot be opened: {error}.</source>
      <translation>{path} ne peut être ouvert : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} cannot be read: {strerror}.</source>
      <translation>{path} est illisible : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} could not be read or saved: {error}.</source>
      <translation>{path} n’a pas pu être lu ou enregistré : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} could not be read: {why}.</source>
      <translation>{path} n’a pas pu être lu : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} could not be saved: it cannot be written to.</source>
      <translation>{path} n’a pas pu être enregistré : l’écriture y est impossible.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} could not be saved: the disk is full.</source>
      <translation>{path} n’a pas pu être enregistré : le disque est plein.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} could not be written: {why}.</source>
      <translation>{path} n’a pas pu être écrit : {why}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} does not exist.</source>
      <translation>{path} n’existe pas.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} exists already.</source>
      <translation>{path} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} has a header but no records.</source>
      <translation>{path} a un en-tête mais pas d’enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>{path} has no records.</source>
      <translation>{path} n’a pas d’enregistrements.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/booktable.py" />
      <source>{path} has no sheet called {name}.</source>
      <translation>{path} n’a pas de feuille nommée {name}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>{path} has no sheets.</source>
      <translation>{path} n’a pas de feuilles.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} holds a damaged model: {words}{more}.</source>
      <translation>{path} contient un modèle endommagé : {words}{more}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} holds cells too far apart to be read.</source>
      <translation>{path} contient des cellules trop éloignées les unes des autres pour être lues.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/jsonlines.py" />
      <source>{path} holds no JSON objects.</source>
      <translation>{path} ne contient pas d’objets JSON.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>{path} holds something that cannot be read: {error}.</source>
      <translation>{path} contient quelque chose d’illisible : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} is a damaged workbook.</source>
      <translation>{path} est un classeur endommagé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} is a folder.</source>
      <translation>{path} est un dossier.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/files.py" />
      <source>{path} is a workspace and is not replaced.</source>
      <translation>{path} est un espace de travail et n’est pas remplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} is damaged ({detail}).</source>
      <translation>{path} est endommagé ({detail}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} is empty.</source>
      <translation>{path} est vide.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} is in use by another program.</source>
      <translation>{path} est utilisé par un autre programme.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/parquet.py" />
      <source>{path} is no Parquet file that can be read: {error}.</source>
      <translation>{path} n’est pas un fichier Parquet lisible : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/opening.py" />
      <source>{path} is no delimited text.</source>
      <translation>{path} n’est pas un texte délimité.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/store.py" />
      <source>{path} is no longer there: it was moved, deleted or replaced.</source>
      <translation>{path} n’est plus là : déplacé, supprimé ou remplacé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/sheets.py" />
      <source>{path} is no readable spreadsheet: {error}.</source>
      <translation>{path} n’est pas un classeur lisible : {error}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} is not a text file.</source>
      <translation>{path} n’est pas un fichier texte.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} is not an MLTag workspace.</source>
      <translation>{path} n’est pas un espace de travail MLTag.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} may not be read.</source>
      <translation>La lecture de {path} n’est pas permise.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/unpacking.py" />
      <source>{path} unpacks to more than {most:,} MiB.</source>
      <translation>{path} dépasse {most:,} Mio une fois décompressé.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/source.py" />
      <source>{path} was not found.</source>
      <translation>{path} est introuvable.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} was written by a newer MLTag Desktop (format {version}, this program reads {version2}).</source>
      <translation>{path} a été écrit par un MLTag Desktop plus récent (format {version}, ce programme lit {version2}).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{path} was written by an earlier MLTag Desktop, and here it cannot be brought up to date.</source>
      <translation>{path} a été écrit par un MLTag Desktop antérieur, et ne peut être mis à jour ici.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/dialect.py" />
      <source>{quote} cannot wrap cells.</source>
      <translation>{quote} ne peut entourer des cellules.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/codepages.py" />
      <source>{said} ({rivals} would read “{other}”).</source>
      <translation>{said} ({rivals} lirait « {other} »).</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>{saved}, and every record{missing}.</source>
      <translation>{saved}, et tous les enregistrements{missing}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>{saved}; 1 record could not be read and stands empty{missing}.</source>
      <translation>{saved} ; 1 enregistrement n’a pas pu être lu et reste vide{missing}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/salvage.py" />
      <source>{saved}; {lost:,} records could not be read and stand empty{missing}.</source>
      <translation>{saved} ; {lost:,} enregistrements n’ont pas pu être lus et restent vides{missing}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/tables/layout.py" />
      <source>{share:.0%} of the text</source>
      <translation>{share:.0%} du texte</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/report.py" />
      <source>{share_b:.3f} of {rows_b:,} answers against {share_a:.3f} of {rows_a:,}</source>
      <translation>{share_b:.3f} de {rows_b:,} réponses contre {share_a:.3f} de {rows_a:,}</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/tagset.py" />
      <source>{tag} is no tag of this workspace.</source>
      <translation>{tag} n’est pas une étiquette de cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{tag} is {shares:.0%} of the answers; it was {expected:.0%} in training.</source>
      <translation>{tag} fait {shares:.0%} des réponses ; c’était {expected:.0%} à l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>{target} could not be written: {strerror}.</source>
      <translation>{target} n’a pas pu être écrit : {strerror}.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/backups.py" />
      <source>{target} exists already.</source>
      <translation>{target} existe déjà.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/document.py" />
      <source>{target} is this workspace.</source>
      <translation>{target} est cet espace de travail.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/learning.py" />
      <source>{texts} decisions with different tags, such as records {rows}. These decisions were not used; settle them and train again.</source>
      <translation>{texts} des décisions avec des étiquettes différentes, par exemple les enregistrements {rows}. Ces décisions n’ont pas été utilisées ; tranchez, puis relancez l’entraînement.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{value:.0%} of the texts are copies of each other or advertise something.</source>
      <translation>{value:.0%} des textes sont des copies les uns des autres ou font de la publicité.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{value:.0%} of the texts are in another language or script.</source>
      <translation>{value:.0%} des textes sont dans une autre langue ou une autre écriture.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/drift.py" />
      <source>{value:.0%} of the texts are unlike any that the model was trained on.</source>
      <translation>{value:.0%} des textes ne ressemblent à aucun de ceux sur lesquels le modèle a été entraîné.</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/holder.py" />
      <source>{value} on {place} (process {pid}, since {since})</source>
      <translation>{value} sur {place} (processus {pid}, depuis {since})</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/loop.py" />
      <source>{version}, confidence fitted to {count:,} decisions</source>
      <translation>{version}, confiance ajustée à {count:,} décisions</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/workspace/schema.py" />
      <source>{words} is not as it was written</source>
      <translation>{words} n’est pas tel qu’il a été écrit</translation>
    </message>
    <message>
      <location filename="../../mltag_desktop/core/evaluation/priority.py" />
      <source>{words} {after:.3f} against {before:.3f} on {rows:,} rows; {counts_in_words}</source>
      <translation>{words} {after:.3f} contre {before:.3f} sur {rows:,} lignes ; {counts_in_words}</translation>
    </message>
  </context>
</TS>
