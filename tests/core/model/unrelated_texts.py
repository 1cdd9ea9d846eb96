"""Texts that are unrelated to machine learning: short texts and prose."""

SHORT = """
Best lasagne recipe with ricotta and spinach
How to prune roses in early spring
Weather tomorrow: rain in the north, sun by the coast
Second-hand bicycle for sale, hardly used
Ten quiet beaches in Portugal for families
Why your sourdough does not rise
Opening hours of the municipal swimming pool
The mayor opened the new bridge on Sunday
Knitting pattern for a child's winter hat
Cheap flights to Lisbon and Rome this weekend
Football: home side wins in the last minute
What to feed a kitten in its first weeks
Repairing a leaking kitchen tap
Minutes of the parents' evening, class 4b
The history of the cathedral's west window
Vacancy: nurse for the night shift
Bus line 14 is diverted until Friday
Tips for a good night's sleep
A review of the new Italian restaurant on Mill Street
Choir rehearsal moved to Thursday at seven
How to remove red wine stains from a carpet
Garden furniture made from old pallets
The queen's speech at the state banquet
Lost: grey cat with a white paw, near the station
Divorce and custody: what the law says
Marathon training when you are over fifty
Apartment to let, two rooms, balcony, no pets
Painting wooden window frames the right way
Where the storks spend the winter
Bank holiday traffic: expect queues on the ring road
The butcher's guide to slow-cooked lamb shoulder
Horoscope for the week: Libra
""".strip().splitlines()

PROSE = """
The old man rowed out before dawn, as he had done every day since the spring, and the harbour lay
still behind him.

She put the kettle on the stove, sat down by the window and waited for the postman, who was late
again that morning.

In the autumn of that year the family sold the farm and moved to the town, where the brothers found
work at the mill.

It rained for nine days. The river rose over its banks, took the wooden footbridge with it and
flooded the lower meadows.

The defendant stated that he had left the house at eight and had not returned before midnight, which
two neighbours confirmed.

Peel the potatoes, boil them in salted water until soft, mash them with butter and warm milk, and
season with nutmeg.

The committee thanked the treasurer for her report and agreed to raise the yearly fee by two pounds
from next January.

After the siege the walls were pulled down, and the stones were carried off to build the houses
around the market square.

My grandmother kept hens, and each of them had a name, and none of them, as far as I remember, was
ever eaten.

The path climbs steeply through beech woods, crosses a stream twice and comes out on a wide ridge
with a view of the sea.

Patients should take one tablet in the morning with water and avoid alcohol and grapefruit for the
length of the treatment.

The orchestra returned after the interval with the slow movement, which the strings played with
great warmth and patience.

He had never liked the uncle, a loud man with a moustache, who sold carpets and cheated at cards
whenever he could.

The parliament passed the housing bill by a narrow majority after a debate that had gone on until
three in the morning.

Wash the wool by hand in lukewarm water, do not wring it, and let it dry lying flat, away from the
sun and the stove.

At half-time the score was level, and it took a penalty in the closing minutes to send the visitors
home disappointed.

The winter had been mild, the cattle had stayed out late, and nobody in the valley expected the snow
that came in March.

Her letter arrived on a Tuesday; he read it twice, folded it and put it in the drawer with the
others, and said nothing.
""".strip().split("\n\n")

FOREIGN = """
Der Bürgermeister eröffnete am Sonntag die neue Brücke über den Fluss
Les enfants jouaient dans le jardin pendant que la pluie tombait doucement
La abuela preparaba la sopa cada domingo para toda la familia
Il gatto dormiva sulla sedia vicino alla finestra della cucina
Новый мост был открыт мэром города в воскресенье утром
市长星期天为新桥揭幕，许多市民到场观看
今朝は雨が降ったので、電車が遅れました
Burmistrz otworzył w niedzielę nowy most nad rzeką
Ο δήμαρχος εγκαινίασε τη νέα γέφυρα την Κυριακή
Orašje je dobilo novi most preko rijeke prošle nedjelje
""".strip().splitlines()

SPAM = """
BUY NOW!!! Cheap watches 80% off, click http://cheap-watches.example
Congratulations, you won $1,000,000!! Click here to claim your free prize
Free casino bonus, no deposit: www.win-big.example
Lose 20 pounds in 10 days, buy one get one free!!
""".strip().splitlines()
