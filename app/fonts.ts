import localFont from 'next/font/local';

/** next/font wants literals only; the files are made by scripts/fonts/subset.ts. */
export const sans = localFont({
  src: './fonts/plumb-sans.woff2',
  weight: '400 700',
  variable: '--plumb-sans',
  adjustFontFallback: 'Arial',
});

export const serif = localFont({
  src: './fonts/plumb-serif.woff2',
  weight: '400 700',
  variable: '--plumb-serif',
  adjustFontFallback: 'Times New Roman',
});

export const serifItalic = localFont({
  src: './fonts/plumb-serif-italic.woff2',
  weight: '400 700',
  style: 'italic',
  variable: '--plumb-serif-italic',
  preload: false,
  adjustFontFallback: 'Times New Roman',
});

export const code = localFont({
  src: './fonts/plumb-code.woff2',
  weight: '400 700',
  variable: '--plumb-code',
  preload: false,
  adjustFontFallback: false,
});
