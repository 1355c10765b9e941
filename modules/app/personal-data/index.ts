export { carryOutRequest, previewErasure } from './erase.ts'
export { reapplyErasures } from './reapply.ts'
export { holdingSaid, spokenHoldings } from './holdings.ts'
export { exportData, ownKey, printData, showData } from './show-data.ts'
