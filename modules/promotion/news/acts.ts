import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows } from '../../identity/rules.ts'
import { photoUploadRefusals } from '../../upload-refusals.ts'
import type { NewsId, NewsRequestId } from './rules/ids.ts'

export const newsStatuses = ['draft', 'in-review', 'reviewed', 'released', 'published', 'correcting', 'withdrawn'] as const
export type NewsStatus = (typeof newsStatuses)[number]
export const newsRequestStatuses = ['open', 'closed'] as const
export type NewsRequestStatus = (typeof newsRequestStatuses)[number]

export type NewsMoved = { newsId: NewsId; slug: string }
const moved = carries<NewsMoved>()
const asked = carries<{ newsId: NewsId; requestId: NewsRequestId; caseCode: string }>()

const writers = { 'provincial-officer': 'any', 'trade-department': 'any' } as const
const releasers = { 'provincial-officer': 'any', leader: 'any' } as const
const closed = 'news-closed'
const tags = ['product-unknown', 'commune-unknown', 'fair-unknown'] as const

export const newsActs = nameActs('news', {
  create: {
    by: writers,
    event: 'news.created',
    payload: moved,
    says: 'Soạn tin',
    refusals: ['request-key-reused', 'made-in-future', ...tags],
  },
  write: {
    from: ['draft'],
    by: writers,
    event: 'news.written',
    payload: moved,
    says: 'Sửa bản soạn tin',
    closed,
    refusals: ['changed-elsewhere', 'made-in-future', ...tags],
  },
  'add-photo': {
    from: ['draft'],
    by: writers,
    event: 'news.photo-added',
    payload: moved,
    says: 'Thêm ảnh vào tin',
    closed,
    refusals: ['photo-missing', 'photo-twice', 'too-many-photos', 'consent-missing', ...photoUploadRefusals],
  },
  /** Open to the end: somebody may take back the consent. */
  'remove-photo': {
    from: ['draft', 'in-review', 'reviewed', 'released', 'published', 'correcting'],
    by: { ...writers, leader: 'any' },
    event: 'news.photo-removed',
    payload: moved,
    says: 'Gỡ ảnh khỏi tin',
    closed,
  },
  submit: {
    from: ['draft'],
    to: 'in-review',
    by: writers,
    event: 'news.submitted',
    payload: moved,
    says: 'Gửi duyệt nội dung tin',
    closed,
  },
  return: {
    from: ['in-review', 'reviewed', 'released'],
    to: 'draft',
    by: { ...writers, leader: 'any' },
    event: 'news.returned',
    payload: moved,
    says: 'Trả tin về bản soạn',
    closed,
  },
  approve: {
    from: ['in-review'],
    to: 'reviewed',
    by: writers,
    event: 'news.approved',
    payload: moved,
    says: 'Duyệt nội dung tin',
    closed,
    refusals: ['own-text'],
  },
  release: {
    from: ['reviewed'],
    to: 'released',
    by: releasers,
    event: 'news.released',
    payload: moved,
    says: 'Duyệt phát hành tin',
    closed,
    refusals: ['own-text'],
  },
  publish: {
    from: ['released'],
    to: 'published',
    by: { ...releasers, system: 'any' },
    event: 'news.published',
    payload: moved,
    says: 'Đăng tin',
    closed,
    refusals: ['not-yet'],
  },
  'write-correction': {
    from: ['published'],
    to: 'correcting',
    by: writers,
    event: 'news.correction-written',
    payload: moved,
    says: 'Soạn đính chính tin',
    closed,
    refusals: ['changed-elsewhere', 'nothing-changed', 'dish-lists'],
  },
  'release-correction': {
    from: ['correcting'],
    to: 'published',
    by: releasers,
    event: 'news.corrected',
    payload: moved,
    says: 'Phát hành đính chính tin',
    closed,
    refusals: ['own-text'],
  },
  'drop-correction': {
    from: ['correcting'],
    to: 'published',
    by: { ...writers, leader: 'any' },
    event: 'news.correction-dropped',
    payload: moved,
    says: 'Bỏ bản đính chính tin',
    closed,
  },
  withdraw: {
    from: ['published', 'correcting'],
    to: 'withdrawn',
    by: releasers,
    event: 'news.withdrawn',
    payload: moved,
    says: 'Gỡ tin',
    closed,
    final: true,
  },
} as const satisfies ActRows<NewsStatus>)
export type NewsAct = keyof typeof newsActs

export const newsRequestActs = nameActs('news-request', {
  ask: {
    by: { anyone: 'any' },
    event: 'news-request.asked',
    payload: asked,
    says: 'Bạn đọc đề nghị đính chính tin',
    refusals: ['too-many-requests', 'news-not-public'],
  },
  answer: {
    from: ['open'],
    to: 'closed',
    by: { 'provincial-officer': 'any', 'trade-department': 'any', leader: 'any' },
    event: 'news-request.answered',
    payload: asked,
    says: 'Trả lời đề nghị đính chính tin',
    closed: 'request-answered',
    final: true,
  },
} as const satisfies ActRows<NewsRequestStatus>)

export const newsActTables = [
  { says: 'Tin', statuses: newsStatuses, acts: newsActs },
  { says: 'Đề nghị đính chính tin', statuses: newsRequestStatuses, acts: newsRequestActs },
] as const
