// Pages that tests translate in place. A page's path names it.

const words =
  "The sea was quiet and the harbour slept while the old keeper wrote the height of the water into his book".split(
    " ",
  );

/** A sentence that no other one of a page is. */
function sentence(number: number): string {
  return `${words.slice(0, 12 + (number % 8)).join(" ")} on day ${number}.`;
}

function page(title: string, body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

const shop = page(
  "Shop",
  `<nav><a href="/">Home</a><a href="/nets">Nets</a> | <a href="/ropes">Ropes</a></nav>
  <form><input type="search" placeholder="Search the shop" aria-label="Search"><input type="submit" value="Go">
  <select name="size"><option>Small</option><option>Large</option></select></form>
  <ul>${Array.from({ length: 12 }, (_, at) => `<li><img alt="A rope of ${at} metres" width="10" height="10"><h3>Rope <em>number ${at}</em></h3><p>Strong <b>rope</b> for <a href="/boats">small boats</a>, made <i>by hand</i>.</p><p class="price">€ ${at}.50</p><button title="Put it into the basket">Buy</button></li>`).join("\n")}</ul>`,
  "<style>nav a { display: inline-block } ul { display: grid; grid-template-columns: 1fr 1fr } h3::first-letter { color: red }</style>",
);

const table = page(
  "Tides",
  `<table><caption>Tides of the week</caption><thead><tr><th>Harbour</th><th>High water</th><th>Remark</th></tr></thead><tbody>${Array.from({ length: 20 }, (_, at) => `<tr><td>Harbour ${at}</td><td>${at}:30</td><td>Higher than <strong>usual</strong><sup>[${at}]</sup> at <code>pier_${at}</code>.</td></tr>`).join("")}</tbody></table>`,
);

const rightToLeft = `<!doctype html><html lang="ar" dir="rtl"><title>بحر</title><body><h1>البحر هادئ هذا الصباح</h1>
  <p>يكتب <b>الحارس العجوز</b> ارتفاع الماء في كتابه كل ساعة. ثم يعود إلى <a href="/">بيته القديم</a>.</p><ul><li>ميناء</li><li>قارب صغير</li></ul></body></html>`;

/** Frames of the page's own site, within one another, and one of another site. */
const frames = page(
  "Frames",
  `<h1>The harbour and its frames</h1><iframe srcdoc="<p>The <b>old</b> sea is in a frame.</p><iframe srcdoc='<p>The tide is in its frame.</p>'></iframe>"></iframe>
  <iframe src="http://harbours.example/translated/mixed"></iframe>`,
);

/** Words that the pack of the tests knows, and a paragraph in the language it translates into. */
const mixed = page(
  "Mixed",
  `<h1>The sea is old</h1><p>The <b>cat</b> sees <a href="#bridge">the old bridge</a> and sleeps.</p>
  <p lang="de">Das Meer war heute Morgen sehr ruhig, und die Fischer fuhren früh hinaus.</p>
  <p>The night is quiet and cold, but the library is open today and the door is not.</p>`,
);

/** A list that an app draws anew, node by node, whenever its state changes. */
const app = page(
  "App",
  `<main><h1>Messages</h1><ul id="list"></ul><p id="count"></p></main><script>
  const messages = ["The first message came in", "The second message came in"];
  const list = document.querySelector("#list"), count = document.querySelector("#count");
  const total = document.createTextNode("0"), label = document.createTextNode(" messages are here");
  count.append(total, label);
  globalThis.draw = () => {
    list.replaceChildren(...messages.map((text) => {
      const item = document.createElement("li"), name = document.createElement("b");
      name.textContent = "Anna";
      item.append(name, " says: ", text);
      return item;
    }));
    total.data = String(messages.length);
  };
  globalThis.add = (text) => { messages.push(text); draw(); };
  draw();
</script>`,
);

/** Headings, paragraphs with links, and lists, until there are 200,000 words. */
function longPage(): string {
  const parts: string[] = [];
  for (let number = 0, count = 0; count < 200_000; number++) {
    const text = [1, 2, 3, 4].map((at) => sentence(number * 4 + at));
    parts.push(
      `<h2>Chapter ${number} of the book</h2><p>${text[0]} <a href="#">${text[1]}</a> The <b>old</b> keeper ${number} <i>slept</i>.</p><ul><li>${text[2]}</li><li>${text[3]}</li></ul>`,
    );
    count += text.join(" ").split(" ").length + 11;
  }
  return page("Long", `<main>${parts.join("\n")}</main>`);
}

/** The HTML of such a page, or null for a path that is none. */
export function makeTranslatedPage(path: string): string | null {
  switch (path) {
    case "/translated/shop":
      return shop;
    case "/translated/table":
      return table;
    case "/translated/right-to-left":
      return rightToLeft;
    case "/translated/frames":
      return frames;
    case "/translated/mixed":
      return mixed;
    case "/translated/app":
      return app;
    case "/translated/200000-words":
      return longPage();
    default:
      return null;
  }
}
