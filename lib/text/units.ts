/** How units are written, by what they mean. Signs and words, most common languages. */
const money: Readonly<Record<string, string>> = {
  usd: "$ US$ USD dollar dollars Dollar dólar dólares dollari доллар доллара долларов 美元 ドル 달러",
  eur: "€ EUR euro euros Euro Euros евро євро 欧元 ユーロ 유로",
  gbp: "£ GBP 英镑 ポンド 파운드",
  jpy: "¥ JPY 円 日元 엔 yen Yen",
  cny: "CNY RMB 元 人民币 yuan",
  chf: "CHF Fr. francs Franken franchi",
  inr: "₹ INR Rs Rs. rupees",
  rub: "₽ RUB руб рублей рубля рубль",
  pln: "zł PLN złotych",
  krw: "₩ KRW 원",
  brl: "R$ BRL reais",
  try: "₺ TRY TL",
  uah: "₴ UAH грн",
  cad: "C$ CAD",
  aud: "A$ AUD",
  cent: "¢ cent cents Cent",
  sek: "SEK",
  nok: "NOK",
  dkk: "DKK",
  percent:
    "% ％ ٪ percent per␣cent pct Prozent pour␣cent por␣ciento per␣cento por␣cento procent процентов процента",
  permille: "‰ Promille",
};

const measures: Readonly<Record<string, string>> = {
  kg: "kg kilogram kilograms kilogramme kilogrammes Kilogramm kilo kilos Kilo кг",
  g: "g gram grams gramme grammes Gramm gramos г",
  mg: "mg",
  t: "t tonne tonnes tons Tonnen",
  lb: "lb lbs pound pounds",
  oz: "oz ounce ounces",
  km: "km kilometre kilometres kilometer kilometers Kilometer kilomètres kilómetros км",
  m: "m metre metres meter meters Meter mètres metros metri м",
  cm: "cm centimetres centimeters Zentimeter см",
  mm: "mm millimetres millimeters Millimeter мм",
  mi: "mi mile miles Meilen",
  ft: "ft feet foot",
  in: "inch inches Zoll",
  l: "l L litre litres liter liters Liter litros л",
  ml: "ml mL",
  kmh: "km/h kph",
  mph: "mph",
  celsius: "°C ℃",
  fahrenheit: "°F",
  degree: "°",
  kwh: "kWh",
  kw: "kW",
  mb: "MB",
  gb: "GB",
  tb: "TB",
  kb: "kB KB",
  mhz: "MHz",
  ghz: "GHz",
  hz: "Hz",
  px: "px pixels",
  second: "s sec second seconds Sekunde Sekunden secondes segundos",
  minute: "min mins minute minutes Minute Minuten minutos minuti",
  hour: "hr hrs hour hours Stunde Stunden heure heures hora horas ore",
  day: "day days Tag Tage Tagen jour jours día días giorni dias",
  week: "week weeks Woche Wochen semaine semaines semana semanas settimane",
  month: "month months Monat Monate Monaten mois mes meses mesi",
  year: "year years Jahr Jahre Jahren an ans année années año años anni anos",
};

/** The words after a number that stand for a power of ten. */
const scales: Readonly<Record<number, string>> = {
  3:
    "k thousand tausend Tausend Tsd. mille mil duizend tusen tusind tisíc tysięcy tuhatta ezer ribu " +
    "nghìn тысяча тысячи тысяч тыс. тисяча тисячі тисяч हज़ार हजार ألف آلاف 千 천",
  4: "万 萬 만",
  5: "lakh लाख",
  6:
    "million millions Million Millionen Mio. Mio millón millones milioni milione milhão milhões " +
    "miljoen miljon miljoner millioner milion miliony milionů milionów miljoona miljoonaa millió " +
    "milyon juta triệu mln mn млн миллион миллиона миллионов мільйон мільйони мільйонів مليون " +
    "ملايين 百万 백만",
  7: "crore करोड़ 千万 천만",
  8: "亿 億 억",
  9:
    "billion billions bn Milliarde Milliarden Mrd. Mrd milliard milliards miliardi miljard miljarder " +
    "milliarder miliard miliarda miliardy miliardů miliardów miljardi miljardia milliárd milyar " +
    "miliar tỷ mil␣millones mil␣milhões bilhão bilhões mld млрд миллиард миллиарда миллиардов " +
    "мільярд мільярди мільярдів مليار مليارات 十亿 十億 십억",
  12: "trillion Billion Billionen",
};

const scaleByForm = new Map(
  Object.entries(scales).flatMap(([power, forms]) =>
    forms.split(" ").map((form): [string, number] => [form.replaceAll("␣", " "), Number(power)]),
  ),
);
const moneyByForm = byForm(money);
const measureByForm = byForm(measures);

function byForm(units: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(units).flatMap(([unit, forms]) =>
      forms.split(" ").map((form): [string, string] => [form.replaceAll("␣", " "), unit]),
    ),
  );
}

/** What a written unit means; whether it is one of money or per cent, which may never be lost. */
export function readUnit(form: string): { unit: string; isStrict: boolean } {
  const written = form.replace(/\s+/g, " ");
  const strict = moneyByForm.get(written);
  return { unit: strict ?? measureByForm.get(written) ?? written, isStrict: strict !== undefined };
}

/** Letters that stand for a power of ten after money only, as in "$74m": 74 m are metres. */
const moneyScales: Readonly<Record<string, number>> = { m: 6, M: 6, b: 9, B: 9 };

/** The power of ten that a word after a number stands for, 0 for none. */
export function readScale(word: string | undefined): number {
  const form = word?.replace(/\s+/g, " ") ?? "";
  return scaleByForm.get(form) ?? moneyScales[form] ?? 0;
}

/** What may stand before a number, after it, and between the two, as parts of a pattern. */
export const unitPatterns = {
  before: oneOf([...moneyByForm.keys()].filter((form) => /\p{Sc}|^[A-Z]{3}$|^Rs/u.test(form))),
  after: oneOf([...moneyByForm.keys(), ...measureByForm.keys()]),
  scale: oneOf([...scaleByForm.keys()]),
  moneyScale: oneOf(Object.keys(moneyScales)),
};

function oneOf(forms: readonly string[]): string {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return longestFirst.map((form) => form.replace(/[.$/]/g, "\\$&").replace(" ", "\\s")).join("|");
}
