import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties, UserId } from '../identity/rules.ts'
import type { ProducerRequestId } from './rules/ids.ts'

/** The way of a request. `asked`: it waits for whoever filed it; `taken-back`: what was confirmed turned out to be wrong. */
export const requestStatuses = ['received', 'asked', 'confirmed', 'refused', 'withdrawn', 'taken-back'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Somebody waits for an answer. */
export const openStatuses = ['received', 'asked'] as const satisfies readonly RequestStatus[]

export const requestKinds = ['claim', 'new', 'change'] as const
export type RequestKind = (typeof requestKinds)[number]

/** What subscribers hear: enough to find whom it matters to, and nothing that was typed. */
export type RequestMoved = {
  requestId: ProducerRequestId
  code: string
  kind: RequestKind
  communeCode: string
  producerId: ProducerId | null
  /** Who has an account by it, once it was confirmed. */
  userId: UserId | null
}
const moved = carries<RequestMoved>()

/** Its own commune and the office of the province; nobody confirms what lies elsewhere. */
const offices = { 'commune-officer': 'own-commune', 'provincial-officer': 'any' } as const

const fileFaults = [
  'file-empty',
  'file-too-large',
  'file-type-refused',
  'image-broken',
  'image-too-many-pixels',
  'file-infected',
  'scanner-silent',
  'pdf-refused',
  'office-macros',
  'office-unpacks-too-large',
  'office-broken',
] as const
const typedFaults = [
  'unknown-commune',
  'kind-not-allowed',
  'registration-missing',
  'tax-code-not-digits',
  'tax-code-length',
  'tax-code-check-digit',
  'no-way-to-reach',
  'paper-missing',
] as const

export const producerRequestActs = nameActs('producer-request', {
  /** Anybody, from the public page; somebody who is signed in too. */
  file: {
    to: 'received',
    by: { anyone: 'any' },
    event: 'producer-request.filed',
    payload: moved,
    says: 'Gửi đề nghị của chủ thể',
    refusals: ['too-many-requests', ...typedFaults, ...fileFaults],
  },
  /** An officer, for somebody of the own commune who cannot. */
  'file-for': {
    to: 'received',
    by: offices,
    event: 'producer-request.filed-for',
    payload: moved,
    says: 'Nộp hộ đề nghị của chủ thể',
    refusals: [...typedFaults, ...fileFaults],
  },
  /** A producer of the register wants to be called, to be or to lie otherwise. */
  'ask-change': {
    to: 'received',
    by: { producer: 'owner' },
    event: 'producer-request.change-asked',
    payload: moved,
    says: 'Đề nghị đổi thông tin chủ thể',
    refusals: ['nothing-changes', 'change-waits', ...typedFaults, ...fileFaults],
  },
  ask: {
    from: ['received'],
    to: 'asked',
    by: offices,
    event: 'producer-request.more-asked',
    payload: moved,
    says: 'Yêu cầu chủ thể bổ sung đề nghị',
    refusals: ['changed-elsewhere'],
  },
  supplement: {
    from: ['asked'],
    to: 'received',
    by: { anyone: 'link' },
    event: 'producer-request.supplemented',
    payload: moved,
    says: 'Bổ sung đề nghị của chủ thể',
    refusals: ['too-many-requests', 'nothing-added', ...fileFaults],
  },
  confirm: {
    from: openStatuses,
    to: 'confirmed',
    by: offices,
    event: 'producer-request.confirmed',
    payload: moved,
    says: 'Xác nhận đề nghị của chủ thể',
    refusals: [
      'changed-elsewhere',
      'filed-by-you',
      'others-undecided',
      'holders-undecided',
      'works-for-producer',
      'email-taken',
      'kind-not-allowed',
      'registration-missing',
    ],
  },
  refuse: {
    from: openStatuses,
    to: 'refused',
    by: offices,
    event: 'producer-request.refused',
    payload: moved,
    says: 'Không nhận đề nghị của chủ thể',
    refusals: ['changed-elsewhere'],
  },
  withdraw: {
    from: openStatuses,
    to: 'withdrawn',
    by: { anyone: 'link' },
    event: 'producer-request.withdrawn',
    payload: moved,
    says: 'Rút đề nghị của chủ thể',
  },
  /** The wrong person was let in: the way in ends at once, and what was written meanwhile stays in the trail. */
  'take-back': {
    from: ['confirmed'],
    to: 'taken-back',
    by: offices,
    event: 'producer-request.taken-back',
    payload: moved,
    says: 'Thu lại xác nhận chủ thể',
    refusals: ['changed-elsewhere', 'not-a-claim'],
  },
} as const satisfies ActRows<RequestStatus>)

export type RequestAct = keyof typeof producerRequestActs

export const joiningActTables = [{ says: 'Đề nghị của chủ thể', statuses: requestStatuses, acts: producerRequestActs }] as const

/** What people are tied to a request by: the commune on whose desk it lies, its producer's organisation, and its secret link. */
export const tiesOf = (
  request: { deskCommuneCode: string },
  { owner = null, link = false }: { owner?: OrganisationId | null; link?: boolean } = {},
): Ties => ({ commune: request.deskCommuneCode, owner, link })
