import { measureCreates } from './creates.js';
import { measureGateway } from './gateway.js';
import { measureLists } from './lists.js';
import { withDatabase } from './database.js';
import type { Measure } from '../measure.js';

const json = process.argv.includes('--json');
const say = (text: string): void => (json ? undefined : console.log(text));
const measures: Measure[] = [];

function report(found: Measure[]): void {
  measures.push(...found);
  for (const { name, value, unit, budget } of found) {
    const verdict =
      budget === undefined ? '' : value <= budget ? `  (budget ${budget})` : `  OVER its budget of ${budget}`;
    say(`${name.padEnd(76)} ${value.toFixed(unit === 'ratio' ? 2 : 1).padStart(8)} ${unit}${verdict}`);
  }
}

say('The gateway, at 50 concurrent calls:');
report(await measureGateway());
await withDatabase(async (sql, name) => {
  say(`\nLists of 100 credentials, on ${name}:`);
  report(await measureLists(sql));
  say(`\nCreates, on ${name}:`);
  report(await measureCreates(sql));
});

if (json) console.log(JSON.stringify(measures, null, 2));
process.exit(measures.some(({ value, budget }) => budget !== undefined && value > budget) ? 1 : 0);
