export { pointsGeoJson } from './feed.ts'
export {
  changePointInput,
  inspectPointInput,
  photographPointInput,
  recognisePointInput,
  registerPointInput,
  withdrawPointInput,
} from './inputs.ts'
export { pointList } from './lists.ts'
export { changePoint, inspectPoint, photographPoint, recognisePoint, registerPoint, withdrawPoint } from './manage-point.ts'
export { fewPoints, findPoint, findPublicPoint, listPublicPoints, openOfficePhoto, openPointPhoto, pointChoices } from './read-point.ts'
