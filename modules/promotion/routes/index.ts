export { acceptEnquiry, declineEnquiry, enquire, offerDay, takeOfferedDay, withdrawEnquiry } from './enquire.ts'
export {
  addStopInput,
  answerEnquiryInput,
  changeRouteInput,
  changeStopInput,
  declineEnquiryInput,
  endRouteInput,
  enquireInput,
  giveContactInput,
  leaveStopInput,
  offerDayInput,
  recogniseRouteInput,
  registerRouteInput,
  routeInput,
  stopInput,
} from './inputs.ts'
export { routeList } from './lists.ts'
export { changeRoute, endRoute, publishRoute, recogniseRoute, registerRoute } from './manage-route.ts'
export { addStop, changeStampCode, changeStop, dropStop, giveContact, leaveRoute, rejoinRoute, withdrawContact } from './manage-stops.ts'
export { findPassport, findStampedStop, stampPassport } from './passport.ts'
export { printLeaflet, printStampCode } from './print-leaflet.ts'
export { drawnRoute, findPublicRoute, followVisitEnquiry, listPublicRoutes } from './read-public.ts'
export { findVisitEnquiry, findRoute, findStop, listForHost, openRouteDecision, routeChoices } from './read-route.ts'
