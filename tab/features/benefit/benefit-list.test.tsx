// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, test } from 'vitest'
import { indicators, project } from '../../fixtures/project.ts'
import { render, textOf } from '../../fixtures/render.tsx'
import { BenefitList } from './benefit-list.tsx'
import { IndicatorTable } from './indicator-table.tsx'

const list = () =>
  render(<BenefitList project={project} open={null} onOpen={() => undefined} onSaved={() => undefined} onKept={() => undefined} />)

describe('the benefits of a project', () => {
  test('every benefit is shown, also those that cannot be measured', async () => {
    const text = textOf(await list())
    expect(text).toContain('2 av 3 målte er i rute · 2 kan ikke beregnes ennå')
    expect(text).toContain('Nullpunkt mangler. Siste måling er 3,9 av 5. Målet er 4,2 av 5.')
    expect(text).toContain('Ingen måleindikator ennå. Gevinsten vises, men teller ikke med.')
    expect(text).toContain('April forfalt 16. mai')
  })

  test('a drawback stands last with U+2212', async () => {
    const rows = [...(await list()).querySelectorAll('section > ul > li')]
    expect(textOf(rows.at(-1) as HTMLElement)).toBe('UlempeMer veiledning i servicesenteret det første året\u2212120 000 kr i 2026')
  })

  test('behind every chart there is a table with the same, gaps as gaps', async () => {
    const place = await list()
    const toggle = [...place.querySelectorAll('button')].find((button) => button.textContent === 'Vis som tabell')
    await act(async () => toggle?.click())
    const tables = [...place.querySelectorAll('table')]
    expect(tables).toHaveLength(4)
    const text = textOf(tables[0] as HTMLElement)
    expect(text).toContain('28.02.2026ikke målt')
    expect(text).toContain('30.04.2026forfalt')
    expect(text).toContain('30.06.2026 · Prognose11,2 dager')
    expect(text).not.toMatch(/NaN|∞/)
  })

  test('a baseline that was measured is told once', async () => {
    const time = indicators.time
    const [first] = time.points
    const taken = {
      ...(first as NonNullable<typeof first>),
      key: 'b',
      periodKey: 'baseline',
      asOf: time.baselineOn ?? '',
      value: time.baseline,
    }
    const table = await render(
      <IndicatorTable indicator={{ ...time, points: [taken, ...time.points] }} title="Tid" onCorrect={() => undefined} />,
    )
    expect(textOf(table).match(/Nullpunkt/g)).toHaveLength(1)
    expect(textOf(table.querySelector('tbody tr') as HTMLElement)).toContain('Rett')
  })
})
