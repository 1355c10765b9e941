import { hasRole } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { selectOpenMisuses } from './waiting.store.ts'
import { misuseDeskPage } from './words/desk.ts'

const desk = '/van-phong/so-nhan-hieu/bao-sai'

export const marksWaiting: WaitingOf = async ({ db, actor }) =>
  hasRole(actor, 'provincial-officer') || hasRole(actor, 'trade-department')
    ? lineOf(await selectOpenMisuses(db), {
        kind: 'mark-misuses',
        says: misuseDeskPage.waiting,
        path: desk,
        pathOf: (id) => `${desk}/${id}`,
      })
    : []
