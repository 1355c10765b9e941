import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties, UserId } from '../identity/rules.ts'
import { uploadRefusals } from '../upload-refusals.ts'
import type { ProducerRequestId, ProductTransferId } from './rules/ids.ts'

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
    refusals: ['too-many-requests', ...typedFaults, ...uploadRefusals],
  },
  /** An officer, for somebody of the own commune who cannot. */
  'file-for': {
    to: 'received',
    by: offices,
    event: 'producer-request.filed-for',
    payload: moved,
    says: 'Nộp hộ đề nghị của chủ thể',
    refusals: [...typedFaults, ...uploadRefusals],
  },
  /** A producer of the register wants to be called, to be or to lie otherwise. */
  'ask-change': {
    to: 'received',
    by: { producer: 'owner' },
    event: 'producer-request.change-asked',
    payload: moved,
    says: 'Đề nghị đổi thông tin chủ thể',
    refusals: ['nothing-changes', 'change-waits', ...typedFaults, ...uploadRefusals],
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
    refusals: ['too-many-requests', 'nothing-added', ...uploadRefusals],
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
  /** For somebody on whose behalf an officer filed, without number or address: the paper with which they come in later. */
  'print-slip': {
    from: ['confirmed'],
    by: offices,
    event: 'producer-request.slip-printed',
    payload: moved,
    says: 'In giấy mời của chủ thể được nộp hộ',
    refusals: ['changed-elsewhere', 'holder-has-account'],
  },
  'use-slip': {
    from: ['confirmed'],
    by: { anyone: 'link' },
    event: 'producer-request.slip-used',
    payload: moved,
    says: 'Chủ thể nhận tài khoản bằng giấy mời',
    refusals: ['slip-closed', 'login-known', 'no-way-to-reach', 'too-many-requests', 'password-short', 'password-long', 'password-common'],
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

/**
 * The way of a product from one producer to another. `filed`: it waits for the other side; `agreed`: for the commune; `checked`: for the office of the
 * province; `asked`: for whoever asked for it.
 */
export const transferStatuses = ['filed', 'agreed', 'checked', 'asked', 'confirmed', 'refused', 'declined', 'withdrawn'] as const
export type TransferStatus = (typeof transferStatuses)[number]
export const openTransferStatuses = ['filed', 'agreed', 'checked', 'asked'] as const satisfies readonly TransferStatus[]

/** Who asks for it: whoever has the product, or whoever is to have it. */
export const transferSides = ['from', 'to'] as const
export type TransferSide = (typeof transferSides)[number]

export type TransferMoved = {
  transferId: ProductTransferId
  code: string
  productId: ProductId
  fromId: ProducerId
  toId: ProducerId
  communeCode: string | null
}
const transferMoved = carries<TransferMoved>()
const side = { producer: 'owner' } as const

const transferFaults = [
  'not-transferable',
  'dossier-open',
  'recall-open',
  'same-name-there',
  'kind-not-allowed',
  'kind-not-for-set',
] as const

export const productTransferActs = nameActs('product-transfer', {
  file: {
    to: 'filed',
    by: side,
    event: 'product-transfer.filed',
    payload: transferMoved,
    says: 'Đề nghị chuyển sản phẩm cho chủ thể khác',
    refusals: ['transfer-waits', 'same-producer', 'paper-missing', ...transferFaults, ...uploadRefusals],
  },
  /** By the other side, at its own desk. */
  agree: {
    from: ['filed'],
    closed: 'wrong-transfer-status',
    to: 'agreed',
    by: side,
    event: 'product-transfer.agreed',
    payload: transferMoved,
    says: 'Đồng ý chuyển sản phẩm',
    refusals: ['changed-elsewhere'],
  },
  /** The other side has no account: an officer has seen its signature on a paper. */
  'agree-on-paper': {
    from: ['filed'],
    closed: 'wrong-transfer-status',
    to: 'agreed',
    by: offices,
    event: 'product-transfer.agreed-on-paper',
    payload: transferMoved,
    says: 'Ghi nhận bên kia đồng ý chuyển sản phẩm bằng giấy',
    refusals: ['changed-elsewhere', 'other-side-has-account'],
  },
  decline: {
    from: ['filed'],
    closed: 'wrong-transfer-status',
    to: 'declined',
    by: side,
    event: 'product-transfer.declined',
    payload: transferMoved,
    says: 'Không đồng ý chuyển sản phẩm',
    refusals: ['changed-elsewhere'],
  },
  check: {
    from: ['agreed'],
    closed: 'wrong-transfer-status',
    to: 'checked',
    by: offices,
    event: 'product-transfer.checked',
    payload: transferMoved,
    says: 'Xã xác nhận việc chuyển sản phẩm',
    refusals: ['changed-elsewhere', 'registration-missing', ...transferFaults],
  },
  ask: {
    from: ['agreed', 'checked'],
    closed: 'wrong-transfer-status',
    to: 'asked',
    by: offices,
    event: 'product-transfer.more-asked',
    payload: transferMoved,
    says: 'Yêu cầu bổ sung việc chuyển sản phẩm',
    refusals: ['changed-elsewhere'],
  },
  supplement: {
    from: ['asked'],
    closed: 'wrong-transfer-status',
    to: 'agreed',
    by: side,
    event: 'product-transfer.supplemented',
    payload: transferMoved,
    says: 'Bổ sung việc chuyển sản phẩm',
    refusals: ['nothing-added', ...uploadRefusals],
  },
  /** The product is the other one's from here on. */
  confirm: {
    from: ['checked'],
    closed: 'wrong-transfer-status',
    to: 'confirmed',
    by: { 'provincial-officer': 'any' },
    event: 'product-transfer.confirmed',
    payload: transferMoved,
    says: 'Xác nhận chuyển sản phẩm cho chủ thể khác',
    refusals: ['changed-elsewhere', 'vouched-by-you', 'registration-missing', ...transferFaults],
  },
  refuse: {
    from: openTransferStatuses,
    closed: 'wrong-transfer-status',
    to: 'refused',
    by: offices,
    event: 'product-transfer.refused',
    payload: transferMoved,
    says: 'Không nhận việc chuyển sản phẩm',
    refusals: ['changed-elsewhere'],
  },
  withdraw: {
    from: openTransferStatuses,
    closed: 'wrong-transfer-status',
    to: 'withdrawn',
    by: side,
    event: 'product-transfer.withdrawn',
    payload: transferMoved,
    says: 'Rút đề nghị chuyển sản phẩm',
  },
} as const satisfies ActRows<TransferStatus>)

export type TransferAct = keyof typeof productTransferActs

export const joiningActTables = [
  { says: 'Đề nghị của chủ thể', statuses: requestStatuses, acts: producerRequestActs },
  { says: 'Chuyển sản phẩm cho chủ thể khác', statuses: transferStatuses, acts: productTransferActs },
] as const

/** What people are tied to a request by: the commune on whose desk it lies, its producer's organisation, and its secret link. */
export const tiesOf = (
  request: { deskCommuneCode: string },
  { owner = null, link = false }: { owner?: OrganisationId | null; link?: boolean } = {},
): Ties => ({ commune: request.deskCommuneCode, owner, link })
