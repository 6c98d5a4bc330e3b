import { SecretReveal } from './secret-reveal.js';

if (!customElements.get('secret-reveal')) customElements.define('secret-reveal', SecretReveal);

export { SecretReveal };
