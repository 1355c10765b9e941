import { isIPv6 } from 'node:net'

/** Where one guesser sits: IPv6 is handed out in networks of 64 bits or more (RFC 6177), and every address of one is the same hand. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [before = [], after = []] = address
    .split('%')[0]!
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')))
    .map((groups) => groups.map((group) => parseInt(group, 16).toString(16)))
  const zeros = Array<string>(8 - before.length - after.length).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
