import { describe } from 'vitest'
import { keepsTheRules } from './catalogue-rules.fixture.ts'
import { tabActs } from './tab-acts.ts'

describe('the texts of what is done with a task', () =>
  keepsTheRules(tabActs, [
    'Angre',
    'Avbryt',
    'Deleger',
    'Feil person',
    'Godkjenn',
    'Godkjent: {title}',
    'Lukk',
    'Sagt nei til: {title}',
    'Send svaret',
    'Send til godkjenning',
    'Sendt til porteføljekontoret for godkjenning.',
    'Sendt til {name} for godkjenning.',
    'Ta tilbake',
    'Til godkjenning',
    'porteføljekontoret',
  ]))
