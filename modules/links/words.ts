export * from './words/link-types.ts'
export * from './words/refusals.ts'
export * from './words/pages.ts'
