import type { lookup } from 'node:dns'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { isPublicAddress, publicLookup } from './public-address.ts'

test.for([
  ['8.8.8.8', true],
  ['203.113.131.1', true],
  ['2001:4860:4860::8888', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['fcm.googleapis.com', false],
] as const)('%s is a public address: %s', ([address, isPublic]) => expect(isPublicAddress(address)).toBe(isPublic))

/** Names that lead where a test says. */
const leadingTo = (...addresses: string[]) =>
  ((_name: string, _options: object, answer: (error: null, found: { address: string; family: number }[]) => void) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    )) as unknown as typeof lookup

test('a public name that leads to a neighbour is not connected to', async () => {
  let asked = 0
  const server = createServer((_request, response) => (asked++, response.end())).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as AddressInfo
  const reach = (options: object) =>
    new Promise((resolve) => get({ port, host: 'push.example.com', path: '/', ...options }, resolve).once('error', resolve))
  expect(await reach({ lookup: publicLookup(leadingTo('127.0.0.1')) })).toMatchObject({ code: 'ENOTPUBLIC' })
  expect(asked).toBe(0)
  server.close()
})

test('of several addresses the public ones are left', () => {
  const answers: unknown[] = []
  publicLookup(leadingTo('10.0.0.1', '8.8.8.8'))('push.example.com', { all: true }, (error, found) => answers.push(error, found))
  publicLookup(leadingTo('10.0.0.1', '8.8.8.8'))('push.example.com', {}, (error, found) => answers.push(error, found))
  expect(answers).toEqual([null, [{ address: '8.8.8.8', family: 4 }], null, '8.8.8.8'])
})
