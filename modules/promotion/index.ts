import './topics.ts'
export * from './fairs/index.ts'
export * from './stand-sales/index.ts'
export type * from './rules.ts'
