import { expect, test } from 'vitest'
import { correctionsOf } from './corrections.ts'

const option = (points: number, correction?: string) => ({ points, label: `${points}`, correction })

test('a correction is shown at its option, or once above if every option has it', () => {
  expect(correctionsOf({ options: [option(0), option(3, 'bản chép ghi 13')] })).toEqual({ whole: null, options: [null, 'bản chép ghi 13'] })
  expect(correctionsOf({ options: [option(0, 'không ghi'), option(1, 'không ghi')] })).toEqual({
    whole: 'không ghi',
    options: [null, null],
  })
  expect(correctionsOf({ options: [option(2)], correction: 'cột điểm trống' })).toEqual({ whole: 'cột điểm trống', options: [null] })
  expect(correctionsOf({ options: [option(0), option(1)] })).toEqual({ whole: null, options: [null, null] })
})
