// Writes src/generated/schema.ts (every REST and socket type) and src/generated/events.ts (event -> types)
// from src/generated/interface.json, which the server makes.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const folder = new URL('../src/generated/', import.meta.url);
const document = JSON.parse(await readFile(new URL('interface.json', folder), 'utf8'));
const note = '// Made from the server by `uv run python -m scripts.web types`. Not to be edited.\n\n';

const schema = await openapiTS(document, {
  alphabetize: true,
  defaultNonNullable: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
});
await writeFile(new URL('schema.ts', folder), note + astToString(schema));

const { client, server } = document['x-events'];
const used = [...new Set([...Object.values(client).flat(), ...Object.values(server)])].sort();
const lines = [
  `import type { ${used.join(', ')} } from './schema';`,
  '',
  '/** Event -> what the client sends, and the reply when it is carried out. */',
  'export interface ClientEvents {',
  ...Object.entries(client).map(
    ([event, [payload, reply]]) => `  '${event}': { payload: ${payload}; reply: ${reply} };`,
  ),
  '}',
  '',
  '/** Event -> what the server sends. */',
  'export interface ServerEvents {',
  ...Object.entries(server).map(([event, payload]) => `  '${event}': ${payload};`),
  '}',
  '',
];
await writeFile(new URL('events.ts', folder), note + lines.join('\n'));
