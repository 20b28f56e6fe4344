import { describe } from 'vitest'
import { keepsTheRules } from './catalogue-rules.fixture.ts'
import { tabTell } from './tab-tell.ts'

const SAME = ['Det er gjort', 'Kommentar', 'Ny dato', 'Send svaret', 'Svar på tiltaket']
describe('the texts of answering by words', () => keepsTheRules(tabTell, SAME))
