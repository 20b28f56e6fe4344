import { describe, expect, it } from 'vitest'
import { FAULT_NAMES, parseFaults } from '../../../graph/fault-schema.ts'
import { OTHERWISE } from '../../../graph/otherwise.ts'
import { texts } from '../texts.ts'
import { isOn, others, PRESET_NAMES, PRESETS, turned } from './presets.ts'

describe('the switches of the page', () => {
  it.each(PRESET_NAMES)('%s is a fault the list server takes, and has words', (preset) => {
    expect(parseFaults(PRESETS[preset])).toMatchObject({ ok: true })
    expect(texts).toHaveProperty([`fault.${preset}`])
  })

  it('leave out no fault and no behaviour the list server can play', () => {
    const presets: Record<string, unknown>[] = Object.values(PRESETS)
    const played = new Set(presets.flatMap((preset) => Object.keys(preset)))
    expect(FAULT_NAMES.filter((name) => !played.has(name))).toEqual([])
    const turned = presets.flatMap(({ otherwise }) => (Array.isArray(otherwise) ? otherwise : []))
    expect(turned.sort()).toEqual([...OTHERWISE].sort())
  })

  it('are turned on and off, and leave other faults alone', () => {
    const other = { match: 'x', delayMs: 7 }
    const on = turned([other], 'answerLost')
    expect(isOn(on, 'answerLost')).toBe(true)
    expect(others(on)).toBe(1)
    expect(turned(on, 'answerLost')).toEqual([other])
  })

  it('are known again in whatever order their names come', () => {
    expect(isOn([{ status: { afterCommit: true, code: 504 }, match: '^(POST|PATCH)' }], 'answerLost')).toBe(true)
  })
})
