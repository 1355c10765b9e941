import { nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'

const office = { 'provincial-officer': 'any', leader: 'any' } as const

export const pressActs = nameActs('press', {
  'name-spokesperson': {
    by: office,
    event: 'press.spokesperson-named',
    says: 'Công bố người phát ngôn',
    refusals: ['until-before', 'appointed-in-future'],
  },
  'write-text': { by: office, event: 'press.text-published', says: 'Công bố lời trong bộ tài liệu báo chí', refusals: ['same-text'] },
  inform: { by: office, event: 'press.informed', says: 'Ghi thông tin báo chí tháng', refusals: ['month-in-future'] },
} as const satisfies ActRows)

export const brandActTables = [{ says: 'Báo chí', statuses: [], acts: pressActs }] as const

export type PressRefusal = { code: 'until-before' } | { code: 'appointed-in-future' } | { code: 'same-text' } | { code: 'month-in-future' }
