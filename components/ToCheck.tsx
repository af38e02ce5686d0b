/** More are a click away, so that the buttons stay in sight. */
const SHOWN_AT_ONCE = 6;

interface Props {
  /** What it is about the things below. */
  lead: string;
  things: readonly string[];
}

/** What a reader is to look at before a text is used, thing by thing; nothing where all is well. */
export function ToCheck({ lead, things }: Props) {
  if (things.length === 0) return null;
  const rest = things.slice(SHOWN_AT_ONCE);
  return (
    <div class="caution losses">
      <p>{lead}</p>
      <Things things={things.slice(0, SHOWN_AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Things things={rest} />
        </details>
      )}
    </div>
  );
}

function Things({ things }: { things: readonly string[] }) {
  return (
    <ul>
      {things.map((thing, index) => (
        <li key={index}>{thing}</li>
      ))}
    </ul>
  );
}
