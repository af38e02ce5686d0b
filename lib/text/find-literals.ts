import { takeSpans, type ProtectedKind, type ValuedSpan } from "./protected-span.ts";

interface Literal {
  kind: ProtectedKind;
  pattern: RegExp;
  /** What is meant, whatever way it is written; null when this is no such thing after all. */
  read: (written: string) => string | null;
}

const notInUrl = '\\s<>"`“”„«»‹›「」『』（）。，、｜|{}\\ue000';
const unspaced = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const domains =
  "com|org|net|edu|gov|info|io|dev|app|ai|de|fr|es|pl|nl|eu|uk|ch|ru|jp|cn|br|ca|se|dk|cz|au";
const files =
  "pdf|docx?|xlsx?|pptx?|txt|csv|zip|png|jpe?g|gif|mp[34]|json|xml|html?|css|jsx?|tsx?|py|md|ya?ml|exe|sql|sh";
const tags =
  "a|b|i|u|p|s|br|hr|em|ul|ol|li|td|tr|th|h[1-6]|div|span|strong|code|pre|img|table|body|html|head|script|style|sub|sup|small|button|input|form";

/** In this order: what was found by one is not looked at by the next. */
const literals: readonly Literal[] = [
  literal("code", /^[ \t]*(`{3,9}|~{3,9})[^\n]*\n[\s\S]*?\n[ \t]*\1[ \t]*$/gm, codeOf),
  literal("code", /``[^\n]{1,300}?``|`[^`\n]{1,300}`/g, codeOf),
  literal(
    "placeholder",
    /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\{%[^%\n]{1,80}%\}|<<[^<>\n]{1,60}>>|\[\[[^[\]\n]{1,60}\]\]/g,
    withoutSpaces,
  ),
  literal(
    "placeholder",
    /\{[\p{L}\p{N}_][\p{L}\p{N}_. -]{0,40}\}|%\(\w{1,40}\)[sd]|(?<![\p{N}%])(?<!\p{N}\s)%(?:\d\$)?[sdif@](?![\p{L}\p{N}])|%[A-Z_]{2,30}%|__[A-Z_]{1,40}__/gu,
    withoutSpaces,
  ),
  literal(
    "placeholder",
    /\[(?:\p{Lu}[\p{Lu}_ ]{1,40}|(?:[Yy]our|[Ii]nsert|[Ee]nter|[Nn]ame|[Dd]ate|[Cc]ompany|[Ff]irst|[Ll]ast|[Rr]ecipient|[Dd]ein|Ihr|[Vv]otre|[Nn]om|[Tt]u|[Nn]ombre|[Dd]atum|Firma|[Nn]ome)(?![\p{L}])[^[\]\n]{0,40}|(?:[Dd]eine|Ihre|[Vv]os)\s[^[\]\n]{1,40})\](?!\()/gu,
    withoutSpaces,
  ),
  literal(
    "url",
    new RegExp(
      `(?<![\\w])(?:[a-zA-Z][a-zA-Z0-9+.-]{1,15}:\\/\\/|www\\.)(?:[^${notInUrl}/?#${unspaced}]+|[^${notInUrl}/?#]+)[^${notInUrl}]*`,
      "gu",
    ),
    urlOf,
  ),
  literal(
    "mail",
    /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    (mail) => mail.toLowerCase(),
  ),
  literal(
    "name",
    /(?<![\p{L}\p{N}_@])@[\p{L}\p{N}_]{2,30}|(?<![\p{L}\p{N}_&#])#\p{L}[\p{L}\p{N}_]{1,40}/gu,
    (name) => name.toLowerCase(),
  ),
  literal(
    "url",
    new RegExp(
      `(?<![\\w@./-])(?:[A-Za-z0-9-]{1,63}\\.){1,6}(?:${domains})(?![\\p{L}\\p{N}_-])(?:\\/[^${notInUrl}]*)?`,
      "gu",
    ),
    urlOf,
  ),
  literal(
    "code",
    new RegExp(
      `<\\/?(?:${tags})(?:\\s[^<>\\n]{0,200})?\\/?>` +
        "|(?<!\\w)[A-Za-z][A-Za-z0-9]{0,60}(?:_[A-Za-z0-9]{1,60})+(?:\\(\\))?(?!\\w)" +
        "|(?<![\\w$.])[A-Za-z_$][\\w$.]{0,80}\\(\\)" +
        "|(?<![\\p{L}\\p{N}-])--[a-z][a-z0-9-]{1,40}" +
        `|(?<![\\w./-])[\\w-]{1,80}(?:\\.[\\w-]{1,40}){0,4}\\.(?:${files})(?!\\w)` +
        "|(?<![\\w/.:~])(?:~|\\.{1,2})?(?:\\/[\\w.-]{0,80}[\\w-]){2,20}\\/?" +
        '|(?<!\\w)[A-Z]:\\\\[^\\s"<>|]{1,200}',
      "gu",
    ),
    codeOf,
  ),
  literal("placeholder", /<\p{L}[\p{L}\p{N} _-]{0,30}>/gu, withoutSpaces),
  ...quotations(),
];

function literal(kind: ProtectedKind, pattern: RegExp, read: Literal["read"]): Literal {
  return { kind, pattern, read };
}

function quotations(): Literal[] {
  const inner = (marks: string) => `[^${marks}\\n\\ue000]{1,1000}`;
  const patterns = [
    `„${inner("„“”")}[“”]`,
    `“${inner("“”")}”`,
    `(?<![\\p{L}\\p{N}])”${inner("”")}”`,
    `«${inner("«»")}»`,
    `»${inner("«»")}«`,
    `‹${inner("‹›")}›`,
    `「${inner("「」")}」`,
    `『${inner("『』")}』`,
    `(?<![\\p{L}\\p{N}"])"(?=\\S)${inner('"')}(?<=\\S)"(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])[‘‚](?=\\S)(?:[^‘’\\n\\ue000]|(?<=\\p{L})’(?=\\p{L})){2,500}’(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}'])'(?=\\S)(?:[^'\\n\\ue000]|(?<=\\p{L})'(?=\\p{L})){2,500}(?<=\\S)'(?![\\p{L}\\p{N}])`,
  ];
  return [literal("quotation", new RegExp(patterns.join("|"), "gu"), quotationOf)];
}

/** URLs, mail addresses, code, placeholders, mentions and quotations, in no particular order. */
export function findLiterals(text: string): ValuedSpan[] {
  const spans: ValuedSpan[] = [];
  let rest = text;
  for (const { kind, pattern, read } of literals) {
    const found = Array.from(rest.matchAll(pattern)).flatMap((match): ValuedSpan[] => {
      const written = kind === "url" ? trimUrl(match[0]) : match[0];
      const value = read(written);
      const start = match.index;
      const end = start + written.length;
      return value ? [{ kind, text: written, start, end, values: [value] }] : [];
    });
    spans.push(...found);
    rest = takeSpans(rest, found);
  }
  return spans;
}

function codeOf(written: string): string {
  return written
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n|\n[ \t]*(`{3,}|~{3,})[ \t]*$/g, "")
    .replace(/^`+|`+$/g, "")
    .trim();
}

function withoutSpaces(written: string): string {
  return written.replace(/\s/g, "");
}

/** Stops and brackets after a URL belong to the sentence, unless they were opened in it. */
function trimUrl(written: string): string {
  let url = written;
  for (;;) {
    const last = url.at(-1) ?? "";
    const isOpened = last === ")" && url.split("(").length >= url.split(")").length;
    if (isOpened || !/[.,;:!?'’*_…)\]]/.test(last)) return url;
    url = url.slice(0, -1);
  }
}

function urlOf(written: string): string {
  const [, host = "", rest = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)(.*)$/i.exec(written) ?? [];
  return host.toLowerCase() + rest.replace(/\/$/, "");
}

/** What is said, whatever the marks; a comma or stop within them is a habit of the country. */
export function quotationOf(written: string): string | null {
  const said = plainWords(written.slice(1, -1)).replace(/[.,]$/, "");
  return /[\p{L}\p{N}]/u.test(said) ? said : null;
}

/** Words with plain marks and single spaces, in lower case, for comparing. */
export function plainWords(text: string): string {
  return text
    .normalize()
    .toLowerCase()
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}
