import type { FamilyId } from "../../models/catalogue.ts";

/** How the models of a family are spoken to. */
export interface Family {
  id: FamilyId | "unknown";
  /** The values of `model_type` in the `config.json` of its models. */
  modelTypes: readonly string[];
  /** The special token that begins a turn; it tells apart families that share a `model_type`. */
  turnToken: string;
  /**
   * Where our instructions go: into a turn of their own or, where there is no such turn, to the
   * head of the reader's. If that is not known, the chat template is tried out.
   */
  instructions: "own turn" | "user's turn" | "not known";
  /** What its chat templates are told beside the messages. */
  templateOptions: Readonly<Record<string, boolean>>;
  /** Special tokens that end an answer, whether or not the model's files say so. */
  stopTokens: readonly string[];
}
