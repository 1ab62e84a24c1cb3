/** What came, or only that it was too much. */
export type Body = { readonly text: string } | { readonly tooLarge: true };

/** Reads an answer no further than it may be long, whatever its header says about its length. */
export async function boundedBody(response: Response, mostBytes: number): Promise<Body> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (bytes > mostBytes) return { tooLarge: true };
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode() };
}
