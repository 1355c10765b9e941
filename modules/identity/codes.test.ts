import { expect, test } from 'vitest'
import { readCode } from './codes.ts'

test('a code is read as the application shows it: blanks, dashes, invisible characters and full-width digits carry no meaning', () => {
  for (const typed of [
    '123456',
    '123 456',
    ' 123\u00a0456 ',
    '123-456',
    '123\u2011456',
    '\u202a123456\u202c',
    '123456\u200b',
    '１２３ ４５６',
    '12 34 56',
  ])
    expect(readCode(typed)).toEqual({ from: 'application', code: '123456' })
})

test('a backup code is read whatever its case, its dash and the blanks around it', () => {
  for (const typed of ['ab3de-fgh2j', 'AB3DE-FGH2J', 'ab3de – fgh2j', 'ab3defgh2j', ' Ab3de fgh2j\u200b'])
    expect(readCode(typed)).toEqual({ from: 'paper', code: 'ab3defgh2j' })
})

test('what is no code of six digits is judged as a backup code', () => {
  expect(readCode('12345')).toEqual({ from: 'paper', code: '12345' })
  expect(readCode('1234567')).toEqual({ from: 'paper', code: '1234567' })
})
