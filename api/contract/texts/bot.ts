import { botActs } from './bot-acts.ts'
import { botCommands } from './bot-commands.ts'
import { botNudge } from './bot-nudge.ts'
import { botSummary } from './bot-summary.ts'
import { botTasks } from './bot-tasks.ts'
import { botValues } from './bot-values.ts'
import type { Catalogue } from './catalogue.ts'

/** What the bot says: friendly, verb first in buttons, no blame and no exclamation marks (screens.md §4–5, domain.md §4). */
export const botTexts = { ...botNudge, ...botValues, ...botActs, ...botTasks, ...botSummary, ...botCommands } satisfies Catalogue
