import './topics.ts'
export { addDiaryEntry, addDiaryEntryInput, diaryTap } from './add-diary-entry.ts'
export { lotUri, placeUri, scanAddress, shortAddress } from './addresses.ts'
export type { Site } from './addresses.ts'
export { findChain } from './find-chain.ts'
export { findLot, lotsOfProducer, openDiaryFile, openDiaryPhoto } from './find-lot.ts'
export { scansWritten } from './count-scan.ts'
export { noteGuessedUnit, noteScan, noteScanOfUnit } from './note-scan.ts'
export { findPlaceLinks, findPublicPlace, placeDocument } from './find-public-place.ts'
export type { PlaceLinks, PublicPlace } from './find-public-place.ts'
export { findScan } from './find-scan.ts'
export type { ScanKey } from './find-scan.ts'
export { answerDoubt, answerDoubtInput, findDoubt, listDoubts, takeUpDoubt } from './handle-doubt.ts'
export { findLinks } from './links.ts'
export type { CodeItem, CodeLink, ItemLinks, LinkTarget, LinkType } from './links.ts'
export { lockLots } from './lot.store.ts'
export { buyMaterial } from './materials/buy-material.ts'
export {
  findMaterialLot,
  inputsOf,
  inputsOfLot,
  openMaterialFile,
  publicInputsOf,
  purchaseForm,
  recipeForm,
  recipesOfProducer,
} from './materials/find-materials.ts'
export { buyMaterialInput, countMaterialInput, setRecipeInput, useMaterialsInput, wasteMaterialInput } from './materials/inputs.ts'
export { lotsOfInputs, purchasesOfLots } from './materials/reach.store.ts'
export type { PurchaseOfLots } from './materials/reach.store.ts'
export { setRecipe } from './materials/set-recipe.ts'
export { countMaterial, wasteMaterial } from './materials/tend-material.ts'
export { correctSupplierInput, mergeSuppliersInput } from './materials/inputs.ts'
export { correctSupplier, mergeSuppliers, ownSuppliers, supplierToTend } from './materials/tend-suppliers.ts'
export { useMaterials } from './materials/use-materials.ts'

export { assignAllPlaces, workshopOf } from './owners-of-places.ts'
export { placesOfProducer } from './place.store.ts'
export { openLot, openLotInput, proposeLots } from './open-lot.ts'
export { findLabelForm, labelRoll, labelSheet } from './label-sheet.ts'
export { printLabels, printLabelsInput } from './print-labels.ts'
export { followDoubt, reportDoubt, reportDoubtInput } from './report-doubt.ts'
export * from './rules.ts'
export { readDigitalLinkPath } from './scan-path.ts'
export { addPlace, addPlaceInput, endPlace, openConsignedPlace, ownPlaces, sellFromPlace, tendPlaceInput } from './tend-places.ts'
export { applyLabels, applyLabelsInput, spoilLabels, spoilLabelsInput } from './tend-labels.ts'
export { judgeScannedUnit } from './units/find-unit.ts'
export type { Looking } from './units/find-unit.ts'
export { rotateSerialKey } from './units/serial-keys.ts'
export { closeLot, recallLot, recallLotWithin, recallReason, reopenLot } from './tend-lot.ts'
export { doubtList, lotList, materialLotList, yieldList } from './lists.ts'
