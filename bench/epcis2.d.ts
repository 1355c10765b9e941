/** What we use of npm `epcis2.js`, whose types do not fit a module. */
declare module 'epcis2.js' {
  const library: { eventToHashedId(event: object, context: Record<string, string>, throwError?: boolean): string }
  export default library
}
