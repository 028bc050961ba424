import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#lib/server/auth.ts';

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** The options are read at the first request: the build has no database and no secret. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const response: unknown = await NextAuth(request, context, authOptions());
  if (!(response instanceof Response)) throw new Error('next-auth gave no answer');
  return response;
}

export { handler as GET, handler as POST };
