"""Messages to a city library with their tags, in English and German, for tests with tags known by name."""

from typing import Final

from mltag_desktop.core.workspace.types import TagInfo


def _tagged(lines: str) -> tuple[tuple[str, str], ...]:
    """Return the messages, and the tags that stand over them."""
    found, tag = [], ""
    for line in lines.strip().splitlines():
        if line.startswith("# "):
            tag = line.removeprefix("# ")
        else:
            found.append((line, tag))
    return tuple(found)


MESSAGES: Final = _tagged("""
# opening hours
When do you open on Sunday morning?
Are you closed on public holidays?
Until what time can I come in tonight?
Is the branch at the station open at eight?
The door was shut at five although the sign says six.
Do the hours change in summer?
What are your opening times during the week?
Does the library close earlier on Fridays?
# lost_book
I cannot find the novel I borrowed, it must be lost.
My bag with two of your books was stolen.
How much do I pay for a book that I lost?
I left the travel guide on the train.
The cookbook has disappeared from my flat.
I lost the second volume of the series, can I replace it?
We moved house and the atlas is nowhere to be found.
My dog destroyed the book; do I have to buy a new copy?
# room booking
I would like to reserve the meeting room for Tuesday.
Can our choir book the big hall in May?
Is the study room free this afternoon?
Please cancel my booking of the seminar room.
How many people fit into the group room?
What does it cost to rent the hall for an evening?
Our reservation of the room was for ten, not for eleven.
We need a room with a projector for a workshop.
# password reset
I forgot my password and cannot log in.
The link to reset the password has expired.
My account is locked after three wrong passwords.
Please send me a new PIN for the website.
The login page says that my password is wrong.
How can I change the password of my account?
I do not get the e-mail with the new password.
I cannot sign in to the catalogue any more.
# children's events
Is there story time for toddlers next week?
Can my daughter take part in the puppet show?
From what age is the reading club for kids?
Do you have crafts for children during the holidays?
When is the next fairy tale afternoon for families?
My son would like to join the comic workshop for kids.
Is the picture book cinema free for children?
How do I register my kids for the summer reading event?
""")

GERMAN: Final = _tagged("""
# opening hours
Wann öffnen Sie am Samstag?
Ist die Bibliothek an Feiertagen geschlossen?
Wie lange haben Sie heute Abend geöffnet?
# lost_book
Ich habe ein ausgeliehenes Buch verloren.
Was kostet mich ein verlorenes Buch?
Das Buch ist mir im Zug gestohlen worden.
# room booking
Ich möchte den Besprechungsraum für Montag reservieren.
Kann unser Verein den Saal im Juni buchen?
Ist der Gruppenraum morgen frei?
# password reset
Ich habe mein Passwort vergessen.
Mein Konto ist nach falschen Passwörtern gesperrt.
Wie ändere ich mein Kennwort?
# children's events
Gibt es nächste Woche eine Vorlesestunde für Kinder?
Ab welchem Alter ist der Leseclub für Kinder?
Darf meine Tochter beim Puppentheater mitmachen?
""")

TAGS: Final = tuple(dict.fromkeys(tag for _, tag in MESSAGES))
KEYWORDS: Final = (
    ("open", "closed", "close"),
    ("lost", "stolen"),
    ("room", "hall"),
    ("password",),
    ("kids", "children"),
)
"""Words of the messages about each tag."""


def guides() -> tuple[TagInfo, ...]:
    """Return the tags without any guideline."""
    return tuple(TagInfo(name, "", "", 0) for name in TAGS)
