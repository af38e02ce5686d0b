import { answerIn, expect, openWithModel, test } from "./fixtures.ts";

test("a model that a page has talked into something can do nothing: no link, no picture, no request", async ({
  sotto,
  network,
}) => {
  const { panel } = await openWithModel(sotto, "http://news.example/seducing");
  await expect(answerIn(panel)).toContainText(/Urgent: .*steal\(\)<\/script> https:\/\/thief/);
  await expect(panel.getByRole("button", { name: "Stop", exact: true })).toBeHidden();
  const reaching = "a[href], img, picture, iframe, object, embed, video, audio, form[action]";
  await expect(answerIn(panel).locator(reaching)).toHaveCount(0);
  await expect(answerIn(panel).locator("script, style, link, svg")).toHaveCount(0);
  expect(network.requests().filter((url) => url.includes("thief"))).toEqual([]);
});
