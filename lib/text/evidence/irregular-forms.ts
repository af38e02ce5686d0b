/** English forms that no suffix tells, by the word that they are forms of. Without "be" and "have". */
const rows =
  "arise arose arisen, beat beaten, become became, begin began begun, bite bit bitten, bleed bled, blow blew blown, " +
  "break broke broken, bring brought, build built, buy bought, catch caught, choose chose chosen, " +
  "come came, deal dealt, die died dying dead death deaths dies, draw drew drawn, drink drank drunk, drive drove driven, " +
  "eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fly flew flown, " +
  "forbid forbade forbidden, forget forgot forgotten, freeze froze frozen, get got gotten, give gave given, " +
  "go went gone, grow grew grown growth, hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, " +
  "lay laid, lead led, leave left, lend lent, lie lay lain, lose lost loss losses, make made, mean meant, meet met, " +
  "pay paid, prove proven, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, " +
  "seek sought, sell sold sale sales, send sent, shake shook shaken, shoot shot shooting, shrink shrank shrunk, sing sang sung song, " +
  "sink sank sunk, sit sat, sleep slept, speak spoke spoken speech, spend spent, stand stood, steal stole stolen, " +
  "stick stuck, strike struck stricken, swear swore sworn, swim swam swum, take took taken, teach taught, tear tore torn, " +
  "tell told, think thought, throw threw thrown, understand understood, wake woke woken, wear wore worn, win won, " +
  "write wrote written, breed bred, creep crept, dig dug, forgive forgave forgiven, leap leapt, learn learnt, " +
  "light lit, overcome overcame, shine shone, slide slid, spin spun, spring sprang sprung, sweep swept, swing swung, weave wove woven, weep wept, withdraw withdrew withdrawn withdrawal, undergo underwent undergone, overtake overtook overtaken, " +
  "man men, woman women, child children, person people persons, foot feet, tooth teeth, mouse mice, life lives, wife wives, " +
  "analyse analysis analyses analyze analyzed, marry marriage married, arrive arrival, refuse refusal, approve approval, " +
  "propose proposal, decide decision decisions, conclude conclusion, collide collision, divide division, expand expansion, " +
  "explode explosion, invade invasion, permit permission, admit admission, reduce reduction reductions, destroy destruction, " +
  "describe description, receive receipt, succeed success successful, sign signature, weigh weight, high height higher highest, " +
  "long length longer longest, strong strength stronger, deep depth deeper, wide width wider, heavy heavier heaviest, big bigger biggest, " +
  "hot hotter heat, apply application applications applicant, vary variety various, choose choice choices, fail failure failures, " +
  "resign resignation, lose loser, defend defence defense, think thinking, grow growing, respond response, advise advice";

/** The word that an English form belongs to, both in lower case. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  rows.split(", ").flatMap((row) => {
    const [word = "", ...forms] = row.split(" ");
    return forms.map((form): [string, string] => [form, word]);
  }),
);
