export { defaultType, defaultTypeOfMany, describedAs, isOfType, readLinkType, writeRelation } from './rules/link-type.ts'
export { levelsOf } from './rules/levels.ts'
export type { Anchor, Link } from './rules/link.ts'
export { linkLanguages } from './rules/product-link.ts'
