import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { tryActs } from '../test-acts.ts'
import { paperActs } from './acts.ts'
import type { Papers } from './index.ts'
import { producePaper } from './index.ts'

const { as } = await testDatabase<Tables>()

const papers = {
  notice: {
    address: 'thong-bao',
    formats: ['pdf'],
    title: () => 'Thông báo',
    says: () => 'Về cuộc họp',
    about: () => ({ type: 'meeting', id: 'mtg_1' }),
    fileName: () => 'thong-bao',
    draw: () => ({
      issuingAgency: 'Cơ quan thử',
      symbol: 'TB-TH',
      place: 'Nơi thử',
      date: '2026-11-23',
      typeName: 'Thông báo',
      subject: 'Về cuộc họp',
      blocks: [{ kind: 'paragraph', text: 'Thông báo để biết./.' }],
      signatures: [{ authority: ['Thư ký'] }],
      createdAt: new Date('2026-11-23T09:00:00+07:00'),
    }),
  },
} satisfies Papers<null>

// A paper without a row of its own is as open as what it is about: whoever was handed the subject by its room may have it.
tryActs(
  { acts: paperActs, statuses: [] },
  {
    base: as(system('trial'), '2026-11-23T09:00:00+07:00'),
    people: {},
    attempts: { produce: (ctx) => producePaper(ctx, papers, { file: 'thong-bao.pdf' }, null) },
    expected: { produce: { by: ['visitor', 'system'] } },
  },
)
