import { css } from 'lit';

export const styles = css`
  /* A page may align its own text for its own direction. */
  .frame {
    position: relative;
    text-align: start;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
    min-block-size: 24px;
    margin-block-end: calc(2 * var(--_space));
  }

  .bar:focus {
    outline: none;
  }

  /* What is in it stands for the controls that will be there, with their distances. */
  .room {
    display: flex;
    flex-wrap: wrap;
  }

  .room i {
    block-size: calc(var(--_target) + 10px);
    inline-size: 8em;
  }

  .room .box {
    inline-size: min(16em, 100%);
  }

  .room .choice {
    inline-size: min(12em, 100%);
  }

  /* As high as what will be there. */
  .skeleton {
    container-type: inline-size;
  }

  .bone.tall {
    block-size: 132px;
  }

  @container (width <= 30em) {
    .bone.tall {
      block-size: 200px;
    }
  }

  .list {
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }

  .card {
    display: grid;
    gap: calc(2 * var(--_space));
    padding: calc(4 * var(--_space));
    content-visibility: auto;
    contain-intrinsic-size: auto 128px;
  }

  .card + .card {
    border-block-start: 1px solid var(--_line);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: var(--_space) calc(3 * var(--_space));
  }

  h3 {
    flex: 1 1 20ch;
    min-inline-size: 0;
    font-size: 1em;
    font-weight: var(--_strong);
    overflow-wrap: anywhere;
  }

  /* What people and marketplaces wrote is read in its own direction, by its first word that is not isolated itself. */
  bdi:not([dir]) {
    unicode-bidi: plaintext;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(4 * var(--_space));
    font-size: 0.875em;
  }

  .why {
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
    margin-block-start: var(--_space);
  }

  /* Where it starts a line, its word starts where the texts above start; elsewhere that is its distance. */
  @media (forced-colors: none) {
    .disclose {
      margin-inline-start: calc(-1 * var(--_space) - 1px);
      padding-inline-start: var(--_space);
    }
  }

  .disclose .icon {
    transition: rotate var(--_short);
  }

  .disclose[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .inline {
    margin-block-start: calc(2 * var(--_space));
    padding-block-start: calc(5 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }

  .inline:focus {
    outline: none;
  }

  .inline > .actions {
    margin-block-start: calc(4 * var(--_space));
  }

  .details {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    gap: calc(5 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
    padding-block-start: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }

  .details[hidden] {
    display: none;
  }

  dl {
    display: grid;
    gap: calc(3 * var(--_space));
    align-content: start;
  }

  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    padding: calc(10 * var(--_space)) calc(4 * var(--_space));
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    text-align: center;
  }

  .empty[hidden] {
    display: none;
  }

  .more {
    margin-block-start: calc(3 * var(--_space));
  }
`;
