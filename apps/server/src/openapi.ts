/** The API document, made from the same definitions as the routes. */
export const about = {
  openapi: '3.1.0',
  info: {
    title: 'Entente',
    version: '0.1.0',
    description:
      'Every statement of record is a command. The same rules answer here and over the socket; a refusal is JSON with a code from a closed list and nothing is recorded. Sign in with a session cookie, or with a token as `Authorization: Bearer`.',
  },
} as const
