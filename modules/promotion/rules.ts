export * from './fairs/rules.ts'
export * from './stand-sales/rules.ts'
