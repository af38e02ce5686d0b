/** Ways to write the same country or continent, and its people, each a row. Lower case. */
const rows =
  "us usa america american americans united-states, uk britain british united-kingdom great-britain, france french, spain spanish, " +
  "netherlands dutch holland, greece greek greeks, denmark danish danes, switzerland swiss, poland polish poles, wales welsh, " +
  "ireland irish, sweden swedish swedes, finland finnish finns, norway norwegian norwegians, turkey turkish turkiye turks, " +
  "germany german germans, china chinese, eu european-union europe european europeans, un united-nations, russia russian russians, " +
  "thailand thai, iraq iraqi, israel israeli israelis, ukraine ukrainian ukrainians, england english, scotland scottish scots, " +
  "italy italian italians, portugal portuguese, belgium belgian, austria austrian, hungary hungarian, czechia czech czechs czech-republic, " +
  "slovakia slovak, romania romanian, bulgaria bulgarian, serbia serbian, croatia croatian, slovenia slovenian, estonia estonian, " +
  "latvia latvian, lithuania lithuanian, iceland icelandic, japan japanese, korea korean, vietnam vietnamese, india indian, " +
  "pakistan pakistani, indonesia indonesian, philippines filipino, australia australian, new-zealand, canada canadian, mexico mexican, " +
  "brazil brazilian, argentina argentine argentinian, chile chilean, peru peruvian, colombia colombian, egypt egyptian, morocco moroccan, " +
  "nigeria nigerian, kenya kenyan, ethiopia ethiopian, south-africa, iran iranian, saudi-arabia saudi, syria syrian, lebanon lebanese, " +
  "asia asian, africa african, deutschland deutsche deutschen deutscher, frankreich französisch französische, österreich österreichisch, " +
  "schweiz schweizer, italien italienisch, spanien spanisch, polen polnisch, russland russisch, europa europäisch europäische, " +
  "espagne espagnol, allemagne allemand, italie italien, suisse, angleterre anglais, russie russe, chine chinois, " +
  "españa español, francia francés, alemania alemán, italia italiano, rusia ruso, china chino";

const namesOf = new Map<string, readonly string[]>(
  rows.split(", ").flatMap((row) => {
    const names = row.split(" ");
    return names.map((name): [string, readonly string[]] => [name, names]);
  }),
);

/** All ways to write a country, its own among them; none for what is no country. */
export function countryNames(name: string): readonly string[] {
  return namesOf.get(name) ?? [];
}
