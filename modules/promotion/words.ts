export * from './consignment/words.ts'
export * from './fairs/words.ts'
export * from './stand-sales/words.ts'
export * from './points-of-sale/words.ts'
