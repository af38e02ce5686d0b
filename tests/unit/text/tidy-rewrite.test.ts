import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tidyRewrite } from "../../../lib/text/tidy-rewrite.ts";
import { oddText } from "./odd-text.ts";

const original = "We met on Monday. It was short.";
const bare = "We met briefly on Monday.";

describe("takes off what a model says around a rewrite", () => {
  test.each([
    `Sure, here is a shorter version:\n\n${bare}`,
    `Sure! Here's a shorter version:\n${bare}`,
    `Sure!\n\nHere is the rewritten text:\n\n${bare}`,
    `Here's a shorter version:\n\n${bare}`,
    `Here’s a more formal version of your text:\n\n${bare}`,
    `Here is the text with the spelling errors fixed:\n\n${bare}`,
    `Certainly! Below is the proofread version of the text you provided:\n\n${bare}`,
    `Of course, here you go:\n${bare}`,
    `**Rewritten text:**\n\n${bare}`,
    `**Shorter version**:\n${bare}`,
    `### Revised version:\n\n${bare}`,
    `Here is the corrected paragraph:\n\n---\n\n${bare}\n\n---\n\nLet me know if you'd like any changes!`,
    `Corrected text:\n${bare}`,
    `Klar, hier ist eine kürzere Version:\n\n${bare}`,
    `Hier ist der überarbeitete Text:\n${bare}`,
    `Natürlich! Hier ist eine freundlichere Fassung deiner Nachricht:\n\n${bare}`,
    `Voici une version plus courte :\n\n${bare}`,
    `Bien sûr ! Voici le texte corrigé :\n${bare}`,
    `Claro, aquí tienes una versión más corta:\n\n${bare}`,
    `Por supuesto. Aquí está el texto corregido:\n${bare}`,
    `Ecco una versione più breve:\n\n${bare}`,
    `Certo! Ecco il testo corretto:\n${bare}`,
    `Claro! Aqui está uma versão mais curta:\n\n${bare}`,
    `Natuurlijk, hier is een kortere versie:\n\n${bare}`,
    `Självklart! Här är en kortare version:\n\n${bare}`,
    `Jasne! Oto krótsza wersja:\n\n${bare}`,
    `Конечно! Вот более краткая версия:\n\n${bare}`,
    `"${bare}"`,
    `“${bare}”`,
    `„${bare}“`,
    `« ${bare} »`,
    `'${bare}'`,
    `\`${bare}\``,
    `\`\`\`\n${bare}\n\`\`\``,
    `\`\`\`text\n${bare}\n\`\`\``,
    `~~~\n${bare}\n~~~`,
    `Sure, here is the rewritten text:\n\n\`\`\`\n"${bare}"\n\`\`\`\n\nI hope this helps!`,
    `${bare}\n\nLet me know if you'd like any changes!`,
    `${bare}\n\nLet me know if you want me to make it even shorter.`,
    `${bare}\n\nFeel free to let me know if you need further adjustments.`,
    `${bare}\n\nI hope this helps!`,
    `${bare}\n\nWould you like me to adjust the tone?`,
    `${bare}\n\n(Note: I have removed the second sentence.)`,
    `${bare}\n\nIch hoffe, das hilft dir weiter!`,
    `${bare}\n\nSag mir Bescheid, wenn du Änderungen möchtest.`,
    `${bare}\n\nJ’espère que cela vous aide !`,
    `${bare}\n\nN'hésitez pas à me dire si vous souhaitez des modifications.`,
    `${bare}\n\n¡Espero que esto te ayude!`,
    `${bare}\n\nFammi sapere se vuoi altre modifiche.`,
    `${bare}\n\nIk hoop dat dit helpt!`,
    `  \n${bare}\n\n`,
  ])("%j", (answer) => {
    expect(tidyRewrite(answer, original)).toBe(bare);
  });
});

describe("leaves what may belong to the text", () => {
  test.each([
    ["a plain answer", bare, original],
    ["a colon within a line", "Here is the text: we met.", original],
    ["a remark without a colon", `Here is a shorter version\n${bare}`, original],
    ["a remark and nothing else", "Here is a shorter version:", original],
    ["words of the text in the remark", `Here is the meeting:\n${bare}`, original],
    ["a heading of the text's own", `Points:\n- We met`, original],
    ["a list's own heading", "Shopping list:\n- milk\n- eggs", "Buy milk and eggs."],
    ["a list that the text speaks of", "Here is the list:\n- milk", "Make a list: milk."],
    ["a salutation with a colon", `Dear Sir or Madam:\n${bare}`, original],
    ["a line with a number", `Here is version 2:\n${bare}`, original],
    ["an announcement that stood there", "Here is the new text:\nYes.", "Here is the text:\nNo."],
    ["a line that ends in a colon", "We need three things:\n- milk", "We need milk."],
    [
      "a version that the text is about",
      "The revised version:\nIt is out.",
      "The revised version came out.",
    ],
    ["Sure as a word of the text", "Sure:\nhere is the text", "Sure, here is what we said."],
    ["an assent by itself", `Sure!\n\n${bare}`, original],
    [
      "German that only looks so",
      "Hier ist der Plan:\n- Wir treffen uns",
      "Der Plan ist: wir treffen uns",
    ],
    ["French of the text's own", "Voici la liste des courses :\n- lait", "Il faut du lait."],
    [
      "a text about texts",
      "Below is the original text:\nWe met.",
      "Below you see the original text. We met.",
    ],
    ["quotation marks of the original", '"We met."', '"We met on Monday."'],
    ["a quotation within the original", '"Go home now."', 'He said: "Go home."'],
    ["quotation marks only at both ends", '"Yes" and "No"', "Yes and no"],
    ["an opening mark alone", '"We met.', original],
    ["quotation marks within", 'He said "we met"', original],
    ["single marks with a possessive", "'the dogs' bowls'", original],
    ["two quotation marks", '""', original],
    ["a fence of the original", "```\na\n```", "```\nb\n```"],
    ["a fence within", "Use this:\n```\na\n```\nnow", "Use a now"],
    ["two fences", "```\na\n```\nand\n```\nb\n```", "a and b"],
    ["a fence that does not end", "```\nWe met.", original],
    ["code in a line", "`npm test` runs", original],
    ["code at both ends", "`a` or `b`", "a or b"],
    ["a mail's own last line", "We met.\n\nLet me know if you can come.", original],
    ["a question to the receiver", "We met.\n\nLet me know if you have any questions.", original],
    [
      "an offer to the receiver",
      "We met.\n\nLet me know if you want me to bring anything.",
      original,
    ],
    [
      "changes of another thing",
      "We met.\n\nLet me know if you need any changes to the booking.",
      original,
    ],
    [
      "a hope that stood there",
      "Use the key.\n\nI hope this helps!",
      "Use that key. I hope this helps you.",
    ],
    [
      "a wish that stood there",
      "We met.\n\nLet me know if you'd like any changes.",
      "We met.\nLet me know if you want changes.",
    ],
    ["a hope in the last paragraph", "We met. I hope this helps!", original],
    ["a hope before a signature", "We met.\n\nI hope this helps!\n\nAnna", original],
    ["a note of the text's own", "We met.\n\nNote: bring the key.", original],
    ["a German last line", "Wir waren da.\n\nSag mir, wann du kommst.", original],
    ["a rule at the end", "We met.\n\n---", original],
    ["bold text", "**We met.**", original],
    ["a list", "- We met\n- It was short", original],
    ["an empty answer", "", original],
  ])("%s", (_, answer, original) => {
    expect(tidyRewrite(answer, original)).toBe(answer);
  });
});

describe("keeps the white space around the original", () => {
  test.each([
    ["New.", "Old.\n", "New.\n"],
    ["New.\n\n", "Old.", "New."],
    ["New.", "\n  Old.\t", "\n  New.\t"],
    ['Sure, here is the text:\n"New."', " Old.\r\n", " New.\r\n"],
    ["", "Old.\n", ""],
    ["New.", "  ", "New."],
  ])("%j for %j", (answer, original, tidy) => {
    expect(tidyRewrite(answer, original)).toBe(tidy);
  });
});

test("only takes away, whatever the answer", () => {
  fc.assert(
    fc.property(oddText, oddText, (answer, original) => {
      expect(answer).toContain(tidyRewrite(answer, original).trim());
    }),
  );
});

test("leaves a text that was given back unchanged as it is", () => {
  fc.assert(
    fc.property(oddText, (text) => {
      if (text.trim() !== "") expect(tidyRewrite(text, text)).toBe(text);
    }),
  );
});

test("40,000 characters take no time to speak of", () => {
  const startedMs = performance.now();
  for (const text of ["`", "\n", "```\n", '"', " ", "-\n", "Sure! "]) {
    tidyRewrite(`a${text.repeat(40_000 / text.length)}b`, "\n".repeat(40_000) + "x");
  }
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
