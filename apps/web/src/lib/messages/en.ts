import type { Messages } from './vi.ts'
import { en as buy } from './buy/en.ts'
import { en as buyers } from './buyers/en.ts'
import { en as certificate } from './certificate/en.ts'
import { en as collection } from './collection/en.ts'
import { en as contest } from './contest/en.ts'
import { en as disclosure } from './disclosure/en.ts'
import { en as training } from './training/en.ts'
import { en as fair } from './fair/en.ts'
import { en as mark } from './mark/en.ts'
import { en as news } from './news/en.ts'
import { en as place } from './place/en.ts'
import { en as point } from './point/en.ts'
import { en as policy } from './policy/en.ts'
import { en as portal } from './portal/en.ts'
import { en as press } from './press/en.ts'
import { en as privacy } from './privacy/en.ts'
import { en as proof } from './proof/en.ts'
import { en as recall } from './recall/en.ts'
import { en as review } from './review/en.ts'
import { en as route } from './route/en.ts'
import { en as scan } from './scan/en.ts'

export const en: Messages = {
  frame: {
    brand: '{siteName}',
    tagline: 'OCOP products of {area}',
    skip: 'Skip to content',
    products: 'Products',
    certificates: 'Check a certificate',
    cart: 'Cart',
    saved: 'Saved',
    signIn: 'Sign in',
    office: 'My desk',
    menu: 'Pages',
    language: 'Language',
    owner: 'Trial version. Real data names its source; trial data says “sample data”. This is not an official website of a state body.',
    invented: 'This province does not exist: every name and number here was invented to try the software.',
    onlyVietnamese: 'This page is in Vietnamese only.',
    privacy: 'Personal data',
    policies: 'Owner and terms',
    fairs: 'Fairs',
    collections: 'Collections',
    gifts: 'Gifts',
    recipes: 'Recipes',
    contests: 'Contests',
    classes: 'Training',
    routes: 'Routes to visit',
    points: 'Points of sale',
    buyers: 'For buyers',
    news: 'News',
    press: 'Press',
    marks: 'Marks',
    recalls: 'Recalls',
    openData: 'Open data',
    sampleData: 'Sample data',
    unknown: 'not known',
  },
  buy,
  buyers,
  certificate,
  collection,
  contest,
  disclosure,
  training,
  fair,
  mark,
  news,
  place,
  point,
  policy,
  portal,
  press,
  privacy,
  proof,
  recall,
  review,
  route,
  scan,
}
