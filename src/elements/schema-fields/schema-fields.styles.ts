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
    min-block-size: max(36px, var(--_target));
  }

  .add {
    justify-self: start;
  }

  .masked {
    -webkit-text-security: disc;
  }

  .field :is(input:not([type='checkbox'], [type='radio']), textarea):read-only {
    background: var(--_hover);
  }
`;
