import { setViewport } from '@web/test-runner-commands';

/** Runs on a screen of 320 px, in the dark and from right to left. */
export async function onSmallScreen(run: () => Promise<void>): Promise<void> {
  const page = document.documentElement;
  await setViewport({ width: 320, height: 640 });
  page.dir = 'rtl';
  page.style.colorScheme = 'dark';
  page.style.background = 'Canvas';
  try {
    await run();
  } finally {
    page.removeAttribute('style');
    page.removeAttribute('dir');
    await setViewport({ width: 1280, height: 800 });
  }
}
