/** What becomes of the other claims to the same producer. */
export const fatesOfOthers = ['refuse', 'leave'] as const
/** What becomes of those who work for the producer already. */
export const fatesOfHolders = ['beside', 'end'] as const

/** Ten of Crockford's 32 symbols: nobody guesses another's request. */
export const requestCodePattern = /^CT-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/

/** A code as people type it: any case, with or without dashes, O for 0, I or L for 1. */
export function readRequestCode(typed: string): string | undefined {
  const symbols = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/^CT(?=.{10}$)/, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const code = `CT-${symbols.slice(0, 5)}-${symbols.slice(5)}`
  return requestCodePattern.test(code) ? code : undefined
}
