export { say, sayDong, sayNumber } from '@dacsan/modules/say'
