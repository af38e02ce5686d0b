import { baseLanguage } from "../abbreviations.ts";
import { stemOf } from "./stem.ts";

/** Words that fit any matter, so that a summary may use them where the page does not. Lower case. */
const rows: Readonly<Record<string, string>> = {
  en:
    "go come get give put keep let leave turn bring set hold show seem look become remain stay begin start end continue happen use need want try help work " +
    "call ask tell know think believe feel find see hear mean move change run allow cause involve include contain require provide offer add receive follow lead " +
    "serve deal apply relate concern affect depend consider expect intend decide hope wish agree claim state note explain describe mention warn argue " +
    "people person anyone anybody someone somebody everyone everybody nobody something anything everything nothing thing way part piece kind sort type " +
    "number amount level size share total rest lot bit group member place area site side case matter issue question problem reason result effect fact idea " +
    "point example time day week month year decade century period moment date course process step stage job role plan aim purpose decision action situation " +
    "condition position form name word list order author writer article text report source good bad better best worse great big large small little long " +
    "short high low new old early late next previous former final main major key important certain sure likely possible available different similar own " +
    "whole full entire several various far near close closer back away ahead beyond together soon recently recent currently later ago yet already almost " +
    "nearly around mainly mostly largely partly often usually sometimes ever especially particularly additionally overall generally originally eventually " +
    "initially finally instead despite due therefore meanwhile otherwise too properly fairly simply really quickly easily greatly",
  de:
    "gehen geht ging kommen kommt geben gibt gab stehen steht lassen lässt bleiben bleibt machen macht tun halten hält bringen finden zeigen heißen nennen sehen " +
    "nehmen nutzen brauchen helfen arbeiten beginnen ändern führen enthalten gelten betreffen erklären mensch menschen leute person sache ding teil art " +
    "weise zahl menge gruppe ort gebiet gegend fall frage problem grund folge ergebnis zeit tag woche monat jahr jahrzehnt plan ziel gut schlecht besser " +
    "bessere groß klein lang kurz hoch niedrig neu alt früh spät wichtig sicher möglich verschieden ähnlich eigen ganz mehrere viele wenige weit nah lieber " +
    "bald kürzlich zuletzt derzeit später inzwischen bereits fast meist oft besonders insgesamt zunächst schließlich straks",
  fr:
    "aller va vont venir vient mettre prendre donner laisser rester devenir tenir trouver montrer voir vouloir voulu savoir devoir falloir utiliser servir " +
    "aider travailler commencer continuer changer permettre contenir gens personne personnes chose partie sorte type nombre quantité groupe endroit lieu " +
    "zone cas question problème raison cause effet résultat fait temps jour semaine mois an année décennie période moment plan but bon mauvais meilleur " +
    "grand petit long court haut bas nouveau ancien premier dernier prochain important certain possible différent propre entier plusieurs beaucoup peu loin " +
    "près bientôt récemment actuellement ensuite presque souvent surtout finalement charge toujours",
  es:
    "ir va van venir viene poner dar dejar quedar quedará seguir tener tiene tienen llevar encontrar mostrar ver querer saber deber usar servir ayudar trabajar " +
    "empezar continuar cambiar permitir contener gente persona personas cosa parte tipo número cantidad grupo lugar zona caso cuestión problema razón causa " +
    "efecto resultado hecho tiempo vez día semana mes meses año década periodo momento plan fin bueno malo mejor grande pequeño largo corto alto bajo nuevo " +
    "viejo primero último próximo importante cierto posible diferente propio entero varios muchos poco lejos cerca pronto actualmente después casi tarde",
  it:
    "andare va vanno venire viene mettere prendere dare lasciare restare diventare tenere trovare mostrare vedere volere sapere dovere usare servire aiutare " +
    "lavorare cominciare continuare cambiare permettere contenere gente persona persone cosa parte tipo numero quantità gruppo posto luogo zona caso questione " +
    "problema ragione causa effetto risultato fatto tempo volta giorno settimana mese anno decennio periodo momento piano scopo buono cattivo migliore grande " +
    "piccolo lungo corto alto basso nuovo vecchio primo ultimo prossimo importante certo possibile diverso proprio intero molti poco lontano vicino presto",
  pt:
    "ir vai vão vir vem pôr dar deixar ficar seguir ter levar encontrar mostrar ver querer saber dever usar servir ajudar trabalhar começar continuar mudar " +
    "permitir conter gente pessoa pessoas coisa parte tipo número quantidade grupo lugar zona caso questão problema razão causa efeito resultado facto tempo " +
    "vez dia semana mês ano década período momento plano fim bom mau melhor grande pequeno longo curto alto baixo novo velho primeiro último próximo importante " +
    "certo possível diferente próprio inteiro vários muitos pouco longe perto breve",
  nl:
    "gaan gaat komen komt geven geeft staan staat laten blijven blijft maken doen houden brengen vinden tonen noemen zien nemen gebruiken gebruikt helpen werken " +
    "beginnen veranderen bevatten gelden mens mensen persoon zaak ding deel soort aantal hoeveelheid groep plaats plek gebied geval vraag probleem reden gevolg " +
    "resultaat tijd dag week maand jaar plan doel goed slecht beter groot klein lang kort hoog laag nieuw oud vroeg laat belangrijk zeker mogelijk verschillend " +
    "eigen heel enkele veel weinig ver dichtbij binnenkort onlangs later bijna vaak ongeveer straks",
};

const cache = new Map<string, ReadonlySet<string>>();

/** Whether a word, by its stem, fits any matter. */
export function isGeneral(stem: string, language: string | null): boolean {
  return stemsOf(baseLanguage(language) ?? "en").has(stem);
}

function stemsOf(language: string): ReadonlySet<string> {
  const known = cache.get(language);
  if (known) return known;
  const stems = new Set((rows[language] ?? "").split(" ").map((word) => stemOf(word, language)));
  cache.set(language, stems);
  return stems;
}
