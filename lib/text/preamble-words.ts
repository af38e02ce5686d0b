/** The words of one language that a model's remark before its answer is made of, in lower case. */
export interface PreambleWords {
  /** "Sure", "Of course": said to the reader, never by the text. */
  assents: ReadonlySet<string>;
  /** What announces ("here") or says what was done ("shorter"). */
  announcers: ReadonlySet<string>;
  /** What is announced ("version"). */
  subjects: ReadonlySet<string>;
  /** Small words around them. */
  fillers: ReadonlySet<string>;
}

type Row = [assents: string, announcers: string, subjects: string, fillers: string];

const rows: readonly Row[] = [
  [
    "sure certainly absolutely okay ok gladly understood course",
    "here below following rewritten revised shortened shorter proofread proofed corrected improved polished edited plainer simplified simpler longer expanded friendlier friendly warmer formal informal professional polite concise clearer bulleted bullet reworded rephrased paraphrased alternative updated condensed translated",
    "version versions text rewrite draft message email mail paragraph sentence passage list reply response revision translation summary points go",
    "a an the your my is are s it of that this with in as and or more less you provided gave shared given original slightly much bit very for to can could one possible new same made by while keeping its meaning tone style plain language words grammar spelling errors mistakes fixed into form format point proposed suggested",
  ],
  [
    "klar gerne gern natürlich sicher selbstverständlich okay ok",
    "hier folgend folgende nachfolgend kürzere gekürzte überarbeitete korrigierte verbesserte umformulierte umgeschriebene einfachere vereinfachte längere ausführlichere freundlichere freundliche formellere formelle förmlichere höflichere überarbeiteter korrigierter gekürzter umformulierter verbesserter kürzerer umgeschriebener",
    "version fassung text entwurf nachricht mail absatz satz liste antwort formulierung variante vorschlag übersetzung",
    "ist sind die der das den des dem ein eine einer eines deine deiner deines ihre ihrer ihres dein ihr von vom mit in als und etwas mehr sowie e für kommt finden sie findest du meine mein neue neu",
  ],
  [
    "bien sûr certainement volontiers absolument entendu ok",
    "voici ci dessous courte raccourcie corrigé corrigée réécrit réécrite reformulé reformulée révisé révisée améliorée amélioré simplifiée simplifié longue amicale formelle formel polie concise",
    "version texte message mail courriel paragraphe phrase liste réponse reformulation proposition brouillon traduction",
    "une un la le les l de du d des votre ton plus moins et en avec sous forme à e que vous avez fourni c est",
  ],
  [
    "claro supuesto seguro ok vale desde luego",
    "aquí tienes tiene continuación corta corto corregido corregida reescrito reescrita revisado revisada reformulado reformulada mejorado mejorada simplificada formal amable breve concisa",
    "versión texto mensaje correo párrafo frase lista respuesta borrador propuesta traducción",
    "por una un la el los las de del tu su más menos y en con está esta a electrónico que es te presento",
  ],
  [
    "certo certamente volentieri naturalmente ok",
    "ecco seguito seguente breve corta corretto corretta riscritto riscritta rivisto rivista riformulato riformulata migliorata migliorato semplificata formale amichevole concisa lunga",
    "versione testo messaggio mail email paragrafo frase lista elenco risposta bozza proposta traduzione",
    "una un la il lo le i di del della tuo tua suo sua più meno e in con a come l che è",
  ],
  [
    "claro certamente certo ok",
    "aqui está segue abaixo curta curto corrigido corrigida reescrito reescrita revisado revisada revisto revista reformulado reformulada melhorada melhorado simplificada formal amigável breve concisa",
    "versão texto mensagem email mail parágrafo frase lista resposta rascunho proposta tradução",
    "uma um a o os as de do da seu sua teu tua mais menos e em com é que",
  ],
  [
    "natuurlijk zeker graag uiteraard ok",
    "hier hieronder volgt kortere ingekorte gecorrigeerde verbeterde herschreven herziene eenvoudigere langere vriendelijkere formelere beknoptere",
    "versie tekst bericht mail e-mail alinea zin lijst antwoord concept voorstel vertaling",
    "is een de het van je uw jouw met in als en meer minder vindt u e",
  ],
  [
    "självklart visst absolut javisst gärna ok",
    "här nedan följer kortare rättad rättade korrigerad korrigerade förbättrad omskriven omskrivna reviderad enklare längre vänligare formell formellare",
    "version text texten versionen meddelande mejl stycke mening lista svar utkast förslag översättning",
    "är en ett den det av din ditt er med i som och mer mindre kommer",
  ],
  [
    "jasne oczywiście pewnie ok",
    "oto poniżej krótsza skrócona poprawiona poprawiony przeredagowana przeredagowany uproszczona dłuższa bardziej formalna przyjazna",
    "wersja tekst tekstu wiadomość wiadomości mail akapit zdanie lista odpowiedź propozycja tłumaczenie",
    "jest twojego twojej twój i w z jako o",
  ],
  [
    "конечно хорошо разумеется",
    "вот ниже краткая короткая сокращённая сокращенная исправленный исправленная отредактированный отредактированная переписанный переписанная упрощённая упрощенная формальная дружелюбная вежливая",
    "версия вариант текст текста сообщение сообщения письмо письма абзац список ответ перевод",
    "более ваш вашего вашей твоего с в и на",
  ],
];

/** English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish, Russian. */
export const preambleWords: readonly PreambleWords[] = rows.map(
  ([assents, announcers, subjects, fillers]) => ({
    assents: new Set(assents.split(" ")),
    announcers: new Set(announcers.split(" ")),
    subjects: new Set(subjects.split(" ")),
    fillers: new Set(fillers.split(" ")),
  }),
);
