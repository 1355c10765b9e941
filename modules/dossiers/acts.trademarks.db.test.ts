import type { Ctx } from '../context.ts'
import { must } from '../demo.ts'
import { tryActs } from '../test-acts.ts'
import { correctTrademark, enterTrademark, enterTrademarkStep, findTrademark, strikeTrademarkStep } from './index.ts'
import { dossiersToTest } from './test-dossiers.ts'
import { trademarkActTable } from './trademarks/acts.ts'
import type { trademarkActs } from './trademarks/acts.ts'

const { world, producer } = await dossiersToTest()
const given = { mark: 'Cầu Kè xanh', number: null, classes: '29, 30', filedOn: '2026-09-01' }
const on = (happenedOn: string) => ({ happenedOn, paperNumber: null })
const reason = 'Đọc nhầm giấy.'

// The producer follows its own application, an officer of its commune those of the commune; everybody else enters nothing.
const trial = must(await enterTrademark(producer, { ...given, mark: 'Thử' }, null)).trademarkId
await enterTrademarkStep(producer, trial, 'accept-form', on('2026-10-01'), null)
const last = (await findTrademark(producer, trial)).lastStepId
const open = ['filed', 'form-accepted', 'published'] as const
const step = (name: 'accept-form' | 'publish' | 'grant' | 'refuse' | 'withdraw') => (ctx: Ctx) =>
  enterTrademarkStep(ctx, trial, name, on('2026-10-02'), null)

tryActs(trademarkActTable, {
  base: producer,
  people: world.actors,
  put: (tx, status) => tx.updateTable('trademark_application').set({ status }).where('id', '=', trial).execute(),
  // That of the one that was just entered, where the act made one.
  state: async (tx) => {
    const fresh = await tx.selectFrom('trademark_application').select('status').where('mark', '=', 'Mới ghi').executeTakeFirst()
    return (
      fresh?.status ??
      (await tx.selectFrom('trademark_application').select('status').where('id', '=', trial).executeTakeFirstOrThrow()).status
    )
  },
  attempts: {
    enter: (ctx) => enterTrademark(ctx, { ...given, mark: 'Mới ghi', producerId: world.producer.id }, null),
    'accept-form': step('accept-form'),
    publish: step('publish'),
    grant: step('grant'),
    refuse: step('refuse'),
    withdraw: step('withdraw'),
    strike: (ctx) => strikeTrademarkStep(ctx, trial, { stepId: last, reason }),
    correct: (ctx) => correctTrademark(ctx, trial, { ...given, mark: 'Khác', reason }),
  } satisfies Record<keyof typeof trademarkActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    enter: { to: 'filed', by: ['producer', 'communeOfficer'] },
    'accept-form': { from: ['filed'], to: 'form-accepted', by: ['producer', 'communeOfficer'] },
    publish: { from: ['filed', 'form-accepted'], to: 'published', by: ['producer', 'communeOfficer'] },
    grant: { from: open, to: 'granted', by: ['producer', 'communeOfficer'] },
    refuse: { from: open, to: 'refused', by: ['producer', 'communeOfficer'] },
    withdraw: { from: open, to: 'withdrawn', by: ['producer', 'communeOfficer'] },
    strike: { from: ['form-accepted', 'published', 'granted', 'refused', 'withdrawn'], by: ['producer', 'communeOfficer'] },
    correct: { by: ['producer', 'communeOfficer'] },
  },
})
