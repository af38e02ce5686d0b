import { baseLanguage } from "../abbreviations.ts";

/** Words of a language that turn or weaken what is said. Lower case. */
export interface PolarityWords {
  /** Say that something is not. */
  negators: ReadonlySet<string>;
  /** Deny by their meaning, as "refused to". */
  deniers: ReadonlySet<string>;
  /** Deny the verb that follows them after "to", as "refused". */
  refusers: ReadonlySet<string>;
  /** "To", in other languages "de" and the like. */
  infinitiveMarks: ReadonlySet<string>;
  /** Say that something is only possible. */
  hedges: ReadonlySet<string>;
  /** Leave open in any other way whether it is so. */
  softeners: ReadonlySet<string>;
}

type PolarityRow = readonly [string, string, string, string];

const rows: Readonly<Record<string, PolarityRow>> = {
  en: [
    "not no non never nobody none nothing neither nor nowhere cannot don't didn't doesn't isn't wasn't aren't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't needn't mustn't",
    "yet without fail fails failed failing failure refuse refuses refused refusing refusal deny denies denied denying reject rejects rejected rejecting lack lacks lacked lacking unable avoid avoids avoided prevent prevents prevented stop stopped few little hardly barely rarely seldom unlikely unsuccessful unsuccessfully absent absence free exempt ban banned forbid forbidden prohibited rule ruled decline declined doubt doubts doubted miss misses missed missing despite impossible unaware unknown unclear undecided unchanged unhurt unharmed instead rather against ignore ignores ignored ignoring neglect neglected overlook overlooked forget forgot forgotten unwilling reluctant only ended halt halted cease ceased stops stopping cancel cancelled canceled scrap scrapped drop dropped voluntary optional exclude excludes excluded excluding exception except leave abandon abandoned withdraw withdrew withdrawn unnecessary shut closed unsafe disabled close leaving less limited object objects objected objecting objection irreversible",
    "may might could maybe perhaps possibly probably consider considers considered considering",
    "may might could can maybe perhaps possible possibly possibility probable probably likely unlikely potential potentially consider considers considered considering expected expect expects feared fear fears thought believed believe believes suggest suggests suggested suspected suspect doubt doubts doubtful risk risks hope hopes hoped would should if whether allowed permitted able appear appears seem seems seemed estimated aim aims threaten threatened chance not never set plan plans planned",
  ],
  de: [
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder nirgends",
    "ohne ablehnen lehnt lehnte abgelehnt verweigert verweigerte verboten geschlossen verzichten verzichtet scheitert scheiterte gescheitert kaum fehlt fehlen einzige einziger einziges statt sondern gegen",
    "könnte könnten dürfte dürften möglicherweise vielleicht vermutlich womöglich eventuell",
    "könnte könnten kann können dürfte dürften mag möglicherweise vielleicht vermutlich womöglich wohl eventuell offenbar soll sollen sollte sollten würde würden möglich wahrscheinlich befürchtet fürchtet fürchten droht drohen erwartet hofft hoffen falls ob wenn plant planen will wollen",
  ],
  fr: [
    "pas jamais aucun aucune ne n personne rien ni nul nulle",
    "sans complet épuisé gratuit gratuite gratuits gratuites refuse refusé rejeté rejette échoué échoue interdit fermé fermée manque évité éviter faute seul seule contre",
    "pourrait pourraient peut-être probablement éventuellement",
    "pourrait pourraient peut peuvent être probablement éventuellement possible risque risquent devrait devraient si envisage craint craignent espère prévoit prévoient serait seraient",
  ],
  es: [
    "no nunca jamás ningún ninguna ninguno nadie nada ni tampoco",
    "sin rechaza rechazó rechazado niega negó prohibido prohibió prohibirá prohíbe cerrado cerrada falta fracasó evitar único única contra",
    "podría podrían quizá quizás posiblemente probablemente",
    "podría podrían puede pueden quizá quizás posible posiblemente probablemente riesgo debería si prevé espera teme sería serían",
  ],
  it: [
    "non mai nessun nessuno nessuna niente nulla né",
    "senza rifiuta rifiutato respinto vietato chiuso chiusa manca",
    "potrebbe potrebbero forse probabilmente",
    "potrebbe potrebbero può possono forse probabilmente possibile rischia dovrebbe se",
  ],
  pt: [
    "não nunca jamais nenhum nenhuma ninguém nada nem",
    "sem fechado fechada recusa recusou rejeitou proibido falta",
    "poderia poderiam pode podem talvez provavelmente",
    "poderia poderiam pode podem talvez provavelmente possível deveria se",
  ],
  nl: [
    "niet geen nooit niemand niets nergens",
    "zonder weigert weigerde verboden gesloten dicht afgewezen mislukt",
    "kunnen zou zouden misschien mogelijk wellicht",
    "kan kunnen zou zouden misschien mogelijk wellicht waarschijnlijk",
  ],
};

/** Verbs that deny the one after them, and what stands between the two. */
const refusers: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    "refuse refuses refused refusing refusal fail fails failed failing failure decline declines declined declining unable unwilling",
    "to",
  ],
  fr: ["refuse refusent refusé refusa", "de d"],
  es: ["niega niegan negó negaron rehúsa rehusó", "a"],
  it: ["rifiuta rifiutano rifiutato", "di"],
  pt: ["recusa recusam recusou recusaram", "a"],
  nl: ["weigert weigeren weigerde weigerden", "te om"],
};

const cache = new Map<string, PolarityWords | null>();

/** The words of a language, or null where they are not listed; English when it is not known. */
export function polarityWordsOf(language: string | null): PolarityWords | null {
  const base = baseLanguage(language) ?? "en";
  const known = cache.get(base);
  if (known !== undefined) return known;
  const row = rows[base];
  const words = row ? readRow(row, refusers[base]) : null;
  cache.set(base, words);
  return words;
}

function readRow(
  row: PolarityRow,
  [refusing, marks]: readonly [string, string] = ["", ""],
): PolarityWords {
  const [negators, deniers, hedges, softeners] = row;
  const setOf = (words: string) => new Set(words.split(" "));
  return {
    negators: setOf(negators),
    deniers: setOf(deniers),
    refusers: setOf(refusing),
    infinitiveMarks: setOf(marks),
    hedges: setOf(hedges),
    softeners: setOf(softeners),
  };
}
