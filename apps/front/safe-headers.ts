/** On every answer, of whatever part: nothing is taken for another type than it says, and where the site has https, never asked for without it. */
export const safeHeaders = (origin: string): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  ...(origin.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})
