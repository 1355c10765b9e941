/** Where the platform is reached: `https://dacsan.vn`. */
export type Site = { origin: string }

/**
 * What events call an organisation that has no GLN.
 *
 * @example partyUri({ origin: 'https://dacsan.vn' }, 'htx-mot') // 'https://dacsan.vn/to-chuc/htx-mot'
 */
export const partyUri = ({ origin }: Site, code: string): string => `${origin}/to-chuc/${code}`

/** The codes of organisations among those whom events name. */
export function organisationCodes(site: Site, events: readonly { parties: readonly string[] }[]): string[] {
  const start = partyUri(site, '')
  const named = events.flatMap(({ parties }) => parties.filter((uri) => uri.startsWith(start)))
  return [...new Set(named)].map((uri) => uri.slice(start.length))
}

/**
 * A GLN in the two meanings that events use it in: of a place, and of a party (GS1 General Specifications, AI 414 and 417).
 *
 * @example urisOfGln('8938501234568') // ['https://id.gs1.org/414/8938501234568', 'https://id.gs1.org/417/8938501234568']
 */
export const urisOfGln = (gln: string): string[] => ['414', '417'].map((ai) => `https://id.gs1.org/${ai}/${gln}`)
