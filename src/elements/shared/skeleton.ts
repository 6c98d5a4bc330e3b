import { html, type TemplateResult } from 'lit';

/** Stands where a form or a list will be; style it with `skeletonStyles`. */
export const renderSkeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton" aria-busy="true">
    <p class="visually-hidden">${loading}</p>
    <span class="bone short"></span><span class="bone tall"></span><span class="bone tall"></span>
  </div>`;
