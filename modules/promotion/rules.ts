export * from './consignment/rules.ts'
export * from './fairs/rules.ts'
export * from './stand-sales/rules.ts'
export * from './points-of-sale/rules.ts'
