import { describe, expect, it } from 'vitest'
import { checkValues, fill, placeholdersOf, valuesOf } from './values.ts'

const hole = (name: string) => `\${{${name}}}`

describe('filling the manifest', () => {
  it('finds each name once', () => {
    expect(placeholdersOf(`${hole('A')} ${hole('B_2')} ${hole('A')} \${{ lower }}`)).toEqual(['A', 'B_2'])
  })

  it('replaces what is known and leaves the rest to be seen', () => {
    expect(fill(`https://${hole('A')}/${hole('B')}`, { A: 'puls.no' })).toBe(`https://puls.no/${hole('B')}`)
  })

  it('keeps the JSON whole, whatever a value holds', () => {
    expect(JSON.parse(fill(`{"name":"${hole('A')}"}`, { A: 'Vår «by» \\ "nord"' })).name).toBe('Vår «by» \\ "nord"')
  })
})

describe('values of an environment file', () => {
  it('come from the file, and from the surroundings where it is silent', () => {
    const text = '# ids\nA=one\nB=\nPULS_BOT_TYPE=SingleTenant\nOTHER=x\n'
    expect(valuesOf(text, { A: 'outer', B: 'two', OTHER: 'y' }, ['A', 'B', 'C'])).toEqual({
      A: 'one',
      B: 'two',
      PULS_BOT_TYPE: 'SingleTenant',
    })
  })

  it.each([
    ['missing', 'BOT_ID', undefined, /BOT_ID has no value: set it in \.env\.x/],
    ['a placeholder', 'BOT_ID', '00000000-0000-0000-0000-000000000002', /all zeros/],
    ['the example domain', 'PULS_DOMAIN', 'prosjektpuls.example.com', /example\.com/],
  ])('stop the package when one is %s', (_, name, value, sentence) => {
    const findings = checkValues([name], value === undefined ? {} : { [name]: value }, '.env.x')
    expect(findings.problems).toEqual([expect.stringMatching(sentence)])
  })

  it('only warn about the addresses of the developer', () => {
    const findings = checkValues(['DEVELOPER_PRIVACY_URL'], { DEVELOPER_PRIVACY_URL: 'https://www.example.com/privacy' }, '.env.x')
    expect(findings).toEqual({ problems: [], warnings: [expect.stringMatching(/DEVELOPER_PRIVACY_URL/)] })
  })

  it('pass when all are there', () => {
    expect(checkValues(['A'], { A: 'puls.notexample.com' }, '.env.x')).toEqual({ problems: [], warnings: [] })
  })
})
