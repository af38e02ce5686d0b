// @vitest-environment happy-dom
import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import { toPanelSchema } from "../../../../lib/page/in-place/page-messages.ts";
import type { TargetLanguage } from "../../../../lib/page/in-place/page-unit.ts";
import type { TranslatedPage } from "../../../../lib/page/in-place/translated-page.ts";
import { german, loud, type Translate, translatePage } from "./translate-page.ts";

/** Turns the order round and keeps the marks paired. */
const turned: Translate = (text) =>
  text.replace(/^(.*?) (<1>.*<\/1>) (.*?) (<2>.*<\/2>)(.*)$/, "$4 $3 $2 $1$5");

const pages: TranslatedPage[] = [];

async function translate(html: string, by: Translate = loud, target: TargetLanguage = german) {
  document.body.innerHTML = html;
  const translated = await translatePage(by, target);
  pages.push(translated.page);
  return translated;
}

afterEach(async () => {
  for (const page of pages.splice(0)) await page.restore();
  document.title = "";
});

const kept = '<p translate="no">The sea</p>';

test.each([
  ["a heading", "<h1>The sea</h1>", '<h1 lang="de">THE SEA</h1>'],
  ["markup on its words", "<p>The <b>old</b> sea</p>", '<p lang="de">THE <b>OLD</b> SEA</p>'],
  [
    "a row of links one by one",
    "<nav><a>The sea</a> | <a>The tide</a></nav>",
    '<nav><a lang="de">THE SEA</a> | <a lang="de">THE TIDE</a></nav>',
  ],
  [
    "lines with a break between them",
    "<p>The sea<br>The tide</p>",
    '<p lang="de">THE SEA<br>THE TIDE</p>',
  ],
  [
    "text around a list in it",
    "<li>The sea <ul><li>The tide</li></ul></li>",
    '<li lang="de">THE SEA <ul><li lang="de">THE TIDE</li></ul></li>',
  ],
  ["a picture's text", '<img alt="the sea">', '<img alt="THE SEA">'],
  [
    "what a field asks for, and not what it holds",
    '<input placeholder="the sea" value="the tide"><textarea>The tide</textarea>',
    '<input placeholder="THE SEA" value="the tide"><textarea>The tide</textarea>',
  ],
  [
    "a choice in a list, and not what its form sends",
    '<select><optgroup label="the sea"><option>the tide</option></optgroup></select>',
    '<select><optgroup label="THE SEA"><option label="THE TIDE">the tide</option></optgroup></select>',
  ],
  [
    "what is folded away",
    "<details><summary>The sea</summary>The tide</details>",
    '<details lang="de"><summary lang="de">THE SEA</summary>THE TIDE</details>',
  ],
  [
    "a button's label",
    '<input type="button" value="Go on"><button>Go</button>',
    '<input type="button" value="GO ON"><button lang="de">GO</button>',
  ],
])("translates %s", async (_, html, translated) => {
  await translate(html);
  expect(document.body.innerHTML).toBe(translated);
});

test.each([
  ["code", "<pre>let tide</pre><code>let sea</code>"],
  ["numbers", "<h2>12.5 %</h2><p>1 <b>2</b></p>"],
  ["what is not to be translated", `${kept}<p class="notranslate">The sea</p>`],
  ["what the reader edits", '<div contenteditable="true"><p>The sea</p></div>'],
  ["what a field suggests", '<input list="a"><datalist id="a"><option>Sea</option></datalist>'],
  ["the value that a form sends", '<input type="submit" name="do" value="Send">'],
  ["scripts and styles", "<script>let sea</script><style>p { color: red }</style>"],
])("leaves %s", async (_, html) => {
  const { texts } = await translate(`${html}<p>The end</p>`);
  expect(texts).toEqual(["The end"]);
  expect(document.body.innerHTML).toBe(`${html}<p lang="de">THE END</p>`);
});

test("translates the title of the page, also once the page has another", async () => {
  document.title = "The sea";
  const { page } = await translate("<p>One</p>");
  expect(document.title).toBe("THE SEA");
  document.title = "The tide";
  await vi.waitFor(() => expect(document.title).toBe("THE TIDE"));
  await page.restore();
  expect(document.head.innerHTML).toBe("<title>The tide</title>");
});

test("translates the page in a frame, and what is added there", async () => {
  const html = '<iframe srcdoc="<p>The <b>old</b> sea</p>"></iframe>';
  const { page } = await translate(html);
  const body = document.querySelector("iframe")?.contentDocument?.body;
  expect(body?.innerHTML).toBe('<p lang="de">THE <b>OLD</b> SEA</p>');
  body?.insertAdjacentHTML("beforeend", "<h1>The tide</h1>");
  await vi.waitFor(() => expect(body?.lastElementChild?.textContent).toBe("THE TIDE"));
  await page.restore();
  expect(body?.innerHTML).toBe("<p>The <b>old</b> sea</p><h1>The tide</h1>");
});

test("puts elements where their words went, the same elements as before", async () => {
  const html = "<p>The <a>sea</a> loves <i>the sun</i>.</p>";
  document.body.innerHTML = html;
  const link = document.querySelector("a");
  const { page } = await translatePage(turned);
  pages.push(page);
  expect(document.body.innerHTML).toBe('<p lang="de"><i>the sun</i> loves <a>sea</a> The.</p>');
  expect(document.querySelector("a")).toBe(link);
  await page.restore();
  expect(document.body.innerHTML).toBe(html);
});

test("never moves what would start anew", async () => {
  const html = "<p>The <a>sea</a> loves <i>sun <code><video></video></code></i>.</p>";
  document.body.innerHTML = html;
  const { page } = await translatePage(turned);
  pages.push(page);
  expect(document.body.innerHTML).toBe(html);
});

test("translates a sentence in which a mark is quoted", async () => {
  await translate("<p>The tag &lt;1&gt;</p>");
  expect(document.body.textContent).toBe("THE TAG <1>");
});

test("asks for a sentence once, however often it stands there", async () => {
  const { texts } = await translate("<p>The sea. The sea. The tide.</p><h1>The sea.</h1>");
  expect(texts.toSorted()).toEqual(["The sea.", "The tide."]);
});

const dropsMarks: Translate = (text) => loud(text.replaceAll(/<\/?\d+\/?>/g, ""));

test("gives up emphasis rather than to put it on the wrong words", async () => {
  await translate("<p>The <b>old</b> sea sleeps</p>", dropsMarks);
  expect(document.body.innerHTML).toBe('<p lang="de">THE OLD SEA SLEEPS<b></b></p>');
});

test("translates a link's words apart where their place is lost", async () => {
  await translate("<p>The <a>old</a> sea</p>", dropsMarks);
  expect(document.body.innerHTML).toBe('<p lang="de">THE <a>OLD</a> SEA</p>');
});

test("translates a long line without a stop, and leaves one that is too long to be asked for", async () => {
  const [long, tooLong] = [7_000, 10_000].map((times) => "sea and tide ".repeat(times));
  const { texts, progress } = await translate(`<p>${long}</p><p>${tooLong}</p><p>One</p>`);
  expect(v.is(toPanelSchema, { kind: "ask", groups: [{ language: null, texts }] })).toBe(true);
  expect([...document.querySelectorAll("p")].map(({ textContent }) => textContent)).toEqual([
    long?.toUpperCase(),
    tooLong,
    "ONE",
  ]);
  expect(progress()).toMatchObject({ doneSentences: 3, leftSentences: 1 });
});

test("leaves a sentence that cannot be translated, and translates the others", async () => {
  await translate("<p>The sea. The tide.</p>", (text) => (text === "The sea." ? null : loud(text)));
  expect(document.body.innerHTML).toBe('<p lang="de">The sea. THE TIDE.</p>');
});

test("sets the direction of what is written the other way, and restores it", async () => {
  const html = '<p dir="auto">The sea</p>';
  const { page } = await translate(html, loud, { tag: "ar", direction: "rtl" });
  expect(document.body.innerHTML).toBe('<p dir="rtl" lang="ar">THE SEA</p>');
  await page.restore();
  expect(document.body.innerHTML).toBe(html);
});

test("translates what the page adds, changes and takes up again", async () => {
  await translate("<ul><li>One</li></ul><p>Two</p>");
  const [list, paragraph] = [document.querySelector("ul"), document.querySelector("p")];
  list?.insertAdjacentHTML("beforeend", "<li>Three <b>bold</b> words</li>");
  if (paragraph?.firstChild) paragraph.firstChild.nodeValue = "Four";
  await vi.waitFor(() => expect(list?.textContent).toBe("ONETHREE BOLD WORDS"));
  await vi.waitFor(() => expect(paragraph?.textContent).toBe("FOUR"));
  paragraph?.remove();
  if (paragraph) list?.before(paragraph);
  await vi.waitFor(() => expect(paragraph?.textContent).toBe("FOUR"));
});

test("translates anew a line of which the page changes but a number", async () => {
  await translate("<p></p>");
  const paragraph = document.querySelector("p");
  const count = document.createTextNode("2");
  paragraph?.append(count, " messages are here");
  await vi.waitFor(() => expect(paragraph?.textContent).toBe("2 MESSAGES ARE HERE"));
  count.data = "3";
  await vi.waitFor(() => expect(paragraph?.textContent).toBe("3 MESSAGES ARE HERE"));
});

test("leaves what the page has changed when the rest is restored", async () => {
  const { page } = await translate("<p>One</p><p>Two</p>");
  page.disconnect();
  const [first] = document.querySelectorAll("p");
  if (first?.firstChild) first.firstChild.nodeValue = "Changed";
  await page.restore();
  expect([...document.querySelectorAll("p")].map((p) => p.textContent)).toEqual(["Changed", "Two"]);
});

test("translates labels anew that the page changes, and those in what it adds", async () => {
  await translate('<p>One</p><img alt="12"><select><option>Two</option></select>');
  const [image, choice] = [document.querySelector("img"), document.querySelector("option")];
  image?.setAttribute("alt", "the sea");
  choice?.append(" and three");
  document.querySelector("p")?.insertAdjacentHTML("beforeend", '<b><img alt="the tide"></b>');
  await vi.waitFor(() => expect(image?.alt).toBe("THE SEA"));
  await vi.waitFor(() => expect(choice?.getAttribute("label")).toBe("TWO AND THREE"));
  await vi.waitFor(() => expect(document.querySelector("b img")).toHaveProperty("alt", "THE TIDE"));
});

test("counts the sentences that could not be translated, and forgets those that are gone", async () => {
  const { progress } = await translate(
    "<p>The <a>sea</a> and <a>tide</a>.</p><p>One. Two.</p>",
    (text) => (text === "Two." ? loud(text) : null),
  );
  expect(progress()).toMatchObject({ doneSentences: 3, leftSentences: 2 });
  document.querySelector("p")?.replaceChildren("12");
  await vi.waitFor(() => expect(progress()).toMatchObject({ doneSentences: 2, leftSentences: 1 }));
});

test("gives way to a page that puts its own words back again and again", async () => {
  const { page } = await translate("<p>One</p>");
  const paragraph = document.querySelector("p");
  let returns = 0;
  const insists = new MutationObserver(() => {
    if (paragraph?.firstChild && paragraph.textContent !== "One" && returns++ < 100)
      paragraph.firstChild.nodeValue = "One";
  });
  insists.observe(document.body, { subtree: true, characterData: true });
  if (paragraph?.firstChild) paragraph.firstChild.nodeValue = "One";
  await vi.waitFor(() => expect(returns).toBeGreaterThan(2));
  await vi.waitFor(() => expect(paragraph?.textContent).toBe("One"));
  expect(returns).toBeLessThan(20);
  insists.disconnect();
  await page.restore();
});

test("shows what stood there below each block, where the page cannot read it, and takes it away", async () => {
  const html = "<h1>The sea</h1><p>The <b>old</b> tide</p>";
  const { page } = await translate(html);
  page.show("below");
  const hosts = () => [...document.querySelectorAll("h1 > div, p > div")];
  await vi.waitFor(() => expect(hosts()).toHaveLength(2));
  expect(hosts().map((host) => [host.shadowRoot, host.textContent])).toEqual([
    [null, ""],
    [null, ""],
  ]);
  await page.restore();
  expect(document.body.innerHTML).toBe(html);
});
