export * from './words/names.ts'
export * from './words/pages.ts'
export * from './words/refusals.ts'
export { certificateNumber } from './words/papers.ts'
