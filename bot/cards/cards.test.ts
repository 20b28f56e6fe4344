import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NudgeBlock } from '#contract/nudge-card-view.ts'
import { cardFaults, nodesOf } from './card-rules.fixture.ts'
import { CARDS } from './cards.fixture.ts'
import { messageCard } from './message.ts'
import { nudgeCard } from './nudge.ts'
import type { Json } from './parts.ts'
import { statusCard } from './status.ts'
import { summaryCard } from './summary.ts'
import { tasksCard } from './tasks.ts'
import * as views from './views.fixture.ts'

describe.each(Object.entries(CARDS))('%s', (name, make) => {
  it.each(views.LANGUAGES)('is a card Teams takes and people can use, in %s', (language) => {
    expect(cardFaults(make(language))).toEqual([])
  })

  it('stays as it is', async () => {
    await expect(`${JSON.stringify(make('nb'), null, 1)}\n`).toMatchFileSnapshot(`__snapshots__/${name.replace(/\W+/g, '-')}.json`)
  })
})

describe('what people have written', () => {
  const HOSTILE = '**Klikk** [her](https://evil.example) <b>\u202e_x_ # 1. `x`'
  const hostile: Record<string, Json> = {
    nudge: nudgeCard(
      views.nudge('nb', {
        firstName: HOSTILE,
        blocks: [
          views.measure({ title: HOSTILE, projectTitle: HOSTILE, unit: HOSTILE, typed: { value: HOSTILE, comment: HOSTILE } }),
          views.measured({ n: 1, obligationKey: 'b', title: HOSTILE, byName: HOSTILE, value: null, reason: HOSTILE }),
          views.report({ n: 2, title: HOSTILE, projectTitle: HOSTILE }),
        ],
      }),
    ),
    summary: summaryCard(
      views.summary('nb', {
        scope: { kind: 'area', title: HOSTILE },
        exceptions: views.summary().exceptions.map((one) => ({ ...one, title: HOSTILE, benefitTitle: HOSTILE })),
        action: { kind: 'decide', point: 'bp1', title: HOSTILE, url: 'https://x.no' },
      }),
    ),
    tasks: tasksCard(views.tasks('nb', { firstName: HOSTILE, tasks: views.tasks().tasks.map((one) => ({ ...one, title: HOSTILE })) })),
    status: statusCard(views.status('nb', { title: HOSTILE, area: HOSTILE })),
    message: messageCard(views.base(), { sentence: HOSTILE }),
  }

  it.each(Object.entries(hostile))('is never read as Markdown in %s', (_name, made) => {
    for (const { node } of nodesOf(made)) {
      // A TextBlock, a label and the fallback parse Markdown; a TextRun, a title and an input's value do not.
      const parsed = [node.type === 'TextBlock' ? node.text : '', node.label, node.fallbackText].map((text) => String(text ?? ''))
      for (const text of parsed) expect(text).not.toMatch(/[[\]*_`<>#]/)
      expect(JSON.stringify(node.speak ?? '')).not.toMatch(/<b>/)
      if (node.type === 'TextRun') expect(String(node.text)).not.toMatch(/[\u202a-\u202e]/)
    }
  })

  it('is still shown as it was written', () => {
    expect(JSON.stringify(hostile.nudge)).toContain('[her](https://evil.example)')
  })
})

describe('the nudge card', () => {
  it('keeps what was typed and says at the field what is wrong', () => {
    const made = CARDS['nudge, a number that cannot be read']?.('nb') ?? {}
    const nodes = [...nodesOf(made)].map(({ node }) => node)
    expect(nodes.find(({ id }) => id === 'value_0')?.value).toBe('12,5,3')
    expect(nodes.find(({ id }) => id === 'value_1')?.value).toBe('160')
    const at = nodes.findIndex(({ id }) => id === 'value_0')
    expect(nodes.slice(at).find(({ type }) => type === 'TextRun')?.text).toContain('«12,5,3» er ikke et tall vi forstår')
  })

  it('says what became of the answer above the long form of the next question', () => {
    const blocks = [views.report(), views.measured({ n: 1, obligationKey: 'b' })]
    const kinds = [...nodesOf(nudgeCard(views.nudge('nb', { blocks, justAnswered: 'b' })))].map(({ node }) => node.verb ?? node.id)
    expect(kinds.indexOf('undo')).toBeGreaterThan(-1)
    expect(kinds.indexOf('undo')).toBeLessThan(kinds.findIndex((id) => String(id).startsWith('rating_')))
  })

  it('shows fewer questions rather than grow too large', () => {
    const shown = [...nodesOf(nudgeCard(views.crowded()))].filter(
      ({ node }) => node.type === 'Input.Text' && String(node.id).startsWith('value_'),
    )
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.length).toBeLessThan(9)
  })

  it('names nobody but the reader in the channel card', () => {
    expect(JSON.stringify(summaryCard(views.summary()))).not.toMatch(/Kari|Ola/)
  })
})

describe('a card of anything people may have written, in any mix', () => {
  const text = fc.string({ minLength: 1, maxLength: 255, unit: 'grapheme' })
  const words = fc.record({
    title: text,
    projectTitle: text,
    byName: text,
    reason: text,
    unit: text,
    typed: fc.record({ value: text, comment: text, sinceLast: text }),
  })
  const makers: ((more: { n: number; obligationKey: string }) => NudgeBlock)[] = [
    views.measure,
    views.measured,
    views.report,
    views.handover,
    views.orphan,
    views.approval,
    views.decision,
    views.action,
  ]
  const panels = fc.option(fc.constantFrom(...views.PANELS))
  const block = fc.record({ make: fc.constantFrom(...makers), more: words, panel: panels })

  it('is small enough, has six buttons at most, and nothing in it is twice', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 14 }), fc.constantFrom(...views.LANGUAGES), (blocks, language) => {
        const made = blocks.map(({ make, more, panel }, n) => ({
          ...make({ n, obligationKey: `o${n}` }),
          ...more,
          ...(panel && { panel }),
        }))
        const [focused] = made
        const view = views.nudge(language, { blocks: made as never, focus: focused?.obligationKey ?? null })
        // What people have written may hold signs that our own texts never do.
        const faults = cardFaults(nudgeCard(view)).filter((fault) => !/^(raw value|empty text)/.test(fault))
        expect(faults).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
