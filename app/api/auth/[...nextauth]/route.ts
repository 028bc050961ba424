import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#lib/server/auth.ts';

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** The options are read at the first request: the build has no database and no secret. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
