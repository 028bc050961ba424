import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

import { RememberZone } from '#components/account/remember-zone.tsx';
import { reader } from '#components/account/reader.ts';
import { DemoNotice } from '#components/workspaces/demo-notice.tsx';
import { env } from '#lib/server/env.ts';

import { code, sans, serif, serifItalic } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { template: '%s – Plumbline', default: 'Plumbline' },
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f4ee' },
    { media: '(prefers-color-scheme: dark)', color: '#121415' },
  ],
};

/** Reading the request makes every page dynamic, which the nonce of the content security policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, zone } = await reader();
  const fonts = [sans, serif, serifItalic, code].map((font) => font.variable).join(' ');
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} className={fonts}>
      <body>
        <a
          href="#main"
          className="sr-only rounded-control bg-accent text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:px-4 focus:py-2"
        >
          Skip to the content
        </a>
        {env().demo ? <DemoNotice /> : null}
        {children}
        <RememberZone known={zone} />
      </body>
    </html>
  );
}
