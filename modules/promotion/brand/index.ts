export { informInput, nameSpokespersonInput, pressTextInput } from './inputs.ts'
export { informPress, marksOnOffer, nameSpokesperson, pressDesk, pressKit, takeLogo, takeMark, writePressText } from './press.ts'
