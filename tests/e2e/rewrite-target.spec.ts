import { expect, test } from "@playwright/test";
import { type Browser, chromium, type Page } from "playwright";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { AppError } from "../../lib/errors.ts";
import type { RewriteTarget } from "../../lib/page/rewrite-target.ts";
import { Rewriter } from "./editors/inject-rewriter.ts";
import { protectedFields, protectedPage, secret } from "./editors/protected-list.ts";

let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? "chromium" });
});
test.beforeEach(async () => {
  page = await browser.newPage();
});
test.afterEach(async () => page.close());
test.afterAll(async () => browser.close());

const letter = `<textarea id="mail" rows="6">Dear all. Old words stand here. Bye.</textarea>`;
const old = "Old words stand here.";

async function open(body: string): Promise<Rewriter> {
  await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`);
  return Rewriter.for(page);
}

/** Selects a text as far as the page lets a reader: in a field, or else as text of the page. */
async function select(text: string): Promise<void> {
  await page.evaluate((text) => {
    const field = document.querySelector<HTMLInputElement>("input, textarea");
    const editor = document.querySelector<HTMLElement>("[contenteditable=true]");
    (field ?? editor)?.focus();
    const at = field?.value.indexOf(text) ?? -1;
    if (field && field.selectionStart !== null && at >= 0)
      return field.setSelectionRange(at, at + text.length);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(text) ?? -1;
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
    }
  }, text);
}

async function readSelected(rewriter: Rewriter, text: string): Promise<RewriteTarget> {
  await select(text);
  return rewriter.read();
}

function valueOf(selector: string): Promise<string> {
  return page.locator(selector).inputValue();
}

for (const [name, field] of Object.entries(protectedFields)) {
  test(`${name} is not read`, async () => {
    const rewriter = await open(protectedPage(field));
    await select(secret);
    const read = await rewriter.read().catch((thrown: unknown) => AppError.from(thrown).code);
    expect(JSON.stringify(read)).not.toContain("secret words");
    if (typeof read === "string") expect(read).toBe("nothing-selected");
    else expect(read).toMatchObject({ kind: "copy-only", reason: "protected-field", text: "" });
  });

  test(`${name} is not written, whatever it was before`, async () => {
    const isEditor = field.includes("contenteditable");
    const body = isEditor ? `<div contenteditable="true">${secret}</div>` : letter;
    const rewriter = await open(body);
    const target = await readSelected(rewriter, isEditor ? secret : old);
    if (target.kind !== "replaceable") throw new Error("the field was not read");
    await page.setContent(protectedPage(field));
    const before = await page.content();
    const path = await page.evaluate(() => {
      const field = document.querySelector("input, textarea, [contenteditable]");
      if (field && !field.id) field.id = "mail";
      const { localName = "", id = "" } = field ?? {};
      const attributes = [field?.getAttribute("type") ?? "", field?.getAttribute("name") ?? "", id];
      return { id, field: [localName, ...attributes].join(" ") };
    });
    const place = {
      path: [{ kind: "id" as const, id: path.id }],
      field: path.field,
      start: 0,
      end: secret.length,
      before: "",
      after: "",
    };
    const frame = { ...target.frame };
    const aimed: RewriteTarget = { kind: "replaceable", text: secret, place, frame };
    expect(await rewriter.replace(aimed, "written")).toEqual({ kind: "refused", reason: "gone" });
    expect(before).toContain(secret);
    expect(await page.content()).not.toContain("written");
  });
}

for (const type of ["email", "number", "date", "color", "range", "checkbox"])
  test(`an input of type ${type} holds no selection to replace`, async () => {
    const rewriter = await open(`<input type="${type}" value="12">`);
    await page.locator("input").focus();
    await page.keyboard.press("Control+a");
    const read = await rewriter.read().catch((thrown: unknown) => AppError.from(thrown).code);
    if (typeof read === "string") expect(read).toBe("nothing-selected");
    else expect(read).toMatchObject({ kind: "copy-only", reason: "not-editable" });
  });

test("text that is not editable can be copied only", async () => {
  const rewriter = await open(`<p>Before. ${old} After.</p>`);
  expect(await readSelected(rewriter, old)).toMatchObject({
    kind: "copy-only",
    text: old,
    reason: "not-editable",
  });
});

test("an editor that draws on a canvas can be copied only, and is said to be one", async () => {
  const rewriter = await open(`
    <canvas width="900" height="600"></canvas>
    <div contenteditable="true" style="position: absolute; left: -9999px">typed here</div>`);
  await page.locator("[contenteditable]").focus();
  expect(await rewriter.read()).toMatchObject({ kind: "copy-only", reason: "canvas-editor" });
});

test("what was read leaves nothing in the page", async () => {
  const rewriter = await open(letter);
  const before = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...Object.keys(globalThis),
  ]);
  await readSelected(rewriter, old);
  const after = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...Object.keys(globalThis),
  ]);
  expect(after).toEqual(before);
});

/** What may happen while a model writes, and what then becomes of a replacement. */
const races: Record<
  string,
  { does: string; ends: "replaced" | "gone" | "changed"; body?: string }
> = {
  "the selected text changes": {
    does: `mail.value = mail.value.replace("words", "verbs")`,
    ends: "changed",
  },
  "the field is emptied": { does: `mail.value = ""`, ends: "changed" },
  "the field is removed": { does: `mail.remove()`, ends: "gone" },
  "another field takes its place": {
    does: `mail.outerHTML = '<input id="mail" value="Dear all. ${old} Bye.">'`,
    ends: "gone",
  },
  "it is rendered anew with the same text": {
    does: `const value = mail.value; mail.outerHTML = mail.outerHTML; document.all.mail.value = value`,
    ends: "replaced",
  },
  "more is typed after it": { does: `mail.value += " More."`, ends: "replaced" },
  "more is typed before it": { does: `mail.value = "Hello! " + mail.value`, ends: "replaced" },
  "the text stands there twice": {
    does: `mail.value = "New. " + mail.value + mail.value`,
    ends: "changed",
  },
  "it becomes read-only": { does: `mail.readOnly = true`, ends: "gone" },
  "it is hidden": { does: `mail.hidden = true`, ends: "gone" },
};

for (const [name, { does, ends }] of Object.entries(races))
  test(`when ${name}, a replacement ends as ${ends} and overwrites nothing`, async () => {
    for (let run = 0; run < 5; run++) {
      const rewriter = await open(letter);
      const target = await readSelected(rewriter, old);
      await page.evaluate(
        (does) => new Function("mail", does)(document.querySelector("#mail")),
        does,
      );
      const before = await page.evaluate(
        () => document.querySelector<HTMLInputElement>("#mail")?.value,
      );
      const outcome = await rewriter.replace(target, "New ones do.");
      const after = await page.evaluate(
        () => document.querySelector<HTMLInputElement>("#mail")?.value,
      );
      if (ends === "replaced") {
        expect(outcome).toEqual({ kind: "replaced" });
        expect(after).toBe(before?.replace(old, "New ones do."));
      } else {
        expect(outcome).toEqual({ kind: "refused", reason: ends });
        expect(after).toBe(before);
      }
    }
  });

test("a field that changes what is put in gets its old text back", async () => {
  const rewriter = await open(`${letter}<script>
    mail.addEventListener("input", () => { mail.value = mail.value.toUpperCase(); });
  </script>`);
  const target = await readSelected(rewriter, old);
  expect(await rewriter.replace(target, "New ones do.")).toEqual({
    kind: "refused",
    reason: "not-kept",
  });
  expect(await valueOf("#mail")).toBe(`Dear all. ${old} Bye.`);
});

test("Undo brings the old text back while the new one stands, and touches nothing else", async () => {
  const rewriter = await open(letter);
  const target = await readSelected(rewriter, old);
  expect(await rewriter.replace(target, "New ones do.")).toEqual({ kind: "replaced" });
  expect(await rewriter.undo(target, "New ones do.")).toEqual({ kind: "replaced" });
  expect(await valueOf("#mail")).toBe(`Dear all. ${old} Bye.`);
  expect(await rewriter.undo(target, "New ones do.")).toEqual({
    kind: "refused",
    reason: "changed",
  });
  expect(await valueOf("#mail")).toBe(`Dear all. ${old} Bye.`);
});

test("Undo refuses, and leaves all as it is, once the reader has typed something since", async () => {
  const rewriter = await open(letter);
  const target = await readSelected(rewriter, old);
  await rewriter.replace(target, "New ones do.");
  await page.locator("#mail").press("End");
  await page.keyboard.type("More.");
  const typed = await valueOf("#mail");
  expect(await rewriter.undo(target, "New ones do.")).toMatchObject({ kind: "refused" });
  expect(await valueOf("#mail")).toBe(typed);
});

test("bold and linked words outside of what changes stay as they are", async () => {
  const rewriter = await open(
    `<div contenteditable="true"><p>See <a href="#x">our page</a> for the <b>whole</b> storry.</p></div>`,
  );
  await page.locator("p").click();
  await page.keyboard.press("Control+a");
  const target = await rewriter.read();
  expect(target.text).toBe("See our page for the whole storry.");
  await rewriter.replace(target, "See our page for the whole story.");
  expect(await page.locator("[contenteditable]").innerHTML()).toBe(
    `<p>See <a href="#x">our page</a> for the <b>whole</b> story.</p>`,
  );
});

test("bold and linked phrases that a rewrite keeps stay so, and nothing else becomes so", async () => {
  const rewriter = await open(
    `<div contenteditable="true"><p>Pleaze see <a href="#x">our <b>new</b> page</a> for <i>it</i>, &amp; <b>soon</b>!</p><p>Thx, <u>A.</u></p></div>`,
  );
  await page.locator("p").first().click();
  await page.keyboard.press("Control+a");
  const before = await page.locator("[contenteditable]").innerHTML();
  const target = await rewriter.read();
  const outcome = await rewriter.replace(
    target,
    "Do soon look at our new page, <b>now</b> & then.\nThank you, A. Best.",
  );
  expect(outcome).toEqual({ kind: "replaced" });
  expect(await page.locator("[contenteditable]").innerHTML()).toBe(
    `<p>Do <strong>soon</strong> look at <a href="#x">our <strong>new</strong> page</a>, &lt;b&gt;now&lt;/b&gt; &amp; then.</p><p>Thank you, <u>A.</u> Best.</p>`,
  );
  await page.keyboard.press("Control+z");
  expect(await page.locator("[contenteditable]").innerHTML()).toBe(before);
});

test("the items of a list stay items, though a bold word in them is then plain", async () => {
  const rewriter = await open(
    `<div contenteditable="true"><ul><li>One <b>bold</b> thingg.</li><li>Another thingg.</li></ul></div>`,
  );
  await page.locator("li").first().click();
  await page.keyboard.press("Control+a");
  const target = await rewriter.read();
  await rewriter.replace(target, "A bold thing.\nAnother thing.");
  expect(await page.locator("li").allTextContents()).toEqual(["A bold thing.", "Another thing."]);
});

test("a picture between the words is never lost", async () => {
  const picture = `<img width="20" height="20" alt="">`;
  const rewriter = await open(`<div contenteditable="true"><p>One ${picture} two.</p></div>`);
  await page.locator("p").click();
  await page.keyboard.press("Control+a");
  const before = await page.locator("p").innerHTML();
  const target = await rewriter.read();
  expect(await rewriter.replace(target, "Three four.")).toEqual({
    kind: "refused",
    reason: "not-kept",
  });
  expect(await page.locator("p").innerHTML()).toBe(before);
});
