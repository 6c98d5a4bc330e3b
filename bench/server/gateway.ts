import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inTurns, median, medianRatio, type Measure } from '../measure.js';

const concurrent = 50;
const callsPerRound = 1_000;
const rounds = 9;
/** How long the API behind takes for an answer: what a quick one does that asks a database. */
const upstreamMs = 50;
const program = fileURLToPath(new URL('./gateway-process.ts', import.meta.url));

interface Running {
  url: string;
  key: string;
  stop(): void;
}

/** Starts a part in a process of its own, which ends with this one. */
async function start(...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout }))
    return { ...(JSON.parse(line) as Omit<Running, 'stop'>), stop: () => child.stdin.end() };
  throw new Error('the process ended before it told its address');
}

const agent = new Agent({ keepAlive: true, maxSockets: concurrent });

/** One call; fails unless it is answered with 200. */
const call = (url: string, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`))));
    })
      .on('error', reject)
      .end();
  });

/** A round of calls, 50 at a time. */
async function round(url: string, headers: Record<string, string> = {}): Promise<void> {
  let left = callsPerRound;
  const caller = async (): Promise<void> => {
    while (left-- > 0) await call(url, headers);
  };
  await Promise.all(Array.from({ length: concurrent }, caller));
}

/**
 * What a gateway's check and forwarding add to a call of an API that answers in 50 ms; and, with one that answers at once,
 * so that nothing but the work itself is left, what the check adds to a proxy that checks nothing.
 */
export async function measureGateway(): Promise<Measure[]> {
  const api = await start('upstream', String(upstreamMs));
  const gateway = await start('gateway', api.url);
  const quickApi = await start('upstream', '0');
  const quickGateway = await start('gateway', quickApi.url);
  const quickProxy = await start('proxy', quickApi.url);
  const work = {
    direct: () => round(`${api.url}/orders`),
    through: () => round(`${gateway.url}/gateway/orders`, { 'x-api-key': gateway.key }),
    quickDirect: () => round(`${quickApi.url}/orders`),
    quickProxied: () => round(`${quickProxy.url}/gateway/orders`),
    quickThrough: () => round(`${quickGateway.url}/gateway/orders`, { 'x-api-key': quickGateway.key }),
  };
  await inTurns(1, work);
  const times = await inTurns(rounds, work);
  for (const running of [api, gateway, quickApi, quickGateway, quickProxy]) running.stop();
  agent.destroy();
  const perCall = concurrent / callsPerRound;
  const { direct, through, quickDirect, quickProxied, quickThrough } = times;
  return [
    {
      name: `an API that answers in ${upstreamMs} ms, without the gateway`,
      value: median(direct) * perCall,
      unit: 'ms',
    },
    {
      name: 'the same through the gateway, with its key checked, to that',
      value: medianRatio(through, direct),
      unit: 'ratio',
      budget: 1.3,
    },
    { name: 'an API that answers at once, without the gateway', value: median(quickDirect) * perCall, unit: 'ms' },
    { name: 'the same through a proxy that checks nothing', value: median(quickProxied) * perCall, unit: 'ms' },
    {
      name: 'the same through the gateway, with its key checked, to the proxy',
      value: medianRatio(quickThrough, quickProxied),
      unit: 'ratio',
    },
  ];
}
