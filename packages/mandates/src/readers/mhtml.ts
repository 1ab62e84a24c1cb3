/**
 * A page saved as one file (MIME multipart/related, RFC 2557), which Word writes under the name of a DOC: the bytes of
 * its first part that is HTML; null when there is none.
 */
export function pageOfMhtml(bytes: Uint8Array): Uint8Array | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(source.slice(0, 4_000))?.[1];
  if (!boundary) return null;
  for (const part of source.split(`--${boundary}`).slice(1, 200)) {
    const end = /\r?\n\r?\n/.exec(part);
    const head = part.slice(0, end?.index ?? 0);
    if (!end || !/^content-type:\s*text\/html/im.test(head)) continue;
    const body = part.slice(end.index + end[0].length);
    const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase();
    if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'));
    if (encoding === 'quoted-printable') return fromQuotedPrintable(body);
    return new Uint8Array(Buffer.from(body, 'latin1'));
  }
  return null;
}

function fromQuotedPrintable(text: string): Uint8Array {
  const joined = text.replaceAll(/=\r?\n/g, '');
  const plain = joined.replaceAll(/=([\dA-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}
