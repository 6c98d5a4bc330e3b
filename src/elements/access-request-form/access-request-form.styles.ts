import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
    max-inline-size: var(--latchkey-access-request-form-max-width, 640px);
  }
`;
