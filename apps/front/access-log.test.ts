import { expect, test } from 'vitest'
import { pathToShow, visitorNetwork } from './access-log.ts'

test.for([
  ['203.113.131.7', '203.113.131.0/24'],
  ['::ffff:203.113.131.7', '203.113.131.0/24'],
  ['2405:4802:9f:1a2b::17', '2405:4802:9f::/48'],
  ['2405::17', '2405:0:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
] as const)('of the address %s the log keeps the network %s', ([address, network]) => {
  expect(visitorNetwork(address)).toBe(network)
})

test.for([
  ['/san-pham/dua-sap-cau-ke-loai-mot-huu-co?tu=0912345678', '/san-pham/dua-sap-cau-ke-loai-mot-huu-co'],
  ['/loi-moi/q3ZkY1oTn8Vd2mXb7LrS0aWcEfGhIjKl', '/loi-moi/…'],
  ['/epcis/ds_0123456789abcdefghjkmnpqrstvwxyz01230123456', '/epcis/…'],
  ['/01/08930000000017/21/ABCDEFGHIJ', '/01/08930000000017/21/ABCDEFGHIJ'],
] as const)('of the address %s the log keeps the path %s', ([url, path]) => {
  expect(pathToShow(url)).toBe(path)
})
