import { css } from 'lit';

/** What only the fields of a form definition need beyond the styles of every form. */
export const schemaFieldsStyles = css`
  .group {
    display: grid;
    gap: calc(4 * var(--_space));
    margin-block-start: var(--_space);
    padding-inline-start: calc(3 * var(--_space));
    border-inline-start: 2px solid var(--_line);
  }

  .boxes {
    display: grid;
    gap: calc(2 * var(--_space));
    max-block-size: 288px;
    overflow: auto;
    padding: 2px;
  }

  .item {
    display: flex;
    align-items: start;
    gap: var(--_space);
  }

  .item > :first-child {
    flex: 1;
    min-inline-size: 0;
  }

  .item > .icon-button {
    min-block-size: var(--_field);
  }

  .add {
    justify-self: start;
  }

  /* Deeper levels keep their width; the line at their side still tells them apart. */
  .group .group .group .group {
    padding-inline-start: 0;
    border-inline-start: none;
  }

  .file {
    display: grid;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
    padding: calc(3 * var(--_space));
    border: 1px dashed var(--_control-line);
    border-radius: var(--_radius-small);
  }

  .file.amiss {
    border-color: var(--_critical);
  }

  .file[data-over] {
    border-style: solid;
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .chosen,
  .pick {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
  }

  .chosen {
    flex-wrap: nowrap;
  }

  .pick {
    position: relative;
  }

  .file .pick input.visually-hidden {
    inline-size: 1px;
    min-block-size: 0;
    padding: 0;
    border: none;
  }

  .pick[hidden] {
    display: none;
  }

  .chosen .icon-button {
    margin-inline-start: auto;
  }

  .file-name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .pick input:focus-visible + .button {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .masked {
    -webkit-text-security: disc;
  }

  .field :is(input:not([type='checkbox'], [type='radio']), textarea):read-only {
    background: var(--_hover);
  }
`;
