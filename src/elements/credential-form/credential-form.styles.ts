import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
    max-inline-size: var(--latchkey-credential-form-max-width, 640px);
  }

  .frame.bare form #heading {
    position: absolute;
    clip-path: inset(50%);
  }
`;
