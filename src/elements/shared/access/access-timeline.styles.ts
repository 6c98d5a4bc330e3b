import { css } from 'lit';

/** The steps of an access request, joined by a line. */
export const accessTimelineStyles = css`
  .timeline {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .timeline li {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: calc(2.5 * var(--_space));
    position: relative;
    padding-block-end: calc(4 * var(--_space));
  }

  .timeline li:last-child {
    padding-block-end: 0;
  }

  .timeline li:not(:last-child)::before {
    position: absolute;
    inset-block: 24px 0;
    inset-inline-start: 11px;
    border-inline-start: 2px solid var(--_line);
    content: '';
  }

  .mark {
    --_state: var(--_positive);
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    border: 1.5px solid var(--_state);
    border-radius: 50%;
    background: color-mix(in srgb, var(--_state) 10%, var(--_surface));
    color: var(--_state);
  }

  .mark .icon {
    inline-size: 14px;
    block-size: 14px;
    vertical-align: 0;
  }

  .refused .mark {
    --_state: var(--_critical);
  }

  .current .mark {
    --_state: var(--_accent);
  }

  .upcoming .mark {
    border: 1.5px dashed var(--_control-line);
    background: none;
  }

  .timeline .word {
    font-weight: var(--_medium);
  }

  .upcoming .word {
    color: var(--_muted);
    font-weight: 400;
  }

  .timeline time {
    display: block;
    font-size: 0.875em;
  }

  .timeline .reason {
    margin-block-start: calc(1.5 * var(--_space));
    padding: calc(1.5 * var(--_space)) calc(3 * var(--_space));
    border-inline-start: 3px solid var(--_line);
    background: var(--_hover);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  /* Each paragraph is read in its own direction. */
  .timeline .reason bdi {
    unicode-bidi: plaintext;
  }
`;
