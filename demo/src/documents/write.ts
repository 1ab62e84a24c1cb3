// Writes the copies of the demo's documents and of its table of limits that a reader of the README uploads: `node demo/src/documents/write.ts`.
import { writeFileSync } from 'node:fs';
import { committedFiles, documentFolder } from './files.ts';

for (const { fileName, bytes } of committedFiles()) writeFileSync(new URL(fileName, documentFolder), bytes);
