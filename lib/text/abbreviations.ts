/** What a full stop may mean in one language besides the end of a sentence. Words without the stop. */
export interface StopHabits {
  /** Never last in a sentence: a title before a name, "e.g.". */
  inner: ReadonlySet<string>;
  /** May be last; a capital after them ends the sentence only if it begins a `starters` word. */
  either: ReadonlySet<string>;
  /** Abbreviations only before a number: "No. 5". */
  beforeNumber: ReadonlySet<string>;
  /** Frequent first words of sentences, the evidence that a doubtful stop was an end. */
  starters: ReadonlySet<string>;
  /** Whether "3." is how the language writes "3rd". */
  hasDottedOrdinals: boolean;
}

type Row = [inner: string, either: string, beforeNumber: string, starters: string];

const anywhere: Row = ["mr mrs ms dr prof st", "inc ltd co corp vs", "no nr fig p pp vol", ""];

const rows: Readonly<Record<string, Row>> = {
  en: [
    "messrs mx hon rev fr gen col lt sgt capt cpl cmdr adm gov sen rep pres supt jr-sr e.g i.e cf viz approx mt ft",
    "jr sr esq bros dept est al a.m p.m u.s u.k u.n e.u d.c ph.d jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ave blvd rd",
    "nos figs eq eqs sec secs ch chap art arts par para ver v ca c",
    "The A An He She It They We I You This That These Those In On At But And So For If When While After Before As There His Her Its Their Our My However Then Now What Why How Not No One Some Many Most With By From To Since Although",
  ],
  de: [
    "hr fr frl hrn dipl ing geb gest bzgl ggf vgl inkl exkl sog evtl ca z.b d.h u.a i.d.r v.a m.e bspw insb max min mind prof zzgl u.ä dgl str",
    "usw bzw u.s.w jh jhd mio mrd tsd etc gmbh ag verf jan feb febr apr aug sept okt nov dez",
    "abs art s bd kap abb tab anm ziff rn lit hs str tel",
    "Der Die Das Ein Eine Er Sie Es Wir Ich Ihr Dies Diese Dieser Dieses In Im Am An Auf Aber Und Doch Wenn Als Nach Vor Mit Seit Bei Zu Für So Da Dann Dort Hier Auch Nicht Man Was Wer Wie Danach Dazu Damit Deshalb",
  ],
  fr: [
    "m mm mme mmes mlle mlles me mgr dr pr ste env av apr cf p.ex c.-à-d boul éd",
    "cie janv févr avr juil sept oct nov déc j.-c",
    "art chap t vol al n fig tél",
    "Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cette Ces Cet En Dans Mais Et Or Pour Par Avec Après Avant Depuis Quand Si Comme Son Sa Ses Leur À Au Aux C'est L'on",
  ],
  es: [
    "sr sra sres srta d dña ud uds gral dra lic ing pbro av avda cf p.ej ej dpto aprox",
    "ee.uu s.a c.v ene feb abr jun jul ago sept oct nov dic a.c d.c cía",
    "núm art cap pág págs n.º n.o vol tel",
    "El La Los Las Un Una Unos Él Ella Ellos Yo Este Esta Esto En Con Por Para Pero Y Si Cuando Como No Se Su Sus Al Del Tras Desde Hasta Hay Es Según",
  ],
  it: [
    "sig sigg dott ing avv on prof.ssa dott.ssa sig.ra sig.na geom rag arch ecc-mo p.es es",
    "s.p.a s.r.l a.c d.c gen feb mar apr mag giu lug ago sett ott nov dic",
    "art pag pagg cap num tel n",
    "Il Lo La I Gli Le Un Una Uno È Non Ma E In Con Per Se Quando Come Questo Questa Nel Nella Dopo Prima Da Si Anche",
  ],
  pt: [
    "sr sra srs sras srta dr dra d exmo exma prof profa eng av gal cap ex p.ex aprox",
    "s.a ltda jan fev abr mai jun jul ago set out nov dez a.c d.c e.u.a eua",
    "n.º pág págs art vol núm tel",
    "O A Os As Um Uma Ele Ela Eles Eu Este Esta Isto Em No Na Com Por Para Mas E Se Quando Como Não Seu Sua Ao Após Desde Segundo",
  ],
  nl: [
    "dhr mevr mw drs ir ing mr dr prof bijv bv o.a d.w.z m.b.t t.a.v i.p.v vgl ca resp jl mgr z.g",
    "e.d n.v b.v jan feb mrt apr jun jul aug sept okt nov dec",
    "blz art nr afb hfst tel",
    "De Het Een Hij Zij Ze Wij We Ik Dit Dat Deze Die In Op Maar En Als Na Voor Met Door Er Toen Ook Niet Om Sinds",
  ],
  pl: [
    "p pp pani dr hab inż mgr prof św ks gen płk im ul al np tj tzn tzw m.in ok pt por ps wg godz",
    "itd itp r w z.o.o sp zł tys mln mld",
    "nr str art ust poz pkt s t",
    "To Ten Ta Te On Ona Oni Ja My W We Na Z Ze Po Od Do Dla Ale I A Jeśli Gdy Kiedy Jak Nie Jest Są Był Było Tak Już Jego Jej",
  ],
  ru: [
    "г-н г-жа им ул пр просп пер акад проф доц ген полк св т.е т.к т.н т.о напр ср см др-ра о",
    "др пр т.д т.п г гг в вв руб коп тыс млн млрд ред изд н.э",
    "стр рис табл гл п пп ст №",
    "В Во На И Но А Он Она Оно Они Мы Я Это Этот Эта Эти Не По С Со К Из От За Для Как Когда Если Что Так Там После До При Его Её Их Потом Затем",
  ],
  cs: [
    "p pí ing mgr bc mudr judr phdr doc prof sv tzv např tj resp popř cca ul",
    "atd apod r",
    "č str čl odst",
    "",
  ],
  sv: [
    "t.ex bl.a d.v.s dvs s.k ca f.d kl prof dr",
    "osv m.m m.fl",
    "nr s kap",
    "Den Det De En Ett Han Hon Vi Jag I På Men Och Om När Efter Med För Som Denna Detta",
  ],
  da: [
    "f.eks bl.a dvs ca hr fr prof dr kl pga",
    "osv m.m m.v mv",
    "nr s kap stk",
    "Den Det De En Et Han Hun Vi Jeg I På Men Og Hvis Da Efter Med For Som Denne Dette",
  ],
  nb: [
    "f.eks bl.a dvs ca hr fr prof dr kl pga",
    "osv m.m mv",
    "nr s kap",
    "Den Det De En Et Han Hun Vi Jeg I På Men Og Hvis Da Etter Med For Som Denne Dette",
  ],
  fi: [
    "esim ts mm ns ko prof tri n",
    "jne yms ym",
    "s nro",
    "Hän He Se Ne Tämä Nämä Mutta Ja Kun Jos Myös",
  ],
  hu: ["pl ún ill kb dr ifj özv id", "stb", "sz old", "A Az Egy Ez És De Ha Nem Hogy"],
  tr: [
    "dr prof doç av sn örn bkz yrd alb",
    "vb vs a.ş ltd şti",
    "no s",
    "Bu Bir Ve Ama Şu O Ancak Daha",
  ],
  hi: ["डॉ श्री पं प्रो सु.श्री मो", "", "", ""],
  el: [
    "κ κα κος π.χ δηλ βλ καθ αγ",
    "κ.λπ κ.ά κλπ μ.χ π.χρ",
    "αρ σελ",
    "Ο Η Το Οι Τα Και Αλλά Στο Στη Στην Αυτό",
  ],
};

const ordinalLanguages = new Set([
  "de",
  "cs",
  "sk",
  "pl",
  "da",
  "nb",
  "fi",
  "hu",
  "sl",
  "hr",
  "sr",
  "bs",
  "et",
  "lv",
  "tr",
]);

const cache = new Map<string, StopHabits>();

/** What the stop may mean in a language; a language without a row gets what holds almost anywhere. */
export function stopHabitsOf(language: string | null): StopHabits {
  const base = baseLanguage(language) ?? "en";
  const known = cache.get(base);
  if (known) return known;
  const habits = readRow(base);
  cache.set(base, habits);
  return habits;
}

/** The first part of a BCP 47 tag, in lower case: "pt" of "pt-BR". */
export function baseLanguage(tag: string | null): string | null {
  const base = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (!base) return null;
  return base === "no" || base === "nn" ? "nb" : base;
}

function readRow(language: string): StopHabits {
  const row = rows[language] ?? ["", "", "", ""];
  const column = (index: 0 | 1 | 2 | 3) =>
    new Set(`${anywhere[index]} ${row[index]}`.split(" ").filter(Boolean));
  return {
    inner: column(0),
    either: column(1),
    beforeNumber: column(2),
    starters: column(3),
    hasDottedOrdinals: ordinalLanguages.has(language),
  };
}
