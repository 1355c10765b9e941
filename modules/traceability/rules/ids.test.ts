import { expect, expectTypeOf, test } from 'vitest'
import type { ScoreSheetId } from '../../appraisal/rules.ts'
import type { labelSheet } from '../label-sheet.ts'
import type { LabelSheetId, LotId } from './ids.ts'

type LabelSheet = typeof labelSheet
type Given = Parameters<LabelSheet>

test('the id of a sheet of labels is neither that of its lot nor that of a score sheet', () => {
  expectTypeOf<ScoreSheetId>().not.toExtend<LabelSheetId>()
  expectTypeOf<LabelSheetId>().not.toExtend<ScoreSheetId>()
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (draw: LabelSheet, ctx: Given[0], sheetId: LabelSheetId, lotId: LotId, site: Given[2]) => {
    await draw(ctx, sheetId, site)
    // @ts-expect-error a lot is not a sheet
    await draw(ctx, lotId, site)
  }
  expect(calls).toBeTypeOf('function')
})
