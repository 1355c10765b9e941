export { say, sayDong, sayKilograms, sayNumber, sayRange } from '@dacsan/modules/say'
