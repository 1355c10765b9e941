import './topics.ts'
export { addProductPhoto, addProductPhotoInput } from './add-product-photo.ts'
export {
  captionPhotoInput,
  captionProductPhoto,
  changePhotoInput,
  movePhotoInput,
  moveProductPhoto,
  removeProductPhoto,
} from './change-product-photos.ts'
export {
  findProducer,
  openProducerNumbers,
  ownFile,
  ownNumbers,
  producerFile,
  producerNumbers,
  producerOfActor,
  productsOfProducer,
} from './find-producer.ts'

export { peopleOfProducer } from './people-of-producer.ts'
export { cardsOf, cardsOfSlugs, findProduct, ownListInput, productForOffice, productToTend } from './find-product.ts'
export { selectProductsToSpread } from './products-to-spread.store.ts'
export type { ProductToSpread } from './products-to-spread.store.ts'
export { groupRegister, producerGroup, productGroup } from './group-register.ts'
export { matchRegister, unknownPlaces } from './match-register.ts'
export { freeSlug, slugOf } from './slug.ts'
export { importRegister } from './import-register.ts'
export type { ImportedRegister, RegisterCertificate, ResolvedPlaces } from './import-register.ts'
export { insertProducer } from './insert-producer.ts'
export { insertProduct } from './insert-product.ts'
export {
  certificateDay,
  communeMap,
  communesOfRegister,
  latestRecognised,
  listRegister,
  publicAddresses,
  registerDay,
  registerFilter,
  registerSize,
  termTopics,
} from './list-register.ts'
export { fullAddress } from './full-address.ts'
export { findMainPhoto, openPhotoOfProduct, openPublicPhoto } from './open-photo.ts'
export { isInRegister } from './producer.store.ts'
export type { Producer } from './producer.store.ts'
export { lockProduct } from './product.store.ts'
export { defaultPackOf, packsOfProduct } from './pack.store.ts'
export { addPack, addPackInput, chooseDefaultPack, endPack, ownPacks, tendPackInput } from './tend-packs.ts'

export { aisleOf } from './aisle-of.ts'
export { findProductSet, productSets } from './product-sets.ts'
export type { RegisterRejected } from './read-register.ts'
export { registerColumns } from './register-columns.ts'
export type { RegisterRow } from './register-columns.ts'
export { recordRenewal, recordStanding, recordStandings } from './record-standing.ts'

export { provincialRegister, provincialRegisterFile, readRegisterFile } from './register-file.ts'
export { registerProducer } from './register-producer.ts'
export { putProductOnFile, registerProduct } from './register-product.ts'
export * from './rules.ts'
export { registerProducerInput, registerProductInput } from './rules/registration.ts'
export type { FieldChange } from './producer-changes.ts'
export { changeProducer, holdProducer, linkProducer, putBackProducer, searchProducers, withoutChange } from './tend-producer.ts'
export type { ProducerBefore, ProducerChange } from './tend-producer.ts'
export { makesSameName, pastOwnersOf, reclassifyProduct, transferProduct } from './transfer-product.ts'
export { allowedKinds, refuseKindForSet, refuseProducerKind } from './who-may-produce.ts'
export type { ClaimableProducer } from './producer.store.ts'
export { updateProducer, updateProducerInput } from './update-producer.ts'

export { updateProductStory, updateProductStoryInput } from './update-product-story.ts'
export { listNames, namesForm, publishNames, publishNamesInput } from './search-names/search-names.ts'
export { ownProductList } from './lists.ts'
