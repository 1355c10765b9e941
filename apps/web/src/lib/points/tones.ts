import type { ConsignmentStatus, NoteStatus, PointStatus, StatementStatus } from '@dacsan/modules/promotion/rules'

export const pointTones = { draft: 'neutral', recognised: 'good', withdrawn: 'bad' } as const satisfies Record<PointStatus, string>
export const consignmentTones = { proposed: 'warn', open: 'good', ended: 'neutral' } as const satisfies Record<ConsignmentStatus, string>
export const noteTones = { sent: 'warn', received: 'good' } as const satisfies Record<NoteStatus, string>
export const statementTones = { open: 'warn', signed: 'good', withdrawn: 'neutral' } as const satisfies Record<StatementStatus, string>
