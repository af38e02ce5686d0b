/**
 * Models of the private file system that have come whole, which is when their files are listed. Runs
 * in a page of the extension.
 */
export async function countModels(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const models = await root.getDirectoryHandle("models", { create: true });
  let count = 0;
  for await (const name of models.keys()) {
    const model = await models.getDirectoryHandle(name);
    const listed = await model.getFileHandle("model.json").catch(() => null);
    const text = await (await listed?.getFile())?.text();
    if (text?.includes('"arriving":[]')) count += 1;
  }
  return count;
}
