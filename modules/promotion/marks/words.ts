export * from './words/desk.ts'
export * from './words/names.ts'
export * from './words/refusals.ts'
