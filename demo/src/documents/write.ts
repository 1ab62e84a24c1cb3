// Writes the copies of the demo's documents that a reader of the README uploads: `node demo/src/documents/write.ts`.
import { writeFileSync } from 'node:fs';
import { committedDocuments, documentFolder } from './files.ts';

for (const { fileName, bytes } of committedDocuments()) writeFileSync(new URL(fileName, documentFolder), bytes);
