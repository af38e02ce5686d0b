import { languageName, packOf, packsToFetch } from "../lib/models/packs.ts";
import type { Models } from "../lib/options/models.ts";
import type {
  OriginalView,
  PageTranslating,
  PageTranslation,
} from "../lib/panel/translating-page.ts";
import { MissingPacks } from "./MissingPacks.tsx";
import { Notice } from "./Notice.tsx";
import { PageTranslationOffer } from "./PageTranslationOffer.tsx";

interface Props {
  translating: PageTranslating;
  models: Models;
  /** Translates the page in front of the reader. */
  onTranslate: (to: string) => void;
}

/** A page that is translated in place: between which languages, and what to do with it. */
export function PageTranslationView({ translating, models, onTranslate }: Props) {
  const translation = translating.translation.value;
  switch (translation.kind) {
    case "none":
      return null;
    case "starting":
      return <div class="reading" />;
    case "failed":
      return (
        <div class="problem">
          <Notice error={translation.error} />
          <PageTranslationOffer
            from={null}
            first={translating.target.value}
            onTranslate={onTranslate}
          />
        </div>
      );
    case "restored":
      return (
        <article>
          <header class="page-header">
            <output>The page is as it was.</output>
          </header>
          <PageTranslationOffer
            from={null}
            first={translating.target.value}
            onTranslate={onTranslate}
          />
        </article>
      );
    case "running":
    case "done":
    case "stopped":
      return <Translated {...{ translating, translation, models }} />;
  }
}

type Shown = Extract<PageTranslation, { kind: "running" | "done" | "stopped" }>;

interface TranslatedProps extends Pick<Props, "translating" | "models"> {
  translation: Shown;
}

function Translated({ translating, translation, models }: TranslatedProps) {
  const to = languageName(translating.target.value);
  const { from, progress } = translation;
  return (
    <article>
      <header class="page-header">
        <h2>This page in {to}</h2>
        <p class="facts">
          {from !== null && (
            <span>
              {languageName(from)} → {to}
            </span>
          )}
          <span>
            {counted(progress.doneSentences)} of {counted(progress.totalSentences)} sentences
          </span>
        </p>
      </header>
      <Shortfalls {...{ translation, to }} />
      <PacksOffer {...{ translating, translation, models }} />
      <OriginalChoice translating={translating} />
      <div class="actions">
        {translation.kind === "stopped" && (
          <button type="button" onClick={() => void translating.goOn()}>
            Go on
          </button>
        )}
        <button type="button" onClick={() => void translating.restore()}>
          Restore the page
        </button>
      </div>
    </article>
  );
}

/** What of the page is not translated, and why. */
function Shortfalls({ translation, to }: { translation: Shown; to: string }) {
  const { progress, missing } = translation;
  const { leftSentences, isCut } = progress;
  return (
    <>
      {missing.length > 0 && (
        <p class="caution">
          No pack here translates {missing.map(languageName).join(" or ")} to {to}. What is in it
          stands as it was.
        </p>
      )}
      {leftSentences > 0 && (
        <p class="caution">
          {leftSentences === 1
            ? "One sentence stands"
            : `${counted(leftSentences)} sentences stand`}{" "}
          as before: no good translation came.
        </p>
      )}
      {isCut && (
        <p class="caution">
          The page is too long to be translated whole. Its end stands as it was.
        </p>
      )}
    </>
  );
}

/** The packs for what stands as it was; once they are here, the page goes on by itself. */
function PacksOffer({ translating, translation, models }: TranslatedProps) {
  const here = models.kept.packs.value.flatMap(({ id }) => packOf(id) ?? []);
  const to = translating.target.value;
  const missing = new Set(translation.missing.flatMap((from) => packsToFetch({ from, to }, here)));
  return missing.size === 0 ? null : <MissingPacks missing={[...missing]} models={models} />;
}

const originalViews: readonly (readonly [view: OriginalView, title: string])[] = [
  ["hidden", "Hidden"],
  ["on-hover", "On pointing"],
  ["below", "Below each block"],
];

/** How the page shows what stood there before. */
function OriginalChoice({ translating }: Pick<Props, "translating">) {
  return (
    <>
      <p class="small-print" id="original-choice">
        The original is
      </p>
      <fieldset class="view-choice" aria-labelledby="original-choice">
        {originalViews.map(([view, title]) => (
          <button
            key={view}
            type="button"
            aria-pressed={translating.original.value === view}
            onClick={() => translating.show(view)}
          >
            {title}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function counted(count: number): string {
  return count.toLocaleString("en");
}
