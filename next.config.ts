import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // `npm run check` does both for the whole tree; doing it again would only make the start slower.
  typescript: { ignoreBuildErrors: true },
  // Native code, WebAssembly, and clients that must be one copy for both module graphs of the server.
  serverExternalPackages: [
    '@myriaddreamin/typst-ts-node-compiler',
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'nodemailer',
    'pg',
    'pg-boss',
  ],
  // Pictures are the files that people pasted; nothing is fetched or resized on the way.
  images: { unoptimized: true },
  devIndicators: false,
  // Without a connection a page that was asked for waits for it. Otherwise the browser would take the worksheet away for
  // its own page about the lost connection.
  experimental: { useOffline: true },
};

export default config;
