import { expect, test } from 'vitest'
import { banks } from './banks.ts'

test('case 24: a bank that was renamed has the name that a buyer’s bank shows', () => {
  expect(banks().get('970430')).toMatchObject({ shortName: 'PGBank', name: 'Ngân hàng TMCP Thịnh vượng và Phát triển' })
  expect(banks().get('970414')).toMatchObject({ shortName: 'MBV' })
})
