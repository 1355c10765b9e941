import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'
import type { CollectionId } from './rules/ids.ts'

export const collectionStatuses = ['draft', 'published', 'closed'] as const
export type CollectionStatus = (typeof collectionStatuses)[number]

const moved = carries<{ collectionId: CollectionId; slug: string }>()
const desk = { 'provincial-officer': 'any', 'trade-department': 'any' } as const
const form = ['product-unknown', 'season-half'] as const

export const collectionActs = nameActs('collection', {
  create: { by: desk, event: 'collection.created', payload: moved, says: 'Lập bộ sưu tập', refusals: ['request-key-reused', ...form] },
  change: {
    from: collectionStatuses,
    by: desk,
    event: 'collection.changed',
    payload: moved,
    says: 'Sửa bộ sưu tập',
    refusals: ['changed-elsewhere', ...form],
  },
  publish: {
    from: ['draft', 'closed'],
    to: 'published',
    by: desk,
    event: 'collection.published',
    payload: moved,
    says: 'Đăng bộ sưu tập',
    closed: 'collection-closed',
    refusals: ['no-product-shown'],
  },
  close: {
    from: ['published'],
    to: 'closed',
    by: desk,
    event: 'collection.closed',
    payload: moved,
    says: 'Gỡ bộ sưu tập',
    closed: 'collection-closed',
  },
} as const satisfies ActRows<CollectionStatus>)
export type CollectionAct = keyof typeof collectionActs

export const seasonActs = nameActs('product-season', {
  set: { by: desk, event: 'product-season.set', says: 'Ghi mùa của sản phẩm', refusals: ['product-unknown'] },
  clear: { by: desk, event: 'product-season.cleared', says: 'Bỏ mùa của sản phẩm', refusals: ['product-unknown'] },
} as const satisfies ActRows)

export const collectionActTables = [
  { says: 'Bộ sưu tập', statuses: collectionStatuses, acts: collectionActs },
  { says: 'Mùa của sản phẩm', statuses: [], acts: seasonActs },
] as const
