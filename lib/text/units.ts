/** How units are written, by what they mean. Signs and words, most common languages. */
const money: Readonly<Record<string, string>> = {
  usd: "$ US$ USD dollar dollars Dollar dólar dólares dollari",
  eur: "€ EUR euro euros Euro Euros",
  gbp: "£ GBP",
  jpy: "¥ JPY 円 yen Yen",
  cny: "CNY RMB 元 yuan",
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

/** Powers of ten that words after a number stand for. */
const scales: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  tausend: 3,
  Tausend: 3,
  mille: 3,
  mil: 3,
  тысяч: 3,
  "тыс.": 3,
  千: 3,
  천: 3,
  万: 4,
  萬: 4,
  만: 4,
  million: 6,
  millions: 6,
  Million: 6,
  Millionen: 6,
  "Mio.": 6,
  Mio: 6,
  millón: 6,
  millones: 6,
  milioni: 6,
  milione: 6,
  milhão: 6,
  milhões: 6,
  miljoen: 6,
  млн: 6,
  миллионов: 6,
  mn: 6,
  亿: 8,
  億: 8,
  억: 8,
  billion: 9,
  billions: 9,
  bn: 9,
  Milliarde: 9,
  Milliarden: 9,
  "Mrd.": 9,
  Mrd: 9,
  milliard: 9,
  milliards: 9,
  miliardi: 9,
  miljard: 9,
  млрд: 9,
  миллиардов: 9,
  trillion: 12,
  Billion: 12,
  Billionen: 12,
};

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

/** The power of ten that a word after a number stands for, 0 for none. */
export function readScale(word: string | undefined): number {
  return scales[word ?? ""] ?? 0;
}

/** What may stand before a number, after it, and between the two, as parts of a pattern. */
export const unitPatterns = {
  before: oneOf([...moneyByForm.keys()].filter((form) => /\p{Sc}|^[A-Z]{3}$|^Rs/u.test(form))),
  after: oneOf([...moneyByForm.keys(), ...measureByForm.keys()]),
  scale: oneOf(Object.keys(scales)),
};

function oneOf(forms: readonly string[]): string {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return longestFirst.map((form) => form.replace(/[.$/]/g, "\\$&").replace(" ", "\\s")).join("|");
}
