import { describe, expect, it } from 'vitest'
import { parseOptions } from './options.ts'

const parse = (...args: string[]) => parseOptions(args, ['demo', 'empty'])

describe('the options of npm start', () => {
  it('begins with the demo on port 4300', () => {
    expect(parse()).toEqual({
      ok: true,
      value: { scenario: 'demo', port: 4300, dataFile: undefined, today: undefined, reset: false, playground: false, help: false },
    })
  })

  it('takes all of them', () => {
    expect(
      parse('--scenario', 'empty', '--port=4310', '--data', 'a.sqlite', '--today', '2026-05-18', '--reset', '--playground'),
    ).toMatchObject({
      value: { scenario: 'empty', port: 4310, dataFile: 'a.sqlite', today: '2026-05-18', reset: true, playground: true },
    })
  })

  it.each([
    [['--secnario', 'demo'], 'There is no option --secnario. npm start -- --help lists what there is.'],
    [['demo'], '"demo" stands alone; every value follows its option. npm start -- --help lists what there is.'],
    [['--port'], 'The option --port has a value it cannot take, or lacks one. npm start -- --help lists what there is.'],
    [['--port', 'web'], '--port takes a whole number from 0 to 65535, not "web".'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--scenario', 'dmeo'], 'There is no scenario "dmeo". Choose one of demo, empty.'],
    [['--today', '2026-02-30'], '--today takes a date such as 2026-05-18, not "2026-02-30".'],
    [['--data', ''], '--data takes the path of a file.'],
    [['--reset=no'], 'The option --reset has a value it cannot take, or lacks one. npm start -- --help lists what there is.'],
  ])('%j', (args, sentence) => {
    expect(parse(...args)).toEqual({ ok: false, code: 'wrongUse', sentence })
  })
})
