import { html, type TemplateResult } from 'lit';

// The shapes are from Lucide (https://lucide.dev), ISC License, copyright Lucide Contributors.

/** An icon from its path on a 24 × 24 grid, drawn in the colour of the text. It is decoration: say the same in words. */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

const circle = 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0';

export const alertIcon = (): TemplateResult =>
  icon('m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01');

export const checkIcon = (): TemplateResult => icon('M20 6 9 17l-5-5');

export const circleCheckIcon = (): TemplateResult => icon(`${circle}M8 12l2.5 2.5L16 9`);

export const circlePauseIcon = (): TemplateResult => icon(`${circle}M10 15V9M14 15V9`);

export const circleXIcon = (): TemplateResult => icon(`${circle}M15 9l-6 6M9 9l6 6`);

export const clockIcon = (): TemplateResult => icon(`${circle}M12 6v6l4 2`);

export const copyIcon = (): TemplateResult =>
  icon(
    'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
  );

/** For what is under way: add the class `spin` where it should turn. */
export const progressIcon = (): TemplateResult => icon('M21 12a9 9 0 1 1-6.22-8.56');

export const closeIcon = (): TemplateResult => icon('M18 6 6 18M6 6l12 12');

export const moreIcon = (): TemplateResult =>
  icon('M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 5a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 19a1 1 0 1 0 2 0 1 1 0 1 0-2 0');
