import { expect, test } from 'vitest'
import { noMark, sheetsOf, sortKept } from './kept-marks.ts'
import type { KeptMark, Mark } from './kept-marks.ts'

const mark = (choice: Mark['choice'], comment = ''): Mark => ({ choice, comment })
const kept = (criterion: string, given: Mark, over: Mark = noMark, at = 1): KeptMark => ({
  path: '/van-phong/hoi-dong/ses_1/dos_1',
  title: 'Mứt dừa',
  criterion,
  mark: given,
  over,
  at,
})

test('a mark whose criterion stands as it stood when the mark was given goes to the sheet, whatever else was changed there', () => {
  const one = kept('1.1', mark(2))
  const other = kept('1.2', mark(1), mark(0, 'xem lại'))
  expect(sortKept([one, other], { '1.2': mark(0, 'xem lại'), '3.3': mark(1) })).toEqual({ arrived: [], toSend: [one, other], clash: [] })
})

test('a mark that the sheet has already has arrived: only its answer was lost', () => {
  const one = kept('1.1', mark('none', 'không đạt '))
  expect(sortKept([one], { '1.1': mark('none', 'không đạt') })).toEqual({ arrived: [one], toSend: [], clash: [] })
})

test('a mark over which another was given elsewhere is never sent unasked', () => {
  const changed = kept('1.1', mark(2), mark(1))
  const commented = kept('1.2', mark(2), mark(2))
  const { clash, toSend } = sortKept([changed, commented], { '1.1': mark(3), '1.2': mark(2, 'ghi ở máy khác') })
  expect(clash).toEqual([changed, commented])
  expect(toSend).toEqual([])
})

test('a mark that was taken back without a signal waits like one that was given', () => {
  const back = kept('1.1', noMark, mark(2))
  expect(sortKept([back], { '1.1': mark(2) }).toSend).toEqual([back])
})

test('the sheets with marks on the device alone are told one line each, the longest waiting first', () => {
  const other = { ...kept('2.1', mark(0), noMark, 1), path: '/van-phong/hoi-dong/ses_1/dos_2', title: 'Kẹo' }
  expect(sheetsOf([kept('1.1', mark(1), noMark, 5), other, kept('1.2', mark(1), noMark, 3)])).toEqual([
    { path: other.path, title: 'Kẹo', count: 1 },
    { path: '/van-phong/hoi-dong/ses_1/dos_1', title: 'Mứt dừa', count: 2 },
  ])
})
