import { foldText } from '@dacsan/modules/trial'
export const csr = false
export const load = () => ({ t: foldText('Dừa') })
