// Playwright calls the default export before the first test.
export { unpackChromium as default } from './fixtures/chromium.ts';
