export { findNeeds } from './find-needs.ts'
export type { Needs } from './find-needs.ts'
export {
  cancelClassInput,
  changeClassInput,
  changeCourseInput,
  classInput,
  createClassInput,
  createCourseInput,
  participantInput,
  signUpByPhoneInput,
  signUpInput,
} from './inputs.ts'
export { classList, courseList } from './lists.ts'
export { cancelClass, changeClass, createClass, holdClass, openClass } from './manage-class.ts'
export { changeCourse, createCourse } from './manage-course.ts'
export { classChoices, findClass, findCourse } from './read-class.ts'
export { findOwnPlace, findPublicClass, listOwnPlaces, listPublicClasses } from './read-public.ts'
export { signUp, signUpByPhone, withdrawPlace } from './sign-up.ts'
