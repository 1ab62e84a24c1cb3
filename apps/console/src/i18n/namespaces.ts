/** `./zh-CN/cases.json` → namespace `cases`. */
export function byNamespace(files: Record<string, unknown>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path.replace(/^.*\/|\.json$/g, ''), words as object]),
  );
}
