export {
  certificateState,
  certificateStates,
  extendedUntil,
  extensionOf,
  hasTerm,
  isInForce,
  showsStars,
  termOn,
  wasRecognised,
} from './rules/standing.ts'
export type { CertificateDay, CertificateState, Standing, StandingFacts } from './rules/standing.ts'
export { certificateNumber } from './rules/certificate-number.ts'
export { producerKinds, registrableKinds } from './rules/producer-kind.ts'
export type { ProducerKind, ProducerKindRefusal } from './rules/producer-kind.ts'

export { aisles } from './rules/aisle.ts'
export type { Aisle } from './rules/aisle.ts'
export { mostPhotos } from './rules/photos.ts'
export type { MainPhoto, PhotoSize, ProductPhoto } from './rules/photos.ts'
export type { ProductCard, ProductView, Place } from './rules/views.ts'
export type { Facet, FacetName, PriceBand, Rank, RegisterFilter, RegisterPage, ShelfPrice } from './rules/register.ts'
export { nearnessOf } from './rules/nearness.ts'
export {
  bandBegins,
  deliveries,
  facetNames,
  orderOf,
  ordersOfWords,
  priceBands,
  ranks,
  registerOrders,
  sales,
  sorts,
  standingOrder,
} from './rules/register.ts'
export type { PackId, ProducerId, ProductId } from './rules/ids.ts'
export { tileSize } from './rules/commune-map.ts'
export type { MapOfProvince } from './rules/commune-map.ts'
export { nameLanguages } from './rules/search-names.ts'
export { netUnitOf, ratioOf } from './rules/net-content.ts'
export type { NetContent } from './rules/net-content.ts'
export type { Pack } from './rules/pack.ts'
export type { FaultyRows, RegisterProblem } from './rules/register-row.ts'
