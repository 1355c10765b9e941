import { foldText } from '@dacsan/vietnam'

/** A code as it is compared: capital letters and digits, whatever signs stood between. */
export const plainCode = (code: string): string =>
  foldText(code)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')

/** No content of a transfer is longer; what is behind is not looked at. */
const longestContent = 2000

/**
 * Makes a search for codes in the contents of transfers: which of them stand in a text, each once, in its order. Banks put the content between dots,
 * dashes and numbers of their own, drop accents, change capitals and break lines within a code; so a code may be spread over several words, but never be
 * a part of one: DH1023 does not stand in DH10234. A word that is a code by itself is not taken for a part of another one.
 *
 * @example codeFinder(['DS-7K3M9QX'])('MBVCB.1234.ds-7k3m 9qx.CT tu 0123') // ['DS-7K3M9QX']
 */
export function codeFinder(codes: readonly string[]): (text: string) => string[] {
  const byPlain = new Map(codes.map((code) => [plainCode(code), code]))
  const longest = codes.reduce((most, code) => Math.max(most, plainCode(code).length), 0)
  return (text) => {
    const parts = foldText(text.slice(0, longestContent))
      .toUpperCase()
      .split(/[^A-Z0-9]+/)
      .filter(Boolean)
    const found = new Set<string>()
    for (let start = 0; start < parts.length; start++) {
      let run = ''
      for (let end = start; end < parts.length && run.length < longest; end++) {
        if (end > start && byPlain.has(parts[end]!)) break
        run += parts[end]!
        const code = byPlain.get(run)
        if (code === undefined) continue
        found.add(code)
        start = end
        break
      }
    }
    return [...found]
  }
}
