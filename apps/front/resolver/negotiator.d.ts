declare module 'negotiator' {
  /** Reads what a caller accepts (RFC 9110, section 12.5). */
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | string[] | undefined> })
    /** Those of the available languages that the caller reads, the most wanted first. */
    languages(available: readonly string[]): string[]
  }
}
