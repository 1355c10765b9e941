/** The questions of an address, without those left empty. */
export function filterOf(url: URL): Record<string, string> {
  return Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''))
}
