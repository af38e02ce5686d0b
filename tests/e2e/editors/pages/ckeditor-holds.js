/** What a CKEditor of any version holds, once it is there. */
export function holdsOf(get) {
  const linesOf = () =>
    [...get().model.document.getRoot().getChildren()].map((block) =>
      [...block.getChildren()].map((node) => node.data ?? "\n").join(""),
    );
  return { text: () => linesOf().join("\n"), model: () => get().getData() };
}
