import { expect, test } from "vitest";
import {
  contentSecurityPolicy,
  hubOrigin,
  isHubAddress,
  isHubOrigin,
  originsOf,
} from "../../../lib/models/hub-hosts.ts";

const mirror = "https://models.example.org";

test("a build that is told nothing asks the public hub", () => {
  expect(hubOrigin).toBe("https://huggingface.co");
  expect(isHubOrigin("https://huggingface.co")).toBe(true);
  expect(isHubOrigin(mirror)).toBe(false);
});

test.each([
  ["https://huggingface.co/api/x", true],
  ["https://cdn-lfs.huggingface.co/x", true],
  ["https://cas-bridge.xethub.hf.co/x", true],
  ["https://us.aws.cdn.hf.co/x", true],
  ["http://huggingface.co/x", false],
  ["https://huggingface.co:8443/x", false],
  ["https://evilhuggingface.co/x", false],
  ["https://hf.co.evil.example/x", false],
  ["https://hf.co/x", false],
])("a file may come from %s: %s", (address, may) => {
  expect(isHubAddress(address)).toBe(may);
});

test("a mirror takes the public hub's place, in the policy too", () => {
  expect(originsOf(mirror)).toEqual([mirror]);
  expect(contentSecurityPolicy(mirror)).toContain(`connect-src 'self' ${mirror};`);
  expect(contentSecurityPolicy(mirror)).not.toContain("huggingface");
});

test("a mirror beside the public hub is asked first, and the hub's stores stay open", () => {
  const both = `${mirror}/ https://huggingface.co`;
  expect(originsOf(both)).toEqual([mirror, "https://huggingface.co"]);
  expect(contentSecurityPolicy(both)).toMatch(/ https:\/\/\*\.hf\.co;/);
});

test.each([
  "models.example.org",
  "http://models.example.org",
  "https://*.example.org",
  "https://models.example.org/path",
  "https://models.example.org;script-src",
])("%s is no mirror, and no build is made with it", (address) => {
  expect(() => originsOf(address)).toThrow(TypeError);
});
