import type { ComponentChildren, ComponentProps } from "preact";
import type { AnswerLanguage } from "../lib/options/answer-language.ts";
import type { EngineOptions } from "../lib/options/engine-options.ts";
import type { Ledger } from "../lib/options/ledger.ts";
import type { Models } from "../lib/options/models.ts";
import type { OwnTasks } from "../lib/options/own-tasks.ts";
import { About } from "./About.tsx";
import { EngineChoices } from "./EngineChoices.tsx";
import { HistorySection } from "./HistorySection.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { LedgerView } from "./LedgerView.tsx";
import { type ModelActions, ModelsPage } from "./ModelsPage.tsx";
import { OwnTasksList } from "./OwnTasksList.tsx";
import { PacksPage } from "./PacksPage.tsx";
import { Shortcuts } from "./Shortcuts.tsx";

interface Props {
  models: Models;
  modelActions: ModelActions;
  engine: EngineOptions;
  cores: number;
  language: AnswerLanguage;
  ownTasks: OwnTasks;
  history: ComponentProps<typeof HistorySection>;
  ledger: Ledger;
  onExportLedger: () => void;
  shortcuts: Omit<ComponentProps<typeof Shortcuts>, "onCopy">;
  onCopy: (text: string) => Promise<boolean>;
  version: string;
}

/** The whole page of models and settings. */
export function OptionsPage(props: Props) {
  return (
    <main class="page">
      <header class="page-top">
        <h1>Sotto</h1>
        <p class="lead">Models and settings</p>
      </header>
      <Part title="Models">
        <ModelsPage models={props.models} actions={props.modelActions} />
      </Part>
      <Part title="Translation">
        <PacksPage models={props.models} />
      </Part>
      <Part title="How models run">
        <EngineChoices options={props.engine} cores={props.cores} />
      </Part>
      <Part title="Language">
        <LanguageChoice language={props.language} />
      </Part>
      <Part title="Your own tasks">
        <OwnTasksList tasks={props.ownTasks} />
      </Part>
      <Part title="History">
        <HistorySection {...props.history} />
      </Part>
      <Part title="Requests">
        <LedgerView ledger={props.ledger} onExport={props.onExportLedger} />
      </Part>
      <Part title="Shortcuts">
        <Shortcuts {...props.shortcuts} onCopy={props.onCopy} />
      </Part>
      <Part title="About Sotto">
        <About version={props.version} />
      </Part>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
