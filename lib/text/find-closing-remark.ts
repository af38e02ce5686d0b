/** Offers to change the text and hopes for it; a mail's own "let me know if you come" is none. */
const remarks: readonly RegExp[] = [
  /^(?:please )?(?:just )?(?:let me know|feel free to (?:ask|tell me|let me know)|tell me) if you(?:['’]d| would)? (?:like|want|need|prefer) (?:any |some |to make |more |further |other |additional |a |another )*(?:changes?|adjustments?|revisions?|modifications?|edits|tweaks|versions?|different (?:tone|version|style))(?: to (?:this|it|the (?:text|version|draft|tone)))?(?: made)?[.!)\s]*\p{Extended_Pictographic}?$/iu,
  /^(?:please )?(?:just )?(?:let me know|feel free to (?:ask|tell me|let me know)|tell me) if you(?:['’]d| would)? (?:like|want|need|prefer) (?:me to (?:adjust|change|revise|modify|rewrite|rephrase|shorten|expand|tweak|edit|make (?:it|this|any|further))|it (?:shorter|longer|rewritten|changed)|(?:this|it) (?:more|less)) ?/i,
  /^(?:would you like|do you want) me to (?:adjust|change|revise|modify|rewrite|rephrase|shorten|expand|tweak|edit|make (?:it|this))\b.*\?$/i,
  /^i hope (?:this|that|it) (?:helps|is helpful|works for you|version helps)\b/i,
  /^\(?note: (?:i|i['’]ve|i have) (?:made|kept|changed|corrected|removed|replaced|rewrote|rewritten|fixed|tried|simplified|shortened)\b/i,
  /^ich hoffe, (?:das|dies) hilft\b/i,
  /^(?:sag|sagen sie|gib|geben sie|lass|lassen sie) (?:mir|mich|es mich).*(?<!\p{L})(?:änder\p{L}*|anpass\p{L}*|überarbeit\p{L}*|andere (?:version|fassung))/iu,
  /^j['’]espère que (?:cela|ça|ceci) (?:vous |t['’])?(?:aide|aidera|convient)/i,
  /^(?:n['’]hésitez pas|n['’]hésite pas|dites-moi|dis-moi).*\b(?:modifi\w*|ajust\w*|changements?|autre version)/i,
  /^espero que (?:esto |te |le )*(?:ayude|sirva|sea útil)/i,
  /^(?:avísame|avíseme|dime|házmelo saber|hágamelo saber) si.*\b(?:cambi\w*|ajust\w*|modific\w*|otra versión)/i,
  /^spero (?:che )?(?:questo |ti |le )*(?:aiuti|sia utile|sia d['’]aiuto)/i,
  /^(?:fammi sapere|mi faccia sapere|dimmi) se.*\b(?:modific\w*|cambi\w*|altra versione)/i,
  /^espero que (?:isto |isso |te |lhe )*(?:ajude|seja útil)/i,
  /^(?:avise-me|me avise|diga-me) se.*\b(?:mudanças?|alter\w*|ajust\w*|outra versão)/i,
  /^ik hoop dat dit helpt\b/i,
  /^laat (?:het )?(?:me|mij) weten.*\b(?:aanpass\w*|wijzig\w*|andere versie)/i,
  /^(?:jag )?hoppas (?:att )?(?:det|detta) hjälper/i,
  /^mam nadzieję, że to pomoże/i,
  /^надеюсь, это (?:поможет|помогло)/i,
];

/**
 * The last line of an answer where it is a model's remark to the reader, such as "Let me know if
 * you would like any changes!", with the white space before it; "" when it is none for certain, or
 * when the original says such a thing itself.
 */
export function findClosingRemark(answer: string, original: string): string {
  const [closing = "", line = ""] =
    /\s*\n(?:\s*-{3,}[ \t]*\n)?\s*([^\n]{1,240})$/.exec(answer.slice(-400)) ?? [];
  const remark = line.replace(/[*_¡]+/g, "").trim();
  const isCertain = remarks.some((known) => known.test(remark) && !speaksSo(original, known));
  return isCertain ? closing : "";
}

function speaksSo(original: string, remark: RegExp): boolean {
  return original.split(/[\r\n]+|(?<=[.!?…])\s+/).some((sentence) => remark.test(sentence.trim()));
}
