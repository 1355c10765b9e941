export * from './words/press.ts'
