import { describe } from 'vitest'
import { keepsTheRules } from './catalogue-rules.fixture.ts'
import { tabPeople } from './tab-people.ts'

describe('the texts of choosing a person', () => keepsTheRules(tabPeople, ['Tøm feltet']))
