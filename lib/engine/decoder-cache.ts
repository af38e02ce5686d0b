/**
 * What an encoder-decoder remembers between tokens. The encoder's part comes with the first one; the
 * graphs give something empty in its place afterwards.
 */
export class DecoderCache<Tensor> {
  entries: Record<string, Tensor> | null = null;

  /** Takes the tensors named `present.…` that a pass gave. */
  update(present: Record<string, Tensor>): void {
    const before = this.entries;
    this.entries = Object.fromEntries(
      Object.entries(present).map(([presentName, tensor]) => {
        const name = presentName.replace("present", "past_key_values");
        return [name, name.includes(".encoder.") ? (before?.[name] ?? tensor) : tensor];
      }),
    );
  }

  /** Puts something in the place of each tensor, such as only some of its rows. */
  replaceEach(replace: (tensor: Tensor) => Tensor): void {
    if (!this.entries) return;
    this.entries = Object.fromEntries(
      Object.entries(this.entries).map(([name, tensor]) => [name, replace(tensor)]),
    );
  }
}
