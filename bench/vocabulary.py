"""The words of an invented municipality: enough to write a thousand pages that no two are alike.

Nothing here is a real place, person or number.  Slots in braces are filled by ``bench.prose``.
"""

from __future__ import annotations

# Lists of words read best as lines of words.
# fmt: off

MUNICIPALITY = "Björkstads kommun"
ADDRESS = "https://bjorkstad.example"

# What a municipality does for people: indefinite and definite form.
SERVICES: tuple[tuple[str, str], ...] = (
    ("bygglov", "bygglovet"), ("marklov", "marklovet"), ("rivningslov", "rivningslovet"),
    ("förhandsbesked", "förhandsbeskedet"), ("strandskyddsdispens", "strandskyddsdispensen"),
    ("detaljplan", "detaljplanen"), ("nybyggnadskarta", "nybyggnadskartan"), ("tomtkö", "tomtkön"),
    ("bostadsanpassning", "bostadsanpassningen"), ("energirådgivning", "energirådgivningen"),
    ("sophämtning", "sophämtningen"), ("matavfallsinsamling", "matavfallsinsamlingen"),
    ("återvinningscentral", "återvinningscentralen"), ("slamtömning", "slamtömningen"),
    ("dricksvatten", "dricksvattnet"), ("dagvatten", "dagvattnet"), ("fjärrvärme", "fjärrvärmen"),
    ("bredbandsutbyggnad", "bredbandsutbyggnaden"), ("snöröjning", "snöröjningen"),
    ("gatubelysning", "gatubelysningen"), ("boendeparkering", "boendeparkeringen"),
    ("parkeringstillstånd", "parkeringstillståndet"), ("cykelväg", "cykelvägen"),
    ("färdtjänst", "färdtjänsten"), ("skolskjuts", "skolskjutsen"), ("trafiksäkerhet", "trafiksäkerheten"),
    ("förskola", "förskolan"), ("fritidshem", "fritidshemmet"), ("grundskola", "grundskolan"),
    ("modersmålsundervisning", "modersmålsundervisningen"), ("gymnasieval", "gymnasievalet"),
    ("vuxenutbildning", "vuxenutbildningen"), ("studievägledning", "studievägledningen"),
    ("elevhälsa", "elevhälsan"), ("kulturskola", "kulturskolan"), ("stadsbibliotek", "stadsbiblioteket"),
    ("simhall", "simhallen"), ("ishall", "ishallen"), ("motionsspår", "motionsspåret"),
    ("föreningsbidrag", "föreningsbidraget"), ("lokalbokning", "lokalbokningen"),
    ("lekplats", "lekplatsen"), ("naturreservat", "naturreservatet"), ("badplats", "badplatsen"),
    ("odlingslott", "odlingslotten"), ("hemtjänst", "hemtjänsten"), ("trygghetslarm", "trygghetslarmet"),
    ("äldreboende", "äldreboendet"), ("korttidsboende", "korttidsboendet"),
    ("dagverksamhet", "dagverksamheten"), ("anhörigstöd", "anhörigstödet"),
    ("personlig assistans", "den personliga assistansen"), ("ledsagning", "ledsagningen"),
    ("kontaktperson", "kontaktpersonen"), ("familjerådgivning", "familjerådgivningen"),
    ("försörjningsstöd", "försörjningsstödet"), ("skuldrådgivning", "skuldrådgivningen"),
    ("budgetrådgivning", "budgetrådgivningen"), ("konsumentvägledning", "konsumentvägledningen"),
    ("serveringstillstånd", "serveringstillståndet"), ("livsmedelskontroll", "livsmedelskontrollen"),
    ("torghandel", "torghandeln"), ("företagslots", "företagslotsen"), ("sommarjobb", "sommarjobbet"),
    ("överförmyndare", "överförmyndaren"), ("borgerlig vigsel", "den borgerliga vigseln"),
    ("medborgarförslag", "medborgarförslaget"), ("allmän handling", "den allmänna handlingen"),
)

PLACE_STARTS: tuple[str, ...] = (
    "Björk", "Ek", "Alm", "Lind", "Ask", "Gran", "Tall", "Hassel", "Rönn", "Sjö", "Ström", "Berg", "Sand",
    "Kvarn", "Ny", "Gammel", "Stor", "Lill", "Norr", "Söder", "Öster", "Väster",
)

PLACE_ENDS: tuple[str, ...] = (
    "by", "torp", "vik", "lunda", "hammar", "berga", "ås", "näs", "ö", "dal", "backa", "åker", "holm",
    "gärde",
)

SECTIONS: tuple[tuple[str, str], ...] = (
    ("bygga-och-bo", "Bygga och bo"), ("avfall-och-vatten", "Avfall och vatten"),
    ("trafik-och-resor", "Trafik och resor"), ("barn-och-utbildning", "Barn och utbildning"),
    ("uppleva-och-gora", "Uppleva och göra"), ("stod-och-omsorg", "Stöd och omsorg"),
    ("naringsliv", "Näringsliv"), ("kommun-och-politik", "Kommun och politik"),
)

TITLES: tuple[str, ...] = (
    "{Service} i {place}", "Ansök om {service} i {place}", "Avgifter för {service} i {place}",
    "Regler för {service} i {place}", "Frågor och svar om {service} i {place}",
    "Planer för {service} i {place}", "Så går det till: {service} i {place}",
    "Lämna synpunkter om {service} i {place}",
)

HEADINGS: tuple[str, ...] = (
    "Så här gör du", "Vem kan få {service}?", "Ansök om {service} {deadline}",
    "Vad kostar {the_service} {year}?", "Handläggningstid för {service}", "När du har fått {the_service}",
    "Om du inte är nöjd med beslutet", "Regler och lagar för {service}",
    "{Service} i {place} och {other_place}", "Det här behöver du skicka in",
    "Öppettider under {season} {year}", "{Service} för {audience}", "Ändra eller avsluta {the_service}",
    "Så arbetar {body} med {service}", "Kölista och lediga platser i {place}",
    "{Committee} och {service} {year}", "Nyheter om {service} {year}",
    "Vad händer i {place} under {season}?", "Om {condition}", "{Service} och {other_service}",
    "{Body} {activity}", "Stöd till {audience} i {other_place}",
)

SENTENCES: tuple[str, ...] = (
    "{Body} ansvarar för {service} i {place}.", "Du ansöker om {service} hos {body} {deadline}.",
    "{Audience} kan få {service} om {condition}.",
    "Från och med {date} kostar {the_service} {amount} {per}.",
    "Vi handlägger ansökan om {service} inom {weeks}.",
    "Beslut om {service} fattas av {committee} {frequency}.",
    "Om {condition} behöver du också skicka in {document}.",
    "Du får besked om {the_service} {channel} när {body} har fattat ett beslut.",
    "Läs mer om {service} på sidan om {other_service}.",
    "Under {season} har {the_service} öppet {weekday} klockan {time}.",
    "I {place} finns {number} platser för {service}, och fler byggs under {year}.",
    "{Body} {activity} tillsammans med {partner}.",
    "Det är viktigt att {action} innan du skickar in {document}.",
    "Avgiften för {service} är {amount} {per} och betalas mot faktura.",
    "{Committee} beslutade {date} att {the_service} i {place} ska {change}.",
    "Har du frågor om {service}? Kontakta {body} {channel}.", "Enligt {law} måste du {action} {deadline}.",
    "Du kan överklaga beslutet om {service} {deadline} från den dag då du fick det.",
    "När {condition} kan {body} göra ett undantag {deadline}.",
    "{Audience} erbjuds {service} utan kostnad i {place} och {other_place}.",
    "Om {the_service} inte fungerar som den ska felanmäler du det {channel}.",
    "Målet är att {audience} i {place} ska {benefit} senast {year}.",
    "Efter {weeks} kan du följa ärendet om {service} {channel}.",
    "{Body} besöker {place} {weekday} för att {activity_infinitive}.",
    "Tänk på att {document} ska vara undertecknat av {audience}.",
    "Du behöver inte {action} om du redan har {service} i {other_place}.",
    "Mellan {place} och {other_place} {activity} {body} fram till {date}.",
    "Skälet är {reason}, och därför gäller andra regler för {service} än för {other_service}.",
    "Ungefär {number} hushåll i {place} har {service} i dag.",
    "Personal vid {body} har tystnadsplikt enligt {law}.",
    "Genom att {action} hjälper du oss att {activity_infinitive}.",
    "{Committee} tar upp frågan om {service} igen {date} klockan {time}.",
)

# Sentences with a part in another language; the markup stays with the source.
FOREIGN_SENTENCES: tuple[str, ...] = (
    'Informationen om {service} finns även på engelska: <span lang="en">Information in English</span>.',
    'Du kan läsa broschyren <span lang="en">Living in Björkstad</span> om {service}.',
    'Webbplatsen <span lang="de">Willkommen in Björkstad</span> vänder sig till {audience}.',
    'På finska heter {the_service} <span lang="fi">kunnan palvelu</span> och finns i {place}.',
)

ITEMS: tuple[str, ...] = (
    "{document} som visar att {condition}", "{action} {deadline}", "{service} i {place} och {other_place}",
    "{amount} {per} för {audience}", "{weekday} klockan {time}", "uppgift om {reason} om {condition}",
    "{action} {channel} {deadline}", "{number} platser för {service} i {other_place}",
    "{audience} i {other_place}", "{document}, om {condition}", "{document} från {audience}",
    "{body} {activity} i {other_place}", "ett beslut från {committee} {date}",
    "{service} för {audience} i {other_place}", "{document}",
)

CELLS: tuple[str, ...] = (
    "{amount}", "{amount} {per}", "{weekday} {time}", "{number} platser {year}", "{weeks}", "{date}",
    "{place} och {other_place}", "{amount} för {audience}",
)

ROW_HEADS: tuple[str, ...] = (
    "{Service} i {other_place}", "{Audience}", "{Document}", "{Service} {year}",
    "{Audience} i {other_place}", "{Service} {per}", "{Service} under {season}",
)

CAPTIONS: tuple[str, ...] = (
    "Avgifter för {service} {year}", "Öppettider för {service} i {place}",
    "Platser för {service} i {place} {year}",
)

IMAGE_TEXTS: tuple[str, ...] = (
    "Karta över {service} i {place}", "Två medarbetare vid {body} i {place}",
    "Skylt med texten {Service} {year}", "{Audience} på besök i {place} under {season}",
)

SLOTS: dict[str, tuple[str, ...]] = {
    "body": (
        "samhällsbyggnadsförvaltningen", "tekniska förvaltningen", "barn- och utbildningsförvaltningen",
        "socialförvaltningen", "kultur- och fritidsförvaltningen", "miljö- och hälsoskyddskontoret",
        "kommunledningskontoret", "vård- och omsorgsförvaltningen", "överförmyndarkontoret",
        "kontaktcentret",
    ),
    "committee": (
        "kommunfullmäktige", "kommunstyrelsen", "byggnadsnämnden", "socialnämnden", "miljönämnden",
        "skolnämnden", "tekniska nämnden", "kulturnämnden", "äldrenämnden",
    ),
    "audience": (
        "barn och unga", "vårdnadshavare", "fastighetsägare", "föreningar", "företagare", "nyanlända",
        "äldre", "personer med funktionsnedsättning", "studerande", "anhöriga", "hyresgäster",
        "bostadsrättsföreningar", "boende på landsbygden", "personer över 75 år",
        "ungdomar mellan 16 och 19 år",
    ),
    "condition": (
        "du är folkbokförd i kommunen", "fastigheten ligger utanför detaljplan", "du har fyllt 65 år",
        "barnet har fyllt ett år", "du bor längre än fyra kilometer från skolan", "marken är förorenad",
        "inkomsten är lägre än riksnormen", "verksamheten har fler än tio anställda",
        "avståndet är för långt", "du saknar egen bostad", "byggnaden är större än 15 kvadratmeter",
        "du behöver tolk", "flera hushåll delar på kärlet", "du har ett läkarintyg",
        "grannarna har fått yttra sig",
    ),
    "document": (
        "en situationsplan", "ett läkarintyg", "en fullmakt", "ett inkomstintyg",
        "en ritning i skala 1:100", "ett personbevis", "en kontrollplan", "ett hyreskontrakt",
        "en tidsplan", "ett årsmötesprotokoll", "en verksamhetsberättelse", "ett anställningsavtal",
        "en skiss över tomten", "ett registreringsbevis",
    ),
    "action": (
        "anmäla ändrad inkomst", "lämna en skriftlig anmälan", "boka en tid", "kontakta grannarna",
        "betala avgiften", "läsa igenom villkoren", "fylla i blanketten", "lämna ett samtycke",
        "märka ut ledningar", "sortera avfallet", "uppdatera dina uppgifter", "bifoga alla handlingar",
        "visa legitimation",
    ),
    "activity": (
        "bygger ut ledningsnätet", "ordnar informationsträffar", "utreder nya arbetssätt", "planterar träd",
        "rustar upp lokalerna", "kontrollerar vattenkvaliteten", "inventerar behoven",
        "söker nya medarbetare", "förbereder nästa läsår", "tar fram en handlingsplan",
        "ser över belysningen",
    ),
    "activity_infinitive": (
        "bygga ut ledningsnätet", "svara på frågor", "mäta trafiken", "förbättra tillgängligheten",
        "kontrollera vattenkvaliteten", "planera nästa år", "ta emot synpunkter", "minska köerna",
        "använda skattepengarna bättre", "spara energi",
    ),
    "benefit": (
        "ha tillgång till bredband", "kunna resa tryggt", "få plats inom fyra månader",
        "sortera ut matavfallet", "ha nära till en park", "kunna sköta sina ärenden digitalt",
        "mötas av personal som kan teckenspråk",
    ),
    "change": (
        "byggas ut", "flytta till nya lokaler", "öppna tidigare på morgonen", "bli avgiftsfri för unga",
        "samordnas med regionen", "upphandlas på nytt", "utvärderas under hösten", "stänga för renovering",
    ),
    "partner": (
        "Region Björkdalen", "länsstyrelsen", "lokala föreningar", "grannkommunerna",
        "fastighetsägare i centrum", "högskolan", "byalagen", "polisen och räddningstjänsten",
        "näringslivet", "pensionärsorganisationerna",
    ),
    "reason": (
        "avgiftsbefrielse", "dispens", "hjälp", "ersättning", "särskilda skäl", "brist på lokaler",
        "ett ökat behov", "en ny lag", "säkerheten på platsen", "hänsyn till naturvärden",
    ),
    "law": (
        "plan- och bygglagen", "socialtjänstlagen", "skollagen", "miljöbalken", "förvaltningslagen",
        "kommunallagen", "livsmedelslagen", "offentlighets- och sekretesslagen", "vattentjänstlagen",
    ),
    "channel": (
        "i e-tjänsten", "med e-post", "per telefon", "i kontaktcentret", "med brev", "på Mina sidor",
        "genom en blankett", "vid ett personligt besök",
    ),
    "per": (
        "per år", "per månad", "per gång", "per hushåll", "per timme", "per person", "per kvadratmeter",
    ),
    "frequency": ("varje månad", "två gånger per år", "vid nästa sammanträde", "löpande under året"),
    "season": (
        "sommaren", "vintern", "höstlovet", "sportlovet", "påsken", "jul och nyår", "våren", "hösten",
    ),
    "weekday": (
        "måndag till fredag", "måndag och onsdag", "tisdag och torsdag", "varje vardag",
        "lördag och söndag", "den första torsdagen i månaden", "varannan fredag",
    ),
    "month": (
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
        "november", "december",
    ),
    "count": ("två", "tre", "fyra", "fem", "sex", "åtta", "tio", "tolv"),
    "unit_of_time": ("veckor", "arbetsdagar", "månader"),
}

EXTERNAL_LINKS: tuple[str, ...] = (
    "https://www.boverket.example/lov", "https://www.skolverket.example/regler?kommun=2400&amp;sida=3",
    "https://www.naturvardsverket.example/avfall", "https://www.konsumentverket.example/",
    "https://karta.bjorkstad.example/#karta", "https://etjanster.bjorkstad.example/start",
)

FIRST_NAMES: tuple[str, ...] = (
    "Anna", "Erik", "Maria", "Lars", "Karin", "Johan", "Sara", "Ali", "Eva", "Mikael", "Fatima", "Nils",
    "Åsa", "Omar",
)

LAST_NAMES: tuple[str, ...] = (
    "Ekdal", "Sjöholm", "Björkgren", "Rönnås", "Hasselvik", "Tallberg", "Kvarnö", "Strömnäs", "Askgärde",
    "Almbacka",
)

ROLES: tuple[str, ...] = (
    "Handläggare", "Samordnare", "Enhetschef", "Kommunikatör", "Planarkitekt", "Inspektör", "Rektor",
    "Verksamhetschef",
)

UNITS: tuple[str, ...] = (
    "Bygglov", "Avfall", "Trafik", "Skola", "Kultur", "Omsorg", "Näringsliv", "Kansli",
)
