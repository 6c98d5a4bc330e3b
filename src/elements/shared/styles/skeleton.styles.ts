import { css } from 'lit';

/** `.skeleton` with a `.bone` (or `.short`, `.tall`) for each thing that will be there. It appears after a moment. */
export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: calc(5 * var(--_space));
    animation: skeleton 1ms 200ms backwards;
  }

  .bone {
    block-size: var(--_field);
    border-radius: var(--_radius-small);
    background: var(--_hover);
  }

  .bone.short {
    inline-size: 40%;
    block-size: 24px;
  }

  .bone.tall {
    block-size: 96px;
  }

  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }

  @keyframes skeleton {
    from {
      opacity: 0;
    }
  }
`;
