export * from './words/sources.ts'
export * from './words/values.ts'
export * from './words/supersession.ts'
export * from './words/legal-rule-pages.ts'
