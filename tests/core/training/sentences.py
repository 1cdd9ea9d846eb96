"""Sentences about four topics of a household in five languages, written for these tests."""

ENGLISH = {
    "cooking": """Bring the water to the boil and add the pasta together with a spoon of salt.
Let the dough rest for an hour in a warm place before you bake the bread.
Fry the onions in butter until they are soft and have a golden colour.
The soup needs more pepper, and the carrots should cook for ten more minutes.
Whisk the eggs with the sugar and then fold in the flour for the cake.
Roast the chicken in the oven with potatoes, garlic and fresh herbs.
Cut the tomatoes into slices and season the salad with oil and vinegar.
Stir the sauce over a low heat so that the cheese melts without lumps.
Grill the fish on both sides and serve it with rice and lemon.
The recipe asks for two cups of milk, some vanilla and a pinch of cinnamon.""",
    "garden": """Plant the tulips in the autumn and cover the bed with leaves against the frost.
Water the roses in the evening when the soil in the flower bed is dry.
The lawn must be mown every week while the grass grows in the spring.
Sow the lettuce in rows and keep the snails away from the young plants.
Prune the apple tree in the winter so that it will bear more fruit.
Pull out the weeds before their seeds spread over the whole garden.
Compost makes the soil rich, and earthworms loosen it for the roots.
The hedge is cut in the summer after the young birds have left the nest.
Tie the climbing beans to a pole and pick them while they are tender.
These shrubs bloom in the shade and need hardly any fertiliser.""",
    "money": """Please transfer the rent to the account of the landlord by the end of the month.
The bank charges a fee when you withdraw cash with the card abroad.
My credit card was stolen and I would like to have it blocked at once.
The interest on the loan is higher than what the savings account earns.
You will find the invoice in the letter; it must be paid within two weeks.
The tax office sends the refund to your bank account in the summer.
We save some money every month so that we can pay for the new car.
The insurance pays for the damage if you report it within a week.
The exchange rate of the dollar has fallen against the euro this year.
His salary is paid into the account, and the standing orders are debited from it.""",
    "travel": """Our train to the coast leaves from platform four at seven in the morning.
The flight was delayed, so we missed the connection and slept at the airport.
Book the hotel early, because many tourists visit the island in August.
You need a passport and a visa to cross the border into that country.
We hired a car and drove along the coast from one village to the next.
The guide showed us the old town, the castle and the museum by the harbour.
Our suitcase did not arrive with the plane and came a day later.
The ferry takes two hours to the island, and you can take your bicycle along.
The campsite by the lake has a beach and is a good place for a holiday.
The bus tour stops at three viewpoints in the mountains before it turns back.""",
}

GERMAN = {
    "cooking": """Das Wasser zum Kochen bringen und die Nudeln mit einem Löffel Salz hineingeben.
Den Teig eine Stunde an einem warmen Ort ruhen lassen und dann das Brot backen.
Die Zwiebeln in der Butter braten, bis sie weich und goldgelb sind.
Die Suppe braucht mehr Pfeffer, und die Möhren müssen noch zehn Minuten kochen.
Die Eier mit dem Zucker schaumig schlagen und das Mehl für den Kuchen unterheben.
Das Hähnchen mit Kartoffeln, Knoblauch und frischen Kräutern im Ofen braten.
Die Tomaten in Scheiben schneiden und den Salat mit Öl und Essig würzen.
Die Soße bei kleiner Hitze rühren, damit der Käse ohne Klumpen schmilzt.
Den Fisch von beiden Seiten grillen und mit Reis und Zitrone servieren.
Für das Rezept braucht man zwei Tassen Milch, etwas Vanille und eine Prise Zimt.""",
    "garden": """Die Tulpen werden im Herbst gepflanzt und das Beet wird mit Laub gegen den Frost bedeckt.
Die Rosen am Abend gießen, wenn die Erde in dem Blumenbeet trocken ist.
Der Rasen muss im Frühling jede Woche gemäht werden, weil das Gras schnell wächst.
Den Salat in Reihen säen und die Schnecken von den jungen Pflanzen fernhalten.
Der Apfelbaum wird im Winter geschnitten, damit er mehr Früchte trägt.
Das Unkraut jäten, bevor sich die Samen im ganzen Garten verbreiten.
Kompost macht die Erde nahrhaft, und die Regenwürmer lockern sie für die Wurzeln auf.
Die Hecke wird im Sommer geschnitten, wenn die jungen Vögel das Nest verlassen haben.
Die Bohnen an eine Stange binden und ernten, solange sie zart sind.
Diese Sträucher blühen auch im Schatten und brauchen kaum Dünger.""",
    "money": """Bitte überweisen Sie die Miete bis zum Ende des Monats auf das Konto des Vermieters.
Die Bank verlangt eine Gebühr, wenn man im Ausland mit der Karte Geld abhebt.
Meine Kreditkarte wurde gestohlen, und ich möchte sie sofort sperren lassen.
Die Zinsen für den Kredit sind höher als das, was das Sparkonto bringt.
Die Rechnung liegt dem Brief bei und ist innerhalb von zwei Wochen zu bezahlen.
Das Finanzamt überweist die Erstattung der Steuer im Sommer auf das Bankkonto.
Wir sparen jeden Monat etwas Geld, um das neue Auto bezahlen zu können.
Die Versicherung zahlt für den Schaden, wenn er in einer Woche gemeldet wird.
Der Wechselkurs des Dollars ist in diesem Jahr gegenüber dem Euro gefallen.
Das Gehalt geht auf dem Konto ein, und die Daueraufträge werden davon abgebucht.""",
    "travel": """Unser Zug an die Küste fährt um sieben Uhr von dem Bahnsteig vier ab.
Der Flug hatte Verspätung, und wir mussten die Nacht auf dem Flughafen verbringen.
Das Hotel sollte früh gebucht werden, weil im August viele Touristen auf der Insel sind.
Für die Reise in dieses Land braucht man an der Grenze einen Pass und ein Visum.
Wir haben ein Auto gemietet und sind an der Küste von Dorf zu Dorf gefahren.
Der Reiseführer zeigte uns die Altstadt, das Schloss und das Museum bei dem Hafen.
Unser Koffer ist nicht mit dem Flugzeug angekommen und kam einen Tag später.
Die Fähre braucht zwei Stunden bis zu der Insel, und man kann das Fahrrad mitnehmen.
Der Campingplatz an dem See hat einen Strand und ist gut für die Ferien.
Die Busreise hält an drei Aussichtspunkten in den Bergen und kehrt dann um.""",
}

FRENCH = {
    "cooking": """Faire bouillir de l'eau et ajouter les pâtes avec une cuillère de sel.
Laisser reposer la pâte une heure dans un endroit chaud avant de cuire le pain.
Faire revenir les oignons dans le beurre pour qu'ils soient tendres et dorés.
La soupe manque de poivre et les carottes doivent cuire encore dix minutes.
Battre les œufs avec le sucre et ajouter la farine pour faire le gâteau.
Rôtir le poulet au four avec des pommes de terre, de l'ail et des herbes.
Couper les tomates en tranches et assaisonner la salade avec de l'huile et du vinaigre.
Remuer la sauce sur un feu doux pour que le fromage fonde dans la casserole.
Griller le poisson des deux côtés et le servir avec du riz et un citron.
La recette demande deux tasses de lait, un peu de vanille et de la cannelle.""",
    "garden": """Planter les tulipes en automne et couvrir la plate-bande de feuilles contre le gel.
Arroser les roses le soir quand la terre du parterre de fleurs est sèche.
La pelouse doit être tondue une fois par semaine pendant que l'herbe pousse.
Semer la salade en rangs et protéger les jeunes plantes des limaces du jardin.
Le pommier est taillé en hiver pour qu'il donne plus de fruits dans l'année.
Arracher les mauvaises herbes avant que les graines ne se répandent dans le jardin.
Le compost enrichit la terre et les vers la rendent plus légère pour les racines.
La haie est taillée en été quand les jeunes oiseaux sont sortis du nid.
Attacher les haricots à une perche et les cueillir quand ils sont tendres.
Ces arbustes fleurissent à l'ombre et ont besoin de très peu d'engrais.""",
    "money": """Merci de virer le loyer sur le compte du propriétaire avant la fin du mois.
La banque prend des frais pour les retraits d'argent avec la carte à l'étranger.
Ma carte de crédit a été volée et je voudrais la faire bloquer tout de suite.
Les intérêts du prêt sont plus élevés que ce que rapporte le compte d'épargne.
La facture est dans la lettre et elle est à payer dans les deux semaines.
Les impôts versent le remboursement sur le compte bancaire pendant l'été.
Nous mettons de l'argent de côté tous les mois pour payer la nouvelle voiture.
L'assurance paie les dégâts pour peu que vous les déclariez dans la semaine.
Le taux de change du dollar a baissé par rapport à l'euro cette année.
Le salaire est versé sur le compte et les virements sont débités par la banque.""",
    "travel": """Notre train pour la côte part du quai quatre à sept heures du matin.
Le vol avait du retard et nous avons passé la nuit dans l'aéroport.
Il faut réserver l'hôtel tôt, car les touristes sont nombreux sur l'île en août.
Pour passer la frontière de ce pays, il faut un passeport et un visa.
Nous avons loué une voiture et roulé le long de la côte de village en village.
Le guide nous a montré la vieille ville, le château et le musée du port.
Notre valise n'est pas arrivée avec l'avion et nous est parvenue un jour plus tard.
Le ferry met deux heures pour aller sur l'île et on peut prendre un vélo.
Le camping au bord du lac a une plage, et il est parfait pour les vacances.
L'excursion en bus s'arrête à trois points de vue dans les montagnes.""",
}

SPANISH = {
    "cooking": """Poner a hervir el agua y añadir la pasta con una cucharada de sal.
Dejar reposar la masa una hora en un lugar cálido y luego hornear el pan.
Freír las cebollas en la mantequilla para que se pongan blandas y doradas.
A la sopa le falta pimienta, y las zanahorias se tienen que cocer diez minutos más.
Batir los huevos con el azúcar y mezclar la harina para hacer el pastel.
Asar el pollo en el horno con patatas, ajo y unas hierbas frescas.
Cortar los tomates en rodajas y aliñar la ensalada con aceite y vinagre.
Remover la salsa a fuego lento para que el queso se funda sin grumos.
Hacer el pescado a la parrilla y servirlo con arroz y un poco de limón.
Para la receta se necesitan dos tazas de leche, vainilla y una pizca de canela.""",
    "garden": """Los tulipanes se plantan en otoño y se cubren con hojas para protegerlos de la helada.
Regar las rosas por la tarde si la tierra de las flores está seca.
El césped se corta una vez por semana en la primavera, porque la hierba crece mucho.
Sembrar las lechugas en hileras y alejar los caracoles de las plantas pequeñas.
El manzano se poda en el invierno para que dé más frutos en el verano.
Arrancar las malas hierbas del jardín antes de que se extiendan las semillas.
El abono hace que la tierra sea fértil, y las lombrices la sueltan para las raíces.
El seto se recorta en verano, cuando los pájaros jóvenes ya no están en el nido.
Atar las judías a un palo y recogerlas del huerto cuando están tiernas.
Estos arbustos florecen en la sombra y no necesitan casi abono para crecer.""",
    "money": """Por favor, haga la transferencia del alquiler a la cuenta del dueño este mes.
El banco cobra una comisión por sacar dinero con la tarjeta en el extranjero.
Me han robado la tarjeta de crédito y quiero que la bloqueen lo antes posible.
Los intereses del préstamo son más altos que los de la cuenta de ahorro.
La factura está en la carta y se tiene que pagar en dos semanas.
Hacienda ingresa la devolución de los impuestos en la cuenta del banco en verano.
Ahorramos un poco de dinero todos los meses para pagar el coche nuevo.
El seguro paga los daños si se comunican a la compañía en una semana.
El tipo de cambio del dólar ha bajado este año con respecto al euro.
El sueldo se ingresa en la cuenta, y los recibos se cargan en ella.""",
    "travel": """Nuestro tren para la costa sale del andén cuatro a las siete de la mañana.
El vuelo se retrasó, perdimos el enlace y pasamos la noche en el aeropuerto.
Hay que reservar el hotel pronto, porque en agosto hay muchos turistas en la isla.
Para cruzar la frontera de ese país se necesita un pasaporte y un visado.
Alquilamos un coche y fuimos por la costa de un pueblo a otro.
El guía nos enseñó el casco antiguo, el castillo y el museo del puerto.
La maleta no llegó con el avión y nos la trajeron un día más tarde.
El ferry tarda dos horas en llegar a la isla y se puede llevar la bicicleta.
El camping junto al lago tiene una playa y es bueno para las vacaciones.
La excursión en autobús para en tres miradores de las montañas.""",
}

JAPANESE = {
    "cooking": """お湯を沸かして、塩を一さじ入れてからパスタをゆでます。
パンを焼く前に、生地を暖かい場所で一時間休ませてください。
玉ねぎをバターで柔らかくきつね色になるまで炒めます。
スープに胡椒を足して、にんじんをもう十分煮てください。
卵と砂糖を泡立てて、小麦粉を混ぜてケーキの生地を作ります。
鶏肉をじゃがいもやにんにく、ハーブと一緒にオーブンで焼きます。
トマトを薄く切って、サラダに油と酢で味を付けます。
チーズが溶けるまで、弱火でソースをかき混ぜてください。
魚の両面を焼いて、ご飯とレモンを添えて出します。
このレシピには牛乳二カップとバニラとシナモンが必要です。""",
    "garden": """チューリップの球根は秋に植えて、霜を防ぐために落ち葉で覆います。
花壇の土が乾いたら、夕方にバラに水をやってください。
春は草がよく伸びるので、毎週芝生を刈らなければなりません。
レタスの種を列にまいて、若い苗をナメクジから守ります。
実がたくさんなるように、冬にりんごの木を剪定します。
種が庭中に広がる前に、雑草を抜いてください。
堆肥は土を豊かにし、ミミズは根のために土をほぐします。
生け垣は、ひな鳥が巣立った後の夏に刈り込みます。
つるの伸びる豆は支柱に結び、柔らかいうちに摘み取ります。
この低木は日陰でも花が咲き、肥料はほとんどいりません。""",
    "money": """月末までに家賃を大家さんの口座に振り込んでください。
海外でカードを使って現金を引き出すと、銀行の手数料がかかります。
クレジットカードを盗まれたので、すぐに止めてほしいです。
ローンの利息は預金口座の利息よりも高いです。
請求書は手紙に入っていて、二週間以内に支払う必要があります。
税務署は夏に税金の還付金を銀行口座に振り込みます。
新しい車の代金を払うために、毎月少しずつ貯金しています。
一週間以内に届け出れば、保険会社が損害の費用を払います。
今年はユーロに対してドルの為替レートが下がりました。
給料は口座に振り込まれ、料金はそこから引き落とされます。""",
    "travel": """海岸へ行く列車は朝七時に四番線から出発します。
飛行機が遅れて乗り継げず、空港で一晩過ごしました。
八月は島に観光客が多いので、早めにホテルを予約してください。
その国の国境を越えるには、パスポートとビザが必要です。
レンタカーを借りて、海岸沿いの村から村へ旅をしました。
ガイドさんが旧市街とお城と港の博物館を案内してくれました。
スーツケースが飛行機と一緒に届かず、一日遅れて着きました。
フェリーで島まで二時間かかり、自転車も乗せられます。
湖のほとりのキャンプ場には砂浜があり、休暇に最適です。
バスツアーは山の展望台に三か所止まってから引き返します。""",
}

OTHERS = {"de": GERMAN, "fr": FRENCH, "es": SPANISH, "ja": JAPANESE}


def rows(topics: dict[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences of a language and their topics."""
    pairs = [(text, topic) for topic, texts in topics.items() for text in texts.splitlines()]
    return tuple(text for text, _ in pairs), tuple(topic for _, topic in pairs)
