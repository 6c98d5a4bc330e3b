import { marketplace } from './portal.js';

const pauseMs = 5_000;

async function run(subjects, refresh, signal) {
  while (!signal.aborted) {
    try {
      const { next } = await marketplace.events.list({}, { signal });
      refresh();
      for await (const { subject } of marketplace.events.stream({ after: next }, { signal }))
        if (subjects.includes(subject)) refresh();
    } catch {
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Calls `refresh` now and whenever something of these subjects has changed. Rests while the page is hidden. */
export function follow(subjects, refresh) {
  let running;
  const adjust = () => {
    running?.abort();
    running = undefined;
    if (document.hidden) return;
    running = new AbortController();
    void run(subjects, refresh, running.signal);
  };
  document.addEventListener('visibilitychange', adjust);
  adjust();
}
