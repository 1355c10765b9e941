import { carries, nameActs } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { ActRows } from '../identity/rules.ts'
import type { PolicyKind } from './rules/policy.ts'

export type PolicyPublished = { kind: PolicyKind; version: number; effectiveFrom: PlainDate }

const officer = { administrator: 'any' } as const

export const ownerActs = nameActs('site-owner', {
  publish: { by: officer, event: 'site-owner.published', says: 'Công bố chủ quản trang' },
} as const satisfies ActRows)

export const policyActs = nameActs('site-policy', {
  publish: {
    by: officer,
    event: 'site-policy.published',
    payload: carries<PolicyPublished>(),
    says: 'Công bố điều khoản, chính sách',
    refusals: ['too-early', 'same-text', 'short-notice', 'published-meanwhile'],
  },
} as const satisfies ActRows)

export const disclosureActTables = [
  { says: 'Chủ quản trang', statuses: [], acts: ownerActs },
  { says: 'Điều khoản, chính sách', statuses: [], acts: policyActs },
] as const
