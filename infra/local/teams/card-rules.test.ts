import { describe, expect, it } from 'vitest'
import { cardFault } from './card-rules.ts'

const card = (parts: Record<string, unknown>) => ({ type: 'AdaptiveCard', version: '1.5', ...parts })
const execute = (verb: string) => ({ type: 'Action.Execute', verb, title: verb })

describe('cardFault', () => {
  it('takes a card with inputs, columns, a table and actions', () => {
    const fine = card({
      body: [
        { type: 'TextBlock', text: 'Hei' },
        { type: 'ColumnSet', columns: [{ items: [{ type: 'Input.Text', id: 'value' }] }, { type: 'Column', width: 'auto' }] },
        { type: 'Table', columns: [{ width: 1 }], rows: [{ cells: [{ items: [{ type: 'TextBlock', text: '1' }] }] }] },
        { type: 'ActionSet', actions: [execute('save')] },
        { type: 'Chart.Line', fallback: 'drop' },
      ],
      actions: [execute('snooze'), { type: 'Action.OpenUrl', url: 'https://teams.microsoft.com/l/entity/a/b' }],
    })
    expect(cardFault(fine)).toBeNull()
  })

  it.each([
    ['a newer version', card({ version: '1.6' }), 'version 1.6 is above 1.5'],
    ['no version', { type: 'AdaptiveCard' }, 'version undefined is above 1.5'],
    ['another kind of content', { type: 'HeroCard', version: '1.5' }, 'the content is no AdaptiveCard'],
    ['an element Teams does not know', card({ body: [{ type: 'Chart.Line' }] }), 'unknown element type Chart.Line without fallback'],
    ['an input without id', card({ body: [{ type: 'Input.Text' }] }), 'an Input.Text without id'],
    [
      'one id twice',
      card({
        body: [
          { type: 'Input.Text', id: 'a' },
          { type: 'Container', items: [{ type: 'Input.Text', id: 'a' }] },
        ],
      }),
      'two elements have the id a',
    ],
    ['an action without verb', card({ actions: [{ type: 'Action.Execute' }] }), 'an Action.Execute without verb'],
    [
      'a link that is no web address',
      card({ actions: [{ type: 'Action.OpenUrl', url: 'javascript:alert(1)' }] }),
      'an Action.OpenUrl whose url is not http or https',
    ],
    ['too many buttons', card({ actions: Array.from({ length: 7 }, (_, i) => execute(`a${i}`)) }), 'more than 6 actions in one row'],
    [
      'a fault inside a folded card',
      card({ actions: [{ type: 'Action.ShowCard', card: { type: 'AdaptiveCard', body: [{ type: 'Nothing' }] } }] }),
      'unknown element type Nothing without fallback',
    ],
  ])('refuses %s', (_title, faulty, expected) => {
    expect(cardFault(faulty)).toBe(expected)
  })
})
