import './topics.ts'
export * from './fairs/index.ts'
export type * from './rules.ts'
