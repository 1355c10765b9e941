import { lookup as dnsLookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import type { LookupFunction } from 'node:net'

/** What is no address of the internet at large (IANA's registers of special-purpose addresses, RFC 6890). */
const special = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  // Addresses of version 4 in other clothes.
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(net, bits, 'ipv6')

/**
 * Whether an address is one of the internet at large, and not of this machine, its neighbours or what serves them.
 *
 * @example isPublicAddress('169.254.169.254') // false
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && !special.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Looks up a name for a connection, and answers public addresses alone: a public name may lead to a neighbour, and to another one the next time it is
 * asked for, so that only the address that is connected to says where it leads.
 */
export const publicLookup =
  (resolve: typeof dnsLookup = dnsLookup): LookupFunction =>
  (name, options, answer) =>
    resolve(name, { ...options, all: true }, (error, found) => {
      const open = found?.filter(({ address }) => isPublicAddress(address)) ?? []
      const [first] = open
      if (error || !first) answer(error ?? Object.assign(new Error(`${name} leads to no public address`), { code: 'ENOTPUBLIC' }), '')
      else if (options.all) answer(null, open)
      else answer(null, first.address, first.family)
    })
