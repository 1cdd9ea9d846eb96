"""Messages to a city library with their tags, in English and German, for tests with tags known by name."""

from typing import Final

from mltag_desktop.core.workspace.types import TagInfo

TAGS: Final = ("opening hours", "lost_book", "room booking", "password reset", "children's events")

MESSAGES: Final[tuple[tuple[str, str], ...]] = (
    ("When do you open on Sunday morning?", "opening hours"),
    ("Are you closed on public holidays?", "opening hours"),
    ("Until what time can I come in tonight?", "opening hours"),
    ("Is the branch at the station open at eight?", "opening hours"),
    ("The door was shut at five although the sign says six.", "opening hours"),
    ("Do the hours change in summer?", "opening hours"),
    ("What are your opening times during the week?", "opening hours"),
    ("Does the library close earlier on Fridays?", "opening hours"),
    ("I cannot find the novel I borrowed, it must be lost.", "lost_book"),
    ("My bag with two of your books was stolen.", "lost_book"),
    ("How much do I pay for a book that I lost?", "lost_book"),
    ("I left the travel guide on the train.", "lost_book"),
    ("The cookbook has disappeared from my flat.", "lost_book"),
    ("I lost the second volume of the series, can I replace it?", "lost_book"),
    ("We moved house and the atlas is nowhere to be found.", "lost_book"),
    ("My dog destroyed the book; do I have to buy a new copy?", "lost_book"),
    ("I would like to reserve the meeting room for Tuesday.", "room booking"),
    ("Can our choir book the big hall in May?", "room booking"),
    ("Is the study room free this afternoon?", "room booking"),
    ("Please cancel my booking of the seminar room.", "room booking"),
    ("How many people fit into the group room?", "room booking"),
    ("What does it cost to rent the hall for an evening?", "room booking"),
    ("Our reservation of the room was for ten, not for eleven.", "room booking"),
    ("We need a room with a projector for a workshop.", "room booking"),
    ("I forgot my password and cannot log in.", "password reset"),
    ("The link to reset the password has expired.", "password reset"),
    ("My account is locked after three wrong passwords.", "password reset"),
    ("Please send me a new PIN for the website.", "password reset"),
    ("The login page says that my password is wrong.", "password reset"),
    ("How can I change the password of my account?", "password reset"),
    ("I do not get the e-mail with the new password.", "password reset"),
    ("I cannot sign in to the catalogue any more.", "password reset"),
    ("Is there story time for toddlers next week?", "children's events"),
    ("Can my daughter take part in the puppet show?", "children's events"),
    ("From what age is the reading club for kids?", "children's events"),
    ("Do you have crafts for children during the holidays?", "children's events"),
    ("When is the next fairy tale afternoon for families?", "children's events"),
    ("My son would like to join the comic workshop for kids.", "children's events"),
    ("Is the picture book cinema free for children?", "children's events"),
    ("How do I register my kids for the summer reading event?", "children's events"),
)

GERMAN: Final[tuple[tuple[str, str], ...]] = (
    ("Wann öffnen Sie am Samstag?", "opening hours"),
    ("Ist die Bibliothek an Feiertagen geschlossen?", "opening hours"),
    ("Wie lange haben Sie heute Abend geöffnet?", "opening hours"),
    ("Ich habe ein ausgeliehenes Buch verloren.", "lost_book"),
    ("Was kostet mich ein verlorenes Buch?", "lost_book"),
    ("Das Buch ist mir im Zug gestohlen worden.", "lost_book"),
    ("Ich möchte den Besprechungsraum für Montag reservieren.", "room booking"),
    ("Kann unser Verein den Saal im Juni buchen?", "room booking"),
    ("Ist der Gruppenraum morgen frei?", "room booking"),
    ("Ich habe mein Passwort vergessen.", "password reset"),
    ("Mein Konto ist nach falschen Passwörtern gesperrt.", "password reset"),
    ("Wie ändere ich mein Kennwort?", "password reset"),
    ("Gibt es nächste Woche eine Vorlesestunde für Kinder?", "children's events"),
    ("Ab welchem Alter ist der Leseclub für Kinder?", "children's events"),
    ("Darf meine Tochter beim Puppentheater mitmachen?", "children's events"),
)


def guides() -> tuple[TagInfo, ...]:
    """Return the tags without any guideline."""
    return tuple(TagInfo(name, "", "", 0) for name in TAGS)
