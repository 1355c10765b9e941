import { carries, nameActs } from '@dacsan/decisions'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import { photoUploadRefusals } from '../upload-refusals.ts'
import type { PackId, ProducerId, ProductId } from './rules/ids.ts'

const ownProducer = { producer: 'owner' } as const

/** What can be done to the file of a producer. An organisation is one producer, and puts itself on file. */
export const producerActs = nameActs('producer', {
  register: {
    by: { producer: 'any' },
    event: 'producer.registered',
    payload: carries<{ producerId: ProducerId }>(),
    says: 'Đăng ký chủ thể',
    refusals: ['producer-exists', 'unknown-commune', 'kind-not-allowed', 'registration-missing'],
    formerly: { 'catalogue.producer-registered': 'Đăng ký chủ thể' },
  },
  update: {
    by: ownProducer,
    event: 'producer.updated',
    says: 'Sửa thông tin chủ thể',
    refusals: ['unknown-commune', 'by-request'],
    formerly: { 'catalogue.producer-updated': 'Sửa thông tin chủ thể' },
  },
} as const satisfies ActRows)

const photoRefusals = ['photo-missing', 'photos-full', 'photo-repeated', ...photoUploadRefusals] as const

const onPack = carries<{ productId: ProductId; packId: PackId }>()

/** What a producer can do to its own product. What decisions say of it (`recordStanding`) is an act of those who decide. */
export const productActs = nameActs('product', {
  register: {
    by: { producer: 'any' },
    event: 'product.registered',
    payload: carries<{ productId: ProductId }>(),
    says: 'Đăng ký sản phẩm',
    refusals: ['no-producer', 'unknown-set', 'same-name'],
    formerly: { 'catalogue.product-registered': 'Đăng ký sản phẩm' },
  },
  describe: {
    by: ownProducer,
    event: 'product.described',
    says: 'Sửa giới thiệu sản phẩm',
    refusals: ['gtin-taken', 'gtin-on-labels', 'new-pack-needed'],
    formerly: { 'catalogue.product-described': 'Sửa giới thiệu sản phẩm' },
  },
  'add-pack': {
    by: ownProducer,
    event: 'product.pack-added',
    payload: onPack,
    says: 'Thêm quy cách',
    refusals: ['gtin-taken', 'pack-repeated'],
  },
  'end-pack': {
    by: ownProducer,
    event: 'product.pack-ended',
    payload: onPack,
    says: 'Ngừng quy cách',
    refusals: ['pack-ended', 'pack-is-default'],
  },
  'choose-pack': {
    by: ownProducer,
    event: 'product.pack-chosen',
    payload: onPack,
    says: 'Chọn quy cách chính',
    refusals: ['pack-ended', 'pack-is-default'],
  },
  'add-photo': {
    by: ownProducer,
    event: 'product.photo-added',
    says: 'Thêm ảnh sản phẩm',
    refusals: photoRefusals,
    formerly: { 'catalogue.photo-added': 'Thêm ảnh sản phẩm' },
  },
  'caption-photo': {
    by: ownProducer,
    event: 'product.photo-captioned',
    says: 'Sửa chú thích ảnh',
    formerly: { 'catalogue.photo-captioned': 'Sửa chú thích ảnh' },
  },
  'arrange-photos': {
    by: ownProducer,
    event: 'product.photos-arranged',
    says: 'Sắp lại ảnh sản phẩm',
    formerly: { 'catalogue.photos-arranged': 'Sắp lại ảnh sản phẩm' },
  },
  'remove-photo': {
    by: ownProducer,
    event: 'product.photo-removed',
    says: 'Bỏ ảnh sản phẩm',
    formerly: { 'catalogue.photo-removed': 'Bỏ ảnh sản phẩm' },
  },
} as const satisfies ActRows)

/** What goods are called beside their own names, for everybody who searches. */
export const searchNameActs = nameActs('search-names', {
  publish: {
    by: { 'provincial-officer': 'any' },
    event: 'search-names.published',
    says: 'Sửa từ tìm kiếm',
    refusals: ['no-vietnamese-name', 'name-repeated', 'name-without-letters', 'same-names', 'published-meanwhile'],
  },
} as const satisfies ActRows)

export const catalogueActTables = [
  { says: 'Chủ thể', statuses: [], acts: producerActs },
  { says: 'Sản phẩm', statuses: [], acts: productActs },
  { says: 'Từ tìm kiếm', statuses: [], acts: searchNameActs },
] as const

/** What people are tied to a producer or its product by: the organisation that works there, and the commune where it lies. */
export const tiesOf = (of: { organisationId: OrganisationId | null; communeCode?: string | null }): Ties => ({
  owner: of.organisationId,
  commune: of.communeCode ?? null,
})
