import './topics.ts'
export * from './training/index.ts'
export type * from './rules.ts'
