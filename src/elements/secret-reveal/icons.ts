import type { TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';

// The shapes are from Lucide (https://lucide.dev), ISC License, copyright Lucide Contributors.

export const eyeIcon = (): TemplateResult =>
  icon(
    'M2 12.3a1 1 0 0 1 0-.6 10.75 10.75 0 0 1 20 0 1 1 0 0 1 0 .6 10.75 10.75 0 0 1-20 0M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  );

export const eyeOffIcon = (): TemplateResult =>
  icon(
    'M10.7 5.1a10.7 10.7 0 0 1 11.2 6.6 1 1 0 0 1 0 .7 10.7 10.7 0 0 1-1.4 2.5M14.1 14.2a3 3 0 0 1-4.2-4.3M17.5 17.5A10.75 10.75 0 0 1 2 12.3a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 4.5-5.1M2 2l20 20',
  );

export const downloadIcon = (): TemplateResult =>
  icon('M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5');

export const lockIcon = (): TemplateResult =>
  icon('M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM7 11V7a5 5 0 0 1 10 0v4');

export const codeIcon = (): TemplateResult => icon('m16 18 6-6-6-6M8 6l-6 6 6 6');
