export * from './words/names.ts'
export * from './words/refusals.ts'
export * from './words/public-pages.ts'
export * from './words/office-pages.ts'
