/** Hands a file to the browser's own saving. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content over by the next turn of its loop; a minute is more than enough.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
