import { describe, expect, it } from 'vitest'
import { importFaults } from './check-imports.ts'

describe('import directions', () => {
  it.each([
    ['api/domain/due-dates.ts', "import { z } from 'zod'", 1],
    ['api/domain/codes.ts', "const VIAS = ['tab', 'import', 'hand']", 0],
    ['api/domain/due-dates.ts', "import { addDays } from './dates.ts'", 0],
    ['api/contract/views.ts', "import { LISTS } from '#data/lists.ts'", 1],
    ['api/data/store.ts', "import type { Store } from '#usecases/ports.ts'", 0],
    ['api/data/store.ts', "import { recordMeasurement } from '#usecases/record-measurement.ts'", 1],
    ['tab/main.tsx', "import { PHASES } from '#domain/codes.ts'", 1],
    ['tab/main.tsx', "import { app } from '@microsoft/teams-js'", 1],
    ['tab/host.ts', "import { app } from '@microsoft/teams-js'", 0],
    ['bot/bot.ts', "import { CloudAdapter } from 'botbuilder'", 1],
    ['bot/cards/nudge.ts', "import { facts } from '#domain/facts.ts'", 1],
    ['api/routes/server.ts', "import { startGraphServer } from '../../infra/local/graph/server.ts'", 1],
    ['api/data/store.integration.ts', "import { startGraphServer } from '../../infra/local/graph/server.ts'", 0],
  ])('%s with %s has %i faults', (file, source, count) => {
    expect(importFaults(file, source)).toHaveLength(count)
  })
})
