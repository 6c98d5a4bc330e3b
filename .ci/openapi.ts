// Writes the OpenAPI document of the contract to the file named on the command line.
import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../src/contract/openapi.js';

const [, , path] = process.argv;
if (!path) throw new Error('Usage: node --import tsx .ci/openapi.ts FILE');
const document = openApiDocument({ servers: [{ url: 'https://marketplace.acme.test/v1', description: 'Production' }] });
writeFileSync(path, JSON.stringify(document, null, 2));
