export * from './fairs/words.ts'
export * from './stand-sales/words.ts'
