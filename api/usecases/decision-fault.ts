import type { Fault, LackView } from '#contract/errors.ts'
import type { DecisionKind, Language } from '#domain/codes.ts'
import type { DecideFault } from '#domain/decide.ts'
import type { Project } from '#domain/model.ts'
import type { PrepareFault } from '#domain/prepare-decision.ts'
import type { LifeFault } from '#domain/project-life.ts'
import { personName, viewContext } from '#views/context.ts'
import { lackViewOf } from '#views/decision.ts'
import type { Asker, Snapshot, WriteFault } from './ports.ts'
import { writeFault } from './write-fault.ts'

/** Somebody changed the row meanwhile: who and when, so that both can be seen. */
export function changedSince(snapshot: Snapshot, list: 'decisions' | 'projects', key: string): Fault {
  const row = snapshot.facts.tables[list].get(key)
  if (!row) return { code: 'changedSince', args: { byName: '–', time: '–' } }
  const byName = personName(snapshot.facts, row.actorId)
  return { code: 'changedSince', current: { key, value: null, asOf: null, byName, at: row.actedAt } }
}

/** A write that was refused because somebody wrote the same row at the same moment. */
export function refusedWrite(fault: WriteFault, snapshot: Snapshot): Fault {
  if (fault.code !== 'alreadyExists' && fault.code !== 'conflict') return writeFault(fault)
  const row = fault.current
  if (!row) return { code: 'changedSince', args: { byName: '–', time: '–' } }
  return {
    code: 'changedSince',
    current: { key: row.key, value: null, asOf: null, byName: personName(snapshot.facts, row.actorId), at: row.actedAt },
  }
}

/** A refusal of the rules as people are told of it; a project they may not know of is one that is not there. */
export function decisionFault(
  fault: DecideFault | PrepareFault | LifeFault,
  about: { snapshot: Snapshot; project: Project; point: DecisionKind; asker: Asker; language: Language },
): Fault {
  const { project, point } = about
  switch (fault.code) {
    case 'notFound':
      return { code: 'unknownProject' }
    case 'pointNotCurrent':
      return { code: fault.code, field: 'point', args: { expected: fault.expected.toUpperCase() } }
    case 'waiverIncomplete':
      return { code: fault.code, field: 'waivers' }
    case 'gateNotReady':
      return {
        code: fault.code,
        field: 'outcome',
        args: { n: fault.lacks.length, point: point.toUpperCase() },
        lacks: lacksOf(fault.lacks, about, project),
      }
    case 'fieldRequired':
    case 'fieldInvalid':
      return { code: fault.code, field: fault.field }
    case 'reasonRequired':
      return { code: fault.code, field: 'reason' }
    case 'phaseNotEarlier':
      return { code: fault.code, field: 'to' }
    default:
      return { code: fault.code }
  }
}

const lacksOf = (
  lacks: readonly Parameters<typeof lackViewOf>[1][],
  { snapshot, asker, language }: { snapshot: Snapshot; asker: Asker; language: Language },
  project: Project,
): LackView[] => lacks.map((lack) => lackViewOf(viewContext(snapshot.facts, asker.today), lack, project, language))
