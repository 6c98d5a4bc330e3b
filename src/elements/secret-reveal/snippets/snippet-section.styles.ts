import { css } from 'lit';

/** For an example call; adopted with it. */
export const snippetStyles = css`
  .snippet-head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: calc(2 * var(--_space)) calc(3 * var(--_space));
  }

  .snippet-choices {
    display: flex;
    flex-wrap: wrap;
    gap: calc(3 * var(--_space));
  }

  .snippet-choices .field {
    grid-template-columns: auto minmax(0, auto);
    align-items: center;
    column-gap: calc(2 * var(--_space));
  }

  .snippet {
    margin: 0;
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_hover);
    overflow-x: auto;
    direction: ltr;
    text-align: left;
    tab-size: 4;
  }

  .snippet code {
    white-space: pre;
    unicode-bidi: isolate;
  }

  @media print {
    .snippet-choices {
      display: none;
    }
  }
`;
