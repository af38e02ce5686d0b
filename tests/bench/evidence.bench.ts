import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { findEvidence } from "../../lib/text/evidence/find-evidence.ts";
import { indexPage } from "../../lib/text/evidence/page-index.ts";
import { detectLanguage } from "../../lib/text/language.ts";
import { passagesOf, timesOf } from "./evidence/times.ts";
import { type Judged, scoresOf } from "./evidence/scores.ts";

const articleShape = v.object({
  source: v.string(),
  sentences: v.array(
    v.object({
      text: v.string(),
      supported: v.boolean(),
      /** In what way a true sentence was changed. */
      way: v.optional(v.string()),
    }),
  ),
  language: v.optional(v.nullable(v.string())),
});

type Article = v.InferOutput<typeof articleShape>;

/**
 * How well sentences that a text does not back are told from those that it does: the area under the
 * ROC curve of the doubt score, precision and recall of the marks, the share of true sentences that
 * are marked, and milliseconds. `--cases <file.json>` takes `[{ source, sentences: [{ text,
 * supported, way? }], language? }]`, a passage a line; without it the project's own set is used, in
 * its parts. `--list` adds what was judged wrong, but never of the parts that are held out.
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: "string" },
      list: { type: "boolean" },
      json: { type: "boolean" }, // all there is, but every command of ours takes it
    },
  });
  const inSight = readArticles(values.cases ?? ownPart("in-sight"));
  const heldOut = values.cases ? [] : readArticles(ownPart("held-out"));
  const byOthers = values.cases ? [] : readArticles(ownPart("by-others"));
  const judged = await judge(inSight);
  return {
    [values.cases ? "given" : "inSight"]: scoresOf(judged),
    ...(heldOut.length > 0 ? { heldOut: scoresOf(await judge(heldOut)) } : {}),
    ...(byOthers.length > 0 ? { byOthers: scoresOf(await judge(byOthers)) } : {}),
    ms: timesOf([...inSight, ...heldOut]),
    ...(values.list ? { wrong: judged.filter((one) => one.supported === one.isMarked) } : {}),
  };
}

function ownPart(part: "in-sight" | "held-out" | "by-others"): string {
  return join(import.meta.dirname, `evidence/${part}.json`);
}

function readArticles(file: string): Article[] {
  return v.parse(v.array(articleShape), JSON.parse(readFileSync(file, "utf8")));
}

async function judge(articles: readonly Article[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { source, sentences, language } of articles) {
    const code = language ?? (await detectLanguage(source))?.language ?? null;
    const page = indexPage(passagesOf(source), code);
    const found = findEvidence(
      sentences.map(({ text }) => text),
      page,
    );
    sentences.forEach(({ text, supported, way = "" }, at) => {
      const { doubts = [], doubtScore = 0 } = found[at] ?? {};
      judged.push({ text, supported, way, doubtScore, isMarked: doubts.length > 0, doubts });
    });
  }
  return judged;
}
