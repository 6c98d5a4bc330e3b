/** Pages as the elements may meet them: what each says is little, and none of it about parts. */
export const hosts = {
  /** A publisher: large serif type on sepia. */
  sepia: `
    font: 400 18px/1.6 Georgia, 'Liberation Serif', serif;
    background: #f4ecd8;
    color: #3a2f1d;
    color-scheme: light;
    --latchkey-color-surface: #f4ecd8;
    --latchkey-color-text: #3a2f1d;
    --latchkey-color-accent: #7a3e12;
    --latchkey-radius-small: 2px;
    --latchkey-radius-medium: 3px;`,
  /** A console: small and dense, a grotesk on near black. */
  console: `
    font: 400 13px/1.35 Arial, 'Liberation Sans', sans-serif;
    background: #0f1419;
    color: #d6dde6;
    color-scheme: dark;
    --latchkey-color-surface: #0f1419;
    --latchkey-color-text: #e3e9f0;
    --latchkey-color-accent: #59c2ff;
    --latchkey-color-on-accent: #06202f;
    --latchkey-space-unit: 3px;
    --latchkey-size-control: 26px;
    --latchkey-size-field: 28px;
    --latchkey-radius-small: 0;
    --latchkey-radius-medium: 0;`,
  /** A consumer brand: large, rounded and bold. */
  round: `
    font: 600 19px/1.5 'DejaVu Sans', Verdana, sans-serif;
    background: #fff;
    color: #20124d;
    color-scheme: light;
    --latchkey-color-text: #20124d;
    --latchkey-color-accent: #b5179e;
    --latchkey-radius-small: 18px;
    --latchkey-radius-medium: 28px;`,
} as const;
