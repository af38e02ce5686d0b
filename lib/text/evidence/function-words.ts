import { baseLanguage } from "../abbreviations.ts";

/** Words that join others and say little themselves; negations are among them. Lower case. */
const rows: Readonly<Record<string, string>> = {
  en:
    "a an the this that these those such same other another and or but nor so yet if then than as at by for from in into of off on onto out over to up " +
    "with within without about above across after again against all also although always am among any are around be because been before " +
    "being below between both came can could did do does doing done down during each either else even ever every few further get gets got had has have " +
    "having he her here hers herself him himself his how however i is it its itself able just least less fewer like made make makes many may me might more most much must my " +
    "neither never no none not now once one only our ours own per quite rather said say says saying set she should since some still take taken takes took " +
    "their theirs them themselves there they though through thus too toward towards under until upon us use used very was we well were what " +
    "when where whether which while who whom whose why will would you your yours including according mr mrs ms dr sir's " +
    "don't didn't doesn't isn't wasn't aren't weren't won't wouldn't can't cannot couldn't shouldn't hasn't haven't hadn't " +
    "it's he's she's there's that's they're we're i'm you're i've we've they've i'll he'd she'd",
  de:
    "der die das den dem des ein eine einen einem einer eines und oder aber doch sondern wenn dann als wie so auch nur noch schon mehr sehr " +
    "in im ins an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen wegen während " +
    "er sie es ich du wir ihr man sich ihm ihn ihnen ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines unser " +
    "ist sind war waren wird werden wurde wurden worden hat haben hatte hatten kann können konnte konnten soll sollen sollte muss müssen musste will wollen wollte darf dürfen mag " +
    "nicht kein keine keinen keinem keiner nie niemals dass daß weil damit dabei davon dazu dafür daran darauf dies diese dieser dieses diesem diesen jene " +
    "hier dort da nun jetzt wieder etwa rund ab je alle allem allen aller alles andere anderen sagte sagt laut welche welcher was wer wo",
  fr:
    "le la les l un une des du de d et ou mais donc or ni car si que qu qui quoi dont où ce cet cette ces c il elle ils elles on je tu nous vous se s lui leur leurs son sa ses mon ma mes notre votre " +
    "à au aux en dans par pour sur sous avec sans vers chez entre depuis pendant avant après contre jusqu plus moins très aussi encore déjà ne n pas jamais aucun aucune " +
    "est sont soit soient était étaient être été a ont avait avaient avoir fait faire peut peuvent sera seront a-t-il selon comme tout tous toute toutes même autre autres dit y afin lors dès",
  es:
    "el la los las lo un una unos unas y e o u pero sino si que quien cual cuyo de del a al en con por para sin sobre entre desde hasta hacia contra según durante tras ante bajo " +
    "se su sus le les me te nos mi tu él ella ellos ellas este esta estos estas ese esa esos esas esto eso aquel como más menos muy también ya aún no ni nunca " +
    "es son era eran fue fueron ser sido está están estaba estar ha han había habían haber hay hizo hacer puede pueden será cuando donde porque todo todos toda todas otro otra otros dijo cada",
  it:
    "il lo la i gli le l un uno una e ed o ma se che chi cui di del dello della dei degli delle d a al allo alla ai agli alle da dal dallo dalla dai dalle in nel nello nella nei negli nelle con su sul sulla per tra fra " +
    "si ci vi ne mi ti lui lei loro suo sua suoi sue questo questa questi queste quello quella come più meno molto anche già ancora non né mai è sono era erano essere stato stata stati ha hanno aveva avevano avere può possono sarà dopo prima contro senza secondo ogni tutto tutti ha detto",
  pt:
    "o a os as um uma uns umas e ou mas se que quem qual de do da dos das d em no na nos nas por pelo pela pelos pelas para com sem sobre entre desde até contra segundo durante após ante sob ao à aos às " +
    "seu sua seus suas lhe lhes me te ele ela eles elas este esta estes estas esse essa isto isso como mais menos muito também já ainda não nem nunca é são era eram foi foram ser sido está estão estava estar tem têm tinha ter há pode podem será quando onde porque todo todos toda todas outro outra disse cada",
  nl:
    "de het een en of maar als dan dat die dit deze er in op aan af bij door met na naar om onder over te tegen tot uit van voor zonder tussen sinds " +
    "hij zij ze het wij we ik je u hun haar zijn zich hem is was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon zal zullen zou moet moeten niet geen nooit ook nog al meer veel wel volgens",
};

const sets = new Map(
  Object.entries(rows).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** Whether a word says little by itself; in languages without a list, whether it is very short. */
export function isFunctionWord(word: string, language: string | null): boolean {
  const listed = sets.get(baseLanguage(language) ?? "en");
  return listed ? listed.has(word) : word.length <= 3 && /^\p{Ll}+$/u.test(word);
}
