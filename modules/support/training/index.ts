export { acceptClass, certifyClass, recordCost, shareCost, strikeCost } from './accept-class.ts'
export { recordTest, sayApplied, sayOpinion, takeTest, writeTest } from './after-class.ts'
export { addSheet, checkIn, findCheckIn, markAttendance, openSheet } from './attend.ts'
export { findEffect, findNeeds } from './find-needs.ts'
export {
  acceptClassInput,
  addSheetInput,
  appliedInput,
  cancelClassInput,
  certifyInput,
  changeClassInput,
  changeCourseInput,
  checkInInput,
  classInput,
  createClassInput,
  createCourseInput,
  markAttendanceInput,
  opinionInput,
  participantInput,
  recordCostInput,
  recordTestInput,
  shareCostInput,
  signUpByPhoneInput,
  signUpInput,
  strikeCostInput,
  takeTestInput,
  writeTestInput,
} from './inputs.ts'
export { classList, courseList } from './lists.ts'
export { cancelClass, changeClass, createClass, holdClass, openClass } from './manage-class.ts'
export { changeCourse, createCourse } from './manage-course.ts'
export { acceptanceFile, certificateSheet, findAcceptance, papersOfClass, sessionCode, trainingPaper } from './papers.ts'
export { classChoices, findClass, findCosts, findCourse } from './read-class.ts'
export { findOwnPlace, findPublicClass, findTrainingCertificate, listOwnPlaces, listPublicClasses } from './read-public.ts'
export { signUp, signUpByPhone, withdrawPlace } from './sign-up.ts'
