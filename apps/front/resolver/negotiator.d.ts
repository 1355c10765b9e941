declare module 'negotiator' {
  /** Reads what a caller accepts (RFC 9110, section 12.5). */
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | string[] | undefined> })
    /** Those of the available languages that the caller reads, the most wanted first. */
    languages(available: readonly string[]): string[]
    /** The available media type that the caller wants most; undefined where he takes none of them. */
    mediaType(available: readonly string[]): string | undefined
    /** Those of the available media types that the caller takes, the most wanted first. */
    mediaTypes(available: readonly string[]): string[]
    /** The available encoding that the caller wants most; of several that he wants alike the first of the preferred ones. */
    encoding(available: readonly string[], preferred: readonly string[]): string | undefined
  }
}
