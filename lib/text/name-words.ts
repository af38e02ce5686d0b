/** Written with a capital in letters and lists, and no names. Lower case. */
export const greetings: ReadonlySet<string> = new Set(
  (
    "dear hello hi hey good morning afternoon evening best kind warm regards wishes sincerely yours faithfully thanks thank cheers sir madam sirs team all everyone colleagues ps re fwd subject from to cc note yes no ok okay please sorry " +
    "hallo liebe lieber sehr geehrte geehrter guten tag morgen abend viele liebe grüße grüßen beste freundliche freundlichen danke bitte ja nein betreff mit damen herren " +
    "bonjour bonsoir salut cher chère chers madame monsieur mesdames messieurs cordialement bien merci oui non objet " +
    "hola querido querida estimado estimada estimados señor señora buenos buenas días tardes saludos gracias sí asunto atentamente " +
    "ciao caro cara gentile egregio buongiorno buonasera cordiali saluti grazie oggetto " +
    "olá oi caro cara prezado prezada bom boa dia tarde atenciosamente obrigado obrigada abraços " +
    "beste geachte goedemorgen groeten groet dank hej kära hälsningar tack dzień dobry cześć pozdrawiam"
  ).split(" "),
);

/** Stand before a name and may be left away. Lower case, without a stop. */
export const honorifics: ReadonlySet<string> = new Set(
  "mr mrs ms miss mx dr prof sir lord lady president herr herrn frau fr hr dr prof m mme mlle monsieur madame mademoiselle señor señora señorita sr sra srta don doña sig sigra signor signora dott dottssa senhor senhora dhr mevr pan pani".split(
    " ",
  ),
);

/** Small words within names: "Ludwig van Beethoven", "University of Oxford". */
export const particles: ReadonlySet<string> = new Set(
  "van von der den de del della da di du des dos la le of bin ibn al el y und zu".split(" "),
);

/** Frequent first names, which are names at the beginning of a sentence too. Lower case. */
export const firstNames: ReadonlySet<string> = new Set(
  (
    "adam alexander alice amy ana andrea andreas andrew angela anna anne anthony antonio ben benjamin bernd bob brian carlos carol caroline catherine charles charlotte chris christian christina christine christopher claire clara claudia daniel david diana dieter dirk edward elena elisabeth elizabeth emily emma eric erik eva felix fernando florian francesca francesco frank françois gabriel george giovanni giulia giuseppe hannah hans heike heinrich helen henry ingrid isabel jack jacques james jan jane javier jean jennifer jens jessica joe john jonas jonathan jörg josé joseph juan julia julie jürgen karen karl katharina kate katrin kevin klaus laura lena leon linda lisa louis luca lucas lucy luigi luis lukas manuel marco margaret maria marie mario mark markus martin martina mary matthew matthias max mia michael michelle miguel monika nancy nathalie nicolas nicole nina oliver olivia pablo paola patricia patrick paul pedro peter petra philip philippe pierre rachel rebecca richard robert roberto ryan sabine samuel sandra sara sarah sebastian silvia simon sofia sophie stefan stefanie stephen steven susan susanne sven sylvia thomas tim tobias tom uwe vanessa victoria walter werner wolfgang yvonne " +
    "анна мария елена ольга татьяна наталья иван сергей александр дмитрий андрей алексей владимир михаил"
  ).split(" "),
);
