/** What we use of npm `digital-link.js`, which comes without types. */
declare module 'digital-link.js' {
  const library: { DigitalLink(uri: string): { isValid(): boolean } }
  export default library
}
