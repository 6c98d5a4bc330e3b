import { css } from 'lit';

export const styles = css`
  .frame {
    max-inline-size: var(--latchkey-credential-form-max-width, 640px);
  }
`;
